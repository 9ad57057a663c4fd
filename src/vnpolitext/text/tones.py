"""Tone marks: the two placements of Vietnamese spelling, brought to the modern one.

Old spelling puts the tone of an open *oa*, *oe*, *uy* on the last vowel (``hoà``, ``uỷ``), modern
spelling on the main one (``hòa``, ``ủy``). Both stand in official texts, often in one sentence.
"""

import unicodedata
from typing import Final

from vnpolitext.text.patterns import lazy_pattern

_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"
_OPEN_RIMES: Final = ("oa", "oe", "uy")


def _placements() -> dict[str, str]:
    """Old to modern placement of every open rime, in the three usual letter cases."""
    pairs: dict[str, str] = {}
    for first, second in _OPEN_RIMES:
        for tone in _TONES:
            old = unicodedata.normalize("NFC", first + second + tone)
            new = unicodedata.normalize("NFC", first + tone + second)
            for case in (str.lower, str.upper, str.capitalize):
                pairs[case(old)] = case(new)
    return pairs


_MODERN: Final = _placements()
# One pattern a first letter: a pattern that begins with a literal skips ahead much faster than one
# that begins with a set. The *u* of *qu* belongs to the consonant.
_OLD_RIMES: Final = tuple(
    lazy_pattern(
        f"{first}[{''.join(sorted({old[1] for old in _MODERN if old[0] == first}))}]"
        + r"(?!\w)"
        + ("(?<![qQ]..)" if first in "uU" else "")
    )
    for first in "oOuU"
)


def without_marks(lower: str) -> str:
    """Return lower-case letters without tones and marks (*không dấu*), ``đ`` as ``d``.

    >>> without_marks("đắk nông")
    'dak nong'
    """
    letters = unicodedata.normalize("NFD", lower.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def modern_tones(text: str) -> str:
    """Return composed ``text`` with every tone mark in its modern place; the length stays.

    >>> modern_tones("Uỷ ban, hoà bình, khoá XIII, quý, hoàn")
    'Ủy ban, hòa bình, khóa XIII, quý, hoàn'
    """
    pieces: list[str] = []
    done = 0
    for at in sorted(match.start() for rime in _OLD_RIMES for match in rime.finditer(text)):
        pieces += (text[done:at], _MODERN[text[at : at + 2]])
        done = at + 2
    return "".join((*pieces, text[done:])) if pieces else text
