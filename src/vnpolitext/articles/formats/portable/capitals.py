"""Large letters at the head of a paragraph, as deep as several of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Final

from vnpolitext.articles.formats.portable.placed import Word
from vnpolitext.articles.legacy import is_syllable

_LARGE: Final = 1.8
_MOST: Final = 5
_GAP: Final = 1.5
_MARKS: Final = ".,;:!?…)”\"'"


def with_capitals(words: list[Word]) -> list[Word]:
    """Return the words of a page with each large letter in the first of the lines beside it.

    It is part of the first word there where both are a syllable together.
    """
    if len(words) < _MOST:
        return words
    height = median([word.bottom - word.top for word in words])
    large = [word for word in words if word.bottom - word.top > _LARGE * height]
    capitals = [word for word in large if len(word.text) == 1 and word.text.isupper()]
    if len(capitals) > _MOST:
        return words
    for capital in capitals:
        first = _first_beside(capital, words, height)
        if first is None:
            continue
        blank = "" if is_syllable(capital.text + first.text.rstrip(_MARKS)) else " "
        first.text = f"{capital.text}{blank}{first.text}"
        words = [word for word in words if word is not capital]
    return words


def _first_beside(capital: Word, words: Sequence[Word], height: float) -> Word | None:
    """Return the word that goes on behind a letter, where two lines or more stand beside it."""
    edge = capital.right
    beside = [
        word
        for word in words
        if capital.top - height < word.middle < capital.bottom
        and word is not capital
        and -0.3 * height < word.left - edge < _GAP * height
    ]
    first = min(beside, key=lambda word: word.middle, default=None)
    if first is None or not first.text[0].islower():
        return None
    others = (word.middle - first.middle > 0.6 * height for word in beside)
    return first if any(others) else None
