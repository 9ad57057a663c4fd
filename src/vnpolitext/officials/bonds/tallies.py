"""What stands between two elements of a scene, told without looking at all of it each time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import Final

from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.officials.words.tokens import Tokens

_STOPS: Final = frozenset({".", "!", "?", "…"})
_SHORT: Final = 2


class Tallies:
    """Counts over a scene, so that a pair far apart costs no more than neighbours.

    Every office of a long list is weighed for the name before the list and the one behind it;
    looking at all that stands between would cost the square of the length.
    """

    def __init__(self, tokens: Tokens, elements: Sequence[Element]) -> None:
        """Count once.

        Args:
            tokens: The tokens of the scene.
            elements: Its names and offices, in text order.
        """
        self._offices = _sums(isinstance(each, Office) for each in elements)
        self._names = _sums(isinstance(each, Name) for each in elements)
        self._introduced = [_is_introduced(tokens, elements, at) for at in range(len(elements))]
        self._introduced_names = _sums(
            introduced and isinstance(each, Name)
            for introduced, each in zip(self._introduced, elements, strict=True)
        )
        stops = sorted(chain.from_iterable(map(tokens.places, _STOPS)))
        self._stops = [at for at in stops if not _abbreviates(tokens, at)]
        self._closings = tokens.places(")")
        self._first, self._last = _chains(tokens, elements)

    def offices(self, first: int, last: int) -> int:
        """Return how many of the elements from ``first`` up to ``last`` are offices."""
        return self._offices[last] - self._offices[first]

    def names(self, first: int, last: int) -> int:
        """Return how many of the elements from ``first`` up to ``last`` are names."""
        return self._names[last] - self._names[first]

    def is_introduced(self, at: int) -> bool:
        """Return whether an office stands right before an element, or only a dash between them."""
        return self._introduced[at]

    def introduced(self, first: int, last: int) -> int:
        """Return how many of these elements are names that an office introduces."""
        return self._introduced_names[last] - self._introduced_names[first]

    def ends_sentence(self, first: int, last: int) -> bool:
        """Return whether a stop is among the tokens from ``first`` up to ``last``."""
        return _stands(self._stops, first, last)

    def closes(self, first: int, last: int) -> bool:
        """Return whether a bracket closes among the tokens from ``first`` up to ``last``."""
        return _stands(self._closings, first, last)

    def chain_end(self, office: int, step: int) -> int:
        """Return the last office of the chain from ``office`` on, 1 to the right, -1 to the left.

        Offices make a chain where only words that join stand between them, and no semicolon.
        """
        return self._last[office] if step > 0 else self._first[office]


def _abbreviates(tokens: Tokens, at: int) -> bool:
    """Return whether a full stop stands inside an abbreviation (*TP.HCM*)."""
    if not 0 < at < len(tokens.words) - 1 or tokens.words[at] != ".":
        return False
    glued = tokens.starts[at - 1] + _SHORT >= tokens.starts[at] and (
        tokens.starts[at + 1] == tokens.ends[at]
    )
    return glued and tokens.kinds[at - 1] == "U" and tokens.capitals[at + 1]


def _stands(places: list[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last


def _sums(flags: Iterable[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


def _is_introduced(tokens: Tokens, elements: Sequence[Element], at: int) -> bool:
    if not at or not isinstance(elements[at - 1], Office):
        return False
    element = elements[at]
    start = elements[at - 1].last
    end = element.lead if isinstance(element, Name) else element.first
    return end - start < 2 and tokens.words[start:end] in ([], ["-"])


def _chains(tokens: Tokens, elements: Sequence[Element]) -> tuple[list[int], list[int]]:
    """Return the first and the last office of the chain of every element."""
    first, last = list(range(len(elements))), list(range(len(elements)))
    for at in range(1, len(elements)):
        left, right = elements[at - 1], elements[at]
        if isinstance(left, Office) and isinstance(right, Office):
            gap = tokens.words[left.last : right.first]
            if ";" not in gap and joins(gap):
                first[at] = first[at - 1]
    for at in range(len(elements) - 1, 0, -1):
        if first[at] < at:
            last[at - 1] = last[at]
    return first, last
