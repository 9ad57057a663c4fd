"""Cells made whole: each on one line, cells in columns on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.tables.grid import Cell, Grid
from vnpolitext.layout.wrapping import put
from vnpolitext.text.patterns import lazy_pattern

_ENDS: Final = ".!?:;,|)"
JOINED: Final = "\x1f"
"""What stands for the blanks before a line on which a cell goes on under itself."""
_WIDE: Final = "     "
_GAP: Final = lazy_pattern(rf"(?<=\S){_WIDE} *+(?=\S)")
_CLOSING: Final = lazy_pattern(r"(?:</[^<>\n]{1,20}>)*+")
_LONGEST_MARK: Final = 300
_BLANKS: Final = lazy_pattern(" *+")
_FULL: Final = 3  # words of a name with its middle name
_REACH: Final = 2000  # of a cell of many lines, not all is looked at for each


def part_cells(text: str, grids: Sequence[Grid]) -> str:
    r"""Return ``text`` with each cell on one line, and cells in columns on lines of their own.

    The length stays: blanks under which a cell goes on are ``JOINED``. Breaks inside a cell stay
    where a new item, a remark or a line in capitals begins.
    """
    places: dict[int, str] = {}
    for grid in grids:
        in_columns = grid.kind == "columns"
        places |= _bars(text, grid) if grid.kind == "html" else {}
        for row in grid.rows:
            if in_columns:
                places |= {cell.end: "\n" for cell in row.cells[:-1]}
            for cell in row.cells[-1:] if in_columns else row.cells:
                places |= _inside(text, cell, in_columns=in_columns)
    return put(text, sorted(places.items()))


def _bars(text: str, grid: Grid) -> dict[int, str]:
    """Return what takes the places of the marks of HTML around cells: bars, and breaks at rows."""
    places: dict[int, str] = {}
    done = _opening(text, grid.start)
    for row in grid.rows:
        mark = "\n"
        for cell in row.cells:
            places |= _cleared(done, cell.start, mark)
            mark = " "
            done = cell.end
    closing = _CLOSING.match(text, done)
    return places | _cleared(done, closing.end() if closing else done, " ")


def _opening(text: str, start: int) -> int:
    """Return where the last mark of HTML before a cell begins."""
    begin = text.rfind("<", max(0, start - _LONGEST_MARK), start)
    return begin if begin >= 0 and text[start - 1] == ">" else start


def _cleared(start: int, end: int, mark: str) -> dict[int, str]:
    """Return a bar, a mark behind it and what stands for no character, for a stretch."""
    return dict(zip(range(start, end), f"|{mark}{JOINED * (end - start)}", strict=False))


def _inside(text: str, cell: Cell, *, in_columns: bool) -> dict[int, str]:
    """Return what takes the places of the breaks and wide gaps inside a cell."""
    places: dict[int, str] = {}
    at = text.find("\n", cell.start, cell.end)
    while at >= 0:
        if _goes_on(text, cell, at):
            places[at] = " "
            places |= _joined(text, at + 1) if in_columns else {}
        at = text.find("\n", at + 1, cell.end)
    inner = text[cell.start : cell.end]
    for gap in _GAP.finditer(text, cell.start, cell.end) if in_columns and _WIDE in inner else ():
        places |= _joined(text, gap.start() + 1)
    return places


def _joined(text: str, start: int) -> dict[int, str]:
    """Return what takes the places of the blanks from ``start`` on."""
    blanks = _BLANKS.match(text, start)
    return dict.fromkeys(range(start, blanks.end() if blanks else start), JOINED)


def _goes_on(text: str, cell: Cell, at: int) -> bool:
    """Return whether the line after the break at ``at`` goes on with the one before.

    Two full names do not. In capitals a single word goes with the line above, the first one with
    the line below.
    """
    above, _, before = text[max(cell.start, at - _REACH) : at].rstrip().rpartition("\n")
    after = text[at + 1 : min(at + _REACH, cell.end)].partition("\n")[0].lstrip()
    if not before or not after or not after[0].isalpha() or before[-1] in _ENDS:
        return False
    if after[0].islower() or not (before.isupper() or after.isupper()):
        return not (_is_full_name(before) and _is_full_name(after))
    if not before.isupper() or not after.isupper():
        return False
    if after.isalpha():
        return after.lower() not in phrases().open_words
    first = not above.rpartition("\n")[2].isupper() or before.lower() in phrases().open_words
    return before.isalpha() and first


def _is_full_name(line: str) -> bool:
    return is_name(line) and len(line.split()) >= _FULL
