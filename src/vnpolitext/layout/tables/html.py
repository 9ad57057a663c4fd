"""Rows in the marks of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from vnpolitext.layout.tables.grid import Cell, Grid, Row, trimmed
from vnpolitext.text.patterns import lazy_pattern

_MARKS: Final = lazy_pattern(r"<(/?)(table|tr|td|th)\b([^<>]{0,200})>", re.IGNORECASE)
_SPAN: Final = lazy_pattern(r"(row|col)span\s?=\s?[\"']?\s?(\d{1,3})", re.IGNORECASE)
_WIDEST: Final = 200


def with_marks(text: str) -> Iterator[Grid]:
    """Yield the tables in marks of HTML, cells that span rows or columns in their places."""
    rows: list[Row] = []
    cells: list[Cell] = []
    taken: dict[int, int] = {}
    opened, attributes = -1, ""
    for mark in _MARKS.finditer(text):
        closing, name = bool(mark[1]), mark[2].lower()
        if opened >= 0:
            cells.append(_cell(trimmed(text, opened, mark.start(), 0), cells, taken, attributes))
            opened = -1
        if name in {"td", "th"} and not closing:
            opened, attributes = mark.end(), mark[3]
        if name in {"tr", "table"}:
            if cells:
                rows.append(Row(tuple(cells), has_bar=True))
                taken = _below(taken, cells)
                cells = []
            if name == "table" and rows:
                yield Grid("html", tuple(rows))
                rows, taken = [], {}
    if opened >= 0:
        cells.append(_cell(trimmed(text, opened, len(text), 0), cells, taken, attributes))
    if cells:
        rows.append(Row(tuple(cells), has_bar=True))
    if rows:
        yield Grid("html", tuple(rows))


def _cell(cell: Cell, before: list[Cell], taken: dict[int, int], attributes: str) -> Cell:
    """Return a cell in the first free column, with the rows and columns that it spans."""
    column = before[-1].column + before[-1].columns if before else 0
    while taken.get(column):
        column += 1
    if column >= _WIDEST:
        return replace(cell, column=column)
    told = {found[1].lower(): int(found[2]) for found in _SPAN.finditer(attributes)}
    rows, columns = max(1, told.get("row", 1)), min(_WIDEST, max(1, told.get("col", 1)))
    return replace(cell, column=column, rows=rows, columns=columns)


def _below(taken: dict[int, int], cells: list[Cell]) -> dict[int, int]:
    """Return for how many rows more each column is taken by a cell above."""
    left = {column: rows - 1 for column, rows in taken.items() if rows > 1}
    for cell in cells:
        if cell.rows > 1:
            left |= dict.fromkeys(range(cell.column, cell.column + cell.columns), cell.rows - 1)
    return left
