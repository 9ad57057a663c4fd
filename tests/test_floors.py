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
    evaluate_orders,
    evaluate_relations,
    evaluate_statements,
    event_figure,
    identity_figure,
    read_gold,
    read_windows,
    run,
)
from vnpolitext.officials import find_persons
from vnpolitext.people import personnel_events, resolve_persons
from vnpolitext.places import find_places
from vnpolitext.themes import ThemeLexicon, code_themes
from vnpolitext.validation import score_codes

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
LEARNT = {"lives", "titles"}
"""Folders of what weights are learnt from."""
SCORERS = {
    "relations": evaluate_relations,
    "reading": evaluate_orders,
    "statements": evaluate_statements,
}


@pytest.mark.parametrize("name", sorted(json.loads(FLOORS.read_text(encoding="utf-8"))["files"]))
def test_no_figure_is_below_its_floor(name: str, request: pytest.FixtureRequest) -> None:
    own = sorted(path for path in (HERE / "gold").rglob(name) if path.parent.name not in LEARNT)
    path = own[0] if own else request.getfixturevalue("shared") / "gold" / name
    stand_off = path.parent.name in {"windows", "people", "themes", *SCORERS}
    documents: list[dict[str, Any]] = (
        read_windows(path, request.getfixturevalue("shared") / "data")
        if stand_off
        else read_gold(path)
    )
    if path.parent.name == "themes":
        figures = themes(documents)
    elif path.parent.name == "people":
        figures = people(documents)
    elif path.parent.name in SCORERS:
        scored = SCORERS[path.parent.name](documents)
        figures = {name: round(100 * figure.f1, 2) for name, figure in scored.items()}
    else:
        figures = run(documents).total.to_dict()
    assert [str(short) for short in Floors.read(FLOORS).check(path, figures)] == []


def people(documents: list[dict[str, Any]]) -> dict[str, float | None]:
    read = [
        SimpleNamespace(
            id=each["id"],
            metadata={},
            text=each["text"],
            persons=find_persons(each["text"], places=find_places(each["text"])),
            citations=[],
        )
        for each in documents
    ]
    if "events" in documents[0]:
        recall = event_figure(documents, personnel_events(read)).recall
        return {"people.events.recall": round(100 * recall, 2)}
    found = resolve_persons(read)
    figure = identity_figure(documents, found)
    return {
        "people.identities": round(100 * figure.f1, 2),
        "people.identities.precision": round(100 * figure.precision, 2),
    }


def themes(documents: list[dict[str, Any]]) -> dict[str, float | None]:
    """Return F1 of the lexicon on coded passages; the codes have the themes' former names."""
    lexicon = ThemeLexicon.load()
    table = code_themes([each["text"] for each in documents], lexicon)
    ours = [{name for name in table if row[name]} for _, row in table.iterrows()]
    gold = [{lexicon.former.get(name, name) for name in each["themes"]} for each in documents]
    f1 = score_codes(gold, ours, lexicon.names, replicates=1)["f1"]
    return {
        "themes.micro": round(100 * float(f1["(micro)"]), 2),
        "themes.macro": round(100 * float(f1["(macro)"]), 2),
    }


def test_every_annotated_file_of_the_project_has_floors() -> None:
    files = {path.name for path in (HERE / "gold").rglob("*.jsonl")}
    assert files <= set(Floors.read(FLOORS).files)
