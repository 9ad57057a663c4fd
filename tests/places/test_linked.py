"""The right unit, or none: invented contexts of every level, time and kind of decoy."""

import re
from pathlib import Path

from vnpolitext.models import read_table
from vnpolitext.places import find_places, gazetteer

MARK = re.compile(r"\[([^\]]+)\]")
ROWS = list(read_table(Path(__file__).parent / "linked.tsv", ("text", "units")))
ENOUGH = 98.5


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without marks, and what they mark."""
    marked = marked.replace("\\n", "\n")
    text, spans, done = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        done = mark.end()
    return text + marked[done:], spans


def test_every_mark_has_units_that_exist() -> None:
    known = gazetteer()
    for marked, units in ROWS:
        asked = units.split(" ; ")
        assert len(asked) == len(unmark(marked)[1]), marked
        named = {unit for each in asked for unit in each.split("|") if unit != "-"}
        assert not [unit for unit in named if known.by_id(unit) is None], marked


def test_the_right_units() -> None:
    asked = 0
    wrong = []
    for marked, units in ROWS:
        text, spans = unmark(marked)
        places = find_places(text)
        for (start, end), meant in zip(spans, units.split(" ; "), strict=True):
            over = [place for place in places if place.start < end and start < place.end]
            found = (over[0].unit_id if over else None) or "-"
            asked += 1
            if found not in meant.split("|"):
                wrong.append((text[start:end], found, meant, text[max(0, start - 40) : end + 40]))
    assert asked >= 580
    assert 100 * (asked - len(wrong)) / asked >= ENOUGH, wrong
