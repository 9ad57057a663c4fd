"""Dates and times as Vietnamese pages write them, to ISO 8601."""

import re
from datetime import datetime, time, timedelta, timezone
from typing import Final

from vnpolitext.text.dates import MONTH_NUMBERS, iso_date
from vnpolitext.text.patterns import lazy_pattern

# Without *năm*: behind *tháng* that may be the year of a date whose month is left open.
_MONTHS: Final = r"mười(?:\s(?:một|hai))?|một|hai|ba|tư|sáu|bảy|tám|chín"
DATE: Final = lazy_pattern(
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?=t?\b|t\d)"
    r"|(?:ngày\s+)?(?P<d2>\d{1,2})\s?(?P<s>[/.-])\s?(?P<m2>\d{1,2})\s?(?P=s)\s?(?P<y2>\d{4})(?!\d)"
    r"|(?:ngày\s+)?(?P<d3>\d{1,2})\s+(?:tháng|thg)\s+"
    rf"(?P<m3>\d{{1,2}}|năm(?=,|\s+năm)|{_MONTHS})[\s,]+(?:năm\s+)?(?P<y3>\d{{4}})(?!\d)"
)
SHORT_DATE: Final = lazy_pattern(
    r"(?:ngày\s+)?(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{2})(?![\d/.-])"
)
"""A date with a year of two digits: only a line of metadata makes it one."""

TIME: Final = lazy_pattern(
    r"t?(?P<h>\d{1,2})(?::|\s?h|\s?giờ\s?)(?P<min>\d{2})(?::(?P<sec>\d{2}))?"
    r"(?:\.\d{1,9})?(?:\s?(?P<half>am|pm|sa|ch)\b)?(?![\d:])"
)
_VIETNAM: Final = timezone(timedelta(hours=7))
_HALVES: Final = {"am": 0, "sa": 0, "pm": 12, "ch": 12}
_FIRST, _LAST = 1990, 2100
_LONGEST: Final = 60
_SECONDS: Final = 10
_FORMS: Final = (
    "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%b %d, %Y %H:%M",
    "%B %d, %Y %H:%M", "%b %d, %Y", "%B %d, %Y", "%a, %d %b %Y %H:%M:%S %z",
    "%a %b %d %Y %H:%M:%S GMT%z",
)  # fmt: skip
"""Forms of moments that are not of ISO 8601, as programs declare them."""


def read_date(match: re.Match[str]) -> str | None:
    """Return the date of a match of ``DATE``, day first; ``None`` where there is no such day."""
    year, month, day = (
        next(filter(None, (match[f"{part}{form}"] for form in (1, 2, 3)))) for part in "ymd"
    )
    month = str(MONTH_NUMBERS.get(" ".join(month.split()), month))
    return iso_date(year, month, day) or iso_date(year, day, month)


def read_short_date(match: re.Match[str]) -> str | None:
    """Return the date of a match of ``SHORT_DATE``, between 1950 and 2049.

    >>> read_short_date(SHORT_DATE.match("14/5/21"))
    '2021-05-14'
    """
    return iso_date(match["y"], match["m"], match["d"])


def read_time(match: re.Match[str]) -> time | None:
    """Return the time of a match of ``TIME``; ``SA``/``AM`` and ``CH``/``PM`` are understood."""
    hour, minute, second = int(match["h"]), int(match["min"]), int(match["sec"] or 0)
    if match["half"] and hour <= 12:
        hour = hour % 12 + _HALVES[match["half"]]
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def in_vietnam(moment: datetime) -> datetime:
    """Return a moment in the time of Vietnam, without zone; one without zone is taken for it.

    >>> in_vietnam(datetime.fromisoformat("2021-05-14T01:05:00+00:00")).isoformat()
    '2021-05-14T08:05:00'
    """
    local = moment if moment.tzinfo is None else moment.astimezone(_VIETNAM)
    return local.replace(tzinfo=None, microsecond=0)


def iso(day: str | None, clock: time | None) -> str | None:
    """Return an ISO date, or a date-time where the time is known.

    >>> iso("2022-08-01", time(11, 7, 54))
    '2022-08-01T11:07:54'
    """
    return day if day is None or clock is None else f"{day}T{clock.isoformat()}"


def find_date(lower: str) -> str | None:
    """Return the first date in a text in lower case, with the time beside it if there is one.

    >>> find_date("cần thơ, ngày 21 tháng 11 năm 2025")
    '2025-11-21'
    """
    found = DATE.search(lower)
    if not found:
        return None
    clock = TIME.search(lower, found.end()) or TIME.search(lower[: found.start()])
    return iso(read_date(found), read_time(clock) if clock else None)


def _foreign(text: str) -> datetime | None:
    """Return the moment that programs write in forms of their own, ``None`` for any other text.

    >>> _foreign("May 14, 2021 08:05"), _foreign("14/05/2021 08:05")
    (datetime.datetime(2021, 5, 14, 8, 5), None)
    """
    if text.isdecimal() and len(text) in (_SECONDS, _SECONDS + 3):
        return datetime.fromtimestamp(int(text[:_SECONDS]), _VIETNAM)
    words = text.partition(" (")[0]
    if words.endswith(" GMT"):
        words = f"{words[:-4]} +0000"
    for form in _FORMS:
        try:
            return datetime.strptime(words, form)
        except ValueError:
            continue
    return None


def local_date(value: object) -> str | None:
    """Return a declared date or date-time as ISO 8601 in Vietnamese time, or ``None``.

    >>> local_date("2021-05-14T08:05:00+07:00"), local_date("2021-05-14T01:05:00Z")
    ('2021-05-14T08:05:00', '2021-05-14T08:05:00')
    """
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = value.strip()
    try:
        moment: datetime | None = datetime.fromisoformat(text)
    except ValueError:
        moment = _foreign(text)
    if moment is None:
        day = find_date(text.lower())
        return day if day and _FIRST <= int(day[:4]) < _LAST else None
    if not _FIRST <= moment.year < _LAST:
        return None
    seconds = text.isdecimal() and len(text) >= _SECONDS
    if ":" not in text and "T" not in text and not seconds:
        return moment.date().isoformat()
    return in_vietnam(moment).isoformat()
