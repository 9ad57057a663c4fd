"""Phrases of whole words, found fast at a place in a list of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Node(Generic[T]):
    """A word of one or more phrases, and the words that may follow."""

    value: T | None = None
    following: dict[str, _Node[T]] = field(default_factory=dict)


class Phrases(Generic[T]):
    """Phrases of whole words, found at a place in a list of words, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Index ``entries``, pairs of a phrase of space-separated tokens and its value."""
        self._first: dict[str, _Node[T]] = {}
        for phrase, value in entries:
            words = tuple(phrase.split())
            for form in (words, *_glued(words)):
                self._add(form, value)

    def _add(self, words: tuple[str, ...], value: T) -> None:
        node = self._first.setdefault(words[0], _Node())
        for word in words[1:]:
            node = node.following.setdefault(word, _Node())
        if node.value is None:
            node.value = value

    @property
    def openings(self) -> frozenset[str]:
        """The words that a phrase may begin with."""
        return frozenset(self._first)

    @property
    def beginnings(self) -> frozenset[tuple[str, ...]]:
        """The first two words of every phrase, or its only one."""
        pairs = {(word, after) for word, node in self._first.items() for after in node.following}
        single = {(word,) for word, node in self._first.items() if node.value is not None}
        return frozenset[tuple[str, ...]]({*pairs, *single})

    def match(self, words: list[str], at: int) -> tuple[int, T] | None:
        """Return the number of words and the value of the longest phrase at ``words[at]``."""
        node = self._first.get(words[at])
        if node is None:
            return None
        found: tuple[int, T] | None = None
        last, count = at, len(words)
        while node is not None:
            last += 1
            if node.value is not None:
                found = last - at, node.value
            node = node.following.get(words[last]) if last < count else None
        return found


def _glued(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield ``words`` with one blank lost, as careless conversion leaves them."""
    for at in range(len(words) - 1):
        if words[at].isalpha() and words[at + 1].isalpha():
            yield (*words[:at], words[at] + words[at + 1], *words[at + 2 :])
