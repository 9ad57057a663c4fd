"""People and their offices, whatever the order of the columns and the way of writing."""

from collections import Counter

import pytest

from vnpolitext.officials import find_persons

from .pages import Page, pages

SHARE = 0.97
Row = tuple[str, str, set[str] | None, set[str]]


@pytest.fixture(scope="module")
def found() -> list[tuple[Page, dict[str, set[str]]]]:
    """Each page, and the people found on it with their offices."""
    return [
        (
            page,
            {
                person.name: {" ".join(position.text.split()) for position in person.positions}
                for person in find_persons(page.text)
            },
        )
        for page in pages()
    ]


@pytest.fixture(scope="module")
def tried(found: list[tuple[Page, dict[str, set[str]]]]) -> list[Row]:
    """The way of writing, a person, the offices found (``None``: not found) and the right ones."""
    return [
        (page.way, name, people.get(name), held)
        for page, people in found
        for name, held in page.offices.items()
    ]


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


def test_nobody_else_is_found_on_the_pages(found: list[tuple[Page, dict[str, set[str]]]]) -> None:
    strangers = Counter(name for page, people in found for name in people.keys() - page.offices)
    assert sum(strangers.values()) <= 0.03 * len(found), strangers
