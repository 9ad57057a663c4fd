"""Offices that stand after a name, joined by marks: *Lò Văn An, Chủ tịch UBND tỉnh*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.bonds.verbs import gives, together
from vnpolitext.officials.gaps import joins
from vnpolitext.officials.phrases import Name, Office

_RULE: Final = "after"


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
            if at in scene.claimed or not joins(gap):
                break
            if at == index + 1 and gap and gap[0][0].isalpha():
                if gives(scene, index, gap):
                    break
                holders = together(scene, index)
            for holder in holders:
                yield Proposal(at, scene.tokens.starts[elements[holder].first], _RULE)
            at += 1
