"""What a run of rows with columns is: a table, or text side by side."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import Final

from vnpolitext.articles.formats.grid import page_opening
from vnpolitext.articles.formats.portable.rows import Row, Run
from vnpolitext.text.patterns import lazy_pattern

_MOST_LINES: Final = 16
_SIGN: Final = lazy_pattern(r"(?:luật |nghị quyết )?số\s?:|v/v ", re.IGNORECASE)


def columns_of(run: Run) -> list[list[Row]]:
    """Return the rows of each column, without empty ones."""
    edges = [float("-inf"), *run.gutters, float("inf")]
    return [
        [Row(words) for row in run.rows if (words := row.between(left, right))]
        for left, right in pairwise(edges)
    ]


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


def _flows(column: list[Row]) -> bool:
    """Whether the lines of a column are wrapped text."""
    pairs = list(pairwise(column))
    if not pairs:
        return False
    width = max(row.right for row in column) - min(row.left for row in column)
    long = median(row.right - row.left for row in column) > 0.6 * width
    going = sum(after.text[:1].islower() for _, after in pairs)
    return long and going * 3 >= len(pairs)
