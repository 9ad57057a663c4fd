"""Titles of works in quotation marks: a name inside is that of the work (*vở "Lưu Bình"*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens

_MARKS: Final = frozenset({'"', "“", "”"})
_REACH: Final = 16
_LONGEST: Final = 4  # words from a kind of work to its title (bộ phim tài liệu)
_STOPS: Final = frozenset({",", ".", ";", ":", "\n", "|", *_MARKS})


def is_in_title(tokens: Tokens, at: int) -> bool:
    """Return whether a quotation that follows a kind of work has opened before ``at``."""
    opened = _quote_before(tokens, at)
    if opened < 0:
        return False
    words = tokens.words
    start = opened
    while start and opened - start < _LONGEST and words[start - 1] not in _STOPS:
        start -= 1
    known = grammar().works
    return any(
        " ".join(words[first:last]) in known
        for first in range(start, opened)
        for last in (first + 1, first + 2)
        if last <= opened
    )


def _quote_before(tokens: Tokens, at: int) -> int:
    """Return the nearest quotation mark before ``at``, if it may open one, else -1."""
    start = max(0, at - _REACH)
    near = tokens.words[start:at]
    if _MARKS.isdisjoint(near):
        return -1
    found = max(place for place, word in enumerate(near) if word in _MARKS)
    return -1 if near[found] == "”" or "\n" in near[found:] else start + found
