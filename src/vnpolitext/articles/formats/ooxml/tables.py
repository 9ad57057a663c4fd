"""Tables of Word documents: of data, or columns of a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from vnpolitext.articles.formats.ooxml.package import Element, W, children, value
from vnpolitext.articles.formats.ooxml.styles import Styles, has_borders

_WIDEST: Final = 64


@dataclass(slots=True)
class Cell:
    """One cell: its lines, how many columns it takes, whether it goes on from the row above."""

    lines: list[str] = field(default_factory=list)
    span: int = 1
    continued: bool = False


@dataclass(slots=True)
class Row:
    """The cells of a row, and how many columns are left free before them."""

    cells: list[Cell]
    before: int = 0


def row_elements(table: Element) -> list[Element]:
    """Return the rows of a table that are not deleted."""
    return [row for row in children(table, "tr") if row.find(f"{W}trPr/{W}del") is None]


def cell_of(element: Element, lines: list[str]) -> Cell:
    """Return the cell of an element of ``w:tc`` that has these lines."""
    properties = element.find(W + "tcPr")
    span = value(properties, "gridSpan")
    merge = properties.find(W + "vMerge") if properties is not None else None
    return Cell(
        lines,
        min(int(span), _WIDEST) if span.isdigit() and int(span) else 1,
        merge is not None and merge.get(W + "val", "continue") != "restart",
    )


def is_drawn(table: Element, styles: Styles) -> bool:
    """Whether a table has lines around its cells."""
    properties = table.find(W + "tblPr")
    if styles.get(value(properties, "tblStyle")).bordered or has_borders(properties, "tblBorders"):
        return True
    drawn = sum(has_borders(cell, "tcBorders") for cell in table.iter(W + "tcPr"))
    return drawn > 1


def is_page(rows: list[Row], drawn: bool, opening: tuple[str, ...]) -> bool:
    """Whether a table only sets columns of a page: a letterhead, recipients beside a signature.

    Args:
        rows: The rows.
        drawn: Whether the table has lines.
        opening: How lines of a letterhead or signature begin, in lower case.
    """
    cells = [cell for row in rows for cell in row.cells if cell.lines]
    if len(cells) < 2:
        return True
    if len(rows) <= 6 and any(
        " ".join(line.lower().split()).startswith(opening) for cell in cells for line in cell.lines
    ):
        return True
    widest = max(sum(bool(cell.lines) for cell in row.cells) for row in rows)
    return not drawn and widest <= 2 and any(len(cell.lines) > 1 for cell in cells)


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
