"""One office over several names: *các Phó Chủ tịch A, B*; *Ủy viên gồm: A, B*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins, past_years, without_remarks

_RULE: Final = "shared"
_LONGEST: Final = 8
_LONGEST_ITEM: Final = 30
_REACH: Final = 6
_ENDS: Final = frozenset({".", "!", "?", "\n", "|"})
_NUMBER_ENDS: Final = (["."], [")"], ["/"])
_LATER: Final = tuple(
    [*mark, *words.split(), *being]
    for mark in ([], [","], [";"])
    for words in (
        "sau đó",
        "tiếp theo",
        "kế đến",
        "tiếp đến",
        "tiếp đó",
        "rồi",
        "rồi đến",
        "rồi tới",
        "kế tiếp",
    )
    for being in ([], ["là"])
)
_COORDINATION: Final = ([","], ["và"], [",", "và"], ["cùng"])


def spread(scene: Scene, index: int, offices: range) -> Iterator[Proposal]:
    """Yield the ``offices`` for the names listed after the one at ``index``.

    The holders of a plural office may each have offices of their own; after semicolons also other
    words.
    """
    elements = scene.elements
    last = index
    office = elements[offices.start]
    plural = scene.is_plural(office.first) or scene.comprises(office)
    for following in range(index + 1, len(elements)):
        element = elements[following]
        if isinstance(element, Office) and not (plural or _is_remark(scene, element)):
            return
        if isinstance(element, Office) and scene.announces(element):
            return
        gap = scene.gap(elements[following - 1], element)
        item = plural and _is_item(gap, element)
        near = joins(gap) and len(without_remarks(gap)) <= _LONGEST
        if not item and isinstance(element, Name) and not near:
            return
        if isinstance(element, Office) and not joins(gap) and not _ENDS.isdisjoint(gap):
            return
        if isinstance(element, Name):
            if not gap or following - last > _REACH:
                return
            for each in offices:
                yield scene.propose(element, each, _RULE)
            last = following


def succeeding(scene: Scene, index: int, offices: range) -> Iterator[Proposal]:
    """Yield the ``offices`` of the name at ``index`` for those who held them after it.

    *Bộ trưởng đầu tiên là A, sau đó là B, C*; *A (1961-1971), B (1971-1976)*.
    """
    elements, words = scene.elements, scene.tokens.words
    last = index
    dated = past_years(words, elements[index].last) > elements[index].last
    while last + 1 < len(elements) and isinstance(name := elements[last + 1], Name):
        gap = words[past_years(words, elements[last].last) : name.lead]
        if gap not in _LATER and not (gap in _COORDINATION and (dated or last > index)):
            return
        last += 1
        for each in offices:
            yield scene.propose(name, each, _RULE)


def spread_introduced(scene: Scene, index: int) -> Iterator[Proposal]:
    """Yield an office for all whom the rest of its sentence names, each behind an own office.

    Args:
        scene: The scene.
        index: The office, behind which the list stands.
    """
    elements = scene.elements
    last = index
    for following in range(index + 1, len(elements)):
        element = elements[following]
        gap = scene.gap(elements[following - 1], element)
        parted = following > index + 1 and not _is_parted_by_mark(gap)
        if parted or (isinstance(element, Office) and scene.announces(element)):
            return
        if isinstance(element, Name):
            if following - last > _REACH:
                return
            yield scene.propose(element, index, _RULE)
            last = following


def _is_remark(scene: Scene, office: Office) -> bool:
    """Return whether an office fills the brackets behind a name (*A (Chánh Văn phòng), B*)."""
    words, last = scene.tokens.words, office.last
    return words[office.first - 1] in {"(", "nguyên"} and words[last : last + 1] == [")"]


def _is_parted_by_mark(gap: list[str]) -> bool:
    """Return whether a list of people goes on over a gap, an item without a name left out."""
    if joins(gap):
        return True
    return gap[-1] == ";" and _ENDS.isdisjoint(gap) and len(gap) <= _LONGEST_ITEM


def named_with(scene: Scene, index: int) -> Iterator[int]:
    """Yield the indices of the names that follow the one at ``index`` in a row (*A, B và C*)."""
    elements = scene.elements
    while index + 1 < len(elements) and isinstance(elements[index + 1], Name):
        if scene.gap(elements[index], elements[index + 1]) not in _COORDINATION:
            return
        index += 1
        yield index


def _is_item(gap: list[str], element: object) -> bool:
    """Return whether a name opens an item of a list: after a semicolon in the same sentence.

    A number may stand before it (*1. A; 2. B*).
    """
    if gap[-1:] in _NUMBER_ENDS and gap[-2:-1] and gap[-2].isdecimal():
        gap = gap[:-2]
    return isinstance(element, Name) and gap[-1:] == [";"] and _ENDS.isdisjoint(gap)
