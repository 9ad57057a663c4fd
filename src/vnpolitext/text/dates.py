"""Dates: as Vietnamese documents write them in full, and their ISO 8601 form."""

import re
from datetime import date
from typing import Final

_S: Final = r" {0,4}\n? {0,4}"
_SLIP: Final = rf"năm(?={_S}\d{{1,2}}{_S}[,.]?{_S}năm)"  # "ngày 27 năm 12 năm 2031"
DATE: Final = (
    rf"(?:(?P<d>\d{{1,2}}){_S}[,.]?{_S}(?:tháng|{_SLIP}){_S}(?P<m>\d{{1,2}}){_S}[,.]?{_S}năm{_S}"
    rf"(?P<y>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}}){_S}[-/.]{_S}(?P<m2>\d{{1,2}}){_S}[-/.]{_S}(?P<y2>\d{{4}}|\d\d))(?!\d)"
)
"""Pattern of a full date, over lower-case text."""
_THIS_CENTURY: Final = 50  # a year of two figures below it is one of 20..
_LEAP_YEAR: Final = 2000


def read_date(found: re.Match[str]) -> str | None:
    """Return the ISO date of a match of ``DATE``; ``None`` if there is no such day.

    >>> import re
    >>> read_date(re.search(DATE, "ngày 22 -10- 2018"))
    '2018-10-22'
    """
    return iso_date(found["y"] or found["y2"], found["m"] or found["m2"], found["d"] or found["d2"])


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
    return "-".join((year or "-", *(f"{int(part):02}" for part in (month, day) if part)))
