"""The command line compares as the function does, and says what is wrong in one line."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from vnpolitext.cli import main

TEXTS = {
    "a": "Ngày 02/03/2021. Nông dân được mùa lúa, thủy lợi đủ nước.",
    "b": "Ngày 05/06/2019. Học sinh khai giảng, giáo viên phấn khởi.",
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run the command line in this process; return its exit code."""

    def call(*arguments: str | Path) -> int:
        monkeypatch.setattr(sys, "argv", ["vnpolitext", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        return int(end.value.code or 0)

    return call


@pytest.fixture
def folder(folder_of: Callable[[str, dict[str, str]], Path]) -> Path:
    return folder_of("texts", TEXTS)


def test_tables_and_report_with_a_lexicon_of_ones_own(
    run: Callable[..., int], folder: Path, tmp_path: Path, held: Callable[..., Any]
) -> None:
    lexicon = tmp_path / "own.csv"
    lexicon.write_text("theme,term\nfarm,thủy lợi\nschool,học sinh\n", encoding="utf-8")
    target = tmp_path / "out"
    assert run("compare", folder, "-o", target, "--lexicon", lexicon) == 0
    themes = pd.read_csv(target / "themes.csv")
    assert themes.query("hits > 0")[["group", "theme"]].values.tolist() == [
        ["a", "farm"], ["b", "school"]
    ]  # fmt: skip
    data = held((target / "report.html").read_text(encoding="utf-8"))
    assert any("No passage of 10" in note for note in data["themes"]["notes"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--by", "colour"], "no document has metadata 'colour'"),
        (["--lexicon", "nowhere"], "nowhere"),
    ],
)
def test_what_is_wrong_in_one_line(
    run: Callable[..., int],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    message: str,
) -> None:
    assert run("compare", folder, "-o", folder.parent / "out", *options) == 2
    complaint = capsys.readouterr().err.strip().splitlines()
    assert len(complaint) == 1
    assert message in complaint[0]
