"""Columns parted by tabs or by wide gaps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from vnpolitext.layout.tables.grid import FEWEST, Cell, Grid, Line, Row, longer, paragraphs, trimmed
from vnpolitext.text.patterns import lazy_pattern

_GAP: Final = lazy_pattern(r"\t[ \t]*+|(?<=\S)[ ]{3,}+(?=\S)")
_TABLE: Final = 3  # columns that are more than two halves of a page
_ASIDE: Final = 1
_LONGEST: Final = 2000
_NEAR: Final = 8
_MOST_LEFT: Final = 3
_DOUBLE: Final = "  "
_INDENTS: Final = ("\t", "    ")
_MOST_TABBED: Final = 60


def with_gaps(text: str) -> Iterator[Grid]:
    """Yield the tables in columns: at least two lines with the usual count of cells."""
    for lines in _stretches(text):
        run = _Run(text)
        for start, end in lines:
            if not run.take(start, end):
                yield from run.grid()
                run = _Run(text)
        yield from run.grid()


class _Run:
    """Lines below each other that have cells in columns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rows: list[tuple[int, Row]] = []
        self._left: list[tuple[int, Row]] = []

    def take(self, start: int, end: int) -> bool:
        """Take a line if it has cells, goes on with one, or stands in one half of the page."""
        column = _column_of_rest(self._text, *self._rows[-1], start, end) if self._rows else None
        if column is not None:
            line, row = self._rows[-1]
            if column == row.cells[-1].column:
                self._rows[-1] = line, _with_rest(self._text, row, end)
            return True
        cells = _columns(self._text, start, end)
        if cells is not None and sum(cell.start < cell.end for cell in cells.cells) >= FEWEST:
            self._add(start, cells)
            return True
        return self._take_half(start, end, cells)

    def grid(self) -> Iterator[Grid]:
        """Yield the table that the lines make, if they make one."""
        whole = [(line, row) for line, row in self._rows if len(row.cells) >= FEWEST]
        right = [row for _, row in self._rows if row.cells[0].column]
        if not whole or len(whole) + len(right) < FEWEST:
            return
        from statistics import multimode

        usual = multimode(len(row.cells) for _, row in whole)[0]
        alike = [(line, row) for line, row in whole if len(row.cells) == usual]
        if len(alike) * 2 < len(whole):
            return
        line, row = alike[0]
        edges = [cell.start - line for cell in row.cells]
        rows = (_placed(self._text, start, row, edges) for start, row in self._rows)
        yield Grid("columns", tuple(rows))

    def _add(self, start: int, row: Row) -> None:
        if not self._rows:
            self._left = self._above(start, row)
        self._rows += (*self._left, (start, row))
        self._left.clear()

    def _above(self, start: int, row: Row) -> list[tuple[int, Row]]:
        """Return the lines above the first whole row that stand to the right of its first cell."""
        edge = row.cells[0].end - start
        return [
            (at, half)
            for at, half in self._left
            if len(row.cells) == FEWEST
            and (self._text[at] == "\t" or half.cells[-1].start - at >= edge)
        ]

    def _take_half(self, start: int, end: int, row: Row | None) -> bool:
        """Take a line in one of two halves.

        One in the left half waits for another to the right; one above all others in the right half
        for a whole row.
        """
        if not self._rows and self._text.startswith(_INDENTS, start):
            half = row or Row((trimmed(self._text, start, end, 1),))
            self._left.append((start, half))
            return len(half.cells) <= FEWEST and len(self._left) <= _MOST_LEFT
        halves = [(line, each.cells) for line, each in self._rows[-_NEAR:] if len(each.cells) > 1]
        if not halves or any(len(cells) != FEWEST for _, cells in halves):
            return False
        if row is not None:  # a tab, and nothing on one of its sides
            if len(row.cells) == FEWEST:
                self._add(start, row)
            return len(row.cells) == FEWEST
        cell = trimmed(self._text, start, end, 0)
        if cell.start - start >= max(cells[0].end - line for line, cells in halves):
            self._add(start, Row((replace(cell, column=1),)))
            return True
        fits = end - start < min(
            _MOST_TABBED
            if self._text.find("\t", line, cells[1].start) >= 0
            else cells[1].start - line
            for line, cells in halves
        )
        self._left += [(start, Row((cell,)))] if fits else []
        return fits and len(self._left) <= _MOST_LEFT


def _stretches(text: str) -> Iterator[list[Line]]:
    """Yield the lines between empty ones; rows of as many cells may have some between them."""
    spread: list[Line] = []
    width = 0
    for lines in paragraphs(text):
        here = sum(1 for _ in _GAP.finditer(text, *lines[0])) + 1 if len(lines) == 1 else 0
        if spread and here == width:
            spread += lines
            continue
        if spread:
            yield spread
        spread, width = (lines, here) if here >= _TABLE else ([], 0)
        if not spread:
            yield lines
    if spread:
        yield spread


def _column_of_rest(text: str, line: int, row: Row, start: int, end: int) -> int | None:
    """Return the column of the cell of a row that goes on in a line: it stands under it alone.

    Under one of two halves of a page only what begins in small letters goes on.
    """
    if text[start] != " " or end - start > _LONGEST or text.find("\t", line, row.end) >= 0:
        return None
    rest = trimmed(text, start, end, 0)
    if len(row.cells) < _TABLE and not text[rest.start].islower():
        return None
    aside = [abs(rest.start - start - (cell.start - line)) for cell in row.cells]
    column = aside.index(min(aside))
    is_last = column == len(aside) - 1
    is_alone = is_last or _GAP.search(text, rest.start, end) is None
    return column if column and aside[column] <= _ASIDE and is_alone else None


def _with_rest(text: str, row: Row, end: int) -> Row:
    """Return a row whose last cell ends at ``end``, unless that holds two."""
    last = row.cells[-1]
    if end - last.start > _LONGEST:
        return row
    if _DOUBLE in text[last.start : last.end].rpartition("\n")[2].strip():
        return row
    return longer(row, end)


def _placed(text: str, start: int, row: Row, edges: list[int]) -> Row:
    """Return a row that lacks cells with each in the column under whose edge it stands."""
    if len(row.cells) in {1, len(edges)} or text.find("\t", start, row.end) >= 0:
        return row
    row = _parted(text, start, row, edges)
    if len(row.cells) >= len(edges):
        return row
    cells: list[Cell] = []
    for left, cell in zip(range(len(row.cells) - 1, -1, -1), row.cells, strict=True):
        first = cells[-1].column + 1 if cells else 0
        aside = [abs(edge - (cell.start - start)) for edge in edges[: len(edges) - left]]
        column = aside.index(min(aside[first:]), first)
        cells.append(replace(cell, column=column))
    return Row(tuple(cells))


def _parted(text: str, start: int, row: Row, edges: list[int]) -> Row:
    """Return a row with its cells parted where two blanks stand before the edge of a column."""
    places: list[Line] = []
    for cell in row.cells:
        begin = cell.start
        inner = slice(bisect_right(edges, begin - start), bisect_left(edges, cell.end - start))
        for at in (start + edge for edge in edges[inner]):
            if text[at - 2 : at] == _DOUBLE and text[at] != " ":
                places.append((begin, at))
                begin = at
        places.append((begin, cell.end))
    return Row(tuple(trimmed(text, *place, at) for at, place in enumerate(places)))


def _columns(text: str, start: int, end: int) -> Row | None:
    if end - start > _LONGEST or text.find("|", start, end) >= 0:
        return None
    cells: list[Cell] = []
    first = start
    for gap in _GAP.finditer(text, start, end):
        cells.append(trimmed(text, first, gap.start(), len(cells)))
        first = gap.end()
    if not cells:
        return None
    cells.append(trimmed(text, first, end, len(cells)))
    return Row(tuple(cells))
