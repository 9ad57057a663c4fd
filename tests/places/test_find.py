"""Spans, levels and links of places, by pairs of an invented sentence and its places."""

import re
from pathlib import Path

import pytest

from vnpolitext.models import read_table
from vnpolitext.places import Place, find_places
from vnpolitext.text import View

LEVELS = {"p": "province", "d": "district", "c": "commune"}
MARK = re.compile(r"\[([pdc]):([^\]]+)\]")
ROWS = [
    pytest.param(*row, id=f"{number}-{row[2][:30]}")
    for number, row in enumerate(
        read_table(Path(__file__).parent / "marked.tsv", ("as_of", "province", "text"))
    )
]


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and the places they mark."""
    marked = marked.replace("\\n", "\n")
    text, places, done = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        places.append((len(text), len(text) + len(mark[2]), LEVELS[mark[1]]))
        text += mark[2]
        done = mark.end()
    return text + marked[done:], places


def spans(places: list[Place]) -> list[tuple[int, int, str | None]]:
    return [(place.start, place.end, place.level) for place in places]


@pytest.mark.parametrize(("as_of", "province", "marked"), ROWS)
def test_marked_sentence(as_of: str, province: str, marked: str) -> None:
    text, expected = unmark(marked)
    found = find_places(text, as_of=as_of or None, province=province or None)
    assert [(text[a:b], level) for a, b, level in spans(found)] == [
        (text[a:b], level) for a, b, level in expected
    ]
    assert spans(found) == expected


@pytest.mark.parametrize(("as_of", "province", "marked"), ROWS[::4])
def test_a_view_gives_the_same(as_of: str, province: str, marked: str) -> None:
    text, _ = unmark(marked)
    day, home = as_of or None, province or None
    as_text = find_places(text, as_of=day, province=home)
    assert find_places(View.of(text), as_of=day, province=home) == as_text
