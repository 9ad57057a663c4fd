"""Tables at the end of a document, in which who signs stands beside who gets it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.tables import Grid, GridIndex
from vnpolitext.layout.tables.columns import cell_kind
from vnpolitext.layout.tables.grid import Line
from vnpolitext.layout.tables.signed import signatures_in

_SIGNATURE: Final = "signature"
_RECIPIENTS: Final = "recipients"
_ORNAMENT: Final = " *_("
_LOUD: Final = 2


class Signing:
    """The cells of these tables, each with its part of the document, in folded offsets."""

    def __init__(self, text: str, grids: GridIndex, recipients: list[Line]) -> None:
        """Find them among the tables of a text."""
        found = [cell for grid in grids for cell in _cells(text, grid, recipients)]
        self._cells = sorted(found)
        self._starts = [start for start, _, _ in self._cells]

    def on(self, start: int, end: int) -> bool:
        """Whether something of them stands between two places."""
        number = bisect_right(self._starts, end - 1) - 1
        return number >= 0 and start < self._cells[number][1]

    def between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return start, end and part of what stands in each cell between two places."""
        at = max(0, bisect_right(self._starts, start) - 1)
        stop = bisect_left(self._starts, end)
        return [
            (max(first, start), min(last, end), part)
            for first, last, part in self._cells[at:stop]
            if last > start
        ]


def _cells(text: str, grid: Grid, recipients: list[Line]) -> Iterator[tuple[int, int, str]]:
    heads = [start for start, _ in recipients if grid.start <= start < grid.end]
    is_signed = signatures_in(text, grid) is not None
    if not heads and not is_signed:
        return
    rows = [row for row in grid.rows if is_signed or row.end > heads[0]]
    cells = [cell for row in rows for cell in row.cells if cell.start < cell.end]
    listing = {cell.column for cell in cells if _lists(text[cell.start : cell.end])}
    signing = {c.column for c in cells if _signs(text[c.start : c.end])} - listing
    if not signing:
        return
    other = _RECIPIENTS if listing else _SIGNATURE
    for cell in cells:
        yield cell.start, cell.end, _SIGNATURE if cell.column in signing else other


def _lists(cell: str) -> bool:
    """Whether a cell begins with the words over those who get the document."""
    words = " ".join(cell.strip(_ORNAMENT).lower().split())
    return words.startswith(phrases().recipients)


def _signs(cell: str) -> bool:
    """Whether a cell names who signs, or begins with the office or body of who does."""
    bare = cell.strip(_ORNAMENT)
    first = bare.split()[:_LOUD]
    loud = len(first) == _LOUD and all(map(str.isupper, first))
    return (
        loud or cell_kind(bare) == "name" or bare.lower().startswith(phrases().signature_prefixes)
    )
