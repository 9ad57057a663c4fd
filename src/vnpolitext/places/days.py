"""Days at which units are looked up."""

from datetime import date
from typing import Final

from vnpolitext.places.reading import REFORM
from vnpolitext.text.dates import read_any

_YEAR: Final = 4


def iso(day: date | str) -> str:
    """Return a day, in ISO 8601, of any form in which people write one.

    Of a month it is the first day, of a year one in its middle.

    Raises:
        ValueError: It is no date, or the year of the reform alone.

    Example:
        >>> iso("2025-07-01"), iso("15/03/2020"), iso("2020-03"), iso("2020")
        ('2025-07-01', '2020-03-15', '2020-03-01', '2020-07-01')
    """
    known = read_any(day)
    if known is None:
        raise ValueError(f"{str(day)!r} is no date; give one such as '2020-03-15'")
    if known == REFORM[:_YEAR]:
        raise ValueError(
            f"in {known} the units changed, on {REFORM}; give the day, such as {REFORM!r}"
        )
    return f"{known}-07-01"[:10] if len(known) == _YEAR else f"{known}-01"[:10]
