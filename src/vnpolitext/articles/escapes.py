r"""Letters that a text still has escaped: ``H&#7897;i``, ``S&ocirc;ng``, ``H\u1ed9i``."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Final

from vnpolitext.articles.legacy import MARKED, likeness
from vnpolitext.text.patterns import lazy_pattern

REFERENCES: Final = "references+utf-8"
"""Name of UTF-8 whose letters are HTML references."""

ESCAPES: Final = "escapes+utf-8"
r"""Name of UTF-8 whose letters are written as ``\u1ed9``."""

_SURE: Final = 0.85
_FEWEST: Final = 5
_SAMPLE: Final = 20_000
_FIRST: Final = 0xC0
_REFERENCE: Final = lazy_pattern(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_ESCAPE: Final = lazy_pattern(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")


def unescape_letters(text: str) -> tuple[str, str] | None:
    """Convert a text whose letters are escaped, where that surely gives Vietnamese words.

    Lines stay lines.

    Returns:
        The converted text and the name of its encoding, or ``None`` for any other text.

    Example:
        >>> unescape_letters("H&#7897;i ngh&#7883; c&#7911;a T&#7881;nh &#7911;y")
        ('Hội nghị của Tỉnh ủy', 'references+utf-8')
        >>> unescape_letters("A & B, Tỉnh ủy") is None
        True
    """
    if "&" in text and (found := _converted(text, _REFERENCE, _referred)):
        return found, REFERENCES
    if "\\" in text and (found := _converted(text, _ESCAPE, _escaped)):
        return found, ESCAPES
    return None


def _converted(
    text: str, pattern: re.Pattern[str], letter: Callable[[re.Match[str]], str]
) -> str | None:
    sample = text[:_SAMPLE]
    letters = 0
    for match in pattern.finditer(sample):
        told = letter(match)
        letters += len(told) == 1 and ord(told) >= _FIRST and told.isalpha()
    if letters < _FEWEST:
        return None
    shown = pattern.sub(letter, sample)
    if len(MARKED.findall(shown)) < _FEWEST or likeness(shown) <= _SURE:
        return None
    return pattern.sub(letter, text)


def _referred(match: re.Match[str]) -> str:
    told = unescape(match[0])
    return told if told.isprintable() else " " if told.isspace() else match[0]


def _escaped(match: re.Match[str]) -> str:
    told = chr(int(match[1] or match[2], 16))
    return told if told.isprintable() else match[0]
