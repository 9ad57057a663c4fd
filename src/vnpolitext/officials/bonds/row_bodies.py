"""Bodies in other cells than their offices: beside them, in the row above, over several rows."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.bonds.rows import Cell, Row, full_cells
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Office
from vnpolitext.officials.words.grammar import is_of_members
from vnpolitext.officials.words.lexicon import implied_bodies
from vnpolitext.text.numerals import roman_value
from vnpolitext.vocabulary import bodies

_NUMBER: Final = 2


class RowBodies:
    """The bodies that the cells of one table give to offices without a body of their own.

    Attributes:
        found: First token of a body and the one after the last, by the index of the office.
    """

    def __init__(self, scene: Scene) -> None:
        """Begin with the first row of a table."""
        self.found: dict[int, tuple[int, int]] = {}
        self._scene = scene
        self._over: Cell | None = None
        self._column: int | None = None

    def read(self, row: Row, *, has_names: bool) -> None:
        """Read a row, from top to bottom.

        A row with names gives its office the body in the cell beside, or one that spans the row;
        a body that is all another row says is that of the rows below it.
        """
        self._read_row(row) if has_names else self._read_head(row)

    def take(self, at: int, cell: Cell | None) -> None:
        """Keep the body in a cell as that of an office without one, if it is one."""
        office = self._scene.elements[at]
        if cell is None or not isinstance(office, Office) or office.parts:
            return
        if office.head.text in implied_bodies() or is_of_members(office.head.text):
            return
        if _is_body(self._scene.tokens.words, cell):
            self.found.setdefault(at, (cell.first, cell.last))

    def _read_head(self, row: Row) -> None:
        words = self._scene.tokens.words
        told = [cell for cell in full_cells(row) if not _is_number(words[cell.first : cell.last])]
        self._column = None
        self._over = told[0] if len(told) == 1 and _fills(words, told[0]) else None

    def _read_row(self, row: Row) -> None:
        full = full_cells(row)
        sides = zip([None, *full], full, [*full[1:], None], strict=False)
        for left, cell, right in sides:
            beside = [self._offices(each) for each in (left, right) if each is not None]
            alone = [offices[0] for offices in beside if len(offices) == 1]
            if alone and not cell.found:
                self.take(alone[0], cell)
        words = self._scene.tokens.words
        own = [cell for cell in full if not cell.found and _fills(words, cell)]
        if len(own) == 1:
            self._column, self._over = row.cells.index(own[0]), own[0]
        elif self._column is not None and _is_full(row.cells[self._column : self._column + 1]):
            self._over = None
        held = [offices for cell in full if (offices := self._offices(cell))]
        # In a second cell stands an office of another body, such as the board that is listed.
        if self._over is not None and [len(offices) for offices in held] == [1]:
            self.take(held[0][0], self._over)

    def _offices(self, cell: Cell) -> list[int]:
        return [at for at in cell.found if isinstance(self._scene.elements[at], Office)]


def _is_full(cells: list[Cell]) -> bool:
    return any(cell.first < cell.last for cell in cells)


def _is_number(words: list[str]) -> bool:
    """Return whether words number a row (*2*, *II.*, *b)*)."""
    first = words[0]
    return len(words) <= _NUMBER and (first.isdigit() or len(first) == 1 or roman_value(first) > 0)


def _is_body(words: list[str], cell: Cell) -> bool:
    found = bodies().match(words, cell.first)
    return found is not None and found[1].role in {"whole", "noun"}


def _fills(words: list[str], cell: Cell) -> bool:
    """Return whether a cell is the name of a body, no list of several and no remark."""
    return _is_body(words, cell) and not {",", ";", ":", "("} & {*words[cell.first : cell.last]}
