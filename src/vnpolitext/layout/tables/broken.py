"""Rows whose cells go on beside each other in the lines below, made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Final

from vnpolitext.layout.tables.columns import cell_kind, head_kind
from vnpolitext.layout.tables.grid import FEWEST, Line, paragraphs, trimmed
from vnpolitext.text import View
from vnpolitext.text.moved import moved
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import office_at_start

_CELL: Final = lazy_pattern(r"[^ \n](?:[^ \n]|[ ](?![ \n]))*+")
_RULE: Final = lazy_pattern(r"[ ]*+[+|─-╬][-+=|─-╬]{4,}+[ ]*+")
_BAR: Final = lazy_pattern(r"[|│┃║╎┆]")
_BULLET: Final = lazy_pattern(r"\A[-+•*][ ]++")
_ENDS: Final = " ,;."
_COMMA: Final = ", "
_GAP: Final = "   "
_DRAWN_GAP: Final = " | "
_LONGEST: Final = 600
_SHARE: Final = 0.8
_OPEN: Final = (",", ";", "-", "và")
# What a cell holds that never goes on in another line.
_WHOLE: Final = frozenset({"number", "year"})

Cells = list[Line]
# The lines of each column of a row, and the whole of its lines.
_Row = tuple[list[Cells], Line]


def with_whole_rows(view: View) -> View:
    r"""Return the view with one line for each row of tables with broken cells.

    The lines of its cells stand in each row one behind the other. It is done in tables with a line
    drawn between all rows; and in columns that name people, where the first line of each row has
    all cells, and what goes on begins under them, in cells before the last too.

    >>> page = "1  Lò Văn An   Bí thư   1970\n               xã Mây\n2  Mùa A Sơn   Bí thư   1971\n"
    >>> with_whole_rows(View.of(page)).text
    '1   Lò Văn An   Bí thư xã Mây   1970\n2   Mùa A Sơn   Bí thư   1971\n'
    """
    text = view.text
    if "  " not in text:
        return view
    pieces: list[Line | str] = []
    done = 0
    for lines in paragraphs(text, "  "):
        drawn = _drawn_rows(text, lines)
        for columns, (start, end) in drawn or _rows(text, lines):
            gap = _DRAWN_GAP if drawn else _GAP
            pieces += ((done, start), *_whole(text, columns, gap))
            done = end
    return moved(view, [*pieces, (done, len(text))]) if pieces else view


def _whole(text: str, columns: Sequence[Cells], gap: str) -> Iterator[Line | str]:
    """Yield the cells of a row one behind the other, with a gap between two.

    An office on a line of its own has a comma before it, and no mark of a list.
    """
    for number, cells in enumerate(columns):
        yield from (gap,) if number else ()
        yield from cells[:1]
        for (first, last), (start, end) in pairwise(cells):
            line, below = text[first:last], text[start:end]
            yield _COMMA if _begins_anew(line, below) else " "
            mark = _BULLET.match(below) if _is_office(below) else None
            yield start + (mark.end() if mark else 0), end


def _drawn_rows(text: str, lines: Sequence[Line]) -> list[_Row]:
    """Return the rows of a table with a line drawn between all of them, if cells are broken."""
    rules = [_RULE.fullmatch(text, *line) is not None for line in lines]
    if rules.count(True) <= FEWEST or rules.count(True) * 2 > len(rules):
        return []
    marked = list(zip(rules, lines, strict=True))[
        rules.index(True) : -rules[::-1].index(True) or None
    ]
    groups = [
        [(line, [bar.start() for bar in _BAR.finditer(text, *line)]) for _, line in group]
        for is_rule, group in groupby(marked, key=itemgetter(0))
        if not is_rule
    ]
    widths = {tuple(bar - line[0] for bar in bars) for group in groups for line, bars in group}
    if len(widths) != 1 or len(next(iter(widths))) <= FEWEST:
        return []
    rows = [_drawn_row(text, [bars for _, bars in group]) for group in groups]
    broken = any(len(cells) > 1 for row, _ in rows for cells in row)
    return rows if broken and all(map(_is_wrapped, _texts(text, rows))) else []


def _drawn_row(text: str, bars: Sequence[Sequence[int]]) -> _Row:
    """Return the row whose lines have bars at some places."""
    lines = [[trimmed(text, at + 1, stop, 0) for at, stop in pairwise(each)] for each in bars]
    columns = [
        [(cell.start, cell.end) for cell in cells if cell.start < cell.end]
        for cells in zip(*lines, strict=True)
    ]
    return columns, (bars[0][0] + 1, bars[-1][-1])


def _rows(text: str, lines: Sequence[Line]) -> list[_Row]:
    """Return the rows of the table in a paragraph, none where all stand on one line."""
    split = [_split(text, line) for line in lines]
    widths = [len(cells) for cells in split]
    width = max(widths)
    if width < FEWEST or widths.count(width) < FEWEST:
        return []
    first = widths.index(width)
    if first and split[first - 1] and split[first - 1][0][0] > lines[first - 1][0]:
        return []
    edges = [start - lines[first][0] for start, _ in split[first]]
    rows: list[_Row] = []
    for line, cells in zip(lines[first:], split[first:], strict=True):
        places = _columns(cells, line[0], edges)
        if places is None:
            break
        if len(cells) == width:
            rows.append(([[cell] for cell in cells], line))
        else:
            columns, whole = rows[-1]
            for place, cell in zip(places, cells, strict=True):
                columns[place].append(cell)
            rows[-1] = columns, (whole[0], line[1])
    return rows if _goes_on_inside(text, rows) else []


def _split(text: str, line: Line) -> Cells:
    if line[1] - line[0] > _LONGEST:
        return []
    return [cell.span() for cell in _CELL.finditer(text, *line)]


def _columns(cells: Cells, line: int, edges: Sequence[int]) -> list[int] | None:
    """Return the columns under whose edges cells stand, ``None`` where one does not fit in."""
    places = []
    for start, end in cells:
        begin = start - line
        if begin not in edges:
            return None
        place = edges.index(begin)
        if place + 1 < len(edges) and end - line >= edges[place + 1]:
            return None
        places.append(place)
    return places or None


def _goes_on_inside(text: str, rows: Sequence[_Row]) -> bool:
    """Return whether rows name people, and cells before the last go on where they may."""
    if len(rows) < FEWEST or all(len(cells) == 1 for row, _ in rows for cells in row[:-1]):
        return False
    columns = _texts(text, rows)
    return any(map(_names, columns)) and all(map(_is_wrapped, columns))


def _texts(text: str, rows: Sequence[_Row]) -> list[list[list[str]]]:
    """Return the lines of the cells of each column."""
    return [
        [[text[slice(*cell)] for cell in row[at]] for row, _ in rows]
        for at in range(len(rows[0][0]))
    ]


def _names(column: Sequence[Sequence[str]]) -> bool:
    """Return whether a column has names, as its head or its cells tell."""
    return head_kind(column[0][0]) == "name" or _share(column, "name")


def _is_wrapped(column: Sequence[Sequence[str]]) -> bool:
    """Return whether the cells of a column are broken only where no further word had room.

    Or they hold an office on each line: in all rows the first line begins with one. Elsewhere the
    lines are of several cells: where a cell stands in the middle of its row, it begins above the
    others. Figures and years are never broken.
    """
    if any(len(cell) > 1 and cell_kind(cell[0]) in _WHOLE for cell in column):
        return False
    room = max((len(line) for cell in column for line in cell), default=0)
    lists = all(_is_office(cell[0]) for cell in column[1:] if cell)
    return all(
        (lists and _is_office(below))
        or (len(line) + 1 + len(below.split(" ", 1)[0]) > room and not _begins_anew(line, below))
        for cell in column
        for line, below in pairwise(cell)
    )


def _is_office(line: str) -> bool:
    """Return whether a line begins with an office, a mark of a list before it."""
    office = office_at_start(_BULLET.sub("", line, count=1).lower().rstrip(_ENDS))
    return office is not None and office.role == "head"


def _begins_anew(line: str, below: str) -> bool:
    """Return whether an office begins below a line that asks for none."""
    if not _is_office(below) or line.endswith(_OPEN):
        return False
    word = line.rpartition(" ")[2].lower()
    longer = office_at_start(f"{word} {below.lower()}")
    return longer is None or longer.role != "head"


def _share(column: Sequence[Sequence[str]], kind: str) -> bool:
    """Return whether most cells behind the first, which may be a head, are of a kind."""
    kinds = [cell_kind(cell[0]) for cell in column[1:] or column if cell]
    return bool(kinds) and kinds.count(kind) >= _SHARE * len(kinds)
