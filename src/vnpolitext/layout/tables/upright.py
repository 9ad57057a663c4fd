"""Tables whose lines are the fields of records, turned so that each row is one record."""

from __future__ import annotations

from typing import Final

from vnpolitext.layout.tables.columns import label_kind
from vnpolitext.layout.tables.grid import Cell, Grid, Row

_WANTED: Final = frozenset({"name", "office"})
_MOST_COLUMNS: Final = 12
_SHARE: Final = 0.5


def turned(text: str, grid: Grid) -> Grid:
    r"""Return a table with one record a row, which may have been written one column a record.

    A label that comes again in one column begins another record. A table whose first column has no
    labels of names and offices is returned as it is.

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
        return grid
    columns = {label: number for number, label in enumerate(kinds)}
    rows = [
        record
        for at in range(1, min(_MOST_COLUMNS, max(len(row.cells) for row in grid.rows)))
        for record in _records(grid, labels, columns, at)
    ]
    return Grid(grid.kind, tuple(rows), told=tuple(kinds.values())) if rows else grid


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
