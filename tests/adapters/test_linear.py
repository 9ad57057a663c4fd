"""The linear tagger: trained on our own texts, kept, checked, loaded by name."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpolitext import models, testing
from vnpolitext.adapters.linear import LinearTagger, _best
from vnpolitext.models.seal import seal
from vnpolitext.training import Labelled, from_gold

CARD = """
kind = "persons"
name = "lab/linear"
version = "1.0.0"
licence = "CC0-1.0"
authors = ["A lab"]
summary = "Names."
intended_use = "Tests."
limits = "All."
rebuild = "Run the test."
loader = "vnpolitext.adapters.linear:load"

[files]
"""


@pytest.fixture(scope="module")
def halves(written):
    documents = [from_gold(document) for document in written]
    return documents[::2], documents[1::2]


@pytest.fixture(scope="module")
def tagger(halves):
    return LinearTagger.fit(halves[0])


def scores(tagger, documents):
    wanted = {(d.id, s, e) for d in documents for s, e, label in d.spans if label == "PERSON"}
    found = {(d.id, *span) for d in documents for span in tagger.tag(d.text)}
    both = len(wanted & found)
    return 2 * both / (len(wanted) + len(found))


def test_it_learns_names_it_has_not_seen(tagger, halves):
    assert scores(tagger, halves[1]) > 0.6


def test_training_is_the_same_every_time(tagger, halves):
    again = LinearTagger.fit(halves[0])
    assert np.array_equal(again.weights, tagger.weights)


def test_it_passes_the_kit(tagger):
    assert testing.check_person_tagger(tagger, workers=0)


def test_it_is_kept_and_loaded_by_name(tagger, halves, tmp_path, monkeypatch):
    (tmp_path / "model.toml").write_text(CARD, encoding="utf-8")
    tagger.save(tmp_path)
    seal(tmp_path)
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(tmp_path))
    loaded = models.load("lab/linear", kind="persons")
    assert testing.check_model(tmp_path, workers=0)
    kept = [loaded.tag(document.text) for document in halves[1]]
    same = [kept[at] == tagger.tag(document.text) for at, document in enumerate(halves[1])]
    assert sum(same) >= len(same) - 1


def test_there_must_be_names_to_learn_from():
    with pytest.raises(ValueError, match="no name with the label PERSON"):
        LinearTagger.fit([Labelled("d", "không có tên", ())])


def test_weights_of_the_wrong_shape():
    with pytest.raises(ValueError, match="not \\(features, 3\\)"):
        LinearTagger(np.zeros((8, 2), dtype=np.float32), np.zeros(3, dtype=np.float32))


def test_the_number_of_weights_is_a_power_of_two():
    with pytest.raises(ValueError, match="no power of two"):
        LinearTagger(np.zeros((12, 3), dtype=np.float32), np.zeros(3, dtype=np.float32))


@pytest.mark.parametrize(
    ("scores", "tags"),
    [
        ([[0, 0, 9]], [0]),
        ([[0, 0, 9], [0, 0, 9]], [1, 2]),
        ([[5, 0, 0], [0, 0, 9], [5, 0, 0]], [1, 2, 0]),
        ([[5, 0, 0], [0, 3, 4], [0, 0, 4]], [0, 1, 2]),
        ([[0, 5, 0], [0, 5, 0], [0, 0, 5]], [1, 1, 2]),
        ([[5, 4, 0], [0, 0, 9]], [1, 2]),
    ],
)
def test_no_name_goes_on_that_has_not_begun(scores, tags):
    assert _best(np.array(scores, dtype=np.float32)) == tags


@given(st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3), min_size=1, max_size=6))
def test_the_best_sequence_is_the_best_of_all(scores):
    allowed = [
        tags
        for tags in product(range(3), repeat=len(scores))
        if not any(two == 2 and one == 0 for one, two in pairwise((0, *tags)))
    ]
    best = max(sum(row[tag] for row, tag in zip(scores, tags, strict=True)) for tags in allowed)
    found = _best(np.array(scores, dtype=np.float32))
    assert tuple(found) in allowed
    assert sum(row[tag] for row, tag in zip(scores, found, strict=True)) == best
