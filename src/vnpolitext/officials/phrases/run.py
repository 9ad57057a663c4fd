"""A run of capitals that may be a name, and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnpolitext.officials.phrases.elements import Element
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import Address


@dataclass(slots=True)
class Run:
    """A run of capitals, what announces it and what its letters show.

    Attributes:
        tokens: The tokens.
        first: Index of its first token.
        last: Index after its last one.
        lead: Index of the first of the forms of address before it, else ``first``.
        addresses: Those forms of address, in text order.
        before: The name or office found last before it.
        touches: Whether that is an office and stands directly before it.
    """

    tokens: Tokens
    first: int
    last: int
    lead: int
    addresses: list[Address] = field(default_factory=list)
    before: Element | None = None
    touches: bool = False

    def __len__(self) -> int:
        """Return the number of tokens."""
        return self.last - self.first

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(self.tokens.words[self.first : self.last])

    @property
    def is_announced(self) -> bool:
        """Whether a form of address or an office stands directly before it."""
        return bool(self.addresses) or self.touches

    @property
    def is_called(self) -> bool:
        """Whether a form of address that only people have stands before it (*đồng chí*)."""
        return any(address.kind == "address" for address in self.addresses)

    @property
    def mixes_capitals(self) -> bool:
        """Whether an abbreviation stands beside words with one capital."""
        if True not in self.tokens.capitals[self.first : self.last]:
            return False
        return any(map(self._is_loud, range(self.first, self.last))) and not self.is_loud

    @property
    def is_loud(self) -> bool:
        """Whether all letters are capitals."""
        capitals = self.tokens.capitals
        return all(capitals[index] for index in range(self.first, self.last)) and any(
            self._is_loud(index) for index in range(self.first, self.last)
        )

    @property
    def is_place(self) -> bool:
        """Whether the whole run is the name of an administrative unit."""
        return self.words in place_levels()

    @property
    def is_high_place(self) -> bool:
        """Whether the run is the name of a province or a district."""
        levels = place_levels().get(self.words, frozenset())
        return not levels.isdisjoint(("province", "district"))

    @property
    def crosses(self) -> bool:
        """Whether a word in lower case continues the run without a mark."""
        return self.last < len(self.tokens) and self.tokens.kinds[self.last] == "l"

    def _is_loud(self, index: int) -> bool:
        wide = self.tokens.ends[index] - self.tokens.starts[index] > 1
        return wide and self.tokens.capitals[index]
