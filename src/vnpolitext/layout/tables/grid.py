"""Tables, their rows and their cells, with offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final

from vnpolitext.text.lines import without_edges
from vnpolitext.text.making import made_fast

BLANK: Final = " \t\r\n\f\u00a0"
FEWEST: Final = 2
_START: Final = attrgetter("start")
Line = tuple[int, int]


@made_fast
@dataclass(frozen=True, slots=True)
class Cell:
    """What stands between two bars, gaps or marks, without the blanks around it.

    Attributes:
        start: Index of the first character.
        end: Index after the last one.
        column: Number of its column, the first being 0.
        rows: Over how many rows it spans.
        columns: Over how many columns.
    """

    start: int
    end: int
    column: int = 0
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, the empty ones too.

    Attributes:
        cells: From left to right.
        has_bar: Whether a bar opens the row.
    """

    cells: tuple[Cell, ...]
    has_bar: bool = False

    @property
    def start(self) -> int:
        """Index of the first character of the first cell."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Index after the last character of the last cell."""
        return self.cells[-1].end

    def cell(self, at: int) -> Cell | None:
        """Return the cell at a place, ``None`` between two of them."""
        number = bisect_right(self.cells, at, key=_START) - 1
        return self.cells[number] if number >= 0 and at < self.cells[number].end else None


@dataclass(frozen=True, slots=True)
class Grid:
    """One table.

    Attributes:
        kind: ``"bars"``, ``"columns"``, ``"html"``, ``"lines"`` or ``"fields"``, by how it is
            written.
        rows: From top to bottom; the rule under a head is none.
        head: How many rows stand above the rule, 0 where there is none.
        told: What stands in the columns, where labels beside the cells have told it.
    """

    kind: str
    rows: tuple[Row, ...]
    head: int = 0
    told: tuple[str | None, ...] = ()

    @property
    def start(self) -> int:
        """Index of the first character of the table."""
        return self.rows[0].start

    @property
    def end(self) -> int:
        """Index after the last character of the table."""
        return self.rows[-1].end


class GridIndex:
    """Tables of a text, found by place."""

    def __init__(self, grids: list[Grid]) -> None:
        """Index ``grids``, which are in the order of the text."""
        self._grids = grids
        self._starts = [grid.start for grid in grids]

    def __iter__(self) -> Iterator[Grid]:
        """Yield the tables in their order."""
        return iter(self._grids)

    def on(self, start: int, end: int) -> Grid | None:
        """Return the table of which something stands between two places of one line."""
        number = bisect_right(self._starts, end - 1) - 1
        return self._grids[number] if number >= 0 and start < self._grids[number].end else None

    def cell(self, at: int) -> tuple[int, int] | None:
        """Return start and end of the cell at a place, if it stands in one that has marks."""
        found = self.row(at)
        if found is None or found[0].kind not in {"bars", "html"}:
            return None
        cell = found[1].cell(at)
        return None if cell is None else (cell.start, cell.end)

    def row(self, at: int) -> tuple[Grid, Row] | None:
        """Return the table and the row at a place, if it stands in one."""
        grid = self.on(at, at + 1)
        if grid is None:
            return None
        return grid, grid.rows[max(0, bisect_right(grid.rows, at, key=_START) - 1)]

    def within(self, start: int, end: int) -> list[Grid]:
        """Return the rows between two places, as tables."""
        found = []
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(self._grids)):
            grid = self._grids[at]
            if grid.start >= end:
                break
            first = bisect_left(grid.rows, start, key=_START)
            last = bisect_left(grid.rows, end, key=_START)
            if first < last:
                found.append(replace(grid, rows=grid.rows[first:last]))
        return found


def paragraphs(text: str, mark: str | None = None) -> Iterator[list[Line]]:
    """Yield runs of lines without an empty one among them, if ``mark`` stands in the run."""
    run: list[Line] = []
    at = 0
    marked = False
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip(BLANK):
            run.append((at, stop))
            marked = marked or mark is None or text.find(mark, at, stop) >= 0
        elif run:
            if marked:
                yield run
            run, marked = [], False
        at = stop + 1
    if run and marked:
        yield run


def trimmed(text: str, start: int, end: int, column: int) -> Cell:
    """Return the cell between two places, without the blanks around it."""
    return Cell(*without_edges(text, start, end, BLANK), column)


def longer(row: Row, end: int) -> Row:
    """Return a row whose last cell ends at ``end``."""
    return replace(row, cells=(*row.cells[:-1], replace(row.cells[-1], end=end)))
