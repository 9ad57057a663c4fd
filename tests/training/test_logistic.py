"""Weights learnt of yes and no."""

import json

import pytest

from vnpolitext.training.logistic import learn, write_weights

SETTINGS = {"penalty": 1e-3, "rare": 2, "smallest": 0.05, "digits": 2}


def test_features_weigh_as_they_answer():
    rows = [(["suối", "đầu"], True, 1.0), (["núi", "đầu"], False, 1.0)] * 8 + [(["một"], True, 1.0)]
    weights = learn(rows, **SETTINGS)
    assert weights["suối"] > 1 > -1 > weights["núi"]
    assert "một" not in weights
    assert weights == learn(rows, **SETTINGS)


def test_a_heavy_row_counts_as_several():
    one = [(["suối"], True, 3.0), (["suối"], False, 1.0), (["núi"], False, 4.0)]
    several = [(["suối"], True, 1.0)] * 3 + [(["suối"], False, 1.0)] + [(["núi"], False, 1.0)] * 4
    settings = {**SETTINGS, "rare": 1}
    assert learn(one, **settings) == pytest.approx(learn(several, **settings))


def test_without_features_only_the_bias_is_learnt():
    [(name, weight)] = learn([((), True, 1.0)] * 3 + [((), False, 1.0)], **SETTINGS).items()
    assert (name, weight) == ("bias", pytest.approx(1.1, abs=0.02))


def test_names_and_weights_stand_in_one_order(tmp_path):
    write_weights(tmp_path / "weights.json", {"bias": 0.5, "suối": -1.0})
    table = json.loads((tmp_path / "weights.json").read_text(encoding="utf-8"))
    assert table == {"features": ["bias", "suối"], "weights": [0.5, -1.0]}
