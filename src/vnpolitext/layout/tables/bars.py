"""Rows with ``|`` between the cells, with and without bars at the edges, cells broken or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from vnpolitext.layout.tables.columns import cell_kind
from vnpolitext.layout.tables.grid import BLANK, FEWEST, Cell, Grid, Line, Row, paragraphs, trimmed
from vnpolitext.text.patterns import lazy_pattern

_RULE: Final = lazy_pattern(r"[ ]*+[|:+-][-|:+ ]*-[-|:+ ]*+")
_WIDEST: Final = 6
# One bar alone parts the name of a page from its site, too.
_FEWEST_BARS: Final = 2
_LONGEST: Final = 80
# A number, an office and a name.
_FEWEST_CELLS: Final = 3
_WORD: Final = lazy_pattern(r"[^\W_]")


def with_bars(text: str) -> Iterator[Grid]:
    """Yield the tables whose cells are parted by bars."""
    for lines in paragraphs(text, "|"):
        if _WORD.search(text, lines[0][0], lines[-1][1]) is None:
            continue
        apart = _rows_apart(text, lines)
        if apart:
            yield Grid("bars", tuple(apart))
            continue
        first = _first_of_table(text, lines)
        before = list(_cells_below(text, lines[:first])) or list(_bare_rows(text, lines[:first]))
        yield from before
        if first < len(lines):
            yield from _bars(text, lines[first:])


def _rows_apart(text: str, lines: list[Line]) -> list[Row]:
    """Return the rows of a table with a line for each bar, between cells one and between rows two.

    Without rows of one width it is none.
    """
    rows: list[list[Cell]] = [[]]
    first, bars = lines[0][0], 0
    for start, end in lines:
        is_bar = text[start:end].strip(BLANK) == "|"
        if not is_bar and text.find("|", start, end) >= 0:
            return []
        if is_bar and not bars and start > first:
            rows[-1].append(trimmed(text, first, start, len(rows[-1])))
        elif is_bar and bars and rows[-1]:
            rows.append([])
        bars = bars + 1 if is_bar else 0
        first = end if is_bar else first
    whole = [Row(tuple(row)) for row in rows if row]
    widths = {len(row.cells) for row in whole}
    return whole if len(whole) >= FEWEST and len(widths) == 1 and min(widths) >= FEWEST else []


def _first_of_table(text: str, lines: list[Line]) -> int:
    """Return the number of the line at which a table begins, the count of lines without one."""
    for number, (start, end) in enumerate(lines):
        if text[start:end].lstrip(BLANK).startswith("|"):
            return number
        after = lines[number + 1] if number + 1 < len(lines) else None
        if after is not None and text.find("|", start, end) >= 0:
            surface = text[slice(*after)]
            if "|" in surface and _RULE.fullmatch(surface):
                return number
    return len(lines)


def _cells_below(text: str, lines: list[Line]) -> Iterator[Grid]:
    """Yield the records whose cells stand one below the other, each with a bar behind it."""
    run: list[Cell] = []
    for start, end in (*lines, (0, 0)):
        if text[start:end].rstrip(BLANK).endswith("|") and text.count("|", start, end) == 1:
            run.append(trimmed(text, start, text.rindex("|", start, end), len(run)))
            continue
        width = _width(text, run)
        if FEWEST <= width <= _WIDEST and all(cell.end - cell.start <= _LONGEST for cell in run):
            yield Grid("bars", tuple(_rows(run, width)))
        run = []


def _bare_rows(text: str, lines: list[Line]) -> Iterator[Grid]:
    """Yield the tables of lines that have only bars between their cells, always as many."""
    run: list[Line] = []
    bars = 0
    for start, end in (*lines, (0, 0)):
        count = text.count("|", start, end)
        if count != bars:
            if bars >= _FEWEST_BARS and len(run) >= FEWEST:
                yield Grid("bars", tuple(_row(text, *line) for line in run))
            run, bars = [], count
        run.append((start, end))


def _rows(run: list[Cell], width: int) -> Iterator[Row]:
    for first in range(0, len(run), width):
        cells = run[first : first + width]
        yield Row(tuple(replace(cell, column=column) for column, cell in enumerate(cells)))


def _width(text: str, run: list[Cell]) -> int:
    """Return after how many cells the kinds of cells come back, their count where they do not."""
    kinds = [cell_kind(text[cell.start : cell.end]) for cell in run]
    for width in range(FEWEST, min(_WIDEST, len(run) // FEWEST) + 1):
        alike = all(kinds[at] == kinds[at - width] for at in range(width, len(kinds)))
        if not len(run) % width and alike and "name" in kinds[:width]:
            return width
    return len(run)


def _bars(text: str, lines: list[Line]) -> Iterator[Grid]:
    rows: list[Line] = []
    columns = head = 0
    closed = False
    likely = _likely_columns([text[start:end].strip(BLANK) for start, end in lines])
    above = _Above()
    for start, end in lines:
        surface = text[start:end]
        if "|" in surface and _RULE.fullmatch(surface):
            rule = _Above.of(surface.strip(BLANK))
            columns, head = columns or rule.count, head or len(rows)
            closed = rule.closes
            above = _Above()
        elif above.lines and not _begins(
            above, surface.strip(BLANK), columns or likely, closed=closed or not columns
        ):
            rows[-1] = rows[-1][0], end
            above.add(surface.strip(BLANK))
        else:
            rows.append((start, end))
            above = _Above.of(surface.strip(BLANK))
    made = tuple(_row(text, *row) for row in rows)
    if made:
        yield Grid("bars", made, head)


@dataclass(slots=True)
class _Above:
    """What is known of a row that may not be whole yet."""

    lines: int = 0
    bars: int = 0
    last: int = 0
    opens: bool = False
    closes: bool = False

    @classmethod
    def of(cls, surface: str) -> _Above:
        """Return what a first line tells, without the blanks around it."""
        above = cls()
        above.add(surface)
        return above

    def add(self, surface: str) -> None:
        """Take a line, without the blanks around it."""
        self.opens = surface.startswith("|") if not self.lines else self.opens
        self.closes = surface.endswith("|")
        self.lines += 1
        self.last = surface.count("|")
        self.bars += self.last

    @property
    def count(self) -> int:
        """How many cells it has; none after its last bar if nothing stands there."""
        return self.bars - self.opens + (not self.closes)


def _likely_columns(surfaces: list[str]) -> int:
    """Return how many cells most rows have that a bar opens and closes, 0 where none does.

    Rows on one line count before those whose cells begin new lines, which bars alone go on with.
    """
    rows: list[_Above] = []
    for surface in surfaces:
        if surface.startswith("|") and (surface.strip(BLANK + "|") or not rows):
            rows.append(_Above.of(surface))
        elif rows:
            rows[-1].add(surface)
    whole = [row for row in rows if row.closes and row.count >= FEWEST]
    counts = Counter(row.count for row in whole if row.lines == 1) or Counter(
        row.count for row in whole
    )
    (columns, often), *_ = counts.most_common(1) or [(0, 0)]
    return columns if often >= FEWEST else 0


def _begins(above: _Above, surface: str, columns: int, *, closed: bool) -> bool:
    """Return whether a line begins a row, after a row that may not be whole yet.

    Args:
        above: The row over the line.
        surface: The line.
        columns: How many columns the table has, 0 where neither a rule nor its rows tell it.
        closed: Whether bars close the rows.
    """
    is_opener = above.opens and above.closes and above.bars == 1
    if surface.startswith("|"):
        if surface.strip(BLANK + "|"):
            return surface[1:].lstrip(BLANK)[0] != "|" or _names_another(above, surface, columns)
        return not columns and surface == "|" and above.closes and not is_opener
    if columns and (above.count < columns or (closed and not above.closes)):
        return False
    if _is_label(surface) and above.lines == 1 and above.closes:
        return surface.count("|") == above.count
    if columns:
        return above.closes or "|" in surface
    again = surface.endswith("|") and surface.count("|") == above.last > 1
    return above.closes and not is_opener and (again or "|" not in surface)


def _names_another(above: _Above, surface: str, columns: int) -> bool:
    """Return whether a line with nothing in its first cell is a row: it has a name of its own."""
    own = _Above.of(surface)
    is_whole = above.lines == 1 and above.opens and above.closes and above.count == own.count
    if own.count < (FEWEST if is_whole else _FEWEST_CELLS):
        return False
    if above.count < (columns or own.count) - 1:
        return False
    return any(cell_kind(cell.strip(BLANK)) == "name" for cell in surface.split("|"))


def _is_label(surface: str) -> bool:
    """Return whether a line is one cell that goes over the columns of the others, left empty."""
    label, bar, rest = surface.partition("|")
    return bool(label and bar and rest) and not rest.strip(BLANK + "|")


def _row(text: str, start: int, end: int) -> Row:
    first = start
    while first < end and text[first] in BLANK:
        first += 1
    has_bar = text.startswith("|", first)
    first += has_bar
    cells: list[Cell] = []
    while first <= end:
        stop = text.find("|", first, end)
        stop = end if stop < 0 else stop
        cells.append(trimmed(text, first, stop, len(cells)))
        first = stop + 1
    if len(cells) > 1 and cells[-1].start == cells[-1].end:
        cells.pop()
    return Row(tuple(cells), has_bar)
