"""Inputs of every kind become documents; groups follow from metadata."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from vnpolitext.themes import Document, as_documents, compare, group_labels, kwic


@dataclass
class Record:
    id: str
    text: str
    metadata: dict[str, Any] = field(default_factory=dict)


class Archive:
    """Iterates over records, as a corpus does."""

    def __iter__(self):
        return iter([Record("x", "Một", {"year": 2020}), Record("y", "Hai", {"year": 2021})])


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (["Một", "Hai"], ["1", "2"]),
        (("Một",), ["1"]),
        ({"a": "Một", "b": "Hai"}, ["a", "b"]),
        (pd.Series(["Một", "Hai"], index=["p", "q"]), ["p", "q"]),
        (pd.DataFrame({"text": ["Một", "Hai"]}), ["0", "1"]),
        (pd.DataFrame({"id": ["u", "v"], "text": ["Một", "Hai"]}), ["u", "v"]),
        (Archive(), ["x", "y"]),
        ([Document("d", "Một")], ["d"]),
        ((text for text in ["Một", "Hai"]), ["1", "2"]),
        ([], []),
    ],
)
def test_ids(given, ids):
    assert [document.id for document in as_documents(given)] == ids


def test_columns_of_a_frame_become_metadata():
    frame = pd.DataFrame({"id": ["u"], "text": ["Một"], "source": ["báo"], "level": ["tỉnh"]})
    assert as_documents(frame)[0].metadata == {"source": "báo", "level": "tỉnh"}


def test_the_record_is_kept_as_source():
    record = Record("a", "Một", {"title": "T"})
    document = as_documents([record])[0]
    assert document.source is record
    assert document.metadata == {"title": "T"}


def test_one_string_is_refused():
    with pytest.raises(TypeError, match="one string"):
        as_documents("Một văn bản")


def test_other_objects_are_refused_by_type():
    with pytest.raises(TypeError, match="int"):
        as_documents([1, 2])
    with pytest.raises(TypeError, match="column 'text'"):
        as_documents(pd.DataFrame({"body": ["Một"]}))


def test_two_documents_of_one_id_are_refused():
    with pytest.raises(ValueError, match="'a'"):
        as_documents([Document("a", "Một"), Document("a", "Hai")])


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2022-08-01", "2022-08-01"),
        ("2022-08-01T11:07:54", "2022-08-01"),
        ("2022-08-01T23:30:00+07:00", "2022-08-01"),
        ("2022", "2022-01-01"),
        ("không rõ", None),
        (None, None),
    ],
)
def test_date(published, day):
    date = Document("a", "", {"published": published}).date
    assert (None if date is None else str(date.date())) == day


DATED = [
    Document("a", "", {"published": "2022-02-01", "source": "Báo Đảng"}),
    Document("b", "", {"published": "2023-11-05", "source": None}),
    Document("c", "", {"source": "Báo Đảng"}),
]


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        (None, ["a", "b", "c"]),
        ("document", ["a", "b", "c"]),
        ("year", ["2022", "2023", "(none)"]),
        ("quarter", ["2022Q1", "2023Q4", "(none)"]),
        ("month", ["2022-02", "2023-11", "(none)"]),
        ("source", ["Báo Đảng", "(none)", "Báo Đảng"]),
        (lambda document: document.id.upper(), ["A", "B", "C"]),
        ([1, 1, 2], ["1", "1", "2"]),
        ([float("nan"), "x", "y"], ["(none)", "x", "y"]),
    ],
)
def test_group_labels(by, labels):
    assert group_labels(DATED, by) == labels


def test_metadata_wins_over_the_derived_year():
    assert group_labels([Document("a", "", {"year": "khóa XIII"})], "year") == ["khóa XIII"]


def test_unknown_group_names_the_known_fields():
    with pytest.raises(ValueError, match=r"'level'.*published.*source"):
        group_labels(DATED, "level")


def test_labels_of_another_length_are_refused():
    with pytest.raises(ValueError, match="2 labels for 3 documents"):
        group_labels(DATED, ["x", "y"])


def test_a_namespace_is_a_record():
    item = SimpleNamespace(id=7, text="Một", metadata=None)
    assert as_documents([item])[0] == Document("7", "Một", {}, item)


def test_characters_that_no_table_holds_are_replaced_one_by_one():
    text = "a\ud800 Đảng \udfff"
    document = as_documents({"x\udc80": text})[0]
    assert (document.id, document.text) == ("x\ufffd", "a\ufffd Đảng \ufffd")
    assert len(document.text) == len(text)
    assert kwic([text], "đảng", unit="sentence")["start"].tolist() == [3]
    assert compare({"a": text, "b": ""}).documents["document"].tolist() == ["a", "b"]


def test_a_missing_text_is_a_clear_error():
    frame = pd.DataFrame({"id": ["x", "y"], "text": ["Đảng", None]})
    with pytest.raises(TypeError, match="document 'y' is no string"):
        as_documents(frame)
