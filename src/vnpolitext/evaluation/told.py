"""Measuring events of persons: how many annotated ones are told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from vnpolitext.errors import documents_with
from vnpolitext.evaluation.facts import PlainDocument, annotated
from vnpolitext.evaluation.score import Figure
from vnpolitext.officials.words.lexicon import expand
from vnpolitext.people import PersonnelEvent
from vnpolitext.progress import under_way
from vnpolitext.text import fold

_SLACK: Final = 40
_GIVING: Final = frozenset({"appointed", "elected", "transferred", "promoted"})


@under_way("event figure")
def event_figure(documents: Iterable[PlainDocument], events: Iterable[PersonnelEvent]) -> Figure:
    """Return the figure of events: which annotated ones are told, which told ones are annotated.

    An event is told where one of its document has its kind, its person and its office, there or in
    another place; an office given is one kind, however it is given. Events that are annotated as
    optional count neither as wanted nor as wrong.

    Args:
        documents: Annotated documents with ``id``, ``text``, ``events`` (each with ``kind``, the
            spans ``person`` and ``office`` or ``None``, and ``optional``) and ``annotated``, where
            the annotated part begins.
        events: The events found in these documents.

    Returns:
        The counts, with precision, recall and F1.

    Example:
        >>> import vnpolitext as vp
        >>> from vnpolitext.people import personnel_events
        >>> text = "Ông Mùa A Phình qua đời."
        >>> gold = {"kind": "died", "person": [4, 15], "office": None, "optional": False}
        >>> document = {"id": "a", "text": text, "annotated": 0, "events": [gold]}
        >>> found = personnel_events([vp.analyze(text, id="a")])
        >>> event_figure([document], found).recall
        1.0
    """
    told: dict[str, list[PersonnelEvent]] = {}
    wanted = "events are wanted, as of personnel_events()"
    for event in documents_with(events, "document", "kind", wanted=wanted):
        told.setdefault(event.document, []).append(event)
    total = Figure()
    for document in annotated(documents):
        total += _figure(document, told.get(document["id"], []))
    return total


def _figure(document: PlainDocument, told: list[PersonnelEvent]) -> Figure:
    wanted = document["events"]
    pairs = [
        (number, at)
        for number, gold in enumerate(wanted)
        for at, event in enumerate(told)
        if _is_told(document["text"], gold, event)
    ]
    asked = {number for number, gold in enumerate(wanted) if not gold["optional"]}
    found = asked & {number for number, _ in pairs}
    inside = {at for at, event in enumerate(told) if event.start >= document["annotated"]}
    right = {at for number, at in pairs if number in asked}
    spared = {at for number, at in pairs if number not in asked} - right
    return Figure(len(asked), len((inside | right) - spared), len(found), len(right))


def _is_told(text: str, gold: dict[str, Any], event: PersonnelEvent) -> bool:
    if _family(gold["kind"]) != _family(event.kind):
        return False
    if gold["person"] is not None:
        name = fold(text[slice(*gold["person"])]).split()
        if name[-1] not in fold(event.name).split():
            return False
    if gold["office"] is None:
        return True
    start, end = gold["office"]
    if event.start < end and start < event.end <= end + _SLACK:
        return True
    office = fold(expand(text[start:end]))
    found = (fold(each) for each in (event.office_from, event.office_to) if each is not None)
    return any(office in each or each in office for each in found)


def _family(kind: str) -> str:
    return "given" if kind in _GIVING else kind
