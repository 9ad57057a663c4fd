"""Persons and positions: figures on annotated texts, beside underthesea, and speed.

    python benchmarks/officials.py [GOLD.jsonl ...] [--raw TEXTS.jsonl.gz]

Without files it measures on the project's own annotated texts, as ``vnpolitext evaluate`` does.
underthesea gives no offsets: its names are looked for in
the text from left to right.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from vnpolitext.evaluation import read_gold, run
from vnpolitext.evaluation.lines import json_lines
from vnpolitext.officials import find_persons

HERE = Path(__file__).resolve().parent
OWN = HERE.parent / "tests" / "gold" / "written.jsonl"
Span = tuple[int, int]


def underthesea(text: str) -> set[Span]:
    from underthesea import ner

    spans: set[Span] = set()
    done = 0
    for words in _names(ner(text)):
        name = " ".join(words)
        start = text.find(name, done)
        if start >= 0:
            spans.add((start, start + len(name)))
            done = start + len(name)
    return spans


def _names(tagged: list[tuple[str, ...]]) -> Iterator[list[str]]:
    name: list[str] = []
    for word, *_, label in tagged:
        if label == "I-PER" and name:
            name.append(word)
            continue
        if name:
            yield name
        name = [word] if label == "B-PER" else []
    if name:
        yield name


def names_only(document: dict) -> dict:
    """Return the prediction of underthesea, in the shape of an analysis."""
    spans = sorted(underthesea(document["text"]))
    persons = [{"mentions": [span], "positions": []} for span in spans]
    return {"id": document["id"], "text": document["text"], "persons": persons}


def figures(path: Path, name: str, predict: Callable[[dict], dict] | None = None) -> str:
    figure = run(read_gold(path), predict).total.figures[name]
    shares = (figure.precision, figure.recall, figure.f1)
    percent = "  ".join(
        f"{key} {100 * share:6.2f}" for key, share in zip(("P", "R", "F1"), shares, strict=True)
    )
    return f"{percent}  gold {figure.gold}"


def speed(texts: list[str], rounds: int = 3) -> str:
    size = sum(len(text.encode("utf-8", "replace")) for text in texts)
    find_persons("Ông Nguyễn Văn A, Chủ tịch UBND xã")
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            find_persons(text)
        best = min(best, time.process_time() - start)
    return f"{size / best / 1e6:.2f} MB of UTF-8 a second over {size / 1e6:.1f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, default=[OWN])
    parser.add_argument("--raw", type=Path, help="texts to measure speed on")
    parser.add_argument("--without-underthesea", action="store_true")
    arguments = parser.parse_args()
    for path in arguments.gold:
        print(path.name)
        print("  mentions   vnpolitext  ", figures(path, "persons.mentions"))
        if not arguments.without_underthesea:
            print("  mentions   underthesea ", figures(path, "persons.mentions", names_only))
        print("  positions  vnpolitext  ", figures(path, "persons.positions"))
    raw = (
        list(json_lines(arguments.raw))
        if arguments.raw
        else [d for path in arguments.gold for d in json_lines(path)]
    )
    print("speed", speed([document["text"] for document in raw]))


if __name__ == "__main__":
    main()
