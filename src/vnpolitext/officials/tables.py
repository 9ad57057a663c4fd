"""Offices and names in the cells of tables, written with ``|`` between the cells.

Four layouts are read: a row of a list (``| 3 | Lò Văn An | 1986 | Bí thư Huyện ủy |``), a row of an
office and its holders (``| Chủ tịch UBND | Lò Văn An |``), a band, an office that fills a row and
is that of every list row below it, and an infobox, whose bands are offices of the person that its
first row names.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING, Final

from vnpolitext.officials.gaps import past_term
from vnpolitext.officials.names import Element, Name
from vnpolitext.officials.offices import Office

if TYPE_CHECKING:
    from vnpolitext.officials.attach import Attacher

_RULE: Final = "table"
_NO_NUMBER: Final = frozenset({"-", "–", "(", ")", "."})
_BEFORE_OFFICE: Final = frozenset({"quyền", "nguyên", "cố", "•", "-"})
_WITH_OTHERS: Final = 3
_REMARK: Final = {"(": ")", "[": "]"}
_OFFICE_COLUMNS: Final = (["chức", "vụ"], ["chức", "danh"])


@dataclass(slots=True)
class _Cell:
    """A cell: its tokens and the indices of the elements in it."""

    first: int
    last: int
    found: list[int] = field(default_factory=list)


def attach_tables(attacher: Attacher) -> None:
    """Bind the offices of every table to the names of their rows."""
    for rows in _tables(attacher):
        _Table(attacher, rows).read()


class _Table:
    """One table and what its upper rows say of those below."""

    def __init__(self, attacher: Attacher, rows: list[list[_Cell]]) -> None:
        self.attacher = attacher
        self.elements = attacher.elements
        self.words = attacher.tokens.words
        self.rows: list[list[_Cell]] = []
        self.subject: Name | None = None
        self.band: int | None = None
        self.column: int | None = None
        self.width = 0
        self.above: list[int] = []
        for row in rows:
            if self.rows and self._goes_on(row):
                self.rows[-1] += row
            else:
                self.rows.append(row)

    def read(self) -> None:
        """Bind the offices, row by row."""
        for number, row in enumerate(self.rows):
            full = _full(row)
            offices = self._offices(full)
            names = self._names(full)
            if self._is_band(row) and not (self.subject and self._has_bar(row)):
                self._bind_band(offices)
            elif number == 0 and len(full) == 1 and len(names) == 1:
                self.subject = names[0]
            elif not offices and not names:
                self._read_header(row)
            elif names:
                self._bind_row(row, full, names, offices)

    def _goes_on(self, row: list[_Cell]) -> bool:
        """Return whether a row without ``|`` before it belongs to the row above."""
        if self._has_bar(row) or self._is_band(row) or self._is_numbered(row[0]):
            return False
        return not (self._fills(row[0]) and self._names(_full(row)[1:2]))

    def _has_bar(self, row: list[_Cell]) -> bool:
        return self.words[row[0].first - 1] == "|"

    def _is_band(self, row: list[_Cell]) -> bool:
        """Return whether offices, with remarks in brackets, fill a row."""
        full = _full(row)
        return len(full) == 1 and self._fills(full[0])

    def _bind_band(self, offices: list[int]) -> None:
        if self.subject is None:
            self.band = offices[0]
            self.attacher.taken.add(offices[0])
            return
        for office in offices:
            self.attacher.bind(self.subject, office, _RULE)

    def _read_header(self, row: list[_Cell]) -> None:
        for column, cell in enumerate(row):
            if self.words[cell.first : cell.last] in _OFFICE_COLUMNS:
                self.column, self.width = column, len(row)

    def _bind_row(
        self, row: list[_Cell], full: list[_Cell], names: list[Name], offices: list[int]
    ) -> None:
        held = self._offices(full[:1])
        if self._fills(full[0]) and names[0] in self._names(full[1:2]):
            beside = self._offices(full[2:3]) if self._holds_more(full) else []
            for name in self._names(full[1:2]):
                for office in (*held, *beside):
                    self.attacher.bind(name, office, _RULE)
            return
        foremost = full[: 2 + self._is_numbered(full[0])]
        if self.subject is not None or names[0] not in self._names(foremost):
            return
        if self.band is not None and self._is_numbered(full[0]):
            self.attacher.bind(names[0], self.band, _RULE)
        own = [at for cell in full for at in self._own(cell, names[0])]
        if not offices and self._is_spanned(row):
            own = self.above
        for office in own:
            self.attacher.bind(names[0], office, _RULE)
        self.above = own

    def _holds_more(self, full: list[_Cell]) -> bool:
        """Return whether the cell after a name has other offices of theirs, not the next one's."""
        if self.subject is not None or len(full) < _WITH_OTHERS or not self._fills(full[2]):
            return False
        return not self._names(full[3:4])

    def _is_spanned(self, row: list[_Cell]) -> bool:
        """Return whether the office cell of a row is empty or gone, as the one above spans it."""
        if self.column is None:
            return False
        if len(row) < self.width:
            return True
        return row[self.column].first == row[self.column].last

    def _own(self, cell: _Cell, name: Name) -> list[int]:
        """Return the offices of a cell that are those of the first name of its row."""
        names = self._names([cell])
        if name in names:
            return []
        offices = self._offices([cell])
        if not names:
            return offices
        mine = [at for at in offices if self.elements[at].first < names[0].first]
        return mine if mine and self._opens(cell, cell.found[0]) else []

    def _opens(self, cell: _Cell, office: int) -> bool:
        start = self.elements[office].first
        return all(word in _BEFORE_OFFICE for word in self.words[cell.first : start])

    def _fills(self, cell: _Cell) -> bool:
        """Return whether a cell holds offices and, after them, remarks in brackets only.

        In the box of one person a term of office may follow, too.
        """
        if not cell.found or self._names([cell]) or not self._opens(cell, cell.found[0]):
            return False
        at = self.elements[cell.found[-1]].last
        if self.subject is not None:
            at = past_term(self.words, at)
        while at < cell.last:
            closing = _REMARK.get(self.words[at])
            if closing is not None and closing in self.words[at : cell.last]:
                at = self.words.index(closing, at)
            elif self.words[at] != "\n":
                return False
            at += 1
        return True

    def _is_numbered(self, cell: _Cell) -> bool:
        return all(w in _NO_NUMBER or w.isdigit() for w in self.words[cell.first : cell.last])

    def _offices(self, cells: list[_Cell]) -> list[int]:
        return [at for cell in cells for at in cell.found if self._is_office(at)]

    def _names(self, cells: list[_Cell]) -> list[Name]:
        found = (self.elements[at] for cell in cells for at in cell.found)
        return [element for element in found if isinstance(element, Name)]

    def _is_office(self, at: int) -> bool:
        return isinstance(self.elements[at], Office)


def _full(row: list[_Cell]) -> list[_Cell]:
    """Return the cells of a row that hold something."""
    return [cell for cell in row if cell.first < cell.last]


def _tables(attacher: Attacher) -> list[list[list[_Cell]]]:
    """Return the tables of a text: rows of cells, each with the elements in it."""
    words = attacher.tokens.words
    tables: list[list[list[_Cell]]] = []
    at = 0
    for bar in compress(range(len(words)), map("|".__eq__, words)):
        if bar < at or not (bar == 0 or words[bar - 1] in {"\n", "]"}):
            continue
        at = bar
        end = _end(words, at)
        at = _heading(words, at)
        rows = [_cells(words, first, last) for first, last in _rows(words, at, end)]
        tables.append(rows)
        at = end
    _place(attacher.elements, tables)
    return tables


def _heading(words: list[str], at: int) -> int:
    """Return where the line before a rule (``|---|``) begins that has no ``|`` before it."""
    line = words[at : words.index("\n", at)] if "\n" in words[at : at + 99] else []
    if at < 2 or set(line) != {"|", "-"} or words[at - 2] != "|":
        return at
    first = at - 2
    while first > 0 and words[first - 1] != "\n":
        first -= 1
    return first


def _end(words: list[str], at: int) -> int:
    """Return where the table that begins at ``at`` ends: at an empty line."""
    with suppress(ValueError):
        while True:
            at = words.index("\n", at)
            if words[at + 1 : at + 2] == ["\n"]:
                return at
            at += 1
    return len(words)


def _rows(words: list[str], at: int, end: int) -> list[tuple[int, int]]:
    """Return the rows of a table; a line that goes on with a row above it begins none."""
    starts: list[int] = []
    columns = 0
    for line, stop in _lines(words, at, end):
        if not columns and set(words[line:stop]) == {"|", "-"}:
            columns = words[line:stop].count("|") - 1
        if not starts or _begins(words, line, stop, columns):
            starts.append(line)
    return list(zip(starts, [*starts[1:], end], strict=True))


def _lines(words: list[str], at: int, end: int) -> Iterator[tuple[int, int]]:
    while at < end:
        try:
            stop = words.index("\n", at, end)
        except ValueError:
            stop = end
        yield at, stop
        at = stop + 1


def _begins(words: list[str], first: int, last: int, columns: int) -> bool:
    """Return whether a line begins a row: in a table of ``columns`` columns a band fills it."""
    if first == last:
        return False
    if words[first] == "|":
        return last - first > 1 and words[first + 1] != "|"
    if last - first == 1 and words[first] in _NO_NUMBER:
        return True
    return words[first - 2] == "|" and words[first:last].count("|") in {0, columns}


def _cells(words: list[str], first: int, last: int) -> list[_Cell]:
    cells = []
    start = first + 1 if words[first] == "|" else first
    for at in range(start, last + 1):
        if at == last or words[at] == "|":
            left, right = start, at
            while left < right and words[left] == "\n":
                left += 1
            while left < right and words[right - 1] == "\n":
                right -= 1
            cells.append(_Cell(left, right))
            start = at + 1
    return cells


def _place(elements: list[Element], tables: list[list[list[_Cell]]]) -> None:
    """Put the index of every element into its cell."""
    cells = iter([cell for rows in tables for row in rows for cell in row])
    cell = next(cells, None)
    for index, element in enumerate(elements):
        while cell is not None and cell.last <= element.first:
            cell = next(cells, None)
        if cell is None:
            return
        if cell.first <= element.first and element.last <= cell.last:
            cell.found.append(index)
