"""The command line, run as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import vnpolitext as vp

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "articles"
TEXT = "Đồng chí Giàng A Páo, Bí thư Huyện ủy Mường Nhé, học tập Nghị quyết số 35-NQ/TW.\n"


def run(
    *arguments: str | Path, stdin: bytes = b"", path: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line; ``path`` is where Python looks for packages before anywhere else."""
    before = os.environ.get("PYTHONPATH", "")
    added = {"PYTHONPATH": os.pathsep.join(filter(None, (str(path), before)))} if path else {}
    return subprocess.run(  # noqa: S603 - our own interpreter on our own module
        [sys.executable, "-m", "vnpolitext", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env=os.environ | added,
    )


def out(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def one_line_error(done: subprocess.CompletedProcess[bytes], code: int) -> str:
    message = done.stderr.decode()
    assert done.returncode == code, message
    assert "Traceback" not in message
    assert len(message.strip().splitlines()) == 1, message
    return message


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts, one of them in a folder below, beside a file that is no text."""
    below = tmp_path / "texts with space" / "dưới"
    below.mkdir(parents=True)
    (below.parent / "a.txt").write_text(TEXT, encoding="utf-8")
    (below.parent / "b.txt").write_text("Huyện Tủa Chùa, tỉnh Điện Biên.", encoding="utf-16")
    (below / "c.md").write_text("# Tin\n\n1. Một việc.\n2. Hai việc.\n", encoding="utf-8")
    (below.parent / "picture.png").write_bytes(b"\x89PNG")
    return below.parent


def test_analyze_to_standard_output(folder: Path) -> None:
    lines = [json.loads(line) for line in out(run("analyze", folder)).splitlines()]
    assert [Path(line["id"]).name for line in lines] == ["a", "b", "c"]
    assert lines[0]["text"] == TEXT
    assert lines[0]["persons"][0]["name"] == "Giàng A Páo"
    assert lines[1]["places"][0]["text"] == "Huyện Tủa Chùa"
    assert [item["number"] for item in lines[2]["directives"]] == [1, 2]
    assert vp.Analysis.from_dict(lines[0]).to_dict() == lines[0]


def test_several_jobs_give_the_same(folder: Path) -> None:
    assert out(run("analyze", folder, "--jobs", "2")) == out(run("analyze", folder))


def test_analyze_standard_input() -> None:
    record = json.loads(out(run("analyze", "-", stdin=TEXT.encode())))
    assert record["citations"][0]["number"] == "35-NQ/TW"


def test_analyze_to_a_json_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    out(run("analyze", folder, "--format", "json", "-o", target))
    assert len(json.loads(target.read_text(encoding="utf-8"))) == 3
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["all.json"]


def test_analyze_to_parquet(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "tables"
    out(run("analyze", folder, "--format", "parquet", "-o", target))
    for name in ("documents", "persons", "positions", "citations", "places", "directives"):
        assert "id" in pd.read_parquet(target / f"{name}.parquet").columns
    assert pd.read_parquet(target / "citations.parquet")["number"].tolist() == ["35-NQ/TW"]


def test_a_failing_document_is_named_and_the_others_are_written(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "broken.txt").write_bytes(b"\xff\xfe\x00\xd8 \x81\x8d\x00")
    target = tmp_path / "all.jsonl"
    done = run("analyze", folder, "-o", target)
    assert done.returncode == 1
    assert "broken.txt" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert len(target.read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    "arguments",
    [("analyze",), ("analyze", "--format", "xml", "."), ("nonsense",), ("tokenize",)],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr.decode()


def test_a_missing_file(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    message = one_line_error(run("analyze", tmp_path / "none.txt", "-o", target), 2)
    assert "none.txt" in message
    assert not target.exists()


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "empty" in one_line_error(run("analyze", tmp_path / "empty"), 2)


def test_parquet_needs_a_folder(folder: Path) -> None:
    assert "-o" in one_line_error(run("analyze", folder, "--format", "parquet"), 2)


def test_tokenize() -> None:
    printed = out(run("tokenize", "-", stdin="Hệ thống chính trị. Nghị quyết 18-NQ/TW.".encode()))
    assert printed.splitlines()[0].startswith("Hệ_thống")
    assert "18-NQ/TW" in printed.splitlines()[1].split()


def test_tokenize_with_offsets() -> None:
    text = "Hệ thống chính trị"
    printed = out(run("tokenize", "-", "--offsets", stdin=text.encode()))
    records = [json.loads(line) for line in printed.splitlines()]
    assert all(text[word["start"] : word["end"]] == word["text"] for word in records)


def test_show_has_no_colour_in_a_pipe(folder: Path) -> None:
    printed = out(run("show", folder / "a.txt"))
    assert "\x1b[" not in printed
    assert "Giàng A Páo" in printed


def test_outline(folder: Path) -> None:
    below = folder / "dưới" / "c.md"
    assert "Hai việc" in out(run("outline", below))
    assert json.loads(out(run("outline", below, "--format", "json")))


def test_tasks(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("1. Sở Y tế báo cáo trước ngày 5/6/2025.\n2. Rà soát.", encoding="utf-8")
    assert "Sở Y tế" in out(run("tasks", plan))
    [first, _] = map(json.loads, out(run("tasks", plan, "--format", "json")).splitlines())
    assert (first["actor"], first["due_day"]) == ("Sở Y tế", "2025-06-05")
    assert out(run("tasks", plan, "--deadlines", "--format", "csv")).count("2025-06-05") == 2


def test_statements(tmp_path: Path) -> None:
    news = tmp_path / "news.txt"
    news.write_text(
        "Bí thư Huyện ủy Lò Văn An yêu cầu các xã làm đường.\n"
        "Bà Lò Thị Hoa cho biết đường đã xong.",
        encoding="utf-8",
    )
    assert "các xã làm đường" in out(run("statements", news))
    [first, second] = map(json.loads, out(run("statements", news, "--format", "json")).splitlines())
    assert (first["speaker"], first["speaker_level"]) == ("Lò Văn An", "district")
    assert second["text"] == "đường đã xong."
    told = out(run("statements", news, "--format", "csv", "--speaker", "BÍ THƯ"))
    assert "Lò Văn An" in told
    assert "Hoa" not in told
    assert out(run("statements", news, "--polarity", "asks")).strip() == ""
    assert "Traceback" not in run("statements", news, "--polarity", "sings").stderr.decode()


def test_models_are_listed_and_shown() -> None:
    assert "places/" in out(run("models"))
    assert "places/vietnam-units" in out(run("models", "list", "places"))
    assert 'name = "vietnam-units"' in out(run("models", "show", "places/vietnam-units"))
    assert "nothing" in one_line_error(run("models", "show", "nothing"), 2)


def test_a_new_model_checks_out(tmp_path: Path) -> None:
    package = tmp_path / "cutter"
    assert "cutter" in out(run("models", "new", "words", "mylab/cutter-2", "-o", package))
    [card] = package.rglob("model.toml")
    assert "checks passed" in out(run("models", "check", card.parent, path=package / "src"))
    next(path for path in card.parent.glob("*.tsv")).write_text("changed", encoding="utf-8")
    assert run("models", "check", card.parent, path=package / "src").returncode == 2


def test_export(tmp_path: Path) -> None:
    gold = ROOT / "tests" / "gold" / "written.jsonl"
    target = tmp_path / "gold.conll"
    out(run("export", gold, "--format", "conll", "-o", target))
    assert "B-PERSON" in target.read_text(encoding="utf-8")
    assert "xml" in one_line_error(run("export", gold, "--format", "xml", "-o", target), 2)


def test_compare(tmp_path: Path) -> None:
    target = tmp_path / "comparison"
    out(run("compare", EXAMPLES, "-o", target))
    assert (target / "report.html").is_file()
    assert pd.read_csv(target / "similarity.csv", index_col=0).shape[0] >= 12


def test_evaluate_prints_every_figure() -> None:
    gold = ROOT / "tests" / "gold" / "written.jsonl"
    figures = json.loads(out(run("evaluate", gold, "--json")))
    assert {"persons.mentions", "citations.spans", "places.levels"} <= figures.keys()


def test_evaluate_by_genre_with_a_page_of_errors(tmp_path: Path) -> None:
    gold = ROOT / "tests" / "gold" / "written.jsonl"
    page = tmp_path / "errors.html"
    printed = out(run("evaluate", gold, "--by", "genre", "--errors", "1", "--errors-to", page))
    assert "f1" in printed
    assert "obituary" in printed
    assert page.read_text(encoding="utf-8").startswith("<!")


def test_evaluate_agrees_with_the_independent_scorer(shared: Path, tmp_path: Path) -> None:
    gold = ROOT / "tests" / "gold" / "written.jsonl"
    texts = tmp_path / "texts"
    texts.mkdir()
    for line in gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        (texts / f"{document['id']}.txt").write_bytes(document["text"].encode())
    predictions = tmp_path / "predictions.jsonl"
    out(run("analyze", texts, "-o", predictions))
    scored = subprocess.run(  # noqa: S603 - our own interpreter on a known script
        [sys.executable, shared / "tools" / "score.py", gold, predictions, "--json"],
        capture_output=True,
        check=True,
    )
    ours = json.loads(out(run("evaluate", gold, "--json")))
    assert ours.pop("citations.title") == 100  # which the scorer does not know
    assert ours == json.loads(scored.stdout)


def test_the_demo(tmp_path: Path) -> None:
    target = tmp_path / "out"
    printed = out(run("demo", EXAMPLES, "-o", target))
    assert "documents" in printed
    tables = ("documents", "persons", "positions", "citations", "places", "directives")
    expected = {"analyses.jsonl", "report.html", *(f"{name}.parquet" for name in tables)}
    assert {path.name for path in target.iterdir()} == expected
    page = (target / "report.html").read_text(encoding="utf-8")
    assert 'src="http' not in page
    assert 'href="http' not in page
    lines = (target / "analyses.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len([p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".md")])


def test_the_demo_is_the_same_twice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        out(run("demo", EXAMPLES, "-o", tmp_path / name))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
