"""Tables of HTML pages: their rows, and what they are made for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.grid import Cell, Row
from vnpolitext.text.patterns import lazy_pattern

_WIDEST: Final = 64
_TALLEST: Final = 2000
_LINE: Final = lazy_pattern(r"border(?:-\w+)?:[^;]{0,40}(?:solid|double|dotted)")
_CAPTION: Final = 500


def rows_of(table: Any) -> Iterator[tuple[Row, list[Any]]]:
    """Yield the rows of a table with the element of each cell, ``None`` for one from above."""
    above: dict[int, int] = {}
    for element in _row_elements(table):
        row = Row([])
        cells: list[Any] = []
        column = 0
        for child in element:
            if child.tag not in ("td", "th"):
                continue
            column = _fill(row, cells, above, column)
            span = _count(child.get("colspan"), _WIDEST)
            tall = _count(child.get("rowspan"), _TALLEST)
            row.cells.append(Cell([], span))
            cells.append(child)
            if tall > 1:
                above |= dict.fromkeys(range(column, column + span), tall)
            column += span
        _fill(row, cells, above, column)
        above = {at: left - 1 for at, left in above.items() if left > 1}
        yield row, cells


def is_drawn(table: Any) -> bool:
    """Whether a table has lines around its cells; those of tables in them do not count."""
    if (table.get("border") or "0").strip() not in ("", "0", "0px"):
        return True
    drawn = 0
    for cell in (table, *(cell for row in _row_elements(table) for cell in row)):
        style = (cell.get("style") or "").lower()
        if "border" in style and _LINE.search(style):
            drawn += 1
    return drawn > 1


def is_picture(table: Any, rows: list[Row], named: frozenset[str]) -> bool:
    """Whether a table holds a picture and the words under it."""
    cells = [cell for row in rows for cell in row.cells if cell.lines]
    short = len(cells) <= 2 and sum(len(line) for cell in cells for line in cell.lines) < _CAPTION
    return short and (bool(named) or next(table.iter("img"), None) is not None)


def _row_elements(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _fill(row: Row, cells: list[Any], above: dict[int, int], column: int) -> int:
    """Leave empty what a cell from above takes; in the row it begins in, nothing."""
    while above.get(column, 0) and column < _WIDEST:
        row.cells.append(Cell())
        cells.append(None)
        column += 1
    return column


def _count(value: str | None, largest: int) -> int:
    return min(max(whole(value, 1), 1), largest)
