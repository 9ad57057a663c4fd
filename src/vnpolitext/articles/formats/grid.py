"""Tables of formatted documents: of data, or columns of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from vnpolitext.layout.phrases import is_motto, phrases

_PAGE_ROWS: Final = 6
_HEAD_ROWS: Final = 12
_FEWEST_COLUMNS: Final = 3


@dataclass(slots=True)
class Cell:
    """One cell: its lines, and how many columns it takes."""

    lines: list[str] = field(default_factory=list)
    span: int = 1


@dataclass(slots=True)
class Row:
    """The cells of a row, and how many columns are left free before them."""

    cells: list[Cell]
    before: int = 0


def table_lines(rows: list[Row], *, drawn: bool) -> Iterator[tuple[str, str | None]]:
    """Yield the lines of a table with their kind: ``"table"`` for rows of data, else ``None``.

    Args:
        rows: The rows.
        drawn: Whether the table has lines.
    """
    if is_page(rows, drawn):
        yield from ((line, None) for cell in in_reading_order(rows) for line in cell.lines)
        return
    first, last = data_rows(rows)
    for at, row in enumerate(rows):
        if first <= at < last:
            yield in_bars(row), "table"
        else:
            yield from ((line, None) for cell in row.cells for line in cell.lines)


def is_page(rows: list[Row], drawn: bool) -> bool:
    """Whether a table only sets columns of a page: a letterhead, recipients beside a signature.

    Args:
        rows: The rows.
        drawn: Whether the table has lines.
    """
    cells = [cell for row in rows for cell in row.cells if cell.lines]
    if len(cells) < 2:
        return True
    if len(rows) <= _PAGE_ROWS and any(_opens_page(row) for row in rows):
        return True
    widest = max(_filled(row) for row in rows)
    return not drawn and widest <= 2 and any(len(cell.lines) > 1 for cell in cells)


def in_reading_order(rows: list[Row]) -> list[Cell]:
    """Return the cells of a table that only sets columns of a page, as they are read.

    A signature whose lines stand in rows of their own is read column by column, all else row by
    row.
    """
    openings = tuple(map(_opening, (cell for row in rows for cell in row.cells)))
    signed = any(opening.startswith(phrases().signature_prefixes) for opening in openings)
    if len(rows) > 2 and signed and not any(map(_has_motto, rows)):
        width = max(len(row.cells) for row in rows)
        return [row.cells[at] for at in range(width) for row in rows if at < len(row.cells)]
    return [cell for row in rows for cell in row.cells]


def data_rows(rows: list[Row]) -> tuple[int, int]:
    """Return where the rows of data begin and end that a letterhead and a signature stand around.

    Sheets of calculation hold a whole page: letterhead and title in the rows over the table, the
    signature in those under it.
    """
    first, last = 0, len(rows)
    mottos = [at for at, row in enumerate(rows[:_HEAD_ROWS]) if _has_motto(row)]
    if mottos:
        wide = (at for at in range(mottos[-1] + 1, last) if _filled(rows[at]) >= _FEWEST_COLUMNS)
        first = next(wide, 0)
    for at in range(max(first, last - _HEAD_ROWS), last):
        if _filled(rows[at]) < _FEWEST_COLUMNS and any(
            _opening(cell).startswith(phrases().signature_prefixes) for cell in rows[at].cells
        ):
            return first, at
    return first, last


def _opens_page(row: Row) -> bool:
    return any(
        " ".join(line.lower().split()).startswith(page_opening())
        for cell in row.cells
        for line in cell.lines
    )


def _has_motto(row: Row) -> bool:
    return any(is_motto(line) for cell in row.cells for line in cell.lines)


def _opening(cell: Cell) -> str:
    return " ".join(cell.lines[0].lower().split()) if cell.lines else ""


def _filled(row: Row) -> int:
    return sum(bool(cell.lines) for cell in row.cells)


def page_opening() -> tuple[str, ...]:
    """Return how lines of a letterhead or a signature begin, in lower case."""
    return (*phrases().mottos, *phrases().signature_prefixes)


def in_bars(row: Row) -> str:
    """Return a row as one line; what a cell takes of more columns stays empty.

    The bars of a table in a cell are blanks: they would part the columns of this one.

    >>> in_bars(Row([Cell(["Xã Mây"], 2), Cell(), Cell(["Bí thư,", "Chủ tịch"])]))
    '| Xã Mây |  |  | Bí thư, Chủ tịch |'
    """
    words: list[str] = [""] * row.before
    for cell in row.cells:
        words.append(" ".join(" ".join(cell.lines).replace("|", " ").split()))
        words += [""] * (cell.span - 1)
    return "| " + " | ".join(words) + " |"
