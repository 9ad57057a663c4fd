"""People and their offices, whatever the order of the columns and the way of writing."""

from collections import Counter

import pytest

from vnpolitext.officials import find_persons

from .pages import pages

SHARE = 0.97
Row = tuple[str, str, set[str] | None, set[str]]


@pytest.fixture(scope="module")
def tried() -> list[Row]:
    """The way of writing, a person, the offices found (``None``: not found) and the right ones."""
    rows = []
    for page in pages():
        found = {
            person.name: {" ".join(position.text.split()) for position in person.positions}
            for person in find_persons(page.text)
        }
        rows += [(page.way, name, found.get(name), held) for name, held in page.offices.items()]
    return rows


def test_nearly_every_row_is_right(tried: list[Row]) -> None:
    right = sum(found == held for _, _, found, held in tried)
    assert len(tried) > 2000
    assert right / len(tried) >= SHARE


def test_no_way_of_writing_fails(tried: list[Row]) -> None:
    all_, right = Counter[str](), Counter[str]()
    for way, _, found, held in tried:
        all_[way] += 1
        right[way] += found == held
    assert [way for way in all_ if right[way] < 0.9 * all_[way]] == []


def test_nobody_else_is_found_on_the_pages() -> None:
    strangers = Counter[str]()
    count = 0
    for page in pages():
        count += 1
        strangers.update(p.name for p in find_persons(page.text) if p.name not in page.offices)
    assert sum(strangers.values()) <= 0.03 * count, strangers
