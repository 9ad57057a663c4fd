"""What was worked out of the same candidates before, in one text."""

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class SameRows(Generic[T]):
    """What is known of tuples of rows, told apart by who they are and not by what they hold.

    Many a mention of a text can be the same units, dozens for *phường 1*, and has them as one
    tuple: to hash its rows for each question of each mention would take longer than all else.
    """

    def __init__(self) -> None:
        """Begin with nothing known."""
        # The tuple is held as long as its identity is a key.
        self._held: dict[int, tuple[tuple[int, ...], dict[Hashable, T]]] = {}

    def of(self, rows: tuple[int, ...]) -> dict[Hashable, T]:
        """Return the answers to questions about ``rows`` that are known, to be added to."""
        held = self._held.get(id(rows))
        if held is None:
            held = self._held[id(rows)] = rows, {}
        return held[1]
