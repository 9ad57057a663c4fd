"""Offices that stand after a name, joined by marks: *Lò Văn An, Chủ tịch UBND tỉnh*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.people import is_shareable, together
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.gaps import joins
from vnpolitext.officials.giving import is_told
from vnpolitext.officials.phrases import Name, Office

_RULE: Final = "after"
_NO_VERBS: Final = frozenset({"kiêm", "và", "rồi", "nguyên", "cựu", "cố", "quyền"})


def propose_after(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices that follow a name."""
    elements = scene.elements
    for index, name in enumerate(elements):
        if not isinstance(name, Name):
            continue
        at = index + 1
        holders = [index]
        while at < len(elements) and isinstance(elements[at], Office):
            gap = scene.gap(elements[at - 1], elements[at])
            if at in scene.claimed or not joins(gap) or _is_told_by_verb(scene, at, gap):
                break
            if at == index + 1 and gap and gap[0][0].isalpha():
                holders = together(scene, index)
            for holder in holders if is_shareable(scene, at, holders) else [index]:
                yield Proposal(at, scene.tokens.starts[elements[holder].first], _RULE)
            at += 1


def _is_told_by_verb(scene: Scene, office: int, gap: list[str]) -> bool:
    """Return whether a verb leads from a name to an office: that is another layout."""
    last = gap[-1] if gap else ""
    return (
        last.isalpha()
        and last not in _NO_VERBS
        and is_told(scene.tokens.words, scene.elements[office].first)
    )
