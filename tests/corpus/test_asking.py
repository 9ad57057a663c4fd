"""A corpus is asked by identifier."""

import pandas as pd
import pyarrow as pa
import pytest

import vnpolitext as vp
from vnpolitext import VnpolitextError
from vnpolitext.corpus import UnknownDocumentError, analyze_batch, store_schema

TEXTS = {"a": "Theo Chỉ thị 05-CT/TW.", "b/c": "Xã Mây họp.", "z": "Huyện Tủa Chùa họp."}


@pytest.fixture(params=["unread", "held", "store"])
def corpus(request, tmp_path):
    corpus = vp.Corpus.from_texts(TEXTS)
    if request.param == "unread":
        return corpus
    return corpus.analyze(tmp_path / "store" if request.param == "store" else None)


def test_a_document_by_its_identifier(corpus):
    assert corpus["b/c"].text == TEXTS["b/c"]
    assert [analysis.id for analysis in corpus] == list(TEXTS)
    assert len(corpus) == 3
    assert "a" in corpus
    assert corpus["a"] in corpus
    assert "A" not in corpus
    assert 3 not in corpus
    assert corpus._ipython_key_completions_() == list(TEXTS)


def test_what_is_not_there_is_said(corpus):
    with pytest.raises(UnknownDocumentError, match=r"^no document 'A'; corpus.ids names the 3"):
        corpus["A"]
    with pytest.raises(KeyError):
        corpus["A"]
    with pytest.raises(VnpolitextError):
        corpus["A"]
    with pytest.raises(TypeError, match="asked by identifier, not by 0"):
        corpus[0]


def test_a_document_that_failed_tells_why(tmp_path):
    (tmp_path / "a.txt").write_text("Xã Mây họp.", encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 no")
    corpus = vp.Corpus.from_folder(tmp_path).analyze()
    with pytest.raises(UnknownDocumentError, match="'b' could not be analysed: "):
        corpus["b"]
    assert "b" in corpus


def test_where_alone_reads_only_the_table_of_documents(tmp_path, monkeypatch):
    store = vp.Corpus.from_texts(TEXTS).analyze(tmp_path / "store")
    monkeypatch.setattr("vnpolitext.corpus.store.Store._of_shard", None)
    assert store.filter(where="citations > 0").ids == ["a"]
    monkeypatch.undo()
    assert store.filter(lambda a: "họp" in a.text, where="citations = 0").ids == ["b/c", "z"]


def test_a_query_opens_only_the_tables_it_names(tmp_path, monkeypatch):
    store = vp.Corpus.from_texts(TEXTS).analyze(tmp_path / "store")
    opened = []
    whole = type(store._documents).dataset
    monkeypatch.setattr(
        type(store._documents),
        "dataset",
        lambda self, name: opened.append(name) or whole(self, name),
    )
    store.sql("SELECT count(*) FROM citations JOIN documents USING (id)")
    assert sorted(opened) == ["citations", "documents"]


@pytest.mark.parametrize("form", ["frame", "arrow", "batch"])
def test_a_batch_is_any_table(form):
    frame = pd.DataFrame({"id": list(TEXTS), "text": list(TEXTS.values())})
    table = pa.Table.from_pandas(frame)
    given = {"frame": frame, "arrow": table, "batch": table.to_batches()[0]}[form]
    found = analyze_batch(given, tables=["places"], categories=False)["places"]
    assert found.schema == store_schema("places", categories=False)
    assert found["name"].to_pylist()[-1] == "Tủa Chùa"


def test_a_batch_that_is_no_table_is_said():
    with pytest.raises(TypeError, match="an Arrow table or a DataFrame, not list"):
        analyze_batch(["Xã họp."])
