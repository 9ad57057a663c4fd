"""Krippendorff's alpha against published values and numbers worked by hand."""

import math

import pytest

from vnpolitext.validation import alpha_interval, krippendorff_alpha

# Krippendorff (2011), Computing Krippendorff's alpha-reliability: section B (two observers, a
# nominal scale) and section C (four observers with missing values).
BINARY = list(zip((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0), strict=True))
N = None
FOUR = list(
    zip(
        (1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3),
        (N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N),
        strict=True,
    )
)


def test_binary_data_of_two_observers():
    # 20 values, 14 of 0 and 6 of 1; four of ten units disagree: 1 - 19 * 8 / (2 * 14 * 6)
    assert krippendorff_alpha(BINARY) == pytest.approx(1 - 19 * 8 / 168)
    assert krippendorff_alpha(BINARY) == pytest.approx(0.095, abs=0.0005)


def test_four_observers_with_missing_values():
    assert krippendorff_alpha(FOUR) == pytest.approx(0.743, abs=0.0005)


def test_interval_distance():
    squared = krippendorff_alpha(FOUR, lambda one, other: (one - other) ** 2)
    assert squared == pytest.approx(0.849, abs=0.0005)


def test_the_limits():
    assert krippendorff_alpha([("a", "a"), ("b", "b")]) == 1
    assert krippendorff_alpha([("a", "b"), ("b", "a")]) == pytest.approx(-0.5)
    assert math.isnan(krippendorff_alpha([("a", "a"), ("a", "a")]))
    assert math.isnan(krippendorff_alpha([("a", None), (None, "b")]))
    assert math.isnan(krippendorff_alpha([]))


def test_sets_count_by_what_they_share():
    one, two, three = frozenset("a"), frozenset("ab"), frozenset("c")
    units = [(one, two), (three, three)]
    # values a, ab, c, c; of the pairs only a-ab is observed
    # jaccard: a-ab 1/2, all others 1; observed 2 * 1/2, expected 2 * (1/2 + 2 + 2) / 3
    assert krippendorff_alpha(units, "jaccard") == pytest.approx(1 - 1 / 3)
    # masi: a-ab is 1 - 1/2 * 2/3
    assert krippendorff_alpha(units, "masi") == pytest.approx(1 - (4 / 3) / (2 * (2 / 3 + 4) / 3))


def test_an_empty_set_is_a_value():
    units = [(frozenset(), frozenset()), (frozenset("a"), frozenset("a"))]
    assert krippendorff_alpha(units, "masi") == 1


def test_an_unknown_distance():
    with pytest.raises(ValueError, match="nominal, jaccard, masi"):
        krippendorff_alpha([("a", "b")], "ordinal")


def test_the_interval_holds_alpha_and_is_repeated():
    low, high = alpha_interval(BINARY * 5)
    assert low < krippendorff_alpha(BINARY * 5) < high
    assert (low, high) == alpha_interval(BINARY * 5)
    assert all(math.isnan(end) for end in alpha_interval([]))
