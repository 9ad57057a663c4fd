"""Of all that the layouts propose, the bonds of offices and persons that hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vnpolitext.officials.bonds.after import propose_after
from vnpolitext.officials.bonds.before import propose_before
from vnpolitext.officials.bonds.headings import propose_headings
from vnpolitext.officials.bonds.life import propose_life
from vnpolitext.officials.bonds.listings import propose_listings
from vnpolitext.officials.bonds.lists import propose_lists
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.bonds.signatures import propose_signatures
from vnpolitext.officials.bonds.tables import propose_tables
from vnpolitext.officials.bonds.verbs import propose_verbs
from vnpolitext.officials.phrases import Name, Office

Layout = Callable[[Scene], Iterator[Proposal]]
LAYOUTS: Final[tuple[Layout, ...]] = (
    propose_tables,
    propose_listings,
    propose_lists,
    propose_before,
    propose_after,
    propose_headings,
    propose_signatures,
    propose_verbs,
)
"""The layouts of single sentences, lists and tables, the surest first."""

_COORDINATION: Final[tuple[list[str], ...]] = ([], [","], ["và"], [";"], ["-"], [",", "và"])


@dataclass(frozen=True, slots=True)
class Bond:
    """An office and one who holds it.

    Attributes:
        start: Index in the folded text of the first character of a mention of the holder.
        office: The office.
        index: Its number among the elements of the scene.
        rule: The layout that joins the two.
    """

    start: int
    office: Office
    index: int
    rule: str


def find_bonds(scene: Scene, subject: int | None) -> list[Bond]:
    """Return the bonds of the offices of a scene.

    Args:
        scene: The scene; names in it that hold an office are doubtful no longer.
        subject: Index of the first character of a mention of the person the text is about, ``None``
            if it is not about one.
    """
    ballots: dict[int, list[list[Proposal]]] = {}
    for layout in LAYOUTS:
        _collect(scene, layout(scene), ballots)
    _collect(scene, propose_life(scene, subject), ballots)
    bonds = []
    for at, found in ballots.items():
        office = scene.elements[at]
        if isinstance(office, Office):
            bonds += [Bond(e.holder, office, at, e.rule) for e in found[0] if e.holder is not None]
    _confirm(scene, {bond.start for bond in bonds})
    return bonds


def _collect(
    scene: Scene, proposals: Iterable[Proposal], ballots: dict[int, list[list[Proposal]]]
) -> None:
    own: dict[int, list[Proposal]] = {}
    for each in proposals:
        scene.claimed.add(each.office)
        if each.office not in own:
            own[each.office] = []
            ballots.setdefault(each.office, []).append(own[each.office])
        own[each.office].append(each)


def _confirm(scene: Scene, holders: set[int]) -> None:
    """Keep doubtful names that hold an office or stand in a list with sure ones."""
    elements = scene.elements
    for element in elements:
        if isinstance(element, Name) and scene.tokens.starts[element.first] in holders:
            element.tentative = False
    pairs = list(pairwise(elements))
    for left, right in (*pairs, *reversed(pairs)):
        if not isinstance(left, Name) or not isinstance(right, Name):
            continue
        if left.tentative != right.tentative and scene.gap(left, right) in _COORDINATION:
            left.tentative = right.tentative = False
