"""Offices that a text gives somebody without a word: who came before and after in a box."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from vnpolitext.officials.records import Person, Position
from vnpolitext.text.lines import line_start
from vnpolitext.text.patterns import lazy_pattern

# A row of a box that names who held the office before or after, and one with one cell, its office.
_NEIGHBOUR: Final = lazy_pattern(r"[| *-]*(?i:(?:người )?(?:tiền nhiệm|kế nhiệm))\s*[|:]")
_HEADING: Final = lazy_pattern(r"[|\s*]*[^|\n]{4,160}[|\s]*")
_LINES_UP: Final = 14


class Seats:
    """The offices that head the boxes of a text, by where they stand."""

    def __init__(self, text: str, persons: Sequence[Person]) -> None:
        """Take the offices of all persons of a text."""
        self._text = text
        self._offices = sorted(
            (each for person in persons for each in person.positions), key=lambda each: each.start
        )
        self._starts = [each.start for each in self._offices]

    def of(self, mentions: Sequence[tuple[int, int]]) -> Iterator[Position]:
        """Yield the offices in whose boxes a person is named as predecessor or successor."""
        for start, _ in mentions:
            line = line_start(self._text, start)
            if _NEIGHBOUR.match(self._text, line, start) is None:
                continue
            found = self._heading(line)
            if found is not None:
                yield found

    def _heading(self, line: int) -> Position | None:
        """Return the office of the box that a row at ``line`` belongs to."""
        for _ in range(_LINES_UP):
            if line == 0:
                return None
            above = line_start(self._text, line - 1)
            at = bisect_left(self._starts, above)
            holds = at < len(self._starts) and self._starts[at] < line
            if holds and _HEADING.fullmatch(self._text, above, line - 1) is not None:
                return self._offices[at]
            line = above
        return None
