"""The tables of a document as DataFrames, from its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vnpolitext.analysis.found import Found
from vnpolitext.layout import Block
from vnpolitext.text import tidy

if TYPE_CHECKING:
    import pandas as pd


def document_tables(analysis: Found) -> list[pd.DataFrame]:
    """Return every table of a document, in text order; see ``Analysis.tables``."""
    children: dict[int, list[int]] = {}
    for index, block in enumerate(analysis.blocks):
        if block.parent is not None:
            children.setdefault(block.parent, []).append(index)
    return [
        _frame(analysis.blocks, index, children)
        for index, block in enumerate(analysis.blocks)
        if block.kind == "table" and index in children
    ]


def _frame(blocks: Sequence[Block], table: int, children: dict[int, list[int]]) -> pd.DataFrame:
    import pandas as pd

    rows = [[blocks[at] for at in children.get(row, ())] for row in children[table]]
    width = max(_right(cell) for row in rows for cell in row)
    contents = {cell.column or 0: cell.content for row in rows for cell in row}
    heads: list[list[str | None]] = []
    data: list[list[str | None]] = []
    for row, cells in zip(children[table], _filled(rows, width), strict=True):
        (heads if blocks[row].content == "head" else data).append(cells)
    told = [contents.get(at) for at in range(width)]
    frame = pd.DataFrame(data, columns=_names(heads, told), dtype=object)
    block = blocks[table]
    frame.attrs = {
        "block": table,
        "start": block.start,
        "end": block.end,
        "contents": told,
    }
    return frame


def _filled(rows: Sequence[Sequence[Block]], width: int) -> Iterator[list[str | None]]:
    """Yield the texts of every row, those of cells that span rows or columns in each of them."""
    above: dict[int, tuple[str, int]] = {}
    for row in rows:
        cells: list[str | None] = [None] * width
        for column, (text, _) in above.items():
            cells[column] = text
        above = {at: (text, left - 1) for at, (text, left) in above.items() if left > 1}
        for cell in row:
            down, across = cell.spans or (1, 1)
            text = tidy(cell.text)
            for column in range(cell.column or 0, (cell.column or 0) + across):
                cells[column] = text
                if down > 1:
                    above[column] = text, down - 1
        yield cells


def _right(cell: Block) -> int:
    return (cell.column or 0) + (cell.spans[1] if cell.spans else 1)


def _names(heads: Sequence[Sequence[str | None]], contents: Sequence[str | None]) -> list[str]:
    """Return a name of its own for each column: its head, else what stands in it, else a number."""
    names: dict[str, None] = {}
    last: dict[str, int] = {}
    for column, content in enumerate(contents):
        told = dict.fromkeys(text for head in heads if (text := head[column]))
        name = plain = " ".join(told) or content or str(column)
        while name in names:
            last[plain] = last.get(plain, 1) + 1
            name = f"{plain} {last[plain]}"
        names[name] = None
    return list(names)
