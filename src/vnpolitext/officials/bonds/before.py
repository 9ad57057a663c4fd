"""Offices that stand directly before a name: *Chủ tịch UBND tỉnh Lò Văn An*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.bonds.spread import spread
from vnpolitext.officials.gaps import joins
from vnpolitext.officials.phrases import Name, Office

_RULE: Final = "before"
_FULL: Final = 2
_OPENINGS: Final = frozenset({"\n", ".", ";", ":", "-", "có", "gồm", '"', "|", ","})


def propose_before(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices before a name, and those listed after it that share a plural office."""
    elements = scene.elements
    for index in range(1, len(elements)):
        name, office = elements[index], elements[index - 1]
        if not isinstance(name, Name) or not isinstance(office, Office):
            continue
        if not _is_beside(scene, index, name):
            continue
        first = index - 1
        while first > 0 and isinstance(elements[first - 1], Office):
            between = scene.gap(elements[first - 1], elements[first])
            if ";" in between or not joins(between):
                break
            first -= 1
        if first > 0 and scene.follows(elements[first - 1], elements[first]):
            first = index - 1
        offices = range(first, index)
        if scene.claimed.issuperset(offices):
            continue
        for each in offices:
            yield scene.propose(name, each, _RULE)
        if scene.is_plural(elements[first].first):
            yield from spread(scene, index, offices)


def _is_beside(scene: Scene, index: int, name: Name) -> bool:
    """Return whether nothing, a comma or a dash parts a name from the office before it."""
    elements = scene.elements
    gap = scene.gap(elements[index - 1], name)
    dash = gap == ["-"] and _is_told_by_dash(scene, index)
    if gap and not dash and not (gap == [","] and name.addresses):
        return False
    return not (gap and index > 1 and scene.follows(elements[index - 2], elements[index - 1]))


def _is_told_by_dash(scene: Scene, index: int) -> bool:
    """Return whether a dash parts a name from its offices, which open the sentence.

    *Trưởng Ban Dân vận Tỉnh ủy - Phạm Văn Bốn nói*; no office may follow the name.
    """
    elements, words = scene.elements, scene.tokens.words
    name = elements[index]
    if name.last - name.first < _FULL:
        return False
    following = elements[index + 1] if index + 1 < len(elements) else None
    if isinstance(following, Office) and joins(scene.gap(name, following)):
        return False
    first = index - 1
    while first and isinstance(elements[first - 1], Office):
        if not joins(scene.gap(elements[first - 1], elements[first])):
            break
        first -= 1
    if first and scene.follows(elements[first - 1], elements[first]):
        return False
    at = elements[first].first
    return at == 0 or words[at - 1] in _OPENINGS
