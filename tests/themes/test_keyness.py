"""Keyness of groups, against the measures and by hand."""

import pandas as pd
import pytest

from vnpolitext.themes import Document, WordVectorizer, keyness
from vnpolitext.themes.keyness import KEYNESS_COLUMNS
from vnpolitext.themes.statistics import log_likelihood, log_ratio, weighted_log_odds

TEXTS = {
    "a": "thủy lợi, thủy lợi, thủy lợi, giáo dục",
    "b": "giáo dục, giáo dục, thủy lợi, y tế",
    "c": "y tế, y tế, y tế, giáo dục",
}
PLAIN = WordVectorizer()


def row(table, group, term):
    found = table[(table["group"] == group) & (table["term"] == term)]
    assert len(found) == 1
    return found.iloc[0]


def test_columns_and_order():
    table = keyness(TEXTS, min_count=1, vectorizer=PLAIN)
    assert tuple(table.columns) == KEYNESS_COLUMNS
    assert list(dict.fromkeys(table["group"])) == ["a", "b", "c"]
    for _, group in table.groupby("group"):
        assert group["z"].is_monotonic_decreasing


def test_counts_and_measures_of_one_against_the_rest():
    table = keyness(TEXTS, min_count=1, vectorizer=PLAIN)
    one = row(table, "a", "thủy lợi")
    assert (one["target_count"], one["reference_count"]) == (3, 1)
    assert (one["target_rate"], one["reference_rate"]) == (750, 125)
    assert one["g2"] == pytest.approx(float(log_likelihood(3, 1, 4, 8)))
    assert one["log_ratio"] == pytest.approx(float(log_ratio(3, 1, 4, 8)[0]))
    assert one["sign"] == 1
    assert (one["target_documents"], one["reference_documents"]) == (1, 1)
    school = row(table, "b", "giáo dục")
    assert (school["target_documents"], school["reference_documents"]) == (1, 2)
    assert row(table, "a", "y tế")["sign"] == -1
    # columns: giáo dục, thủy lợi, y tế; the prior is 500 words spread as both sides together
    prior = [500 * 4 / 12, 500 * 4 / 12, 500 * 4 / 12]
    delta, z = weighted_log_odds([1, 3, 0], [3, 1, 4], prior)
    assert one["log_odds"] == pytest.approx(delta[1])
    assert one["z"] == pytest.approx(z[1])


def test_two_named_sides():
    table = keyness(TEXTS, target="a", reference="c", min_count=1, vectorizer=PLAIN)
    assert set(table["group"]) == {"a"}
    assert row(table, "a", "giáo dục")["reference_count"] == 1


def test_a_reference_against_every_other_group():
    table = keyness(TEXTS, reference="c", min_count=1, vectorizer=PLAIN)
    assert list(dict.fromkeys(table["group"])) == ["a", "b"]


def test_groups_of_metadata():
    documents = [Document(k, text, {"year": 2020 + n // 2}) for n, (k, text) in
                 enumerate(TEXTS.items())]  # fmt: skip
    table = keyness(documents, by="year", min_count=1, vectorizer=PLAIN)
    assert row(table, "2020", "thủy lợi")["target_count"] == 4
    assert row(table, "2021", "y tế")["target_count"] == 3


def test_min_count_is_over_both_sides():
    table = keyness(TEXTS, min_count=5, vectorizer=PLAIN)
    assert table.empty


def test_adjusted_p_values_are_never_smaller():
    for correction in ("benjamini-hochberg", "holm", "bonferroni"):
        table = keyness(TEXTS, min_count=1, vectorizer=PLAIN, correction=correction)
        assert (table["p_adjusted"] >= table["p_value"] - 1e-12).all()
        assert (table["p_adjusted"] > table["p_value"]).any()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"target": "x"}, "target 'x' has no document"),
        ({"reference": "x"}, "reference 'x' has no document"),
        ({"target": "a", "reference": "a"}, "both 'a'"),
        ({"by": ["g", "g", "g"]}, "only"),
    ],
)
def test_a_missing_side_is_a_clear_error(settings, message):
    with pytest.raises(ValueError, match=message):
        keyness(TEXTS, **settings)


def test_a_side_without_words_is_a_clear_error():
    with pytest.raises(ValueError, match="target 'b' has no word"):
        keyness({"a": "thủy lợi", "b": "2024"}, target="b", vectorizer=PLAIN)
    with pytest.raises(ValueError, match="the rest beside 'a'"):
        keyness({"a": "thủy lợi", "b": ""}, target="a", vectorizer=PLAIN)


def test_the_same_every_time():
    one, two = keyness(TEXTS, min_count=1), keyness(TEXTS, min_count=1)
    pd.testing.assert_frame_equal(one, two)
