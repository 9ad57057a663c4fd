"""A text cut at line breaks, semicolons and bars, with the names and offices in each piece."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

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


def loose_words(scene: Scene, segment: Segment) -> list[str]:
    """Return the words of a piece that are no element, mark or number."""
    loose: list[str] = []
    at = segment.first
    for element in [*(scene.elements[number] for number in segment.found), None]:
        if element is None:
            first = last = segment.last
        else:
            first = element.lead if isinstance(element, Name) else element.first
            last = element.last
        loose += scene.tokens.words[at:first]
        at = max(at, last)
    return [word for word in loose if word not in MARKS and not word[0].isdigit()]
