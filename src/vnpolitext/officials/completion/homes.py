"""The units that a text names, and which of them its bodies without a name belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Final

from vnpolitext.officials.completion.named_units import (
    home_province,
    named_provinces,
    named_units,
    provinces_of_bodies,
)
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

# A body of a smaller unit, with the name of the unit.
_LOWER_BODY: Final = lazy_pattern(
    r"(?:[Ủủ]y ban nhân dân|UBND|HĐND|[Hh]ội đồng nhân dân)\s"
    r"(?:huyện|quận|thị\sxã|xã|phường|thị\strấn|đặc\skhu)\s(?:[^\W\d_a-z]\w|\d)"
)


class Homes:
    """The provinces and smaller units of one text."""

    def __init__(self, view: View, publisher: str, land: Callable[[], str]) -> None:
        """Prepare for a text.

        Args:
            view: Its view.
            publisher: Name of the province of its publisher, if it is known.
            land: Tells the other country that it is about, if it is not about this one.
        """
        self._view = view
        self._publisher = publisher
        self._land = land

    @cached_property
    def home(self) -> str:
        """Name of the province the document is of, or nothing if it does not tell."""
        return home_province(self._view, self._named)

    @cached_property
    def given(self) -> str:
        """The publisher's province, where the text tells of the bodies of no other."""
        named = {name.lower() for _, name in self._provinces}
        is_denied = bool(self._land()) or not named <= {self._publisher.lower()}
        return "" if self.home or is_denied else self._publisher

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        return named_provinces(self._view)

    @cached_property
    def _units(self) -> dict[str, list[tuple[int, str]]]:
        return named_units(self._view)

    @cached_property
    def _provinces(self) -> list[tuple[int, str]]:
        return provinces_of_bodies(self._view, self._named)

    @cached_property
    def _province_counts(self) -> Counter[str]:
        return Counter(name for _, name in self._provinces)

    @cached_property
    def is_of_province(self) -> bool:
        """Whether the text names bodies of one province and of no smaller unit by its name."""
        counts = self._province_counts
        return len(counts) == 1 and _LOWER_BODY.search(self._view.text) is None

    def nearest(self, level: str, at: int) -> str:
        """Return the district or commune named last before ``at``, else the first after it."""
        units = self._units.get(level, [])
        before = bisect_right(units, at, key=lambda unit: unit[0])
        if not units:
            return ""
        start, name = units[max(before - 1, 0)]
        between = self._view.text[min(start, at) : max(start, at)]
        # In a row of a table another cell has the place of birth or of work.
        return "" if "|" in between and "\n" not in between else name

    def province(self, at: int) -> str:
        """Return the province whose bodies the paragraph of ``at`` names, else the document's."""
        counts = self._province_counts
        if len(counts) > 1:
            before = bisect_right(self._provinces, at, key=lambda pair: pair[0])
            if before:
                start, name = self._provinces[before - 1]
                near = "\n" not in self._view.text[start:at].strip()
                if near and counts[name] > 1:
                    return name
        return self.home
