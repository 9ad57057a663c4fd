"""Offices and names in the cells of tables, written with ``|`` between the cells.

Four layouts are read: a row of a list (``| 3 | Lò Văn An | 1986 | Bí thư Huyện ủy |``), a row of an
office and its holders (``| Chủ tịch UBND | Lò Văn An |``), a band, an office that fills a row and
is that of every list row below it, and an infobox, whose bands are offices of the person that its
first row names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from vnpolitext.layout.forms import signs_for
from vnpolitext.officials.bonds.people import is_one
from vnpolitext.officials.bonds.row_bodies import RowBodies
from vnpolitext.officials.bonds.rows import (
    Cell,
    Row,
    box_rows,
    full_cells,
    is_box,
    notes_column,
    over_terms,
    place_elements,
    token_rows,
)
from vnpolitext.officials.bonds.scene import People, Proposal, Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import past_term
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import addresses

_RULE: Final = "table"
_NO_NUMBER: Final = frozenset({"-", "–", "(", ")", "."})
_BEFORE_OFFICE: Final = frozenset({"quyền", "nguyên", "cố", "•", "-"})
_BETWEEN_NAMES: Final = frozenset({"\n", ",", ";", "và", "<", "br", "/", ">"})
_WITH_OTHERS: Final = 3
_FEWEST: Final = 2
_YEAR: Final = lazy_pattern(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_REMARK: Final = {"(": ")", "[": "]"}
_CURRENT: Final = (["đương", "nhiệm"], ["đương", "chức"], ["hiện", "nay"], ["hiện", "tại"])
_OFFICE_COLUMNS: Final = (["chức", "vụ"], ["chức", "danh"])


def propose_tables(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices of every table for the names of their rows, and keep who is in them."""
    tables = [token_rows(scene, grid) for grid in scene.grids]
    place_elements(scene.elements, tables)
    for grid, rows in zip(scene.grids, tables, strict=True):
        if not rows:
            continue
        table = _Table(scene, rows, grid.told)
        people = table.people()
        if people is not None:
            scene.people.append(people)
        yield from table.read_records() if grid.told else table.read()


class _Table:
    """One table and what its upper rows say of those below."""

    def __init__(self, scene: Scene, rows: list[Row], told: tuple[str | None, ...]) -> None:
        self.scene = scene
        self.told = told
        self.elements = scene.elements
        self.words = scene.tokens.words
        self.is_box = is_box(self.words, rows)
        self.rows = list(box_rows(rows)) if self.is_box else rows
        self.over_terms = over_terms(self.words, self.rows) if self.is_box else frozenset()
        self.subject = self.scene.subject if self.is_box else None
        self.band: int | None = None
        self.column: int | None = None
        self.width = 0
        self.above: list[int] = []
        self.heads: dict[int, int] = {}
        self.bodies = RowBodies(scene)
        self.share = 0.0
        self.name_column = self._name_column()

    def read(self) -> Iterator[Proposal]:
        """Yield the offices, row by row."""
        for number, row in enumerate(self.rows):
            full = full_cells(row)
            if not full:
                continue
            offices, names = self._offices(full), self._names(full)
            self.bodies.read(row, has_names=bool(names))
            if self._is_band(number, row):
                yield from self._band(offices)
            elif number == 0 and len(full) == 1 and is_one(self.scene, names):
                self.subject = self.scene.tokens.starts[names[0].first]
            elif not offices and not names:
                self._read_header(row)
            elif not names and self._is_head(number, row, full):
                yield from self._head(row)
            elif self.heads and not offices:
                yield from self._headed(row)
            elif names:
                current = self._current_over(number, full)
                yield from (self._propose(names[0], at) for at in current)
                yield from () if current else self._named(row, full, names, offices)
            elif self._is_of_unknown(row):
                yield from (Proposal(at, None, _RULE) for at in offices)

    def _current_over(self, number: int, full: list[Cell]) -> list[int]:
        """Return the office over the name that fills a row, if it says that this is its holder.

        *| Bộ trưởng đương nhiệm | |*, and below it the name.
        """
        above = full_cells(self.rows[number - 1]) if number else []
        offices = self._offices(above)
        if (
            len(above) != 1
            or len(full) != 1
            or len(offices) != 1
            or not self._is_name_cell(full[0])
        ):
            return []
        rest = self.words[self.elements[offices[0]].last : above[0].last]
        return offices if rest in _CURRENT and self._opens(above[0], offices[0]) else []

    def _named(
        self, row: Row, full: list[Cell], names: list[Name], offices: list[int]
    ) -> Iterator[Proposal]:
        """Yield the offices of a row with names."""
        person = self._person(row, full)
        if person is not None:
            yield from self._regular(row, full, person)
        else:
            yield from self._row(row, full, names, offices)

    def read_records(self) -> Iterator[Proposal]:
        """Yield the offices of records whose labels tell names, offices and units of work."""
        self.share = 1.0
        for row in self.rows:
            cells = list(zip(row.cells, self.told, strict=False))
            people = self._names([cell for cell, kind in cells if kind == "name"])
            held = self._offices([cell for cell, kind in cells if kind == "office"])
            offices = [at for at in held if not signs_for(self.words, self.elements[at].first)]
            unit = next((cell for cell, kind in cells if kind == "unit"), None)
            for at in offices if len(people) == 1 else ():
                if unit is not None and not unit.found:
                    self.bodies.take(at, unit)
                yield self._propose(people[0], at)

    def people(self) -> People | None:
        """Return the people whose names stand in the column of names, if there is one."""
        if self.name_column is None or self.subject is not None or self.is_box:
            return None
        names: list[Name] = []
        with_office = 0
        notes = notes_column(self.words, self.rows)
        for number, row in enumerate(self.rows):
            full = full_cells(row)
            if self._is_band(number, row):
                break
            person = self._person(row, full)
            if person is not None:
                names.append(self._names([person])[0])
                with_office += bool(self._offices(row.cells[:notes]))
        first = self.rows[0].cells[0].first if self.rows[0].cells else 0
        return People(first, names, with_office) if len(names) >= _FEWEST else None

    def _propose(self, name: Name, office: int) -> Proposal:
        start = self.scene.tokens.starts[name.first]
        return Proposal(office, start, _RULE, self.share, self.bodies.found.get(office))

    def _name_column(self) -> int | None:
        """Return the column in which most rows have the name of one person and nothing else."""
        counts = Counter(
            column
            for row in self.rows
            for column, cell in enumerate(row.cells)
            if self._is_name_cell(cell)
        )
        if not counts:
            return None
        column, count = counts.most_common(1)[0]
        filled = sum(len(full_cells(row)) > 1 for row in self.rows)
        self.share = count / max(count, filled)
        enough = count >= _FEWEST or self._is_one_record()
        return column if enough and count * 2 >= filled else None

    def _is_one_record(self) -> bool:
        """Return whether the only row of a table has the name of one person and their offices."""
        found = [cell for cell in self.rows[0].cells if self._offices([cell])]
        return len(self.rows) == 1 and bool(found) and all(map(self._fills, found))

    def _is_name_cell(self, cell: Cell) -> bool:
        """Return whether a cell holds the name of one person, with remarks in brackets at most."""
        names = self._names([cell])
        if len(names) != len(cell.found) or not is_one(self.scene, names):
            return False
        name = names[0]
        if name.lead != cell.first:
            return False
        rest = self.words[name.last : cell.last]
        return not rest or rest[0] in {"(", "[", "\n"} or len(rest) == 1

    def _person(self, row: Row, full: list[Cell]) -> Cell | None:
        """Return the cell of the name in a row of a list of people by its columns."""
        if self.name_column is None or self.subject is not None:
            return None
        if len(row.cells) <= self.name_column or not self._is_name_cell(
            row.cells[self.name_column]
        ):
            return None
        person = row.cells[self.name_column]
        others = [cell for cell in full if cell is not person]
        return None if self._names(others) else person

    def _is_of_unknown(self, row: Row) -> bool:
        """Return whether the name of a row of a list of people is one that was not found.

        Then its offices are nobody's, and no neighbour's.
        """
        if self.name_column is None or self.subject is not None or self.is_box:
            return False
        cell = row.cells[self.name_column] if len(row.cells) > self.name_column else None
        if cell is None or cell.found:
            return False
        rank = addresses().match(self.words, cell.first)
        words = self.words[cell.first + (rank[0] if rank else 0) : cell.last]
        return any(word[0].isalpha() for word in words)

    def _regular(self, row: Row, full: list[Cell], person: Cell) -> Iterator[Proposal]:
        """Yield the offices of a row for the name in the cell ``person``."""
        name = self._names([person])[0]
        own = [at for cell in full if cell is not person for at in self._offices([cell])]
        if not own and self._is_spanned(row):
            own = self.above
        if self.band is not None and self._is_numbered(full[0]):
            yield self._propose(name, self.band)
        for office in own:
            yield self._propose(name, office)
        self.above = own

    def _is_band(self, number: int, row: Row) -> bool:
        """Return whether offices, with remarks in brackets, fill a row, or head one of a box."""
        full = full_cells(row)
        if len(full) != 1:
            return False
        if self._fills(full[0]) and not (self.subject is not None and row.has_bar):
            return True
        return number in self.over_terms and bool(self._offices(full)) and not self._names(full)

    def _band(self, offices: list[int]) -> Iterator[Proposal]:
        if self.subject is None:
            self.band = offices[0]
            yield Proposal(offices[0], None, _RULE)
            return
        for office in offices:
            yield Proposal(office, self.subject, _RULE)

    def _is_head(self, number: int, row: Row, full: list[Cell]) -> bool:
        """Return whether the first row of a table has offices over columns of names."""
        offices = [cell for cell in full if self._fills(cell)]
        if number or self.is_box or not offices or len(self.rows) < _FEWEST:
            return False
        below = self.rows[1].cells
        columns = [at for at, cell in enumerate(row.cells) if cell in offices and at < len(below)]
        return any(self._names([below[at]]) and not self._offices([below[at]]) for at in columns)

    def _head(self, row: Row) -> Iterator[Proposal]:
        for column, cell in enumerate(row.cells):
            offices = self._offices([cell])
            if len(offices) == 1 and self._fills(cell):
                self.heads[column] = offices[0]
                yield Proposal(offices[0], None, _RULE)

    def _headed(self, row: Row) -> Iterator[Proposal]:
        for column, office in self.heads.items():
            for name in self._names(row.cells[column : column + 1]):
                yield self._propose(name, office)

    def _read_header(self, row: Row) -> None:
        for column, cell in enumerate(row.cells):
            if self.words[cell.first : cell.last] in _OFFICE_COLUMNS:
                self.column, self.width = column, len(row.cells)

    def _row(
        self, row: Row, full: list[Cell], names: list[Name], offices: list[int]
    ) -> Iterator[Proposal]:
        held = self._offices(full[:1])
        if self._fills(full[0]) and names[0] in self._names(full[1:2]):
            beside = self._offices(full[2:3]) if self._holds_more(full) else []
            for name in self._names(full[1:2]):
                for office in (*held, *beside):
                    yield self._propose(name, office)
            return
        foremost = full[: 2 + self._is_numbered(full[0])]
        if self.subject is not None or names[0] not in self._names(foremost):
            return
        if self.band is not None and self._is_numbered(full[0]):
            yield self._propose(names[0], self.band)
        own = [at for cell in full for at in self._own(cell, names[0])]
        if not offices and self._is_spanned(row):
            own = self.above
        for name in self._sharing(full, names[0]):
            for office in own:
                yield self._propose(name, office)
        self.above = own

    def _sharing(self, full: list[Cell], first: Name) -> list[Name]:
        """Return the names of a cell that has names only, each on a line or after a comma."""
        cell = next(each for each in full if first in self._names([each]))
        names = self._names([cell])
        gaps = (self.scene.gap(one, other) for one, other in pairwise(names))
        alone = not self._offices([cell]) and all(_BETWEEN_NAMES.issuperset(g) and g for g in gaps)
        return names if alone else [first]

    def _holds_more(self, full: list[Cell]) -> bool:
        """Return whether the cell after a name has other offices of theirs, not the next one's."""
        if self.subject is not None or len(full) < _WITH_OTHERS or not self._fills(full[2]):
            return False
        return not self._names(full[3:4])

    def _is_spanned(self, row: Row) -> bool:
        """Return whether the office cell of a row is empty or gone, as the one above spans it.

        Behind the column of names an empty cell is that of somebody without an office, unless
        the row tells a term of office of its own.
        """
        if self.column is None:
            return False
        behind = self.column > (self.name_column or 0)
        if behind and not any(self._is_term(cell) for cell in row.cells):
            return False
        if len(row.cells) < self.width:
            return True
        cell = row.cells[self.column]
        return cell.first == cell.last

    def _is_term(self, cell: Cell) -> bool:
        """Return whether a cell holds a stretch of years (*1986 - 1991*, *2015 - nay*)."""
        words = self.words[cell.first : cell.last]
        years = len(_YEAR.findall(" ".join(words)))
        return years > 1 or (years == 1 and "nay" in words)

    def _own(self, cell: Cell, name: Name) -> list[int]:
        """Return the offices of a cell that are those of the first name of its row."""
        names = self._names([cell])
        if name in names:
            return []
        offices = self._offices([cell])
        if not names:
            return offices
        mine = [at for at in offices if self.elements[at].first < names[0].first]
        return mine if mine and self._opens(cell, cell.found[0]) else []

    def _opens(self, cell: Cell, office: int) -> bool:
        start = self.elements[office].first
        return all(word in _BEFORE_OFFICE for word in self.words[cell.first : start])

    def _fills(self, cell: Cell) -> bool:
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

    def _is_numbered(self, cell: Cell) -> bool:
        return all(w in _NO_NUMBER or w.isdigit() for w in self.words[cell.first : cell.last])

    def _offices(self, cells: list[Cell]) -> list[int]:
        return [at for cell in cells for at in cell.found if self._is_office(at)]

    def _names(self, cells: list[Cell]) -> list[Name]:
        found = (self.elements[at] for cell in cells for at in cell.found)
        return [element for element in found if isinstance(element, Name)]

    def _is_office(self, at: int) -> bool:
        return isinstance(self.elements[at], Office)
