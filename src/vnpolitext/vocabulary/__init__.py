"""Words that several finders know, read once from the models: names, offices, bodies, documents."""

from vnpolitext.late import offered
from vnpolitext.vocabulary.documents import DocumentKind, genres, kinds
from vnpolitext.vocabulary.offices import (
    BRANCHES,
    LEVELS,
    Address,
    Entry,
    addresses,
    bodies,
    body_entries,
    head_entries,
    heads,
    office_at_start,
    spaced,
    title_at_start,
)
from vnpolitext.vocabulary.surnames import Surnames, surnames

__all__ = [
    "BRANCHES",
    "LEVELS",
    "Address",
    "DocumentKind",
    "Entry",
    "Surnames",
    "addresses",
    "bodies",
    "body_entries",
    "genres",
    "head_entries",
    "heads",
    "kinds",
    "office_at_start",
    "spaced",
    "surnames",
    "title_at_start",
]

__dir__ = offered(__name__)
