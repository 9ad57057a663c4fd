"""The record of one place mention."""

from dataclasses import dataclass

from vnpolitext.text.span import Span


@dataclass(frozen=True, slots=True)
class Place(Span):
    """A mention of one Vietnamese administrative unit (*đơn vị hành chính*).

    Attributes:
        name: Name of the unit without the unit word.
        unit: Vietnamese unit type: ``"tỉnh"``, ``"huyện"``, ``"thị xã"``, ``"phường"``, ...
        level: ``"province"``, ``"district"`` or ``"commune"``.
        code: Official code in the vintage the unit belongs to; ``None`` while it is open.
        province: Name of the province the unit belongs to.
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
