"""How items of lists begin on a PDF page: a dash or a bullet, a number, a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.articles.formats.portable.placed import Word
from vnpolitext.text.patterns import lazy_pattern

_DASHES: Final = frozenset("-–—+*•●○◦▪■□►➢❖✓✔·→☐☑")
_HEADS: Final = frozenset({"Điều", "Chương", "Mục", "Phần", "CHƯƠNG", "MỤC", "PHẦN"})
_CIRCLE: Final = "o"
_APART: Final = 0.6
_COUNTED: Final = r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[ivxIVX]{1,6})[.)/]"
_MARK: Final = lazy_pattern(_COUNTED)
_NUMBER: Final = lazy_pattern(
    r"\d{1,3}(?:\.\d{1,3}){0,3}\.|\d{1,3}(?:\.\d{1,3}){1,3}|[IVX]{1,6}\.|[a-zđ]\)"
)
_ITEM: Final = lazy_pattern(
    r"[-+–•●▪*→☐]\s?|" + _COUNTED + r"\s"
    r"|(?:Điều|Chương|Mục|Phần|CHƯƠNG|MỤC|PHẦN) [\dIVXLC]{1,6}\b"
)


def are_dash(words: Sequence[Word]) -> bool:
    """Whether some words are a dash or a bullet."""
    return len(words) == 1 and words[0].text in _DASHES


def are_mark(words: Sequence[Word]) -> bool:
    """Whether some words are all that stands before an item: ``a)``, ``Điều 2.``."""
    headed = len(words) == 2 and words[0].text in _HEADS
    return (len(words) == 1 or headed) and is_mark(words[-1].text)


def show_circle(words: Sequence[Word]) -> None:
    """Write as ``•`` the letter that some programs set far before an item as a circle."""
    if len(words) < 2 or words[0].text != _CIRCLE:
        return
    first, after = words[:2]
    if after.left - first.right > _APART * after.height:
        first.text = "•"


def is_mark(word: str) -> bool:
    """Whether a word is all that stands before an item; a number needs its stop.

    >>> is_mark("1.2."), is_mark("đ)"), is_mark("12")
    (True, True, False)
    """
    return word in _DASHES or _MARK.fullmatch(word) is not None


def is_number(word: str) -> bool:
    """Whether a word numbers what stands behind it, however close that is.

    >>> is_number("1.1"), is_number("III."), is_number("a)"), is_number("12")
    (True, True, True, False)
    """
    return _NUMBER.fullmatch(word) is not None


def marks_before(words: Sequence[Word]) -> int:
    """Return how many words of a line stand before those of its item, 0 where it is none."""
    marks = 2 if words[0].text in _HEADS else 1
    told = len(words) > marks and is_mark(words[marks - 1].text)
    return marks if told else 0


def begins_item(line: str) -> bool:
    """Whether a line is the first of an item or of an article.

    >>> begins_item("a) Rà soát"), begins_item("Điều 2. Hiệu lực"), begins_item("năm 2021")
    (True, True, False)
    """
    return _ITEM.match(line) is not None
