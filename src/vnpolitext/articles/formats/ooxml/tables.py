"""Tables of Word documents."""

from __future__ import annotations

from typing import Final

from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.grid import Cell
from vnpolitext.articles.formats.ooxml.package import Element, W, children, value
from vnpolitext.articles.formats.ooxml.styles import Styles, has_borders

_WIDEST: Final = 64


def row_elements(table: Element) -> list[Element]:
    """Return the rows of a table that are not deleted."""
    return [row for row in children(table, "tr") if row.find(f"{W}trPr/{W}del") is None]


def cell_of(element: Element, lines: list[str]) -> Cell:
    """Return the cell of an element of ``w:tc`` that has these lines."""
    span = whole(value(element.find(W + "tcPr"), "gridSpan"), 1)
    return Cell(lines, min(span, _WIDEST) or 1)


def is_drawn(table: Element, styles: Styles) -> bool:
    """Whether a table has lines around its cells."""
    properties = table.find(W + "tblPr")
    if styles.get(value(properties, "tblStyle")).bordered or has_borders(properties, "tblBorders"):
        return True
    drawn = sum(has_borders(cell, "tcBorders") for cell in table.iter(W + "tcPr"))
    return drawn > 1
