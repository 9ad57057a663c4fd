"""Pair tables: sentences and layouts of our own, and the persons and positions they give."""

from pathlib import Path

import pytest

from vnpolitext.models import read_table
from vnpolitext.officials import find_persons

HERE = Path(__file__).parent
CASES = list(read_table(HERE / "cases.tsv", ("text", "persons")))
BODIES = list(read_table(HERE / "bodies.tsv", ("text", "persons")))
FORMS = list(read_table(HERE / "name_forms.tsv", ("text", "persons")))
MORE = list(read_table(HERE / "more_cases.tsv", ("text", "persons")))


def written(text: str) -> str:
    return text.replace("\\n", "\n")


def told(text: str) -> str:
    found = find_persons(text)
    parts = []
    for person in found:
        positions = "; ".join(dict.fromkeys(position.text for position in person.positions))
        parts.append(f"{person.name} = {positions}")
    return " | ".join(parts).strip()


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_layouts(text, expected):
    assert told(written(text)) == written(expected).strip()


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_hard_cases(text, expected):
    assert told(written(text)) == written(expected).strip()


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms_of_names(text, expected):
    assert told(written(text)) == written(expected).strip()


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_beyond_the_tables(text, expected):
    assert told(written(text)) == written(expected).strip()
