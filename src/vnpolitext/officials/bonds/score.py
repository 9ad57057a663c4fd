"""How much speaks for a proposal: the weights of its features."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from vnpolitext.models import model_file, per_choice, read_toml
from vnpolitext.officials.bonds.features import Features


def score(features: Features) -> float:
    """Return the weight of a proposal: the logarithm of the odds that it is right.

    Args:
        features: Its features.
    """
    known = weights()
    return known["bias"] + sum(known.get(name, 0.0) * value for name, value in features.items())


def chance(weight: float) -> float:
    """Return the chance that a proposal of some weight is right, from 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, weight))))


@per_choice
def weights() -> Mapping[str, float]:
    """Return the weight of every feature, by its name."""
    table = read_toml(model_file("offices", "bonds", "weights.toml"))
    return {name: float(value) for name, value in table["weights"].items()}
