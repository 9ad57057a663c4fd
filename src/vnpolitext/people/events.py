"""What happens to persons in their offices: appointed, elected, transferred, dismissed and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any, Protocol

from vnpolitext.citations.records import Citation
from vnpolitext.errors import documents_with
from vnpolitext.people.plain import Told
from vnpolitext.people.resolve import NamingDocument, Resolution, resolve_persons
from vnpolitext.people.told import GIVING, find_told
from vnpolitext.progress import under_way
from vnpolitext.text.dates import day_published
from vnpolitext.text.surface import holdable


class CitingDocument(NamingDocument, Protocol):
    """A document that also has its citations, as an analysis does."""

    @property
    def citations(self) -> Sequence[Citation]:
        """The documents it cites; where they are missing, events have no legal basis."""


@dataclass(frozen=True, slots=True)
class PersonnelEvent:
    """One thing that a document tells to have happened to a person (*công tác cán bộ*).

    Attributes:
        person: Index of the identity in the resolution.
        name: Name of the person.
        kind: ``"appointed"``, ``"elected"``, ``"transferred"``, ``"promoted"``, ``"dismissed"``,
            ``"disciplined"``, ``"retired"``, ``"died"`` or ``"awarded"``.
        office_from: Office that the person held before or leaves, with its body, or ``None``.
        office_to: Office that the person is given, the rank or the award, or ``None``.
        office_key: Key of the office given, or of the one left, see `Position.office_key`.
        date: Day, month or year that the text states for it, ISO 8601, or ``None``.
        decided_by: Who decided it, as written, or ``None``.
        legal_basis: Text of the citation of the decision in the same sentence, or ``None``.
        legal_key: Key of that citation.
        document: Identifier of the document.
        document_date: Date of the document, ISO 8601, or ``None``.
        start: Index of the first character of the words that tell it.
        end: Index after the last one.
        text: Those words, with the office or what else is given.
    """

    person: int | None
    name: str
    kind: str
    office_from: str | None
    office_to: str | None
    office_key: str | None
    date: str | None
    decided_by: str | None
    legal_basis: str | None
    legal_key: str | None
    document: str
    document_date: str | None
    start: int
    end: int
    text: str


@under_way("personnel events")
def personnel_events(
    analyses: Iterable[CitingDocument], *, resolution: Resolution | None = None
) -> list[PersonnelEvent]:
    """Return what documents tell to have happened to persons in their offices.

    Proposals, rules and what is denied are no events. An event that one document tells more than
    once is one row; the same event in two documents is two.

    Args:
        analyses: Documents with ``id``, ``metadata``, ``text``, ``persons`` and ``citations``.
        resolution: Who is who; by default what
            [`resolve_persons`][vnpolitext.people.resolve_persons] says.

    Returns:
        The events, by document and place.

    Example:
        >>> import vnpolitext as vp
        >>> text = "Ngày 3/5/2021, Ban Bí thư bổ nhiệm ông Mùa A Phình giữ chức Bí thư Tỉnh ủy."
        >>> [event] = personnel_events([vp.analyze(text, id="a")])
        >>> event.kind, event.name, event.office_to, event.date, event.decided_by
        ('appointed', 'Mùa A Phình', 'Bí thư Tỉnh ủy', '2021-05-03', 'Ban Bí thư')
    """
    documents = list(documents_with(analyses, "persons"))
    if resolution is None:
        resolution = resolve_persons(documents)
    numbers = {
        (each.document, each.index): number
        for number, identity in enumerate(resolution.identities)
        for each in identity.appearances
    }
    return [event for document in documents for event in _events(document, numbers)]


@under_way("events frame")
def events_frame(events: Iterable[PersonnelEvent] | Iterable[CitingDocument]) -> Any:
    """Return events as a pandas ``DataFrame``, one row an event.

    Args:
        events: Events, see [`personnel_events`][vnpolitext.people.personnel_events], or analyses
            that tell them.
    """
    given: Any = events
    held = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    if not all(isinstance(event, PersonnelEvent) for event in held):
        held = personnel_events(held)
    names = [each.name for each in fields(PersonnelEvent)]
    values = [[holdable(getattr(event, name)) for name in names] for event in held]
    return import_module("pandas").DataFrame(values, columns=names)


def _events(
    document: CitingDocument, numbers: dict[tuple[str, int], int]
) -> Iterator[PersonnelEvent]:
    day = day_published(document.metadata)
    seen: set[tuple[int, str, str]] = set()
    for told in find_told(document.text, document.persons):
        kind = "given" if told.kind in GIVING else told.kind
        key = (told.person, kind, told.office_key or told.given or "")
        if key in seen:
            continue
        seen.add(key)
        basis = _basis(document, told)
        yield PersonnelEvent(
            person=numbers.get((document.id, told.person)),
            name=document.persons[told.person].name,
            kind=told.kind,
            office_from=told.left,
            office_to=told.given,
            office_key=told.office_key,
            date=told.date,
            decided_by=told.decided_by,
            legal_basis=basis.text if basis is not None else None,
            legal_key=basis.key if basis is not None else None,
            document=document.id,
            document_date=day,
            start=told.start,
            end=told.end,
            text=document.text[told.start : told.end],
        )


def _basis(document: CitingDocument, told: Told) -> Citation | None:
    """Return the decision that the sentence of an event cites."""
    first, last = told.sentence
    near = (
        each
        for each in getattr(document, "citations", ())
        if first <= each.start and each.end <= last
    )
    return next((each for each in near if each.kind in {"quyết định", "nghị quyết"}), None)
