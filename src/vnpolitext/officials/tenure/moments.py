"""Dates and periods in a text, as exact as it states them: *tháng 5/1987*, *1987 - 1991*, *nay*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final

from vnpolitext.text.dates import iso_date
from vnpolitext.text.lines import LONGEST_LINE, line_around
from vnpolitext.text.patterns import lazy_pattern

# A digit first, so that the engine passes over all other characters.
_MOMENT: Final = lazy_pattern(
    r"[0-9](?<![\d/.,][0-9])(?:"
    r"(?P<day>[0-9]?)(?: tháng (?P<month>[0-9]{1,2})(?:,? năm |, ?| )"
    r"|(?P<sep> ?[/.-] ?)(?P<month5>[0-9]{1,2})(?P=sep))(?P<year>[0-9]{4})"
    r"|(?P<month2>[0-9]?)(?: ?/ ?|[.-]|,? năm |(?<=tháng [0-9]) (?:- )?"
    r"|(?<=tháng [0-9]{2}) (?:- )?| tháng )"
    r"(?P<year2>[0-9]{4})"
    r"|(?P<year3>[0-9]{3})"
    r"|(?P<day4>[0-9]?)(?:[/-]| tháng )(?P<month4>[0-9]{1,2})"
    r")(?![\d/]|[.,]\d|-\d{1,2}[/-](?!(?:\d{1,2}[/-])?\d{4}(?!\d)))"
)
_LEAD: Final = lazy_pattern(
    r"(?P<term>nhiệm k[ỳì]|khóa)?(?(term) *[\divxl]{0,6},? ?\(?| ?)"
    r"(?<!\w)(?P<word>(?:(?:kể|bắt đầu) )?từ|sang|(?:cho )?đến|(?:cho )?tới|hết|trước|sau|giai đoạn"
    r"|thời k[ỳì]|trong|vào)?"
    r"(?P<rest>(?: ?(?:những|các|ngày|tháng|năm|đầu|cuối|giữa|khoảng"
    r"|sáng|chiều|tối|trưa|hôm|(?<!\w)t(?:h\.)?))*) ?\Z"
)
_LED: Final = lazy_pattern(r"^(?:kể|bắt đầu|cho) ")
# A term that has begun (*6/1951 -*) and one that has ended (*- 6/1951*), in a cell or in brackets.
_BEGUN: Final = lazy_pattern(r" ?- ?(?=[)\]|])")
_ENDED: Final = lazy_pattern(r"[(\[|] ?- ?(?:đến )?(?:(?:ngày|tháng|năm) )*\Z")
_DAY_WORD: Final = lazy_pattern(r"(?:ngày|sáng|chiều|tối|trưa|hôm) ?\Z")
_TO: Final = lazy_pattern(
    r" ?(?:[-→~]>? ?|(?:- ?)?(?:cho )?(?:đến|tới) (?:hết )?)"
    r"(?:(?:ngày|tháng|năm|đầu|cuối|giữa|t(?:h\.)?) ?){0,3}"
)
_NOW: Final = lazy_pattern(
    r" ?(?:[-→~]>? ?|(?:- ?)?(?:cho )?(?:đến|tới) )(?:đến )?"
    r"(?:(?:(?:thời điểm )?hiện )?(?:nay|tại|giờ)|ngày nay)(?!\w)"
)
# The last two digits of the year a period ends in (*1976-79*), in a cell, in brackets, at an end.
_SHORT: Final = lazy_pattern(r" ?- ?(\d\d)(?= ?(?:[),;:|\]\n]|\Z))")
# A decade is the beginning of nothing (*những năm 1980*).
_DECADE: Final = lazy_pattern(r"(?<!\w)(?:những năm|thập (?:niên|k[ỷỉ])(?: những)?(?: năm)?) ?\Z")
_HALF: Final = lazy_pattern(r"(?:tháng )?(?<!\d)(\d{1,2}) ?(?:-|đến|tới) ?(?:tháng )?\Z")
_REACH: Final = 60
_YEAR_LENGTH: Final = 4
# So far does the year of a date reach, within its paragraph.
_SAME: Final = 400
_GAP: Final = 24
_FIRST_YEAR: Final = 1850
_FIRST_TOLD: Final = 900
# A number of things, not a year (*hơn 2000 năm*), unless a word says that it is one.
_COUNTED: Final = lazy_pattern(
    r" (?:năm|người|đồng|t[ỷỉ]|triệu|ha|km|mét|hộ|đảng viên|cán bộ|lượt|chiến sĩ)(?!\w)"
)
_NAMED: Final = lazy_pattern(r"(?:năm|/|-) ?\Z")
_YEAR_WORD: Final = "năm "
_LAST_YEAR: Final = 2100
_START: Final = attrgetter("start")
PARTING: Final = (";", ".")
"""What ends a clause before a time."""
# A year of birth is that of no other day (*sinh năm 1960 ... Ngày 6-3*).
_BORN: Final = lazy_pattern(r"(?<!\w)(?:sinh|sn|s\.)(?: (?:năm|ngày|tháng))* ?\Z")


@dataclass(slots=True)
class Stretch:
    """A moment or a period that a text states.

    Attributes:
        start: Index of the first character of its first date.
        end: Index after its last character.
        since: Its beginning, ISO 8601; for a moment the moment.
        since_at: Where the text states the beginning.
        until: Its end, ISO 8601; ``None`` for a moment and for a period that lasts.
        until_at: Where the text states the end.
        lasts: Whether it runs up to now, or the text leaves its end open.
        is_end: Whether the text states only its end, which then is its beginning as well.
    """

    start: int
    end: int
    since: str
    since_at: tuple[int, int]
    until: str | None = None
    until_at: tuple[int, int] | None = None
    lasts: bool = False
    is_end: bool = False

    @property
    def is_period(self) -> bool:
        """Whether it has a beginning and an end, or lasts."""
        return self.lasts or self.until is not None

    @property
    def years(self) -> int:
        """How many years lie between beginning and end."""
        return int((self.until or self.since)[:4]) - int(self.since[:4])


class Moments:
    """The moments and periods of one text, by where they stand."""

    def __init__(self, lower: str) -> None:
        """Prepare for a folded text in lower case; it is read when first asked for."""
        self.lower = lower
        self._lines: dict[int, tuple[int, int]] = {}
        self._leads: dict[int, tuple[int, str]] = {}

    @cached_property
    def _all(self) -> list[Stretch]:
        return find_stretches(self.lower)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self._all]

    def between(self, start: int, end: int) -> list[Stretch]:
        """Return the stretches that begin in a part of the text."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def opening(self, start: int, reach: int, end: int) -> Iterator[Stretch]:
        """Yield the stretches of a line that may open it or a clause in it.

        Args:
            start: Where the line begins.
            reach: How far what stands before a time that opens the line goes at most.
            end: Where the line ends.
        """
        near = min(end, reach + _REACH + 1)
        yield from self.between(start, near)
        first = bisect_left(self._parted, near, key=_START)
        yield from self._parted[first : bisect_left(self._parted, end, key=_START)]

    @cached_property
    def _parted(self) -> list[Stretch]:
        """The stretches before which a clause ends."""
        lower = self.lower
        leads = [(self.lead(each)[0], each) for each in self._all]
        return [
            each
            for at, each in leads
            if lower[max(0, at - LONGEST_LINE) : at].rstrip().endswith(PARTING)
        ]

    def lead(self, stretch: Stretch) -> tuple[int, str]:
        """Return where the words that lead to a stretch begin, and the one that says what it is."""
        known = self._leads.get(stretch.start)
        if known is None:
            known = self._leads[stretch.start] = lead(self.lower, stretch.start)
        return known

    def line(self, at: int) -> tuple[int, int]:
        """Return where the line of ``at`` begins and ends."""
        known = self._lines.get(at)
        if known is None:
            known = self._lines[at] = line_around(self.lower, at)
        return known

    def closing(self, at: int, end: int) -> int:
        """Return where brackets close before ``end`` in which a place stands, -1 without any."""
        start = self.line(at)[0]
        if self.lower.rfind("(", start, at) <= self.lower.rfind(")", start, at):
            return -1
        return self.lower.find(")", at, end)


def find_stretches(lower: str) -> list[Stretch]:
    """Return the moments and periods of a folded text in lower case, in text order."""
    moments = _moments(lower)
    found: list[Stretch] = []
    at = 0
    while at < len(moments):
        first, last, iso = moments[at]
        at += 1
        span = (first, last)
        following = moments[at] if at < len(moments) else None
        if following is not None and following[0] - last < _GAP:
            joined = _TO.fullmatch(lower, last, following[0]) and iso[:4] <= following[2][:4]
            if joined:
                until = following[:2]
                found.append(Stretch(first, until[1], iso, span, following[2], until))
                at += 1
                continue
        now = _NOW.match(lower, last) or _BEGUN.match(lower, last)
        if now is not None:
            found.append(Stretch(first, now.end(), iso, span, lasts=True))
            continue
        short = _SHORT.match(lower, last) if len(iso) == _YEAR_LENGTH else None
        if short is not None and short[1] > iso[2:4]:
            last_year = iso[:2] + short[1]
            found.append(Stretch(first, short.end(), iso, span, last_year, short.span(1)))
            continue
        half = _HALF.search(lower, max(0, first - _GAP), first) if len(iso) == 7 else None
        if half is not None and 1 <= int(half[1]) <= 12:
            since = f"{iso[:4]}-{int(half[1]):02}"
            found.append(Stretch(half.start(1), last, since, half.span(1), iso, span))
            continue
        if iso[3:] == "0" and _DECADE.search(lower, max(0, first - _GAP), first):
            continue
        if _ENDED.search(lower, max(0, first - _GAP), first):
            found.append(Stretch(first, last, iso, span, iso, span, is_end=True))
            continue
        found.append(Stretch(first, last, iso, span))
    return found


def lead(lower: str, first: int) -> tuple[int, str]:
    """Return where the words that lead to a date begin, and the one that says what it is.

    That is a preposition (*từ*, *đến*), ``"nhiệm kỳ"`` for a term of office, or nothing.
    """
    match = _LEAD.search(lower, max(0, first - _REACH), first)
    if match is None:
        return first, ""
    start = match.start()
    while start < first and lower[start] in " (":
        start += 1
    return start, "nhiệm kỳ" if match["term"] else _LED.sub("", match["word"] or "")


def _moments(lower: str) -> list[tuple[int, int, str]]:
    """Return the dates of a text; a day without a year takes it from what stands around it."""
    found: list[tuple[int, int, str]] = []
    undated: list[int] = []
    years: dict[str, str] = {}
    for match in _MOMENT.finditer(lower):
        first, last = match.span()
        kind = match.lastgroup or ""
        year = lower[last - 4 : last] if kind.startswith("year") else ""
        if year and not _is_year(int(year), lower, first, last):
            continue
        if (
            kind == "year3"
            and _COUNTED.match(lower, last)
            and not _NAMED.search(lower, max(0, first - 5), first)
        ):
            continue
        parts = _parts(match, lower)
        iso = None if parts is None else iso_date(year or None, *parts)
        if iso is None:
            continue
        if not year:
            undated.append(len(found))
        rest = iso.removeprefix(year or "-")
        if len(rest) == 6 and year:
            years[rest] = year if years.get(rest, year) == year else ""
        found.append((first, last, iso if year else rest))
    _date(lower, found, undated, years)
    return [each for each in found if each[2][:1] != "-"]


def _is_year(year: int, lower: str, first: int, last: int) -> bool:
    """Return whether four figures are a year; before our times only where a word says so."""
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        return True
    return _FIRST_TOLD <= year < _FIRST_YEAR and _YEAR_WORD in lower[max(0, first - 4) : last]


def _date(
    lower: str, found: list[tuple[int, int, str]], undated: list[int], years: dict[str, str]
) -> None:
    """Give days without a year that of the same day elsewhere, or of a date just before it."""
    for index in undated:
        first, last, rest = found[index]
        year = years.get(rest, "")
        lender = _lender(lower, found, index)
        if not year and lender >= 0:
            _, end, before = found[lender]
            told = before[:1] != "-" and first - end < _SAME and "\n" not in lower[end:first]
            told = told and not _BORN.search(
                lower, max(0, found[lender][0] - _REACH), found[lender][0]
            )
            if told and before[4:7] <= rest[:3]:
                year = before[:4]
        year = year or _year_of_end(lower, found, index)
        if year:
            found[index] = (first, last, year + rest)


def _year_of_end(lower: str, found: list[tuple[int, int, str]], index: int) -> str:
    """Return the year of the end of a period in brackets for its beginning.

    *Nội các A (17 tháng 4 - 23 tháng 8 năm 1945)*; in a sentence it is mostly that of a meeting.
    """
    first, last, rest = found[index]
    if lower[first - 1 : first] != "(":
        return ""
    following = found[index + 1] if index + 1 < len(found) else None
    if following is None or following[2][:1] == "-" or rest > following[2][4:]:
        return ""
    near = following[0] - last < _GAP
    return following[2][:4] if near and _TO.fullmatch(lower, last, following[0]) else ""


def _lender(lower: str, found: list[tuple[int, int, str]], index: int) -> int:
    """Return the date before one that may tell its year, -1 without any.

    The years of a term of office and other ranges of years tell no day's (*nhiệm kỳ 2013-2018*).
    """
    at = index - 1
    while at > 0 and len(found[at][2]) == _YEAR_LENGTH == len(found[at - 1][2]):
        if not _TO.fullmatch(lower, found[at - 1][1], found[at][0]):
            break
        at -= 2
    return at


def _parts(match: re.Match[str], lower: str) -> list[str] | None:
    """Return month and day of a date as far as it has them, ``None`` if it is no date."""
    first, kind = match.start(), match.lastgroup
    if kind == "year":
        return [match["month"] or match["month5"], lower[first] + match["day"]]
    if kind == "year2":
        return [lower[first] + match["month2"]]
    if kind == "year3":
        return []
    if _DAY_WORD.search(lower, max(0, first - 7), first):
        return [match["month4"], lower[first] + match["day4"]]
    return None
