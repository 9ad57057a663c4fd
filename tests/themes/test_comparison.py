"""The one call that gathers everything."""

import json

import pandas as pd
import pytest

import vnpolitext
from vnpolitext.themes import Document, compare, keyness, similarity
from vnpolitext.views import report_html

SHARED = "phát huy sức mạnh khối đại đoàn kết toàn dân tộc trong xây dựng nông thôn mới"
DOCUMENTS = [
    Document("n1", f"Nông dân được mùa lúa, thủy lợi đủ nước. Xã {SHARED}. Nông dân vui.",
             {"title": "Được mùa", "published": "2020-01-01", "source": "Báo A"}),
    Document("n2", f"Nông dân chăm lúa, thủy lợi tốt. Huyện {SHARED}!",
             {"published": "2021-01-01", "source": "Báo A"}),
    Document("s1", "Học sinh khai giảng, giáo viên và học sinh phấn khởi vào năm học mới.",
             {"published": "2021-05-01", "source": "Báo B"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def comparison():
    return compare(DOCUMENTS, by="source", min_count=1)


def test_parts_are_tables(comparison):
    assert comparison.groups == ["Báo A", "Báo B"]
    tables = comparison.tables()
    assert all(isinstance(table, pd.DataFrame) for table in tables.values())
    assert list(tables) == [
        "documents", "themes", "theme_hits", "keyness", "similarity", "passages",
        "passage_clusters",
    ]  # fmt: skip
    assert comparison.documents["title"].tolist()[0] == "Được mùa"


def test_parts_are_those_of_the_single_methods(comparison):
    pd.testing.assert_frame_equal(comparison.similarity, similarity(DOCUMENTS))
    pd.testing.assert_frame_equal(comparison.keyness, keyness(DOCUMENTS, by="source", min_count=1))


def test_themes_of_the_groups(comparison):
    profile = comparison.theme_profile
    assert list(profile.columns) == ["Báo A", "Báo B"]
    assert profile.loc["economy/agriculture", "Báo A"] > 0
    assert profile.loc["economy/agriculture", "Báo B"] == 0
    assert profile.loc["society/education", "Báo B"] > 0


def test_shared_passages(comparison):
    assert comparison.passages["text_a"].tolist() == [SHARED]
    assert comparison.passage_clusters.query("first")["document"].tolist() == ["n1"]


def test_typical_terms(comparison):
    top = comparison.top_terms(2)
    assert set(top.loc[top["group"] == "Báo B", "term"]) & {"học sinh", "giáo viên", "năm học"}
    assert (top["z"] > 0).all()


def test_plain_data_and_html(comparison):
    plain = comparison.to_dict()
    json.dumps(plain, default=str, ensure_ascii=False)
    assert plain["similarity"][0]["document"] == "n1"
    assert plain["notes"] == []
    html = comparison._repr_html_()
    assert "3 documents in 2 groups" in html
    assert "economy/agriculture" in html
    assert SHARED in html


def test_years_stand_in_order():
    late_first = compare(DOCUMENTS[::-1], by="year", min_count=1)
    assert late_first.groups == ["2020", "2021"]
    assert list(late_first.theme_profile.columns) == ["2020", "2021"]
    assert late_first.keyness["group"].unique().tolist() == ["2020", "2021"]


def test_a_group_without_words_leaves_the_others_their_keyness():
    comparison = compare([*DOCUMENTS, Document("x", "123")], min_count=1)
    assert comparison.keyness["group"].unique().tolist() == ["n1", "n2", "s1"]
    assert any(note.endswith("without keyness: x.") for note in comparison.notes)


def test_many_groups_list_only_what_they_say():
    documents = {f"d{n}": f"việc chung. riêng{'abcdefghijklmnopqrstuvwxyz'[n]}" for n in range(25)}
    comparison = compare(documents, min_count=1)
    assert (comparison.keyness["target_count"] > 0).all()
    few = compare(dict(list(documents.items())[:5]), min_count=1)
    assert (few.keyness["target_count"] == 0).any()


def test_a_square_that_is_too_large_is_left_out(monkeypatch):
    monkeypatch.setattr("vnpolitext.themes.comparison._SQUARE", 2)
    comparison = compare(DOCUMENTS, min_count=1)
    assert comparison.similarity.empty
    assert any("use `nearest`" in note for note in comparison.notes)
    assert comparison._repr_html_()
    assert comparison.to_dict()["similarity"] == []
    assert report_html([], comparison)


def test_two_texts():
    comparison = compare(DOCUMENTS[0].text, DOCUMENTS[2].text, min_count=1)
    assert comparison.groups == ["a", "b"]
    assert comparison.similarity.shape == (2, 2)


def test_two_records_and_two_collections():
    assert compare(DOCUMENTS[0], DOCUMENTS[2]).groups == ["n1", "s1"]
    sides = compare(DOCUMENTS[:2], DOCUMENTS[2:])
    assert sides.documents[["document", "group"]].values.tolist() == [
        ["n1", "a"], ["n2", "a"], ["s1", "b"]
    ]  # fmt: skip
    twice = compare(["một hai ba"], ["bốn năm sáu"])
    assert twice.documents["document"].tolist() == ["a/1", "b/1"]


def test_one_document_still_has_themes_and_says_what_is_missing():
    comparison = compare([DOCUMENTS[0]])
    assert comparison.keyness.empty
    assert len(comparison.themes) > 0
    assert any("No keyness" in note for note in comparison.notes)
    assert any("only 1 document" in note for note in comparison.notes)
    assert "only 1 document" in comparison._repr_html_()
    comparison.top_terms()
    comparison.to_dict()


def test_documents_without_words():
    comparison = compare({"a": "", "b": "123"})
    assert len(comparison.notes) >= 2
    comparison._repr_html_()


def test_nothing_to_compare():
    with pytest.raises(ValueError, match="no document"):
        compare([])


def test_the_top_of_the_package():
    assert vnpolitext.compare is compare
