"""Find the terms of a lexicon in texts: the longest match wins, across all themes."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import translate
from typing import Final

from vnpolitext.text import View, fold
from vnpolitext.themes.lexicon import ThemeLexicon

_SYLLABLE: Final = re.compile(r"[^\W_]+")
_SOFT: Final = frozenset(" \n,-/\"'()“”&")
_PLAIN: Final = frozenset(" \n")
_FREE: Final = 3
_SET_PHRASE: Final = 4
_OFTEN: Final = 3
_REACH: Final = 1000
_STAR: Final = "\ue000"
_BLANK, _MARK, _WALL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence of a lexicon term: ``text[start:end]``, and the themes it speaks for."""

    start: int
    end: int
    term: str
    themes: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    """A place in the tree of terms: what may follow, and the term that ends here."""

    exact: dict[str, "_Node"] = field(default_factory=dict)
    globs: list[tuple[re.Pattern[str], "_Node"]] = field(default_factory=list)
    soft: bool = False
    term: str = ""
    themes: tuple[str, ...] = ()

    def following(self, syllable: str) -> Iterator["_Node"]:
        """Yield the nodes one syllable further."""
        if syllable in self.exact:
            yield self.exact[syllable]
        for pattern, node in self.globs:
            if pattern.match(syllable):
                yield node


class _Words:
    """Where the words of a text begin and end, and whether a short term may stand there."""

    def __init__(
        self, text: str, starts: Sequence[int], ends: Sequence[int], *, phrases: bool
    ) -> None:
        self._text, self._starts, self._ends, self._phrases = text, starts, ends, phrases
        self._begins, self._stops = frozenset(starts), frozenset(ends)

    def admit(self, start: int, end: int, length: int) -> bool:
        """Whether both ends are edges of words, or both lie in one word of many syllables."""
        edges = (start in self._begins) + (end in self._stops)
        if edges == 2:
            return True
        at = inside(start, self._starts)
        if not self._phrases or length < _FREE - 1 or at >= len(self._ends) or end > self._ends[at]:
            return False
        word = self._text[self._starts[at] : self._ends[at]]
        return len(_SYLLABLE.findall(word)) >= _SET_PHRASE - edges


class TermMatcher:
    """Matches the terms of a lexicon on the syllables of a text.

    Letter case, tone placement and blanks make no difference; a comma, dash or slash counts only
    where the lexicon has one, and is optional there. A term of one or two syllables must begin and
    end where words do, so that *dân số* is not found in *nông dân số hóa*; one of two syllables may
    also stand inside a set phrase, as *kinh tế* in *kinh tế thị trường* and, at its edge, in
    *kinh tế xanh*, unless ``phrases`` is false. Longer terms cannot be
    mistaken. Of overlapping terms the one of most syllables wins, of those the first; a term that
    stands in several themes counts for each. ``*`` and ``?`` in a term stand for any letters of one
    syllable, a ``*`` alone for any syllable. A term of two syllables written with two capitals
    (*Hòa Bình*) is taken for a name, unless the lexicon writes it so. A term of one syllable that
    the lexicon writes in capitals (*AI*) stands in capitals, so that it is not the word *ai*.

    A weak term of a theme counts only where another term of this theme, weak or not, stands within
    1,000 characters, or the term three times, so that *pháp luật* in passing makes no theme.
    """

    def __init__(self, lexicon: ThemeLexicon, *, phrases: bool = True) -> None:
        """Build the tree of the lexicon's terms.

        Args:
            lexicon: The themes and their terms.
            phrases: Whether terms of two syllables are found inside set phrases.
        """
        self._root = _Node()
        self._phrases = phrases
        self._weak: set[tuple[str, str]] = set()
        for theme in lexicon.themes:
            for term in theme.terms:
                self._add(term, theme.name)
            for term in theme.weak:
                self._weak.add((self._add(term, theme.name), theme.name))

    def find(self, text: str, word_starts: Sequence[int], word_ends: Sequence[int]) -> list[Hit]:
        """Return the hits in text order, given where the words of ``text`` begin and end."""
        view = View.of(text)
        spans = [match.span() for match in _SYLLABLE.finditer(view.lower)]
        syllables = [view.lower[start:end] for start, end in spans]
        gaps = _gaps(view.text, spans)
        words = _Words(text, word_starts, word_ends, phrases=self._phrases)
        root = self._root
        found = [
            (at, length, node)
            for at, syllable in enumerate(syllables)
            if syllable in root.exact or root.globs
            for length, node in _walk(root, syllables, gaps, at)
        ]

        def read(at: int, length: int, node: _Node) -> Hit | None:
            start, end = view.span(spans[at][0], spans[at + length - 1][1])
            if length < _FREE and not words.admit(start, end, length):
                return None
            if length == _FREE - 1 and self._is_name(text[start:end], node.term):
                return None
            if length == 1 and node.term.isupper() and not text[start:end].isupper():
                return None
            return Hit(start, end, node.term, node.themes)

        return list(_longest(found, read))

    def supported(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits without weak ones that stand alone.

        Args:
            hits: What `find` returned, or a part of it, in text order.
        """
        if not self._weak:
            return list(hits)
        alone = set(self._alone(hits))
        kept = []
        for at, hit in enumerate(hits):
            themes = tuple(theme for theme in hit.themes if (at, theme) not in alone)
            if themes:
                kept.append(replace(hit, themes=themes))
        return kept

    def _alone(self, hits: Sequence[Hit]) -> Iterator[tuple[int, str]]:
        """Yield number and theme of each weak hit with too little of its theme around it."""
        of_theme: dict[str, list[int]] = {}
        for at, hit in enumerate(hits):
            for theme in hit.themes:
                of_theme.setdefault(theme, []).append(at)
        for theme, numbers in of_theme.items():
            around: Counter[str] = Counter()
            first = last = 0
            for at in numbers:
                start = hits[at].start
                while last < len(numbers) and hits[numbers[last]].start <= start + _REACH:
                    around[hits[numbers[last]].term] += 1
                    last += 1
                while hits[numbers[first]].start < start - _REACH:
                    around[hits[numbers[first]].term] -= 1
                    first += 1
                weak = (hits[at].term, theme) in self._weak
                if weak and last - first < _OFTEN and around[hits[at].term] == last - first:
                    yield at, theme

    def _add(self, term: str, theme: str) -> str:
        folded = fold(term.replace("*", _STAR)).replace(_STAR, "*")
        node = self._root
        done = 0
        for match in re.finditer(r"[\w*?]+", folded):
            piece = match[0]
            node = _child(node, piece)
            node.soft = node.soft or bool(folded[done : match.start()].strip() and done)
            done = match.end()
        node.term = node.term or term
        node.themes = tuple(dict.fromkeys((*node.themes, theme)))
        return node.term

    @staticmethod
    def _is_name(surface: str, term: str) -> bool:
        return surface.istitle() and not surface.isupper() and not term.istitle()


def _child(node: _Node, piece: str) -> _Node:
    if "*" not in piece and "?" not in piece:
        return node.exact.setdefault(piece, _Node())
    pattern = re.compile(translate(piece))
    for known, child in node.globs:
        if known.pattern == pattern.pattern:
            return child
    node.globs.append((pattern, _Node()))
    return node.globs[-1][1]


def _walk(
    root: _Node, syllables: Sequence[str], gaps: Sequence[int], at: int
) -> Iterator[tuple[int, _Node]]:
    """Yield length and node of each term that begins at syllable ``at``."""
    front = list(root.following(syllables[at]))
    length = 1
    while front:
        for node in front:
            if node.term:
                yield length, node
        if at + length >= len(syllables) or gaps[at + length] == _WALL:
            return
        marked = gaps[at + length] == _MARK
        front = [
            child
            for node in front
            for child in node.following(syllables[at + length])
            if child.soft or not marked
        ]
        length += 1


def _longest(
    found: Sequence[tuple[int, int, _Node]], read: Callable[[int, int, _Node], Hit | None]
) -> Iterator[Hit]:
    """Yield the hits that win, given first syllable and length of each match, in text order."""
    first = 0
    while first < len(found):
        last, end = first, 0
        while last < len(found) and (last == first or found[last][0] < end):
            end = max(end, found[last][0] + found[last][1])
            last += 1
        taken: dict[int, Hit] = {}
        covered: set[int] = set()
        for at, length, node in sorted(found[first:last], key=lambda one: (-one[1], one[0])):
            here = range(at, at + length)
            if covered.isdisjoint(here) and (hit := read(at, length, node)):
                covered.update(here)
                taken[at] = hit
        yield from (taken[at] for at in sorted(taken))
        first = last


def _gaps(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """What stands before each syllable: blanks, a soft mark, or a wall no term crosses."""
    gaps = [_WALL] * len(spans)
    for number in range(1, len(spans)):
        between = text[spans[number - 1][1] : spans[number][0]]
        if between == " " or (_PLAIN.issuperset(between) and between.count("\n") < 2):
            gaps[number] = _BLANK
        elif len(between) < 8 and _SOFT.issuperset(between) and between.count("\n") < 2:
            gaps[number] = _MARK
    return gaps


def inside(start: int, starts: Sequence[int]) -> int:
    """Return the number of the stretch ``start`` falls into, given where stretches begin."""
    return max(bisect_right(starts, start) - 1, 0)
