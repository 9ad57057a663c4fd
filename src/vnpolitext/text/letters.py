"""Letters as arrays: the code points of a text, folded and classed by table look-up.

The word floor never walks over characters one by one: a text becomes an array of code points, and
tables of the Basic Multilingual Plane say of each what it is (`CLASS`) and what its lower-case
letter is (`LOWER`). Decomposed letters are composed, and characters that show nothing inside a word
(soft hyphen, zero-width space) are left out, with an index array back to the original characters.
"""

import sys
import unicodedata
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.models import per_choice
from vnpolitext.text.tones import modern_tones

SPACE, BREAK, LETTER, UPPER, DIGIT, MARK, HIDDEN, OTHER = range(8)
"""Classes of characters; upper-case letters have their own."""

_BREAKS: Final = "\n\r\x0b\x0c\x85\u2028\u2029\x1c\x1d\x1e"
_HIDDEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_FOLDED: Final = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u02bc\u2018\u2019", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    "\u00d0": "đ",
    "\u0189": "đ",
    "\u00f0": "đ",
    "\u0130": "i",
}
_PLANE: Final = 0x10000
_DEEPEST: Final = 4  # marks on one letter that are composed
_UTF32: Final = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"


@dataclass(frozen=True, slots=True)
class Tables:
    """Look-up tables over the Basic Multilingual Plane.

    Attributes:
        classes: Class of every code point, ``uint8``.
        lower: Its lower-case letter, with one dash, one single and one double quote, ``uint16``.
        tailed: Whether it is the toned last vowel of an open rime in old spelling, ``bool``.
    """

    classes: NDArray[np.uint8]
    lower: NDArray[np.uint16]
    tailed: NDArray[np.bool_]


@per_choice
def tables() -> Tables:
    """Return the tables, made on first use (about 30 ms)."""
    classes = np.full(_PLANE, OTHER, dtype=np.uint8)
    lower = np.arange(_PLANE, dtype=np.uint16)
    for code in range(_PLANE):
        char = chr(code)
        classes[code] = _classify(char)
        small = char.lower()
        if len(small) == 1:
            lower[code] = ord(small)
    for group, members in ((BREAK, _BREAKS), (HIDDEN, _HIDDEN)):
        classes[[ord(char) for char in members]] = group
    for char, folded in _FOLDED.items():
        lower[ord(char)] = ord(folded)
    tailed = np.zeros(_PLANE, dtype=np.bool_)
    for vowel in "aeyAEY":
        for tone in "\u0300\u0301\u0303\u0309\u0323":
            tailed[ord(unicodedata.normalize("NFC", vowel + tone))] = True
    return Tables(classes, lower, tailed)


def _classify(char: str) -> int:
    if char.isalpha():
        return LETTER if char == char.lower() else UPPER
    if char.isdecimal():
        return DIGIT
    if char.isspace():
        return SPACE
    return MARK if unicodedata.category(char)[0] == "M" else OTHER


@dataclass(frozen=True, slots=True)
class Letters:
    """A text as arrays of equal length, one element a composed, visible character.

    Attributes:
        text: The same characters as a string.
        classes: Class of every character, ``uint8``.
        lower: Folded code point of every character, ``uint16``.
        origins: Index of every character in the text as it was read, and its length at the end;
            ``None`` where nothing was composed or left out.
    """

    text: str
    classes: NDArray[np.uint8]
    lower: NDArray[np.uint16]
    origins: NDArray[np.int64] | None

    @classmethod
    def of(cls, text: str, cuts: NDArray[np.int64] | None = None) -> "Letters":
        """Read ``text``; any string is accepted, lone surrogates included.

        Args:
            text: The text as it was read.
            cuts: Indices where something begins or ends: no letter is composed over them, and what
                shows nothing stays if it stands right behind one.
        """
        table = tables()
        codes = np.frombuffer(text.encode(_UTF32, "surrogatepass"), dtype=np.uint32)
        origins = None
        clipped = np.minimum(codes, _PLANE - 1)
        classes = table.classes[clipped]
        dropped = _dropped(codes, classes, cuts)
        if dropped is not None:
            codes, origins = dropped
            text = codes.astype(np.uint32).tobytes().decode(_UTF32, "surrogatepass")
            clipped = np.minimum(codes, _PLANE - 1)
            classes = table.classes[clipped]
        if "\r" in text:
            at = np.flatnonzero(codes[:-1] == ord("\r"))
            classes[at[codes[at + 1] == ord("\n")]] = SPACE
        lower = table.lower[clipped]
        _modernize(lower, classes, table.tailed[clipped])
        return cls(text, classes, lower, origins)


def _modernize(
    lower: NDArray[np.uint16], classes: NDArray[np.uint8], tailed: NDArray[np.bool_]
) -> None:
    """Bring the tone mark of open rimes to its modern place, in ``lower`` itself."""
    if len(lower) < 2:
        return
    ends = np.ones(len(lower), dtype=np.bool_)
    ends[:-1] = ~((classes[1:] >= LETTER) & (classes[1:] <= MARK))
    at = np.flatnonzero(tailed & ends)
    at = at[(at > 0)]
    heads = lower[at - 1]
    at = at[(heads == ord("o")) | (heads == ord("u"))]
    for end in at.tolist():
        first = max(0, end - 2)
        old = "".join(map(chr, lower[first : end + 1].tolist()))
        new = modern_tones(old)
        if new != old:
            lower[first : end + 1] = [ord(char) for char in new]


def _dropped(
    codes: NDArray[np.uint32], classes: NDArray[np.uint8], cuts: NDArray[np.int64] | None
) -> tuple[NDArray[np.uint32], NDArray[np.int64]] | None:
    """Compose letters and leave out hidden characters inside words; ``None`` if there are none."""
    marks = classes == MARK
    hidden = classes == HIDDEN
    if cuts is not None:
        inside = cuts[cuts < len(codes)]
        marks[inside] = hidden[inside] = False
    if not (marks.any() or hidden.any()):
        return None
    word = (classes >= LETTER) & (classes <= MARK)
    drop = np.zeros(len(codes), dtype=np.bool_)
    drop[1:-1] = hidden[1:-1] & word[:-2] & word[2:]
    codes = codes.copy()
    bases = np.maximum.accumulate(np.where(marks, 0, np.arange(len(codes))))
    for depth in range(1, _DEEPEST + 1):
        at = np.flatnonzero(marks)
        at = at[at - bases[at] == depth]
        pairs, back = np.unique(
            codes[bases[at]].astype(np.uint64) << np.uint64(32) | codes[at], return_inverse=True
        )
        composed = np.array([_compose(int(pair)) for pair in pairs], dtype=np.uint32)[back]
        done = composed > 0
        codes[bases[at[done]]] = composed[done]
        drop[at[done]] = True
    if not drop.any():
        return None
    kept = np.flatnonzero(~drop)
    return codes[kept], np.append(kept, len(codes))


def _compose(pair: int) -> int:
    """Return the code point of a letter and a mark, packed in one number; 0 if there is none."""
    whole = unicodedata.normalize("NFC", chr(pair >> 32) + chr(pair & 0xFFFFFFFF))
    return ord(whole) if len(whole) == 1 else 0
