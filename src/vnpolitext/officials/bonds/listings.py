"""Lists of people: one a line or one after a semicolon, each beside the offices they hold.

A list is regular: what its items agree on, the side of the name on which the offices stand,
decides for all of them. So an office after a dash is not the next person's, and an office over a
name is not that of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.layout.forms import LINE_ENDS, MARKS, delegates, group, runs, usual
from vnpolitext.officials.bonds.scene import Proposal, Scene, Segment
from vnpolitext.officials.bonds.segments import has_few_words, loose_words, segments
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.vocabulary import addresses

_RULE: Final = "listing"
_ITEM_ENDS: Final = frozenset({"\n", ";", "|", "."})
_FEWEST: Final = 2
_LONGEST_REST: Final = 7
_LONGEST_GAP: Final = 3
_SENTENCE: Final = frozenset({".", "!", "?"})


def propose_listings(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices of regular lists."""
    if not scene.has_offices:
        return
    for run in runs(segments(scene, _ITEM_ENDS), lambda segment: _side(scene, segment)):
        yield from _items(scene, run)
    for run in runs(segments(scene, LINE_ENDS), lambda segment: _kind(scene, segment)):
        for people, lines in group(run, "name", "office"):
            for name in (scene.elements[segment.found[0]] for segment in people):
                if isinstance(name, Name):
                    for at in (at for line in lines for at in line.found):
                        yield scene.propose(name, at, _RULE)


def _side(scene: Scene, segment: Segment) -> str:
    """Return ``"after"`` or ``"before"``, where the offices of the one name of an item stand."""
    if len(segment.found) < _FEWEST or not scene.claimed.isdisjoint(segment.found):
        return ""
    elements = scene.elements
    chain = segment.found
    if chain and isinstance(office := elements[chain[0]], Office) and scene.announces(office):
        chain = chain[1:]
    names = [at for at in chain if isinstance(elements[at], Name)]
    if len(names) != 1 or len(chain) < _FEWEST:
        return ""
    name = names[0]
    if name not in {chain[0], chain[-1]}:
        return ""
    side = "after" if name == chain[0] else "before"
    for left, right in pairwise(chain):
        gap = scene.gap(elements[left], elements[right])
        if not joins(gap) or (name in {left, right} and not _is_mark(gap)):
            return ""
    return side


def _is_mark(gap: list[str]) -> bool:
    """Return whether a mark parts a name from an office; brackets may stand beside it."""
    return bool(gap) and (gap[0] in MARKS or gap[-1] in MARKS)


def _items(scene: Scene, run: Sequence[tuple[Segment, str]]) -> Iterator[Proposal]:
    """Yield the offices of the items of a list on the side that most of them have."""
    told = usual([side for _, side in run])
    if told is None:
        return
    side, share = told
    elements = scene.elements
    for segment, own in run:
        if own != side:
            continue
        name = next(element for at in segment.found if isinstance(element := elements[at], Name))
        for at in segment.found:
            if isinstance(office := elements[at], Office) and not scene.announces(office):
                yield scene.propose(name, at, _RULE, share)


def _kind(scene: Scene, segment: Segment) -> str:
    """Return what fills a line: ``"name"``, ``"office"``, ``"other"`` or nothing."""
    if not segment.found and segment.last - segment.first > _LONGEST_REST:
        return ""
    line = scene.tokens.words[segment.first : segment.last]
    if delegates(line) or not scene.claimed.isdisjoint(segment.found):
        return ""
    if not segment.found:
        return "other" if _SENTENCE.isdisjoint(line) else ""
    if scene.strangers.issuperset(segment.found):
        return "other"
    inside = [scene.elements[at] for at in segment.found]
    if all(isinstance(element, Office) for element in inside):
        return "office" if has_few_words(scene, segment, _LONGEST_GAP) else ""
    alone = len(inside) == 1 and all(
        addresses().match([word], 0) for word in loose_words(scene, segment)
    )
    return "name" if alone else ""
