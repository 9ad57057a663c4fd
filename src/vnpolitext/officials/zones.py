"""Stretches of a text worth reading closely: those around something that may be a name.

Most of an official document names nobody. One fast pass over the capitals finds the places where a
person may stand, and only the paragraphs around them are cut into tokens.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from vnpolitext.officials.gazetteer import place_levels
from vnpolitext.officials.lexicon import (
    address_endings,
    aliases,
    body_words,
    foreign_names,
    grammar,
    notable_names,
    office_endings,
    surnames,
)
from vnpolitext.officials.syllables import is_vietnamese
from vnpolitext.officials.tokens import UPPER

_WORD: Final = r"[^\W\d_]*+(?:['.\-][^\W\d_]++)*+"
_RUN: Final = re.compile(rf"[{UPPER}]{_WORD}(?:[ \n]{{1,3}}[{UPPER}]{_WORD}){{0,12}}")
_SPLIT: Final = re.compile(r"[\s.\-]+|(?<=[^\W\d_])(?=[A-ZĐ][^\W\d_A-ZĐ])")
_BEFORE: Final = 24
_EDGES: Final = '.,:;()"“”*-|'
_MARGIN: Final = 200
_BACK: Final = 500
_ON: Final = 900
_HEAD: Final = 600
_TAIL: Final = 200


def zones(text: str, lower: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of ``text`` between ``start`` and ``end`` that may name a person.

    Args:
        text: The folded text.
        lower: The same in lower case.
        start: Where to begin.
        end: Where to stop.

    Returns:
        Disjoint ``(first, last)`` pairs in text order. The head and the tail of the text always
        belong to them.
    """
    found: list[tuple[int, int]] = []
    first, last = start, min(end, start + _HEAD) if start == 0 else start
    for match in _RUN.finditer(text, start, end):
        at, stop = match.span()
        if stop <= last - _MARGIN or not _may_name(text, lower, at, stop):
            continue
        left, right = _around(text, at, stop, start, end)
        if left <= last:
            last = max(last, right)
            continue
        if last > first:
            found.append((first, last))
        first, last = left, right
    tail = max(start, end - _TAIL) if end == len(text) else end
    if tail <= last:
        last = max(last, end) if end == len(text) else last
        tail = end
    if last > first:
        found.append((first, last))
    if tail < end:
        found.append((tail, end))
    return found


def _around(text: str, at: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """Return the paragraph around a run of capitals and a margin on both sides."""
    left = text.rfind("\n", max(start, at - _BACK), at)
    right = text.find("\n", stop, min(end, stop + _ON))
    left = max(start, at - _BACK) if left < 0 else left
    right = min(end, stop + _ON) if right < 0 else right
    return max(start, left - _MARGIN), min(end, right + _MARGIN)


def _may_name(text: str, lower: str, at: int, stop: int) -> bool:
    """Return whether capitals may name a person, by their words or the word before them."""
    word = lower[at:stop]
    if word.isalpha() and word in body_words():
        return False
    surfaces = _SPLIT.split(text[at:stop])
    words = tuple(surface.lower() for surface in surfaces)
    before = lower[max(0, at - _BEFORE) : at].split()
    previous = before[-1].strip(_EDGES) if before else ""
    if len(words) == 1:
        if words[0] in body_words():
            return False
        if "'" in words[0]:
            return True
        return previous in address_endings() or (
            previous in office_endings() and not is_vietnamese(words[0])
        )
    if words in _plain_places() or (previous in grammar().place_words and len(words) <= 3):
        return False
    if words[0] in _first_words() or not surnames().strong.isdisjoint(words[1:]):
        return True
    if previous in address_endings() or previous in office_endings():
        return True
    return any(
        len(word) > 2 and not surface.isupper() and not is_vietnamese(word)
        for word, surface in zip(words, surfaces, strict=True)
    )


@lru_cache(maxsize=1)
def _plain_places() -> frozenset[tuple[str, ...]]:
    """Return names of provinces and countries that no person bears."""
    return frozenset(
        words
        for words, levels in place_levels().items()
        if len(words) > 1 and "province" in levels and words != ("hồ", "chí", "minh")
    ) | {("việt", "nam"), ("hồ", "sơ")}


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the words that a name may begin with."""
    names = surnames()
    return frozenset(
        {
            *names.strong,
            *names.weak,
            *(first for first, _ in names.double),
            *foreign_names(),
            *(name[0] for name in notable_names()),
            *(alias.split()[0] for alias in aliases()),
        }
    )
