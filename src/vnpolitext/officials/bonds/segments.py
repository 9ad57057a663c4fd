"""A text cut at line breaks, semicolons and bars, with the names and offices in each piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.scene import Scene, Segment
from vnpolitext.officials.phrases import Name
from vnpolitext.officials.tokens import Tokens

MARKS: Final = frozenset({"-", "+", "•", "*", ".", ")", "(", "/", ",", ":", ";", "–", "·", "#"})
"""Marks that are no words of a line."""
LINE_ENDS: Final = frozenset({"\n", "|"})
"""Marks that end a line or a cell."""


def segments(scene: Scene, marks: frozenset[str]) -> list[Segment]:
    """Return the stretches between marks that have words, cut once a scene."""
    found = scene.pieces.get(marks)
    if found is None:
        found = scene.pieces[marks] = list(_segments(scene, marks))
    return found


def _segments(scene: Scene, marks: frozenset[str]) -> Iterator[Segment]:
    words, elements = scene.tokens.words, scene.elements
    first = at = 0
    marked = [index for index, word in enumerate(words) if word in marks]
    for index in (*marked, len(words)):
        if index < len(words) and words[index] == "." and not _ends_sentence(scene.tokens, index):
            continue
        if index > first:
            found = []
            while at < len(elements) and elements[at].first < index:
                found.append(at)
                at += 1
            yield Segment(first, index, found)
        first = index + 1


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    """Return whether the full stop at ``at`` ends a sentence, not an abbreviation or a number."""
    if not at or tokens.capitals[at - 1] or tokens.kinds[at - 1] not in "Ul":
        return False
    return tokens.kinds[at + 1 : at + 2] in ([], ["n"], ["U"])


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
