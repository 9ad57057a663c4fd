"""Where a regular expression could backtrack without bound, read from its parse tree.

Two kinds are looked for. *Nested*: an unbounded repeat whose body ends in another one, where what
follows may begin with the same letters: exponential. *Neighbours*: two unbounded repeats after each
other that share letters, with nothing in between that has to be there: a square, or worse.
Possessive repeats and atomic groups give nothing back, and bounded ones only so much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants as sre
from re import _parser as parser
from typing import Any, Final

Letters = frozenset[str]
Node = tuple[Any, Any]

# Every letter, digit, mark and blank that the patterns name, and some of each class besides.
ALPHABET: Final = frozenset(map(chr, (*range(9, 14), *range(32, 127), *range(160, 384)))) | set(
    "ơưƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ–—…“”‘’•№\u0301\u200b\u2028\u3000中"
)
BOUND: Final = 2000
_REPEATS: Final = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_CATEGORIES: Final = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}
_CLASSES: Final = {
    category: frozenset(char for char in ALPHABET if re.fullmatch(pattern, char))
    for category, pattern in _CATEGORIES.items()
}


def dangers(pattern: str, flags: int = 0) -> list[str]:
    """Return what is dangerous in a pattern, as words."""
    tree = parser.parse(pattern, flags)
    caseless = bool(tree.state.flags & re.IGNORECASE) or "(?i:" in pattern
    return list(dict.fromkeys(_Reader(caseless).walk(list(tree))))


class _Reader:
    def __init__(self, caseless: bool) -> None:
        self.caseless = caseless

    def walk(self, nodes: Sequence[Node]) -> Iterator[str]:
        yield from self._neighbours(nodes)
        for op, value in nodes:
            for body in _bodies(op, value):
                yield from self.walk(body)
            if op in _REPEATS and _unbounded(value):
                yield from self._nested(list(value[2]))

    def _nested(self, body: Sequence[Node]) -> Iterator[str]:
        """Ask whether the last of ``body`` may take what its first takes when it comes again."""
        again = self.first(body)
        for tail in self._tails(body):
            if shared := self.every(tail) & again:
                yield f"nested repeats over {_shown(shared)}"

    def _neighbours(self, nodes: Sequence[Node]) -> Iterator[str]:
        for at in range(len(nodes)):
            for tail in self._tails(nodes[at : at + 1]):
                for op, value in nodes[at + 1 :]:
                    if op in _REPEATS and _unbounded(value):
                        letters = self.every(list(value[2]))
                        if self._begin(op, value) & self.every(tail) and self._takes(letters, tail):
                            shared = letters & self.every(tail)
                            yield f"neighbouring repeats over {_shown(shared)}"
                    if not self._empty([(op, value)]):
                        break

    def _takes(self, letters: Letters, body: Sequence[Node]) -> bool:
        """Ask whether ``letters`` could be a match of ``body``, of each part that must be there."""
        return all(
            self._begin(op, value) & letters
            for op, value in body
            if op in (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY)
        )

    def _tails(self, nodes: Sequence[Node]) -> Iterator[list[Node]]:
        """Yield the bodies of the unbounded repeats with which ``nodes`` may end."""
        for op, value in reversed(nodes):
            if op in _REPEATS and _unbounded(value):
                yield list(value[2])
            if op not in (sre.POSSESSIVE_REPEAT, sre.ATOMIC_GROUP, sre.ASSERT, sre.ASSERT_NOT):
                for body in _bodies(op, value):
                    yield from self._tails(body)
            if not self._empty([(op, value)]):
                return

    def first(self, nodes: Sequence[Node]) -> Letters:
        """Return the letters with which a match of ``nodes`` may begin."""
        found: Letters = frozenset()
        for op, value in nodes:
            found |= self._begin(op, value)
            if not self._empty([(op, value)]):
                break
        return found

    def every(self, nodes: Sequence[Node]) -> Letters:
        """Return all letters that may stand in a match of ``nodes``."""
        return frozenset().union(
            *(
                frozenset().union(*map(self.every, _bodies(op, value)))
                if _bodies(op, value)
                else self._begin(op, value)
                for op, value in nodes
            )
        )

    def _begin(self, op: Any, value: Any) -> Letters:
        if op in (sre.LITERAL, sre.NOT_LITERAL):
            letters = self._fold({chr(value)})
            return letters if op is sre.LITERAL else ALPHABET - letters
        if op in (sre.ANY, sre.GROUPREF):
            return ALPHABET
        if op is sre.IN:
            return self._set(value)
        if op in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
            return frozenset()
        return frozenset().union(*map(self.first, _bodies(op, value)))

    def _set(self, items: Sequence[Node]) -> Letters:
        found: set[str] = set()
        for op, value in items:
            if op is sre.LITERAL:
                found.add(chr(value))
            elif op is sre.RANGE:
                found |= {char for char in ALPHABET if value[0] <= ord(char) <= value[1]}
            elif op is sre.CATEGORY:
                found |= _CLASSES[value]
        letters = self._fold(found)
        return ALPHABET - letters if items[0][0] is sre.NEGATE else letters

    def _fold(self, letters: set[str]) -> Letters:
        if not self.caseless:
            return frozenset(letters)
        return frozenset(c for char in letters for c in (char, char.lower(), char.upper()))

    def _empty(self, nodes: Sequence[Node]) -> bool:
        """Ask whether ``nodes`` may match nothing at all."""
        return all(self._may_lack(op, value) for op, value in nodes)

    def _may_lack(self, op: Any, value: Any) -> bool:
        if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT, sre.GROUPREF):
            return True
        if op in (*_REPEATS, sre.POSSESSIVE_REPEAT) and value[0] == 0:
            return True
        return any(self._empty(body) for body in _bodies(op, value))


def _unbounded(value: Any) -> bool:
    return value[1] is sre.MAXREPEAT or value[1] > BOUND


def _bodies(op: Any, value: Any) -> list[list[Node]]:
    """Return the alternatives that a node has inside; none for a single letter."""
    bodies: list[Any] = []
    if op in (*_REPEATS, sre.POSSESSIVE_REPEAT):
        bodies = [value[2]]
    elif op is sre.SUBPATTERN:
        bodies = [value[3]]
    elif op is sre.ATOMIC_GROUP:
        bodies = [value]
    elif op in (sre.ASSERT, sre.ASSERT_NOT):
        bodies = [value[1]]
    elif op in (sre.BRANCH, sre.GROUPREF_EXISTS):
        bodies = list(value[1] if op is sre.BRANCH else value[1:])
    return [list(body) for body in bodies if body is not None]


def _shown(letters: Letters) -> str:
    return repr("".join(sorted(letters)[:8]))
