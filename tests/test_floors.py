"""No figure falls: every file of annotated texts stands on the floors of ``floors.json``.

Files of the project are here; others lie among the shared texts, and windows are annotated
stand-off on texts that lie there.
"""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from vnpolitext.evaluation import (
    Floors,
    evaluate_relations,
    identity_figure,
    read_gold,
    read_windows,
    run,
)
from vnpolitext.officials import Person, find_persons
from vnpolitext.people import resolve_persons
from vnpolitext.places import find_places

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"


@pytest.mark.parametrize("name", sorted(json.loads(FLOORS.read_text(encoding="utf-8"))["files"]))
def test_no_figure_is_below_its_floor(name: str, request: pytest.FixtureRequest) -> None:
    own = sorted((HERE / "gold").rglob(name))
    path = own[0] if own else request.getfixturevalue("shared") / "gold" / name
    stand_off = path.parent.name in {"windows", "people", "relations"}
    documents: list[dict[str, Any]] = (
        read_windows(path, request.getfixturevalue("shared") / "data")
        if stand_off
        else read_gold(path)
    )
    if path.parent.name == "people":
        figures = who_is_who(documents)
    elif path.parent.name == "relations":
        scored = evaluate_relations(documents)
        figures = {name: round(100 * figure.f1, 2) for name, figure in scored.items()}
    else:
        figures = run(documents).total.to_dict()
    assert [str(short) for short in Floors.read(FLOORS).check(path, figures)] == []


def who_is_who(documents: list[dict[str, Any]]) -> dict[str, float | None]:
    found = resolve_persons(
        SimpleNamespace(id=each["id"], metadata={}, text=each["text"], persons=find(each["text"]))
        for each in documents
    )
    figure = identity_figure(documents, found)
    return {
        "people.identities": round(100 * figure.f1, 2),
        "people.identities.precision": round(100 * figure.precision, 2),
    }


def find(text: str) -> list[Person]:
    return find_persons(text, places=find_places(text))


def test_every_annotated_file_of_the_project_has_floors() -> None:
    files = {path.name for path in (HERE / "gold").rglob("*.jsonl")}
    assert files <= set(Floors.read(FLOORS).files)
