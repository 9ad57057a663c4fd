"""Measure the place finder: agreement with gold texts, merger items, speed, load.

    python benchmarks/places.py GOLD.jsonl [GOLD.jsonl ...] [--raw RAW.jsonl.gz]

GOLD has one object a line with ``id``, ``text`` and ``places``; RAW the same without places.
Agreement is micro-averaged F1 of exact spans, and of spans with levels. Merger items are those of
RAW that merge communes into one (``... thành xã mới có tên gọi là ...``): the share of the names
in them that are found and linked, the old ones to units that ended, the new one to one that
exists. Speed is UTF-8 text a second of processor time in one process, the best of several passes.
The gazetteer is loaded as nearly always, from what an earlier process kept, and as the first
process ever does, which keeps nothing yet.
"""

import argparse
import os
import re
import time
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from vnpolitext.evaluation import read_gold, run
from vnpolitext.evaluation.lines import json_lines
from vnpolitext.places import Place, find_places, gazetteer

PASSES = 4
ITEM = re.compile(
    r"Sắp xếp toàn bộ diện tích[^.]{10,900}?mới có\s+tên\s+gọi\s+là[\s*]*"
    r"(?:xã|phường|đặc khu)[^.]{2,60}\."
)
PARTS_OF_UNITS = re.compile("một phần|phần còn lại|sau khi")


def agreement(path: Path) -> dict[str, float]:
    figures = run(read_gold(path)).total.figures
    return {f"{name} F1": 100 * figures[f"places.{name}"].f1 for name in ("spans", "levels")}


def names_in(item: str) -> int:
    """How many units an item names: the old ones, and the new one."""
    body = re.sub(r"\([^)]*\)|\*", "", item.split("dân số của", 1)[-1])
    olds = re.sub(r"\bthành\s+(?:xã|phường|đặc khu)\s*$", "", body.partition("mới có")[0].strip())
    parts = re.split(r",|\svà\s", re.sub(r"và(?=[A-Zxtcp])", " và ", olds))
    return sum(re.search(r"[A-ZĐ]|\d", part) is not None for part in parts) + 1


def is_right(places: list[Place], index: int) -> bool:
    place = places[index]
    ended = place.valid_to == "2025-07-01"
    return place.code is not None and ended == (index < len(places) - 1)


def mergers(texts: list[str]) -> dict[str, float]:
    asked = right = items = 0
    for text in texts:
        if text.count("tên gọi là") < 5:
            continue
        places = find_places(text)
        for item in ITEM.finditer(text):
            if PARTS_OF_UNITS.search(item[0]):
                continue
            inside = [
                p for p in places if p.level == "commune" and item.start() <= p.start < item.end()
            ]
            items += 1
            asked += names_in(item[0])
            right += sum(is_right(inside, index) for index in range(len(inside)))
    return {"merger items": items, "names linked, percent": 100 * right / max(1, asked)}


def speed(texts: list[str]) -> float:
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    best = float("inf")
    for _ in range(PASSES):
        begin = time.process_time()
        for text in texts:
            find_places(text)
        best = min(best, time.process_time() - begin)
    return size / best / 1e6


def load() -> dict[str, float]:
    usual = min(_loaded() for _ in range(PASSES * 2))
    first = float("inf")
    for _ in range(PASSES):
        with TemporaryDirectory() as folder, patch.dict(os.environ, VNPOLITEXT_KEPT=folder):
            first = min(first, _loaded())
    gazetteer.cache_clear()
    tracemalloc.start()
    known = gazetteer()
    _ = known.masks, known.openings, known.thirds
    memory, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {
        "load, milliseconds": usual * 1000,
        "first load ever, milliseconds": first * 1000,
        "load, megabytes": memory / 1e6,
    }


def _loaded() -> float:
    gazetteer.cache_clear()
    begin = time.process_time()
    known = gazetteer()
    _ = known.masks, known.openings, known.thirds
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--raw", type=Path, help="texts for speed and merger items")
    arguments = parser.parse_args()
    for path in arguments.gold:
        for name, value in agreement(path).items():
            print(f"{path.name:16} {name:30} {value:8.2f}")
    figures = load()
    if arguments.raw:
        texts = [document["text"] for document in json_lines(arguments.raw)]
        figures |= mergers(texts)
        figures["speed, MB/s"] = speed(texts[::4])
    for name, value in figures.items():
        print(f"{'':16} {name:30} {value:8.2f}")


if __name__ == "__main__":
    main()
