"""Rich Text files (``.rtf``)."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.fonts import FontText, encoding_of, hold_unicode
from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.articles.formats.grid import Cell, Row, table_lines
from vnpolitext.articles.formats.richtext.events import Event, events

_DASHES: Final = frozenset("-–—+*")
_CIRCLE: Final = "o"  # the bullet of a second level, which its font shows as a circle
_NEAR: Final = 60
_HEADING: Final = 300
_DEEPEST: Final = 12


def read_rtf(data: bytes, _encoding: str | None = None) -> Reading:
    """Return the text of a Rich Text file, one paragraph a line, table rows with ``|``.

    Numbers of lists stand before their items, headings have ``#``; columns of a page that a table
    makes (letterheads, signatures) are read cell by cell. Marks of notes are ``[1]``; the notes
    follow the text.

    Raises:
        ValueError: The file is damaged or without text.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ValueError("not a readable Rich Text file (no beginning)")
    with read_by_others("Rich Text file"):
        told = list(events(data))
        reading = _Document(old_fonts=_has_old_fonts(told)).reading(told)
    if not reading.text.strip():
        raise ValueError("a Rich Text file without text")
    return reading


def _has_old_fonts(told: Iterable[Event]) -> bool:
    stretches = [event.text for event in told if event.font and encoding_of(event.font)]
    return bool(stretches) and not hold_unicode(stretches)


@dataclass
class _Flow:
    """The text, a note or a text box: its paragraphs, and the tables that are not closed yet."""

    words: FontText = field(default_factory=FontText)
    number: str = ""
    lines: list[tuple[str, str | None]] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


@dataclass
class _Table:
    rows: list[Row] = field(default_factory=list)
    edges: list[tuple[int, ...]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    drawn: bool = False


class _Document:
    def __init__(self, *, old_fonts: bool) -> None:
        self._old_fonts = old_fonts
        self._flows = [_Flow()]
        self._kinds: list[str] = []
        self._notes: list[str] = []
        self._encodings: frozenset[str] = frozenset()

    def reading(self, told: Iterable[Event]) -> Reading:
        for event in told:
            self._take(event)
        while self._kinds:
            self._close_apart()
        flow = self._flows[0]
        self._paragraph(flow, Event("par"))
        self._close_tables(flow, 0)
        draft = Draft()
        for line, kind in flow.lines:
            draft.add(line, kind, "# " if kind == "heading" else "")
        for note in self._notes:
            draft.add(note, "footnote")
        known: dict[str, Any] = {}
        if self._encodings:
            known["encoding"] = "+".join(sorted(self._encodings))
        return draft.reading(known)

    def _take(self, event: Event) -> None:
        flow = self._flows[-1]
        font = event.font if self._old_fonts else ""
        if event.kind == "text":
            flow.words.add(event.text, font, capitals=event.capitals)
        elif event.kind == "hyphen":
            flow.words.add_hyphen(font, capitals=event.capitals)
        elif event.kind == "number":
            flow.number += event.text.replace("\t", " ")
        elif event.kind == "par":
            self._paragraph(flow, event)
        elif event.kind.endswith("cell"):
            self._cell(flow, event)
        elif event.kind.endswith("row"):
            self._row(flow, event)
        elif event.kind == "close":
            self._close_apart()
        else:
            self._open_apart(event.kind)

    def _paragraph(self, flow: _Flow, event: Event) -> None:
        level = min(event.level, _DEEPEST)
        lines = self._lines(flow, in_cell=level > 0)
        self._close_tables(flow, level)
        if level:
            while len(flow.tables) < level:
                flow.tables.append(_Table())
            flow.tables[-1].lines += (line for line in lines if line.strip())
            return
        heading = event.heading and all(len(line) < _HEADING for line in lines)
        flow.lines += ((line, "heading" if heading and line.strip() else None) for line in lines)

    def _lines(self, flow: _Flow, *, in_cell: bool) -> list[str]:
        """Return the lines of a paragraph; a number without words is shown in a cell alone."""
        text = flow.words.text()
        self._encodings |= flow.words.encodings
        mark = flow.number.strip()
        if mark == _CIRCLE or (mark and not any(letter.isalnum() for letter in mark)):
            mark = "-" if mark[0] in _DASHES else "•"
        if mark and text.strip():
            text = f"{mark} {text.lstrip(' ')}"
        elif mark and in_cell and mark not in "-•":
            text = mark
        lines = [*(line.rstrip() for line in text.split("\n")), *flow.boxes]
        flow.words, flow.number, flow.boxes = FontText(), "", []
        return lines

    def _cell(self, flow: _Flow, event: Event) -> None:
        level = max(1, event.level if event.kind == "nestcell" else 1)
        self._paragraph(flow, event._replace(level=min(level, _DEEPEST)))
        table = flow.tables[-1]
        table.cells.append(Cell(table.lines))
        table.lines = []

    def _row(self, flow: _Flow, event: Event) -> None:
        level = min(max(1, event.level if event.kind == "nestrow" else 1), _DEEPEST)
        self._close_tables(flow, level)
        if len(flow.tables) < level:
            return
        table = flow.tables[-1]
        if any(cell.lines for cell in table.cells):
            table.rows.append(Row(table.cells))
            table.edges.append(event.edges)
        table.cells, table.lines = [], []
        table.drawn = table.drawn or event.drawn

    def _close_tables(self, flow: _Flow, level: int) -> None:
        """Put the rows of the tables inside more than ``level`` into what is around them."""
        while len(flow.tables) > level:
            lines = list(_lines_of(flow.tables.pop()))
            if flow.tables:
                flow.tables[-1].lines += (line for line, _ in lines)
            else:
                flow.lines += lines

    def _open_apart(self, kind: str) -> None:
        if kind == "note":
            mark = f"[{len(self._notes) + 1}]"
            self._flows[-1].words.add(mark, "")
            self._notes.append(mark)
        self._kinds.append(kind)
        self._flows.append(_Flow())

    def _close_apart(self) -> None:
        if not self._kinds:
            return
        kind, flow = self._kinds.pop(), self._flows.pop()
        self._paragraph(flow, Event("par"))
        self._close_tables(flow, 0)
        lines = [line for line, _ in flow.lines if line.strip()]
        if kind == "box":
            self._flows[-1].boxes += lines
        else:
            self._notes[-1] = " ".join((self._notes[-1], *" ".join(lines).split()))


def _lines_of(table: _Table) -> Iterator[tuple[str, str | None]]:
    if any(cell.lines for cell in table.cells) or table.lines:
        table.rows.append(Row([*table.cells, *([Cell(table.lines)] if table.lines else ())]))
        table.edges.append(())
    if table.rows:
        _set_spans(table)
        yield from table_lines(table.rows, drawn=table.drawn)


def _set_spans(table: _Table) -> None:
    """Tell the cells of a table how many columns they take, by the edges of all rows."""
    places = sorted({place for edges in table.edges for place in edges})
    starts = [place for at, place in enumerate(places) if at == 0 or place - places[at - 1] > _NEAR]
    for row, edges in zip(table.rows, table.edges, strict=True):
        if len(edges) != len(row.cells) + 1:
            continue
        columns = [bisect(starts, edge) - 1 for edge in edges]
        row.before = columns[0]
        for cell, (left, right) in zip(row.cells, pairwise(columns), strict=True):
            cell.span = max(1, right - left)
