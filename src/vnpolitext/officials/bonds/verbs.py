"""Offices that a verb gives to the person named before it (*X được bầu làm Y*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.gaps import is_linked, joins
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.phrases import Name, Office

_RULE: Final = "link"
_SENTENCE_END: Final = frozenset({".", "!", "?", "\n", "…"})
_REACH: Final = 60
_LONGEST: Final = 14
_TOGETHER: Final = (["và"], [","], [",", "và"], ["cùng"])


def propose_verbs(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices that a verb gives the last person named in the sentence.

    Somebody who gives the office (*Chủ tịch nước X bổ nhiệm giữ chức ...*) does not hold it. People
    named together share it (*các đồng chí A và B được bầu giữ chức ...*).
    """
    elements, words = scene.elements, scene.tokens.words
    last: int | None = None
    for index, element in enumerate(elements):
        if isinstance(element, Name):
            last = index
            continue
        if index in scene.claimed or not is_linked(scene.tokens.words, element.first):
            continue
        following = _later_subject(scene, index)
        if following is not None:
            yield from _bind(scene, [following], index)
            continue
        if last is None or element.first - elements[last].last > _REACH:
            continue
        gap = words[elements[last].last : element.first]
        if _SENTENCE_END.isdisjoint(gap) and not gives(scene, last, gap):
            yield from _bind(scene, together(scene, last), index)


def _bind(scene: Scene, holders: list[int], index: int) -> Iterator[Proposal]:
    """Yield an office and those joined to it for the names ``holders``."""
    for each in _chain(scene, index):
        for holder in holders:
            first = scene.elements[holder].first
            yield Proposal(each, scene.tokens.starts[first], _RULE)


def gives(scene: Scene, index: int, gap: list[str]) -> bool:
    """Return whether an official gives an office to another: the words after the name say so."""
    before = scene.elements[index - 1] if index else None
    if not isinstance(before, Office) or scene.gap(before, scene.elements[index]):
        return False
    return any(" ".join(gap[:size]) in grammar().appointing for size in (1, 2, 3))


def _chain(scene: Scene, index: int) -> range:
    """Return the indices of an office and of those that are joined to it."""
    elements = scene.elements
    last = index + 1
    while last < len(elements) and isinstance(elements[last], Office):
        gap = scene.gap(elements[last - 1], elements[last])
        if last in scene.claimed or not gap or not joins(gap):
            break
        last += 1
    return range(index, last)


def _later_subject(scene: Scene, index: int) -> int | None:
    """Return the name after an office whose clause waits for it.

    *Sau khi trở thành Y, X ...*; *thôi giữ chức Y đối với X*.
    """
    elements, words = scene.elements, scene.tokens.words
    if index + 1 >= len(elements) or not isinstance(elements[index + 1], Name):
        return None
    gap = scene.gap(elements[index], elements[index + 1])
    if gap[-2:] == ["đối", "với"] and len(gap) < _LONGEST and _SENTENCE_END.isdisjoint(gap):
        return index + 1
    if gap != [","]:
        return None
    lead = words[max(0, elements[index].first - 4) : elements[index].first]
    return index + 1 if "khi" in lead else None


def together(scene: Scene, index: int) -> list[int]:
    """Return the indices of a name and of those named with it (*các đồng chí A và B*)."""
    elements = scene.elements
    first = index
    while first and isinstance(elements[first - 1], Name):
        if scene.gap(elements[first - 1], elements[first]) not in _TOGETHER:
            break
        first -= 1
    name = elements[first]
    plural = isinstance(name, Name) and any(each.kind == "plural" for each in name.addresses)
    return list(range(first, index + 1)) if plural else [index]
