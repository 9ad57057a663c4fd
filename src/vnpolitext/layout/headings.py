"""The lines over a place that may head it, read upwards: headings, items, lines alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vnpolitext.layout.outline import line_above
from vnpolitext.text.patterns import lazy_pattern

_LINES: Final = 80
_LONGEST: Final = 160
_MARKED: Final = lazy_pattern(r" *+(?P<marks>#{1,6}|={2,6}) *(?=[^\s#=])")
_BULLET: Final = lazy_pattern(r" *+[-+•*–] *(?=[^\W_])")
_PLAIN: Final = lazy_pattern(r" *+(?=[^\W_])")
_NUMBER: Final = lazy_pattern(r"(?:\d{1,2}|[ivx]{1,5}|[a-zđ])(?:\.\d{1,2})*[.)/-]? {1,3}")

PLAIN: Final = 7
"""The depth of a line without marks, below all headings."""
BULLET: Final = 8
"""The depth of an item of a list."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may head those below it.

    Attributes:
        depth: How deep it is: the number of its marks, or one of the depths of this module.
        line: Where the line begins.
        start: Where its words begin, behind marks and number.
        end: Where the line ends.
    """

    depth: int
    line: int
    start: int
    end: int


class Headings:
    """The lines of one text that may head others."""

    def __init__(self, lower: str) -> None:
        """Prepare for a folded text in lower case; lines are read when first asked for."""
        self._lower = lower
        self._read: dict[int, Heading | None] = {}

    def over(self, at: int) -> Iterator[Heading]:
        """Yield the lines over the one of ``at``, the nearest first.

        A heading with marks closes the section of those above it that are as deep as it is; which
        of the other lines head anything is left to the caller.
        """
        lower = self._lower
        start = lower.rfind("\n", 0, at) + 1
        depth = BULLET + 1
        for _ in range(_LINES):
            above = line_above(lower, start)
            if above is None:
                return
            start = above
            heading = self.at(start)
            if heading is None or heading.depth >= depth:
                continue
            yield heading
            if heading.depth < PLAIN:
                depth = heading.depth

    def at(self, start: int) -> Heading | None:
        """Return the line that begins at ``start``, ``None`` where it can head nothing."""
        if start not in self._read:
            self._read[start] = self._line(start)
        return self._read[start]

    def _line(self, start: int) -> Heading | None:
        lower = self._lower
        end = lower.find("\n", start, start + _LONGEST)
        if end < 0 or "|" in lower[start:end]:
            return None
        marked = _MARKED.match(lower, start, end)
        if marked is not None:
            return self._heading(len(marked["marks"]), start, marked.end(), end)
        for pattern, depth in ((_BULLET, BULLET), (_PLAIN, PLAIN)):
            opened = pattern.match(lower, start, end)
            if opened is not None:
                return self._heading(depth, start, opened.end(), end)
        return None

    def _heading(self, depth: int, line: int, start: int, end: int) -> Heading:
        number = _NUMBER.match(self._lower, start, end)
        return Heading(depth, line, start if number is None else number.end(), end)
