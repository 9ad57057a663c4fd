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


@pytest.mark.parametrize(
    ("ids", "error", "told"),
    [
        (["zz"], UnknownDocumentError, r"^no document 'zz'; corpus.ids names the 3$"),
        (["tin-01"], UnknownDocumentError, "^no document 'tin-01'; did you mean 'tin-001'"),
        (["b", "q", "r", "s", "t"], UnknownDocumentError, "'q', 'r', 's' and 1 more;"),
        ("b", TypeError, r"not one string; give \['b'\]"),
        ([7], TypeError, "identifiers are strings, not int: 7"),
        ([None], TypeError, "not NoneType"),
    ],
)
def test_selecting_what_is_not_there_is_said(ids, error, told):
    texts = {"tin-001": "Xã họp.", "b": "Huyện họp.", "7": "Tỉnh họp."}
    unread = vp.Corpus.from_texts(texts)
    for corpus in (unread, unread.analyze(), unread.filter(bool)):
        with pytest.raises(error, match=told):
            corpus.select(ids)


def test_selecting_takes_whatever_holds_identifiers():
    corpus = vp.Corpus.from_texts({"a": "Xã họp.", "b": "Huyện họp.", "c": "Tỉnh họp."}).analyze()
    frame = corpus.documents
    for ids in (
        frame.loc[frame["id"] > "a", "id"], frame["id"].to_numpy()[1:], {"c", "b"}, ("c", "b", "b"),
        (name for name in "cb"), list(corpus)[1:], corpus.filter(lambda a: a.id != "a").ids,
    ):  # fmt: skip
        assert corpus.select(ids).ids == ["b", "c"]
    assert corpus.select([]).ids == []
