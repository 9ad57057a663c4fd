"""Names of people: runs of capitals that a family name, a form of address or an office announces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from vnpolitext.officials.gazetteer import place_levels
from vnpolitext.officials.lexicon import (
    Address,
    addresses,
    aliases,
    bodies,
    decoys,
    heads,
    leading_words,
    surnames,
)
from vnpolitext.officials.offices import Office, find_office, is_name
from vnpolitext.officials.tokens import Tokens

_PERSONAL: Final = frozenset({"address", "plural", "military", "academic", "honour", "religious"})
_LONGEST: Final = 5


@dataclass(slots=True)
class Name:
    """A mention of a person in a list of tokens.

    Attributes:
        first: Index of the first token of the name.
        last: Index after its last token.
        lead: Index of the first token of the forms of address before it.
        addresses: Those forms of address, in text order.
        certain: Whether the context, not only the form, says that this is a person.
    """

    first: int
    last: int
    lead: int
    addresses: list[Address] = field(default_factory=list)
    certain: bool = False


Element = Name | Office


def scan(tokens: Tokens) -> list[Element]:
    """Return the offices and the names of people among ``tokens``, in text order."""
    elements: list[Element] = []
    words, kinds = tokens.words, tokens.kinds
    at, count = 0, len(tokens)
    pending: list[Address] = []
    lead = 0
    while at < count:
        kind = kinds[at]
        if kind not in "Ul":
            if not (words[at] in ".,:" and pending and _keeps(pending[-1], words[at])):
                pending = []
            at += 1
            continue
        address = addresses().match(words, at)
        office = find_office(tokens, at)
        if office is not None and (address is None or office.size >= address[0]):
            elements.append(office)
            at, pending = office.last, []
            continue
        if address is not None and not _is_place(tokens, at):
            if not pending:
                lead = at
            pending.append(address[1])
            at += address[0]
            continue
        if kind == "l":
            pending = []
            at += 1
            continue
        before = elements[-1] if elements else None
        touches = isinstance(before, Office) and before.last == at
        if not pending:
            lead = at
        name, at = _name(tokens, at, lead, pending, touches)
        if name is not None:
            elements.append(name)
        pending = []
    return elements


def _keeps(address: Address, mark: str) -> bool:
    """Return whether ``mark`` may stand between a form of address and the name."""
    if mark == ":":
        return address.kind == "plural"
    return address.kind in {"academic", "honour"}


def _is_place(tokens: Tokens, at: int) -> bool:
    """Return whether capitals that begin like a form of address are a place (*Bà Rịa*)."""
    if tokens.kinds[at] != "U" or at + 1 >= len(tokens) or tokens.kinds[at + 1] != "U":
        return False
    places, words = place_levels(), tokens.words
    return any(tuple(words[at : at + size]) in places for size in (4, 3, 2))


def _name(
    tokens: Tokens, at: int, lead: int, pending: list[Address], touches: bool
) -> tuple[Name | None, int]:
    """Return the name that begins at the run of capitals at ``at``, and where to go on."""
    words = tokens.words
    stop = _run(tokens, at)
    alias = _alias(tokens, lead, stop)
    if alias is not None:
        return Name(alias[0], alias[1], alias[0], [], certain=True), alias[1]
    if stop == at:
        return None, at + 1
    body = bodies().match(words, at)
    if body is not None and body[0] >= 3:
        return None, at + body[0]
    if touches or pending:
        last = _announced(tokens, at, stop, pending, touches)
        if last:
            return Name(at, last, lead, pending, certain=True), last
        if last == 0 and pending:
            return None, stop
    first = at
    while first < stop and words[first] in leading_words() and not is_name(tokens, first, stop):
        first += 1
    if first == stop or _decoy(tokens, first, stop):
        return None, stop
    if _is_bare_name(tokens, first, stop):
        return Name(first, stop, first, [], certain=False), stop
    return None, stop


def _run(tokens: Tokens, at: int) -> int:
    """Return the end of the capitals at ``at``, before an office or a change of case."""
    stop = tokens.run_end(at)
    words = tokens.words
    for index in range(at + 1, stop):
        found = heads().match(words, index)
        if found is not None and (found[0] >= 2 or index > at + 1):
            return index
    return stop


def _alias(tokens: Tokens, lead: int, stop: int) -> tuple[int, int] | None:
    words = tokens.words
    for first in {lead, max(lead - 1, 0)}:
        for last in range(min(first + 3, len(words)), first + 1, -1):
            if " ".join(words[first:last]) in aliases() and tokens.kinds[last - 1] == "U":
                if words[first] in {"nguyễn"}:
                    continue
                return (first, last) if last >= stop or last <= stop else None
    return None


def _announced(tokens: Tokens, at: int, stop: int, pending: list[Address], touches: bool) -> int:
    """Return the end of the name that an office or a form of address announces, or 0."""
    size = stop - at
    words = tokens.words
    if any(_is_short(tokens, index) for index in range(at, stop)) and not _all_capitals(tokens, at):
        return 0
    if is_name(tokens, at, stop):
        return stop
    personal = touches or any(address.kind in _PERSONAL for address in pending)
    if not personal:
        return 0
    place = tuple(words[at:stop]) in place_levels() and size > 1
    body = bodies().match(words, at)
    if place or (body is not None and body[0] >= min(size, 2)):
        return 0
    if size == 1:
        return stop if pending and not touches else 0
    return stop if size <= _LONGEST else 0


def _is_short(tokens: Tokens, at: int) -> bool:
    """Return whether a token is an abbreviation: several capitals only."""
    return tokens.ends[at] - tokens.starts[at] > 1 and tokens.capitals[at]


def _all_capitals(tokens: Tokens, at: int) -> bool:
    stop = tokens.run_end(at)
    return stop - at > 1 and all(tokens.capitals[index] for index in range(at, stop))


def _decoy(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether the words beside the capitals make them the name of something else."""
    words = tokens.words
    left, right = decoys()["left"], decoys()["right"]
    for size in range(1, 5):
        if first - size < 0 or words[first - size] == "\n":
            break
        if " ".join(words[first - size : first]) in left:
            return True
    return " ".join(words[last : last + 2]) in right


def _is_bare_name(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether capitals that nothing announces have the form of a full name."""
    if not is_name(tokens, first, last):
        return False
    words = tokens.words
    strong = (
        words[first] in surnames().strong or (words[first], words[first + 1]) in surnames().double
    )
    if not strong:
        return False
    if tuple(words[first:last]) in place_levels():
        return False
    return not any(_is_short(tokens, index) for index in range(first, last)) or _all_capitals(
        tokens, first
    )
