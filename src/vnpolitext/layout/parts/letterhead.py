"""The letterhead of an official document: whose name stands over its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from vnpolitext.errors import expect_text
from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.wrapping import put
from vnpolitext.models import per_choice
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import office_at_start

_HEAD: Final = 900
_NUMBER_LINE: Final = lazy_pattern(r"(?:^|\n)[ |*_\\]*(?:số|sô)\b *:?|\n *v/v|\| *số *:")
_NUMBER: Final = lazy_pattern(r"(?<=\w) {1,3}(?:số|sô)(?: ?: ?\d| \d{1,4}-)")
_TAG: Final = lazy_pattern(r"</?[a-z][^<>\n]{0,200}>")
_MARKS: Final = " -*_\\=|"
_MOST: Final = 4
_OVER: Final = 260
_AROUND: Final = " \t*#_|-—.:"
_FURNITURE: Final = lazy_pattern(
    r"[*#_—]+|-{2,}|(?i:cộng hòa xã hội(?: chủ nghĩa(?: việt nam)?)?|chủ nghĩa việt nam"
    r"|đảng cộng sản(?: việt nam)?|độc lập ?- ?tự do ?- ?hạnh phúc|số ?:)"
)
_SHORT_LINE: Final = lazy_pattern(r"[ |#_*]*([^\n|]{3,40}?)[ |:_*]*")
_CELL: Final = lazy_pattern(r"[|\n]")
# What stands in a line between bars, tabs and wide gaps, as the body does beside the motto.
_COLUMN: Final = lazy_pattern(r"[^|\n\t ]++(?: {1,2}[^|\n\t ]++)*+")


def read_letterhead(view: View) -> tuple[str, ...]:
    r"""Return the lines in capitals that name who issues a document, the upper body first.

    They stand in lines or cells over the number; the motto of the state or the Party is none.
    Without a motto, nothing else may stand over the number.

    >>> read_letterhead(View.of("UBND XÃ MÂY\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/QĐ"))
    ('UBND XÃ MÂY',)
    >>> read_letterhead(View.of("TỈNH ỦY SƠN LA\n*\nSố 1-NQ/TU"))
    ('TỈNH ỦY SƠN LA',)
    >>> read_letterhead(View.of("TỈNH ỦY SƠN LA      ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 1-NQ/TU"))
    ('TỈNH ỦY SƠN LA',)
    """
    lower = view.lower
    end = _number_at(view)
    mottos = [match.span() for match in _mottos().finditer(lower, 0, 2 * _HEAD)] if end else []
    if not end or not (mottos or _is_all_capitals(view.text[:end])):
        return ()
    marks = [match.span() for match in _TAG.finditer(lower, 0, end)] if "<" in lower[:end] else []
    bars = sorted(at for span in (*mottos, *marks) for at in range(*span))
    text = put(view.text, ((at, "|") for at in bars))[:end]
    cells = (cell[0].strip(_MARKS) for cell in _COLUMN.finditer(text))
    lines = [cell for cell in cells if cell.isupper()]
    for first in range(len(lines)):
        named = tuple(lines[first : first + _MOST])
        if office_at_start(" ".join(named).lower()) is not None:
            return named
    return ()


def _number_at(view: View) -> int:
    """Return where the number of the document begins: on its line, or behind capitals in a cell."""
    line = _NUMBER_LINE.search(view.lower, 0, _HEAD)
    end = line.start() if line is not None else _HEAD
    for number in _NUMBER.finditer(view.lower, 0, end):
        start = max(view.text.rfind(mark, 0, number.start()) for mark in "|\n>") + 1
        if view.text[start : number.start()].isupper():
            return number.start()
    return end if line is not None else 0


def _is_all_capitals(text: str) -> bool:
    """Return whether all lines that say something are in capitals."""
    said = [line for line in _CELL.split(text) if any(map(str.isalpha, line))]
    return bool(said) and all(map(str.isupper, said))


def lines_over(text: str, at: int) -> Iterator[str]:
    r"""Yield the lines in capitals over the number of a document, upwards, without mottos.

    Lines without words are passed over; one in small letters ends the letterhead.

    >>> list(lines_over("UBND XÃ MÂY\n-----\nSố: 1/QĐ", 18))
    ['UBND XÃ MÂY']
    """
    for cell in reversed(_CELL.split(text[max(0, at - _OVER) : at])):
        line = _without_furniture(cell)
        if line and not line.isupper():
            return
        if line:
            yield line


@lru_cache(maxsize=64)
def _without_furniture(line: str) -> str:
    """Return the words of a line, which stands over other numbers, too."""
    return _FURNITURE.sub(" ", line).strip(_AROUND)


def lines_under(text: str, at: int) -> Iterator[tuple[int, str]]:
    r"""Yield the short lines in capitals under the number of a document, each with its place.

    >>> list(lines_under("Số: 1/QĐ\n**QUYẾT ĐỊNH**\nVề việc", 8))
    [(9, 'QUYẾT ĐỊNH')]
    """
    end = min(len(text), at + _HEAD)
    start = text.find("\n", max(0, at - 1), end) + 1 or end
    for line in text[start:end].split("\n"):
        words = _SHORT_LINE.fullmatch(line) if line.isupper() else None
        if words is not None:
            yield start, " ".join(words[1].split())
        start += len(line) + 1


@per_choice
def _mottos() -> re.Pattern[str]:
    """Return what finds mottos, over the breaks of lines too."""
    words = (re.escape(motto).replace(r"\-", "-") for motto in phrases().mottos)
    return lazy_pattern("|".join(re.sub(r"(?:\\ )?-(?:\\ )?|\\ ", _blanks, each) for each in words))


def _blanks(match: re.Match[str]) -> str:
    return r"\s{0,3}-\s{0,3}" if "-" in match[0] else r"\s{1,3}"


def opens(text: str, start: int) -> bool:
    r"""Whether ``start`` begins a line, a table cell, a column or a bracket.

    >>> opens("UBND XÃ   Số 12", 10), opens("theo văn bản Số 12", 13)
    (True, False)
    """
    expect_text(text)
    if _OPENING.search(text, max(0, start - 60), start) is not None:
        return True
    body = _BODY_BEFORE.search(text, max(0, start - 90), start)
    return body is not None and body[1].isupper() and " " in body[1]


_OPENING: Final = lazy_pattern(r"(?:^|[\n|(]|   )[ \t|(]*$")
# The body in capitals in the same cell or line: "| HUYỆN ỦY TỦA CHÙA Số 12-NQ/HU |".
_BODY_BEFORE: Final = lazy_pattern(r"(?:^|[\n|])[ *]{0,6}([^\n|\d]{6,80}?)[ *]{1,6}$")
