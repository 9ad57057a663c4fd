"""Lists of people: one a line or one after a semicolon, each beside the offices they hold.

A list is regular: what its items agree on, the side of the name on which the offices stand,
decides for all of them. So an office after a dash is not the next person's, and an office over a
name is not that of the one before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.officials.bonds.scene import Proposal, Scene, Segment
from vnpolitext.officials.bonds.segments import LINE_ENDS, MARKS, loose_words, segments
from vnpolitext.officials.gaps import joins
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.vocabulary import addresses

_RULE: Final = "listing"
_ITEM_ENDS: Final = frozenset({"\n", ";", "|", "."})
_FEWEST: Final = 2
_DELEGATION: Final = frozenset({"kt", "tm", "tl", "tuq", "t/m", "k/t"})
_LONGEST_REST: Final = 7
_LONGEST_GAP: Final = 3
_SENTENCE: Final = frozenset({".", "!", "?"})


def propose_listings(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices of regular lists."""
    for run in _runs(scene, segments(scene, _ITEM_ENDS), _side):
        yield from _items(scene, run)
    for run in _runs(scene, segments(scene, LINE_ENDS), _kind):
        yield from _lines(scene, run)


def _runs(
    scene: Scene, segments: Iterable[Segment], tell: Callable[[Scene, Segment], str]
) -> Iterator[list[tuple[Segment, str]]]:
    """Yield the stretches of segments of which ``tell`` says what they are, one after the other."""
    run: list[tuple[Segment, str]] = []
    for segment in segments:
        told = tell(scene, segment)
        if told:
            run.append((segment, told))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _side(scene: Scene, segment: Segment) -> str:
    """Return ``"after"`` or ``"before"``, where the offices of the one name of an item stand."""
    if any(at in scene.claimed for at in segment.found):
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
    if len(run) < _FEWEST:
        return
    sides = Counter(side for _, side in run)
    (side, count), *others = sides.most_common()
    if others and others[0][1] * 2 > count:
        return
    elements = scene.elements
    for segment, own in run:
        if own != side:
            continue
        name = next(element for at in segment.found if isinstance(element := elements[at], Name))
        for at in segment.found:
            if isinstance(office := elements[at], Office) and not scene.announces(office):
                yield scene.propose(name, at, _RULE, count / len(run))


def _kind(scene: Scene, segment: Segment) -> str:
    """Return what fills a line: ``"name"``, ``"office"``, ``"other"`` or nothing."""
    line = scene.tokens.words[segment.first : segment.last]
    inside = [scene.elements[at] for at in segment.found]
    if not _DELEGATION.isdisjoint(line) or any(at in scene.claimed for at in segment.found):
        return ""
    if not inside:
        short = len(line) <= _LONGEST_REST and _SENTENCE.isdisjoint(line)
        return "other" if short else ""
    loose = loose_words(scene, segment)
    if all(isinstance(element, Office) for element in inside):
        return "office" if len(loose) <= _LONGEST_GAP else ""
    alone = len(inside) == 1 and all(addresses().match([word], 0) for word in loose)
    return "name" if alone else ""


def _lines(scene: Scene, run: Sequence[tuple[Segment, str]]) -> Iterator[Proposal]:
    """Yield the offices on the lines of a list after each name, or those before."""
    kinds = [kind for _, kind in run]
    if kinds.count("name") < _FEWEST or "office" not in kinds:
        return
    records = _records(run)
    if records is None:
        return
    for people, offices in records:
        for segment in people:
            name = scene.elements[segment.found[0]]
            if isinstance(name, Name):
                for at in offices:
                    yield scene.propose(name, at, _RULE)


_Records = list[tuple[list[Segment], list[int]]]


def _records(run: Sequence[tuple[Segment, str]]) -> _Records | None:
    """Return the people of a list, each with the numbers of their offices, if it is regular."""
    marks = [kind for _, kind in run if kind in {"name", "office"}]
    changes = [kind for at, kind in enumerate(marks) if at == 0 or marks[at - 1] != kind]
    if changes[0] == "office" and changes[-1] == "name" and changes.count("office") >= _FEWEST:
        return _group(run, "office")
    if marks.count("name") != changes.count("name"):
        return None
    if changes[0] == "name" and changes[-1] == "office":
        return _group(run, "name")
    if changes[0] == "office" and changes[-1] == "name":
        return _group(run, "office")
    return None


def _group(run: Sequence[tuple[Segment, str]], opening: str) -> _Records:
    """Return records that begin with a line of the kind ``opening``."""
    records: _Records = []
    before = ""
    for segment, kind in run:
        if kind not in {"name", "office"}:
            continue
        if kind == opening and before != opening:
            records.append(([], []))
        if kind == "name":
            records[-1][0].append(segment)
        else:
            records[-1][1].extend(segment.found)
        before = kind
    return records
