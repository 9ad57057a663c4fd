"""People across documents: who is who, their careers, and the networks they form."""

from vnpolitext.people.career import (
    Career,
    Evidence,
    careers,
    careers_frame,
    network,
    write_graphml,
)
from vnpolitext.people.events import PersonnelEvent, events_frame, personnel_events
from vnpolitext.people.groups import Appearance
from vnpolitext.people.periods import Interval, Relation, intervals, intervals_frame, relations
from vnpolitext.people.resolve import (
    Document,
    Doubt,
    Identity,
    Resolution,
    resolve_persons,
)
from vnpolitext.people.together import co_office

__all__ = [
    "Appearance",
    "Career",
    "Document",
    "Doubt",
    "Evidence",
    "Identity",
    "Interval",
    "PersonnelEvent",
    "Relation",
    "Resolution",
    "careers",
    "careers_frame",
    "co_office",
    "events_frame",
    "intervals",
    "intervals_frame",
    "network",
    "personnel_events",
    "relations",
    "resolve_persons",
    "write_graphml",
]
