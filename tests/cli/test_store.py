"""Stores on the command line: made, asked, and written for other programs."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

import vnpolitext as vp
from vnpolitext.cli.app import app

TEXTS = {
    "a": "Xã Mây họp\n05/06/2021\n\nĐồng chí Lò Văn Mây, Bí thư Huyện ủy, nêu Chỉ thị 05-CT/TW.\n",
    "b": "Huyện Tủa Chùa làm đường theo Nghị quyết số 35-NQ/TW.",
}


def run(*arguments: str | Path) -> str:
    done = CliRunner().invoke(app, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    return done.stdout


def usage_error(*arguments: str | Path) -> str:
    done = CliRunner().invoke(app, list(map(str, arguments)))
    assert type(done.exception).__name__ == "UsageError"
    assert "\n" not in str(done.exception)
    return str(done.exception)


@pytest.fixture
def store(tmp_path: Path, folder_of: Callable[[str, dict[str, str]], Path]) -> Path:
    folder = folder_of("kho bài", TEXTS)
    run("analyze", folder, "--format", "store", "-o", tmp_path / "store")
    return tmp_path / "store"


def test_made(store: Path, tmp_path: Path) -> None:
    assert vp.Corpus.open(store).ids == ["a", "b"]
    assert "-o" in usage_error("analyze", store, "--format", "store")
    assert "standard input" in usage_error("analyze", "-", "--format", "store", "-o", store)
    other = ("analyze", tmp_path / "kho bài", "--format", "store", "-o", tmp_path)
    assert "a folder with other files" in usage_error(*other)


def test_made_with_failures(store: Path, tmp_path: Path) -> None:
    (tmp_path / "kho bài" / "c.txt").write_bytes(b"\xff\xfe\x00")
    asked = ["analyze", str(tmp_path / "kho bài"), "--format", "store", "-o", str(store)]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 1
    assert "c.txt: byte 0 is not utf-16-le" in done.stderr
    assert run("query", store, "SELECT id FROM failures", "--format", "csv") == "id\nc\n"


def test_asked(store: Path) -> None:
    count = "SELECT count(*) AS n FROM documents"
    assert run("query", store, count).split() == ["n", "2"]
    assert run("query", store, count, "--format", "csv") == "n\n2\n"
    assert json.loads(run("query", store, count, "--format", "json")) == {"n": 2}
    joined = "SELECT d.title, c.number FROM citations c JOIN documents d USING (id) WHERE id = 'a'"
    found = json.loads(run("query", store, joined, "--format", "json"))
    assert found == {"title": "Xã Mây họp", "number": "05-CT/TW"}
    assert run("query", store, "SELECT 1 AS n WHERE false", "--format", "csv") == "n\n"


def test_asked_wrongly(store: Path, tmp_path: Path) -> None:
    assert "no store" in usage_error("query", tmp_path, "SELECT 1")
    assert '"wind" not found' in usage_error("query", store, "SELECT wind FROM documents")
    assert "syntax error" in usage_error("query", store, "SELEC 1")


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_written_as_tables(store: Path, tmp_path: Path, form: str) -> None:
    run("export", store, "--format", form, "-o", tmp_path / "tables")
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet}[form]
    frame = read(tmp_path / "tables" / f"citations.{form}")
    assert frame["number"].tolist() == ["05-CT/TW", "35-NQ/TW"]


def test_written_as_files(store: Path, tmp_path: Path) -> None:
    run("export", store, "-o", tmp_path / "a.jsonl")
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b"]
    run("export", store, "--format", "conllu", "-o", tmp_path / "a.conllu")
    words = (tmp_path / "a.conllu").read_text(encoding="utf-8")
    assert words.count("# newdoc id = ") == 2
    run("export", store, "--format", "graphml", "-o", tmp_path / "a.graphml")
    assert "35-nq/tw" in (tmp_path / "a.graphml").read_text(encoding="utf-8").lower()
    assert "conllu" in usage_error("export", store, "--format", "labelstudio", "-o", "x")
