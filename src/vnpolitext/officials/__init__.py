"""Persons and the offices they hold."""

from vnpolitext.officials.finder import find_persons
from vnpolitext.officials.records import Person, Position

__all__ = ["Person", "Position", "find_persons"]
