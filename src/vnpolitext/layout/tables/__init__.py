"""Tables as they are written in plain text: rows of cells, with offsets, whatever the writing."""

from collections.abc import Callable, Iterator

from vnpolitext.errors import expect_text
from vnpolitext.layout.tables.bars import with_bars
from vnpolitext.layout.tables.cell_lines import with_lines
from vnpolitext.layout.tables.columns import (
    LONGEST_CELL,
    column_heads,
    find_nameless,
    holds_data,
    read_columns,
)
from vnpolitext.layout.tables.fields import with_fields
from vnpolitext.layout.tables.gaps import with_gaps
from vnpolitext.layout.tables.grid import Cell, Grid, GridIndex, Row
from vnpolitext.layout.tables.headed import with_heads, without_heads
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
    "find_nameless",
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
    found = list(with_heads(text))
    writings: list[Callable[[str], Iterator[Grid]]] = []
    if "|" in text:
        writings.append(with_bars)
    if "\t" in text or "   " in text:
        writings.append(with_gaps)
    if "<t" in text or "<T" in text:
        writings.append(with_marks)
    if '","' in text or '";' in text or '":' in text or '", "' in text or '" :' in text:
        writings.append(with_quotes)
    if "&" in text or ";" in text:
        writings.append(without_heads)
    for write in (*writings, with_lines, with_fields):
        known = GridIndex(found)
        found += [grid for grid in write(text) if known.on(grid.start, grid.end) is None]
        found.sort(key=lambda grid: grid.start)
    return found
