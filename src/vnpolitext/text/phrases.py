"""Phrases of whole words, found fast at a place in a text or in a list of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

T = TypeVar("T")
_WORD: Final = re.compile(r"[^\W_]+|%")


@dataclass(slots=True)
class _Node(Generic[T]):
    """A word of one or more phrases, and the words that may follow."""

    value: T | None = None
    following: dict[str, _Node[T]] = field(default_factory=dict)


class Phrases(Generic[T]):
    """Folded phrases with a value each, of which the longest is found at a place.

    Attributes:
        openings: The words that a phrase may begin with.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, glued: bool = False) -> None:
        """Index ``entries``, pairs of a phrase of space-separated words and its value.

        The first value of a phrase counts. With ``glued`` a phrase is found with one of its blanks
        lost, too, as careless conversion leaves it (*phó chủtịch*).
        """
        self._root: _Node[T] = _Node()
        for phrase, value in entries:
            words = tuple(phrase.split())
            for form in (words, *_glued(words)) if glued else (words,):
                self._add(form, value)
        self.openings = frozenset(self._root.following)

    def _add(self, words: tuple[str, ...], value: T) -> None:
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        if node.value is None:
            node.value = value

    @property
    def beginnings(self) -> frozenset[tuple[str, ...]]:
        """The first two words of every phrase, or its only one."""
        first = self._root.following
        pairs = {(word, after) for word, node in first.items() for after in node.following}
        single = {(word,) for word, node in first.items() if node.value is not None}
        return frozenset[tuple[str, ...]]({*pairs, *single})

    def match(self, words: list[str], at: int) -> tuple[int, T] | None:
        """Return the number of words and the value of the longest phrase at ``words[at]``."""
        node = self._root.following.get(words[at])
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

    def longest(self, lower: str, at: int, end: int) -> tuple[int, T] | None:
        """Return the end and the value of the longest phrase at character ``at`` of a text.

        The text is folded; one blank or line break stands between two words.
        """
        word = _WORD.match(lower, at, end)
        node = self._root.following.get(word[0]) if word else None
        found: tuple[int, T] | None = None
        while word is not None and node is not None:
            last = word.end()
            if node.value is not None:
                found = last, node.value
            if not node.following or lower[last : last + 1] not in (" ", "\n"):
                break
            word = _WORD.match(lower, last + 1, end)
            node = node.following.get(word[0]) if word else None
        return found


def _glued(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield ``words`` with one blank lost."""
    for at in range(len(words) - 1):
        if words[at].isalpha() and words[at + 1].isalpha():
            yield (*words[:at], words[at] + words[at + 1], *words[at + 2 :])
