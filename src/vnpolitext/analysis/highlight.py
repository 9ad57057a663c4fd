"""A text with its records marked: the pieces, and the pieces as HTML."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vnpolitext.analysis.found import Found
from vnpolitext.statements import speaker_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be shown in the colour of its kind, with a note.

    Attributes:
        start: First character.
        end: After the last character.
        kind: ``"person"``, ``"position"``, ``"citation"``, ``"place"``, ``"directive"`` or
            ``"statement"``.
        note: What the record says beyond its surface, one line.
    """

    start: int
    end: int
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks, the outermost first."""

    text: str
    marks: tuple[Mark, ...]


COLOURS: Final = {
    "person": "#f4c7ab",
    "position": "#fde9b8",
    "citation": "#bcd6f2",
    "place": "#c5e6c2",
    "directive": "#dccbee",
    "statement": "#e3e0d8",
}
"""Background colour of each kind of record."""


def marks(analysis: Found) -> list[Mark]:
    """Return what is to be shown: of a directive its marker, of the others the whole span."""
    found = [
        Mark(start, end, "person", person.name)
        for person in analysis.persons
        for start, end in person.mentions
    ]
    found += [
        Mark(position.start, position.end, "position", f"{position.normalized} ({position.status})")
        for person in analysis.persons
        for position in person.positions
    ]
    for citation in analysis.citations:
        parts = (citation.kind, citation.number or citation.name, citation.issuer, citation.issued)
        note = ", ".join(part for part in parts if part)
        found.append(Mark(citation.start, citation.end, "citation", note))
    for place in analysis.places:
        parts = (place.level, place.name, place.code, place.province)
        found.append(
            Mark(place.start, place.end, "place", ", ".join(part for part in parts if part))
        )
    for item in analysis.directives:
        end = item.start + len(item.marker)
        found.append(Mark(item.start, end, "directive", f"list {item.list}, level {item.level}"))
    for said in analysis.statements:
        name = speaker_of(analysis, said).name
        note = ", ".join(part for part in (name, said.polarity) if part)
        found.append(Mark(said.start, said.end, "statement", note))
    return sorted(set(found), key=lambda mark: (mark.start, -mark.end, mark.kind))


def pieces(analysis: Found) -> Iterator[Piece]:
    """Yield the whole text, cut wherever a mark begins or ends."""
    waiting = marks(analysis)[::-1]
    cuts = sorted({0, len(analysis.text)}.union(*((mark.start, mark.end) for mark in waiting)))
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        yield Piece(analysis.text[start:end], tuple(active))


def to_html(analysis: Found) -> str:
    """Return the text as an HTML fragment with coloured records, line breaks kept."""
    shown = "".join(_piece_html(piece) for piece in pieces(analysis))
    legend = " ".join(
        f'<mark style="background:{colour};border-radius:3px;padding:0 .3em">{kind}</mark>'
        for kind, colour in COLOURS.items()
    )
    return (
        f'<div class="vnpolitext"><p style="font-size:.85em">{legend}</p>'
        f'<div style="white-space:pre-wrap;line-height:1.7">{shown}</div></div>'
    )


def _piece_html(piece: Piece) -> str:
    shown = html.escape(piece.text)
    for mark in reversed(piece.marks):
        shown = (
            f'<mark class="{mark.kind}" style="background:{COLOURS[mark.kind]};border-radius:3px" '
            f'title="{html.escape(f"{mark.kind}: {mark.note}")}">{shown}</mark>'
        )
    return shown
