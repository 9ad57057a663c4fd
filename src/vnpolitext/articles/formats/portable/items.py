"""How items of lists begin on a PDF page: a dash or a bullet, a number, a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.articles.formats.portable.placed import Word
from vnpolitext.text.patterns import lazy_pattern

_DASHES: Final = frozenset("-–—+*•●○◦▪■□►➢❖✓✔·→☐☑")
_CIRCLE: Final = "o"
_APART: Final = 0.6
_COUNTED: Final = r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[ivxIVX]{1,6})[.)/]"
_MARK: Final = lazy_pattern(_COUNTED)
_ITEM: Final = lazy_pattern(
    r"[-+–•●▪*→☐]\s?|" + _COUNTED + r"\s"
    r"|(?:Điều|Chương|Mục|Phần|CHƯƠNG|MỤC|PHẦN) [\dIVXLC]{1,6}\b"
)


def is_dash(word: str) -> bool:
    """Whether a word is a dash or a bullet.

    >>> is_dash("-"), is_dash("•"), is_dash("a)")
    (True, True, False)
    """
    return word in _DASHES


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


def begins_item(line: str) -> bool:
    """Whether a line is the first of an item or of an article.

    >>> begins_item("a) Rà soát"), begins_item("Điều 2. Hiệu lực"), begins_item("năm 2021")
    (True, True, False)
    """
    return _ITEM.match(line) is not None
