"""Cells made whole: each on one line, cells in columns on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.tables.grid import Cell, Grid
from vnpolitext.layout.wrapping import put

_ENDS: Final = ".!?:;,|)"
_REACH: Final = 2000  # of a cell of many lines, not all is looked at for each


def part_cells(text: str, grids: Sequence[Grid]) -> str:
    r"""Return ``text`` with each cell on one line, and cells in columns on lines of their own.

    The length stays. Breaks inside a cell stay where a new item, a remark or a line in capitals
    begins.
    """
    places: dict[int, str] = {}
    for grid in grids:
        for row in grid.rows:
            if grid.kind == "columns":
                places |= {cell.end: "\n" for cell in row.cells[:-1]}
                continue
            for cell in row.cells:
                at = text.find("\n", cell.start, cell.end)
                while at >= 0:
                    if _goes_on(text, cell, at):
                        places[at] = " "
                    at = text.find("\n", at + 1, cell.end)
    return put(text, sorted(places.items()))


def _goes_on(text: str, cell: Cell, at: int) -> bool:
    """Return whether the line after the break at ``at`` goes on with the one before.

    In capitals a single word goes with the line above, the first one with the line below.
    """
    above, _, before = text[max(cell.start, at - _REACH) : at].rstrip().rpartition("\n")
    after = text[at + 1 : min(at + _REACH, cell.end)].partition("\n")[0].lstrip()
    if not before or not after or not after[0].isalpha() or before[-1] in _ENDS:
        return False
    if after[0].islower() or not (before.isupper() or after.isupper()):
        return True
    if not before.isupper() or not after.isupper():
        return False
    if after.isalpha():
        return after.lower() not in phrases().open_words
    first = not above.rpartition("\n")[2].isupper() or before.lower() in phrases().open_words
    return before.isalpha() and first
