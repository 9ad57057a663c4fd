"""Measures against numbers worked by hand and against SciPy."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from vnpolitext.themes.statistics import (
    adjust_p_values,
    log_likelihood,
    log_ratio,
    npmi,
    sign,
    weighted_log_odds,
)

TABLES = [(30, 10, 1000, 1000), (5, 50, 300, 9000), (0, 12, 500, 800), (7, 0, 90, 4000)]


@pytest.mark.parametrize(("a", "b", "c", "d"), TABLES)
def test_log_likelihood_is_that_of_scipy(a, b, c, d):
    expected = stats.chi2_contingency(
        [[a, b], [c - a, d - b]], correction=False, lambda_="log-likelihood"
    )[0]
    assert float(log_likelihood(a, b, c, d)) == pytest.approx(expected)


def test_log_likelihood_by_hand():
    # expected 20 and 980 in both corpora
    by_hand = 2 * (
        30 * math.log(30 / 20)
        + 10 * math.log(10 / 20)
        + 970 * math.log(970 / 980)
        + 990 * math.log(990 / 980)
    )
    assert float(log_likelihood(30, 10, 1000, 1000)) == pytest.approx(by_hand)


def test_log_likelihood_takes_arrays():
    columns = np.asarray(TABLES).T
    assert log_likelihood(*columns) == pytest.approx([float(log_likelihood(*t)) for t in TABLES])


counts = st.integers(0, 500)


@given(counts, counts, st.integers(500, 9000), st.integers(500, 9000))
def test_log_likelihood_is_symmetric_and_not_negative(a, b, c, d):
    one, two = float(log_likelihood(a, b, c, d)), float(log_likelihood(b, a, d, c))
    assert one >= 0
    assert one == pytest.approx(two, abs=1e-9)
    assert int(sign(a, b, c, d)) == -int(sign(b, a, d, c))


def test_equal_rates_give_nothing():
    assert float(log_likelihood(10, 20, 1000, 2000)) == pytest.approx(0, abs=1e-9)
    assert int(sign(10, 20, 1000, 2000)) == 0


@pytest.mark.parametrize(
    ("table", "expected"),
    [((20, 10, 1000, 1000), 1.0), ((10, 20, 1000, 1000), -1.0), ((4, 0, 100, 100), 3.0)],
)
def test_log_ratio(table, expected):
    value, low, high = log_ratio(*table)
    assert float(value) == pytest.approx(expected)
    assert float(low) < expected < float(high)


def test_log_ratio_interval_by_hand():
    value, low, high = log_ratio(20, 10, 1000, 1000)
    margin = 1.959964 * math.sqrt(1 / 20 - 1 / 1000 + 1 / 10 - 1 / 1000) / math.log(2)
    assert float(value - low) == pytest.approx(margin, rel=1e-6)
    assert float(high - value) == pytest.approx(margin, rel=1e-6)


def test_weighted_log_odds_by_hand():
    # three words; prior of 10, spread as (5, 3, 2)
    delta, z = weighted_log_odds([8, 1, 1], [2, 4, 4], [5, 3, 2])
    first = math.log(13 / (20 - 13)) - math.log(7 / (20 - 7))
    assert delta[0] == pytest.approx(first)
    assert z[0] == pytest.approx(first / math.sqrt(1 / 13 + 1 / 7))
    assert delta[1] == pytest.approx(math.log(4 / 16) - math.log(7 / 13))


def test_a_strong_prior_draws_rare_words_to_zero():
    weak = weighted_log_odds([3, 97], [0, 100], [0.01, 0.99])[1]
    strong = weighted_log_odds([3, 97], [0, 100], [15, 985])[1]
    assert 0 < strong[0] < 3
    assert abs(strong[0]) != pytest.approx(abs(weak[0]))


def test_a_prior_of_nothing_is_refused():
    with pytest.raises(ValueError, match="above zero"):
        weighted_log_odds([1, 2], [2, 1], [0, 1])


@pytest.mark.parametrize(
    ("counts", "expected"),
    [((10, 10, 10, 1000), 1.0), ((0, 10, 10, 1000), -1.0), ((10, 100, 100, 1000), 0.0)],
)
def test_npmi(counts, expected):
    assert float(npmi(*counts)) == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_benjamini_hochberg_is_that_of_scipy(p_values):
    expected = stats.false_discovery_control(p_values, method="bh")
    assert adjust_p_values(p_values) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        ("none", [0.01, 0.04, 0.03]),
        ("bonferroni", [0.03, 0.12, 0.09]),
        ("holm", [0.03, 0.06, 0.06]),
        ("benjamini-hochberg", [0.03, 0.04, 0.04]),
    ],
)
def test_corrections_by_hand(correction, expected):
    assert adjust_p_values([0.01, 0.04, 0.03], correction) == pytest.approx(expected)


def test_an_unknown_correction_is_refused():
    with pytest.raises(ValueError, match="tukey"):
        adjust_p_values([0.1], "tukey")
