"""Whose life a text tells, against windows whose reader has said it.

Nothing of the texts is here: ``tests/gold/lives/read.jsonl`` has offsets into the shared ones.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from vnpolitext.evaluation import read_windows
from vnpolitext.officials.find import read_scenes
from vnpolitext.text import View

GOLD = Path(__file__).parents[1] / "gold" / "lives" / "read.jsonl"
RIGHT, INVENTED = 326, 9


def test_subjects_are_those_that_readers_name(shared: Path) -> None:
    outcomes = Counter(outcome(each) for each in read_windows(GOLD, shared / "data"))
    assert outcomes["right"] >= RIGHT, outcomes
    assert outcomes["invented"] <= INVENTED, outcomes


def outcome(window: dict[str, Any]) -> str:
    found = subject(window["text"])
    if window["subject"] is None:
        return "right" if found is None else "invented"
    if found is None:
        return "missed"
    wanted = View.of(window["text"][slice(*window["subject"])]).lower.split()
    return "right" if found == wanted or found[-1] == wanted[-1] else "other"


def subject(text: str) -> list[str] | None:
    """Return the words of the mention by which a text is taken to be about somebody."""
    scene = next(read_scenes(text))
    if scene.subject is None:
        return None
    name = scene.elements[scene.numbers[scene.subject]]
    return scene.tokens.words[name.first : name.last]
