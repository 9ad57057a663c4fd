"""The kinds of model, and for each the small protocol an object of it fulfils."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Record(Protocol):
    """Anything that points at a stretch of the text, as every record of this library does."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """After the last character."""

    @property
    def text(self) -> str:
        """The surface, ``source[start:end]``."""


@runtime_checkable
class Segmenter(Protocol):
    """Cuts a text into words (*tách từ*)."""

    def segment(self, text: str) -> Sequence[tuple[int, int]]:
        """Return ``(start, end)`` of every word, in text order.

        Words do not overlap, and what stands between them is white space.
        """


@runtime_checkable
class PersonTagger(Protocol):
    """Finds the names of humans (*nhận dạng tên người*)."""

    def tag(self, text: str) -> Sequence[tuple[int, int]]:
        """Return ``(start, end)`` of every personal name, in text order, without overlaps."""


@runtime_checkable
class CitationRules(Protocol):
    """Finds cited documents (*viện dẫn văn bản*)."""

    def find_citations(self, text: str) -> Sequence[Record]:
        """Return the citations in text order, without overlaps."""


@runtime_checkable
class Gazetteer(Protocol):
    """Finds administrative units (*đơn vị hành chính*)."""

    def find_places(
        self, text: str, *, as_of: str | None = None, province: str | None = None
    ) -> Sequence[Record]:
        """Return the places in text order, without overlaps, looked up at the date ``as_of``."""


@runtime_checkable
class ThemeLexicon(Protocol):
    """Names themes (*chủ đề*) and the terms that show them."""

    @property
    def themes(self) -> Mapping[str, Sequence[str]]:
        """The terms of every theme."""


@runtime_checkable
class Embedder(Protocol):
    """Turns passages into vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text, of shape ``(len(texts), dimension)``."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of model.

    Attributes:
        summary: What models of this kind are.
        protocol: What a loaded one fulfils; ``None`` for data that the finders read themselves.
    """

    summary: str
    protocol: Any = None


KINDS: Final[dict[str, Kind]] = {
    "words": Kind("word segmenters", Segmenter),
    "persons": Kind("taggers of personal names", PersonTagger),
    "citations": Kind("rules that find cited documents", CitationRules),
    "places": Kind("gazetteers of administrative units", Gazetteer),
    "outlines": Kind("outlines of administrative units"),
    "themes": Kind("lexicons of themes", ThemeLexicon),
    "embeddings": Kind("embedders of passages", Embedder),
    "lexicon": Kind("terms that hold together"),
    "names": Kind("parts of personal names"),
    "offices": Kind("offices and bodies"),
    "documents": Kind("registers of official documents"),
    "directives": Kind("markers of numbered lists"),
    "statements": Kind("words of saying"),
    "articles": Kind("encodings of old files"),
    "layout": Kind("parts of pages"),
    "stopwords": Kind("words without a theme"),
}
"""Every kind, by the name that cards use."""
