"""Tables as they are written in plain text: rows of cells, with offsets.

Read are tables with ``|`` between the cells, with and without bars at the edges and with cells
broken over lines; columns parted by tabs or by wide gaps; and rows in the marks of HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from statistics import multimode
from typing import Final

_RULE: Final = re.compile(r"[ ]*+[|:+-][-|:+ ]*-[-|:+ ]*+")
_GAP: Final = re.compile(r"\t[ \t]*+|(?<=\S)[ ]{3,}+(?=\S)")
_MARKS: Final = re.compile(r"<(/?)(table|tr|td|th)\b[^<>]{0,200}>", re.IGNORECASE)
_BLANK: Final = " \t\r\n\f\u00a0"
_WORD: Final = re.compile(r"[^\W_]")
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands between two bars, gaps or marks, without the blanks around it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, the empty ones too.

    Attributes:
        cells: From left to right.
        has_bar: Whether a bar opens the row.
    """

    cells: tuple[Cell, ...]
    has_bar: bool = False

    @property
    def start(self) -> int:
        """Index of the first character of the first cell."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Index after the last character of the last cell."""
        return self.cells[-1].end


@dataclass(frozen=True, slots=True)
class Grid:
    """One table.

    Attributes:
        kind: ``"bars"``, ``"columns"`` or ``"html"``.
        rows: From top to bottom; the rule under a head is none.
        head: How many rows stand above the rule, 0 where there is none.
    """

    kind: str
    rows: tuple[Row, ...]
    head: int = 0

    @property
    def start(self) -> int:
        """Index of the first character of the table."""
        return self.rows[0].start

    @property
    def end(self) -> int:
        """Index after the last character of the table."""
        return self.rows[-1].end


def find_grids(text: str) -> list[Grid]:
    r"""Return the tables of a text in its order.

    >>> [grid] = find_grids("Họ tên | Chức vụ\n---|---\nLò Văn An | Bí thư\nHuyện ủy\n")
    >>> [[("Họ tên | Chức vụ\n---|---\nLò Văn An | Bí thư\nHuyện ủy\n")[c.start : c.end]
    ...   for c in row.cells] for row in grid.rows]
    [['Họ tên', 'Chức vụ'], ['Lò Văn An', 'Bí thư\nHuyện ủy']]
    """
    found: list[Grid] = []
    if "|" in text:
        found += _with_bars(text)
    if "\t" in text or "   " in text:
        found += _with_gaps(text)
    if "<t" in text or "<T" in text:
        found += _with_marks(text)
    found.sort(key=lambda grid: grid.start)
    return found


Line = tuple[int, int]


def _paragraphs(text: str, mark: str | None = None) -> Iterator[list[Line]]:
    """Yield runs of lines without an empty one among them, if ``mark`` stands in the run."""
    run: list[Line] = []
    at = 0
    marked = False
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip(_BLANK):
            run.append((at, stop))
            marked = marked or mark is None or text.find(mark, at, stop) >= 0
        elif run:
            if marked:
                yield run
            run, marked = [], False
        at = stop + 1
    if run and marked:
        yield run


def _with_bars(text: str) -> Iterator[Grid]:
    for lines in _paragraphs(text, "|"):
        if _WORD.search(text, lines[0][0], lines[-1][1]) is None:
            continue
        first = _first_of_table(text, lines)
        if first < len(lines):
            yield from _bars(text, lines[first:])


def _first_of_table(text: str, lines: list[Line]) -> int:
    """Return the number of the line at which a table begins, the count of lines without one."""
    for number, (start, end) in enumerate(lines):
        if text[start:end].lstrip(_BLANK).startswith("|"):
            return number
        after = lines[number + 1] if number + 1 < len(lines) else None
        if after is not None and text.find("|", start, end) >= 0:
            surface = text[slice(*after)]
            if "|" in surface and _RULE.fullmatch(surface):
                return number
    return len(lines)


def _bars(text: str, lines: list[Line]) -> Iterator[Grid]:
    rows: list[Line] = []
    columns = head = 0
    closed = False
    above = _Above()
    for start, end in lines:
        surface = text[start:end]
        if "|" in surface and _RULE.fullmatch(surface):
            rule = _Above()
            rule.add(surface.strip(_BLANK))
            columns, head = columns or rule.count, head or len(rows)
            closed = rule.closes
        elif rows and not _begins(above, surface.strip(_BLANK), columns, closed=closed):
            rows[-1] = rows[-1][0], end
            above.add(surface.strip(_BLANK))
        else:
            rows.append((start, end))
            above = _Above()
            above.add(surface.strip(_BLANK))
    made = tuple(_row(text, *row) for row in rows)
    if made:
        yield Grid("bars", made, head)


@dataclass(slots=True)
class _Above:
    """What is known of a row that may not be whole yet."""

    lines: int = 0
    bars: int = 0
    opens: bool = False
    closes: bool = False

    def add(self, surface: str) -> None:
        """Take a line, without the blanks around it."""
        self.opens = surface.startswith("|") if not self.lines else self.opens
        self.closes = surface.endswith("|")
        self.lines += 1
        self.bars += surface.count("|")

    @property
    def count(self) -> int:
        """How many cells it has; none after its last bar if nothing stands there."""
        return self.bars - self.opens + (not self.closes)


def _begins(above: _Above, surface: str, columns: int, *, closed: bool) -> bool:
    """Return whether a line begins a row, after a row that may not be whole yet."""
    is_opener = above.opens and above.closes and above.bars == 1
    if surface.startswith("|"):
        if surface.strip(_BLANK + "|"):
            return surface[1:].lstrip(_BLANK)[0] != "|"
        return not columns and surface == "|" and above.closes and not is_opener
    if not columns:
        return above.closes and not is_opener and "|" not in surface
    if above.count < columns or (closed and not above.closes):
        return False
    return above.closes or "|" in surface


def _row(text: str, start: int, end: int) -> Row:
    first = start
    while first < end and text[first] in _BLANK:
        first += 1
    has_bar = text.startswith("|", first)
    first += has_bar
    cells = []
    while first <= end:
        stop = text.find("|", first, end)
        stop = end if stop < 0 else stop
        cells.append(_cell(text, first, stop))
        first = stop + 1
    if len(cells) > 1 and cells[-1].start == cells[-1].end:
        cells.pop()
    return Row(tuple(cells), has_bar)


def _cell(text: str, start: int, end: int) -> Cell:
    while start < end and text[start] in _BLANK:
        start += 1
    while start < end and text[end - 1] in _BLANK:
        end -= 1
    return Cell(start, end)


def _with_gaps(text: str) -> Iterator[Grid]:
    """Columns parted by tabs or wide gaps: at least two lines with the usual count of cells."""
    for lines in _paragraphs(text):
        run: list[Row] = []
        for start, end in lines:
            row = _columns(text, start, end)
            if row is not None:
                run.append(row)
                continue
            yield from _column_grid(run)
            run = []
        yield from _column_grid(run)


def _column_grid(run: list[Row]) -> Iterator[Grid]:
    if len(run) < _FEWEST:
        return
    usual = multimode(len(row.cells) for row in run)[0]
    if usual < _FEWEST or sum(len(row.cells) == usual for row in run) * 2 < len(run):
        return
    yield Grid("columns", tuple(run))


def _columns(text: str, start: int, end: int) -> Row | None:
    if end - start > 2000 or ("\t" not in text[start:end] and "   " not in text[start:end]):
        return None
    if "|" in text[start:end]:
        return None
    cells, first = [], start
    for gap in _GAP.finditer(text, start, end):
        cells.append(_cell(text, first, gap.start()))
        first = gap.end()
    cells.append(_cell(text, first, end))
    filled = [cell for cell in cells if cell.start < cell.end]
    return Row(tuple(cells)) if len(filled) >= _FEWEST else None


def _with_marks(text: str) -> Iterator[Grid]:
    """Rows in the marks of HTML."""
    rows: list[Row] = []
    cells: list[Cell] = []
    opened = -1
    for mark in _MARKS.finditer(text):
        closing, name = bool(mark[1]), mark[2].lower()
        if opened >= 0 and (name in {"td", "th", "tr", "table"}):
            cells.append(_cell(text, opened, mark.start()))
            opened = -1
        if name in {"td", "th"} and not closing:
            opened = mark.end()
        if name in {"tr", "table"}:
            if cells:
                rows.append(Row(tuple(cells), has_bar=True))
                cells = []
            if name == "table" and rows:
                yield Grid("html", tuple(rows))
                rows = []
    if opened >= 0:
        cells.append(_cell(text, opened, len(text)))
    if cells:
        rows.append(Row(tuple(cells), has_bar=True))
    if rows:
        yield Grid("html", tuple(rows))


class GridIndex:
    """Tables of a text, found by place."""

    def __init__(self, grids: list[Grid]) -> None:
        """Index ``grids``, which are in the order of the text."""
        self._grids = grids
        self._starts = [grid.start for grid in grids]

    def within(self, start: int, end: int) -> list[Grid]:
        """Return the rows between two places, as tables."""
        found = []
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(self._grids)):
            grid = self._grids[at]
            if grid.start >= end:
                break
            first = bisect_left(grid.rows, start, key=attrgetter("start"))
            last = bisect_left(grid.rows, end, key=attrgetter("start"))
            if first < last:
                found.append(replace(grid, rows=grid.rows[first:last]))
        return found
