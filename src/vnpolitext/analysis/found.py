"""What was found in one document, as plain fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vnpolitext.citations.records import Citation
from vnpolitext.directives import Directive
from vnpolitext.layout import Block
from vnpolitext.officials.records import Person
from vnpolitext.places.records import Place
from vnpolitext.statements.records import Statement


@dataclass(frozen=True, slots=True)
class Found:
    """The fields of an [`Analysis`][vnpolitext.analysis.Analysis], which tells what each holds.

    Tables, words and highlighted texts are made of them.
    """

    id: str
    text: str
    metadata: dict[str, Any] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    persons: tuple[Person, ...] = ()
    citations: tuple[Citation, ...] = ()
    places: tuple[Place, ...] = ()
    directives: tuple[Directive, ...] = ()
    statements: tuple[Statement, ...] = ()
    versions: dict[str, Any] = field(default_factory=dict)

    @property
    def officials(self) -> tuple[Person, ...]:
        """Persons to whom the text gives at least one position."""
        return tuple(person for person in self.persons if person.is_official)
