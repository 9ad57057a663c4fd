"""The record of one place mention."""

from dataclasses import dataclass
from datetime import date

from vnpolitext.places.units import Unit, gazetteer, iso
from vnpolitext.text.span import Span


@dataclass(frozen=True, slots=True)
class Place(Span):
    """A mention of one Vietnamese administrative unit (*đơn vị hành chính*).

    Attributes:
        name: Name of the unit without the unit word.
        unit: Vietnamese unit type: ``"tỉnh"``, ``"huyện"``, ``"thị xã"``, ``"phường"``, ...
        level: ``"province"``, ``"district"`` or ``"commune"``.
        code: Official code in the vintage the unit belongs to; ``None`` while it is open. A code
            in letters is the gazetteer's own, for a former unit without an official one.
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
    province: str | None = None
    candidates: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    successors: tuple[str, ...] = ()
    rule: str = ""

    def resolve(self) -> Unit | None:
        """Return the unit the mention is linked to, ``None`` while it is open."""
        if self.code is None or self.level is None:
            return None
        known = gazetteer()
        row = known.index(self.level, self.code, self.valid_to)
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
