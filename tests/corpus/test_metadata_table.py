"""What does not fit is said: rows of metadata, columns and fields."""

import json
import warnings

import pandas as pd
import pytest

import vnpolitext as vp


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


def test_a_field_that_is_nearly_one_that_is_read(folder):
    with pytest.warns(UserWarning, match="'publised' is kept, but it is 'published' that is read"):
        vp.Corpus.from_folder(folder, metadata={"a": {"publised": "2020"}})


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
