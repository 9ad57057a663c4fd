"""Tables by which a page is laid out: one of their cells holds the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.layout.lines import with_emphasis
from vnpolitext.layout.records import Block
from vnpolitext.layout.tables import LONGEST_CELL, Cell, Grid, Row
from vnpolitext.layout.tables.grid import Line, trimmed
from vnpolitext.layout.tables.html import marked_tables
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.span import changed

_APART: Final = lazy_pattern(r"\n[ \t]*+\n|</(?:p|div|h[1-6]|li)>", re.IGNORECASE)
_BAR_ROW: Final = lazy_pattern(r"^[ \t]*+\|[^\n]*+", re.MULTILINE)
_ENDS: Final = lazy_pattern(r"[ \t]*+(?:\n|\Z)")
# A line in a page tells something, a field in a table names it.
_TELLING: Final = 80
_RANKS: Final = {"table": 0, "row": 1, "cell": 2}


class Frames:
    """The frames of a text as blocks; offsets are those of the text as it was read."""

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        """Take tables, rows and cells."""
        self._blocks = blocks
        cells = [block for block in blocks if block.kind == "cell"]
        self._edges = sorted({edge for cell in cells for edge in (cell.start, cell.end)})

    def part(self, at: int) -> int:
        """Return a number that is the same for two places if no edge of a cell is between them."""
        return bisect_right(self._edges, at)

    def around(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Return ``blocks`` together with the frames, whose cells hold them."""
        if not self._blocks:
            return tuple(blocks)
        pairs = [(frame, -1) for frame in self._blocks]
        pairs += [(block, at) for at, block in enumerate(blocks)]
        found: list[Block] = []
        open_: list[int] = []
        places: dict[int, int] = {}
        for block, at in sorted(pairs, key=_by_place):
            while open_ and found[open_[-1]].end < block.end:
                open_.pop()
            if at < 0 or block.parent is None:
                parent = open_[-1] if open_ else None
            else:
                parent = places[block.parent]
            if at < 0:
                open_.append(len(found))
            else:
                places[at] = len(found)
            found.append(block if block.parent == parent else changed(block, parent=parent))
        return tuple(found)


def without_frames(view: View) -> tuple[View, Frames]:
    r"""Return the view with breaks for the marks of tables that lay out its page, and these tables.

    >>> view, frames = without_frames(View.of("<table><tr><td>Tin<td>A\n\nB. " + 30 * "Xã họp. "))
    >>> view.text[:9]
    '\n\n\nTin\nA\n'
    """
    found = [*_marked_frames(view.text), *_bar_frames(view.text)]
    if not found:
        return view, Frames()
    blocks = [block for grid, marks in found for block in _blocks(view, grid, marks)]
    stretches = sorted((*mark, "\n") for _, marks in found for mark in marks)
    return view.without(stretches), Frames(blocks)


def _marked_frames(text: str) -> Iterator[tuple[Grid, list[Line]]]:
    if "<t" in text or "<T" in text:
        for table in marked_tables(text):
            grid = table.grid
            if grid is not None and (table.holds or _holds_page(text, grid)):
                yield grid, table.marks


def _bar_frames(text: str) -> Iterator[tuple[Grid, list[Line]]]:
    """Yield the rows between bars of which a cell holds a page: paragraphs, or a long line."""
    end = 0
    for line in _BAR_ROW.finditer(text):
        is_whole = line[0].rstrip().endswith("|") and line[0].count("|") > 1
        if line.start() < end or (is_whole and len(line[0]) < LONGEST_CELL):
            continue
        bars = [at for at in range(*line.span()) if text[at] == "|"]
        if not is_whole:
            bars.append(text.find("|", line.end()))
        end = bars[-1] + 1
        if not end or not _ENDS.match(text, end):
            continue
        edges = pairwise(bars)
        cells = [trimmed(text, at + 1, stop, number) for number, (at, stop) in enumerate(edges)]
        grid = Grid("bars", (Row(tuple(cells), has_bar=True),))
        if _holds_page(text, grid):
            yield grid, [(at, at + 1) for at in bars]


def _holds_page(text: str, grid: Grid) -> bool:
    """Whether one cell has more than the others together: paragraphs that tell, or a long one."""
    cells = [cell for row in grid.rows for cell in row.cells]
    longest = max(cells, key=_size)
    if 2 * _size(longest) < sum(map(_size, cells)):
        return False
    if _size(longest) > LONGEST_CELL:
        return True
    paragraphs = _APART.split(text[longest.start : longest.end])
    sizes = [size for each in paragraphs if (size := len(each.strip()))]
    return len(sizes) > 1 and max(sizes) >= _TELLING


def _blocks(view: View, grid: Grid, marks: list[Line]) -> Iterator[Block]:
    """Yield a frame, its rows and its cells as blocks, those that hold something."""
    source = view.source
    full = [cells for row in grid.rows if (cells := [cell for cell in row.cells if _size(cell)])]
    start, end = view.span(marks[0][0], max(marks[-1][1], grid.end))
    yield Block(start, end, source[start:end], "table")
    for cells in full:
        start, end = with_emphasis(source, *view.span(cells[0].start, cells[-1].end))
        yield Block(start, end, source[start:end], "row")
        for cell in cells:
            start, end = with_emphasis(source, *view.span(cell.start, cell.end))
            spans = None if (cell.rows, cell.columns) == (1, 1) else (cell.rows, cell.columns)
            yield Block(start, end, source[start:end], "cell", column=cell.column, spans=spans)


def _size(cell: Cell) -> int:
    return cell.end - cell.start


def _by_place(pair: tuple[Block, int]) -> tuple[int, int, int, int]:
    """Return what sorts a block behind the blocks that hold it."""
    block, at = pair
    return block.start, -block.end, _RANKS.get(block.kind, 3) if at < 0 else 3, at
