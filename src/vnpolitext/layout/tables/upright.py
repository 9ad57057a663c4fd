"""Tables that hold their records in another way, turned so that each row is one record."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from vnpolitext.layout.tables.columns import label_kind
from vnpolitext.layout.tables.grid import Cell, Grid, Row

_WANTED: Final = frozenset({"name", "office"})
_MOST_COLUMNS: Final = 12
_SHARE: Final = 0.5


def turned(text: str, grid: Grid) -> Grid:
    r"""Return a table with one record a row, which may have been written one column a record.

    A label that comes again in one column begins another record. Where the heads of the columns
    come again, each row has several records. A table that has no labels of names and offices in its
    first column is returned as it is otherwise.

    >>> from vnpolitext.layout.tables import find_grids
    >>> page = "Họ tên: Lò Văn An\nChức vụ: Bí thư\nHọ tên: Mùa A Sơn\nChức vụ: Phó Bí thư"
    >>> table = turned(page, find_grids(page)[0])
    >>> table.told, [[page[c.start : c.end] for c in row.cells] for row in table.rows]
    (('name', 'office'), [['Lò Văn An', 'Bí thư'], ['Mùa A Sơn', 'Phó Bí thư']])
    """
    heads = [text[row.cells[0].start : row.cells[0].end] for row in grid.rows]
    labels = [" ".join(head.lower().split()) for head in heads]
    kinds = {label: label_kind(head) for label, head in zip(labels, heads, strict=True)}
    known = sum(kinds[label] is not None for label in labels)
    if not _WANTED.issubset(kinds.values()) or known < _SHARE * len(labels):
        return _side_by_side(text, grid)
    columns = {label: number for number, label in enumerate(kinds)}
    rows = [
        record
        for at in range(1, min(_MOST_COLUMNS, max(len(row.cells) for row in grid.rows)))
        for record in _records(grid, labels, columns, at)
    ]
    return Grid(grid.kind, tuple(rows), told=tuple(kinds.values())) if rows else grid


def _side_by_side(text: str, grid: Grid) -> Grid:
    """Return a table with one record a row of which each row may have several, heads and all."""
    heads = [text[cell.start : cell.end].lower() for cell in grid.rows[0].cells]
    width = heads.index(heads[0], 1) if heads.count(heads[0]) > 1 else len(heads)
    kinds = tuple(map(label_kind, heads[:width]))
    if heads != heads[:width] * (len(heads) // width) or len(heads) == width:
        return grid
    if not _WANTED.issubset(kinds):
        return grid
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
    return Grid(grid.kind, tuple(rows), told=kinds) if rows else grid


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
