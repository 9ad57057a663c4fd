"""Lists of people: one a line or one after a semicolon, each beside the offices they hold.

A list is regular: what its items agree on, the side of the name on which the offices stand,
decides for all of them. So an office after a dash is not the next person's, and an office over a
name is not that of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.layout.forms import (
    LINE_ENDS,
    MARKS,
    delegates,
    group,
    heads_headings,
    past_remark,
    runs,
    usual,
)
from vnpolitext.officials.bonds.people import is_one
from vnpolitext.officials.bonds.scene import Proposal, Scene, Segment
from vnpolitext.officials.bonds.segments import has_few_words, loose_words, segments
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.vocabulary import addresses, bodies

_RULE: Final = "listing"
_ITEM_ENDS: Final = frozenset({"\n", ";", "|", "."})
_FEWEST: Final = 2
_NOTE: Final = frozenset({"[", "]"})
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
        for people, lines in group(run, "name", "office", "body"):
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
    """Return what fills a line: ``"name"``, ``"office"``, ``"body"``, ``"other"`` or nothing."""
    line = scene.tokens.words[segment.first : segment.last]
    if not segment.found:
        return "" if delegates(line) else _kind_of_rest(scene, segment)
    if delegates(line) or not scene.claimed.isdisjoint(segment.found):
        return ""
    inside = [scene.elements[at] for at in segment.found]
    names = [element for element in inside if isinstance(element, Name)]
    if names:
        return "name" if len(names) == len(inside) and _are_alone(scene, segment, names) else ""
    heads = heads_headings(scene.tokens.words, inside[0].first)
    if heads or scene.strangers.issuperset(segment.found):
        return "other"
    return "office" if has_few_words(scene, segment, _LONGEST_GAP) else ""


def _kind_of_rest(scene: Scene, segment: Segment) -> str:
    """Return what fills a line without names and offices."""
    words = scene.tokens.words
    is_long = segment.last - segment.first > _LONGEST_REST
    if is_long or not _SENTENCE.isdisjoint(words[segment.first : segment.last]):
        return ""
    return "other" if bodies().match(words, segment.first) is None else "body"


def _are_alone(scene: Scene, segment: Segment, names: Sequence[Name]) -> bool:
    """Return whether the names of a line are those of one person, with a remark in brackets."""
    end = past_remark(scene.tokens.words, names[0].last)
    if not is_one(scene, names) or names[-1].last > max(end, names[0].last):
        return False
    before = Segment(segment.first, names[0].last, segment.found[:1])
    after = Segment(end, max(end, segment.last), ())
    loose = [*loose_words(scene, before), *loose_words(scene, after)]
    return all(word in _NOTE or addresses().match([word], 0) for word in loose)
