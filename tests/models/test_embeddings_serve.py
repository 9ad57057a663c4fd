"""Embeddings in the place of counted words: similarity of documents, alignment of items."""

import numpy as np
import pytest

from vnpolitext import models
from vnpolitext.directives import align_directives, find_directives
from vnpolitext.models import ModelError, unit_vectors
from vnpolitext.themes.similarity import nearest, similarity


class Meanings:
    """Two directions: what is about water, and what is about school."""

    dimension = 3
    words = (("nước", "thủy lợi", "kênh"), ("trường", "giáo dục", "lớp học"))

    def embed(self, texts):
        rows = np.full((len(texts), 3), 0.1, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for column, words in enumerate(self.words):
                row[column] += 10 * sum(word in text.lower() for word in words)
            if not text.strip():
                row[:] = 0
        return rows


@pytest.fixture
def name():
    card = models.register(Meanings(), kind="embeddings", name="lab/meanings")
    yield card.full_name
    models.unregister(card.full_name)


DOCUMENTS = {"a": "đào kênh dẫn", "b": "hồ chứa nước", "c": "xây lớp học", "d": "mở trường"}


def test_vectors_have_length_one_or_nothing():
    rows = unit_vectors(Meanings(), ["nước", ""])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0])
    assert unit_vectors(Meanings(), []).shape[0] == 0


def test_documents_without_a_common_word_are_alike_by_meaning(name):
    table = similarity(DOCUMENTS, embedder=name)
    assert table.loc["a", "b"] > 0.99
    assert table.loc["a", "c"] < 0.1
    neighbours = nearest(DOCUMENTS, count=1, embedder=Meanings())
    assert list(neighbours.neighbour) == ["b", "a", "d", "c"]


def test_items_without_a_common_word_are_aligned(name):
    central = find_directives("1. Phát triển giáo dục.\n2. Bảo đảm nước sạch.")
    local = find_directives("1. Nạo vét kênh mương.\n2. Sửa lớp học.")
    assert align_directives(central, local).pairs == ()
    pairs = align_directives(central, local, embedder=name).pairs
    assert [(pair.a, pair.b) for pair in pairs] == [(0, 1), (1, 0)]


def test_an_unknown_embedder():
    with pytest.raises(ModelError, match="no model of the kind embeddings is called 'lab/nobody'"):
        similarity(DOCUMENTS, embedder="lab/nobody")
