"""What the gap classifier sees: syllables around a gap, letter shapes, words of a dictionary.

Arrays run over a *padded* sequence of pieces: pads stand between two lines, so that a window never
reaches into another line. A feature is a 64-bit number made of what it sees; its upper bits are the
place of its weight (Weinberger et al. 2009, "Feature hashing for large scale multitask learning").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.text.pieces import BROKEN, SMALL, TITLE, Ints, Pieces, mix
from vnpolitext.text.units import CODE, DATE, LINK, NUMBER
from vnpolitext.text.words.dictionary import Dictionary

Keys = NDArray[np.uint64]

_WINDOW: Final = 3  # pads between two lines
_PAD_SHAPE: Final = 6
_SHAPES: Final = 7
_FACTORS: Final = mix(np.arange(1, 257, dtype=np.uint64)).reshape(32, 8) | np.uint64(1)
# Numbers, dates and codes are told apart by their kind only.
_KIND_KEYS: Final = {kind: _FACTORS[31, kind] for kind in (NUMBER, DATE, CODE, LINK)}
_PAD_KEY: Final = _FACTORS[31, 0]
_CLOSE: Final = 64  # values of the six bits of words around a gap, and of the ten bits
_KNOWN: Final = 1024
_FARTHEST: Final = 5  # words of a run of capitalised syllables that are counted


@dataclass(frozen=True)
class Window:
    """A padded sequence of pieces, and the gaps in it that are looked at.

    Attributes:
        keys: Keys of pieces and pads.
        shapes: Their shapes.
        gaps: Place of the piece after every gap.
        dictionary: The words that are looked up.
    """

    keys: Keys
    shapes: Ints
    gaps: Ints
    dictionary: Dictionary

    @classmethod
    def of(cls, pieces: Pieces, gaps: NDArray[np.bool_], dictionary: Dictionary) -> "Window":
        """Pad ``pieces``; ``gaps`` marks the pieces before which a gap is looked at."""
        heads = pieces.before >= BROKEN
        heads[:1] = True
        places = np.arange(len(heads)) + _WINDOW * np.cumsum(heads)
        size = len(heads) + _WINDOW * (int(heads.sum()) + 1)
        keys = np.full(size, _PAD_KEY, dtype=np.uint64)
        keys[places] = pieces.keys
        for kind, key in _KIND_KEYS.items():
            keys[places[pieces.kinds == kind]] = key
        shapes = np.full(size, _PAD_SHAPE, dtype=np.int64)
        shapes[places] = pieces.shapes
        return cls(keys, shapes, places[gaps], dictionary)

    def features(self) -> Iterator[Keys]:
        """Yield every feature, as one number for each gap."""
        keys, shapes, gaps = self.keys, self.shapes, self.gaps
        earlier, left, right, later = (keys[gaps + place] for place in (-2, -1, 0, 1))
        shape = {place: shapes[gaps + place] for place in range(-2, 2)}
        near = shape[-1] * _SHAPES + shape[0]
        far = (shape[-2] * _SHAPES**2 + near) * _SHAPES + shape[1]
        known, close = self._known
        distance, ahead, head = self._capitals
        hash_of = _Hasher()
        for grams in (
            (left,), (right,), (earlier,), (later,),
            (left, right), (earlier, left), (right, later), (earlier, right), (left, later),
            (earlier, left, right), (left, right, later),
        ):  # fmt: skip
            yield hash_of(*grams)
        yield hash_of(small=near, among=_SHAPES**2)
        yield hash_of(small=far, among=_SHAPES**4)
        yield hash_of(small=known * _SHAPES**2 + near)
        yield hash_of(small=close * _SHAPES**4 + far)
        yield hash_of(left, small=close, among=_CLOSE)
        yield hash_of(right, small=close, among=_CLOSE)
        yield hash_of(left, right, small=close, among=_CLOSE)
        yield hash_of(later, small=known, among=_KNOWN)
        yield hash_of(earlier, small=known, among=_KNOWN)
        yield hash_of(head, small=distance * _SHAPES + shape[0], among=(_FARTHEST + 1) * _SHAPES)
        yield hash_of(head, right, small=distance, among=_FARTHEST + 1)
        run = (distance * _FARTHEST + ahead) * _SHAPES**2 + near
        yield hash_of(small=run, among=(_FARTHEST + 1) * _FARTHEST * _SHAPES**2)
        alike = (left == right) + 2 * (earlier == left) + 4 * (right == later)
        alike += 8 * (earlier == right) + 16 * (left == later)
        yield hash_of(small=alike * _CLOSE + close, among=32 * _CLOSE)

    def overlaps(self) -> NDArray[np.bool_]:
        """Tell for every gap whether two words of the dictionary overlap between it and the next.

        So do *thi tuyển* and *tuyển sinh* in *thi tuyển sinh*; but no longer word holds both.
        """
        gaps, two, three, four = self.gaps, *self._words.values()
        held = three[gaps - 1] | four[gaps - 1] | four[gaps - 2]
        small = (self.shapes[gaps] == SMALL) & (self.shapes[gaps + 1] == SMALL)
        overlaps: NDArray[np.bool_] = two[gaps - 1] & two[gaps] & small & ~held
        overlaps[:-1] &= gaps[1:] == gaps[:-1] + 1
        overlaps[-1:] = False
        return overlaps

    @cached_property
    def _words(self) -> dict[int, NDArray[np.bool_]]:
        """Where the runs of 2, 3 and 4 pieces begin that are words."""
        return {length: self.dictionary.has(self.keys, length) for length in (2, 3, 4)}

    @cached_property
    def _known(self) -> tuple[Ints, Ints]:
        """Which runs of 2, 3 and 4 pieces around the gap are words: ten bits, and six of them."""
        found = self._words
        places = ((2, -1), (2, -2), (2, 0), (3, -2), (3, -1), (4, -3), (4, -2), (4, -1))
        bits = [found[length][self.gaps + place].astype(np.int64) for length, place in places]
        two, two_left, two_right, left, right, *over = bits
        close = two + 2 * two_left + 4 * two_right + 8 * left + 16 * right
        aside = found[3][self.gaps - 3] + 2 * found[3][self.gaps]
        all_bits = close + 32 * (over[0] + 2 * over[1] + 4 * over[2]) + 256 * aside
        return all_bits, close + 32 * (over[0] | over[1] | over[2])

    @cached_property
    def _capitals(self) -> tuple[Ints, Ints, Keys]:
        """How far the gap is inside a run of capitalised pieces, and the run's first key."""
        title = self.shapes == TITLE
        places = np.arange(len(title))
        begins = np.maximum.accumulate(np.where(title, 0, places)) + 1
        ends = np.minimum.accumulate(np.where(title, len(title), places)[::-1])[::-1]
        inside = title[self.gaps - 1]
        begin = begins[self.gaps - 1]
        distance = np.where(inside, np.minimum(self.gaps - begin, _FARTHEST), 0)
        ahead = np.minimum(ends[self.gaps] - self.gaps, _FARTHEST - 1)
        return distance, ahead, np.where(inside, self.keys[np.where(inside, begin, 0)], 0)


class _Hasher:
    """Makes one number of what a feature sees, with other factors for every feature."""

    def __init__(self) -> None:
        self._feature = -1

    def __call__(self, *keys: Keys, small: Ints | None = None, among: int = 0) -> Keys:
        """Take keys, and a small number, below ``among`` where that is given."""
        self._feature += 1
        factors = _FACTORS[self._feature]
        total = factors[7]
        for key, factor in zip(keys, factors[:6], strict=False):
            total = total + key * factor
        if small is not None and among:
            total = total + _mixed(self._feature, among).take(small)
        elif small is not None:
            total = total + mix(small.astype(np.uint64) + factors[6])
        return np.asarray(total)


@lru_cache(maxsize=32)
def _mixed(feature: int, among: int) -> Keys:
    """The numbers that stand for the small ones below ``among`` in a feature."""
    return mix(np.arange(among, dtype=np.uint64) + _FACTORS[feature][6])
