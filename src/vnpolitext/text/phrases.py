"""Phrases of whole words, found fast at a place in a text or in a list of words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any, Final, Generic, TypeVar

from vnpolitext.text.patterns import lazy_pattern

T = TypeVar("T")
# The words that may follow a word, each with those that may follow it; the value of the phrase that
# ends here is under a key that is no word.
_Node = dict[Any, Any]
_VALUE: Final = None
_WORD: Final = lazy_pattern(r"[^\W_]+|%")
_NEXT: Final = lazy_pattern(r"[ \n]([^\W_]+|%)")


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
        self._is_glued = glued
        # A text meets few of the words that open phrases: until one is asked for, the phrases that
        # it opens are a list.
        self._root: dict[str, _Node | list[tuple[str, T]]] = {}
        waiting = defaultdict[str, list[tuple[str, T]]](list)
        for entry in entries:
            words = entry[0].split(None, 2)
            if not words:
                continue
            waiting[words[0]].append(entry)
            if glued and len(words) > 1 and words[0].isalpha() and words[1].isalpha():
                waiting[words[0] + words[1]].append(entry)
        self._root.update(waiting)
        self.openings = frozenset(waiting)

    def _after(self, word: str) -> _Node | None:
        """Return the words that may follow the first one."""
        node = self._root.get(word)
        if not isinstance(node, list):
            return node
        made: _Node = {}
        for phrase, value in node:
            words = phrase.split()
            for form in (words, *(_glued(words) if self._is_glued else ())):
                if form[0] == word:
                    _add(made, form, value)
        self._root[word] = made
        return made

    def seconds(self, word: str) -> set[str]:
        """Return the second words of the phrases that begin with ``word``; ``""`` for it alone."""
        return {"" if after is _VALUE else after for after in self._after(word) or ()}

    def match(self, words: list[str], at: int) -> tuple[int, T] | None:
        """Return the number of words and the value of the longest phrase at ``words[at]``.

        Behind the last word there is none.
        """
        try:
            node: Any = self._root.get(words[at])
        except IndexError:
            return None
        if node is None:
            return None
        if node.__class__ is list:
            node = self._after(words[at])
        count = len(words)
        found: tuple[int, T] | None = None
        last = at
        while node is not None:
            last += 1
            if _VALUE in node:
                found = last - at, node[_VALUE]
            node = node.get(words[last]) if last < count else None
        return found

    def before(self, words: list[str], at: int, longest: int) -> int:
        """Return the number of words, at most ``longest``, of the phrase that ends before a word.

        It is the longest phrase where it begins, and 0 is returned where there is none.
        """
        if at < 1 or words[at - 1] not in self._closings:
            return 0
        for size in range(min(longest, at), 0, -1):
            found = self.match(words, at - size)
            if found is not None and found[0] == size:
                return size
        return 0

    @cached_property
    def _closings(self) -> frozenset[str]:
        """The words that a phrase may end with."""
        found, nodes = set(), [{word: self._after(word) or {} for word in self.openings}]
        for node in nodes:
            for word, after in node.items():
                if word is not _VALUE:
                    nodes.append(after)
                    if _VALUE in after:
                        found.add(word)
        return frozenset(found)

    def longest(self, lower: str, at: int, end: int) -> tuple[int, T] | None:
        """Return the end and the value of the longest phrase at character ``at`` of a text.

        The text is folded; one blank or line break stands between two words.
        """
        word = _WORD.match(lower, at, end)
        node: Any = self._root.get(word[0]) if word else None
        if word and node.__class__ is list:
            node = self._after(word[0])
        found: tuple[int, T] | None = None
        while word is not None and node is not None:
            last = word.end()
            if _VALUE in node:
                found = last, node[_VALUE]
                if len(node) == 1:
                    break
            word = _NEXT.match(lower, last, end)
            node = node.get(word[1]) if word else None
        return found


def _add(node: _Node, words: list[str], value: object) -> None:
    """Keep the value of a phrase, whose first word led to ``node``, unless it has one."""
    for word in islice(words, 1, None):
        after = node.get(word)
        if after is None:
            after = node[word] = {}
        node = after
    node.setdefault(_VALUE, value)


def listed(phrases: str) -> tuple[str, ...]:
    """Return the phrases that commas part.

    >>> listed("nghị quyết, chỉ thị")
    ('nghị quyết', 'chỉ thị')
    """
    return tuple(phrases.split(", "))


def word_set(phrases: str) -> frozenset[str]:
    """Return the set of the phrases that commas part."""
    return frozenset(listed(phrases))


def alternation(
    words: Mapping[str, str] | Iterable[str], *, gap: str = r"\ ", begin: bool = False
) -> str:
    r"""Return a pattern of one of several words, in which what they begin with stands once.

    A matcher tries the alternatives of a plain ``a|b|c`` one after the other; here it turns away
    after one letter. The longest word is tried first.

    Args:
        words: The words, or phrases; a mapping has the pattern that must follow each of them.
        gap: The pattern that stands for a blank.
        begin: Whether nothing of a word may stand before. This is asked behind the second letter,
            so that places with other letters cost nothing.

    Returns:
        The regular expression.

    >>> alternation(["cho biết", "cho hay", "nói"])
    '(?:cho\\ (?:biết|hay)|nói)'
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_VALUE] = words[word] if isinstance(words, Mapping) else ""
    return _alternation(root, gap, "" if begin else None)


def _alternation(node: _Node, gap: str, before: str | None) -> str:
    """Return the pattern of a node.

    Args:
        node: What may follow.
        gap: The pattern that stands for a blank.
        before: The first letter, if nothing of a word may stand before it, empty at the first
            letter itself; ``None`` where that need not be asked, or has been.
    """
    forms: list[str] = []
    for letter in sorted(letter for letter in node if letter is not _VALUE):
        own, following = gap if letter == " " else re.escape(letter), node[letter]
        if before is None:
            forms.append(own + _alternation(following, gap, None))
        elif before or " " in following or _VALUE in following:
            forms.append(rf"{own}(?<!\w{before}{own})" + _alternation(following, gap, None))
        else:
            forms.append(own + _alternation(following, gap, own))
    tail = node.get(_VALUE)
    forms += [tail] if tail else []
    if len(forms) == 1 and tail != "":
        return forms[0]
    return f"(?:{'|'.join(forms)}){'?' if tail == '' else ''}" if forms else ""


def _glued(words: list[str]) -> Iterator[list[str]]:
    """Yield ``words`` with one blank lost."""
    for at in range(len(words) - 1):
        if words[at].isalpha() and words[at + 1].isalpha():
            yield [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]
