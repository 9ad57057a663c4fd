"""Rows with a mark between the cells: that of the heads above them, or one and the same in all.

Where no heads stand above, one column has names and another offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.layout.marks import is_name
from vnpolitext.layout.tables.columns import label_kind, name_labels
from vnpolitext.layout.tables.grid import FEWEST, Grid, Line, Row, longer, trimmed
from vnpolitext.models import per_choice
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation
from vnpolitext.vocabulary import office_at_start

# A cell that holds the mark itself is quoted.
_QUOTED: Final = r"[ ]*+\"[^\"\n]*+\"[ ]*+(?=[;,/]|$)"
_BLANKS: Final = "  "
_MARKS: Final = {
    ";": lazy_pattern(rf"{_QUOTED}|[^;\n]*+"),
    ",": lazy_pattern(rf"{_QUOTED}|[^,\n]*+"),
    _BLANKS: lazy_pattern(r"(?:[^ \n]|[ ](?![ ]))*+"),
}
# Any other mark between heads is one between cells.
_OTHER: Final = lazy_pattern(r"[^\w\s.:;,|\"'()*-]")
_PLAIN: Final = (";", "&")
# The end of a row as LaTeX writes it.
_CLOSING: Final = lazy_pattern(r"[ ]*+\\(?:[\\ ]|hline)*+$")
_BETWEEN: Final = lazy_pattern(r"(?:\s|\\(?:hline)?+)*+")
_ITEM: Final = lazy_pattern(r"(?:[-+•*]|\(?\w{1,3}[.)/])[ ]*+")
_RULE: Final = lazy_pattern(r"[ ]*+[=+-]{2,}+[ =+-]*+")
_LONGEST_HEADS: Final = 160
_LONGEST: Final = 600
_SHARE: Final = 0.5
_WANTED: Final = frozenset({"name", "office"})


def with_heads(text: str) -> Iterator[Grid]:
    """Yield the tables whose first line has heads of columns for a name and an office."""
    done = 0
    for label in _name_labels().finditer(text.lower()):
        floor = max(0, label.start() - _LONGEST_HEADS)
        start = text.rfind("\n", floor, label.start()) + 1
        if start < done or (floor and not start):
            continue
        line = _line(text, start)
        done = line[1]
        mark, width = _mark(text, line)
        rows: list[Row] = []
        above = start
        while mark and (row := _row(text, line, mark)) is not None:
            is_rule = _RULE.fullmatch(text, *line) is not None
            if rows and mark == _BLANKS and _goes_on(row, line[0], rows[-1], above):
                rows[-1] = longer(rows[-1], row.end)
            elif not is_rule and len(row.cells) != width:
                # Blanks part cells in a table only where no cell is empty.
                rows = [] if mark == _BLANKS and text[slice(*line)].strip() else rows
                break
            elif not is_rule:
                rows.append(row)
                above = line[0]
            done = line[1] + 1
            if done > len(text):
                break
            line = _line(text, done)
        if len(rows) > FEWEST and _holds_names(text, rows):
            yield Grid("columns", tuple(rows), head=1)


def without_heads(text: str) -> Iterator[Grid]:
    r"""Yield the tables of which the rows tell that one column has names and another offices.

    >>> page = "Bí thư xã; Lò Văn An\nTrưởng bản; Mùa A Sơn\n"
    >>> [grid] = without_heads(page)
    >>> [[page[cell.start : cell.end] for cell in row.cells] for row in grid.rows]
    [['Bí thư xã', 'Lò Văn An'], ['Trưởng bản', 'Mùa A Sơn']]
    """
    for mark in _PLAIN:
        rows: list[Row] = []
        for line in _lines_with(text, mark):
            row = _row(text, line, mark)
            follows = rows and _BETWEEN.fullmatch(text, rows[-1].end, line[0])
            if row is None or not follows or len(row.cells) != len(rows[0].cells):
                yield from _unheaded(text, rows)
                rows = []
            rows += [] if row is None else [row]
        yield from _unheaded(text, rows)


def _until(mark: str) -> re.Pattern[str]:
    """Return the pattern of a cell that ends before a mark."""
    return re.compile(rf"[^{re.escape(mark)}\n]*+")


def _lines_with(text: str, mark: str) -> Iterator[Line]:
    """Yield the lines in which a mark stands, those that are not too long for a row."""
    at = text.find(mark)
    while at >= 0:
        floor = max(0, at - _LONGEST)
        start = text.rfind("\n", floor, at) + 1
        line = _line(text, start or floor)
        if start or not floor:
            yield line
        at = text.find(mark, max(at + 1, line[1]))


def _unheaded(text: str, rows: list[Row]) -> Iterator[Grid]:
    if len(rows) >= FEWEST and _tells_offices(text, rows):
        yield Grid("columns", tuple(rows))


def _tells_offices(text: str, rows: list[Row]) -> bool:
    """Return whether all that stands in one column are names, and in another offices."""
    columns = [
        [_ITEM.sub("", text[cell.start : cell.end], count=1) for cell in column]
        for column in zip(*(row.cells for row in rows), strict=True)
    ]
    others = [cells for cells in columns if not all(map(is_name, cells))]
    return len(others) < len(columns) and any(
        all(office_at_start(cell.lower()) for cell in cells) for cells in others
    )


@per_choice
def _name_labels() -> re.Pattern[str]:
    return lazy_pattern(alternation(name_labels(), begin=True) + r"(?!\w)")


def _line(text: str, start: int) -> Line:
    """Return the line at a place, as far as a row may reach."""
    reach = min(start + _LONGEST + 1, len(text))
    end = text.find("\n", start, reach)
    return start, end if end >= 0 else reach


def _mark(text: str, line: Line) -> tuple[str, int]:
    """Return what parts the heads in a line and how many there are; nothing where they are none."""
    if line[1] - line[0] > _LONGEST_HEADS or text.find(":", *line) >= 0:
        return "", 0
    for mark in (*_MARKS, *sorted(set(_OTHER.findall(text, *line)))):
        if text.find(mark, *line) < 0:
            continue
        row = _row(text, line, mark)
        kinds = {label_kind(text[cell.start : cell.end]) for cell in row.cells} if row else set()
        if row and kinds >= _WANTED and all(cell.start < cell.end for cell in row.cells):
            return mark, len(row.cells)
    return "", 0


def _goes_on(row: Row, start: int, last: Row, above: int) -> bool:
    """Return whether a line begins under the last cell of the row above, and goes on with it."""
    first = next((cell.start for cell in row.cells if cell.start < cell.end), start)
    return first - start == last.cells[-1].start - above > 0


def _holds_names(text: str, rows: list[Row]) -> bool:
    """Return whether most cells under the head of the names are names."""
    kinds = [label_kind(text[cell.start : cell.end]) for cell in rows[0].cells]
    cells = [row.cells[kinds.index("name")] for row in rows[1:]]
    names = sum(is_name(text[cell.start : cell.end].strip(" *_")) for cell in cells)
    return names >= _SHARE * len(cells)


def _row(text: str, line: Line, mark: str) -> Row | None:
    if line[1] - line[0] > _LONGEST:
        return None
    cells: list[Line] = []
    at = line[0]
    cell = _MARKS.get(mark) or _until(mark)
    while at <= line[1] and (found := cell.match(text, at, line[1])) is not None:
        cells.append(found.span())
        at = found.end() + 1
        while mark == _BLANKS and text[at : at + 1] == " ":
            at += 1
    if mark == "&" and (closing := _CLOSING.search(text, *cells[-1])):
        cells[-1] = cells[-1][0], closing.start()
    return Row(tuple(trimmed(text, *cell, number) for number, cell in enumerate(cells)))
