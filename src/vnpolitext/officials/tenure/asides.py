"""Offices told behind a name as those of another time (*1990 - 1995: Lò Văn A, sau là B*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.tenure.held import Tenure
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.text.patterns import lazy_pattern

_SHORT: Final = 12  # no longer are *nguyên* and *cựu*
_EARLIER: Final = ("nguyên", "cựu", "trước đó", "trước đây")
# Behind a name in the line of a holder, an office held before or after that of the line.
_AFTERWARDS: Final = lazy_pattern(
    r"(?<!\w)(?:sau(?: này| đó)?|về sau)(?: là| làm| giữ)[^;.\n]{0,40}\Z"
)
# The same in brackets behind the time of the line (*1972 - 1982 (sau này là B)*).
_LATER: Final = lazy_pattern(r"\((?:sau|về sau)(?: này| đó)? (?:là|làm|giữ)[^;.()\n]{0,40}\Z")
# Behind a name, an office of before (*A - Nguyên Ủy viên Trung ương*).
_FORMERLY: Final = lazy_pattern(r"(?<!\w)(?:nguyên|cựu) ?\Z")


def is_aside(
    lower: str, told: Tenure, first: int, holder: int, clause: Clause, *, was: bool = False
) -> bool:
    """Return whether an office is one that the holder had at another time than a line tells.

    *2018 - 2023: Lò Văn A, nguyên Phó Tư lệnh, sau là Tư lệnh Quân khu 2*

    Args:
        lower: The folded text, in lower case.
        told: The time of the line.
        first: Where the office begins.
        holder: Where the holder is named.
        clause: What the sentence says of the office.
        was: Whether only an office of before counts.
    """
    span = told.since_at or told.until_at
    if span is None or first < max(span[0], holder):
        return False
    if holder < span[0]:
        return _LATER.search(lower, span[1], first) is not None
    verb = clause.verb_at
    marked = verb is not None and verb > holder and lower.startswith(_EARLIER, verb)
    if marked or is_formerly(lower, holder, first):
        return True
    return not was and _AFTERWARDS.search(lower, holder, first) is not None


def is_formerly(lower: str, holder: int, first: int) -> bool:
    """Return whether an office behind a name is one of before.

    >>> text = "lò văn a - nguyên bộ trưởng"
    >>> is_formerly(text, 0, text.index("bộ trưởng"))
    True
    """
    floor = max(holder, first - _SHORT)
    return holder < first and _FORMERLY.search(lower, floor, first) is not None
