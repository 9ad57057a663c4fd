"""Tables have one shape in memory, in stores and in files, and other programs read them."""

import json
import shutil
import subprocess
import zipfile

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pytest

import vnpolitext as vp
from vnpolitext.analysis import TABLES
from vnpolitext.analysis.descriptions import descriptions
from vnpolitext.analysis.schema import RECORDS
from vnpolitext.analysis.vocabularies import OPEN, vocabulary
from vnpolitext.citations.records import Citation
from vnpolitext.corpus import STORE_TABLES, TableError, codebook, read_table, store_schema
from vnpolitext.corpus.cells import defused_table
from vnpolitext.officials.records import Person, Position
from vnpolitext.places.records import Place

TEXT = (
    "Theo Nghị quyết số 18-NQ/TW ngày 25/10/2017, ông Mùa A Sơn (tức Tư Sơn), Bí thư Huyện ủy "
    "Tủa Chùa từ tháng 5/2019, thăm thành phố Hà Nội.\n\n"
    "Một là: trồng 12 ha rừng trước ngày 30/6/2022.\n\nHai là: làm 3 km đường.\n"
)


@pytest.fixture(scope="module")
def corpus() -> vp.Corpus:
    texts = pd.DataFrame(
        {
            "id": ["01", "02", "03", "04"],
            "text": [TEXT, "Xã họp.", "Xã Mây họp theo Luật Đất đai năm 2013.", TEXT],
            "published": ["15/03/2020", "2020-03", "không rõ", "2020-03-15T08:30:00"],
            "views": [12, None, 3, None],
        }
    )
    return vp.Corpus.from_frame(texts).analyze()


@pytest.fixture(scope="module")
def folder(corpus, tmp_path_factory):
    made = tmp_path_factory.mktemp("tables")
    corpus.to_csv(made / "csv")
    corpus.to_parquet(made / "parquet")
    corpus.to_stata(made / "stata")
    corpus.to_excel(made / "book.xlsx")
    return made


@pytest.fixture(scope="module")
def store(corpus, tmp_path_factory) -> vp.Corpus:
    texts = corpus.documents[["id", "text"]].assign(
        published=["15/03/2020", "2020-03", "không rõ", "2020-03-15T08:30:00"],
        views=[12, None, 3, None],
    )
    out = tmp_path_factory.mktemp("store") / "store"
    return vp.Corpus.from_frame(texts).analyze(out, shard_size=1)


@pytest.mark.parametrize("table", TABLES)
def test_memory_store_and_files_have_the_same_table(corpus, store, folder, table):
    held = getattr(corpus, table)
    pd.testing.assert_frame_equal(getattr(store, table), held)
    pd.testing.assert_frame_equal(read_table(folder / "csv" / f"{table}.csv"), held)
    pd.testing.assert_frame_equal(read_table(folder / "parquet" / f"{table}.parquet"), held)
    pd.testing.assert_frame_equal(corpus["01"].to_frame(table), held[held["id"] == "01"])
    plain = pd.read_parquet(folder / "parquet" / f"{table}.parquet")
    assert plain.dtypes.equals(held.dtypes)
    stored = pd.read_parquet(store._documents.layout.root / table)
    assert stored.dtypes.equals(held.dtypes)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_keeps_its_columns_and_types(corpus, tmp_path, table):
    empty = vp.Corpus.from_texts([]).analyze()
    held = getattr(empty, table)
    assert held.empty
    assert held.dtypes.equals(getattr(corpus, table).dtypes)
    empty.to_parquet(tmp_path)
    empty.to_csv(tmp_path)
    for name in (f"{table}.parquet", f"{table}.csv"):
        assert read_table(tmp_path / name).dtypes.equals(held.dtypes)
    assert pd.read_csv(tmp_path / f"{table}.csv").columns.tolist() == held.columns.tolist()


def test_types_say_what_stands_there(corpus):
    documents = corpus.documents.set_index("id")
    assert documents["published"].dt.strftime("%Y-%m-%d %H:%M").tolist()[:2] == [
        "2020-03-15 00:00",
        "2020-03-01 00:00",
    ]
    assert pd.isna(documents.loc["03", "published"])
    assert json.loads(documents.loc["03", "metadata"])["published"] == "không rõ"
    assert documents["published_precision"].tolist()[:2] == ["day", "month"]
    assert documents.loc["04", "published_precision"] == "second"
    assert documents["views"].tolist()[0] == 12
    assert documents["views"].isna().tolist() == [False, True, False, True]
    assert documents.loc["01", "text"] == TEXT
    citation = corpus.citations.iloc[0]
    assert (citation["issued"], citation["issued_precision"]) == (pd.Timestamp("2017-10-25"), "day")
    person = corpus.positions.iloc[0]
    assert (person["since"], person["since_precision"]) == (pd.Timestamp("2019-05-01"), "month")
    assert isinstance(corpus.persons["aliases"].iloc[0], tuple)
    targets = corpus.directives["targets"].iloc[0]
    assert isinstance(targets, tuple)
    assert targets[0]["value"] == 12.0


def test_codes_keep_their_zero_and_stand_in_columns_of_their_own(corpus, folder):
    place = corpus.places[corpus.places["name"] == "Hà Nội"].iloc[0]
    assert place["code"] == "01"
    office = corpus.positions.iloc[0]
    flat = office[["place_name", "place_code", "unit_id", "province"]].tolist()
    nested = office["place"]
    assert flat == [nested[k] for k in ("name", "code", "unit_id", "province")]
    assert flat[0] == "Tủa Chùa"
    sheet = openpyxl.load_workbook(folder / "book.xlsx")["places"]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "01" in [row[head.index("code")] for row in rows]


def test_an_analysis_comes_back_whole_from_a_store(corpus, store):
    assert list(store) == list(corpus)


def test_excel_reads_dates_texts_and_the_codebook(corpus, folder):
    book = openpyxl.load_workbook(folder / "book.xlsx")
    assert book.sheetnames == [*TABLES, "codebook"]
    for table in TABLES:
        head, *rows = [[cell.value for cell in row] for row in book[table].iter_rows()]
        held = getattr(corpus, table)
        assert head == held.columns.tolist()
        assert len(rows) == len(held)
    head, first, *_ = [[cell.value for cell in row] for row in book["documents"].iter_rows()]
    assert first[head.index("published")] == pd.Timestamp("2020-03-15").to_pydatetime()
    head, first, *_ = [[cell.value for cell in row] for row in book["directives"].iter_rows()]
    assert json.loads(first[head.index("targets")])[0]["value"] == 12.0


def test_excel_cuts_a_cell_where_it_must_and_says_so(tmp_path):
    text = "Xã 📢 họp. " * 4000
    vp.Corpus.from_texts([f"={text}"]).analyze().to_excel(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    head, row = book["documents"].iter_rows()
    cell = row[[c.value for c in head].index("text")]
    assert cell.data_type == "s"
    assert cell.value.endswith(" […]")
    assert len(cell.value.encode("utf-16-le")) // 2 <= 32_767


def test_excel_is_written_whatever_the_clock_says(tmp_path, monkeypatch, corpus):
    monkeypatch.setattr("zipfile.time.time", lambda: 0.0)
    corpus.to_excel(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert archive.testzip() is None
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
    assert "persons" in pd.ExcelFile(tmp_path / "a.xlsx").sheet_names


def test_a_table_too_long_for_excel_is_refused(tmp_path, monkeypatch, corpus):
    monkeypatch.setattr("vnpolitext.corpus.excel._ROWS", 2)
    with pytest.raises(TableError, match="documents has 4 rows, a sheet of Excel holds 1"):
        corpus.to_excel(tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize("table", TABLES)
def test_stata_has_labels_and_no_lists(corpus, folder, table):
    pyreadstat = pytest.importorskip("pyreadstat")
    frame, about = pyreadstat.read_dta(folder / "stata" / f"{table}.dta", apply_value_formats=True)
    held = getattr(corpus, table)
    assert len(frame) == len(held)
    nested = {f.name for f in store_schema(table) if pa.types.is_nested(f.type)}
    named = [{"end": "end_", "short": "short_"}.get(c, c) for c in held if c not in nested]
    assert frame.columns.tolist() == named
    assert all(about.column_names_to_labels.values())
    if table == "places":
        assert frame["code"].tolist() == held["code"].fillna("").tolist()
        assert frame["level"].tolist() == held["level"].tolist()
    if table == "documents":
        assert frame["published"][0] == pd.Timestamp("2020-03-15")


def test_duckdb_and_polars_read_the_files(corpus, folder, store):
    duckdb = pytest.importorskip("duckdb")
    path = folder / "parquet" / "places.parquet"
    found = duckdb.sql(f"SELECT code, level FROM '{path}' WHERE level = 'province'").fetchall()  # noqa: S608
    assert ("01", "province") in found
    years = "SELECT year(published) FROM documents WHERE published_precision = 'day'"
    assert store.sql(years).iloc[:, 0].tolist() == corpus.sql(years).iloc[:, 0].tolist() == [2020]
    polars = pytest.importorskip("polars")
    frame = polars.read_parquet(folder / "parquet" / "positions.parquet")
    assert frame["unit_id"].to_list() == corpus.positions["unit_id"].tolist()
    assert frame.schema["since"] == polars.Datetime("ms")


@pytest.mark.parametrize("table", TABLES)
def test_every_file_is_read_by_duckdb_and_polars(corpus, folder, table):
    duckdb, polars = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    held = getattr(corpus, table)
    packed, plain = folder / "parquet" / f"{table}.parquet", folder / "csv" / f"{table}.csv"
    asked = [f"SELECT * FROM '{packed}'", f"SELECT * FROM read_csv('{plain}', header = true)"]  # noqa: S608
    for found in [
        *(duckdb.sql(query).df() for query in asked),
        polars.read_parquet(packed).to_pandas(),
        polars.read_csv(plain, infer_schema_length=None).to_pandas(),
    ]:
        assert found.columns.tolist() == held.columns.tolist()
        assert found["id"].astype(str).str.zfill(2).tolist() == held["id"].tolist()
    whole = polars.read_parquet(packed)
    for name, kind in held.dtypes.items():
        if isinstance(kind, pd.CategoricalDtype):
            assert (
                whole[name].to_list()
                == held[name].astype(object).where(held[name].notna(), None).tolist()
            )
        if isinstance(kind, np.dtype) and kind.kind == "M":
            assert whole.schema[name].is_temporal()


IN_R = """
for (package in c("haven", "readr", "readxl")) if (!requireNamespace(package)) quit(status = 3)
library(haven); library(readr); library(readxl)
folder <- commandArgs(TRUE)[1]
from <- function(...) file.path(folder, ...)
for (table in commandArgs(TRUE)[-1]) {
    stata <- read_dta(from("stata", paste0(table, ".dta")))
    sheet <- suppressWarnings(read_excel(from("book.xlsx"), sheet = table))
    plain <- suppressMessages(read_csv(from("csv", paste0(table, ".csv")), show_col_types = FALSE))
    cat(table, nrow(stata), nrow(sheet), nrow(plain), nrow(problems(plain)), "\\n")
}
places <- read_dta(from("stata", "places.dta"))
documents <- read_dta(from("stata", "documents.dta"))
text <- cols(code = col_character(), .default = col_guess())
codes <- read_csv(from("csv", "places.csv"), col_types = text)$code
cat("code", places$code[1], codes[1], "\\n")
cat("level", as.character(as_factor(places$level[1])), "\\n")
cat("day", format(documents$published[1], "%Y-%m-%d"), "\\n")
cat("label", attr(places$code, "label"), "\\n")
"""


def test_r_reads_the_files(corpus, folder):
    if (rscript := shutil.which("Rscript")) is None:
        pytest.skip("R is not installed")
    (folder / "read.R").write_text(IN_R, encoding="utf-8")
    asked = [rscript, "--vanilla", folder / "read.R", folder, *TABLES]
    told = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603
    if told.returncode == 3:
        pytest.skip("a package of R is not installed: haven, readr or readxl")
    assert told.returncode == 0, told.stderr.decode()
    lines = [line.split(" ", 1) for line in told.stdout.decode().splitlines()]
    counts = {name: [int(count) for count in rest.split()] for name, rest in lines[: len(TABLES)]}
    for table in TABLES:
        rows = len(getattr(corpus, table))
        assert counts[table] == [rows, rows, rows, 0], table
    first = corpus.places.iloc[0]
    found = {name: rest.strip() for name, rest in lines[len(TABLES) :]}
    assert found["code"].split() == [first["code"]] * 2
    assert found["level"] == first["level"]
    assert found["day"] == "2020-03-15"
    assert found["label"].startswith("Official code")


def test_lists_of_a_query_are_tuples_and_json_in_csv(corpus, store):
    pytest.importorskip("duckdb")
    for asked in (corpus, store):
        found = asked.sql("SELECT targets, actions FROM directives WHERE len(targets) > 0")
        targets = found["targets"][0]
        assert isinstance(targets, tuple)
        assert targets[0]["unit"] == "ha"
        cells = defused_table(found).iloc[0]
        assert json.loads(cells["targets"])[0]["unit"] == "ha"
        assert isinstance(json.loads(cells["actions"]), list)


def test_csv_cells_are_json_and_the_codebook_names_every_column(folder):
    directives = pd.read_csv(folder / "csv" / "directives.csv", encoding="utf-8-sig")
    assert json.loads(directives["targets"][0])[0]["unit"] == "ha"
    assert not directives["actions"].astype(str).str.contains("{'", regex=False).any()
    book = pd.read_csv(folder / "csv" / "codebook.csv", encoding="utf-8-sig")
    for table in TABLES:
        named = book.loc[book["table"] == table, "column"].tolist()
        assert named == store_schema(table).names
    pd.testing.assert_frame_equal(codebook().fillna(""), book.fillna(""), check_dtype=False)


def test_every_column_is_described():
    book = codebook(STORE_TABLES)
    assert (book["description"].str.len() > 5).all()
    assert set(book["type"]) == {
        *("text", "whole number", "number", "yes or no", "date", "category", "list", "record")
    }


@pytest.mark.parametrize("table", RECORDS)
def test_a_closed_list_has_the_values_its_description_names(table):
    for column, told in descriptions(RECORDS[table]).items():
        known = vocabulary(table, column)
        if known and (table, column) not in OPEN:
            named = set(told.split('"')[1::2])
            assert named <= set(known), column
            if "..." not in told:
                assert {value for value in known if f'"{value}"' in told} == set(known), column


def test_a_value_of_another_model_becomes_a_further_category(tmp_path):
    place = Place(0, 3, "Mây", name="Mây", unit="bản", level="village", valid_from="2001-02-03")
    person = Person("An", ((4, 6),), (Position(4, 6, "An", since="1987", status="retired"),))
    cited = Citation(0, 1, "M", kind="lệ làng", issued="1987-05", latest="2001")
    made = vp.Analysis("a", "Mây An", persons=(person,), citations=(cited,), places=(place,))
    corpus = vp.Corpus.from_analyses([made])
    assert corpus.places["unit"].cat.categories[-1] == "bản"
    assert corpus.positions["status"].tolist() == ["retired"]
    assert corpus.citations["kind"].tolist() == ["lệ làng"]
    corpus.to_parquet(tmp_path)
    pd.testing.assert_frame_equal(read_table(tmp_path / "places.parquet"), corpus.places)


def test_engines_without_dictionaries_get_strings():
    kinds = store_schema("positions", categories=False)
    assert kinds.field("status").type == pa.string()
    assert kinds.names == store_schema("positions").names


@pytest.mark.parametrize(
    ("name", "told"),
    [("winds.csv", "no table of a corpus"), ("places.csv", "no such file")],
)
def test_what_is_no_table_is_said(tmp_path, name, told):
    with pytest.raises(TableError, match=told):
        read_table(tmp_path / name)


def test_a_damaged_table_is_said(tmp_path):
    (tmp_path / "places.csv").write_text("id,start\na,x\n", encoding="utf-8")
    (tmp_path / "persons.parquet").write_bytes(b"PAR1")
    for name in ("places.csv", "persons.parquet"):
        with pytest.raises(TableError, match="no readable table"):
            read_table(tmp_path / name)
