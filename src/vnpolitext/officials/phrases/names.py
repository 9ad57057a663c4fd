"""The mention of a person among tokens, and what may stand beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnpolitext.officials.lexicon import Address
from vnpolitext.officials.phrases.offices import Office


@dataclass(slots=True)
class Name:
    """A mention of a person in a list of tokens.

    Attributes:
        first: Index of the first token of the name.
        last: Index after its last token.
        lead: Index of the first token of the forms of address before it.
        addresses: Those forms of address, in text order.
        certain: Whether the context, not only the form, says that this is a person.
        tentative: Whether the mention only counts when the text has a full name for it.
        other: ``"near"`` for another name of the person named just before, ``"subject"`` for one
            of the person the text is about.
    """

    first: int
    last: int
    lead: int
    addresses: list[Address] = field(default_factory=list)
    certain: bool = False
    tentative: bool = False
    other: str = ""


Element = Name | Office
