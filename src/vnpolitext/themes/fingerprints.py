"""Runs of equal codes between documents, found by winnowing, without comparing all pairs.

Schleimer, Wilkerson and Aiken (2003), *Winnowing: local algorithms for document fingerprinting*:
of every ``w`` neighbouring k-grams the one with the least hash is kept, so that each run of
``k + w - 1`` equal codes has at least one kept k-gram in common.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vnpolitext.errors import expect

Ints: TypeAlias = NDArray[np.int64]
_NONE: Final = np.uint64(0xFFFFFFFFFFFFFFFF)
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX: Final = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True)
class Runs:
    """Maximal runs of equal codes: ``codes[a:a + length] == codes[b:b + length]``."""

    a: Ints
    b: Ints
    length: Ints


def shared_runs(codes: Ints, rows: Ints, least: int, *, crowd: int = 50) -> Runs:
    """Return the runs of at least about ``least`` codes that two documents share.

    Args:
        codes: Codes of all documents; a negative code is equal to nothing.
        rows: Document of each code.
        least: Every shared run this long is found, shorter ones by chance.
        crowd: A k-gram that occurs more often than this is paired with its next occurrence only,
            so that the work stays linear.

    Returns:
        Each run once, ``a`` in the earlier document, by document pair and place.
    """
    for array in (codes, rows):
        expect(array, np.ndarray, "arrays of whole numbers are wanted")
    window = max(1, min(4, least // 2))
    size = least - window + 1
    hashes = _hashes(codes, rows, size)
    a, b = _pairs(hashes, _winnow(hashes, window), rows, crowd)
    return _grow(codes, rows, a, b, size)


def longest_run(codes: Ints, rows: Ints, most: int) -> Runs:
    """Return one of the longest runs shared by two documents, shorter than ``most``."""
    best = Runs(*(np.zeros(0, dtype=np.int64),) * 3)
    low, high = 1, most - 1
    while low <= high:
        size = (low + high) // 2
        hashes = _hashes(codes, rows, size)
        a, b = _pairs(hashes, np.flatnonzero(hashes != _NONE), rows, 1)
        if len(a):
            best = Runs(a[:1], b[:1], np.asarray([size]))
            low = size + 1
        else:
            high = size - 1
    return best


def _hashes(codes: Ints, rows: Ints, size: int) -> NDArray[np.uint64]:
    """Hash of the ``size`` codes from each position; `_NONE` where they cross a document's end."""
    count = len(codes) - size + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    scattered = (codes.astype(np.uint64) + np.uint64(1)) * _MIX
    scattered ^= scattered >> np.uint64(29)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        total *= _BASE
        total += scattered[offset : offset + count]
    total ^= total >> np.uint64(32)
    total *= _MIX
    total[total == _NONE] = 0
    broken = np.concatenate(([0], np.cumsum(codes < 0)))
    total[(broken[size:] != broken[:-size]) | (rows[:count] != rows[size - 1 :])] = _NONE
    return total


def _winnow(hashes: NDArray[np.uint64], window: int) -> Ints:
    """Positions that hold the least hash of a window."""
    if window == 1 or len(hashes) < window:
        return np.flatnonzero(hashes != _NONE)
    padded = np.concatenate((np.full(window - 1, _NONE), hashes, np.full(window - 1, _NONE)))
    least = padded[: len(hashes) + window - 1].copy()
    for offset in range(1, window):
        np.minimum(least, padded[offset : offset + len(least)], out=least)
    kept = np.zeros(len(hashes), dtype=bool)
    for offset in range(window):
        kept |= least[offset : offset + len(hashes)] == hashes
    return np.flatnonzero(kept & (hashes != _NONE))


def _pairs(hashes: NDArray[np.uint64], kept: Ints, rows: Ints, crowd: int) -> tuple[Ints, Ints]:
    """Pairs of positions in two documents with one hash."""
    order = kept[np.argsort(hashes[kept], kind="stable")]
    if not len(order):
        return order, order
    keys = hashes[order]
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(np.append(begins, len(order)))
    spread = rows[order[begins]] != rows[order[begins + sizes - 1]]
    begins, sizes = begins[spread], sizes[spread]
    firsts: list[Ints] = []
    seconds: list[Ints] = []
    for size in np.unique(sizes[sizes <= crowd]).tolist():
        members = order[begins[sizes == size][:, None] + np.arange(size)]
        left, right = np.triu_indices(size, 1)
        firsts.append(members[:, left].ravel())
        seconds.append(members[:, right].ravel())
    large = sizes > crowd
    if large.any():
        total = int((sizes[large] - 1).sum())
        offsets = np.arange(total) - np.repeat(np.cumsum(sizes[large] - 1) - sizes[large] + 1,
                                               sizes[large] - 1)  # fmt: skip
        at = np.repeat(begins[large], sizes[large] - 1) + offsets
        firsts.append(order[at])
        seconds.append(order[at + 1])
    if not firsts:
        return order[:0], order[:0]
    a, b = np.concatenate(firsts), np.concatenate(seconds)
    across = rows[a] != rows[b]
    return a[across], b[across]


def _grow(codes: Ints, rows: Ints, a: Ints, b: Ints, size: int) -> Runs:
    """Join seeds of one diagonal that touch, then extend to both sides as far as codes agree."""
    if not len(a):
        return Runs(a, b, a)
    order = np.lexsort((a, b - a, rows[b], rows[a]))
    a, b = a[order], b[order]
    fresh = np.ones(len(a), dtype=bool)
    fresh[1:] = (np.diff(b - a) != 0) | (np.diff(a) > size) | (np.diff(rows[a]) != 0)
    fresh[1:] |= np.diff(rows[b]) != 0
    first = np.flatnonzero(fresh)
    last = np.append(first[1:], len(a)) - 1
    starts, shift = a[first], b[first] - a[first]
    ends = a[last] + size
    starts = _extend(codes, rows, starts, shift, -1)
    ends = _extend(codes, rows, ends - 1, shift, 1) + 1
    whole = np.unique(np.stack((rows[starts], rows[starts + shift], starts, shift, ends)), axis=1)
    starts, shift, ends = whole[2], whole[3], whole[4]
    return Runs(starts, starts + shift, ends - starts)


def _extend(codes: Ints, rows: Ints, at: Ints, shift: Ints, step: int) -> Ints:
    """Move ``at`` by ``step`` while the codes there and ``shift`` further on agree."""
    at = at.copy()
    moving = np.arange(len(at))
    while len(moving):
        one = at[moving] + step
        two = one + shift[moving]
        inside = (one >= 0) & (two < len(codes))
        moving, one, two = moving[inside], one[inside], two[inside]
        same = (codes[one] == codes[two]) & (codes[one] >= 0)
        same &= (rows[one] == rows[one - step]) & (rows[two] == rows[two - step])
        moving = moving[same]
        at[moving] = one[same]
    return at
