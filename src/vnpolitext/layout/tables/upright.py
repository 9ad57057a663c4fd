"""Tables that hold their records in another way, turned so that each row is one record."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from vnpolitext.layout.tables.columns import cell_kind, label_kind
from vnpolitext.layout.tables.grid import Cell, Grid, Row
from vnpolitext.layout.tables.signed import signatures_in

_WANTED: Final = frozenset({"name", "office"})
_MOST_COLUMNS: Final = 12
_SHARE: Final = 0.5
_FEWEST: Final = 2
_TALLEST: Final = 4


def turned(text: str, grid: Grid) -> Grid:
    r"""Return a table with one record a row, which may have been written one column a record.

    A label that comes again in one column begins another record. Where the heads of the columns
    come again, each row has several records. Of a block of signature each who signs has a row, with
    the lines above the name. Where names fill a row in every two to four, what
    stands above and below a name is told of it. Any other table that has no labels of names and
    offices in its first column is returned as it is.

    >>> from vnpolitext.layout.tables import find_grids
    >>> page = "Họ tên: Lò Văn An\nChức vụ: Bí thư\nHọ tên: Mùa A Sơn\nChức vụ: Phó Bí thư"
    >>> table = turned(page, find_grids(page)[0])
    >>> table.told, [[page[c.start : c.end] for c in row.cells] for row in table.rows]
    (('name', 'office'), [['Lò Văn An', 'Bí thư'], ['Mùa A Sơn', 'Phó Bí thư']])
    """
    if (signed := signatures_in(text, grid)) is not None:
        return signed
    heads = [text[row.cells[0].start : row.cells[0].end] for row in grid.rows]
    labels = [" ".join(head.lower().split()) for head in heads]
    kinds = {label: label_kind(head) for label, head in zip(labels, heads, strict=True)}
    known = sum(kinds[label] is not None for label in labels)
    if not _WANTED.issubset(kinds.values()) or known < _SHARE * len(labels):
        return _side_by_side(text, grid) or _about_names(text, grid) or grid
    columns = {label: number for number, label in enumerate(kinds)}
    rows = [
        record
        for at in range(1, min(_MOST_COLUMNS, max(len(row.cells) for row in grid.rows)))
        for record in _records(grid, labels, columns, at)
    ]
    return Grid(grid.kind, tuple(rows), told=tuple(kinds.values())) if rows else grid


def _side_by_side(text: str, grid: Grid) -> Grid | None:
    """Return a table with one record a row of which each row has several, heads and all."""
    heads = [text[cell.start : cell.end].lower() for cell in grid.rows[0].cells]
    width = heads.index(heads[0], 1) if heads.count(heads[0]) > 1 else len(heads)
    kinds = tuple(map(label_kind, heads[:width]))
    if heads != heads[:width] * (len(heads) // width) or len(heads) == width:
        return None
    if not _WANTED.issubset(kinds):
        return None
    parts = [
        row.cells[first : first + width]
        for row in grid.rows[1:]
        for first in range(0, len(row.cells), width)
    ]
    rows = [
        Row(tuple(replace(cell, column=at) for at, cell in enumerate(cells)))
        for cells in parts
        if any(cell.start < cell.end for cell in cells)
    ]
    return Grid(grid.kind, tuple(rows), told=kinds) if rows else None


def _about_names(text: str, grid: Grid) -> Grid | None:
    """Return a table with one record a row of which each has a column, about the name in it."""
    width = len(grid.rows[0].cells)
    if width < _FEWEST or any(len(row.cells) != width for row in grid.rows[:_TALLEST]):
        return None
    named = [number for number, row in enumerate(grid.rows) if _has_names(text, row)]
    period = len(grid.rows) // len(named) if named else 0
    if not _FEWEST <= period <= _TALLEST or named[-1] >= len(grid.rows) // period * period:
        return None
    if [number % period for number in named] != [named[0]] * (len(grid.rows) // period):
        return None
    told = ["office"] * period
    told[named[0]] = "name"
    rows = []
    for top in range(0, len(named) * period, period):
        lines = grid.rows[top : top + period]
        if any(len(row.cells) != width for row in lines):
            return None
        for column in range(width):
            cells = [replace(row.cells[column], column=at) for at, row in enumerate(lines)]
            rows.append(Row(tuple(cells)))
    return Grid(grid.kind, tuple(rows), told=tuple(told))


def _has_names(text: str, row: Row) -> bool:
    """Return whether a name fills each cell of a row."""
    return all(cell_kind(text[cell.start : cell.end]) == "name" for cell in row.cells)


def _records(grid: Grid, labels: list[str], columns: dict[str, int], at: int) -> list[Row]:
    """Return the records that one column of a table holds, one below the other."""
    records: list[dict[int, Cell]] = [{}]
    for label, row in zip(labels, grid.rows, strict=True):
        if columns[label] in records[-1]:
            records.append({})
        cell = row.cells[at] if at < len(row.cells) else None
        if cell is not None and cell.start < cell.end:
            records[-1][columns[label]] = Cell(cell.start, cell.end, columns[label])
    return [
        Row(tuple(sorted(record.values(), key=lambda cell: cell.start)))
        for record in records
        if record
    ]
