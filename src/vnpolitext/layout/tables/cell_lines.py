"""Tables that were written down one cell a line, under lines that head their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from vnpolitext.layout.tables.columns import cell_kind, head_kind
from vnpolitext.layout.tables.grid import FEWEST, Grid, Line, Row, trimmed
from vnpolitext.text.lines import full_lines

_LONGEST: Final = 200
_LONGEST_HEAD: Final = 40
_WIDEST: Final = 12
_SHAPED: Final = frozenset({"number", "name", "year"})


def with_lines(text: str) -> Iterator[Grid]:
    """Yield the tables of which each cell has a line of its own.

    Their heads stand in lines one after the other. Either the first heads the numbers of the rows,
    which come back at the same distance, or the cells of a column have the shape its head wants.
    """
    heads = _heads(text.split("\n"))
    if not heads:
        return
    lines = list(full_lines(text))
    at = 0
    while at < len(lines):
        width, count = _size(text, lines, at, heads)
        if count < FEWEST:
            at += 1
            continue
        stop = at + (count + 1) * width
        rows = (lines[first : first + width] for first in range(at, stop, width))
        yield Grid("lines", tuple(_row(text, row) for row in rows), 1)
        at = stop


def _heads(lines: Iterable[str]) -> dict[str, str]:
    """Return what those of the lines head that head anything; a date does not (*Từ năm 1976*)."""
    short = {line for line in lines if len(line) <= _LONGEST_HEAD}
    told = {line: kind for line in short if (kind := head_kind(line)) is not None}
    return {line: kind for line, kind in told.items() if cell_kind(line) != "year"}


def _size(text: str, lines: Sequence[Line], at: int, known: Mapping[str, str]) -> tuple[int, int]:
    """Return how many columns and rows below the head a table has that begins at a line."""
    kind = known.get(text[slice(*lines[at])])
    if kind is None:
        return 0, 0
    if kind == "number":
        widths = range(FEWEST, min(_WIDEST, (len(lines) - at - 1) // FEWEST) + 1)
        return next(
            (
                (each, _numbered(text, lines, at, each))
                for each in widths
                if _number(text, lines[at + each]) == 1
            ),
            (0, 0),
        )
    heads = [kind]
    for line in lines[at + 1 : at + _WIDEST]:
        told = known.get(text[slice(*line)])
        if told is None:
            break
        heads.append(told)
    if len(set(heads)) < FEWEST or _SHAPED.isdisjoint(heads):
        return 0, 0
    return len(heads), _shaped(text, lines, at, heads)


def _number(text: str, line: Line) -> int:
    surface = text[slice(*line)].strip(" .)(*") if line[1] - line[0] <= _LONGEST_HEAD else ""
    return int(surface) if surface.isdecimal() else 0


def _numbered(text: str, lines: Sequence[Line], at: int, width: int) -> int:
    count = 0
    while at + (count + 2) * width <= len(lines):
        row = lines[at + (count + 1) * width : at + (count + 2) * width]
        if _number(text, row[0]) != count + 1 or not _are_cells(row):
            break
        count += 1
    return count


def _shaped(text: str, lines: Sequence[Line], at: int, heads: Sequence[str]) -> int:
    width, count = len(heads), 0
    while at + (count + 2) * width <= len(lines):
        row = lines[at + (count + 1) * width : at + (count + 2) * width]
        shapes = (cell_kind(text[slice(*line)]) for line in row)
        fits = (
            kind not in _SHAPED or kind == shape for kind, shape in zip(heads, shapes, strict=True)
        )
        if not _are_cells(row) or not all(fits):
            break
        count += 1
    return count


def _are_cells(row: Sequence[Line]) -> bool:
    return all(end - start <= _LONGEST for start, end in row)


def _row(text: str, row: Sequence[Line]) -> Row:
    return Row(tuple(trimmed(text, *line, column) for column, line in enumerate(row)))
