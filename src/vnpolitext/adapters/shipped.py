"""The library's own finders behind the protocols, as loaders of the cards on its shelf.

So they are checked and measured with the same commands as anybody's model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vnpolitext.citations import Citation, find_citations
from vnpolitext.models import Model
from vnpolitext.officials import find_persons
from vnpolitext.places import Place, find_places
from vnpolitext.text import tokenize


@dataclass(frozen=True, slots=True)
class Words:
    """A word segmenter of the library; a ``Segmenter``."""

    name: str = "default"

    def segment(self, text: str) -> list[tuple[int, int]]:
        """Return ``(start, end)`` of every token."""
        return [(token.start, token.end) for token in tokenize(text, words=self.name, lexicon=None)]


@dataclass(frozen=True, slots=True)
class Persons:
    """The library's finder of persons; a ``PersonTagger``."""

    def tag(self, text: str) -> list[tuple[int, int]]:
        """Return ``(start, end)`` of every mention."""
        return sorted({span for person in find_persons(text) for span in person.mentions})


@dataclass(frozen=True, slots=True)
class Citations:
    """The library's rules for citations; ``CitationRules``."""

    def find_citations(self, text: str) -> list[Citation]:
        """Return the citations."""
        return find_citations(text)


@dataclass(frozen=True, slots=True)
class Places:
    """The library's gazetteer; a ``Gazetteer``."""

    def find_places(
        self, text: str, *, as_of: str | None = None, province: str | None = None
    ) -> list[Place]:
        """Return the places."""
        return find_places(text, as_of=as_of, province=province)


@dataclass(frozen=True, slots=True)
class Themes:
    """A lexicon of the shelf; a ``ThemeLexicon``."""

    themes: Mapping[str, tuple[str, ...]]


def words(model: Model) -> Words:
    """Return the segmenter that the card's option ``model`` names."""
    return Words(str(model.card.options.get("model", "default")))


def persons(_model: Model) -> Persons:
    """Return the finder of persons."""
    return Persons()


def citations(_model: Model) -> Citations:
    """Return the rules for citations."""
    return Citations()


def places(_model: Model) -> Places:
    """Return the gazetteer."""
    return Places()


def themes(model: Model) -> Themes:
    """Return the lexicon of ``themes.toml``, whose tables have a name and terms."""
    rows = model.toml("themes.toml")["theme"]
    return Themes({row["name"]: tuple(row["terms"]) for row in rows})
