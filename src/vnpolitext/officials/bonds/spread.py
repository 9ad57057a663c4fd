"""One office over several names: *các Phó Chủ tịch A, B*; *Ủy viên gồm: A, B*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.gaps import joins
from vnpolitext.officials.phrases import Name, Office

_RULE: Final = "shared"
_LONGEST: Final = 8
_REACH: Final = 6


def spread(scene: Scene, index: int, offices: range) -> Iterator[Proposal]:
    """Yield the ``offices`` for the names listed after the one at ``index``."""
    elements = scene.elements
    last = index
    office = elements[offices.start]
    plural = scene.is_plural(office.first) or scene.comprises(office)
    for following in range(index + 1, len(elements)):
        element = elements[following]
        if isinstance(element, Office) and (not plural or scene.announces(element)):
            return
        gap = scene.gap(elements[following - 1], element)
        if not joins(gap) or len(gap) > _LONGEST:
            return
        if isinstance(element, Name):
            if not gap or following - last > _REACH:
                return
            for each in offices:
                yield scene.propose(element, each, _RULE)
            last = following
