"""Lines of a page, and the units that hard-wrapped lines make together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import View

_MARKS: Final = lazy_pattern(r"\s*+(?:[•●▪■◦➢❖✓»►]\s*+|#{1,6}(?=\s)\s*+|>(?=\s)\s*+)*+")


class Line(NamedTuple):
    """One line without blanks and marks around it.

    ``first`` and ``last`` are indices into the folded text, ``start`` and ``end`` into the source.
    ``mark`` is what stood before the line's words: a bullet, ``#`` signs, ``>``. ``words`` is the
    line in lower case with single spaces.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    lower: str
    words: str
    mark: str
    gap: bool
    bold: bool
    italic: bool


class Unit:
    """One line, or several that a hard wrap has split.

    Attributes:
        head: The first line.
        tail: The last one.
        count: How many lines there are.
        text: The folded words with single spaces, case kept.
        lower: The same in lower case.
        start: Index of the first character in the source.
        end: Index after the last character in the source.
    """

    __slots__ = ("count", "end", "head", "lower", "start", "tail", "text")

    def __init__(self, head: Line, others: Sequence[Line] = ()) -> None:
        """Join a line and those that go on with it."""
        self.head = head
        self.tail = others[-1] if others else head
        self.count = 1 + len(others)
        self.text, self.lower = _single(head.text), head.words
        if others:
            self.text = " ".join([self.text, *(_single(line.text) for line in others)])
            self.lower = self.text.lower()
        self.start = head.start
        self.end = self.tail.end


def with_emphasis(source: str, start: int, end: int) -> tuple[int, int]:
    """Take in the emphasis marks that touch a stretch."""
    while start and source[start - 1] == "*":
        start -= 1
    while source.startswith("*", end):
        end += 1
    return start, end


def split_lines(view: View) -> Iterator[Line]:
    """Yield the lines that have words or rules in them, in order."""
    text, lower, source = view.text, view.lower, view.source
    emphasis = "*" in source
    at, gap = 0, True
    for body in text.split("\n"):
        stripped = body.rstrip()
        if stripped:
            skip = 0 if stripped[0].isalnum() else _skipped(stripped)
            first, last = at + skip, at + len(stripped)
            start, end = view.span(first, last)
            bold = leaning = False
            if emphasis:
                start, end = with_emphasis(source, start, end)
                bold = source.startswith("**", start) and source.endswith("**", start, end)
                leaning = source.startswith("*", start) and source.endswith("*", start, end)
            words = lower[first:last]
            yield Line(
                first,
                last,
                start,
                end,
                stripped[skip:],
                words,
                _single(words),
                stripped[:skip].strip(),
                gap,
                bold and end - start > 4,
                leaning and not bold and end - start > 2,
            )
            gap = False
        else:
            gap = True
        at += len(body) + 1


def _skipped(stripped: str) -> int:
    """Return how many characters of a line stand before its words."""
    match = _MARKS.match(stripped)
    skip = match.end() if match else 0
    return skip if skip < len(stripped) else len(stripped) - len(stripped.lstrip())


def join_wrapped(
    lines: list[Line], marks: list[str | None], wraps: Sequence[int]
) -> tuple[list[Unit], list[str | None]]:
    """Return the units that ``lines`` make, and the mark of each.

    Args:
        lines: The lines.
        marks: What each of them is by itself. Those of which this is known, and headings, are
            never joined to others.
        wraps: The places of the breaks that a wrap has put, ascending.
    """
    if not wraps:
        return list(map(Unit, lines)), list(marks)
    units: list[list[Line]] = []
    kinds: list[str | None] = []
    is_open = False
    for line, mark in zip(lines, marks, strict=True):
        may_join = mark is None and "#" not in line.mark
        joins = may_join and is_open and not line.gap
        if joins and _is_wrapped(wraps, units[-1][-1].last, line.first):
            units[-1].append(line)
        else:
            units.append([line])
            kinds.append(mark)
        is_open = may_join
    return [Unit(head, others) for head, *others in units], kinds


def _single(text: str) -> str:
    """Return a line with single blanks; most have no others."""
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def _is_wrapped(wraps: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(wraps, start)
    return at < len(wraps) and wraps[at] < end
