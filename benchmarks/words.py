"""Word segmentation beside underthesea and pyvi: accuracy, speed and memory in one run.

    python benchmarks/words.py --treebank DIR [--raw FILE.jsonl.gz] [--megabytes 2] [--rounds 3]

Accuracy is the F1 of words on the test part of UD_Vietnamese-VTB (``test.conllu``), whose words are
joined by one blank; a word counts where both its ends are right. Speed is that of the whole call on
real text, offsets and tokens included, in processor time, one process for each contender, the best
of several rounds; memory is what the model and the first words add to the peak of the process, then
all texts.
"""

import argparse
import multiprocessing
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from vnpolitext.evaluation.lines import json_lines

Segment = Callable[[Sequence[str]], list[list[str]]]

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"


def _ours(**options: object) -> Segment:
    from vnpolitext.text import tokenize_many

    return lambda texts: [
        [token.text for token in tokens]
        for tokens in tokenize_many(texts, **options)  # type: ignore[arg-type]
    ]


def _ours_tokens() -> Callable[[Sequence[str]], object]:
    from vnpolitext.text import tokenize_many

    return tokenize_many


def _underthesea() -> Segment:
    from underthesea import word_tokenize

    return lambda texts: [word_tokenize(text) for text in texts]


def _pyvi() -> Segment:
    from pyvi import ViTokenizer

    return lambda texts: [
        [word.replace("_", " ") for word in ViTokenizer.tokenize(text).split(" ")] for text in texts
    ]


ACCURACY: dict[str, Callable[[], Segment]] = {
    "vnpolitext": _ours,
    "vnpolitext, no lexicon": lambda: _ours(lexicon=None),
    "underthesea": _underthesea,
    "pyvi": _pyvi,
}
SPEED: dict[str, Callable[[], Callable[[Sequence[str]], object]]] = {
    "vnpolitext": _ours_tokens,
    "underthesea": _underthesea,
    "pyvi": _pyvi,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure word segmentation.")
    parser.add_argument("--treebank", type=Path, help="folder with test.conllu")
    parser.add_argument("--part", default="test", help="part of the treebank to measure on")
    parser.add_argument("--raw", type=Path, help=".jsonl.gz of texts; default: the examples")
    parser.add_argument("--megabytes", type=float, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.treebank:
        measure_accuracy(options.treebank / f"{options.part}.conllu")
    measure_speed(list(read_texts(options.raw, options.megabytes)), options.rounds)


def measure_accuracy(path: Path) -> None:
    sentences = list(read_treebank(path))
    texts = [" ".join(words) for words in sentences]
    gold = [spans(words) for words in sentences]
    print(f"F1 of words, {path.name}: {len(texts):,} sentences, {sum(map(len, gold)):,} words")
    for name, load in ACCURACY.items():
        guessed = [spans(words) for words in load()(texts)]
        right = sum(len(a & b) for a, b in zip(gold, guessed, strict=True))
        total = sum(len(a) + len(b) for a, b in zip(gold, guessed, strict=True))
        print(f"  {name:24} {200 * right / total:6.2f}")


def measure_speed(texts: list[str], rounds: int) -> None:
    syllables = sum(len(text.split()) for text in texts)
    print(f"Speed: {len(texts)} texts, {syllables:,} syllables, best of {rounds}")
    context = multiprocessing.get_context("spawn")
    rates = {}
    for name in SPEED:
        with context.Pool(1) as pool:
            load, seconds, ready, peak = pool.apply(_time, (name, texts, rounds))
        rates[name] = syllables / seconds
        print(
            f"  {name:24} {rates[name]:12,.0f} syllables/s   ready in {load:.2f} s"
            f" with +{ready:.0f} MB, at most +{peak:.0f} MB"
        )
    print(f"  vnpolitext is {rates['vnpolitext'] / rates['underthesea']:.1f} x underthesea")


def _time(name: str, texts: list[str], rounds: int) -> tuple[float, float, float, float]:
    """Return processor seconds to the first answer and for all texts, and megabytes added."""
    import numpy as np  # noqa: F401  # not what is measured: every contender has it loaded

    before = _peak()
    start = time.process_time()
    run = SPEED[name]()
    run(["Chào Việt Nam"])
    load = time.process_time() - start
    ready = _peak() - before
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run(texts)
        best = min(best, time.process_time() - start)
    return load, best, ready, _peak() - before


def _peak() -> float:
    """Return the most memory this process has held, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux: getrusage there counts the parent's memory too
        [line] = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def read_texts(path: Path | None, megabytes: float) -> Iterator[str]:
    """Yield texts of about ``megabytes`` million characters."""
    size = 0.0
    if path is None:
        texts = [each.read_text(encoding="utf-8") for each in sorted(EXAMPLES.glob("*"))]
    else:
        texts = [document["text"] for document in json_lines(path)]
    for text in texts:
        if size >= megabytes * 1e6:
            return
        yield text
        size += len(text)


def read_treebank(path: Path) -> Iterator[list[str]]:
    """Yield the words of every sentence of a CoNLL-U file."""
    with path.open(encoding="utf-8") as stream:
        for blank, lines in groupby(stream, key=str.isspace):
            fields = [line.split("\t") for line in lines if not blank and line[0] != "#"]
            words = [field[1] for field in fields if field[0].isdigit()]
            if words:
                yield words


def spans(words: list[str]) -> set[tuple[int, int]]:
    """Return where every word begins and ends, counted in characters that are not blank."""
    found, start = set(), 0
    for word in words:
        end = start + len("".join(word.split()))
        if end > start:
            found.add((start, end))
        start = end
    return found


if __name__ == "__main__":
    main()
