"""Rows in the marks of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from vnpolitext.layout.tables.grid import Cell, Grid, Line, Row, trimmed
from vnpolitext.text.patterns import lazy_pattern

_MARKS: Final = lazy_pattern(
    r"<(/?)(table|tr|td|th|tbody|thead|tfoot)\b([^<>]{0,200})>", re.IGNORECASE
)
_SPAN: Final = lazy_pattern(r"(row|col)span\s?=\s?[\"']?\s?(\d{1,3})", re.IGNORECASE)
_WIDEST: Final = 200


@dataclass(slots=True)
class Marked:
    """A table in marks of HTML.

    Attributes:
        marks: Where its marks stand.
        holds: Whether another table stands in a cell of it.
    """

    marks: list[Line] = field(default_factory=list)
    holds: bool = False
    _rows: list[Row] = field(default_factory=list)
    _cells: list[Cell] = field(default_factory=list)
    _taken: dict[int, int] = field(default_factory=dict)
    _opened: int = -1
    _first_inner: int = -1
    _attributes: str = ""

    @property
    def in_cell(self) -> bool:
        """Whether a cell has begun and not ended."""
        return self._opened >= 0

    @property
    def grid(self) -> Grid | None:
        """The rows that have ended, if there are any."""
        return Grid("html", tuple(self._rows)) if self._rows else None

    def enter(self, at: int) -> None:
        """Note that a table in the cell that has begun opens at ``at``."""
        self._first_inner = at if self._first_inner < 0 else self._first_inner

    def open_cell(self, at: int, attributes: str) -> None:
        """Begin a cell at ``at``."""
        self._opened, self._attributes = at, attributes

    def close_cell(self, text: str, end: int) -> None:
        """End the cell that has begun, if one has."""
        if self._opened < 0:
            return
        self.holds = self.holds or self._first_inner >= 0
        cell = trimmed(text, self._opened, end, 0)
        self._cells.append(_placed(cell, self._cells, self._taken, self._attributes))
        self._opened = self._first_inner = -1

    def close_row(self) -> None:
        """End the row that has begun, if it has cells."""
        if self._cells:
            self._rows.append(Row(tuple(self._cells), has_bar=True))
            self._taken = _below(self._taken, self._cells)
            self._cells = []

    def cut(self, text: str, end: int) -> Marked:
        """End a table that nothing closes: it ends where the first table in its last cell opens."""
        inner, self._first_inner = self._first_inner, -1
        self.close_cell(text, inner if inner >= 0 else end)
        self.close_row()
        return self


def with_marks(text: str) -> Iterator[Grid]:
    """Yield the tables in marks of HTML that hold no others."""
    for table in marked_tables(text):
        if table.grid is not None and not table.holds:
            yield table.grid


def marked_tables(text: str) -> Iterator[Marked]:
    """Yield the tables in marks of HTML, cells that span rows or columns in their places.

    A table that stands in a cell of another comes before it. Marks of rows may stand in no table.
    """
    open_ = [Marked()]
    for mark in _MARKS.finditer(text):
        closing, name, table = bool(mark[1]), mark[2].lower(), open_[-1]
        if name == "table" and not closing:
            if table.in_cell and len(open_) > 1:
                table.enter(mark.start())
            elif len(open_) == 1:
                yield table.cut(text, mark.start())
                open_[0] = Marked()
            table = Marked()
            open_.append(table)
        elif name in {"td", "th"} and not closing:
            table.close_cell(text, mark.start())
            table.open_cell(mark.end(), mark[3])
        else:
            table.close_cell(text, mark.start())
        table.marks.append(mark.span())
        if name in {"tr", "table"}:
            table.close_row()
        if name == "table" and closing:
            yield open_.pop()
            open_ = open_ or [Marked()]
    for table in reversed(open_):
        yield table.cut(text, len(text))


def _placed(cell: Cell, before: list[Cell], taken: dict[int, int], attributes: str) -> Cell:
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
