"""First and last days of dates that are a year, a month or a day."""

from __future__ import annotations

import calendar
from datetime import date


def first_day(value: str) -> date:
    """Return the first day of an ISO date of any precision.

    >>> first_day("2015-05").isoformat()
    '2015-05-01'
    """
    parts = [int(part) for part in value.split("-")]
    return date(*(*parts, 1, 1)[:3])


def last_day(value: str) -> date:
    """Return the last day of an ISO date of any precision.

    >>> last_day("2015-02").isoformat()
    '2015-02-28'
    """
    parts = [int(part) for part in value.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return date(year, month, day)
