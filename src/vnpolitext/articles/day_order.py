"""Dates of metadata that can be read with the day or the month first, which is said once."""

import warnings
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from vnpolitext.text.dates import first_part, read_any

_FIELD: Final = "published"


class DayOrder:
    """What the dates of a table tell of their order; the day is read first where they do not."""

    def __init__(self) -> None:
        """Start without any date."""
        self._counts: Counter[str] = Counter()
        self._example = ""

    def see(self, fields: Mapping[str, Any]) -> None:
        """Count the date of one document."""
        value = fields.get(_FIELD)
        order = first_part(value)
        if order is None or read_any(value) is None:
            return
        self._counts[order] += 1
        if order == "either" and not self._example:
            self._example = str(value)

    def tell(self) -> None:
        """Warn of dates with two readings, unless others of the table have the day first."""
        either, months = self._counts["either"], self._counts["month"]
        if not either or (self._counts["day"] and not months):
            return
        others = f" (in others it is the month: {months:,})" if months else ""
        told = (
            f"metadata: {either:,} of the dates in {_FIELD!r} can be read with the day or the "
            f"month first, as {self._example!r}; the day is taken first{others}; "
            f"{read_any(self._example)!r} would leave no doubt"
        )
        warnings.warn(told, UserWarning, stacklevel=1)


def tell_doubtful(metadata: Mapping[str, Any]) -> None:
    """Warn where the date of one document can be read in both ways; in a loop it is said once."""
    if first_part(metadata.get(_FIELD)) == "either":
        told = (
            f"metadata: a date in {_FIELD!r} can be read with the day or the month first: the day "
            "is taken first; ISO 8601 (2020-06-05) would leave no doubt"
        )
        warnings.warn(told, UserWarning, stacklevel=1)
