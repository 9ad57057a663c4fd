"""Persons and positions: figures on annotated texts, beside underthesea, and speed.

    python benchmarks/officials.py [GOLD.jsonl ...] [--raw TEXTS.jsonl.gz]

Without files it measures on the project's own annotated texts. Mentions are exact spans, positions
are pairs of a name and a folded office. underthesea gives no offsets: its names are looked for in
the text from left to right.
"""

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from vnpolitext.officials import find_persons
from vnpolitext.text import fold

HERE = Path(__file__).resolve().parent
OWN = HERE.parent / "tests" / "gold" / "written.jsonl"
Span = tuple[int, int]


def read(path: Path) -> list[dict]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def ours(text: str) -> set[Span]:
    return {span for person in find_persons(text) for span in person.mentions}


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


def mentions(gold: list[dict], finder: Callable[[str], set[Span]]) -> str:
    counts = [0, 0, 0]
    for document in gold:
        wanted = {tuple(s) for person in document["persons"] or [] for s in person["mentions"]}
        found = finder(document["text"])
        counts = [a + b for a, b in zip(counts, _counts(found, wanted), strict=True)]
    return _figures(counts)


def positions(gold: list[dict]) -> str:
    counts = [0, 0, 0]
    for document in gold:
        text = document["text"]
        wanted = {
            (fold(text[a:b]), fold(position["text"]))
            for person in document["persons"] or []
            for a, b in person["mentions"]
            for position in person["positions"]
        }
        found = {
            (fold(text[a:b]), fold(position.text))
            for person in find_persons(text)
            for a, b in person.mentions
            for position in person.positions
        }
        counts = [a + b for a, b in zip(counts, _counts(found, wanted), strict=True)]
    return _figures(counts)


def _counts(found: set, wanted: set) -> tuple[int, int, int]:
    return len(found & wanted), len(found), len(wanted)


def _figures(counts: list[int]) -> str:
    right, predicted, wanted = counts
    precision, recall = right / max(predicted, 1), right / max(wanted, 1)
    f1 = 2 * right / max(predicted + wanted, 1)
    return f"P {100 * precision:6.2f}  R {100 * recall:6.2f}  F1 {100 * f1:6.2f}  gold {wanted}"


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
        gold = read(path)
        print(path.name, len(gold), "documents")
        print("  mentions   vnpolitext  ", mentions(gold, ours))
        if not arguments.without_underthesea:
            print("  mentions   underthesea ", mentions(gold, underthesea))
        print("  positions  vnpolitext  ", positions(gold))
    raw = (
        read(arguments.raw) if arguments.raw else [d for path in arguments.gold for d in read(path)]
    )
    print("speed", speed([document["text"] for document in raw]))


if __name__ == "__main__":
    main()
