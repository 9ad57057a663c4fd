"""The lines over a place that may head it, read upwards: headings, items, lines alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
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
# Where the next line over one stands, and how many lines over it.
_Known = dict[int, tuple[int, int] | None]

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
        self._heads: tuple[_Known, _Known] = {}, {}

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
        ends_list = partial(self._ends_list, numbered=numbered)
        found = _next_over(self._heads[numbered], end, self.above, ends_list)
        if found is None or found[1] > _ITEMS:
            return None
        line = self._line_at(found[0])
        if not _heads_items(line, numbered=numbered):
            return None
        words = _NAME.fullmatch(lower, found[0], found[0] + len(line))
        return None if words is None else words.span("name")

    def _ends_list(self, start: int, *, numbered: bool) -> bool:
        """Return whether a line heads the items below it, or parts them from those above."""
        line = self._line_at(start)
        if not line.strip():
            return False
        is_item = _ITEM.match(line) or (numbered and _NUMBERED.match(line))
        return not is_item or _heads_items(line, numbered=numbered)

    def _line_at(self, start: int) -> str:
        """Return the line above another that begins at ``start``."""
        return self.lower[start : self.lower.index("\n", start)]

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
    """The lines of one text that may head others and tell something."""

    def __init__(self, headings: Headings, tells: Callable[[Heading], bool]) -> None:
        """Prepare for the lines of a text.

        Args:
            headings: The lines.
            tells: Whether one of them tells what is looked for.
        """
        self._headings = headings
        self._tells = tells
        self._next: _Known = {}

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
            found = _next_over(self._next, start, headings.above, self._counts)
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

    def _counts(self, start: int) -> bool:
        """Return whether a line tells something or has marks."""
        heading = self._headings.at(start)
        return heading is not None and (heading.depth < PLAIN or self._tells(heading))


def _next_over(
    known: _Known, start: int, above: Callable[[int], int | None], counts: Callable[[int], bool]
) -> tuple[int, int] | None:
    """Return the next line over one that counts, and how far it is.

    It is kept, so that thousands of lines under one do not go up to it one by one.
    """
    passed: list[int] = []
    while start not in known:
        over = above(start)
        if over is None:
            known[start] = None
        elif counts(over):
            known[start] = over, 1
        else:
            passed.append(start)
            start = over
    found = known[start]
    for steps, below in enumerate(reversed(passed), 1):
        known[below] = None if found is None else (found[0], found[1] + steps)
    return known[passed[0]] if passed else found
