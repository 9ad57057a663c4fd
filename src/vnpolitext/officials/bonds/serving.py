"""Those who work for the holder of an office, and the holder: *trợ lý của Bộ trưởng A*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from vnpolitext.officials.bonds.aside import serves
from vnpolitext.officials.bonds.bond import Bond
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.phrases.offices import with_inner
from vnpolitext.vocabulary import heads

SERVED: Final = "served"
"""The rule by which whom an assistant works for holds the office in the assistant's."""
_OF: Final = (["của"], ["cho"])
_APPOSED: Final = ([","], ["-"], ["–"], ["("])


def with_served(scene: Scene, bonds: Sequence[Bond]) -> Iterator[Bond]:
    """Yield the bonds, those of assistants with the office they serve, and whoever holds that.

    *Ông A, trợ lý của Bộ trưởng B*: A's office goes on over B's. *Ông A, Trợ lý Bộ trưởng B*: A is
    the assistant, and B the minister.
    """
    held = {bond.start for bond in bonds}
    for bond in bonds:
        if not serves(bond.office):
            yield bond
        elif (inner := _served_behind(scene, bond)) is not None:
            yield replace(bond, office=with_inner(bond.office, inner))
        else:
            yield from _with_name(scene, bond, held)


def _served_behind(scene: Scene, bond: Bond) -> Office | None:
    """Return the office behind *của* or *cho* after one who serves its holder."""
    elements, at = scene.elements, bond.index + 1
    inner = elements[at] if at < len(elements) else None
    if not isinstance(inner, Office) or bond.office.parts:
        return None
    return inner if scene.tokens.words[bond.office.last : inner.first] in _OF else None


def _with_name(scene: Scene, bond: Bond, held: set[int]) -> Iterator[Bond]:
    """Yield the bond of an assistant, and that of the one named right behind, who is served.

    The name behind is the assistant's own unless somebody else is told or stands before a comma.
    """
    elements, starts = scene.elements, scene.tokens.starts
    inner, at = _inner(scene, bond.office), bond.index + 1
    name = elements[at] if at < len(elements) else None
    if inner is None or not isinstance(name, Name) or name.lead > bond.office.last:
        yield bond
        return
    served = starts[name.first]
    assistant = bond.start if bond.start != served else _apposed(scene, bond.index, held)
    if assistant is None:
        yield bond
        return
    yield replace(bond, start=assistant)
    yield replace(bond, start=served, office=inner, rule=SERVED)


def _inner(scene: Scene, office: Office) -> Office | None:
    """Return the office of the one who is served, where it is a part of the assistant's."""
    if not office.parts:
        return None
    first = office.parts[0][0]
    found = heads().match(scene.tokens.words, first)
    if found is None:
        return None
    size, head = found
    return Office(first, office.last, size, head, office.parts[1:])


def _apposed(scene: Scene, index: int, held: set[int]) -> int | None:
    """Return who stands right before an office and a mark, and holds no other."""
    before = scene.elements[index - 1] if index else None
    if not isinstance(before, Name) or before.last - before.first < 2:
        return None
    start = scene.tokens.starts[before.first]
    gap = scene.gap(before, scene.elements[index])
    return start if gap in _APPOSED and start not in held else None
