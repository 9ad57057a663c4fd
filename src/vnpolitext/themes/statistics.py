"""Measures of association of counts: pure functions over numpy arrays.

Two corpora, a target and a reference, give four numbers a term: its count in each and the number
of words of each. All functions broadcast and return arrays of float.
"""

from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special, stats

Correction: TypeAlias = Literal["benjamini-hochberg", "holm", "bonferroni", "none"]
Floats = NDArray[np.float64]
_HALF: Final = 0.5


def log_likelihood(
    target: ArrayLike, reference: ArrayLike, target_total: ArrayLike, reference_total: ArrayLike
) -> Floats:
    r"""G² of the two-by-two table term or not × target or reference.

    ``G² = 2 Σ O ln(O / E)`` over the four cells, ``0 ln 0 = 0`` (Dunning 1993, *Accurate methods
    for the statistics of surprise and coincidence*). Never negative; see `sign` for the side.

    Example:
        >>> round(float(log_likelihood(30, 10, 1000, 1000)), 3)
        10.669
    """
    a, b, c, d = _four(target, reference, target_total, reference_total)
    share = (a + b) / (c + d)
    cells = ((a, c * share), (b, d * share), (c - a, c * (1 - share)), (d - b, d * (1 - share)))
    g2 = sum(
        (special.xlogy(seen, np.divide(seen, expected, out=np.ones_like(seen), where=expected > 0))
         for seen, expected in cells),
        start=np.zeros_like(a),
    )  # fmt: skip
    return np.maximum(2 * g2, 0.0)


def sign(
    target: ArrayLike, reference: ArrayLike, target_total: ArrayLike, reference_total: ArrayLike
) -> NDArray[np.int64]:
    """1 where the rate in the target is higher, -1 where it is lower, 0 where both are equal."""
    a, b, c, d = _four(target, reference, target_total, reference_total)
    return np.sign(a * d - b * c).astype(np.int64)


def log_ratio(
    target: ArrayLike,
    reference: ArrayLike,
    target_total: ArrayLike,
    reference_total: ArrayLike,
    *,
    confidence: float = 0.95,
) -> tuple[Floats, Floats, Floats]:
    """Binary logarithm of the ratio of rates, with its interval ``(value, low, high)``.

    ``log2((a / c) / (b / d))`` (Hardie 2014), a zero count taken as 0.5; the interval is that of
    Katz et al. (1978), ``± z √(1/a - 1/c + 1/b - 1/d) / ln 2``. 1 means twice as frequent.

    Example:
        >>> value, low, high = log_ratio(20, 10, 1000, 1000)
        >>> round(float(value), 2), round(float(low), 2), round(float(high), 2)
        (1.0, -0.09, 2.09)
    """
    a, b, c, d = _four(target, reference, target_total, reference_total)
    a, b = np.where(a > 0, a, _HALF), np.where(b > 0, b, _HALF)
    value = np.log2((a / c) / (b / d))
    spread = np.sqrt(np.maximum(1 / a - 1 / c + 1 / b - 1 / d, 0)) / np.log(2)
    margin = stats.norm.ppf(0.5 + confidence / 2) * spread
    return value, value - margin, value + margin


def weighted_log_odds(
    target: ArrayLike,
    reference: ArrayLike,
    prior: ArrayLike,
    *,
    totals: tuple[float, float, float] | None = None,
) -> tuple[Floats, Floats]:
    """Log-odds ratio with an informative Dirichlet prior: ``(delta, z)`` of each term.

    Monroe, Colaresi and Quinn (2008), *Fightin' Words*, equations 15, 20 and 22, with the prior
    counts ``α`` of the terms and ``α₀`` their sum::

        δ = ln((y_i + α) / (n_i + α₀ - y_i - α)) - ln((y_j + α) / (n_j + α₀ - y_j - α))
        σ² ≈ 1 / (y_i + α) + 1 / (y_j + α),   z = δ / σ

    Of a single term, that all words are, nothing can be said: ``δ`` is 0.

    Args:
        target: Counts of all terms in the target; shape (terms,).
        reference: Counts of all terms in the reference; shape (terms,).
        prior: Prior count of each term, above zero; shape (terms,).
        totals: ``n_i``, ``n_j`` and ``α₀``, when the arrays are not of all terms.
    """
    y, r, alpha = map(numbers, (target, reference, prior))
    if (alpha <= 0).any():
        raise ValueError("every term needs a prior count above zero")
    ours, theirs, total = (y.sum(), r.sum(), alpha.sum()) if totals is None else totals
    rest = np.maximum(ours + total - y - alpha, 0), np.maximum(theirs + total - r - alpha, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        delta = np.log((y + alpha) / rest[0]) - np.log((r + alpha) / rest[1])
    delta = np.where(np.isfinite(delta), delta, 0.0)
    return delta, delta / np.sqrt(1 / (y + alpha) + 1 / (r + alpha))


def npmi(joint: ArrayLike, left: ArrayLike, right: ArrayLike, total: ArrayLike) -> Floats:
    """Normalised pointwise mutual information, between -1 and 1 (Bouma 2009).

    ``ln(p(x, y) / (p(x) p(y))) / -ln p(x, y)``; -1 for a pair that never occurs together.

    Example:
        >>> round(float(npmi(10, 10, 10, 1000)), 6)
        1.0
    """
    together, x, y, n = _four(joint, left, right, total)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log(together * n / (x * y)) / -np.log(together / n)
    value = np.where(together >= n, 1.0, value)
    return np.asarray(np.where(together > 0, value, -1.0))


def adjust_p_values(p_values: ArrayLike, correction: Correction = "benjamini-hochberg") -> Floats:
    """Correct p-values for the number of tests.

    Benjamini and Hochberg (1995) keeps the false discovery rate, Holm (1979) and Bonferroni the
    family-wise error.

    Example:
        >>> adjust_p_values([0.01, 0.04, 0.03], "holm").tolist()
        [0.03, 0.06, 0.06]
    """
    p = np.atleast_1d(numbers(p_values))
    count = p.size
    order = np.argsort(p, kind="stable")
    ranks = np.arange(1, count + 1)
    if correction == "none":
        return p.copy()
    if correction == "bonferroni":
        return np.asarray(np.minimum(p * count, 1.0))
    if correction == "holm":
        steps = np.maximum.accumulate(p[order] * (count - ranks + 1))
    elif correction == "benjamini-hochberg":
        steps = np.minimum.accumulate((p[order] * count / ranks)[::-1])[::-1]
    else:
        raise ValueError(f"unknown correction {correction!r}")
    adjusted = np.empty(count)
    adjusted[order] = np.minimum(steps, 1.0)
    return adjusted


def numbers(values: ArrayLike) -> Floats:
    """Return numbers as an array of float.

    Raises:
        TypeError: They are none.
    """
    try:
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise TypeError(f"numbers are wanted, not {type(values).__name__}") from None


def _four(*values: ArrayLike) -> tuple[Floats, Floats, Floats, Floats]:
    one, two, three, four = np.broadcast_arrays(*map(numbers, values))
    return one, two, three, four
