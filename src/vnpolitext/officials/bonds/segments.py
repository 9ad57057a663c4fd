"""A text cut at line breaks, semicolons and bars, with the names and offices in each piece."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, islice

from vnpolitext.layout.forms import MARKS, cut
from vnpolitext.officials.bonds.scene import Scene, Segment
from vnpolitext.officials.phrases import Name


def segments(scene: Scene, marks: frozenset[str]) -> list[Segment]:
    """Return the stretches between marks that have words, cut once a scene."""
    found = scene.pieces.get(marks)
    if found is None:
        found = scene.pieces[marks] = list(_segments(scene, marks))
    return found


def _segments(scene: Scene, marks: frozenset[str]) -> Iterator[Segment]:
    starts = [element.first for element in scene.elements]
    at = 0
    ends = sorted(chain.from_iterable(map(scene.tokens.places, marks)))
    for first, last in cut(scene.tokens, ends):
        past = bisect_left(starts, last, at)
        yield Segment(first, last, range(at, past))
        at = past


def loose_words(scene: Scene, segment: Segment) -> Iterator[str]:
    """Yield the words of a piece that are no element, mark or number."""
    at = segment.first
    for element in [*(scene.elements[number] for number in segment.found), None]:
        if element is None:
            first = last = segment.last
        else:
            first = element.lead if isinstance(element, Name) else element.first
            last = element.last
        for word in scene.tokens.words[at:first]:
            if word not in MARKS and not word[0].isdigit():
                yield word
        at = max(at, last)


def has_few_words(scene: Scene, segment: Segment, most: int) -> bool:
    """Return whether a piece has at most so many words that are no element, mark or number."""
    return sum(1 for _ in islice(loose_words(scene, segment), most + 1)) <= most
