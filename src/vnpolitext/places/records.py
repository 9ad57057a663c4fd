"""The record of one place mention."""

from dataclasses import dataclass
from datetime import date

from vnpolitext.places.days import iso
from vnpolitext.places.units import Unit, gazetteer
from vnpolitext.text.making import made_fast
from vnpolitext.text.span import Span


@made_fast
@dataclass(frozen=True, slots=True)
class Place(Span):
    """A mention of one Vietnamese administrative unit (*đơn vị hành chính*).

    Attributes:
        name: Name of the unit without the unit word.
        unit: Vietnamese unit type: ``"tỉnh"``, ``"huyện"``, ``"thị xã"``, ``"phường"``, ...
        level: ``"province"``, ``"district"`` or ``"commune"``.
        code: Official code in the vintage the unit belongs to; ``None`` while it is open. A code
            in letters is the gazetteer's own, for a former unit without an official one.
        unit_id: Identity of the unit, code and vintage (``"098@2024"``), as in `Unit.unit_id`;
            ``None`` while it is open. Group by it: codes are given again.
        province: Name of the province the unit belonged to at the time of the text; ``None`` while
            that is open.
        candidates: Codes that remain possible when the text does not decide.
        valid_from: Date the unit came into being, ISO 8601, where known.
        valid_to: Date the unit ended, ISO 8601; ``None`` if it still exists.
        successors: Codes of the units that took its place.
        rule: Name of the rule that found the mention.
    """

    name: str = ""
    unit: str | None = None
    level: str | None = None
    code: str | None = None
    unit_id: str | None = None
    province: str | None = None
    candidates: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    successors: tuple[str, ...] = ()
    rule: str = ""

    def resolve(self) -> Unit | None:
        """Return the unit the mention is linked to.

        Returns:
            The unit; ``None`` while the mention is open, and where another gazetteer linked it.
        """
        known = gazetteer()
        row = None if self.unit_id is None else known.by_id(self.unit_id)
        return None if row is None else known.unit(row)

    def at(self, day: date | str) -> tuple[Unit, ...]:
        """Return the units that hold the territory of the linked unit on ``day``.

        Args:
            day: A date, or a string in ISO 8601.

        Returns:
            The units, the main one first; the unit itself while it exists, nothing for an open
            mention.

        Raises:
            ValueError: ``day`` is no date.

        Example:
            >>> from vnpolitext.places import find_places
            >>> place, = find_places("tỉnh Hà Nam Ninh", as_of="1985-01-01")
            >>> [unit.name for unit in place.at("2000-01-01")]
            ['Hà Nam', 'Nam Định', 'Ninh Bình']
        """
        when = iso(day)
        unit = self.resolve()
        return () if unit is None else unit.at(when)
