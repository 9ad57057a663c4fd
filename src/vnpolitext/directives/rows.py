"""Tables of tasks: each row a task, with who leads, who cooperates, and by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from vnpolitext.directives.actors import each_name
from vnpolitext.directives.clauses import read_clauses
from vnpolitext.directives.dates import cell_deadlines, find_deadlines
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.directives.points import without_points
from vnpolitext.directives.quantities import find_targets
from vnpolitext.directives.records import Actor, Deadline, Directive, Strength, Target
from vnpolitext.layout import Page
from vnpolitext.layout.tables import LONGEST_CELL, Cell, Grid, Row
from vnpolitext.text import Span, View
from vnpolitext.text.lines import without_edges
from vnpolitext.text.numerals import numeral
from vnpolitext.text.patterns import lazy_pattern

ROW: Final = "row"
"""The style of a task that is the row of a table."""

_NUMBER: Final = lazy_pattern(r"\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}|[ivxlc]{1,6}|[a-zđ])\)?[.)]?")
_PLAIN: Final = lazy_pattern(r"[\W\d_]*|\W*[a-zđ]\W*")
_LABEL: Final = lazy_pattern(
    r"(?:cơ quan |đơn vị )?(?:phối hợp(?: thực hiện)?|(?P<lead>chủ trì)) ?:"
)
_NAMES: Final = lazy_pattern(r"[ ]*(?:[;\n]|,(?= ))[ \n+•-]*|[ \n]+-[ \n]|[ \n]và[ \n](?=[^\W\d_])")
_EDGE: Final = " \n.,;:+•*_-"
_MOST_HEADS: Final = 3
_LONGEST_HEAD: Final = 80
_FEWEST: Final = 2
_SHARE: Final = 0.6
_ASKED: Final = 2

Columns = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Filled:
    """A row with what stands in each column, cells that span rows in each of them."""

    row: Row
    cells: Mapping[int, Cell]


def find_rows(page: Page, first_list: int) -> list[Directive]:
    """Return the rows of tables of tasks (*phụ lục phân công nhiệm vụ*), in text order.

    A table is one of tasks where a head names a column of tasks and one of who leads, who
    cooperates or by when; without a head, where the cells do. A table that follows one of as many
    columns and has no head goes on with it. A row that fills only the column of tasks is a heading
    of those below.

    Args:
        page: The document.
        first_list: Number of the first table as a list.
    """
    grids = page.grids.within(0, len(page.view.text))
    if not grids:
        return []
    view = without_points(page.view)
    found: list[Directive] = []
    columns: Columns = {}
    number, width = first_list - 1, 0
    for grid in grids:
        if any(cell.end - cell.start > LONGEST_CELL for row in grid.rows for cell in row.cells):
            continue
        rows = list(_filled(grid))
        head, told = _heads(view, rows)
        if not told and not (columns and _width(grid) == width):
            told = _by_content(view, rows)
        if told:
            columns, width, number = told, _width(grid), number + 1
        elif not (columns and _width(grid) == width):
            columns = {}
            continue
        body = [each for each in rows[head:] if not _repeats(view, each)]
        found += _records(view, body, columns, number, len(found))
    return found


def _width(grid: Grid) -> int:
    return max(cell.column + cell.columns for row in grid.rows for cell in row.cells)


def _filled(grid: Grid) -> Iterator[_Filled]:
    above: dict[int, tuple[Cell, int]] = {}
    for row in grid.rows:
        cells = {column: cell for column, (cell, _) in above.items()}
        above = {at: (cell, left - 1) for at, (cell, left) in above.items() if left > 1}
        for cell in row.cells:
            for column in range(cell.column, cell.column + cell.columns):
                cells[column] = cell
                if cell.rows > 1:
                    above[column] = cell, cell.rows - 1
        yield _Filled(row, cells)


def _heads(view: View, rows: Sequence[_Filled]) -> tuple[int, Columns]:
    """How many rows are heads, and what the columns of a table of tasks are; none of others."""
    told: dict[int, str] = {}
    count = 0
    for each in rows[:_MOST_HEADS]:
        here = {
            column: kind
            for column, cell in each.cells.items()
            if (kind := _head(view.lower[cell.start : cell.end])) is not None
        }
        words = [c for c in each.cells.values() if c.start < c.end]
        if len(here) < min(_FEWEST, len(words)) or not here:
            break
        told |= here
        count += 1
    kinds = set(told.values())
    is_tasks = "task" in kinds and bool(
        kinds & {"lead", "with"} or kinds >= {"deadline", "product"}
    )
    return (count, told) if is_tasks else (0, {})


def _head(words: str) -> str | None:
    """What the head of a column says that stands in it."""
    words = " ".join(words.split()).strip(_EDGE + "()")
    if not words or len(words) > _LONGEST_HEAD:
        return None
    for kind, cues in task_rules().columns.items():
        if any(cue in words if cue[0] != "^" else words.startswith(cue[1:]) for cue in cues):
            return kind
    return None


def _by_content(view: View, rows: Sequence[_Filled]) -> Columns:
    """What the columns of a table without a head are, if its cells make it one of tasks."""
    fewest = max(_FEWEST, _SHARE * len(rows))
    leads = Counter(
        column for each in rows for column, cell in each.cells.items() if _names_lead(view, cell)
    )
    if max(leads.values(), default=0) < fewest:
        return {}
    shares: dict[int, dict[str, int]] = {}
    for each in rows:
        for column, cell in each.cells.items():
            kind = _cell_kind(view, cell)
            if kind is not None:
                counts = shares.setdefault(column, {})
                counts[kind] = counts.get(kind, 0) + 1
    told: dict[int, str] = {}
    for column, counts in sorted(shares.items()):
        kind, count = max(counts.items(), key=lambda item: item[1])
        if count >= fewest:
            told[column] = "with" if kind == "lead" and "lead" in told.values() else kind
    return told if {"task", "lead", "deadline"} <= set(told.values()) else {}


def _names_lead(view: View, cell: Cell) -> bool:
    """Whether a short cell begins with the name of somebody who may act."""
    words = view.lower[cell.start : cell.end].strip(_EDGE)
    is_short = 0 < len(words) <= _LONGEST_HEAD
    return (
        is_short
        and task_rules().actors.longest(words, 0, len(words)) is not None
        and not _NUMBER.fullmatch(words)
    )


def _cell_kind(view: View, cell: Cell) -> str | None:
    words = view.lower[cell.start : cell.end].strip(_EDGE)
    rules = task_rules()
    if not words:
        return None
    if _NUMBER.fullmatch(words):
        return "number"
    if _names_lead(view, cell):
        return "lead"
    if len(words) <= _LONGEST_HEAD and cell_deadlines(view, cell.start, cell.end, "in"):
        return "deadline"
    action = rules.actions.longest(words, 0, len(words))
    return "task" if action is not None and action[1] in ("verb", "light") else None


def _repeats(view: View, each: _Filled) -> bool:
    """Whether a row is a head again, or numbers the columns."""
    words = [view.lower[c.start : c.end] for c in each.row.cells if c.start < c.end]
    heads = sum(_head(one) is not None for one in words)
    return (
        not words
        or all(_PLAIN.fullmatch(one) for one in words)
        or (
            heads >= _FEWEST
            and heads > len(words) // 2
            and all(len(w) < _LONGEST_HEAD for w in words)
        )
    )


def _records(
    view: View, rows: Iterable[_Filled], columns: Columns, number: int, before: int
) -> Iterator[Directive]:
    above: int | None = None
    counted = 0
    for place, each in enumerate(rows):
        marker, task = _one(each, columns, "number"), _one(each, columns, "task")
        if task is None:
            counted -= 1
            continue
        own = [
            cell
            for column, cell in each.cells.items()
            if columns.get(column) not in ("number", "task") and cell.start < cell.end
        ]
        words = view.surface(marker.start, marker.end) if marker is not None else ""
        value = numeral(view.lower[marker.start : marker.end].strip(_EDGE + "()")) if marker else 0
        last = each.row.start + len(view.text[each.row.start : each.row.end].rstrip())
        start, end = view.span(each.row.start, last)
        item = Directive(
            start,
            end,
            view.source[start:end],
            marker=words.strip(_EDGE + "()"),
            number=value or place + 1,
            style=ROW,
            list=number,
            rule=ROW,
        )
        if not own:
            above = before + place + counted
            yield replace(item, role="topic", heading=_words(view, task))
            continue
        yield _task(view, replace(item, parent=above, level=int(above is not None)), each, columns)


def _one(each: _Filled, columns: Columns, kind: str) -> Cell | None:
    """The first cell of a kind that has words."""
    return next(
        (
            cell
            for column, cell in sorted(each.cells.items())
            if columns.get(column) == kind and cell.start < cell.end
        ),
        None,
    )


def _task(view: View, item: Directive, each: _Filled, columns: Columns) -> Directive:
    task = _one(each, columns, "task")
    clauses = (
        read_clauses(view.text, view.lower, task.start, task.end, is_heading=False)
        if task is not None
        else None
    )
    actors: list[Actor] = []
    deadlines: list[Deadline] = []
    targets: list[Target] = []
    seen: set[int] = set()
    for column, cell in sorted(each.cells.items()):
        kind = columns.get(column)
        if cell.start >= cell.end or cell.start in seen:
            continue
        seen.add(cell.start)
        if kind in ("lead", "with"):
            actors += _actors(view, cell, kind)
        elif kind in ("deadline", "due"):
            deadlines += cell_deadlines(view, cell.start, cell.end, "by" if kind == "due" else "in")
        elif kind == "task":
            deadlines += find_deadlines(view, cell.start, cell.end)
        if kind in ("task", "product"):
            targets += find_targets(view, cell.start, cell.end)
    actions = [_span(view, *action) for action in clauses.actions] if clauses else []
    named = (
        [Actor(s.start, s.end, s.text) for s in (_span(view, *a) for a in clauses.actors)]
        if (clauses and not actors)
        else []
    )
    strength = Strength(*_place(actions[0]), level=_ASKED) if actions else None
    return replace(
        item,
        heading=_words(view, task) if task is not None else None,
        role="task",
        is_directive=True,
        actions=tuple(actions),
        actors=(*actors, *named),
        targets=tuple(targets),
        deadlines=tuple(sorted(deadlines, key=lambda one: one.start)),
        strength=strength,
    )


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.text


def _actors(view: View, cell: Cell, role: str) -> Iterator[Actor]:
    """The names of a cell; a label in it (*Phối hợp:*) says what part those behind it have."""
    at = cell.start
    for label in [*_LABEL.finditer(view.lower, cell.start, cell.end), None]:
        stop = label.start() if label is not None else cell.end
        yield from _names(view, at, stop, role)
        if label is not None:
            at, role = label.end(), "lead" if label["lead"] else "with"


def _names(view: View, start: int, end: int, role: str) -> Iterator[Actor]:
    actors = task_rules().actors
    at = start
    for joint in [*_NAMES.finditer(view.text, start, end), None]:
        stop = joint.start() if joint is not None else end
        if joint is not None:
            parts = "\n" in joint[0] or ";" in joint[0] or "-" in joint[0]
            if not parts and actors.longest(view.lower, joint.end(), end) is None:
                continue
        for first, last in each_name(view.text, view.lower, at, stop):
            span = _span(view, *without_edges(view.text, first, last, _EDGE))
            if span.text:
                yield Actor(span.start, span.end, span.text, role=role)
        at = joint.end() if joint is not None else end


def _span(view: View, start: int, end: int) -> Span:
    first, last = view.span(start, end)
    return Span(first, last, view.source[first:last])


def _words(view: View, cell: Cell) -> str:
    return " ".join(view.text[cell.start : cell.end].strip(_EDGE).split())
