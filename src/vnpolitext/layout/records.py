"""The record of one block of a page."""

from dataclasses import dataclass

from vnpolitext.text.making import made_fast
from vnpolitext.text.span import Span


@made_fast
@dataclass(frozen=True, slots=True)
class Block(Span):
    """A run of lines with one role in the layout, a table, or a row or cell of one.

    Attributes:
        kind: ``"title"``, ``"byline"``, ``"lead"``, ``"heading"``, ``"paragraph"``, ``"caption"``,
            ``"image"``, ``"quote"``, ``"footnote"``, ``"table"``, ``"signature"`` or
            ``"boilerplate"``; inside a table ``"row"`` and ``"cell"``.
        part: Part of the document: ``"letterhead"``, ``"title"``, ``"preamble"``, ``"body"``,
            ``"signature"``, ``"recipients"``, ``"annex"``, ``"caption"``, ``"credit"`` or
            ``"boilerplate"``.
        parent: Index of the block it stands in: the table of a row, the row of a cell, the cell
            that holds a part of the page.
        column: Number of the column of a cell, the first being 0.
        content: What stands in the column of a cell: ``"number"``, ``"name"``, ``"office"``,
            ``"unit"``, ``"year"`` or ``"place"``, where head or cells tell it; ``"head"`` for the
            rows that head a table.
        spans: How many rows and columns a cell spans, where it spans more than one.
    """

    kind: str = "paragraph"
    part: str = "body"
    parent: int | None = None
    column: int | None = None
    content: str | None = None
    spans: tuple[int, int] | None = None
