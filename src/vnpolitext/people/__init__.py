"""People across documents: who is who, their careers, and the networks they form."""

import warnings
from typing import Any

from vnpolitext.late import offered
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
    Doubt,
    Identity,
    NamingDocument,
    Resolution,
    resolve_persons,
)
from vnpolitext.people.together import co_office

__all__ = [
    "Appearance",
    "Career",
    "Doubt",
    "Evidence",
    "Identity",
    "Interval",
    "NamingDocument",
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

__dir__ = offered(__name__)


def __getattr__(name: str) -> Any:
    """Return what has a new name; from version 0.3 on only that is left."""
    if name != "Document":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    told = "vnpolitext.people.Document is called NamingDocument now; it goes in version 0.3"
    warnings.warn(told, DeprecationWarning, stacklevel=2)
    return NamingDocument
