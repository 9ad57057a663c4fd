"""The places that names fill in a list, by what stands beside them in every item.

*- 1975-1980, A, Thiếu tướng*, *Giám đốc: B*: other capitals in such a place are a name, too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from vnpolitext.officials.phrases.elements import Element, Name, Office
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens

_LONGEST: Final = 12
_NEAR: Final = 12  # lines
_ITEM_ENDS: Final = frozenset({"\n", ";"})
_RANGE: Final = frozenset({"-", "–", "/", ".", "("})
_OFFICE: Final = "office"
_NUMBER: Final = "1"
_FEWEST: Final = 3
_FEWEST_BESIDE_OFFICE: Final = 2

Slot = tuple[tuple[str, ...], tuple[str, ...]]


class Slots:
    """The places that names fill in the lists of a text."""

    def __init__(self, tokens: Tokens, elements: Sequence[Element]) -> None:
        """Note where names stand.

        Args:
            tokens: The tokens.
            elements: Their names and offices.
        """
        self._tokens = tokens
        offices = [each for each in elements if isinstance(each, Office)]
        self._starts = {office.first for office in offices}
        self._ends = {office.last for office in offices}
        self._breaks = tokens.places("\n")
        self._names: dict[Slot, list[int]] = {}
        for name in elements:
            if isinstance(name, Name) and name.last - name.first > 1:
                slot = self._slot(name.lead, name.last)
                if slot is not None:
                    self._names.setdefault(slot, []).append(self._line(name.first))

    def has(self, first: int, last: int) -> bool:
        """Return whether names stand somewhere as the words from ``first`` to ``last`` do."""
        return bool(self._names) and self._slot(first, last) in self._names

    def fill(self, runs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
        """Return those of the runs that stand where names near by do, if most there are names.

        Args:
            runs: Capitals that may be names, in text order, as ``(first, last)``.
        """
        others: dict[Slot, list[tuple[int, int, int]]] = {}
        for first, last in runs if self._names else ():
            slot = self._slot(first, last)
            if slot in self._names:
                others.setdefault(slot, []).append((self._line(first), first, last))
        return {
            (first, last)
            for slot, found in others.items()
            for line, first, last in found
            if self._is_named(slot, line, [each for each, *_ in found])
        }

    def _is_named(self, slot: Slot, line: int, others: list[int]) -> bool:
        """Return whether most of what fills a place on the lines about ``line`` are names."""
        named, rest = (_near(lines, line) for lines in (self._names[slot], others))
        beside = _OFFICE in slot[0] or _OFFICE in slot[1]
        return named >= (max(_FEWEST_BESIDE_OFFICE, rest) if beside else max(_FEWEST, 2 * rest))

    def _slot(self, first: int, last: int) -> Slot | None:
        """Return what stands before and after, ``None`` if it is no item of a list."""
        right = self._right(last)
        left = None if right is None else self._left(first)
        if left is None or right is None or (left == ("\n",) and right == ("\n",)):
            return None
        return left, right

    def _left(self, first: int) -> tuple[str, ...] | None:
        """Return the marks, dates and label between the beginning of an item and a name."""
        words, dates = self._tokens.words, grammar().dates
        found: list[str] = []
        for at in range(first, max(0, first - _LONGEST) - 1, -1):
            if at in self._ends and at < first:
                return (_OFFICE, *found[::-1])
            if at == 0 or words[at - 1] in _ITEM_ENDS:
                return ("\n", *found[::-1])
            word = words[at - 1]
            if word[0].isdigit() or word in _RANGE or word in dates:
                if found[-1:] != [_NUMBER]:
                    found.append(_NUMBER)
            elif word == "|":
                return None
            else:
                found.append(word)
        return None

    def _right(self, last: int) -> tuple[str, ...] | None:
        """Return the mark after a name, and whether an office follows it."""
        words = self._tokens.words
        if last in self._starts:
            return (_OFFICE,)
        mark = words[last] if last < len(words) else "\n"
        if mark == "|" or self._tokens.kinds[last : last + 1] in (["l"], ["U"], ["d"]):
            return None
        following = last + 1
        while mark == "\n" and words[following : following + 1] == ["\n"]:
            following += 1
        return (mark, _OFFICE) if following in self._starts else (mark,)

    def _line(self, at: int) -> int:
        return bisect_left(self._breaks, at)


def _near(lines: list[int], line: int) -> int:
    """Return how many of the lines, in their order, are near one."""
    return bisect_right(lines, line + _NEAR) - bisect_left(lines, line - _NEAR)
