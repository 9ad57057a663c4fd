"""People named together, and those who give an office to others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.officials.words.giving import giving, is_told
from vnpolitext.officials.words.grammar import grammar

_TOGETHER: Final = (["và"], [","], [",", "và"], ["cùng"])
_AND: Final = frozenset({"và", "cùng"})
_DONE: Final = (["đã"], ["vừa"])
_MOST: Final = 12


def together(scene: Scene, index: int) -> list[int]:
    """Return the indices of a name and of those named with it, in text order.

    *Các đồng chí A và B*; *A và B*; also where they have offices of their own (*A - Chủ tịch xã và
    B - Phó Chủ tịch xã*, *Giám đốc A và Phó Giám đốc B*).
    """
    elements = scene.elements
    found = [index]
    for _ in range(_MOST):
        before = _joined(scene, found[0])
        if before is None:
            break
        found.insert(0, before)
    name = elements[found[0]]
    plural = isinstance(name, Name) and any(each.kind == "plural" for each in name.addresses)
    return found if plural or _is_joined_by_word(scene, found) else [index]


def is_one(scene: Scene, names: Sequence[Name]) -> bool:
    """Return whether names are those of one person, the others in brackets behind the first."""
    words = scene.tokens.words
    return bool(names) and all(
        words[left.last : right.lead] == ["("] and words[right.last : right.last + 1] == [")"]
        for left, right in pairwise(names)
    )


def is_shareable(scene: Scene, office: int, people: Sequence[int]) -> bool:
    """Return whether several people may get an office at once, by its words or theirs.

    A body has one *Bí thư* and several *Phó Bí thư*.
    """
    if len(people) < 2:
        return True
    element = scene.elements[office]
    name = scene.elements[people[0]]
    if isinstance(name, Name) and any(each.kind == "plural" for each in name.addresses):
        return True
    return has_several(scene, element) or scene.is_plural(element.first)


def has_several(scene: Scene, office: Element) -> bool:
    """Return whether a body has several holders of an office at a time (*Phó Bí thư*)."""
    words = scene.tokens.words[office.first : office.last]
    return any(tuple(words[:size]) in giving().several for size in (1, 2, 3))


def gives(scene: Scene, index: int, gap: list[str]) -> bool:
    """Return whether an official gives an office to another: the words after the name say so."""
    before = scene.elements[index - 1] if index else None
    if not isinstance(before, Office) or scene.gap(before, scene.elements[index]):
        return False
    first = int(gap[:1] in _DONE)
    return any(" ".join(gap[first : first + size]) in grammar().appointing for size in (1, 2, 3))


def _joined(scene: Scene, index: int) -> int | None:
    """Return the name that a word or a comma joins to the one at ``index``, offices left out."""
    elements = scene.elements
    first = index
    while first and isinstance(elements[first - 1], Office):
        gap = scene.gap(elements[first - 1], elements[first])
        if gap and not joins(gap):
            return None
        if not _AND.isdisjoint(gap):
            break
        first -= 1
        if first and isinstance(elements[first - 1], Name):
            break
    before = first
    gap = scene.gap(elements[before - 1], elements[before]) if before else ["\n"]
    if gap not in _TOGETHER and not (gap and gap[-1] in _AND and joins(gap)):
        return None
    at = before - 1
    while at >= 0 and isinstance(elements[at], Office):
        if is_told(scene.tokens.words, elements[at].first):
            return None
        if at and not joins(scene.gap(elements[at - 1], elements[at])):
            return None
        at -= 1
    return at if at >= 0 else None


def _is_joined_by_word(scene: Scene, found: Sequence[int]) -> bool:
    """Return whether *và* stands before the last of several people, and they open the clause."""
    if len(found) < 2:
        return False
    elements, words = scene.elements, scene.tokens.words
    at = found[-1]
    while at - 1 > found[-2] and not scene.gap(elements[at - 1], elements[at]):
        at -= 1
    last = elements[at]
    lead = last.lead if isinstance(last, Name) else last.first
    return words[lead - 1] in _AND
