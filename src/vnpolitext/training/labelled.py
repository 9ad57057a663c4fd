"""Annotated texts as spans with labels: the form that annotation tools and trainers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.errors import expect
from vnpolitext.notebook import counted
from vnpolitext.text import fold

Spans = tuple[tuple[int, int, str], ...]

LABELS: Final = ("PERSON", "CITATION", "PLACE")
"""Labels that do not lie inside one another."""


LABELLED: Final = "texts with labels are wanted, as of read_labelled()"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the stretches of it that have a label.

    Attributes:
        id: Identifier of the document.
        text: The text as it was read.
        spans: ``(start, end, label)`` in text order.
    """

    id: str
    text: str
    spans: Spans = ()

    def __repr__(self) -> str:
        """Tell how long the text is, and how many spans it has."""
        length, spans = counted(len(self.text), "character"), counted(len(self.spans), "span")
        return f"Labelled({self.id!r}, {length}, {spans})"


def from_gold(document: Mapping[str, Any], labels: Sequence[str] = LABELS) -> Labelled:
    """Return the spans of an annotated document or of a plain analysis.

    Args:
        document: A document with ``id``, ``text`` and fields of the record.
        labels: Which labels to take: ``PERSON``, ``POSITION``, ``CITATION``, ``PLACE``,
            ``DIRECTIVE``. Of two spans that overlap, the one whose label stands first is kept, of
            two with one label the longer.

    Raises:
        ValueError: There is no such label.

    Example:
        >>> document = {"id": "a", "text": "ông Mùa A Sơn", "persons": [{"mentions": [[4, 13]]}]}
        >>> from_gold(document).spans
        ((4, 13, 'PERSON'),)
    """
    expect(document, Mapping, "an annotated text is wanted")
    unknown = [label for label in labels if label not in _SPANS]
    if unknown:
        raise ValueError(f"no label {', '.join(unknown)}; there are {', '.join(_SPANS)}")
    kept: list[tuple[int, int, str]] = []
    taken = bytearray(len(document["text"]))
    for label in labels:
        spans = {(int(start), int(end)) for start, end in _SPANS[label](document)}
        for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                kept.append((start, end, label))
    return Labelled(str(document["id"]), document["text"], tuple(sorted(kept)))


def to_gold(document: Labelled) -> dict[str, Any]:
    """Return the spans as fields of the record, for measuring.

    Mentions with one spelling make one person; nothing else is known of a span.
    """
    expect(document, Labelled, LABELLED)
    text = document.text
    persons: dict[str, dict[str, Any]] = {}
    records: dict[str, list[dict[str, Any]]] = {"citations": [], "places": []}
    for start, end, label in document.spans:
        surface = text[start:end]
        if label == "PERSON":
            person = persons.setdefault(
                fold(surface),
                {"name": surface, "mentions": [], "is_official": False, "positions": []},
            )
            person["mentions"].append([start, end])
        elif label in _FIELDS:
            records[_FIELDS[label]].append({"start": start, "end": end, "text": surface})
    return {"id": document.id, "text": text, "persons": list(persons.values()), **records}


def checked(document: Labelled) -> Labelled:
    """Return ``document`` with its spans in order.

    Raises:
        ValueError: A span lies outside the text or is empty.
    """
    for start, end, label in document.spans:
        if not 0 <= start < end <= len(document.text):
            raise ValueError(f"{document.id}: {label} ({start}, {end}) is no span of the text")
    return Labelled(document.id, document.text, tuple(sorted(document.spans)))


def _mentions(document: Mapping[str, Any]) -> Iterable[tuple[int, int]]:
    for person in document.get("persons") or []:
        yield from person["mentions"]


def _positions(document: Mapping[str, Any]) -> Iterable[tuple[int, int]]:
    for person in document.get("persons") or []:
        yield from (
            (position["start"], position["end"])
            for position in person.get("positions", ())
            if "start" in position
        )


def _records(document: Mapping[str, Any], field: str) -> Iterable[tuple[int, int]]:
    return ((record["start"], record["end"]) for record in document.get(field) or [])


_FIELDS: Final = {"CITATION": "citations", "PLACE": "places"}
_SPANS: Final[dict[str, Callable[[Mapping[str, Any]], Iterable[tuple[int, int]]]]] = {
    "PERSON": _mentions,
    "POSITION": _positions,
    "CITATION": lambda document: _records(document, "citations"),
    "PLACE": lambda document: _records(document, "places"),
    "DIRECTIVE": lambda document: _records(document, "directives"),
}
