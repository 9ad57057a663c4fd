"""What a text is read into: the mentions of people, and the office phrases beside them."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnpolitext.vocabulary import Address, Entry


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


@dataclass(slots=True)
class Office:
    """An office phrase in a list of tokens.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        size: Number of tokens of the office word.
        head: The office word.
        parts: What the body consists of, as ``(first, last, entry)``; proper tails have no entry.
    """

    first: int
    last: int
    size: int
    head: Entry
    parts: list[tuple[int, int, Entry | None]]


Element = Name | Office
