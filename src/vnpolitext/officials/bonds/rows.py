"""Rows and cells of tables in tokens, and the boxes of persons among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from vnpolitext.layout import Grid
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Element

# The first words of the row of a box that tells the term of an office.
_TERMS: Final = (["nhiệm", "kỳ"], ["nhiệm", "kì"], ["tại", "nhiệm"])
LABELS: Final = (*_TERMS, ["tiền", "nhiệm"], ["kế", "nhiệm"])
"""The first words of the rows by which the box of a person is known."""
_NOTES: Final = ["ghi", "chú"]
_OFFICES: Final = (["chức", "vụ"], ["chức", "danh"])
_OTHER_TIMES: Final = ("cuối", "cao nhất", "khác", "sau", "trước", "hiện")
_FEWEST: Final = 2


@dataclass(slots=True)
class Cell:
    """A cell: its tokens and the indices of the elements in it."""

    first: int
    last: int
    found: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """The cells of a row, the empty ones too."""

    cells: list[Cell]
    has_bar: bool


def is_box(words: list[str], rows: list[Row]) -> bool:
    """Return whether rows are the box of a person: terms of office, predecessors, successors."""
    labels = sum(_is_label(words, cell, LABELS) for row in rows for cell in row.cells[::2])
    return labels >= _FEWEST


def over_terms(words: list[str], rows: list[Row]) -> frozenset[int]:
    """Return the numbers of the rows of a box with one cell over a row that tells a term.

    A row that begins with a bar like the term is a label without what it labels (*| Bí thư | |*),
    unless a bar stands before the row that opens the box, too.
    """
    is_barred = rows[0].has_bar and _is_head(rows[0])
    return frozenset(
        number
        for number, (head, row) in enumerate(pairwise(rows))
        if _is_head(head)
        and _is_label(words, row.cells[0], _TERMS)
        and (is_barred or not (head.has_bar and row.has_bar))
    )


def _is_head(row: Row) -> bool:
    """Return whether nothing but its first cell is full in a row."""
    return full_cells(row) == row.cells[:1]


def box_rows(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows of a box, of which one may have taken in the office on the line below it."""
    for row in rows:
        yield Row(row.cells[:2], row.has_bar)
        for at in range(2, len(row.cells), 2):
            yield Row(row.cells[at : at + 2], has_bar=False)


def _is_label(words: list[str], cell: Cell, labels: tuple[list[str], ...]) -> bool:
    """Return whether a cell begins with one of the labels of a box."""
    return cell.last - cell.first > 1 and words[cell.first : cell.first + 2] in labels


def notes_column(words: list[str], rows: list[Row]) -> int:
    """Return the column of notes or of offices of another time, or the number of columns.

    Notes are the last column, whatever columns the heads before it span.
    """
    width = max((len(row.cells) for row in rows), default=0)
    for row in rows[:1]:
        for column, cell in enumerate(row.cells):
            if _heads_other_offices(words[cell.first : cell.last]):
                return column
        head = [words[cell.first : cell.last] for cell in full_cells(row)]
        if head[-1:] == [_NOTES]:
            return width - 1
    return width


def _heads_other_offices(head: list[str]) -> bool:
    """Return whether a column has what people were before or after (*Chức vụ cuối cùng*)."""
    return head[:2] in _OFFICES and " ".join(head[2:]).startswith(_OTHER_TIMES)


def full_cells(row: Row) -> list[Cell]:
    """Return the cells of a row that hold something."""
    return [cell for cell in row.cells if cell.first < cell.last]


def token_rows(scene: Scene, grid: Grid) -> list[Row]:
    """Return the rows of a grid in tokens."""
    starts = scene.tokens.starts
    words = scene.tokens.words
    rows = []
    for row in grid.rows:
        cells: dict[int, Cell] = {}
        for cell in row.cells:
            first, last = bisect_left(starts, cell.start), bisect_left(starts, cell.end)
            while first < last and words[last - 1] == "\n":
                last -= 1
            cells[cell.column] = Cell(first, last)
        first = bisect_left(starts, row.start)
        width = max(cells) + 1
        rows.append(
            Row([cells.get(at) or Cell(first, first) for at in range(width)], has_bar=row.has_bar)
        )
    return rows


def place_elements(elements: list[Element], tables: list[list[Row]]) -> None:
    """Put the index of every element into its cell."""
    every = [cell for rows in tables for row in rows for cell in row.cells]
    cells = iter(sorted(every, key=lambda cell: cell.first))
    cell = next(cells, None)
    for index, element in enumerate(elements):
        while cell is not None and cell.last <= element.first:
            cell = next(cells, None)
        if cell is None:
            return
        if cell.first <= element.first and element.last <= cell.last:
            cell.found.append(index)
