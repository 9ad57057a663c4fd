"""What does not fit is said: rows of metadata, columns and fields."""

import json
import warnings

import pandas as pd
import pyarrow as pa
import pytest

import vnpolitext as vp
from vnpolitext.articles import ArticleError


@pytest.fixture
def folder(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Xã {name} họp.", encoding="utf-8")
    return tmp_path


def test_rows_that_match_no_document_are_said_once(folder):
    known = pd.DataFrame({"id": ["a", "x", *map(str, range(9))], "source": ["Báo Mây"] * 11})
    corpus = vp.Corpus.from_folder(folder, metadata=known)
    told = "metadata: 10 of 11 rows match no document: x, 0, 1, 2, 3, ..."
    with pytest.warns(UserWarning, match=f"^{told}$"):
        assert corpus.ids == ["a", "b"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [a.metadata["source"] for a in corpus] == ["Báo Mây", None]


def test_nothing_is_said_where_all_rows_match(folder):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for known in ({"a": {"source": "x"}}, {"a.txt": {"x": 1}}, lambda path: {"n": path.name}):
            assert len(list(vp.Corpus.from_folder(folder, metadata=known))) == 2


KNOWN = pd.DataFrame({"id": ["a", "b"], "published": ["15/03/2020", "không rõ"]})
WRITTEN = {
    "known.csv": lambda path: KNOWN.to_csv(path, index=False),
    "of_excel.csv": lambda path: KNOWN.to_csv(path, index=False, sep=";", encoding="utf-8-sig"),
    "unicode.csv": lambda path: KNOWN.to_csv(path, index=False, sep="\t", encoding="utf-16"),
    "known.tsv": lambda path: KNOWN.to_csv(path, index=False, sep="\t"),
    "known.xlsx": lambda path: KNOWN.to_excel(path, index=False),
    "known.parquet": KNOWN.to_parquet,
    "known.jsonl": lambda path: KNOWN.to_json(path, orient="records", lines=True),
    "known.json": lambda path: KNOWN.to_json(path, orient="records"),
    "by_id.json": lambda path: KNOWN.set_index("id").to_json(path, orient="index"),
}


def read_with(folder, known):
    corpus = vp.Corpus.from_folder(folder, metadata=known)
    return [analysis.metadata["published"] for analysis in corpus]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_table_of_metadata_may_be_any_table(folder, tmp_path_factory, name):
    path = tmp_path_factory.mktemp("known") / name
    WRITTEN[name](path)
    assert read_with(folder, path) == ["2020-03-15", "không rõ"]


@pytest.mark.parametrize(
    "given",
    [
        KNOWN,
        KNOWN.set_index("id"),
        pa.Table.from_pandas(KNOWN),
        KNOWN.to_dict("records"),
        KNOWN.set_index("id").to_dict("index"),
        KNOWN.assign(id=["a.txt", "b.txt"]).rename(columns={"id": "file"}),
        lambda path: KNOWN.set_index("id").loc[path.stem].to_dict(),
    ],
    ids=["frame", "index", "arrow", "rows", "mapping", "file", "function"],
)
def test_metadata_at_hand(folder, given):
    assert read_with(folder, given) == ["2020-03-15", "không rõ"]
    texts = vp.Corpus.from_texts({"a": "Xã họp.", "b": "Xã làm."}, metadata=KNOWN).analyze()
    assert texts.documents["published_precision"].tolist()[:1] == ["day"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "no column 'id', 'path' or 'file'; there are none"),
        ("tên,published\na,2020\n", "no column 'id', 'path' or 'file'; there are tên, published"),
        ("id,published\na,2020,x\n", "row 1 has 3 fields, not 2"),
    ],
)
def test_a_table_of_metadata_that_is_none(folder, written, told):
    path = folder / "known.csv"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(ArticleError, match=told):
        vp.Corpus.from_folder(folder, metadata=path)
    with pytest.raises(TypeError, match="is a mapping of fields, not str"):
        vp.Corpus.from_folder(folder, metadata={"a": "2020"})


def test_of_several_rows_of_a_document_the_last_counts_and_it_is_said(folder):
    known = pd.DataFrame({"id": ["a", "b", "a"], "published": ["2019", "2020", "2021"]})
    with pytest.warns(UserWarning, match="several rows of one document the last counts: a$"):
        assert read_with(folder, known) == ["2021", "2020"]


def test_a_field_that_is_nearly_one_that_is_read(folder):
    told = "'publised' is kept, but it is 'published' that is read"
    frame = pd.DataFrame({"text": ["Xã họp."], "publised": ["2020"]})
    frame.to_csv(folder / "a.csv", index=False)
    with pytest.warns(UserWarning, match=told):
        vp.Corpus.from_folder(folder, metadata={"a": {"publised": "2020"}})
    with pytest.warns(UserWarning, match=told):
        vp.Corpus.from_frame(frame)
    with pytest.warns(UserWarning, match=told):
        list(vp.Corpus.from_files([folder / "a.csv"]))
    with pytest.warns(UserWarning, match=told):
        vp.analyze("Xã họp.", metadata={"publised": "2020"})
    with pytest.raises(TypeError, match="metadata is a mapping of fields, not str"):
        vp.analyze("Xã họp.", metadata="2020")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet", "tsv"])
def test_a_column_that_a_table_lacks(tmp_path, kind):
    frame = pd.DataFrame({"mã": ["1"], "bài": ["Xã họp."]})
    path = tmp_path / f"a.{kind}"
    if kind == "xlsx":
        pytest.importorskip("openpyxl")
        frame.to_excel(path, index=False)
    elif kind == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_csv(path, index=False, sep="\t" if kind == "tsv" else ",")
    for wrong in ({"columns": {"published": "ngày"}}, {"id": "ngày"}):
        for corpus in (
            vp.Corpus.from_files([path], text="bài", **wrong),
            vp.Corpus.from_folder(tmp_path, text="bài", **wrong),
        ):
            [failure] = corpus.failures
            assert failure.reason == "lacks the column 'ngày'; there are mã, bài"
    assert vp.Corpus.from_files([path], text="bài", id="mã").ids == ["1"]


def test_a_column_that_no_row_has(tmp_path):
    rows = [{"bài": "Xã họp.", "nguồn": "Báo Mây"}, {"bài": "Xã làm đường."}]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.warns(UserWarning, match="a.jsonl: no row has a 'ngày'"):
        assert len(vp.Corpus.from_jsonl(path, text="bài", columns={"published": "ngày"})) == 2
    kept = vp.Corpus.from_jsonl(path, text="bài", columns={"source": "nguồn"})
    assert [a.metadata["source"] for a in kept] == ["Báo Mây", None]


DOUBTFUL = "can be read with the day or the month first"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["05/06/2020", "15/06/2020", "2020"], None),
        (["05.06.2020", "2020-06-05", "không rõ"], None),
        (["06/15/2020"], None),
        (["05/06/2020", "07/06/2020"], "2 of the dates"),
        (["05/06/2020", "06/15/2020"], "the day is taken first (in others it is the month: 1)"),
        (["05/06/2020", "15/06/2020", "6/15/2020"], "in others it is the month: 1"),
    ],
)
@pytest.mark.parametrize("way", ["rows", "jsonl", "csv", "table", "function"])
def test_dates_with_two_readings_are_said_of_a_table(days, told, way, tmp_path):
    frame = pd.DataFrame({"id": list("abcd")[: len(days)], "published": days})
    texts = frame.assign(text="Xã họp.")
    path = tmp_path / f"texts.{way}"
    by_id = frame.set_index("id")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        if way == "rows":
            corpus = vp.Corpus.from_frame(texts)
        elif way == "jsonl":
            texts.to_json(path, orient="records", lines=True)
            corpus = vp.Corpus.from_jsonl(path)
        elif way == "csv":
            texts.to_csv(path, index=False)
            corpus = vp.Corpus.from_files([path])
        elif way == "table":
            corpus = vp.Corpus.from_frame(texts[["id", "text"]], metadata=frame)
        else:
            rows = texts[["id", "text"]].to_dict("records")
            corpus = vp.Corpus.from_rows(rows, metadata=lambda known: dict(by_id.loc[known.name]))
        assert len(corpus.ids) == len(list(corpus)) == len(days)
    said = [str(warning.message) for warning in caught]
    assert len(said) == (told is not None)
    assert all(DOUBTFUL in text and told in text for text in said)


def test_a_date_with_two_readings_is_said_once_of_single_documents():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for day in ("05/06/2020", "07/06/2020", "15/06/2020"):
            vp.analyze("Xã họp.", metadata={"published": day})
    assert len([warning for warning in caught if DOUBTFUL in str(warning.message)]) == 1
