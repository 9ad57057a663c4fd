"""A mention on its way from the text to a record, in positions of the folded view."""

from dataclasses import dataclass


@dataclass(slots=True)
class Mention:
    """A name in the text that is, or may be, a unit.

    Attributes:
        start: First character, the unit word's where there is one.
        end: After the last character.
        name: First character of the name.
        key: Name key.
        level: Bits of the levels it can have.
        unit: Unit type that the text gives.
        rule: Name of the rule that found it.
        rows: Rows of the gazetteer that it can be.
        several: Whether the unit word announces several names: 0 no, 1 if they follow, 2 yes.
        host: Index of the mention that contains it by the text (``xã A (huyện B)``).
        unsure: Whether the only row left is a guess that the text does not bear out.
    """

    start: int
    end: int
    name: int
    key: str
    level: int
    unit: str | None
    rule: str
    rows: tuple[int, ...] = ()
    several: int = 0
    host: int | None = None
    unsure: bool = False
