"""Intervals of rates by resampling units."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]


def bootstrap_rates(
    counts: Floats,
    exposure: Floats,
    *,
    replicates: int = 500,
    confidence: float = 0.95,
    random_state: int = 0,
) -> tuple[Floats, Floats]:
    """Return percentile intervals of ``counts.sum(0) / exposure.sum()``.

    Units (documents, sentences) are drawn with replacement, as many as there are, and the ratio is
    computed anew (Efron 1979; the ratio estimator keeps units of unequal length right).

    Args:
        counts: Counts of each unit; shape (units, columns).
        exposure: Words of each unit; shape (units,).
        replicates: Number of draws.
        confidence: Level of the interval.
        random_state: Seed; the same seed gives the same interval.

    Returns:
        Low and high; shape (columns,). Not a number with fewer than two units with words.
    """
    columns = counts.shape[1]
    used = exposure > 0
    units = int(used.sum())
    if units < 2:
        return np.full(columns, np.nan), np.full(columns, np.nan)
    random = np.random.default_rng(random_state)
    kept, words = counts[used], exposure[used]
    share = np.full(units, 1 / units)
    rates = np.empty((replicates, columns))
    for number in range(replicates):
        weights = random.multinomial(units, share).astype(float)
        rates[number] = (weights @ kept) / (weights @ words)
    tail = (1 - confidence) / 2
    low, high = np.quantile(rates, [tail, 1 - tail], axis=0)
    return low, high
