"""The right unit: mentions of real texts, each decided by reading, stand-off in tests/gold."""

from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from vnpolitext.evaluation.lines import json_lines
from vnpolitext.places import Place, find_places, gazetteer

LINKS = list(json_lines(Path(__file__).parents[1] / "gold" / "links.jsonl"))
ENOUGH = 96.0


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, list[Place]]:
    """Places of every document that a mention was drawn from."""
    wanted = defaultdict(dict)
    for link in LINKS:
        wanted[link["source"]][link["document"]] = link["sha256"]
    places = {}
    for source, documents in wanted.items():
        for row in json_lines(shared / "data" / source):
            if row["id"] in documents:
                digest = sha256(row["text"].encode()).hexdigest()
                assert digest.startswith(documents[row["id"]])
                places[row["id"]] = find_places(row["text"])
    return places


def unit_of(places: list[Place], link: dict[str, Any]) -> str | None:
    over = [place for place in places if place.start < link["end"] and link["start"] < place.end]
    return over[0].unit_id if over else None


@pytest.mark.parametrize("readings", [1, 2])
def test_the_right_unit(found: dict[str, list[Place]], readings: int) -> None:
    asked = [link for link in LINKS if link["readings"] == readings]
    wrong = {
        link["id"]: unit
        for link in asked
        if (unit := unit_of(found[link["document"]], link)) not in link["units"]
    }
    assert 100 * (len(asked) - len(wrong)) / len(asked) >= ENOUGH, wrong


def test_the_units_exist() -> None:
    known = gazetteer()
    named = {unit for link in LINKS for unit in link["units"] if unit is not None}
    assert not [unit for unit in named if known.by_id(unit) is None]
    assert len(LINKS) == len({link["id"] for link in LINKS}) == 400
