"""Offices alone on their lines over people who have offices of their own beside their names.

*Trưởng ban*, below it *A - Ủy viên Bộ Chính trị*; *Phó Trưởng ban*, below it *B - Ủy viên Trung
ương Đảng* and *C*. Several blocks of this order make it certain, or one under an office of which a
body has several holders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.layout.forms import LINE_ENDS, delegates, runs
from vnpolitext.officials.bonds.headings import leads
from vnpolitext.officials.bonds.people import has_several
from vnpolitext.officials.bonds.scene import Proposal, Scene, Segment
from vnpolitext.officials.bonds.segments import has_few_words, loose_words, segments
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.vocabulary import addresses

_RULE: Final = "heading"
_FEWEST: Final = 2
_LONGEST_GAP: Final = 3
_LONGEST_REST: Final = 7
_GOES_ON: Final = frozenset({",", "-", "và"})

Block = tuple[Segment, list[tuple[Segment, str]]]


def propose_headed(scene: Scene) -> Iterator[Proposal]:
    """Yield offices that head lines of people, for all of them but those who lead the same body."""
    if not scene.has_offices:
        return
    for run in runs(segments(scene, LINE_ENDS), lambda segment: _kind(scene, segment)):
        for heading, people in _certain(scene, _blocks(run), opens=run[0][1] == "office"):
            office = scene.elements[heading.found[0]]
            for name in (scene.elements[at] for person, _ in people for at in person.found):
                if not isinstance(name, Name) or not isinstance(office, Office):
                    continue
                if not leads(scene, name, office):
                    yield scene.propose(name, heading.found[0], _RULE)


def _blocks(run: Sequence[tuple[Segment, str]]) -> list[Block]:
    """Return the headings of a run, each with the people below it."""
    blocks: list[Block] = []
    for segment, kind in run:
        if kind == "office":
            blocks.append((segment, []))
        elif blocks:
            blocks[-1][1].append((segment, kind))
    return blocks


def _certain(scene: Scene, blocks: Sequence[Block], *, opens: bool) -> list[Block]:
    """Return the blocks that are certain, by their number or by their office.

    Args:
        scene: The scene.
        blocks: All blocks of a run.
        opens: Whether a heading opens the run, so that no office can be that of a name above.
    """
    with_office = [sum(kind == "person" for _, kind in people) for _, people in blocks]
    filled = all(people for _, people in blocks)
    if opens and filled and sum(count > 0 for count in with_office) >= _FEWEST:
        return list(blocks)
    return [
        (heading, people)
        for (heading, people), count in zip(blocks, with_office, strict=True)
        if _FEWEST <= count == len(people)
        and has_several(scene, scene.elements[heading.found[0]])
        and not _is_continued(scene, heading)
    ]


def _is_continued(scene: Scene, heading: Segment) -> bool:
    """Return whether the line above a heading goes on into it."""
    words, at = scene.tokens.words, heading.first
    while at and words[at - 1] in LINE_ENDS:
        at -= 1
    return at > 0 and words[at - 1] in _GOES_ON


def _kind(scene: Scene, segment: Segment) -> str:
    """Return what fills a line: ``"office"``, ``"name"``, ``"person"`` or nothing."""
    elements, found = scene.elements, segment.found
    if not found or delegates(scene.tokens.words[segment.first : segment.last]):
        return ""
    first, last = elements[found[0]], elements[found[-1]]
    if len(found) == 1 and isinstance(first, Office):
        alone = first.first == segment.first and first.last == segment.last
        return "office" if alone and found[0] not in scene.claimed else ""
    names = [at for at in found if isinstance(elements[at], Name)]
    if len(names) != 1 or names[0] not in {found[0], found[-1]} or scene.announces(first):
        return ""
    inner = Segment(segment.first, last.last, found)
    if len(found) == 1:
        alone = all(addresses().match([word], 0) for word in loose_words(scene, inner))
        return "name" if alone and segment.last == last.last else ""
    joined = all(joins(scene.gap(elements[one], elements[two])) for one, two in pairwise(found))
    short = segment.last - last.last <= _LONGEST_REST
    few = joined and short and has_few_words(scene, inner, _LONGEST_GAP)
    return "person" if few else ""
