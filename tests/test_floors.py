"""No figure falls: every file of annotated texts stands on the floors of ``floors.json``.

Files of the project are here; others lie among the shared texts, and windows are annotated
stand-off on texts that lie there.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from vnpolitext.evaluation import Floors, read_gold, read_windows, run

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"


@pytest.mark.parametrize("name", sorted(json.loads(FLOORS.read_text(encoding="utf-8"))["files"]))
def test_no_figure_is_below_its_floor(name: str, request: pytest.FixtureRequest) -> None:
    own = sorted((HERE / "gold").rglob(name))
    path = own[0] if own else request.getfixturevalue("shared") / "gold" / name
    stand_off = path.parent.name == "windows"
    documents: list[dict[str, Any]] = (
        read_windows(path, request.getfixturevalue("shared") / "data")
        if stand_off
        else read_gold(path)
    )
    figures = run(documents).total.to_dict()
    assert [str(short) for short in Floors.read(FLOORS).check(path, figures)] == []


def test_every_annotated_file_of_the_project_has_floors() -> None:
    files = {path.name for path in (HERE / "gold").rglob("*.jsonl")}
    assert files <= set(Floors.read(FLOORS).files)
