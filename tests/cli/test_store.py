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
    odd = "SELECT [date '2021-06-05'] d, 'ab'::BLOB b, [1.5, NULL] n, 'inf'::DOUBLE i, '101'::BIT t"
    row = json.loads(run("query", store, odd, "--format", "json"))
    assert row == {
        "d": ["2021-06-05T00:00:00"], "b": "6162", "n": [1.5, None], "i": None, "t": "05fd",
    }  # fmt: skip
    published = run("query", store, "SELECT published FROM documents", "--format", "json")
    assert json.loads(published.splitlines()[0]) == {"published": "2021-06-05T00:00:00"}


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


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("out.jsonl", "lines"), ("out.NDJSON", "lines"), ("out.txt", "lines"), ("out.json", "list"),
        ("out", "store"), ("out/", "store"), ("out.v2/", "store"), ("there", "store"),
        ("old", "lines"),
    ],
)  # fmt: skip
def test_the_name_of_the_output_says_its_format(tmp_path, folder_of, name, kind):
    folder = folder_of("bài", TEXTS)
    (tmp_path / "there").mkdir()
    (tmp_path / "old").write_text("a file of somebody's\n", encoding="utf-8")
    run("analyze", folder, "-o", f"{tmp_path}/{name}")
    path = tmp_path / name
    if kind == "store":
        assert vp.Corpus.open(path).ids == ["a", "b"]
    elif kind == "list":
        assert [each["id"] for each in json.loads(path.read_text(encoding="utf-8"))] == ["a", "b"]
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["id"] for line in lines] == ["a", "b"]


def test_a_dash_is_standard_output(tmp_path, folder_of, monkeypatch):
    folder = folder_of("bài", TEXTS)
    monkeypatch.chdir(tmp_path)
    assert run("analyze", folder, "-o", "-") == run("analyze", folder)
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx", "out.parquet", "out.jsonl.gz", "out.dta"])
def test_a_name_that_promises_another_file_is_told(tmp_path, name):
    told = usage_error("analyze", tmp_path, "-o", tmp_path / name)
    assert told.endswith("and folders; export writes other files of a store")
    assert not (tmp_path / name).exists()


def test_rows_on_standard_input_make_a_store(tmp_path):
    rows = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in TEXTS.items())
    asked = ["analyze", "-", "-o", str(tmp_path / "made")]
    done = CliRunner().invoke(app, asked, input=rows)
    assert done.exit_code == 0, done.output
    assert vp.Corpus.open(tmp_path / "made").ids == ["a", "b"]


@pytest.fixture
def lines(store: Path, tmp_path: Path) -> Path:
    """Analyses, one a line, in a file whose name does not say so."""
    vp.Corpus.open(store).to_jsonl(tmp_path / "lines")
    return tmp_path / "lines"


def test_analyses_are_known_by_their_content(store: Path, lines: Path, tmp_path: Path) -> None:
    count = "SELECT count(*) AS n FROM positions"
    assert run("query", lines, count) == run("query", store, count)
    assert run("statements", lines) == run("statements", store)
    run("report", lines, "-o", tmp_path / "a.html")
    run("report", store, "-o", tmp_path / "b.html")
    for form in ("csv", "parquet"):
        run("export", lines, "--format", form, "-o", tmp_path / form)
    assert vp.corpus.read_table(tmp_path / "csv" / "places.csv").equals(
        vp.Corpus.open(lines).places
    )
    assert [a.to_dict() for a in vp.Corpus.open(lines)] == [
        a.to_dict() for a in vp.Corpus.open(store)
    ]
    run("compare", lines, "-o", tmp_path / "compared")
    assert (tmp_path / "compared" / "report.html").is_file()


def test_rows_are_known_by_their_content(lines: Path, tmp_path: Path) -> None:
    run("analyze", lines, "-o", tmp_path / "again.jsonl")
    again = vp.Corpus.open(tmp_path / "again.jsonl")
    assert [(a.id, a.text) for a in again] == list(TEXTS.items())
    assert not any({"persons", "versions", "blocks"} & a.metadata.keys() for a in again)
    rows = [{"id": "x", "bài": "Xã họp."}, {"id": "y", "bài": "Huyện họp."}]
    for name, content in (
        ("rows", "\n".join(json.dumps(row) for row in rows)),
        ("rows.txt", json.dumps(rows)),
        ("pretty", json.dumps(rows, indent=1)),
    ):
        (tmp_path / name).write_text(content, encoding="utf-8")
        corpus = vp.Corpus.from_files([tmp_path / name], text="bài")
        assert [(a.id, a.text) for a in corpus] == [("x", "Xã họp."), ("y", "Huyện họp.")], name
    pd.DataFrame(rows).to_parquet(tmp_path / "packed")
    assert vp.Corpus.from_files([tmp_path / "packed"], text="bài").ids == ["x", "y"]


@pytest.mark.parametrize("command", ["show", "outline", "tokenize"])
def test_what_wants_one_text_says_so_of_rows(command: str, lines: Path) -> None:
    done = CliRunner().invoke(app, [command, str(lines)])
    told = "lines: JSON Lines, which can hold many articles; read it as a corpus"
    assert str(done.exception).endswith(told)
    assert done.stdout == ""


def test_what_wants_a_store_says_so_of_other_files(lines: Path, tmp_path: Path) -> None:
    assert usage_error("check", lines).endswith("lines: a file, not a store")
    (tmp_path / "rows").write_text('{"text": "Xã họp."}\n', encoding="utf-8")
    assert usage_error("query", tmp_path / "rows", "SELECT 1").endswith("rows: a file, not a store")
    broken = lines.read_text(encoding="utf-8").splitlines()[0] + '\n{"id": "b"}\n'
    (tmp_path / "broken").write_text(broken, encoding="utf-8")
    told = usage_error("query", tmp_path / "broken", "SELECT 1")
    assert "broken: line 2 is no analysis (Analysis lacks text)" in told


@pytest.mark.parametrize("text", ["{Xã} họp.\n", '{"Xã Mây" họp.\n', "[1] Xã họp.\n", '["a"]'])
def test_a_text_that_begins_like_rows_stays_a_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert vp.read_article(tmp_path / "a.txt").text == text
