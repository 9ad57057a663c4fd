"""Memory of one process that reads many articles, and time that one long text takes.

    python benchmarks/memory.py [--texts FOLDER_OR_JSONL] [--articles 20000] [--longest 4]

Articles are the texts, cut to 1,500 characters and read over and over, each as another one; the
process keeps none of them. The long texts are the texts one after the other. Where the time of a
megabyte stays the same from 1 to 4 MB, growth is linear.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

import vnpolitext as vp
from speed import EXAMPLES, peak_megabytes, read_texts

SHORT = 1_500
REPORTS = 10
MEGABYTE = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, default=EXAMPLES)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--longest", type=int, default=4, help="megabytes; 0 for no long text")
    arguments = parser.parse_args()
    texts = read_texts(arguments.texts, 4.0)
    print("| articles read | peak memory (MB) |\n| ---: | ---: |")
    step = max(1, arguments.articles // REPORTS)
    for number, text in enumerate(islice(short(texts), arguments.articles), start=1):
        vp.analyze(text)
        if number in {1, step // 10} or number % step == 0:
            print(f"| {number:,} | {peak_megabytes():.0f} |", flush=True)
    if arguments.longest:
        print("\n| one text (MB) | seconds | seconds a MB | peak memory (MB) |")
        print("| ---: | ---: | ---: | ---: |")
    size = 1
    while size <= arguments.longest:
        text = long(texts, size * MEGABYTE)
        began = time.process_time()
        vp.analyze(text)
        seconds = time.process_time() - began
        print(
            f"| {size} | {seconds:.1f} | {seconds / size:.1f} | {peak_megabytes():.0f} |",
            flush=True,
        )
        size *= 2


def short(texts: Sequence[str]) -> Iterator[str]:
    """Yield the beginnings of the texts for ever, no two alike."""
    for number, text in enumerate(cycle(texts)):
        yield f"{text[:SHORT]}\n({number})"


def long(texts: Sequence[str], characters: int) -> str:
    """Return the texts one after the other, as often as it takes."""
    pieces: list[str] = []
    length = 0
    for text in cycle(texts):
        pieces.append(text)
        length += len(text) + 2
        if length >= characters:
            return "\n\n".join(pieces)[:characters]
    return ""


if __name__ == "__main__":
    main()
