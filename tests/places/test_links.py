"""The right unit: mentions of real texts, each decided by reading, stand-off in tests/gold."""

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from vnpolitext.evaluation.lines import json_lines
from vnpolitext.models import read_table
from vnpolitext.places import Place, find_places, gazetteer

COLUMNS = ("id", "source", "document", "start", "end", "sha256", "readings", "units")
# By the draw, which opens an identity, and the readings: how many in a hundred are right.
ENOUGH = {
    ("l", 1): 97.0,
    ("l", 2): 97.0,
    ("f", 2): 93.0,
    ("m", 2): 94.0,
    ("p", 2): 97.0,
    ("q", 1): 98.0,
    ("r", 2): 96.0,
    ("s", 2): 93.5,
    ("v", 1): 94.5,
    ("w", 2): 93.0,
}


@dataclass(frozen=True)
class Link:
    """A mention, and the units that it can mean; ``None`` stands for no unit."""

    id: str
    source: str
    document: str
    start: int
    end: int
    sha256: str
    readings: int
    units: tuple[str | None, ...]

    @classmethod
    def of(cls, row: tuple[str, ...]) -> "Link":
        units = tuple(None if unit == "-" else unit for unit in row[7].split())
        return cls(*row[:3], int(row[3]), int(row[4]), row[5], int(row[6]), units)


LINKS = [
    Link.of(row) for row in read_table(Path(__file__).parents[1] / "gold" / "links.tsv", COLUMNS)
]


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, list[Place]]:
    """Places of every document that a mention was drawn from."""
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for link in LINKS:
        wanted[link.source][link.document] = link.sha256
    places = {}
    for source, documents in wanted.items():
        for row in json_lines(shared / "data" / source):
            if row["id"] in documents:
                digest = sha256(row["text"].encode()).hexdigest()
                assert digest.startswith(documents[row["id"]])
                places[row["id"]] = find_places(row["text"])
    return places


def unit_of(places: list[Place], link: Link) -> str | None:
    over = [place for place in places if place.start < link.end and link.start < place.end]
    return over[0].unit_id if over else None


@pytest.mark.parametrize(("draw", "readings"), list(ENOUGH))
def test_the_right_unit(found: dict[str, list[Place]], draw: str, readings: int) -> None:
    asked = [link for link in LINKS if link.id[0] == draw and link.readings == readings]
    wrong = {
        link.id: unit
        for link in asked
        if (unit := unit_of(found[link.document], link)) not in link.units
    }
    assert 100 * (len(asked) - len(wrong)) / len(asked) >= ENOUGH[draw, readings], wrong


def test_the_units_exist() -> None:
    known = gazetteer()
    named = {unit for link in LINKS for unit in link.units if unit is not None}
    assert not [unit for unit in named if known.by_id(unit) is None]
    assert len(LINKS) == len({link.id for link in LINKS}) == 3177
