"""The lines over a place that may head it, read upwards: headings, items, lines alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from vnpolitext.text.lines import line_above, line_start
from vnpolitext.text.patterns import lazy_pattern

_LINES: Final = 80
_LONGEST: Final = 160
_MARKED: Final = lazy_pattern(r" *+(?P<marks>#{1,6}|={2,6}) *(?=[^\s#=])")
_BULLET: Final = lazy_pattern(r" *+[-+•*–] *(?=[^\W_])")
_PLAIN: Final = lazy_pattern(r" *+(?=[^\W_])")
_NUMBERING: Final = r"(?:\d{1,2}|[ivx]{1,5}|[a-zđ])(?:\.\d{1,2})*[.)/-]? {1,3}"
_NUMBER: Final = lazy_pattern(_NUMBERING)
_NAME: Final = lazy_pattern(
    rf"[ *_#=|]*(?:{_NUMBERING})?"
    r"(?P<name>[^\W\d_][^\n]{2,110}?)"
    r"[ *_=:|.]*"
)
_ITEM: Final = lazy_pattern(r"[ *_]*(?:[-+•–]|\|)")
_NUMBERED: Final = lazy_pattern(r"[ *_#=]*(?:\d{1,2}|[ivx]{1,5}|[a-zđ])[.)/]")
_ITEMS: Final = 40
_LONGEST_NAME: Final = 110

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
    """The lines of one text that may head others.

    Attributes:
        lower: The text, folded and in lower case.
    """

    def __init__(self, lower: str) -> None:
        """Prepare for a folded text in lower case; lines are read when first asked for."""
        self.lower = lower
        self._read: dict[int, Heading | None] = {}
        self._above: dict[int, int | None] = {}

    def above(self, start: int) -> int | None:
        """Return where the line above the one at ``start`` begins, ``None`` without one."""
        if start not in self._above:
            self._above[start] = line_above(self.lower, start)
        return self._above[start]

    def at(self, start: int) -> Heading | None:
        """Return the line that begins at ``start``, ``None`` where it can head nothing."""
        if start not in self._read:
            self._read[start] = self._line(start)
        return self._read[start]

    def of_item(self, at: int) -> tuple[int, int] | None:
        r"""Return where the words of the line stand that heads a list, without marks and number.

        Args:
            at: A place in an item of the list.

        Returns:
            Their start and end, ``None`` where ``at`` is in no item or nothing heads it.

        >>> Headings("1. hội đồng nhân dân:\n- trưởng ban\n- phó ban").of_item(37)
        (3, 20)
        """
        lower = self.lower
        end = line_start(lower, at)
        numbered = _NUMBERED.match(lower, end) is not None
        if not end or not (numbered or _ITEM.match(lower, end)):
            return None
        for _ in range(_ITEMS):
            start = line_above(lower, end)
            if start is None:
                return None
            line, end = lower[start : end - 1], start
            if not line.strip():
                continue
            if _heads_items(line, numbered=numbered):
                words = _NAME.fullmatch(lower, start, start + len(line))
                return None if words is None else words.span("name")
            if not (_ITEM.match(line) or (numbered and _NUMBERED.match(line))):
                return None
        return None

    def _line(self, start: int) -> Heading | None:
        lower = self.lower
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
        number = _NUMBER.match(self.lower, start, end)
        return Heading(depth, line, start if number is None else number.end(), end)


def _heads_items(line: str, *, numbered: bool) -> bool:
    bare = line.strip(" *_")
    if _ITEM.match(line):
        return False
    if bare.startswith(("#", "=")) or bare.endswith(":"):
        return True
    return not numbered and _NUMBERED.match(line) is not None and len(bare) < _LONGEST_NAME


class HeadingSearch:
    """The lines of one text that may head others and tell something.

    Where the next of them stands over a line is kept, so that thousands of lines under one heading
    do not go up to it one by one.
    """

    def __init__(self, headings: Headings, tells: Callable[[Heading], bool]) -> None:
        """Prepare for the lines of a text.

        Args:
            headings: The lines.
            tells: Whether one of them tells what is looked for.
        """
        self._headings = headings
        self._tells = tells
        self._next: dict[int, tuple[int, int] | None] = {}

    def over(self, at: int) -> Iterator[Heading]:
        """Yield those over the line of ``at``, the nearest first.

        A heading with marks closes the section of those above it that are as deep as it is; which
        of the other lines head anything is left to the caller.
        """
        headings = self._headings
        start = line_start(headings.lower, at)
        depth = BULLET + 1
        left = _LINES
        while True:
            found = self._above(start)
            if found is None or found[1] > left:
                return
            start, left = found[0], left - found[1]
            heading = headings.at(start)
            if heading is None or heading.depth >= depth:
                continue
            if self._tells(heading):
                yield heading
            if heading.depth < PLAIN:
                depth = heading.depth

    def _above(self, start: int) -> tuple[int, int] | None:
        """Return the next line over one that tells something or has marks, and how far it is."""
        passed: list[int] = []
        while start not in self._next:
            above = self._headings.above(start)
            if above is None:
                self._next[start] = None
            elif self._counts(above):
                self._next[start] = above, 1
            else:
                passed.append(start)
                start = above
        found = self._next[start]
        for steps, below in enumerate(reversed(passed), 1):
            self._next[below] = None if found is None else (found[0], found[1] + steps)
        return self._next[passed[0]] if passed else found

    def _counts(self, start: int) -> bool:
        heading = self._headings.at(start)
        return heading is not None and (heading.depth < PLAIN or self._tells(heading))
