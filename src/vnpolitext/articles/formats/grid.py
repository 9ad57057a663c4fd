"""Tables of formatted documents: of data, or columns of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnpolitext.layout.phrases import phrases

_PAGE_ROWS = 6


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


def is_page(rows: list[Row], drawn: bool) -> bool:
    """Whether a table only sets columns of a page: a letterhead, recipients beside a signature.

    Args:
        rows: The rows.
        drawn: Whether the table has lines.
    """
    cells = [cell for row in rows for cell in row.cells if cell.lines]
    if len(cells) < 2:
        return True
    if len(rows) <= _PAGE_ROWS and any(
        " ".join(line.lower().split()).startswith(page_opening())
        for cell in cells
        for line in cell.lines
    ):
        return True
    widest = max(sum(bool(cell.lines) for cell in row.cells) for row in rows)
    return not drawn and widest <= 2 and any(len(cell.lines) > 1 for cell in cells)


def page_opening() -> tuple[str, ...]:
    """Return how lines of a letterhead or a signature begin, in lower case."""
    return (*phrases().mottos, *phrases().signature_prefixes)


def in_bars(row: Row) -> str:
    """Return a row as one line; what a cell takes of more columns stays empty.

    >>> in_bars(Row([Cell(["Xã Mây"], 2), Cell(), Cell(["Bí thư,", "Chủ tịch"])]))
    '| Xã Mây |  |  | Bí thư, Chủ tịch |'
    """
    words: list[str] = [""] * row.before
    for cell in row.cells:
        words.append(" ".join(" ".join(cell.lines).split()))
        words += [""] * (cell.span - 1)
    return "| " + " | ".join(words) + " |"
