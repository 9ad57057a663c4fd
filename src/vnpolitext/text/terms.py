"""Terms that stay one token: a user's own, and the lexicon of politics.

A term is a run of pieces, so it is found whatever its case, the place of its tone marks, its
Unicode form or the blanks in it.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.models import model_file, per_choice_of, read_table
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.pieces import BLANK, CAPITALS, PARTED, TITLE, Ints, Pieces, mix
from vnpolitext.text.words.dictionary import Dictionary, run_keys

Terms = Iterable[str] | str | os.PathLike[str]
"""A list of terms, or the path of a file with one term per line (``#`` lines are notes)."""

_HYPHEN: Final = lazy_pattern(r"\s*+[-–]\s*+")
_PROPER_KIND: Final = "body"
_PROPER, _UNIT_LAST = 1, 2
_UNIT: Final = lazy_pattern(
    r"(?<!hợp tác) (?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)$"
)


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Terms of two or more pieces, by the numbers of their runs of keys.

    Attributes:
        runs: For every length in pieces, the terms' numbers in rising order.
        flags: For every length, what is asked of each of them: 1, that it begins with a capital
            where it is found; 2, that no name follows, as it ends with the type of a unit.
        openings: The first two pieces of all terms.
    """

    runs: dict[int, NDArray[np.uint64]]
    flags: dict[int, NDArray[np.uint8]]
    openings: Dictionary

    @classmethod
    def of(cls, terms: Terms) -> "TermIndex":
        """Read ``terms``; a term of one piece is never cut, and needs no place in the index."""
        return cls._of([(term, 0) for term in _read(terms)])

    @classmethod
    def _of(cls, terms: Iterable[tuple[str, int]]) -> "TermIndex":
        spellings = [(each, flag) for term, flag in terms for each in sorted(_spellings(term))]
        pieces = Pieces.of("\n\n".join(spelling for spelling, _ in spellings))
        heads = np.flatnonzero(pieces.before == PARTED)
        lengths = np.append(heads[1:], len(pieces)) - heads
        asked = np.array([flag for _, flag in spellings], dtype=np.uint8)
        runs, flags = {}, {}
        for length in np.unique(lengths[lengths > 1]).tolist():
            chosen = lengths == length
            numbers = _long_keys(pieces.keys, heads[chosen], length)
            runs[length], first = np.unique(numbers, return_index=True)
            flags[length] = asked[chosen][first]
        openings = run_keys(pieces.keys, 2)[heads[lengths > 1]]
        return cls(runs, flags, Dictionary({2: np.unique(openings)}))

    def find(self, pieces: Pieces, barred: NDArray[np.bool_]) -> "Hits":
        """Find all terms, but for those that go over a piece that is ``barred`` or a blank line."""
        stops = np.cumsum(barred | (pieces.before == PARTED))
        at = np.flatnonzero(self.openings.has(pieces.keys, 2))
        numbers = _long_keys(pieces.keys, at, 1)
        firsts, lasts, flags = [at[:0]], [at[:0]], [np.zeros(0, dtype=np.uint8)]
        for length in range(2, max(self.runs, default=1) + 1):
            inside = at + length <= len(pieces)
            at, numbers = at[inside], numbers[inside]
            inside = stops[at] == stops[at + length - 1]
            at, numbers = at[inside], numbers[inside]
            numbers = mix(numbers + pieces.keys[at + length - 1])
            if (known := self.runs.get(length)) is None:
                continue
            place = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
            hit = known[place] == numbers
            firsts.append(at[hit])
            lasts.append(at[hit] + length - 1)
            flags.append(self.flags[length][place[hit]])
        return Hits(np.concatenate(firsts), np.concatenate(lasts), np.concatenate(flags))


@dataclass(frozen=True, slots=True)
class Hits:
    """Terms in a sequence of pieces: their first and last pieces, and the flags of the terms."""

    firsts: Ints
    lasts: Ints
    flags: NDArray[np.uint8]

    def sure(self, pieces: Pieces, joins: NDArray[np.bool_]) -> "Hits":
        """Leave out what a segmenter's ``joins`` or the letters around speak against.

        A term gives way to a word that goes on into it (*pháp luật đất đai*), unless it begins with
        a capital; one of two pieces also to a word that goes on after it. A proper term must begin
        with a capital (*cán bộ y tế*). A term that ends with a unit's type leaves it to the name
        that follows (*UBND tỉnh Lào Cai*).
        """
        shapes = pieces.shapes[self.firsts]
        begun = joins[self.firsts]
        capital = (shapes == TITLE) | ((shapes == CAPITALS) & ~begun)
        short = self.lasts - self.firsts == 1
        crossed = (begun & (short | ~capital)) | (np.append(joins, False)[self.lasts + 1] & short)
        named = np.append((pieces.shapes == TITLE) & (pieces.before == BLANK), False)
        chosen = (self.flags & _PROPER == 0) | capital
        chosen &= (self.flags & _UNIT_LAST == 0) | ~named[self.lasts + 1]
        chosen &= ~crossed
        return Hits(self.firsts[chosen], self.lasts[chosen], self.flags[chosen])

    def longest(self) -> tuple[Ints, Ints]:
        """Return the leftmost longest terms, as first and last pieces."""
        order = np.lexsort((-self.lasts, self.firsts))
        firsts, lasts = self.firsts[order], self.lasts[order]
        reached = np.maximum.accumulate(lasts)
        apart = np.ones(len(firsts), dtype=np.bool_)
        apart[1:] = firsts[1:] > reached[:-1]
        kept, end = apart.copy(), -1
        # Most terms stand apart; only those that overlap with one before are looked at one by one.
        for at in np.flatnonzero(~apart).tolist():
            if apart[at - 1]:
                end = lasts[at - 1]
            if firsts[at] > end:
                kept[at], end = True, lasts[at]
        return firsts[kept], lasts[kept]


@per_choice_of(8)
def load_lexicon(name: str) -> TermIndex:
    """Load the terms of the model ``lexicon/<name>``.

    Raises:
        ModelError: There is no such lexicon.
    """
    rows = read_table(model_file("lexicon", name, "terms.tsv"), ("term", "kind", "note"))
    return TermIndex._of([(term, _flags(term, kind)) for term, kind, _ in rows])


def _flags(term: str, kind: str) -> int:
    proper = _PROPER if kind == _PROPER_KIND and term[0].isupper() else 0
    return proper | (_UNIT_LAST if _UNIT.search(term.lower()) else 0)


def _read(terms: Terms) -> Iterable[str]:
    if not isinstance(terms, str | os.PathLike):
        return terms
    lines = Path(terms).read_text(encoding="utf-8-sig").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _spellings(term: str) -> set[str]:
    """Return ``term`` as it is, with blanks around its hyphens, and without (Mác - Lênin)."""
    term = " ".join(term.split())
    return {term, _HYPHEN.sub(" - ", term), _HYPHEN.sub("-", term)} if term else set()


def _long_keys(keys: NDArray[np.uint64], starts: Ints, length: int) -> NDArray[np.uint64]:
    """Return one number for every run of ``length`` keys that begins at one of ``starts``."""
    runs = np.zeros(len(starts), dtype=np.uint64)
    for place in range(length):
        runs = mix(runs + keys[starts + place])
    return runs
