"""What a run of rows with columns is: a table, or text side by side."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from vnpolitext.articles.formats.grid import Cell, in_bars, page_opening
from vnpolitext.articles.formats.grid import Row as GridRow
from vnpolitext.articles.formats.portable.placed import Page
from vnpolitext.articles.formats.portable.rows import Row, Run
from vnpolitext.layout.marks import is_name
from vnpolitext.text.patterns import lazy_pattern

_NUMBER: Final = lazy_pattern(r"\(?(?:\d{1,4}|[IVXLC]{1,6}|[a-zđ])[.)]?$")
_SIDES: Final = 2
_JOINT: Final = 4.0
_MOST_LINES: Final = 16
_LOOSE: Final = 1.3
_SIGN: Final = lazy_pattern(r"(?:luật |nghị quyết )?số\s?:|v/v ", re.IGNORECASE)


def columns_of(run: Run) -> list[list[Row]]:
    """Return the rows of each column, without empty ones."""
    edges = [float("-inf"), *run.gutters, float("inf")]
    return [
        [Row(words) for row in run.rows if (words := row.between(left, right))]
        for left, right in pairwise(edges)
    ]


def drawn_tables(page: Page, rows: Sequence[Row]) -> list[tuple[int, int, list[float]]]:
    """Return the tables that lines draw: first row of words, the row after the last, gutters."""
    found: list[tuple[int, int, list[float]]] = []
    for top, bottom, places in _fields(page):
        inside = [at for at, row in enumerate(rows) if top - 1 < row.middle < bottom + 1]
        if len(inside) < 2:
            continue
        held = rows[inside[0] : inside[-1] + 1]
        inner = _inner(page, top, bottom, places)
        if not inner:
            continue
        crossed = sum(_crosses(row, inner) for row in held)
        if crossed * 4 <= len(held):
            found.append((inside[0], inside[-1] + 1, inner))
    return found


def _inner(page: Page, top: float, bottom: float, places: list[float]) -> list[float]:
    """Return the vertical lines between columns, none where no rows are drawn.

    Horizontal lines stand over, between and under the rows of a table, and reach to its sides,
    which may be open.
    """
    rules = [
        (left, right, height)
        for left, right, height in page.rules
        if top - _JOINT < height < bottom + _JOINT
        and left < places[-1] + _JOINT
        and right > places[0] - _JOINT
    ]
    if not rules:
        return []
    first, last = min(rule[0] for rule in rules), max(rule[1] for rule in rules)
    wide = 0.2 * (last - first)
    heights = {round(height / _JOINT) for left, right, height in rules if right - left > wide}
    if len(heights) <= _SIDES:
        return []
    return [place for place in places if first + _JOINT < place < last - _JOINT]


def _crosses(row: Row, places: list[float]) -> bool:
    return any(word.left + 1 < place < word.right - 1 for word in row.words for place in places)


def _fields(page: Page) -> list[tuple[float, float, list[float]]]:
    """Return the heights between which vertical lines stand, with the places of these lines."""
    fields: list[tuple[float, float, list[float]]] = []
    for top, bottom, place in sorted(page.bars):
        if fields and top <= fields[-1][1] + _JOINT:
            first, last, places = fields[-1]
            fields[-1] = (first, max(last, bottom), [*places, place])
        else:
            fields.append((top, bottom, [place]))
    return [(top, bottom, _apart(places)) for top, bottom, places in fields]


def _apart(places: list[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _JOINT:
            kept.append(place)
    return kept


def is_table(columns: list[list[Row]]) -> bool:
    """Whether the columns are those of a table, to be read row by row.

    Two columns are text side by side when one holds a letterhead or a signature, or when the lines
    of one go on from row to row.
    """
    opening = page_opening()
    for column in columns:
        for row in column:
            words = row.text.lower()
            if words.startswith(opening) or _SIGN.match(words):
                return False
    if len(columns) > 2:
        return True
    return not any(_flows(column) for column in columns)


def opens_page(columns: list[list[Row]]) -> bool:
    """Whether drawn columns are a letterhead or a signature, whose lines may not be seen."""
    if sum(map(len, columns)) > _MOST_LINES:
        return False
    opening = page_opening()
    return any(row.text.lower().startswith(opening) for column in columns for row in column)


def table_lines(run: Run, rules: list[tuple[float, float, float]]) -> list[str]:
    """Return the rows of a table with bars; the lines of a cell are one."""
    starts = _row_starts(run, rules)
    edges = [float("-inf"), *run.gutters, float("inf")]
    lines: list[str] = []
    for start, stop in zip(starts, [*starts[1:], len(run.rows)], strict=True):
        rows = run.rows[start:stop]
        cells = [
            Cell(_whole([Row(words).text for row in rows if (words := row.between(left, right))]))
            for left, right in pairwise(edges)
        ]
        lines.append(in_bars(GridRow(cells)))
    return lines


def _whole(lines: list[str]) -> list[str]:
    """Return the lines of a cell, *STT* as one where a narrow column has broken it.

    >>> _whole(["ST", "T"]), _whole(["Lò Văn", "Mây"])
    (['STT'], ['Lò Văn', 'Mây'])
    """
    whole = "".join(lines)
    return [whole] if whole in ("STT", "TT") else lines


def joined_row(row: str, after: str) -> str | None:
    """Return a row of a table with what the next page tells of it, ``None`` where that is another.

    >>> joined_row("| 2 | Lò Văn | Phó Chủ tịch UBND |", "|  | An | xã |")
    '| 2 | Lò Văn An | Phó Chủ tịch UBND xã |'
    >>> joined_row("| 2 | Lò Văn An | bí thư |", "|  | Vàng Thị Mây | phó bí thư |") is None
    True
    """
    cells, rest = ([cell.strip() for cell in text.strip("|").split("|")] for text in (row, after))
    if len(cells) != len(rest) or rest[0] or not cells[0]:
        return None
    if any(more and not cell for cell, more in zip(cells, rest, strict=True)):
        return None
    if any(map(is_name, rest)) or not any(more[:1].islower() for more in rest):
        return None
    return in_bars(GridRow([Cell([cell, more]) for cell, more in zip(cells, rest, strict=True)]))


def _row_starts(run: Run, rules: list[tuple[float, float, float]]) -> list[int]:
    """Return the indices of the rows of words that begin a row of the table."""
    rows = run.rows
    top, bottom = rows[0].middle, rows[-1].middle
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    drawn = sorted(
        {
            round(height)
            for first, last, height in rules
            if top < height < bottom and min(last, right) - max(first, left) > 0.1 * (right - left)
        }
    )
    if drawn:
        bands = [bisect(drawn, row.middle) for row in rows]
        return [at for at in range(len(rows)) if at == 0 or bands[at] != bands[at - 1]]
    first = [
        Row(words).text if (words := row.between(float("-inf"), run.gutters[0])) else ""
        for row in rows
    ]
    numbered = [at for at, text in enumerate(first) if _NUMBER.match(text)]
    if len(numbered) * 2 >= sum(bool(text) for text in first[1:]) and numbered:
        return sorted({0, *numbered, *(at for at in range(numbered[0]) if first[at])})
    steps = [after.middle - before.middle for before, after in pairwise(rows)]
    if steps and max(steps) > _LOOSE * min(steps):
        loose = (min(steps) + max(steps)) / 2
        return [0, *(at + 1 for at, step in enumerate(steps) if step > loose)]
    return [at for at in range(len(rows)) if first[at] or at == 0] if any(first) else [0]


def _flows(column: list[Row]) -> bool:
    """Whether the lines of a column are wrapped text."""
    pairs = list(pairwise(column))
    if not pairs:
        return False
    width = max(row.right for row in column) - min(row.left for row in column)
    long = median(row.right - row.left for row in column) > 0.6 * width
    going = sum(after.text[:1].islower() for _, after in pairs)
    return long and going * 3 >= len(pairs)
