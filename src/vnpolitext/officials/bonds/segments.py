"""A text cut at line breaks, semicolons and bars, with the names and offices in each piece."""

from __future__ import annotations

from collections.abc import Iterator

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
    elements = scene.elements
    at = 0
    for first, last in cut(scene.tokens, marks):
        found = []
        while at < len(elements) and elements[at].first < last:
            found.append(at)
            at += 1
        yield Segment(first, last, found)


def loose_words(scene: Scene, segment: Segment) -> list[str]:
    """Return the words of a piece that are no element, mark or number."""
    words = scene.tokens.words
    inside = (scene.elements[at] for at in segment.found)
    covered = {
        at
        for element in inside
        for at in range(element.lead if isinstance(element, Name) else element.first, element.last)
    }
    return [
        words[at]
        for at in range(segment.first, segment.last)
        if at not in covered and words[at] not in MARKS and not words[at][0].isdigit()
    ]
