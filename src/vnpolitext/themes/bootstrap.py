"""Intervals of rates by resampling units."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
_CELLS: Final = 1_000_000


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
    rates = np.empty((replicates, columns))
    step = max(_CELLS // units, 1)
    for first in range(0, replicates, step):
        rows = rates[first : first + step]
        drawn = random.integers(units, size=(len(rows), units))
        drawn += units * np.arange(len(rows))[:, None]
        weights = (
            np.bincount(drawn.ravel(), minlength=drawn.size).reshape(drawn.shape).astype(float)
        )
        rows[:] = (weights @ kept) / (weights @ words)[:, None]
    tail = (1 - confidence) / 2
    low, high = np.quantile(rates, [tail, 1 - tail], axis=0)
    return low, high
