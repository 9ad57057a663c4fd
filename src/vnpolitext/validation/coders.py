"""What is to be validated, in one shape: a name, its codes, and which of them a passage has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from vnpolitext.themes import Topics
from vnpolitext.themes.coding import coded
from vnpolitext.themes.documents import Document
from vnpolitext.themes.lexicon import Theme, as_lexicon
from vnpolitext.themes.prevalence import LexiconLike

Coding: TypeAlias = Callable[[list[str]], Sequence[Collection[str]]]
CoderLike: TypeAlias = LexiconLike | Topics | Coding
LEAST_SHARE: Final = 0.25
"""A passage has a topic of at least this share."""


@dataclass(frozen=True)
class Coder:
    """Something that codes passages.

    Attributes:
        name: What it is called.
        codes: Its codes, with labels and definitions where it has them.
        code: Gives the codes of each passage.
    """

    name: str
    codes: tuple[Theme, ...]
    code: Callable[[list[Document]], list[frozenset[str]]]

    @property
    def names(self) -> list[str]:
        """Names of the codes."""
        return [theme.name for theme in self.codes]


def as_coder(coder: CoderLike, names: Sequence[str] = ()) -> Coder:
    """Return a coder for a lexicon, for fitted topics or for a function of texts.

    Args:
        coder: A lexicon as of `code_themes`; topics, of which a passage has those with at least a
            quarter of it; or a function that takes a list of texts and gives the codes of each.
        names: The codes of a function.

    Raises:
        ValueError: A function without names of its codes.
    """
    if isinstance(coder, Topics):
        return _of_topics(coder)
    if callable(coder):
        return _of_function(coder, names)
    lexicon = as_lexicon(coder)
    return Coder(lexicon.name, lexicon.themes, lambda documents: coded(documents, lexicon))


def _of_topics(topics: Topics) -> Coder:
    rows = topics.topics
    codes = tuple(
        Theme(str(label), tuple(str(terms).split(", ")), definition=str(terms))
        for label, terms in zip(rows["label"], rows["terms"], strict=True)
    )

    def code(documents: list[Document]) -> list[frozenset[str]]:
        shares = topics.predict(documents).to_numpy()
        return [
            frozenset(
                theme.name for theme, part in zip(codes, row, strict=True) if part >= LEAST_SHARE
            )
            for row in shares
        ]

    return Coder("topics", codes, code)


def _of_function(function: Any, names: Sequence[str]) -> Coder:
    if not names:
        raise ValueError("a function that codes needs names=, the codes it may give")
    codes = tuple(Theme(name, ()) for name in names)

    def code(documents: list[Document]) -> list[frozenset[str]]:
        given = function([document.text for document in documents])
        return [frozenset(map(str, each)) for each in given]

    return Coder(getattr(function, "__name__", "function"), codes, code)
