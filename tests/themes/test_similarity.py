"""Similarity, neighbours and clusters."""

import numpy as np
import pytest

from vnpolitext.themes import (
    WordVectorizer,
    clusters,
    document_vectors,
    linkage,
    nearest,
    similarity,
    split_sections,
)
from vnpolitext.themes.documents import Document

TEXTS = {
    "farm1": "Nông dân gieo cấy vụ mùa, thủy lợi đủ nước cho lúa.",
    "school1": "Học sinh tựu trường, giáo viên đón năm học mới.",
    "farm2": "Thủy lợi đủ nước, nông dân chăm lúa vụ mùa.",
    "school2": "Giáo viên và học sinh chuẩn bị năm học mới.",
}


def test_square_in_corpus_order_with_names():
    table = similarity(TEXTS)
    assert list(table.index) == list(table.columns) == list(TEXTS)
    values = table.to_numpy()
    assert values == pytest.approx(values.T)
    assert np.diag(values) == pytest.approx(1)
    assert ((values >= 0) & (values <= 1)).all()


def test_cosine_by_hand():
    # n = 2: a term of both documents weighs ln(1 + 0.5 / 2.5), a term of one ln(1 + 1.5 / 1.5);
    # beside the words, the pairs "alpha beta" and "alpha gamma" are terms
    both, one = np.log(1.2), np.log(2)
    texts = {"a": "alpha beta", "b": "alpha gamma"}
    assert similarity(texts).loc["a", "b"] == pytest.approx(both**2 / (both**2 + 2 * one**2))
    words = similarity(texts, vectorizer=WordVectorizer())
    assert words.loc["a", "b"] == pytest.approx(both**2 / (both**2 + one**2))


def test_repeated_words_weigh_by_logarithm():
    both = np.log(1.2)
    table = similarity({"a": "alpha. alpha. beta", "b": "alpha. beta. beta"})
    twice = (1 + np.log(2)) * both
    assert table.loc["a", "b"] == pytest.approx(2 * both * twice / (both**2 + twice**2))


@pytest.mark.parametrize("space", ["tfidf", "latent"])
def test_the_nearest_is_of_the_same_kind(space):
    table = nearest(TEXTS, count=1, space=space, dimensions=2)
    assert dict(zip(table["document"], table["neighbour"], strict=True)) == {
        "farm1": "farm2", "farm2": "farm1", "school1": "school2", "school2": "school1"
    }  # fmt: skip


def test_neighbours_are_those_of_the_square_table():
    square = similarity(TEXTS)
    table = nearest(TEXTS, count=9)
    assert table.groupby("document").size().unique().tolist() == [3]
    for row in table.itertuples():
        assert row.similarity == pytest.approx(square.loc[row.document, row.neighbour])
    for _, group in table.groupby("document"):
        assert group["similarity"].is_monotonic_decreasing
        assert group["rank"].tolist() == [1, 2, 3]


def test_clusters():
    square = similarity(TEXTS)
    assert clusters(square, count=2)["cluster"].tolist() == [1, 2, 1, 2]
    assert clusters(square, least_similarity=0.999)["cluster"].nunique() == 4
    tree = linkage(square)
    assert tree.shape == (3, 4)
    assert (np.diff(tree[:, 2]) >= 0).all()
    assert tree[0, 2] == pytest.approx(1 - max(square.iloc[0, 2], square.iloc[1, 3]))


def test_one_document_has_no_tree():
    with pytest.raises(ValueError, match="two documents"):
        linkage(similarity({"a": "nhân dân"}))


def test_sections_are_compared_by_name():
    table = similarity({"a": "Nông dân.\n\nHọc sinh.", "b": "Nông dân."}, unit="section")
    assert list(table.index) == ["a#1", "a#2", "b#1"]
    assert table.loc["a#1", "b#1"] == pytest.approx(1)
    assert table.loc["a#1", "a#2"] == pytest.approx(0)


def test_documents_without_common_words():
    table = similarity({"a": "alpha", "b": "beta", "c": "12"})
    assert table.to_numpy() == pytest.approx(np.eye(3))


def test_a_vectorizer_of_ones_own():
    table = similarity({"a": "alpha 1", "b": "alpha 2"}, vectorizer=WordVectorizer())
    assert table.loc["a", "b"] == pytest.approx(1)


def test_vectors_have_length_one():
    names, vectors = document_vectors(TEXTS)
    assert names == list(TEXTS)
    assert np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel() == pytest.approx(1)


def test_no_document_and_an_unknown_space():
    with pytest.raises(ValueError, match="no document"):
        similarity([])
    with pytest.raises(ValueError, match="'word2vec'"):
        similarity(TEXTS, space="word2vec")


def test_sections_follow_paragraphs_and_headings():
    text = "Mở đầu\ntiếp.\n\n\nI. Kinh tế\nTăng trưởng.\n \nII. Xã hội\nỔn định."
    plain = split_sections(Document("a", text))
    assert [section.id for section in plain] == ["a#1", "a#2", "a#3"]
    assert all(text[s.start : s.end] == s.text for s in plain)

    class Block:
        def __init__(self, kind, surface):
            self.kind, self.text = kind, surface
            self.start = text.index(surface)
            self.end = self.start + len(surface)

    class Source:
        blocks = (
            Block("paragraph", "Mở đầu\ntiếp."),
            Block("heading", "I. Kinh tế"),
            Block("paragraph", "Tăng trưởng."),
            Block("heading", "II. Xã hội"),
            Block("boilerplate", "Ổn định."),
        )

    sections = split_sections(Document("a", text, {}, Source()))
    assert [(s.heading, s.text) for s in sections] == [
        ("", "Mở đầu\ntiếp."),
        ("I. Kinh tế", "I. Kinh tế\nTăng trưởng."),
        ("II. Xã hội", "II. Xã hội"),
    ]


REPORTS = {
    "opened1": "Sáng 6/2, Chủ tịch UBND huyện Tủa Chùa Mùa A Sơn khánh thành trường học mới.",
    "opened2": "Ngày 6-2, ông Mùa A Sơn dự lễ mở cửa một ngôi trường ở Tủa Chùa.",
    "other1": "Sáng 9/5, Chủ tịch UBND huyện Mường Nhé Lò Văn An khánh thành trường học mới.",
    "other2": "Ngày 9-5, ông Lò Văn An dự lễ mở cửa một ngôi trường ở Mường Nhé.",
}


def test_reports_of_one_event_are_told_from_others_in_the_same_words():
    words = nearest(REPORTS, count=1)
    event = nearest(REPORTS, count=1, space="event")
    assert words["neighbour"].tolist() == ["other1", "other2", "opened1", "opened2"]
    assert event["neighbour"].tolist() == ["opened2", "opened1", "other2", "other1"]


def test_records_of_an_analysis_are_taken_and_sections_have_their_own():
    import vnpolitext as vp

    analyses = [vp.analyze(text, id=name) for name, text in REPORTS.items()]
    event = similarity(analyses, space="event")
    assert event.equals(similarity(REPORTS, space="event"))
    both = vp.analyze("\n\n".join(REPORTS.values()), id="x")
    parts = similarity([both], space="event", unit="section")
    assert parts.loc["x#1"].drop("x#1").idxmax() == "x#2"
    assert parts.loc["x#3"].drop("x#3").idxmax() == "x#4"


def test_counts_alone_have_no_event_space():
    with pytest.raises(ValueError, match="'event'"):
        similarity(REPORTS, space="events")
