"""Dates of issue in all written forms."""

import datetime
import re
from typing import Final

_S: Final = r" {0,4}\n? {0,4}"
DATE: Final = (
    rf"(?:(?P<d>\d{{1,2}}){_S},?{_S}(?:\.{_S})?(?:tháng|năm(?={_S}\d{{1,2}}{_S},?{_S}năm)){_S}(?P<m>\d{{1,2}}){_S}[,.]?{_S}năm{_S}(?P<y>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}}){_S}[-/.]{_S}(?P<m2>\d{{1,2}}){_S}[-/.]{_S}(?P<y2>\d{{4}}|\d\d))(?!\d)"
)
_DATE: Final = re.compile(DATE)


def read_date(found: re.Match[str]) -> str | None:
    """Return the ISO date of a match of ``DATE``; ``None`` if there is no such day.

    >>> import re
    >>> read_date(re.search(DATE, "ngày 22 -10- 2018"))
    '2018-10-22'
    """
    day, month, year = (
        found["d"] or found["d2"],
        found["m"] or found["m2"],
        found["y"] or found["y2"],
    )
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 50 else 1900
    try:
        return datetime.date(number, int(month), int(day)).isoformat()
    except ValueError:
        return None
