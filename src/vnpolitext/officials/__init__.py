"""Persons and the offices they hold."""

from vnpolitext.officials.career import (
    Career,
    Evidence,
    careers,
    careers_frame,
    network,
    write_graphml,
)
from vnpolitext.officials.finder import find_persons
from vnpolitext.officials.likeness import Appearance
from vnpolitext.officials.records import Person, Position
from vnpolitext.officials.resolve import (
    Document,
    Doubt,
    Identity,
    Resolution,
    resolve_persons,
)

__all__ = [
    "Appearance",
    "Career",
    "Document",
    "Doubt",
    "Evidence",
    "Identity",
    "Person",
    "Position",
    "Resolution",
    "careers",
    "careers_frame",
    "find_persons",
    "network",
    "resolve_persons",
    "write_graphml",
]
