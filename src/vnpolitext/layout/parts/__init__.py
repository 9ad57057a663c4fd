"""The parts of a page: head, body and tail, and what each line of them is."""

from bisect import bisect_left
from typing import Final

from vnpolitext.errors import expect
from vnpolitext.layout.lines import Unit
from vnpolitext.layout.parts.body import mark_body
from vnpolitext.layout.parts.head import mark_head
from vnpolitext.layout.parts.letterhead import lines_over, lines_under, opens, read_letterhead
from vnpolitext.layout.parts.openings import find_annexes, find_recipients
from vnpolitext.layout.parts.signing import Signing
from vnpolitext.layout.parts.tail import bibliography, credited, is_announced, mark_tail
from vnpolitext.layout.phrases import phrases
from vnpolitext.vocabulary import genres

__all__ = [
    "Signing",
    "bibliography",
    "credited",
    "find_annexes",
    "find_recipients",
    "is_announced",
    "lines_over",
    "lines_under",
    "mark_kinds",
    "mark_parts",
    "opens",
    "part_of",
    "read_letterhead",
]

_PARTS: Final = {
    "title": "title",
    "letterhead": "letterhead",
    "byline": "credit",
    "caption": "caption",
    "image": "caption",
    "signature": "signature",
    "recipients": "recipients",
    **dict.fromkeys(("chrome", "rule", "site"), "boilerplate"),
}
_BEFORE: Final = frozenset({"title", "preamble", "boilerplate"})


def mark_kinds(
    units: list[Unit],
    kinds: list[str | None],
    recipients: list[tuple[int, int]],
    annexes: list[int],
) -> list[str]:
    """Return the kind of each unit; ``kinds`` has those that a line alone can tell."""
    mark_head(units, kinds)
    mark_tail(units, kinds, recipients, annexes)
    mark_body(units, kinds)
    return [kind or "paragraph" for kind in kinds]


def part_of(kind: str) -> str:
    """Return the part of a document to which a kind of block belongs, as far as the kind tells."""
    expect(kind, str, "the kind of a block is wanted")
    return _PARTS.get(kind, "body")


def mark_parts(units: list[Unit], kinds: list[str], annexes: list[int]) -> list[str]:
    """Return the part of the document to which each unit belongs."""
    parts = [part_of(kind) for kind in kinds]
    official = any(
        part == "letterhead" or (part == "title" and unit.lower in genres())
        for unit, part in zip(units, parts, strict=True)
    )
    for at, (unit, part) in enumerate(zip(units, parts, strict=True)):
        if part == "signature" and _is_credit(unit):
            parts[at] = "credit"
        elif official and part == "body" and at and parts[at - 1] in _BEFORE:
            parts[at] = "preamble" if unit.lower.startswith(phrases().preambles) else part
    if annexes:
        first = bisect_left([unit.tail.last for unit in units], annexes[0])
        for at in range(first, len(units)):
            parts[at] = "annex" if parts[at] == "body" or at == first else parts[at]
    return parts


def _is_credit(unit: Unit) -> bool:
    words = unit.lower
    return credited(unit.text) is not None or words.startswith(phrases().takeovers)
