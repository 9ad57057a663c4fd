"""Change points of a series of counts: when the rate changed, and how often."""

from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from vnpolitext.progress import under_way
from vnpolitext.themes.statistics import numbers

Floats: TypeAlias = NDArray[np.float64]


@under_way("change points")
def change_points(
    counts: ArrayLike,
    exposure: ArrayLike | None = None,
    *,
    penalty: float | None = None,
    min_size: int = 2,
) -> list[int]:
    """Return where the rate of a Poisson series changes: the first index of each new stretch.

    The partition that minimises ``Σ cost + penalty · changes`` is found exactly by dynamic
    programming (Jackson et al. 2005, *optimal partitioning*), with the cost of a stretch
    ``-2 ln L = -2 (C ln(C / E) - C)`` up to a constant, ``C`` its counts and ``E`` its exposure.

    Args:
        counts: Count of each period; shape (periods,).
        exposure: Words of each period; by default all alike.
        penalty: Cost of one change; by default ``2 ln n`` of the Schwarz criterion: one rate and
            one place.
        min_size: Least number of periods in a stretch.

    Returns:
        Indices in order, each of a period that has exposure; none for a series without change.

    Example:
        >>> change_points([2, 3, 2, 2, 9, 8, 10, 9])
        [4]
    """
    seen = np.atleast_1d(numbers(counts))
    periods = len(seen)
    size = np.ones(periods) if exposure is None else np.asarray(exposure, dtype=float)
    if size.shape != seen.shape:
        raise ValueError(f"{periods} counts, but {len(size)} exposures")
    if min_size < 1:
        raise ValueError("min_size is at least 1")
    if penalty is None:
        penalty = 2 * np.log(max(periods, 2))
    total = np.concatenate(([0.0], np.cumsum(seen)))
    words = np.concatenate(([0.0], np.cumsum(size)))
    best = np.full(periods + 1, np.inf)
    best[0] = -penalty
    came = np.zeros(periods + 1, dtype=int)
    for end in range(min_size, periods + 1):
        starts = np.arange(0, end - min_size + 1)
        cost = (
            best[starts] + _cost(total[end] - total[starts], words[end] - words[starts]) + penalty
        )
        at = int(cost.argmin())
        best[end], came[end] = cost[at], starts[at]
    changes: list[int] = []
    end = periods
    while end > 0 and came[end] > 0:
        end = int(came[end])
        changes.append(end)
    return list(dict.fromkeys(_next_filled(change, size) for change in changes[::-1]))


def _next_filled(change: int, size: Floats) -> int:
    """Return the first period from ``change`` on in which there is something to count in."""
    filled = np.flatnonzero(size[change:] > 0)
    return change + int(filled[0]) if len(filled) else change


def _cost(counts: Floats, exposure: Floats) -> Floats:
    rate = np.divide(counts, exposure, out=np.ones_like(counts), where=exposure > 0)
    return np.asarray(-2 * (special.xlogy(counts, np.where(counts > 0, rate, 1)) - counts))
