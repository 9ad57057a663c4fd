"""Precision, recall and F1 of codes, worked by hand."""

import math

import pytest

from vnpolitext.validation import score_codes

GOLD = [{"a"}, {"a", "b"}, {"b"}, set(), {"c"}]
OURS = [{"a"}, {"a"}, {"a", "b"}, {"b"}, set()]


def test_each_code_and_the_whole():
    table = score_codes(GOLD, OURS, ["a", "b", "c", "d"])
    assert table.loc["a", ["coded", "predicted", "right"]].tolist() == [2, 3, 2]
    assert table.loc["a", ["precision", "recall", "f1"]].tolist() == pytest.approx([2 / 3, 1, 0.8])
    assert table.loc["b", "f1"] == pytest.approx(0.5)
    assert table.loc["c", "f1"] == 0
    assert math.isnan(table.loc["c", "precision"])
    assert math.isnan(table.loc["d", "f1"])
    assert table.loc["(micro)", ["coded", "predicted", "right"]].tolist() == [5, 5, 3]
    assert table.loc["(micro)", "f1"] == pytest.approx(0.6)
    # d does not occur; precision of c cannot be known
    assert table.loc["(macro)", "f1"] == pytest.approx((0.8 + 0.5 + 0) / 3)
    assert table.loc["(macro)", "recall"] == pytest.approx((1 + 0.5 + 0) / 3)
    assert table.loc["(macro)", "precision"] == pytest.approx((2 / 3 + 0.5) / 2)


def test_intervals_hold_the_figure_and_are_repeated():
    gold, ours = GOLD * 20, OURS * 20
    table = score_codes(gold, ours, ["a", "b", "c"])
    for name in ("a", "b", "(micro)", "(macro)"):
        row = table.loc[name]
        assert row["f1_low"] < row["f1"] < row["f1_high"]
    assert table.equals(score_codes(gold, ours, ["a", "b", "c"]))
    assert not table.equals(score_codes(gold, ours, ["a", "b", "c"], random_state=1))


def test_perfect_codes_have_no_doubt():
    row = score_codes(GOLD, GOLD, ["a", "b", "c"]).loc["(macro)"]
    assert row[["f1", "f1_low", "f1_high"]].tolist() == [1, 1, 1]


def test_no_passage_and_unequal_numbers():
    assert math.isnan(score_codes([], [], ["a"]).loc["(macro)", "f1"])
    with pytest.raises(ValueError, match="1 predictions for 2"):
        score_codes([set(), set()], [set()], ["a"])
