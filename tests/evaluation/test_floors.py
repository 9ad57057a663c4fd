"""Floors: they hold, rise, and sink only for a reason."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vnpolitext.cli.app import app
from vnpolitext.evaluation import Floors, GoldError

TEXT = "Ông Lê Văn An, Chủ tịch UBND xã Tân Lập."
START = TEXT.index("Lê")
DOCUMENT = {
    "id": "d",
    "text": TEXT,
    "persons": [{"name": "Lê Văn An", "mentions": [[START, START + 9]], "positions": []}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(DOCUMENT, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def held(gold: Path, **figures: float) -> Floors:
    floors = Floors()
    floors.renew(gold, figures)
    return floors


def test_a_figure_may_fall_by_less_than_the_slack(gold: Path) -> None:
    floors = held(gold, mentions=90.0)
    assert floors.check(gold, {"mentions": 89.8}) == []
    [short] = floors.check(gold, {"mentions": 89.6})
    assert (short.figure, short.floor, short.value) == ("mentions", 90.0, 89.6)
    assert "89.6 is below its floor 90.0" in str(short)


def test_a_figure_that_is_gone_has_fallen(gold: Path) -> None:
    floors = held(gold, mentions=90.0)
    assert [short.value for short in floors.check(gold, {})] == [None]
    assert [short.value for short in floors.check(gold, {"mentions": None})] == [None]


def test_floors_rise_and_do_not_sink(gold: Path) -> None:
    floors = held(gold, mentions=90.0, places=80.0)
    assert floors.renew(gold, {"mentions": 95.0, "places": 70.0}) == ["mentions: 90.0 → 95.0"]
    assert floors.files["gold.jsonl"]["floors"] == {"mentions": 95.0, "places": 80.0}


def test_a_lowered_floor_keeps_its_reason(gold: Path) -> None:
    floors = held(gold, mentions=90.0)
    floors.renew(gold, {"mentions": 85.0}, reason="the guidelines count aliases now")
    stored = floors.files["gold.jsonl"]
    assert stored["floors"] == {"mentions": 85.0}
    [lowered] = stored["lowered"]
    assert lowered["from"] == 90.0
    assert lowered["reason"] == "the guidelines count aliases now"


def test_another_annotation_is_noticed(gold: Path) -> None:
    floors = held(gold, mentions=90.0)
    gold.write_text(gold.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match="annotation has changed"):
        floors.check(gold, {"mentions": 99.0})
    with pytest.raises(GoldError, match="say why"):
        floors.renew(gold, {"mentions": 99.0})
    floors.renew(gold, {"mentions": 99.0}, reason="two mentions were wrong")
    assert floors.check(gold, {"mentions": 99.0}) == []


def test_line_ends_of_a_checkout_are_no_change(gold: Path) -> None:
    floors = held(gold, mentions=90.0)
    gold.write_bytes(gold.read_bytes().replace(b"\n", b"\r\n"))
    assert floors.check(gold, {"mentions": 90.0}) == []


def test_written_floors_are_read_back(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = held(gold, mentions=90.0)
    floors.write(path)
    assert Floors.read(path) == floors


def test_a_file_without_floors_is_an_error(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="has no floors"):
        Floors().check(gold, {})
    broken = tmp_path / "floors.json"
    broken.write_text("[]", encoding="utf-8")
    with pytest.raises(GoldError, match=r"floors\.json: not a file of floors"):
        Floors.read(broken)


def test_the_command_holds_writes_and_refuses(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    arguments = ["evaluate", str(gold), "--floors", str(path)]
    invoke = CliRunner().invoke
    assert invoke(app, arguments).exit_code == 2
    assert invoke(app, [*arguments, "--raise"]).exit_code == 0
    assert invoke(app, arguments).exit_code == 0
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["files"]["gold.jsonl"]["floors"]["places.spans"] = 50.0
    path.write_text(json.dumps(stored), encoding="utf-8")
    result = invoke(app, arguments)
    assert result.exit_code == 1
    assert "places.spans: 0.0 is below its floor 50.0" in result.output
    assert invoke(app, [*arguments, "--raise"]).exit_code == 1
    assert invoke(app, [*arguments, "--lower", "no places are annotated"]).exit_code == 0
    assert "no places are annotated" in path.read_text(encoding="utf-8")


def test_raising_needs_a_file(gold: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(gold), "--raise"])
    assert result.exit_code == 2
    assert "--floors" in result.output
