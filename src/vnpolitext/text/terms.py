"""A user's own terms, found as runs of pieces whatever their case, tones' places or spacing."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.text.pieces import PARTED, Pieces, mix

Terms = Iterable[str] | str | os.PathLike[str]
"""A list of terms, or the path of a file with one term per line (``#`` lines are notes)."""

_HYPHEN: Final = re.compile(r"\s*+[-–]\s*+")


class TermIndex:
    """Terms by the keys of their pieces; a term of one piece is kept as it is."""

    def __init__(self, terms: Terms) -> None:
        """Read ``terms``."""
        self._by_length: dict[int, NDArray[np.uint64]] = {}
        found: dict[int, list[int]] = {}
        for term in _read(terms):
            for spelling in _spellings(term):
                keys = Pieces.of(spelling).keys
                found.setdefault(len(keys), []).append(int(_run_keys(keys, len(keys))[0]))
        for length in sorted(found, reverse=True):
            self._by_length[length] = np.unique(np.array(found[length], dtype=np.uint64))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._by_length)

    def find(self, pieces: Pieces, barred: NDArray[np.bool_]) -> list[tuple[int, int]]:
        """Return ``(first, last)`` pieces of the terms in ``pieces``, the leftmost longest ones.

        A term never goes over a piece that is ``barred``, or over an empty line.
        """
        stops = np.cumsum(barred | (pieces.before == PARTED))
        hits: list[tuple[int, int]] = []
        for length, known in self._by_length.items():
            if length > len(pieces):
                continue
            at = np.flatnonzero(np.isin(_run_keys(pieces.keys, length), known))
            at = at[stops[at] == stops[at + length - 1]]
            hits += [(first, first + length - 1) for first in at.tolist()]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        kept: list[tuple[int, int]] = []
        for first, last in hits:
            if not kept or first > kept[-1][1]:
                kept.append((first, last))
        return kept


def _read(terms: Terms) -> Iterable[str]:
    if not isinstance(terms, str | os.PathLike):
        return terms
    lines = Path(terms).read_text(encoding="utf-8-sig").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _spellings(term: str) -> set[str]:
    """Return ``term`` as it is, with blanks around its hyphens, and without (Mác - Lênin)."""
    term = term.strip()
    return {term, _HYPHEN.sub(" - ", term), _HYPHEN.sub("-", term)} if term else set()


def _run_keys(keys: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """Return one number for every run of ``length`` keys."""
    count = len(keys) - length + 1
    runs = np.zeros(max(count, 0), dtype=np.uint64)
    for place in range(length):
        runs = mix(runs + keys[place : place + count])
    return runs
