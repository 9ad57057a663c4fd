"""The records of persons and of the offices they hold."""

from dataclasses import dataclass

from vnpolitext.text.span import Span


@dataclass(frozen=True, slots=True)
class Position(Span):
    """An office that the text gives a person (*chức vụ, chức danh*).

    Attributes:
        normalized: The position with abbreviations expanded, modern tone placement, single spaces.
        title: The office alone, such as ``"Phó Bí thư Thường trực"``.
        organization: The body the office belongs to, such as ``"Tỉnh ủy Điện Biên"``, or ``None``.
        status: ``"current"``, ``"former"``, ``"late"`` or ``"acting"``.
        rule: Name of the rule that found the position.
    """

    normalized: str = ""
    title: str = ""
    organization: str | None = None
    status: str = "current"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A human named in the text, with all mentions and all positions gathered.

    Attributes:
        name: The fullest form of the name.
        mentions: ``(start, end)`` of every mention, in text order.
        positions: Every position the text gives the person, in text order.
    """

    name: str
    mentions: tuple[tuple[int, int], ...] = ()
    positions: tuple[Position, ...] = ()

    @property
    def is_official(self) -> bool:
        """Whether the text gives the person at least one position."""
        return bool(self.positions)
