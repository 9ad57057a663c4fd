"""The kinds of record that spaCy gets to see, and where each stands in a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.analysis import Analysis

Found = tuple[int, int, Any]


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record: the name of its component, its key and label, and where it stands."""

    component: str
    key: str
    label: str
    entities: bool
    spans: Callable[[Analysis], Iterable[Found]]


def _mentions(analysis: Analysis) -> Iterator[Found]:
    for person in analysis.persons:
        for start, end in person.mentions:
            yield start, end, person


def _positions(analysis: Analysis) -> Iterator[Found]:
    for person in analysis.persons:
        for position in person.positions:
            yield position.start, position.end, position


def _citations(analysis: Analysis) -> Iterator[Found]:
    return ((record.start, record.end, record) for record in analysis.citations)


def _places(analysis: Analysis) -> Iterator[Found]:
    return ((record.start, record.end, record) for record in analysis.places)


def _directives(analysis: Analysis) -> Iterator[Found]:
    return ((record.start, record.end, record) for record in analysis.directives)


KINDS: Final = (
    RecordKind("vnpolitext_citations", "citations", "CITATION", True, _citations),
    RecordKind("vnpolitext_persons", "persons", "PERSON", True, _mentions),
    RecordKind("vnpolitext_positions", "positions", "POSITION", False, _positions),
    RecordKind("vnpolitext_places", "places", "PLACE", True, _places),
    RecordKind("vnpolitext_directives", "directives", "DIRECTIVE", False, _directives),
)
"""Every kind of record that a component hands to spaCy."""
