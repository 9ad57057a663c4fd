"""Lines of a page, and the units that hard-wrapped lines make together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import View

_MARKS: Final = lazy_pattern(
    r"\s*+(?:[•●▪■◦➢❖✓»►]\s*+|#{1,6}(?=\s)\s*+|>(?=\s)\s*+|\[sửa \| sửa mã nguồn\]\s*+)*+"
)


@dataclass(frozen=True, slots=True)
class Line:
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


@dataclass(frozen=True, slots=True)
class Unit:
    """One line, or several that a hard wrap has split.

    ``text`` are the folded words with single spaces, case kept.
    """

    lines: tuple[Line, ...]
    text: str

    @property
    def head(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def start(self) -> int:
        """Index of the first character in the source."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Index after the last character in the source."""
        return self.lines[-1].end


def split_lines(view: View) -> Iterator[Line]:
    """Yield the lines that have words or rules in them, in order."""
    text, lower, source = view.text, view.lower, view.source
    at, gap = 0, True
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        body = text[at:stop]
        stripped = body.rstrip()
        match = _MARKS.match(stripped)
        skip = match.end() if match else 0
        if skip >= len(stripped):
            skip = len(stripped) - len(stripped.lstrip())
        if stripped.strip():
            first, last = at + skip, at + len(stripped)
            start, end = view.span(first, last)
            start, end = _with_emphasis(source, start, end)
            bold = source.startswith("**", start) and source.endswith("**", start, end)
            leaning = source.startswith("*", start) and source.endswith("*", start, end)
            yield Line(
                first,
                last,
                start,
                end,
                text[first:last],
                lower[first:last],
                _single(lower[first:last]),
                stripped[:skip].strip(),
                gap,
                bold and end - start > 4,
                leaning and not bold and end - start > 2,
            )
            gap = False
        else:
            gap = True
        at = stop + 1


def _with_emphasis(source: str, start: int, end: int) -> tuple[int, int]:
    """Take in the emphasis marks that touch a stretch."""
    while start and source[start - 1] == "*":
        start -= 1
    while source.startswith("*", end):
        end += 1
    return start, end


def join_wrapped(lines: list[Line], alone: list[bool], wraps: Sequence[int]) -> list[Unit]:
    """Return the units of ``lines``, of which those marked ``alone`` are never joined to others.

    Args:
        lines: The lines.
        alone: Whether each stands alone.
        wraps: The places of the breaks that a wrap has put, ascending.
    """
    units: list[list[Line]] = []
    for index, line in enumerate(lines):
        joins = index > 0 and not line.gap and not alone[index] and not alone[index - 1]
        if joins and _is_wrapped(wraps, lines[index - 1].last, line.first):
            units[-1].append(line)
        else:
            units.append([line])
    return [Unit(tuple(unit), " ".join([_single(line.text) for line in unit])) for unit in units]


def _single(text: str) -> str:
    """Return a line with single blanks; most have no others."""
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def _is_wrapped(wraps: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(wraps, start)
    return at < len(wraps) and wraps[at] < end
