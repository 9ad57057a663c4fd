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
_DOUBLE: Final = "  "


def with_gaps(text: str) -> Iterator[Grid]:
    """Yield the tables in columns: at least two lines with the usual count of cells."""
    for lines in _stretches(text):
        run: list[tuple[int, Row]] = []
        for start, end in lines:
            column = _column_of_rest(text, *run[-1], start, end) if run else None
            if column is not None:
                line, row = run[-1]
                run[-1] = (
                    line,
                    _with_rest(text, row, end) if column == row.cells[-1].column else row,
                )
            elif (found := _columns(text, start, end)) is not None:
                run.append((start, found))
            else:
                yield from _column_grid(text, run)
                run = []
        yield from _column_grid(text, run)


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


def _column_grid(text: str, run: list[tuple[int, Row]]) -> Iterator[Grid]:
    if len(run) < FEWEST:
        return
    from statistics import multimode

    usual = multimode(len(row.cells) for _, row in run)[0]
    whole = [(line, row) for line, row in run if len(row.cells) == usual]
    if usual < FEWEST or len(whole) * 2 < len(run):
        return
    line, row = whole[0]
    edges = [cell.start - line for cell in row.cells]
    yield Grid("columns", tuple(_placed(text, start, row, edges) for start, row in run))


def _placed(text: str, start: int, row: Row, edges: list[int]) -> Row:
    """Return a row that lacks cells with each in the column under whose edge it stands."""
    if len(row.cells) >= len(edges) or text.find("\t", start, row.end) >= 0:
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
    filled = sum(cell.start < cell.end for cell in cells)
    return Row(tuple(cells)) if filled >= FEWEST else None
