"""Tables as they are written in plain text: rows of cells, with offsets, whatever the writing."""

from vnpolitext.errors import expect_text
from vnpolitext.layout.tables.bars import with_bars
from vnpolitext.layout.tables.cell_lines import with_lines
from vnpolitext.layout.tables.columns import LONGEST_CELL, column_heads, holds_data, read_columns
from vnpolitext.layout.tables.fields import with_fields
from vnpolitext.layout.tables.gaps import with_gaps
from vnpolitext.layout.tables.grid import Cell, Grid, GridIndex, Row
from vnpolitext.layout.tables.html import with_marks
from vnpolitext.layout.tables.quoted import with_quotes
from vnpolitext.layout.tables.upright import turned

__all__ = [
    "LONGEST_CELL",
    "Cell",
    "Grid",
    "GridIndex",
    "Row",
    "column_heads",
    "find_grids",
    "holds_data",
    "read_columns",
    "turned",
]


def find_grids(text: str) -> list[Grid]:
    r"""Return the tables of a text in its order.

    >>> [grid] = find_grids("Họ tên | Chức vụ\n---|---\nLò Văn An | Bí thư\nHuyện ủy\n")
    >>> [[("Họ tên | Chức vụ\n---|---\nLò Văn An | Bí thư\nHuyện ủy\n")[c.start : c.end]
    ...   for c in row.cells] for row in grid.rows]
    [['Họ tên', 'Chức vụ'], ['Lò Văn An', 'Bí thư\nHuyện ủy']]
    """
    expect_text(text)
    found: list[Grid] = []
    if "|" in text:
        found += with_bars(text)
    if "\t" in text or "   " in text:
        found += with_gaps(text)
    if "<t" in text or "<T" in text:
        found += with_marks(text)
    if '","' in text or '";' in text or '":' in text or '", "' in text or '" :' in text:
        found += with_quotes(text)
    for write in (with_lines, with_fields):
        found.sort(key=lambda grid: grid.start)
        known = GridIndex(found)
        found += [grid for grid in write(text) if known.on(grid.start, grid.end) is None]
    return sorted(found, key=lambda grid: grid.start)
