"""The smallest units of a text: syllables, numbers, codes, links, punctuation.

Words are made of pieces: a segmenter only decides, for each gap between two pieces, whether the
word goes on. Splitting into pieces is vectorised; the few stretches with marks inside (``98,5%``,
``15/2020/NĐ-CP``, ``T.Ư``) are read by the grammar of `vnpolitext.text.units`.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.models import per_choice
from vnpolitext.text.letters import BREAK, DIGIT, HIDDEN, LETTER, MARK, OTHER, SPACE, UPPER, Letters
from vnpolitext.text.units import (
    NUMBER,
    PUNCTUATION,
    SYMBOL,
    WORD,
    abbreviations_before_names,
    find_spaced,
    find_units,
    is_abbreviation,
)

SMALL, TITLE, CAPITALS, FIGURES, MIXED, SIGNS = range(6)
"""Shapes of pieces."""
BLANK, GLUED, BROKEN, PARTED = range(4)
"""What stands before a piece: blanks, nothing, one line break, more of them or the beginning.

A line break inside a sentence, before a small letter and after a word, counts as a blank.
"""

_APOSTROPHE: Final = ord("'")
_STOP: Final = ord(".")
_DASH: Final = ord("-")
_PERCENT: Final = ord("%")
_REPEATED: Final = np.array([ord(char) for char in "._-*=~#!?…|"], dtype=np.uint16)
_PUNCTUATION: Final = np.array([ord(char) for char in ".,;:!?…-'\"()[]{}/"], dtype=np.uint16)
_BASE: Final = 0x9E3779B97F4A7C15
_LONGEST: Final = 64  # characters of a piece that its key takes in
_SLOT_SHIFT: Final = np.uint64(48)
_SHORT: Final = 12  # characters that all pieces are read to at once
_POWERS: Final = np.array([pow(_BASE, i, 1 << 64) for i in range(1, _LONGEST + 1)], dtype=np.uint64)

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text, as arrays of equal length.

    Attributes:
        letters: The characters that the pieces are made of.
        starts: Index of the first character of every piece in ``letters``.
        ends: Index after its last character.
        kinds: ``WORD``, ``NUMBER``, ``DATE``, ``CODE``, ``LINK``, ``PUNCTUATION`` or ``SYMBOL``.
        shapes: ``SMALL``, ``TITLE``, ``CAPITALS``, ``FIGURES``, ``MIXED`` or ``SIGNS``.
        keys: 64-bit number that is equal for pieces of equal folded letters.
        before: ``BLANK``, ``GLUED``, ``BROKEN`` or ``PARTED``.
    """

    letters: Letters
    starts: Ints
    ends: Ints
    kinds: NDArray[np.uint8]
    shapes: NDArray[np.uint8]
    keys: NDArray[np.uint64]
    before: NDArray[np.uint8]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.starts)

    @classmethod
    def of(cls, text: str, cuts: Ints | None = None) -> "Pieces":
        """Split ``text``, and also at the indices ``cuts`` of the text as it was read."""
        letters = Letters.of(text, cuts)
        starts, ends = _split(letters)
        starts, ends, united = _unite(letters, starts, ends)
        if cuts is not None and len(cuts):
            if letters.origins is not None:
                cuts = np.searchsorted(letters.origins, cuts)
            starts, ends = _cut(starts, ends, cuts)
        kinds, shapes = _describe(letters, starts, ends)
        if united:
            at, unit_kinds = zip(*united, strict=True)
            kinds[np.searchsorted(starts, at)] = unit_kinds
        keys = _keys(letters.lower, starts, ends)
        before = _before(letters, starts, ends)
        # A line that goes on in small letters after a word was only broken for its width.
        before[1:][(before[1:] == BROKEN) & (shapes[1:] == SMALL) & (kinds[:-1] == WORD)] = BLANK
        return cls(letters, starts, ends, kinds, shapes, keys, before)

    def joinable(self) -> NDArray[np.bool_]:
        """Whether only blanks stand before a piece, and it and the one before can make a word.

        Numbers make none (*tháng 4*, *50 triệu*), nor does an abbreviation with the name after it
        (*Tp Vinh*, *ThS Mai*).
        """
        words = self.kinds == WORD
        gaps: NDArray[np.bool_] = self.before == BLANK
        gaps[1:] &= words[1:] & words[:-1]
        gaps[:1] = False
        keys, slots = _abbreviations()
        maybe = np.flatnonzero(slots[self.keys[:-1] >> _SLOT_SHIFT])
        gaps[maybe[np.isin(self.keys[maybe], keys)] + 1] = False
        return gaps

    def origins(self) -> tuple[Ints, Ints]:
        """Return the starts and ends in the text as it was read."""
        origins = self.letters.origins
        if origins is None:
            return self.starts, self.ends
        return origins[self.starts], origins[self.ends]

    def surface(self, index: int) -> str:
        """Return the letters of piece ``index``."""
        return self.letters.text[self.starts[index] : self.ends[index]]


@per_choice
def _abbreviations() -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """Return the keys of abbreviations before names, and which upper bits one of them has."""
    keys = np.unique(Pieces.of("\n\n".join(abbreviations_before_names())).keys)
    slots = np.zeros(1 << 16, dtype=np.bool_)
    slots[keys >> _SLOT_SHIFT] = True
    return keys, slots


def _split(letters: Letters) -> tuple[Ints, Ints]:
    """Return starts and ends of runs of letters and digits, and of single other characters."""
    classes, lower = letters.classes, letters.lower
    count = len(classes)
    word = (classes >= LETTER) & (classes <= MARK)
    other = classes >= HIDDEN
    at = np.flatnonzero(lower == _APOSTROPHE)
    at = at[(at > 0) & (at < count - 1)]
    at = at[_is_letter(classes[at - 1]) & _is_letter(classes[at + 1])]
    word[at] = True
    other[at] = False
    solid = word | other
    begins = solid.copy()
    # A piece goes on inside a run of letters, inside a run of one repeated mark, and over
    # combining marks.
    begins[1:] &= ~(word[1:] & word[:-1])
    begins[1:] &= ~((classes[1:] == MARK) & solid[:-1])
    at = np.flatnonzero(other[1:] & (lower[1:] == lower[:-1])) + 1
    at = at[np.isin(lower[at], _REPEATED)]
    begins[at] = False
    starts = np.flatnonzero(begins)
    closes = np.empty(count + 1, dtype=np.bool_)
    closes[0] = False
    closes[1:] = solid
    closes[1:-1] &= ~solid[1:] | begins[1:]
    return starts, np.flatnonzero(closes)


def _is_letter(classes: NDArray[np.uint8]) -> NDArray[np.bool_]:
    letter: NDArray[np.bool_] = (classes == LETTER) | (classes == UPPER) | (classes == MARK)
    return letter


def _unite(letters: Letters, starts: Ints, ends: Ints) -> tuple[Ints, Ints, list[tuple[int, int]]]:
    """Unite the pieces of unbroken units; return also the start and kind of each unit."""
    units = list(_units(letters, starts))
    if not units:
        return starts, ends, []
    first = np.searchsorted(starts, [unit[0] for unit in units], side="right") - 1
    last = np.searchsorted(starts, [unit[1] for unit in units], side="left") - 1
    inner = np.zeros(len(starts) + 1, dtype=np.int64)
    np.add.at(inner, first + 1, 1)
    np.add.at(inner, last + 1, -1)
    keep = np.cumsum(inner[:-1]) <= 0
    united = [(int(starts[i]), unit[2]) for i, unit in zip(first, units, strict=True) if keep[i]]
    return starts[keep], ends[np.append(keep[1:], True)], united


def _units(letters: Letters, starts: Ints) -> list[tuple[int, int, int]]:
    text, classes, lower = letters.text, letters.classes, letters.lower
    word = (classes >= LETTER) & (classes <= MARK)
    at = np.flatnonzero(classes == OTHER)
    at = at[at > 0]
    at = at[word[at - 1]]
    after = np.zeros(len(at), dtype=np.bool_)
    inside = at < len(classes) - 1
    after[inside] = word[at[inside] + 1]
    inner = at[(after & (lower[at] != _APOSTROPHE)) | (lower[at] == _PERCENT)]
    stops = at[~after & (lower[at] == _STOP)]
    units = []
    heads = starts[np.searchsorted(starts, stops, side="right") - 2]
    for head, stop in zip(heads.tolist(), stops.tolist(), strict=True):
        if stop - head < _LONGEST and is_abbreviation(
            text[head : stop + 1], text[stop + 1 : stop + 9]
        ):
            units.append((head, stop + 1, WORD))
    spaced = (find_spaced(text, mark) for mark in _spaced_marks(letters).tolist())
    units += [unit for unit in spaced if unit]
    if len(inner):
        spaces = np.flatnonzero(classes <= BREAK)
        spaces = np.concatenate(([-1], spaces, [len(classes)]))
        chunks = np.unique(np.searchsorted(spaces, inner))
        for start, end in zip(spaces[chunks - 1].tolist(), spaces[chunks].tolist(), strict=True):
            units += find_units(text, start + 1, end)
    return units


def _spaced_marks(letters: Letters) -> Ints:
    """Return the stops and dashes that stand alone between two numbers."""
    lower, classes = letters.lower, letters.classes
    marks = np.flatnonzero((lower == _STOP) | (lower == _DASH))
    marks = marks[(marks > 1) & (marks < len(lower) - 2)]
    alone = (classes[marks - 1] == SPACE) & (classes[marks + 1] == SPACE)
    alone &= (classes[marks - 2] == DIGIT) & (classes[marks + 2] == DIGIT)
    return np.asarray(marks[alone])


def _cut(starts: Ints, ends: Ints, cuts: Ints) -> tuple[Ints, Ints]:
    """Cut the pieces that go over one of the indices ``cuts``."""
    cuts = np.unique(cuts)
    piece = np.searchsorted(starts, cuts, side="right") - 1
    cuts, piece = cuts[piece >= 0], piece[piece >= 0]
    cuts = cuts[(cuts > starts[piece]) & (cuts < ends[piece])]
    return np.sort(np.concatenate((starts, cuts))), np.sort(np.concatenate((ends, cuts)))


def _describe(
    letters: Letters, starts: Ints, ends: Ints
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return kinds and shapes, before the units are taken into account."""
    classes = letters.classes
    totals = [np.zeros(len(classes) + 1, dtype=np.int32) for _ in range(3)]
    for total, group in zip(totals, (LETTER, UPPER, DIGIT), strict=True):
        np.cumsum(classes == group, out=total[1:])
    small, upper, digits = (total[ends] - total[starts] for total in totals)
    shapes = np.full(len(starts), SIGNS, dtype=np.uint8)
    shapes[small > 0] = SMALL
    shapes[(upper > 0) & (small == 0)] = CAPITALS
    shapes[(upper > 0) & ((small > 0) | (ends - starts == 1))] = TITLE
    shapes[digits > 0] = FIGURES
    shapes[(digits > 0) & (small + upper > 0)] = MIXED
    kinds = np.full(len(starts), SYMBOL, dtype=np.uint8)
    kinds[np.isin(letters.lower[starts], _PUNCTUATION)] = PUNCTUATION
    kinds[shapes <= MIXED] = WORD
    kinds[shapes == FIGURES] = NUMBER
    return kinds, shapes


def _keys(lower: NDArray[np.uint16], starts: Ints, ends: Ints) -> NDArray[np.uint64]:
    """Return a number for the letters of every piece: a sum of letters times powers, well mixed."""
    keys = lower[starts] * _POWERS[0]
    longer = np.arange(len(starts))
    for place in range(1, _SHORT):
        longer = longer[ends[longer] - starts[longer] > place]
        keys[longer] += lower[starts[longer] + place] * _POWERS[place]
    longer = longer[ends[longer] - starts[longer] > _SHORT]
    for piece, start, end in zip(
        longer.tolist(), starts[longer].tolist(), ends[longer].tolist(), strict=True
    ):
        rest = lower[start + _SHORT : end]
        powers = _POWERS[np.arange(_SHORT, end - start) % _LONGEST]
        keys[piece : piece + 1] += (rest * powers).sum()
    return mix(keys)


def mix(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread the bits of 64-bit numbers (the finalizer of MurmurHash3, by Austin Appleby)."""
    keys = keys ^ (keys >> np.uint64(33))
    keys *= np.uint64(0xFF51AFD7ED558CCD)
    keys ^= keys >> np.uint64(33)
    keys *= np.uint64(0xC4CEB9FE1A85EC53)
    keys ^= keys >> np.uint64(33)
    return keys


def _before(letters: Letters, starts: Ints, ends: Ints) -> NDArray[np.uint8]:
    breaks = np.zeros(len(letters.classes) + 1, dtype=np.int32)
    np.cumsum(letters.classes == BREAK, out=breaks[1:])
    before = np.full(len(starts), PARTED, dtype=np.uint8)
    between = breaks[starts[1:]] - breaks[ends[:-1]]
    before[1:][between == 0] = BLANK
    before[1:][between == 1] = BROKEN
    before[1:][starts[1:] == ends[:-1]] = GLUED
    return before
