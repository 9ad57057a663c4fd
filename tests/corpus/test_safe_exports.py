"""What leaves for other programs does nothing there."""

import csv
import html
import json
import re
import xml.etree.ElementTree as ET  # our own file
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

import vnpolitext as vp
from vnpolitext.corpus import StoreError
from vnpolitext.corpus.cells import defused, defused_table, fused
from vnpolitext.evaluation import errors_page, run
from vnpolitext.views import report_html

EVIL = (
    '=HYPERLINK("http://a.b")\n\n<script>alert(1)</script> Nghị quyết số 18-NQ/TW '
    "\x1b[31m\x00\ud800"
)
NAMES = ("../../outside", "/etc/passwd", "a\n\x1b[2Jb", "=1+1", "<img src=x onerror=alert(1)>")


@pytest.fixture(scope="module")
def analyses() -> list[vp.Analysis]:
    return [
        vp.analyze(EVIL, id=name, metadata={"title": f"{name}{EVIL}", "author": "@SUM(A1)"})
        for name in NAMES
    ]


def files_of(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1", "＠A"])
def test_formulas_are_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'", "'ai", "=", "'-", "\t", "'＝", "a"])
def test_what_is_defused_comes_back(text: str) -> None:
    assert fused(defused(text)) == text
    assert not defused(text).startswith(("=", "-", "\t", "＝"))


def test_texts_of_a_workbook_stay_texts_when_their_cell_is_changed(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    vp.Corpus.from_texts({"=1+1": "Xã Mây họp."}).analyze().to_excel(tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["documents"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_other_cells_stay() -> None:
    assert [defused(value) for value in ("Điều 1", "", -5, 1.5, True)] == [
        "Điều 1",
        "",
        -5,
        1.5,
        True,
    ]


def test_no_cell_of_a_csv_file_begins_like_a_formula(analyses, tmp_path: Path) -> None:
    corpus = vp.Corpus.from_analyses(analyses)
    corpus.to_csv(tmp_path / "out")
    for path in (tmp_path / "out").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.reader(stream):
                assert not [cell for cell in row if cell[:1] in set("=+-@\t\r＝＋－＠")], path
    assert files_of(tmp_path) == {f"out/{name}.csv" for name in (*vp.analysis.TABLES, "codebook")}
    table = corpus.documents.assign(**{"=bad": "-1"})
    assert defused_table(table).columns[-1] == "'=bad"


def test_ids_that_are_paths_stay_in_the_folder(analyses, tmp_path: Path) -> None:
    corpus = vp.Corpus.from_analyses(analyses)
    out = tmp_path / "one" / "two"
    corpus.to_jsonl(out / "a.jsonl")
    corpus.to_parquet(out / "tables")
    corpus.to_conllu(out / "a.conllu")
    texts = pd.DataFrame({"id": NAMES, "text": ["Xã Mây họp."] * len(NAMES)})
    vp.Corpus.from_frame(texts).analyze(out / "store")
    assert [analysis.id for analysis in vp.Corpus.open(out / "store")]
    assert all(name.startswith("one/two/") for name in files_of(tmp_path))


def test_graphs_are_sound_xml(analyses, tmp_path: Path) -> None:
    pytest.importorskip("networkx")
    vp.Corpus.from_analyses(analyses).to_graphml(tmp_path / "a.graphml")
    tree = ET.parse(tmp_path / "a.graphml")  # noqa: S314
    assert len(list(tree.iter("{http://graphml.graphdrawing.org/xmlns}node"))) >= len(NAMES)


def test_conllu_keeps_its_lines(analyses, tmp_path: Path) -> None:
    vp.Corpus.from_analyses(analyses).to_conllu(tmp_path / "a.conllu")
    for line in (tmp_path / "a.conllu").read_text(encoding="utf-8").split("\n"):
        assert not line or line.startswith("# ") or line.count("\t") == 9, line


def test_pages_escape_everything_and_load_nothing(analyses) -> None:
    report = report_html(analyses, title=EVIL)
    gold = [{"id": "<b>", "text": EVIL, "citations": [{"start": 0, "end": 3, "text": EVIL[:3]}]}]
    written = re.sub(r"<script>.*?</script>", "", report, flags=re.DOTALL)  # without the library
    for page in (written, errors_page(run(gold), title=EVIL), analyses[0]._repr_html_()):
        assert "<script>alert" not in page
        assert "<img" not in page
    policies = [
        re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
        for page in (report, errors_page(run(gold)))
    ]
    assert all(
        found and "default-src 'none'" in found[1].replace("&#39;", "'") for found in policies
    )
    scripts = re.findall(r"<script>(.*?)</script>", report, re.DOTALL)
    assert len(scripts) > 10
    for script in scripts:
        digest = b64encode(sha256(script.encode()).digest()).decode()
        assert f"sha256-{digest}" in html.unescape(report)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("store.json", "[]"), ("store.json", "[" * 100_000), ("store.json", '{"format": 99}'),
        ("order.json", '["../../../etc/passwd"]'), ("order.json", "[" * 100_000),
    ],
)  # fmt: skip
def test_a_store_that_names_other_places_is_refused(
    tmp_path: Path, file: str, content: str
) -> None:
    vp.Corpus.from_texts(["Xã Mây họp."]).analyze(tmp_path / "store")
    (tmp_path / "store" / file).write_text(content, encoding="utf-8")
    try:
        documents = list(vp.Corpus.open(tmp_path / "store"))
    except StoreError as error:
        told = str(error)
    else:  # the order of the shards is made anew of their commit records
        told = ""
        assert len(documents) == 1
    assert told.isprintable()


def test_numbers_too_large_for_a_column_stay_in_the_metadata(tmp_path: Path) -> None:
    given = [{"views": 2**70}, {"views": "9" * 5000}, {"views": float("inf")}, {"views": 7}]
    rows = [{"id": str(n), "text": "Xã Mây họp.", **row} for n, row in enumerate(given)]
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    corpus = vp.Corpus.from_jsonl(path).analyze(tmp_path / "store")
    assert not corpus.failures
    assert next(iter(corpus)).metadata["views"] == 2**70
    assert corpus.documents["views"].dropna().tolist() == [7]


@pytest.mark.parametrize(
    "published", ["14/05/2021", "2021", "rubbish", "", 2021, None, "2021-05-14T08:00:00", ["a"]]
)
def test_a_date_of_any_form_stops_no_document(published: object) -> None:
    analysis = vp.analyze(
        "Xã Tân Lập học Nghị quyết số 18-NQ/TW.", metadata={"published": published}
    )
    assert analysis.citations
    assert vp.Analysis.from_dict(json.loads(json.dumps(analysis.to_dict()))) == analysis
