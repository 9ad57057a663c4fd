"""Phrases of whole words, found fast at a place in a list of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of whole words, found at a place in a list of words, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Index ``entries``, pairs of a phrase of space-separated tokens and its value."""
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._values: dict[tuple[str, ...], T] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, value in entries:
            words = tuple(phrase.split())
            for form in (words, *_glued(words)):
                self._values.setdefault(form, value)
                lengths.setdefault(form[0], set()).add(len(form))
        for word, sizes in lengths.items():
            self._lengths[word] = tuple(sorted(sizes, reverse=True))

    @property
    def openings(self) -> frozenset[str]:
        """The words that a phrase may begin with."""
        return frozenset(self._lengths)

    @property
    def beginnings(self) -> frozenset[tuple[str, ...]]:
        """The first two words of every phrase, or its only one."""
        return frozenset(words[:2] for words in self._values)

    def match(self, words: list[str], at: int) -> tuple[int, T] | None:
        """Return the number of words and the value of the longest phrase at ``words[at]``."""
        lengths = self._lengths.get(words[at])
        if lengths is None:
            return None
        for size in lengths:
            value = self._values.get(tuple(words[at : at + size]))
            if value is not None and at + size <= len(words):
                return size, value
        return None


def _glued(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield ``words`` with one blank lost, as careless conversion leaves them."""
    for at in range(len(words) - 1):
        if words[at].isalpha() and words[at + 1].isalpha():
            yield (*words[:at], words[at] + words[at + 1], *words[at + 2 :])
