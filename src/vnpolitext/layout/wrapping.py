"""Lines that a page has broken, and what a page puts between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import phrases

_ITEM: Final = re.compile(
    r"[-+–]\s|(?!\d{1,4}[/-][^\W\d_]{1,8}\d{0,2}[/-])\(?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[ivx]{1,6})\s?[.)/:-](?:\s|(?=[^\W\d]))"
    r"|(?:điều|chương|mục|phần|khoản) (?:\d|[ivxlc]{1,6}\b)"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\b"
    r"|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b"
)
_FIELD: Final = re.compile(r"[a-z_]{2,20}:(?:\s|\Z)")
_RULE: Final = re.compile(r"[\W_]++\Z")
_MARKS: Final = "-+–•●▪■◦·➢❖✓»►|#>*~=_<!"
_ENDS: Final = '.!?…:;|”"'
_QUOTES: Final = "\"“”'’)]*_ "
_HEAD: Final = 48
_LOUD: Final = 12
_SHORT: Final = 40
_WIDEST: Final = 140
_FEWEST: Final = 3
_NEVER: Final = 1 << 30


class _Break(NamedTuple):
    """A line break that may be that of a wrap: where it is, how long the line before it is."""

    at: int
    length: int
    word: int
    is_ended: bool
    is_soft: bool


def find_wraps(text: str) -> list[int]:
    r"""Return the places of the line breaks that a page has put into its paragraphs.

    Whether lines are wrapped, and how wide, is decided for the whole text: most lines that leave
    their sentence open must go on in lower case; what those lines are as long as goes on before a
    capital, too. Before an item of a list, a row of a table or a
    heading no line goes on.

    >>> line = "Đoàn công tác đã làm việc với lãnh đạo các sở, ngành và"
    >>> find_wraps(f"{line}\ncác xã.\nHết"), find_wraps(f"{line}\n1. Sở Y tế")
    ([55], [])
    """
    breaks = list(_breaks(text))
    extent = _extent(breaks)
    return [each.at for each in breaks if _goes_on(each, *extent)]


def begins_item(lower: str) -> bool:
    """Whether a folded line begins with the mark of an item, of a heading or of an article.

    >>> begins_item("1. học"), begins_item("30/nq-cp ngày"), begins_item("điều 5 của luật")
    (True, False, True)
    """
    return _ITEM.match(lower) is not None


def is_left_open(before: str, after: str) -> bool:
    """Whether a line ends with a word that needs another, such as the one that follows.

    >>> is_left_open("theo Nghị quyết số", "18"), is_left_open("giảm dân số", "Tỉnh ủy")
    (True, False)
    """
    words = phrases().number_words if after[:1].isdigit() else phrases().open_words
    return before.rpartition(" ")[2].lower() in words


def put(text: str, places: Iterable[tuple[int, str]]) -> str:
    r"""Return ``text`` with single characters in place of those at ascending ``places``.

    >>> put("một\nhai", [(3, " ")])
    'một hai'
    """
    pieces: list[str] = []
    done = 0
    for at, mark in places:
        pieces += (text[done:at], mark)
        done = at + 1
    return "".join((*pieces, text[done:])) if pieces else text


def _breaks(text: str) -> Iterable[_Break]:
    start = 0
    stop = text.find("\n")
    while stop >= 0:
        after = text.find("\n", stop + 1)
        after = len(text) if after < 0 else after
        found = _read_break(text, start, stop, after)
        if found is not None:
            yield found
        start, stop = stop + 1, after if after < len(text) else -1


def _read_break(text: str, start: int, at: int, stop: int) -> _Break | None:
    """Return the break between the lines ``start`` to ``at`` and ``at`` to ``stop``."""
    head = text[at + 1 : min(stop, at + 1 + _HEAD)].strip()
    tail = text[max(start, at - _HEAD) : at].rstrip()
    if not head or head[0] in _MARKS or not tail or _RULE.match(tail):
        return None
    if _ITEM.match(head.lower()) or "|" in head + tail:
        return None
    if _FIELD.match(head) and _FIELD.match(text, start, at):
        return None
    if len(head) > _LOUD and head[0].isalpha() and head.isupper() and not tail.isupper():
        return None
    bare = tail.rstrip(_QUOTES)
    first = head.split(None, 1)[0]
    soft = head[0].islower() or is_left_open(tail, head)
    if soft and at - start < _SHORT and is_name(tail):
        return None
    return _Break(at, at - start, len(first), tail[-1] in _ENDS or bare[-1:] in _ENDS, soft)


def _extent(breaks: Sequence[_Break]) -> tuple[int, int, int]:
    """Return the lengths of lines from which on they go on, and that of full ones.

    The first is for what goes on in lower case, the second for what begins with a capital.
    """
    left_open = [each for each in breaks if not each.is_ended]
    soft = [each for each in left_open if each.is_soft]
    if len(soft) * 2 < len(left_open):
        return _SHORT, _NEVER, _NEVER
    inner = [each for each in breaks if each.length > _SHORT]
    full = _share(inner, 0.95) if len(soft) >= _FEWEST else 0
    return 0, _share(soft, 0.05) if 0 < full <= _WIDEST else _NEVER, full or _NEVER


def _share(breaks: Sequence[_Break], share: float) -> int:
    """Return the length that a share of the lines do not reach."""
    lengths = sorted(each.length for each in breaks)
    return lengths[int(len(lengths) * share)] if lengths else 0


def _goes_on(each: _Break, least: int, capital: int, full: int) -> bool:
    if each.is_ended:
        return each.length > full * 0.8 and each.length + 1 + each.word > full - 2
    return each.length >= (least if each.is_soft else capital)
