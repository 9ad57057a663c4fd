"""Measure the citation finder: agreement with gold texts, speed, growth.

    python benchmarks/citations.py GOLD.jsonl [GOLD.jsonl ...] [--raw RAW.jsonl.gz]

GOLD has one object a line with ``id``, ``text`` and ``citations``; RAW the same without citations.
Figures are micro-averaged: F1 of exact spans, F1 of numbers (named documents: core texts) as a set
per document, and the share of gold dates, issuers and terms that a matched citation carries. Speed
is UTF-8 text a second of processor time in one process, the best of several passes.
"""

import argparse
import time
from itertools import islice
from pathlib import Path
from typing import Any

from vnpolitext.citations import find_citations
from vnpolitext.evaluation import read_gold, run
from vnpolitext.evaluation.lines import json_lines
from vnpolitext.text import View

PASSES = 4


def agreement(path: Path) -> dict[str, float]:
    total = run(read_gold(path)).total
    figures = {
        f"{name} F1": 100 * total.figures[f"citations.{name}"].f1 for name in ("spans", "keys")
    }
    return figures | {name: 100 * figure.recall for name, figure in total.attributes.items()}


def seconds(texts: list[str], work: Any) -> float:
    best = float("inf")
    for _ in range(PASSES):
        begin = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - begin)
    return best


def speed(texts: list[str]) -> dict[str, float]:
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6
    find_citations(texts[0])
    view = seconds(texts, lambda text: View.of(text).lower)
    find = seconds(texts, find_citations)
    return {
        "view MB/s": size / view,
        "citations MB/s": size / find,
        "citations / view": find / view,
    }


def growth() -> dict[str, float]:
    """Seconds for eight times the text over seconds for the text, the worst of several runs."""
    worst = 0.0
    for seed in ("1", "/", "-", " ", "12/", "Nghị quyết số ", "Luật Đất đai, ", "1-NQ/TW, "):
        short, long = (seed * (20_000 * factor // len(seed)) for factor in (1, 8))
        worst = max(worst, seconds([long], find_citations) / seconds([short], find_citations))
    return {"growth at 8x": worst}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--raw", type=Path, help="texts for the speed, JSON Lines")
    parser.add_argument("--most", type=int, default=600, help="how many raw texts to read")
    arguments = parser.parse_args()
    for path in arguments.gold:
        report(path.name, agreement(path))
    if arguments.raw:
        texts = [document["text"] for document in islice(json_lines(arguments.raw), arguments.most)]
        report(arguments.raw.name, speed(texts))
    report("long runs", growth())


def report(name: str, figures: dict[str, float]) -> None:
    print(f"{name:20} " + "  ".join(f"{key} {value:.2f}" for key, value in figures.items()))


if __name__ == "__main__":
    main()
