"""Every administrative unit of Vietnam, in its time.

The units are read from ``models/places/vietnam-units``: the last three-level system (63 provinces,
696 districts, 10,035 communes, until 30 June 2025), the two-level system that followed it on
1 July 2025 (34 provinces, 3,321 communes), and units that ended earlier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Final, Literal

from vnpolitext.garbage import fewer_collections
from vnpolitext.kept import kept
from vnpolitext.models import ModelError
from vnpolitext.models.shelf import files_of
from vnpolitext.notebook import counted
from vnpolitext.places import reading
from vnpolitext.places.days import iso
from vnpolitext.places.index import Index, index_of, masks_of, members
from vnpolitext.places.reading import Columns
from vnpolitext.places.spellings import Spellings, dashed
from vnpolitext.text import fold

Level = Literal["province", "district", "commune"]
PROVINCE: Final = reading.PROVINCE
DISTRICT: Final = reading.DISTRICT
COMMUNE: Final = reading.COMMUNE
LEVELS: Final[dict[int, Level]] = {PROVINCE: "province", DISTRICT: "district", COMMUNE: "commune"}
BITS: Final[dict[str, int]] = {name: bit for bit, name in LEVELS.items()}
REFORM: Final = reading.REFORM
FOLDER: Final = reading.FOLDER
# code, name, unit, level bit, parent code, first day, day after the last, successors, location
Row = tuple[str, str, str, int, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit (*đơn vị hành chính*) in the time it existed.

    Attributes:
        unit_id: Identity of the unit, which no other unit ever has: its code and the list that
            first has it, as in ``"098@2024"``. Lists are ``2025`` (since 1 July 2025), ``2024``
            (the last of three levels), ``2023`` and ``former``. Codes alone are given again:
            1,801 of the 3,321 communes of 2025 have that of an older commune with another name.
        code: Official code in the vintage the unit belongs to; a code in letters is the
            gazetteer's own, for a former unit without an official one.
        name: Name without the unit type.
        unit: Vietnamese unit type, such as ``"huyện"``.
        level: ``"province"``, ``"district"`` or ``"commune"``.
        parent: Code of the unit that contained it, ``None`` for a province.
        province: Name of its province; its own name for a province.
        valid_from: First day, ISO 8601, ``None`` where the sources do not say.
        valid_to: Day it ended, ISO 8601; ``None`` while it exists.
        latitude: Degrees north of its centre, where the source has it.
        longitude: Degrees east of its centre, where the source has it.
    """

    unit_id: str
    code: str
    name: str
    unit: str
    level: Level
    parent: str | None
    province: str
    valid_from: str | None
    valid_to: str | None
    latitude: float | None = None
    longitude: float | None = None

    def __str__(self) -> str:
        """Return one readable line.

        Example:
            >>> from vnpolitext.places import unit
            >>> print(unit("binh-long"))
            tỉnh Bình Long, from 1956-10-22, until 1976-02-01; then tỉnh Sông Bé
        """
        home = f" ({self.province})" if self.level != "province" else ""
        since = f", from {self.valid_from}" if self.valid_from else ""
        until = f", until {self.valid_to}" if self.valid_to else ""
        before = ", ".join(f"{old.unit} {old.name}" for old in self.predecessors)
        after = ", ".join(f"{new.unit} {new.name}" for new in self.successors)
        before = f"; before {before}" if before else ""
        return f"{self.unit} {self.name}{home}{since}{until}{before}" + (
            f"; then {after}" if after else ""
        )

    @property
    def successors(self) -> tuple[Unit, ...]:
        """Units that took its place, the main one first; communes for a district of 2025."""
        return gazetteer().successors(self)

    @property
    def predecessors(self) -> tuple[Unit, ...]:
        """Units it took the place of."""
        return gazetteer().predecessors(self)

    def at(self, day: date | str) -> tuple[Unit, ...]:
        """Return the units that hold its territory on ``day``, the main one first.

        Example:
            >>> from vnpolitext.places import unit
            >>> [new.name for new in unit("096").at("2026-01-01")][:2]
            ['Sín Thầu', 'Mường Nhé']
        """
        when = iso(day)
        if self.valid_to is not None and self.valid_to <= when:
            step = self.successors
        elif self.valid_from is not None and self.valid_from > when:
            step = tuple(u for u in self.predecessors if (u.valid_to or when) > when)
        else:
            return (self,)
        return tuple(dict.fromkeys(later for other in step for later in other.at(when)))


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return the key of a name in the gazetteer: folded, a bare dash between its parts."""
    return dashed(fold(name))


class Gazetteer:
    """All units, found by name or by code. Read once, never changed."""

    def __init__(self, rows: Iterable[Row], spellings: Iterable[tuple[str, ...]] = ()) -> None:
        """Index ``rows`` by name; ``spellings`` are pairs of another spelling and a name."""
        columns = Columns(*map(list, zip(*rows, strict=True)))
        self._begin(columns, index_of(columns, spellings))

    def __repr__(self) -> str:
        """Tell how many units there are."""
        return f"Gazetteer({counted(len(self.rows), 'unit')})"

    @classmethod
    def _indexed(cls, columns: Columns, index: Index) -> Gazetteer:
        """Return the gazetteer of these units."""
        made = cls.__new__(cls)
        made._begin(columns, index)
        return made

    def _begin(self, columns: Columns, index: Index) -> None:
        self.rows: list[Row] = list(zip(*columns, strict=True))
        self._index = index
        self._found: defaultdict[int, dict[str, tuple[int, ...]]] = defaultdict(dict)
        self._provinces: dict[int, int] = {}
        self._heirs: dict[int, tuple[int, ...]] = {}
        self._homes: dict[int, frozenset[str]] = {}

    @cached_property
    def masks(self) -> dict[str, int]:
        """Level bits that each name has."""
        return masks_of(self._index.names, [row[3] for row in self.rows])

    @property
    def republican(self) -> frozenset[int]:
        """Rows of the districts (*quận*) that ended with the Republic of Vietnam."""
        return self._index.republican

    @property
    def openings(self) -> dict[str, int]:
        """First two syllables of every name of several, and the most syllables that follow."""
        return self._index.openings

    @cached_property
    def after_numbers(self) -> frozenset[str]:
        """First letters of what follows the number that a name begins with: *1 Bảo Lộc*."""
        return frozenset(
            opening.partition(" ")[2][:1] for opening in self.openings if opening[0].isdigit()
        )

    @property
    def thirds(self) -> frozenset[str]:
        """First three syllables of every name of more than two."""
        return self._index.thirds

    def respelled(self, joined: str, level: int) -> str:
        """Return the key of the name with these letters at ``level``, however it is parted.

        Args:
            joined: A name in lower case without blanks, apostrophes and dashes.
            level: Bits of the levels.

        Returns:
            The key; empty where there is none, or several.
        """
        return self._spellings.find(joined, level)

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings((row[1] for row in self.rows), self.masks, DISTRICT)

    def origins(self, index: int) -> tuple[int, ...]:
        """Return the rows of the units that the unit in row ``index`` took the place of."""
        return tuple(self._origins.get(index, ()))

    def communes_of(self, index: int) -> tuple[int, ...]:
        """Return the rows of the communes of 30 June 2025 of the district in row ``index``."""
        return tuple(self._index.communes.get(self.rows[index][0], ()))

    def lift(self, index: int, level: int) -> int | None:
        """Return the row of the unit of ``level`` that contains the unit in row ``index``."""
        found: int | None = index
        while found is not None and self.rows[found][3] > level:
            found = self.parent(found)
        return found if found is not None and self.rows[found][3] == level else None

    @cached_property
    def _origins(self) -> dict[int, list[int]]:
        origins: dict[int, list[int]] = {}
        for index in range(len(self.rows)):
            for heir in self.heirs(index):
                origins.setdefault(heir, []).append(index)
        return origins

    def find(self, name: str, level: int = PROVINCE | DISTRICT | COMMUNE) -> tuple[int, ...]:
        """Return the rows of the units of that name key and of these level bits."""
        found = self._found[level].get(name)
        if found is None:
            indices = members(self._index.names, name)
            if not indices:
                return ()
            found = self._found[level][name] = tuple(i for i in indices if self.rows[i][3] & level)
        return found

    def is_valid(self, index: int, when: str) -> bool:
        """Return whether the unit in row ``index`` exists on the day ``when``."""
        first, end = self.rows[index][5:7]
        return first <= when and (not end or when < end)

    def row(self, level: int, code: str, when: str) -> int | None:
        """Return the row of the unit with that level and code on the day ``when``."""
        found = self._with(level, code)
        for index in found:
            if self.is_valid(index, when):
                return index
        return found[-1] if found else None

    def province_of(self, index: int) -> int:
        """Return the row of the province of the unit in row ``index``."""
        found = self._provinces.get(index)
        if found is None:
            found = self._provinces[index] = self._province_of(index)
        return found

    def _province_of(self, index: int) -> int:
        row = self.rows[index]
        if row[3] == PROVINCE:
            return index
        parent = self.parent(index)
        if parent is None:
            raise ModelError(f"unit {row[0]} {row[1]} has no parent {row[4]}")
        return self.province_of(parent)

    def _last_with(self, level: int, code: str, end: str) -> int | None:
        """Row of the unit that had the code last before ``end``; an empty end is never."""
        found = None
        for index in self._with(level, code):
            first, last = self.rows[index][5:7]
            if (not end or first < end) and (not last or (bool(end) and end <= last)):
                return index
            found = index
        return found

    def _with(self, level: int, code: str) -> list[int]:
        """Rows of the units of a level that had the code, in the order of the tables."""
        return [i for i in members(self._index.codes, code) if self.rows[i][3] == level]

    def homes(self, index: int) -> frozenset[str]:
        """Return the names of the province of a unit: its own and those of what it became."""
        found = self._homes.get(index)
        if found is None:
            names, line = set(), [self.province_of(index)]
            for row in line:
                names.add(self.rows[row][1])
                line += (heir for heir in self.heirs(row) if heir not in line)
            found = self._homes[index] = frozenset(names)
        return found

    def parent(self, index: int) -> int | None:
        """Return the row of the unit that contains the unit in row ``index``."""
        _, _, _, level, parent, _, end, *_ = self.rows[index]
        if level == PROVINCE:
            return None
        return self._last_with(DISTRICT if level == COMMUNE and end else PROVINCE, parent, end)

    def heirs(self, index: int) -> tuple[int, ...]:
        """Return the rows of the units that took the place of the unit in row ``index``."""
        found = self._heirs.get(index)
        if found is None:
            found = self._heirs[index] = self._heirs_of(index)
        return found

    def _heirs_of(self, index: int) -> tuple[int, ...]:
        row = self.rows[index]
        if not row[6]:
            return ()
        level, codes = row[3], row[7].split()
        if level == DISTRICT and row[6] == REFORM:
            level = COMMUNE
            codes = codes or [
                code for i in self.communes_of(index) for code in self.rows[i][7].split()
            ]
        found = (self.row(level, code, row[6]) for code in codes)
        return tuple(dict.fromkeys(heir for heir in found if heir is not None))

    def unit_id(self, index: int) -> str:
        """Return the identity of the unit in row ``index``, as `Unit.unit_id` says."""
        code, _, _, level, _, first, end, *_ = self.rows[index]
        if first == REFORM:
            return f"{code}@2025"
        if not end or end >= REFORM:
            return f"{code}@2024"
        is_listed = level == COMMUNE and end == reading.COMMUNES_2023_END
        return f"{code}@2023" if is_listed else f"{code}@former"

    def by_id(self, unit_id: str) -> int | None:
        """Return the row of the unit with that identity."""
        return self._ids.get(unit_id)

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {self.unit_id(index): index for index in range(len(self.rows))}

    def unit(self, index: int) -> Unit:
        """Return the record of row ``index``."""
        code, name, unit, level, parent, first, end, _, location = self.rows[index]
        latitude, _, longitude = location.partition(",")
        return Unit(
            unit_id=self.unit_id(index),
            code=code,
            name=name,
            unit=unit,
            level=LEVELS[level],
            parent=parent or None,
            province=self.rows[self.province_of(index)][1],
            valid_from=first or None,
            valid_to=end or None,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
        )

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units that took the place of ``unit``."""
        index = self.by_id(unit.unit_id)
        return () if index is None else tuple(self.unit(i) for i in self.heirs(index))

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units that ``unit`` took the place of."""
        index = self.by_id(unit.unit_id)
        return () if index is None else tuple(self.unit(i) for i in self.origins(index))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the shipped gazetteer, read on first use.

    Raises:
        ModelError: A table is missing or malformed.
    """
    with fewer_collections():
        columns, index = kept("units", files_of("places", FOLDER), _tables)
        return Gazetteer._indexed(Columns(*columns), Index(*index))


def _tables() -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Return the units and their index as plain data."""
    columns = reading.unit_columns()
    index = index_of(columns, reading.table("spellings.tsv", "spelling name"))
    return tuple(columns), tuple(index)
