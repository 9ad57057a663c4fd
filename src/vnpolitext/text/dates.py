"""Dates: as Vietnamese documents write them in full, and their ISO 8601 form."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final

from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import listed
from vnpolitext.text.values import is_known

_S: Final = r" {0,4}\n? {0,4}"
_SLIP: Final = rf"năm(?={_S}\d{{1,2}}{_S}[,.]?{_S}năm)"  # "ngày 27 năm 12 năm 2031"
DATE: Final = (
    rf"(?:(?P<d>\d{{1,2}}){_S}[,.]?{_S}(?:tháng|{_SLIP}){_S}(?P<m>\d{{1,2}}){_S}[,.]?{_S}năm{_S}"
    rf"(?P<y>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}}){_S}[-/.]{_S}(?P<m2>\d{{1,2}}){_S}[-/.]{_S}"
    rf"(?P<y2>\d{{4}}|\d\d(?![-/.]\d)))(?!\d)"
)
"""Pattern of a full date, over lower-case text."""
MONTHS: Final = listed("jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec")
"""What the names of months begin with in English."""
MONTH_NUMBERS: Final = {
    **{month: number for number, month in enumerate(MONTHS, start=1)},
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
"""Numbers of months by their names, in lower case, Vietnamese and English."""
_ENGLISH: Final = rf"(?:{'|'.join(MONTHS)})"
_SPOKEN: Final = "(?:mười (?:một|hai)|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)"
_HOUR: Final = (
    r"\d{1,2}(?::|h| giờ )\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[ap]m| ?(?:sa|ch))?"
    r"(?: ?(?:z|gmt|utc|[+-]\d{1,2}:?\d{2}|\(?gmt ?[+-]\d{1,2}\)?))?"
)
_WEEKDAY: Final = (
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri"
    r"|sat(?:ur)?|sun)(?:day)?)"
)
_SAID: Final = (
    r"(?:(?:ngày )?(?:đăng|cập nhật|xuất bản|ban hành)(?: lúc| ngày)?|published|updated|posted)"
    r"(?: on)?(?: ?:)?"
)
_CLOCK: Final = rf"(?:[ ,t|-]{{1,4}}{_HOUR})?"
_ANY: Final = lazy_pattern(
    rf"(?:{_SAID} )?(?:[^\W\d][^\d,:;]{{1,40}}, ?(?=ngày ))?(?:(?:lúc )?{_HOUR}[ ,|-]{{1,4}})?"
    rf"(?:{_WEEKDAY},? )?(?:ngày )?"
    r"(?:(?P<y0>\d{4})[-/.](?P<m0>\d{1,2})[-/.](?P<d0>\d{1,2})"
    r"|(?P<d1>\d{1,2})[-/.](?P<m1>\d{1,2})[-/.](?P<y1>\d{4}|\d{2})"
    r"|(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?:,? năm |[ ,/]+)(?P<y2>\d{4})"
    rf"|(?P<d5>\d{{1,2}})(?: tháng (?P<m5>{_SPOKEN})(?: năm)?"
    rf"|(?:st|nd|rd|th)?[ -](?P<m6>{_ENGLISH})[a-z]{{0,6}}\.?,?)[ -](?P<y5>\d{{4}})"
    rf"|(?P<m7>{_ENGLISH})[a-z]{{0,6}}\.? (?P<d7>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y7>\d{{4}})"
    rf"|(?P<y8>\d{{4}})(?P<m8>\d\d)(?P<d8>\d\d)\d{{6}})(?:{_CLOCK}|,? \(?{_WEEKDAY}\)?)"
    r"|(?:tháng )?(?P<m3>\d{1,2})(?:[-/.]| năm )(?P<y3>\d{4})"
    rf"|(?:tháng (?P<m9>{_SPOKEN})(?: năm)?|(?P<m10>{_ENGLISH})[a-z]{{0,6}}\.?,?) (?P<y9>\d{{4}})"
    r"|(?:năm )?(?P<y4>\d{4})(?:\.0|[-/.](?P<m4>\d{1,2}))?"
)
_UNSEEN: Final = lazy_pattern("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_EPOCH: Final = lazy_pattern(r"(\d{10})(?:\d{3})?(?:\.\d{1,9})?")
_VIETNAM: Final = timezone(timedelta(hours=7))
_LAST_SECOND: Final = 4_102_444_800  # of the century
_THIS_CENTURY: Final = 50  # a year of two figures below it is one of 20..
_LEAP_YEAR: Final = 2000
_MONTHS_OF_A_YEAR: Final = 12
_LENGTHS: Final = {"year": 4, "month": 7, "day": 10}
_PRECISIONS: Final = {length: name for name, length in _LENGTHS.items()}


def read_date(found: re.Match[str]) -> str | None:
    """Return the ISO date of a match of ``DATE``; ``None`` if there is no such day.

    >>> import re
    >>> read_date(re.search(DATE, "ngày 22 -10- 2018"))
    '2018-10-22'
    """
    return iso_date(found["y"] or found["y2"], found["m"] or found["m2"], found["d"] or found["d2"])


def read_any(value: object) -> str | None:
    """Return the ISO form of a date as tables and people write it.

    Args:
        value: A date or a time, or a string: ISO 8601, day first with ``/``, ``-`` or ``.``, year
            first, a month and a year, a year alone, or in words, Vietnamese or English (*ngày 15
            tháng 3 năm 2020*, *Mar 15, 2020*). A time of day may stand on either side, and stays
            where ISO 8601 has it. Seconds since 1970 are a time in Vietnam. The month stands first
            only where nothing else can be meant (*03/15/2020*); see `first_part`.

    Returns:
        A day, a month or a year in ISO 8601, as exact as the value; ``None`` where it is no date.

    Example:
        >>> read_any("15/03/2020"), read_any("2020/3/5 10:30"), read_any("tháng 3/2020")
        ('2020-03-15', '2020-03-05', '2020-03')
        >>> read_any(2020), read_any("2020-03-15T08:00:00"), read_any("không rõ")
        ('2020', '2020-03-15T08:00:00', None)
    """
    if not is_known(value):
        return None
    if isinstance(value, date):
        return _at_midnight(value.isoformat())
    words = _words(value)
    try:
        if "w" not in words:  # a week is no day
            return _at_midnight(datetime.fromisoformat(words.upper()).isoformat())
    except ValueError:
        pass
    if found := _ANY.fullmatch(words):
        year, month, day = (_part(found, part) for part in "ymd")
        if _order(found) == "month":
            month, day = day, month
        return iso_date(year, month, day)
    return _of_clock(words)


def first_part(value: object) -> str | None:
    """Return which part of a date in figures stands first, as far as the figures tell.

    Returns:
        ``"day"``, ``"month"``, or ``"either"`` where both are possible and mean two days;
        ``None`` where it is no date of this form, or one day in both readings.

    Example:
        >>> [first_part(day) for day in ("15/3/2020", "3/15/2020", "5/6/2020", "6/6/2020", 2020)]
        ['day', 'month', 'either', None, None]
    """
    found = _ANY.fullmatch(_words(value)) if isinstance(value, str) else None
    return _order(found) if found else None


def _order(found: re.Match[str]) -> str | None:
    """Return what stands first; the month never where dots part it or words are Vietnamese."""
    if found["d1"] is None:
        return None
    first, second = int(found["d1"]), int(found["m1"])
    if first == second:
        return None
    if first > _MONTHS_OF_A_YEAR or "." in found[0][found.end("d1") : found.start("m1")]:
        return "day"
    if not found[0].isascii():
        return "day"
    return "month" if second > _MONTHS_OF_A_YEAR else "either"


def _words(value: object) -> str:
    """Return what a table writes, composed, in small letters, with single spaces."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", str(value)))
    return " ".join(seen.split()).lower()


def _part(found: re.Match[str], part: str) -> str | None:
    """Return the year, month or day of a match, in figures."""
    forms = (value for name, value in found.groupdict().items() if name[0] == part and value)
    word = next(forms, None)
    return str(MONTH_NUMBERS[word]) if word in MONTH_NUMBERS else word


def _of_clock(words: str) -> str | None:
    """Return the time in Vietnam of seconds, or their thousandths, since 1970; none of others."""
    if (found := _EPOCH.fullmatch(words)) and (seconds := int(found[1])) < _LAST_SECOND:
        return datetime.fromtimestamp(seconds, _VIETNAM).replace(tzinfo=None).isoformat()
    return None


def day_published(metadata: Mapping[str, Any]) -> str | None:
    """Return when metadata say that a document was published, ``None`` where that is no date.

    Args:
        metadata: Metadata as files, tables and callers give them; only ``published`` is read.

    Returns:
        A day, a month or a year in ISO 8601.

    Example:
        >>> known = {"published": "15/03/2020 08:00"}, {"published": "hôm qua"}
        >>> tuple(map(day_published, known))
        ('2020-03-15', None)
    """
    published = metadata.get("published")
    known = None if published is None else read_any(published)
    return known[: _LENGTHS["day"]] if known else None


def moment(stated: str | None) -> tuple[datetime | None, str | None]:
    """Return a time in ISO 8601 as a point, and how exactly it is stated.

    A year or a month stands at its first day; of a time with a zone, the local one is kept.

    Returns:
        The point, and ``"year"``, ``"month"``, ``"day"`` or ``"second"``; ``(None, None)`` where
        nothing is stated, or no day of the calendar.

    Example:
        >>> moment("1987-05")
        (datetime.datetime(1987, 5, 1, 0, 0), 'month')
        >>> moment("2021-05-14T15:22:00")[1], moment("không rõ")
        ('second', (None, None))
    """
    if stated is None:
        return None, None
    precision = _PRECISIONS.get(len(stated), "second")
    try:
        point = datetime.fromisoformat(f"{stated}-01-01"[:10] if len(stated) < 10 else stated)
    except ValueError:
        return None, None
    return point.replace(tzinfo=None), precision


def stated(point: datetime | None, precision: str | None) -> str | None:
    """Return the ISO 8601 form of what `moment` has read.

    Example:
        >>> stated(*moment("1987-05")), stated(*moment("2021-05-14"))
        ('1987-05', '2021-05-14')
    """
    if point is None:
        return None
    whole = point.isoformat()
    return whole[: _LENGTHS[precision]] if precision in _LENGTHS else whole


def _at_midnight(moment: str) -> str:
    """Return a day for a moment at midnight: tables have no other form for a day."""
    return moment.removesuffix("T00:00:00")


def iso_date(year: str | None, month: str | None = None, day: str | None = None) -> str | None:
    """Return an ISO date that is as exact as what is given; ``None`` if there is no such day.

    A date without its year has two dashes for it, as in ISO 8601.

    >>> iso_date("2025", "11", "3"), iso_date("87", "5"), iso_date(None, "12", "31")
    ('2025-11-03', '1987-05', '--12-31')
    >>> iso_date("2025", "2", "30"), iso_date("2025", "13")
    (None, None)
    """
    if year is not None and len(year) == 2:
        year = f"{20 if int(year) < _THIS_CENTURY else 19}{year}"
    try:
        date(int(year or _LEAP_YEAR), int(month or 1), int(day or 1))
    except ValueError:
        return None
    # Figures may be those of another script, which no ISO date has.
    known = f"{int(year):04}" if year else "-"
    return "-".join((known, *(f"{int(part):02}" for part in (month, day) if part)))
