"""Offices on their own lines above or below a name on its own line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.layout.forms import fills, is_signed, opens_line
from vnpolitext.officials.bonds.rows import LABELS
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins

_COLUMN: Final = 90
_BOX_MARKS: Final = frozenset({"|", ":", "\n"})
_GOES_ON: Final[tuple[list[str], ...]] = ([","], ["\n"], [";"], ["-"], [])


def propose_signatures(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices of signature blocks, of two columns, and those below an author's name."""
    for index, name in enumerate(scene.elements):
        if not isinstance(name, Name) or not fills(scene.tokens.words, name.lead, name.last):
            continue
        above = _above(scene, index, name)
        if above is not None:
            yield scene.propose(name, above, "signature")
            if _is_stacked(scene, above):
                yield scene.propose(name, above - 1, "signature")
        elif not _is_of_box(scene.tokens.words, name.lead):
            yield from _below(scene, index, name)


def _above(scene: Scene, index: int, name: Name) -> int | None:
    """Return the index of the office that stands above a name, if one does."""
    elements, words = scene.elements, scene.tokens.words
    if index and index - 1 not in scene.claimed:
        office = elements[index - 1]
        gap = scene.gap(office, name)
        if (
            isinstance(office, Office)
            and "\n" in gap
            and is_signed(gap)
            and opens_line(words, office.first)
        ):
            return index - 1
    for at in range(index - 1, max(index - 5, -1), -1):
        office = elements[at]
        if name.lead - office.last > _COLUMN or at in scene.claimed:
            return None
        if not isinstance(office, Office) or not scene.tokens.capitals[office.first]:
            continue
        if opens_line(words, office.first) and words[office.last] == "\n":
            return at
    return None


def _is_stacked(scene: Scene, index: int) -> bool:
    """Return whether the signer holds the office on the line above theirs, too.

    Nobody signs by the office of another there: *TRƯỞNG BAN*, not *KT. TRƯỞNG BAN*.
    """
    if not index or index - 1 in scene.claimed:
        return False
    upper, lower = scene.elements[index - 1], scene.elements[index]
    words, first = scene.tokens.words, upper.first
    alone = first == 0 or (words[first - 1] in {"\n", "|"} and words[first - 2] != ",")
    loud = scene.tokens.capitals[first] and scene.tokens.capitals[lower.first]
    return isinstance(upper, Office) and alone and loud and scene.gap(upper, lower) == ["\n"]


def _is_of_box(words: list[str], at: int) -> bool:
    """Return whether a label of a box stands before a name (*Kế nhiệm | Lò Văn An*)."""
    while at and words[at - 1] in _BOX_MARKS:
        at -= 1
    return words[max(0, at - 2) : at] in LABELS


def _below(scene: Scene, index: int, name: Name) -> Iterator[Proposal]:
    """Yield the offices on the lines below a name."""
    elements, words = scene.elements, scene.tokens.words
    for at in range(index + 1, len(elements)):
        office = elements[at]
        if not isinstance(office, Office) or at in scene.claimed:
            return
        gap = scene.gap(elements[at - 1], office)
        if not (("\n" in gap and is_signed(gap)) or (gap and joins(gap))):
            return
        if at == index + 1 and words[office.last : office.last + 1] not in _GOES_ON:
            return
        yield scene.propose(name, at, "byline")
