"""Columns parted by tabs or by wide gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from vnpolitext.layout.tables.grid import FEWEST, Cell, Grid, Row, paragraphs, trimmed
from vnpolitext.text.patterns import lazy_pattern

_GAP: Final = lazy_pattern(r"\t[ \t]*+|(?<=\S)[ ]{3,}+(?=\S)")


def with_gaps(text: str) -> Iterator[Grid]:
    """Yield the tables in columns: at least two lines with the usual count of cells."""
    for lines in paragraphs(text):
        run: list[tuple[int, Row]] = []
        for start, end in lines:
            row = _columns(text, start, end)
            if row is not None:
                run.append((start, row))
                continue
            yield from _column_grid(text, run)
            run = []
        yield from _column_grid(text, run)


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
    cells: list[Cell] = []
    for left, cell in zip(range(len(row.cells) - 1, -1, -1), row.cells, strict=True):
        first = cells[-1].column + 1 if cells else 0
        aside = [abs(edge - (cell.start - start)) for edge in edges[: len(edges) - left]]
        column = aside.index(min(aside[first:]), first)
        cells.append(replace(cell, column=column))
    return Row(tuple(cells))


def _columns(text: str, start: int, end: int) -> Row | None:
    if end - start > 2000 or text.find("|", start, end) >= 0:
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
