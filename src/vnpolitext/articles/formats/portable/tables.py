"""Tables of PDF pages: where lines draw them, and their rows with bars."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from vnpolitext.articles.formats.grid import Cell, in_bars
from vnpolitext.articles.formats.grid import Row as GridRow
from vnpolitext.articles.formats.portable.placed import Page
from vnpolitext.articles.formats.portable.rows import Row, Run
from vnpolitext.layout.marks import is_name
from vnpolitext.text.patterns import lazy_pattern

_left: Final = attrgetter("left")
_right: Final = attrgetter("right")
_NUMBER: Final = lazy_pattern(r"\(?(?:\d{1,4}|[IVXLC]{1,6}|[a-zđ])[.)]?$")
_SIDES: Final = 2
_JOINT: Final = 4.0
_GAP: Final = 1.2
_SIDE_TO_SIDE: Final = 0.9
_LOOSE: Final = 1.3


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
        grid = _is_grid([rule for rule in page.rules if top - _JOINT < rule[2] < bottom + _JOINT])
        if _are_columns(page, held, inner, grid=grid):
            found.append((inside[0], inside[-1] + 1, inner))
    return found


def _are_columns(page: Page, rows: Sequence[Row], places: list[float], *, grid: bool) -> bool:
    """Whether lines at some places part columns: most rows have them, and few words cross them.

    A cell of several columns has no line inside. Words touch the sides of a box around them, as of
    what is marked in colour; in a cell there is room.
    """
    barred = [
        (row, place) for row in rows for place in places if _is_barred(page, row.middle, place)
    ]
    boxed = sum(_touches(row, place) for row, place in barred) * 2 >= max(1, len(barred))
    drawn = not boxed and (grid or len(barred) * 2 >= len(rows) * len(places))
    crossed = sum(_crosses(page, row, places, drawn=drawn) for row in rows)
    return crossed * 4 <= len(rows)


def _touches(row: Row, place: float) -> bool:
    return any(min(abs(word.left - place), abs(word.right - place)) < 1 for word in row.words)


def _is_grid(rules: Sequence[tuple[float, float, float]]) -> bool:
    """Whether horizontal lines reach from side to side at three heights at least."""
    if not rules:
        return False
    width = max(right for _, right, _ in rules) - min(left for left, _, _ in rules)
    covered: dict[int, float] = {}
    ends: dict[int, float] = {}
    for left, right, height in sorted(rules):
        line = round(height)
        told = max(0.0, right - max(left, ends.get(line, left)))
        covered[line] = covered.get(line, 0.0) + told
        ends[line] = max(right, ends.get(line, right))
    return sum(length >= _SIDE_TO_SIDE * width for length in covered.values()) > _SIDES


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


def _crosses(page: Page, row: Row, places: list[float], *, drawn: bool) -> bool:
    return any(
        word.left + 1 < place < word.right - 1
        and (not drawn or _is_barred(page, row.middle, place))
        for word in row.words
        for place in places
    )


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


def table_lines(run: Run, page: Page) -> list[str]:
    """Return the rows of a table with bars; the lines of a cell are one.

    What is drawn tells which cells take several columns or rows: the others stay empty.
    """
    starts = _row_starts(run, page.rules)
    parts = [run.rows[a:b] for a, b in pairwise([*starts, len(run.rows)])]
    rows = [_cells(run, page, part) for part in parts]
    if run.drawn:
        _join_down(run, page, parts, rows)
    return [in_bars(GridRow(list(row.values()))) for row in rows]


def _cells(run: Run, page: Page, rows: Sequence[Row]) -> dict[int, Cell]:
    """Return the cells of a row by the number of the column that they begin in."""
    gutters = run.gutters
    held = [
        at for at, place in enumerate(gutters) if not run.drawn or _is_parted(page, rows, place)
    ]
    edges = [float("-inf"), *(gutters[at] for at in held), float("inf")]
    columns = [0, *(at + 1 for at in held), len(gutters) + 1]
    found: dict[int, Cell] = {}
    for (left, right), (first, after) in zip(pairwise(edges), pairwise(columns), strict=True):
        lines = [Row(words).text for row in rows if (words := row.between(left, right))]
        found[first] = Cell(_whole(lines), after - first)
    return found


def _is_parted(page: Page, rows: Sequence[Row], place: float) -> bool:
    """Whether a line, or a wide gap, stands between the columns at a place in some rows."""
    if any(_is_barred(page, row.middle, place) for row in rows):
        return True
    for row in rows:
        left, right = row.between(float("-inf"), place), row.between(place, float("inf"))
        gap = min(map(_left, right), default=place) - max(map(_right, left), default=float("-inf"))
        if left and right and gap < _GAP * row.height:
            return False
    return True


def _is_barred(page: Page, height: float, place: float) -> bool:
    return any(
        top - 1 < height < bottom + 1 and abs(at - place) <= _JOINT for top, bottom, at in page.bars
    )


def _join_down(
    run: Run, page: Page, parts: Sequence[Sequence[Row]], rows: Sequence[dict[int, Cell]]
) -> None:
    """Put the words of cells that no line parts from the cell above into that."""
    top, bottom = run.rows[0].middle, run.rows[-1].middle
    rules = [rule for rule in page.rules if top < rule[2] < bottom]
    if not rules:
        return
    first, last = min(rule[0] for rule in rules), max(rule[1] for rule in rules)
    edges = [first, *run.gutters, last]
    above = dict(rows[0])
    for (part, after), row in zip(pairwise(parts), rows[1:], strict=True):
        between = [rule for rule in rules if part[-1].middle < rule[2] < after[0].middle]
        for column, cell in row.items():
            middle = (edges[column] + edges[column + cell.span]) / 2
            over = above.get(column)
            ruled = not between or any(left < middle < right for left, right, _ in between)
            if ruled or over is None or over.span != cell.span:
                above[column] = cell
                continue
            over.lines = _whole([*over.lines, *cell.lines])
            cell.lines = []


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
