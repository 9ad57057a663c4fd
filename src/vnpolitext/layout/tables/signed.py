"""Blocks of signature in a table: in each column the lines of one who signs, the name the last."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.tables.columns import cell_kind, head_kind
from vnpolitext.layout.tables.grid import FEWEST, Cell, Grid, Row
from vnpolitext.models import per_choice
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation

_MOST_ROWS: Final = 16


def signatures_in(text: str, grid: Grid) -> Grid | None:
    r"""Return a block of signature with a row for each who signs, ``None`` where a table is none.

    A row has the lines above the name in its column, which are in capitals, and the name. What
    delegates, says that it was signed or who gets the document must stand in the table.

    >>> from vnpolitext.layout.tables import find_grids
    >>> page = "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Như trên;\tBÍ THƯ\n- Lưu: VT.\tLò Văn An"
    >>> [row] = signatures_in(page, find_grids(page)[0]).rows
    >>> [page[cell.start : cell.end] for cell in row.cells]
    ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Lò Văn An']
    """
    if not FEWEST <= len(grid.rows) <= _MOST_ROWS:
        return None
    if _cue().search(text[grid.start : grid.end].lower()) is None:
        return None
    columns: dict[int, list[Cell]] = {}
    for row in grid.rows:
        for cell in row.cells:
            if cell.start < cell.end:
                columns.setdefault(cell.column, []).append(cell)
    signed = [cells for cells in columns.values() if _is_signed(text, cells)]
    if not signed:
        return None
    width = max(map(len, signed))
    told = ("office",) * (width - 1) + ("name",)
    rows = []
    for cells in signed:
        first = cells[0].start
        gap = [Cell(first, first, at) for at in range(width - len(cells))]
        rows.append(
            Row((*gap, *(Cell(c.start, c.end, len(gap) + at) for at, c in enumerate(cells))))
        )
    return Grid(grid.kind, tuple(rows), told=told)


def _is_signed(text: str, cells: list[Cell]) -> bool:
    *above, last = (text[cell.start : cell.end].strip(" *_") for cell in cells)
    if not above or cell_kind(last) != "name":
        return False
    loud = [line for line in above if line.isupper()]
    others = [line for line in above if not line.isupper() and not line.startswith("(")]
    return bool(loud) and not others and not any(map(head_kind, loud))


@per_choice
def _cue() -> re.Pattern[str]:
    """Return what begins a line of a block of signature, or of the recipients beside it."""
    known = phrases()
    marks = alternation([*known.delegations, *known.recipients, *known.signed], begin=True)
    return lazy_pattern(rf"{marks}(?!\w)")
