"""Which units are items of a list, by the marks of those above."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from vnpolitext.layout.lines import Unit
from vnpolitext.layout.wrapping import begins_item
from vnpolitext.text.numerals import roman, roman_value
from vnpolitext.text.patterns import lazy_pattern

_ITEM: Final = lazy_pattern(
    r"(?P<open>[\[(]?)(?P<mark>\d{1,3}|[ivx]{1,5}|[a-z])(?P<close>[\]).]| ?[-/])"
)
# Brackets or dot, and a number, a letter or a Roman numeral.
_Key = tuple[str, str, int | str]


class Series:
    """The marks of units, read once when the first of them is asked for."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Take the units of a page, in order."""
        self._units = units

    def has(self, at: int) -> bool:
        """Tell whether a unit is an item of a list: one above has the mark before its own.

        What begins in words (*hai là*) is one alone; an initial before a name is none.
        """
        words = self._units[at].head.words
        mark = _ITEM.match(words)
        if mark is None:
            return begins_item(words) and " là" in words[:8]
        return any(self._first.get(key, at) < at for key in _before(mark))

    @cached_property
    def _first(self) -> dict[_Key, int]:
        """Where each mark stands first."""
        found: dict[_Key, int] = {}
        for at, unit in enumerate(self._units):
            if mark := _ITEM.match(unit.head.words):
                for key in _keys(mark):
                    found.setdefault(key, at)
        return found


def _keys(match: re.Match[str]) -> list[_Key]:
    """Return the readings of a mark; a letter may be a Roman numeral."""
    around, mark = match["open"] + match["close"], match["mark"]
    if mark.isdecimal():
        return [("number", around, int(mark))]
    found: list[_Key] = [("letter", around, mark)] if len(mark) == 1 else []
    if value := roman_value(mark):
        found.append(("roman", around, value))
    return found


def _before(match: re.Match[str]) -> list[_Key]:
    """Return the readings of the mark before one."""
    found: list[_Key] = []
    for kind, around, value in _keys(match):
        if isinstance(value, str):
            found.append((kind, around, chr(ord(value) - 1)))
        elif kind != "roman" or roman(value) == match["mark"]:
            found.append((kind, around, value - 1))
    return found
