"""People across documents: who is who, their careers, and the networks they form."""

from vnpolitext.people.career import (
    Career,
    Evidence,
    careers,
    careers_frame,
    network,
    write_graphml,
)
from vnpolitext.people.likeness import Appearance
from vnpolitext.people.resolve import (
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
    "Resolution",
    "careers",
    "careers_frame",
    "network",
    "resolve_persons",
    "write_graphml",
]
