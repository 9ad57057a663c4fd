"""The kinds of record that spaCy gets to see, and where each stands in a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.citations import Citation
from vnpolitext.officials import Person, Position
from vnpolitext.places import Place

Found = tuple[int, int, Any]


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record: the name of its component, its key and label, and where it stands.

    ``identity`` gives what a record means beyond its text, for ``kb_id_``; empty where it is open.
    """

    component: str
    key: str
    label: str
    entities: bool
    spans: Callable[[Analysis], Iterable[Found]]
    identity: Callable[[Any], str]


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


def _statements(analysis: Analysis) -> Iterator[Found]:
    return ((record.start, record.end, record) for record in analysis.statements)


def _key(citation: Citation) -> str:
    return citation.key


def _name(person: Person) -> str:
    return person.name


def _office(position: Position) -> str:
    return position.office_key


def _unit(place: Place) -> str:
    return place.unit_id or ""


def _nothing(_record: object) -> str:
    return ""


KINDS: Final = (
    RecordKind("vnpolitext_citations", "citations", "CITATION", True, _citations, _key),
    RecordKind("vnpolitext_persons", "persons", "PERSON", True, _mentions, _name),
    RecordKind("vnpolitext_positions", "positions", "POSITION", False, _positions, _office),
    RecordKind("vnpolitext_places", "places", "PLACE", True, _places, _unit),
    RecordKind("vnpolitext_directives", "directives", "DIRECTIVE", False, _directives, _nothing),
    RecordKind("vnpolitext_statements", "statements", "STATEMENT", False, _statements, _nothing),
)
"""Every kind of record that a component hands to spaCy."""
