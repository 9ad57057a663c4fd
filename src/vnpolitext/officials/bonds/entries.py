"""Lists of those in office: an office with its dates, and below it the name of its holder.

*– Bộ trưởng Bộ Thủy lợi, nhậm chức 9 tháng 4 năm 2016*, and in the next cell or on the next line
*Thứ trưởng Lò Văn An từ Nam Định*: what stands before the name are offices of before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.layout.forms import LINE_ENDS
from vnpolitext.officials.bonds.scene import Proposal, Scene, Segment
from vnpolitext.officials.bonds.segments import loose_words, segments
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.text.phrases import word_set

_RULE: Final = "entry"
_TERM: Final = word_set(
    "nhậm, chức, nhiệm, kỳ, từ, đến, ngày, tháng, năm, nay, quyền, khóa, tới, bổ"
)
_CHARGE: Final = ["phụ", "trách"]
_BEGUN: Final = ("nhậm", "nhiệm")
_FEWEST: Final = 2
_LONGEST: Final = 4


def propose_entries(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices of lists of those in office, if at least two entries are alike."""
    found: list[tuple[Segment, Segment]] = []
    before: Segment | None = None
    for segment in segments(scene, LINE_ENDS):
        if before is not None and _is_holder(scene, segment):
            found.append((before, segment))
        before = segment if _is_term(scene, segment) else None
    if len(found) < _FEWEST:
        return
    for upper, lower in found:
        name = _name(scene, lower)
        for office in (*upper.found, *lower.found):
            if name is not None and isinstance(scene.elements[office], Office):
                yield scene.propose(name, office, _RULE)


def _is_term(scene: Scene, segment: Segment) -> bool:
    """Return whether a line has offices and since when they are held, and nothing else."""
    if not segment.found or "chức" not in scene.tokens.words[segment.first : segment.last]:
        return False
    if not all(isinstance(scene.elements[at], Office) for at in segment.found):
        return False
    loose = _without_charge(list(loose_words(scene, segment)))
    begun = any(loose[at : at + 2] == [word, "chức"] for at in range(len(loose)) for word in _BEGUN)
    return begun and _TERM.issuperset(loose)


def _without_charge(words: list[str]) -> list[str]:
    """Return words without what an office is charged with (*Phụ trách Nội chính*)."""
    for at in range(len(words) - 1):
        if words[at : at + 2] == _CHARGE:
            last = next((n for n in range(at, len(words)) if words[n] in _TERM), len(words))
            return [*words[:at], *words[last:]]
    return words


def _is_holder(scene: Scene, segment: Segment) -> bool:
    """Return whether a line has one name, offices before it and little after it."""
    name = _name(scene, segment)
    if name is None or scene.elements[segment.found[-1]] is not name:
        return False
    rest = scene.tokens.words[name.last : segment.last]
    if len(rest) > _LONGEST and rest[0] != "từ":
        return False
    first = scene.elements[segment.found[0]]
    opens = first.lead if isinstance(first, Name) else first.first
    return opens - segment.first <= _FEWEST and _is_joined(scene, segment.found)


def _is_joined(scene: Scene, found: Sequence[int]) -> bool:
    elements = scene.elements
    return all(joins(scene.gap(elements[left], elements[right])) for left, right in pairwise(found))


def _name(scene: Scene, segment: Segment) -> Name | None:
    """Return the only name of a line."""
    names = [e for at in segment.found if isinstance(e := scene.elements[at], Name)]
    return names[0] if len(names) == 1 else None
