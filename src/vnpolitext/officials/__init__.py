"""Persons and the offices they hold."""

import warnings
from importlib import import_module
from typing import Any, Final

from vnpolitext.late import offered
from vnpolitext.officials.find import find_persons
from vnpolitext.officials.records import Person, Position

__all__ = ["Person", "Position", "find_persons"]

__dir__ = offered(__name__)
_MOVED: Final = frozenset(
    {
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
    }
)


def __getattr__(name: str) -> Any:
    """Return what has moved to ``vnpolitext.people``; from version 0.3 on it is only there."""
    if name not in _MOVED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    warnings.warn(
        f"use vnpolitext.people.{name}; vnpolitext.officials.{name} goes in version 0.3",
        DeprecationWarning,
        stacklevel=2,
    )
    moved = "NamingDocument" if name == "Document" else name
    return getattr(import_module("vnpolitext.people"), moved)
