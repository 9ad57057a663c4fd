"""Weights of yes and no by named features: a logistic regression, the same for the same data."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

Row = tuple[Sequence[str], bool, float]
"""The features of a question, its answer, and how much it weighs."""


def learn(
    rows: Sequence[Row],
    *,
    penalty: float,
    rare: int,
    smallest: float,
    digits: int,
    rounds: int = 300,
) -> dict[str, float]:
    """Return the weights of features, and of none of them as ``"bias"``.

    The squares of the weights are penalised, but not that of the bias; all are learnt by full steps
    from zero.

    Args:
        rows: The questions.
        penalty: What the squares of the weights cost.
        rare: Features of fewer questions have no weight.
        smallest: Weights nearer to zero are left out.
        digits: To how many decimal places weights are rounded.
        rounds: The number of steps.

    Example:
        >>> rows = [(["warm"], True, 1.0), (["cold"], False, 1.0)] * 9
        >>> weights = learn(rows, penalty=1e-3, rare=2, smallest=0.1, digits=2)
        >>> weights["warm"] > 0 > weights["cold"], weights["bias"]
        (True, 0.0)
    """
    import numpy as np

    counts = Counter(name for names, _, _ in rows for name in names)
    index = {name: at for at, name in enumerate(sorted(n for n, c in counts.items() if c >= rare))}
    of = [
        (row, index[name])
        for row, (names, _, _) in enumerate(rows)
        for name in names
        if name in index
    ]
    lines, columns = np.array(of, dtype=np.int64).reshape(-1, 2).T
    truth = np.array([float(answer) for _, answer, _ in rows])
    mass = np.array([weight for _, _, weight in rows])
    mass /= mass.sum()
    weights, bias = np.zeros(len(index)), 0.0
    squares, bias_squares = np.full(len(index), 1e-8), 1e-8
    for _ in range(rounds):
        score = bias + np.bincount(lines, weights[columns], len(rows))
        miss = mass * (1 / (1 + np.exp(-score)) - truth)
        slope = np.bincount(columns, miss[lines], len(index)) + penalty * weights
        squares += slope**2
        weights -= 0.5 * slope / np.sqrt(squares)
        bias_squares += miss.sum() ** 2
        bias -= 0.5 * miss.sum() / np.sqrt(bias_squares)
    named = {name: round(float(weights[at]), digits) for name, at in index.items()}
    kept = {name: weight for name, weight in named.items() if abs(weight) >= smallest}
    return {"bias": round(float(bias), digits)} | kept


def write_weights(path: Path, weights: dict[str, float]) -> None:
    """Write weights as the file of a model: the names, and the weights in the same order."""
    table = {"features": list(weights), "weights": list(weights.values())}
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
