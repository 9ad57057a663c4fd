"""Figures on annotated texts: the project's own sample, and the shared one where present."""

import json
from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any

import pytest

from vnpolitext.places import find_places


def f1(pairs: Iterable[tuple[Iterable[Hashable], Iterable[Hashable]]]) -> float:
    """Micro-averaged F1 of (gold facts, found facts), in percent."""
    right = wanted = given = 0
    for gold, found in pairs:
        wants, gives = Counter(gold), Counter(found)
        right += (wants & gives).total()
        wanted += wants.total()
        given += gives.total()
    return 200 * right / (wanted + given)


def scores(documents: list[dict[str, Any]]) -> tuple[float, float]:
    spans, levels = [], []
    for document in documents:
        found = find_places(document["text"])
        gold = document["places"]
        spans.append(([(p["start"], p["end"]) for p in gold], [(p.start, p.end) for p in found]))
        levels.append(
            (
                [(p["start"], p["end"], p["level"]) for p in gold],
                [(p.start, p.end, p.level) for p in found],
            )
        )
    return f1(spans), f1(levels)


def test_own_sample(written: list[dict[str, Any]]) -> None:
    spans, levels = scores(written)
    assert spans >= 93
    assert levels >= 91


def test_real_sample(shared: Path) -> None:
    lines = (shared / "gold" / "real.jsonl").read_text("utf-8").splitlines()
    spans, levels = scores([json.loads(line) for line in lines if line.strip()])
    assert spans >= 93
    assert levels >= 91


def test_the_measure() -> None:
    assert f1([([1, 2], [2, 3])]) == pytest.approx(50)
    assert f1([([1], [1]), ([2], [2])]) == pytest.approx(100)


def test_raw_texts_neither_fail_nor_lose_offsets(raw_texts: list[str]) -> None:
    for text in raw_texts[::60]:
        for place in find_places(text):
            assert text[place.start : place.end] == place.text
