"""The last day of a deadline: stated, or counted from the day of the document."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from vnpolitext.directives.records import Deadline
from vnpolitext.text.patterns import lazy_pattern

_QUARTER: Final = lazy_pattern(r"(?:(\d{4})-)?Q([1-4])")
_PLAIN: Final = lazy_pattern(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEARLESS: Final = lazy_pattern(r"--(\d\d)(?:-(\d\d))?")
_LENGTH: Final = lazy_pattern(r"P(\d{1,4})([DWMY])")
_ISSUED: Final = lazy_pattern(
    r"[ ,]{0,2}(?:làm việc )?(?:,? ?tính )?(?:kể )?từ (?:khi|ngày|thời điểm)(?: ký)?"
    r"(?: (?:ký|ban hành|phát hành)(?!\w)|,? (?:\w+ ){1,5}này được (?:ký|ban hành)(?!\w))"
    r"|(?:kể )?từ ngày ký(?!\w)"
)
_TERM: Final = lazy_pattern(
    r"(?:cuối|hết|trong) (?P<unit>năm|tháng|quý)(?: nay| này|(?= *[.,;)]|\Z))"
)
_AFTER: Final = 90
_WORKING: Final = "làm việc"
_MONTHS: Final = {"W": 0, "M": 1, "Y": 12}
_QUARTER_MONTHS: Final = 3
_LAST_MONTH: Final = 12


def last_day(
    deadline: Deadline, text: str, document_day: str | None
) -> tuple[str | None, str | None]:
    """Return the last day of a deadline, ISO 8601, and what it comes from.

    Args:
        deadline: The deadline.
        text: The document it stands in.
        document_day: Day of the document, ISO 8601, or ``None``.

    Returns:
        The day and ``"stated"``, ``"next"``, ``"length"`` or ``"term"`` (see
        [`FallingDue`][vnpolitext.directives.FallingDue]); ``(None, None)`` where it cannot be said.
        A deadline *before* a day has that day, as the text states it.

    Example:
        >>> due = Deadline(0, 16, "trong quý II/2024", due="2024-Q2", relation="in")
        >>> last_day(due, due.text, None)
        ('2024-06-30', 'stated')
    """
    today, due = _day(document_day), deadline.due
    if deadline.relation == "every" or (due is None and today is None):
        return None, None
    if due is None:
        return _of_term(deadline, today)
    if (found := _PLAIN.fullmatch(due)) is not None:
        return _end(int(found[1]), found[2], found[3]), "stated"
    if (found := _QUARTER.fullmatch(due)) is not None:
        month = str(_QUARTER_MONTHS * int(found[2]))
        return (_end(int(found[1]), month), "stated") if found[1] else _next(today, month, None)
    if (found := _YEARLESS.fullmatch(due)) is not None:
        return _next(today, found[1], found[2])
    return _of_length(deadline, text, today)


def _of_length(deadline: Deadline, text: str, today: date | None) -> tuple[str | None, str | None]:
    """The end of a length of time that the text counts from the day of the document."""
    length = _LENGTH.fullmatch(deadline.due or "")
    after = text[deadline.end : deadline.end + _AFTER].lower()
    working = _WORKING in deadline.text or after.lstrip().startswith(_WORKING)
    if length is None or today is None or working or not _ISSUED.match(after):
        return None, None
    return _later(today, int(length[1]), length[2]), "length"


def _of_term(deadline: Deadline, today: date | None) -> tuple[str | None, str | None]:
    """The end of the year or month of the document, where the text speaks of that."""
    found = _TERM.search(" ".join(deadline.text.lower().split()))
    if found is None or today is None or "giờ" in deadline.text:
        return None, None
    month = {
        "năm": _LAST_MONTH,
        "tháng": today.month,
        "quý": -(-today.month // _QUARTER_MONTHS) * _QUARTER_MONTHS,
    }[found["unit"]]
    return _end(today.year, str(month)), "term"


def _next(today: date | None, month: str, day: str | None) -> tuple[str | None, str | None]:
    """The first such day, or end of such a month, on or after ``today``."""
    if today is None:
        return None, None
    for year in (today.year, today.year + 1):
        end = _end(year, month, day)
        if end is not None and end >= today.isoformat():
            return end, "next"
    return None, None


def _end(year: int, month: str | None, day: str | None = None) -> str | None:
    """The day itself, or the last one of the month or year."""
    number = int(month or _LAST_MONTH)
    try:
        return date(year, number, int(day or monthrange(year, number)[1])).isoformat()
    except ValueError:
        return None


def _later(today: date, amount: int, unit: str) -> str | None:
    """The day an amount of time after ``today``."""
    try:
        if unit in "DW":
            return (today + timedelta(days=amount * (7 if unit == "W" else 1))).isoformat()
        months = today.month - 1 + amount * _MONTHS[unit]
        year, month = today.year + months // _LAST_MONTH, months % _LAST_MONTH + 1
        return date(year, month, min(today.day, monthrange(year, month)[1])).isoformat()
    except (ValueError, OverflowError):
        return None


def _day(stated: str | None) -> date | None:
    try:
        return date.fromisoformat(stated) if stated is not None else None
    except ValueError:
        return None
