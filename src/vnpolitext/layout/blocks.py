"""The blocks of a page: runs of lines with one role, and the rows and cells of its tables."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from vnpolitext.layout.frames import Frames
from vnpolitext.layout.lines import Unit, with_emphasis
from vnpolitext.layout.parts import Signing
from vnpolitext.layout.records import Block
from vnpolitext.layout.tables import Cell, Grid, GridIndex, read_columns
from vnpolitext.layout.wrapping import begins_item
from vnpolitext.text import View

_PUBLIC: Final = {
    **dict.fromkeys(("chrome", "rule", "site"), "boilerplate"),
    "letterhead": "byline",
    "recipients": "signature",
}
_MERGED: Final = frozenset({"boilerplate", "table", "byline", "signature", "title"})


# Start, end, kind and part of units that make one block, and the table they are.
_Run = tuple[int, int, str, str, Grid | None]


def make_blocks(
    view: View,
    marked: Iterable[tuple[Unit, str, str]],
    tables: GridIndex,
    signing: Signing,
    frames: Frames,
) -> tuple[Block, ...]:
    """Return the blocks of a page, tables with their rows and cells.

    Args:
        view: The view of the text.
        marked: The units, each with its kind and its part.
        tables: The tables among them.
        signing: Those in which the document is signed.
        frames: The tables around them.
    """
    source = view.source
    blocks: list[Block] = []
    read: dict[int, _Rows] = {}
    for start, end, kind, part, grid in _runs(view, marked, tables, signing, frames):
        table = len(blocks)
        blocks.append(Block(start, end, source[start:end], kind, part))
        if grid is not None:
            if id(grid) not in read:
                read[id(grid)] = _Rows(view, grid)
            _add_rows(blocks, view, read[id(grid)], table)
    return tuple(blocks)


def _runs(
    view: View,
    marked: Iterable[tuple[Unit, str, str]],
    tables: GridIndex,
    signing: Signing,
    frames: Frames,
) -> Iterator[_Run]:
    source = view.source
    run: _Run | None = None
    loud = False
    for unit, own, part in marked:
        kind = _PUBLIC.get(own, own)
        if kind == "signature" and signing.on(unit.head.first, unit.tail.last):
            yield from () if run is None else (run,)
            run = None
            for first, last, place in signing.between(unit.head.first, unit.tail.last):
                yield *with_emphasis(source, *view.span(first, last)), kind, place, None
            continue
        grid = tables.on(unit.head.first, unit.head.last) if kind == "table" else None
        if run is not None:
            start, end, before, place, over = run
            if before == kind and place == part and _in_one(over, grid):
                goes_on = kind == "heading" and loud and _goes_on(unit)
                merges = goes_on or kind in _MERGED
                if merges and frames.part(start) == frames.part(unit.start):
                    loud = loud and not any(map(str.islower, source[end : unit.end]))
                    run = start, unit.end, kind, part, over or grid
                    continue
            yield run
        run = unit.start, unit.end, kind, part, grid
        loud = kind == "heading" and source[unit.start : unit.end].isupper()
    if run is not None:
        yield run


def _in_one(one: Grid | None, other: Grid | None) -> bool:
    """Whether no two tables are told apart."""
    return one is other or one is None or other is None


class _Rows:
    """The rows of a table that hold something, for one block of it after another."""

    def __init__(self, view: View, grid: Grid) -> None:
        self.head, self.contents = read_columns(view.text, grid)
        rows = [
            (*view.span(cells[0].start, cells[-1].end), number, cells)
            for number, row in enumerate(grid.rows)
            if (cells := [cell for cell in row.cells if cell.start < cell.end])
        ]
        self._left = deque(sorted(rows, key=itemgetter(0)))

    def inside(self, whole: Block) -> Iterator[tuple[int, int, int, list[Cell]]]:
        """Yield the start, the end, the number and the cells of the rows inside a block."""
        while self._left and self._left[0][0] < whole.end:
            row = self._left.popleft()
            if whole.start <= row[0] and row[1] <= whole.end:
                yield row


def _add_rows(blocks: list[Block], view: View, rows: _Rows, table: int) -> None:
    """Add the rows of a table that stand in its block, and their cells, to ``blocks``."""
    source, whole = view.source, blocks[table]
    for first, last, number, cells in rows.inside(whole):
        place = len(blocks)
        content = "head" if number < rows.head else None
        blocks.append(
            Block(first, last, source[first:last], "row", whole.part, table, content=content)
        )
        for cell in cells:
            start, end = view.span(cell.start, cell.end)
            spans = (cell.rows, cell.columns)
            blocks.append(
                Block(
                    start,
                    end,
                    source[start:end],
                    "cell",
                    whole.part,
                    place,
                    cell.column,
                    rows.contents[cell.column],
                    None if spans == (1, 1) else spans,
                )
            )


def _goes_on(unit: Unit) -> bool:
    """Whether a heading in capitals before can go on in the line."""
    return unit.text.isupper() and not unit.head.gap and not begins_item(unit.head.lower)
