"""Sentences: where one ends, with the habits of Vietnamese official writing."""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.errors import expect_text
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.span import Span
from vnpolitext.text.units import never_ends, shortens_a_unit

FULL_STOP: Final = r"[.!?…](?:\[\d{1,3}\]){0,6}"
"""What ends a sentence, with the marks of notes behind it."""
# A full stop, a question, a cry or dots, with what closes quotes and brackets after it, and numbers
# of notes. It begins with a set of characters, by which the matcher passes over all others.
_STOP: Final = r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"'”’»)\]*_]{0,4}+(?:\[\d{1,3}\]){0,8}+(?=\s)"
_IN_LINE: Final = lazy_pattern(_STOP)
_END: Final = lazy_pattern(rf"{_STOP}|(?<!\s)(?:[^\S\n]*+\n)++")
_WORD_BEFORE: Final = lazy_pattern(r"[^\s\"'“‘«(\[*_]++$")
_NEXT: Final = lazy_pattern(r"[^\S\n]*+[\"'“‘«(\[*_]{0,4}+(\S)")
_MARKER: Final = lazy_pattern(r"(?:\d{1,3}[a-zđ]?(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[a-zđA-ZĐ])")
_ROMAN: Final = lazy_pattern(r"[IVX]{1,6},?")
_REACH: Final = 24
_OPENING: Final = 64  # characters before the marker of an item: blanks, quotes, Markdown
_PART: Final = frozenset((
    "phần", "chương", "mục", "điều", "khoản", "tiết", "bài", "câu", "bước", "tiểu",
    "phụ", "lục", "biểu", "mẫu", "hình", "bảng",
))  # fmt: skip
_ADDRESS: Final = frozenset((
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "ngài", "chí", "tướng", "thống",
    "tịch", "trưởng", "thư", "sứ",
))  # fmt: skip
"""Last syllables of what stands before a name: *ông*, *đồng chí*, *tổng thống*, *đại sứ*."""
_ADDRESS_ENDS: Final = (
    *",;-–/(", "ở", "tại", "về", "đến", "tới", "và", "thuộc", "của", "qua", "trên", "dọc", "bờ",
)  # fmt: skip
_LETTERED: Final = frozenset((
    "khu", "khối", "nhóm", "tổ", "đội", "phần", "loại", "hạng", "bảng", "vùng", "tập", "nhà",
    "lô", "dãy", "đảng", "khóa", "thứ", "hội", "kỳ", "mẫu", "lớp", "điểm", "tên",
))  # fmt: skip
_FIRST_WORD: Final = lazy_pattern(r"[^\S\n]{0,8}+([^\W\d_]++)(?=[\s,;:])")


def sentences(text: str) -> list[Span]:
    r"""Split ``text`` into sentences.

    A sentence ends at ``.``, ``!``, ``?``, ``…`` and what closes after them (quotes, brackets,
    note numbers like ``[11]``), and at a line break, unless the next line goes on in lower case.
    It does not end after an abbreviation (``TS.``, ``TP.``), an initial (``V. I. Lênin``), the
    marker of an item (``1.``, ``a.``, ``IV.``) at its beginning, before a lower-case letter, or
    inside a number, a date or a link.

    Returns:
        The sentences without the blanks around them, in text order.

    Example:
        >>> [s.text for s in sentences("1. TS. Lê A phát biểu. Hội nghị bế mạc v.v.\nĐại biểu dự")]
        ['1. TS. Lê A phát biểu.', 'Hội nghị bế mạc v.v.', 'Đại biểu dự']
    """
    expect_text(text)
    found: list[Span] = []
    start = 0
    for end in _ends(text):
        surface = text[start:end]
        first = start + len(surface) - len(surface.lstrip())
        last = start + len(surface.rstrip())
        if first < last:
            found.append(Span(first, last, text[first:last]))
        start = end
    return found


def clause_start(boundary: re.Pattern[str], text: str, floor: int, end: int) -> int:
    """Return where the last boundary between ``floor`` and ``end`` ends, or ``floor``.

    >>> clause_start(re.compile(r"[.;] "), "Một. Hai; ba bốn", 0, 13)
    10
    """
    for found in boundary.finditer(text, floor, end):
        floor = found.end()
    return floor


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in (_END if "\n" in text else _IN_LINE).finditer(text):
        if match[0].isspace():
            ends = not _goes_on(text, start, match.start(), match.end())
        else:
            ends = _ends_sentence(text, start, match.start(), match.end())
        if ends:
            yield match.end()
            start = match.end()
    yield len(text)


def _goes_on(text: str, start: int, end: int, following: int) -> bool:
    """Tell whether the line that ends at ``end`` goes on after one break in lower case."""
    if text.count("\n", end, following) > 1 or end == start or text[end - 1] in ".!?…:;":
        return False
    word = _FIRST_WORD.match(text, following)
    return word is not None and word[1].islower()


def _ends_sentence(text: str, start: int, at: int, end: int) -> bool:
    follower = _NEXT.match(text, end)
    if follower and follower[1].islower():
        return False
    if follower is None or text[at] != "." or text[at : at + 2] == "..":
        return True
    before = _WORD_BEFORE.search(text, max(start, at - 24), at)
    if before is None:
        return True
    word = before[0]
    if never_ends(word + ".", text[end : end + 9]) or _is_address(text, start, before.start(), end):
        return False
    opening = text[start : min(before.start(), start + _OPENING)].strip(" \t\n\"'“‘«([*_#>-–•+")
    if not opening or _PART.issuperset(opening.lower().split()):
        return _MARKER.fullmatch(word) is None
    is_initial = len(word) == 1 and word.isupper()
    return not (is_initial and _stands_in_name(text, before.start(), end))


def _is_address(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether ``Q.`` or ``P.`` at ``at`` stands for a unit word, with its name behind it."""
    if not shortens_a_unit(text[at:end]):
        return False
    ahead = text[max(start, at - _REACH) : at].split()
    follows = text[end : end + _REACH].split()
    if not ahead or follows[0][0].isdigit():
        return True
    last = ahead[-1]
    if text[at] == "X" and _ROMAN.fullmatch(ahead[-2] if last == "và" and ahead[1:] else last):
        return False  # khóa IX, X. | khóa IX và X.
    return last.endswith(_ADDRESS_ENDS) or (_is_common(last) and _are_names(follows[:2]))


def _is_common(word: str) -> bool:
    """Tell whether a word is none of a name: in small letters, an acronym or a number."""
    return word.lower() not in _LETTERED and not word.istitle()


def _are_names(words: list[str]) -> bool:
    """Tell whether two words follow that both begin with a capital, as those of a unit do."""
    return len(words) == 2 and all(word[0].isupper() for word in words)


def _stands_in_name(text: str, start: int, end: int) -> bool:
    """Tell whether the initial at ``start`` stands among the parts of a name.

    Another initial stands next to it (``V. I. Lênin``), a form of address before it
    (``ông D. Trần``), or one part of a name on each side (``Nguyễn V. Hùng``); ``Nguyễn Văn A.``
    ends a sentence.
    """
    words = text[max(0, start - _REACH) : start].split()
    if not words or not text[end : end + _REACH].lstrip(" ")[:1].isupper():
        return False
    if words[-1].endswith(".") or re.match(r"\s[^\W\d_]\.", text[end : end + 3]):
        return True
    if words[-1].lower() in _ADDRESS:
        return True
    ahead = words[-2] if len(words) > 1 else ""
    is_first = not ahead[:1].isupper() or ahead[-1] == "." or ahead.lower() in _ADDRESS
    is_name = words[-1].istitle() and words[-1].lower() not in _LETTERED
    return is_name and is_first and text[start] not in "ABC"
