"""How far coders agree beyond chance: Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np

from vnpolitext.errors import expect
from vnpolitext.progress import under_way

Distance: TypeAlias = Callable[[Any, Any], float]
Units: TypeAlias = Sequence[Sequence[Hashable]]
_WANTED: Final = "the values that coders gave each unit are wanted"


@under_way("krippendorff alpha")
def krippendorff_alpha(
    units: Iterable[Iterable[Any]], distance: str | Distance = "nominal"
) -> float:
    """Return Krippendorff's alpha (*hệ số đồng thuận alpha*) of what coders said of each unit.

    Alpha is 1 less observed disagreement over that expected by chance (Krippendorff 2004, chapter
    11): 1 where all agree, 0 where they agree as often as by chance. Any number of coders may have
    coded a unit; one who has not is left out of it, and a unit with one value does not count.

    Args:
        units: For each unit the values that coders gave it; ``None`` for none.
        distance: ``"nominal"``; ``"jaccard"`` or ``"masi"`` (Passonneau 2006) for values that are
            sets; or a function of two values, 0 where they are equal, greater the further apart.

    Returns:
        Alpha; not a number where nothing varies or no unit has two values.

    Raises:
        ValueError: There is no such distance.

    Example:
        >>> krippendorff_alpha([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")])
        0.5333333333333333
    """
    if isinstance(distance, str):
        if distance not in _DISTANCES:
            raise ValueError(f"no distance {distance!r}; there are {', '.join(_DISTANCES)}")
        distance = _DISTANCES[distance]
    expect(units, Iterable, _WANTED)
    paired = []
    for unit in units:
        expect(unit, Iterable, _WANTED)
        paired.append([value for value in unit if value is not None])
    paired = [unit for unit in paired if len(unit) > 1]
    counts = Counter(value for unit in paired for value in unit)
    total = sum(counts.values())
    if len(counts) < 2:
        return float("nan")
    observed = sum(_disagreement(Counter(unit), distance) / (len(unit) - 1) for unit in paired)
    expected = _disagreement(counts, distance) / (total - 1)
    return float(1 - observed / expected) if expected else float("nan")


@under_way("alpha interval")
def alpha_interval(
    units: Units,
    distance: str | Distance = "nominal",
    *,
    replicates: int = 500,
    confidence: float = 0.95,
    random_state: int = 0,
) -> tuple[float, float]:
    """Return a percentile bootstrap of alpha: units are drawn anew with replacement.

    Args:
        units: As of `krippendorff_alpha`.
        distance: As of `krippendorff_alpha`.
        replicates: Number of draws.
        confidence: Level of the interval.
        random_state: Seed of the draws.

    Returns:
        Low and high; not numbers where alpha is none.

    Example:
        >>> alpha_interval([("a", "a"), ("b", "b")] * 20)
        (1.0, 1.0)
    """
    expect(units, Sequence, _WANTED)
    random = np.random.default_rng(random_state)
    size = len(units)
    drawn = [
        krippendorff_alpha((units[at] for at in random.integers(size, size=size)), distance)
        for _ in range(replicates if size else 0)
    ]
    known = [alpha for alpha in drawn if alpha == alpha]  # noqa: PLR0124
    if not known:
        return float("nan"), float("nan")
    tail = (1 - confidence) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return float(low), float(high)


def _disagreement(counts: Mapping[Any, int], distance: Distance) -> float:
    """Sum of the distances of all ordered pairs of values."""
    values = list(counts)
    return 2 * sum(
        counts[one] * counts[other] * distance(one, other)
        for at, one in enumerate(values)
        for other in values[at + 1 :]
    )


def _nominal(one: Hashable, other: Hashable) -> float:
    return float(one != other)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    union = len(one | other)
    return 1 - len(one & other) / union if union else 0.0


def _masi(one: frozenset[str], other: frozenset[str]) -> float:
    common = one & other
    if one == other:
        return 0.0
    monotone = 2 / 3 if common in (one, other) else 1 / 3
    return 1 - (1 - _jaccard(one, other)) * monotone


_DISTANCES: Final[dict[str, Distance]] = {
    "nominal": _nominal,
    "jaccard": _jaccard,
    "masi": _masi,
}
