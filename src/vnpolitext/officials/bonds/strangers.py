"""Offices of holders whose names were not found, told by the list they stand in.

In a list that puts a name before every office, or behind it, by the same marks, an office with
other words in that place (*Bí thư: chưa kiện toàn*, a name of no known form) is nobody's who is
named, and least of all that of the next one in the list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.officials.words.giving import giving
from vnpolitext.vocabulary import addresses, bodies, heads

_LONGEST_GAP: Final = 6
_LONGEST_NAME: Final = 8
_MOST_WORDS: Final = 5
_FEWEST: Final = 3
_ITEM_END: Final = "\n"
_ITEM_ENDS: Final = frozenset("\n;.")
_DIGIT: Final = "1"
_KINDS: Final = frozenset("Ul")
_ENCLOSED: Final = frozenset({("(", ")"), ("[", "]")})
_BLANKS: Final = frozenset(".…_")
_FEWEST_DOTS: Final = 3
_FEWEST_WORDS: Final = 2
_ROW_ENDS: Final = frozenset("|\n")


class _Slot(NamedTuple):
    """The place of a name beside an office.

    Attributes:
        step: -1 for one before the office, 1 for one behind it.
        gap: The words between the two, ``"1"`` for a number.
        edge: The mark on the other side of the name.
    """

    step: int
    gap: tuple[str, ...]
    edge: str


@dataclass(slots=True)
class _Lists:
    """The places in which names stand beside the offices of a scene."""

    scene: Scene
    slots: dict[int, list[_Slot]]
    counts: Counter[_Slot]
    edges: dict[tuple[int, tuple[str, ...]], list[str]] = field(init=False)
    sizes: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Index the edges of the places by their sides and gaps."""
        self.edges = {}
        for slot in self.counts:
            self.edges.setdefault((slot.step, slot.gap), []).append(slot.edge)
        self.sizes = sorted({len(gap) for _, gap in self.edges})

    def weight(self, slot: _Slot) -> tuple[int, bool, int]:
        """Return how much speaks for the side of a place: how often it is there, and how near."""
        return self.counts[slot], _ITEM_ENDS.isdisjoint(slot.gap), -len(slot.gap)


def offices_of_strangers(scene: Scene) -> set[int]:
    """Return the numbers of the offices whose holders stand in a list but have no name."""
    elements = scene.elements
    slots = {
        number: list(_slots(scene, number))
        for number, element in enumerate(elements)
        if isinstance(element, Office)
    }
    counts = Counter(slot for each in slots.values() for slot in each)
    lists = _Lists(scene, slots, Counter({k: n for k, n in counts.items() if n >= _FEWEST}))
    strangers: dict[_Slot, list[int]] = {}
    for number in slots if lists.counts else ():
        for slot in _beside(lists, number):
            if _is_strangers(lists, number, slot):
                strangers.setdefault(slot, []).append(number)
    return {
        each
        for slot, numbers in strangers.items()
        if len(numbers) * 2 <= lists.counts[slot]
        for number in numbers
        for each in _chain(scene, number, -slot.step)
    }


def _slots(scene: Scene, number: int) -> Iterator[_Slot]:
    """Yield the places beside an office in which names stand."""
    elements, words = scene.elements, scene.tokens.words
    office = elements[number]
    before = elements[number - 1] if number else None
    if isinstance(before, Name) and office.first - before.last <= _LONGEST_GAP:
        edge = _word(scene, before.lead - 1)
        if edge and _is_of_list(scene, before.last, office.first):
            yield _Slot(-1, _plain(words[before.last : office.first]), edge)
    after = elements[number + 1] if number + 1 < len(elements) else None
    if isinstance(after, Name) and after.lead - office.last <= _LONGEST_GAP:
        edge = _word(scene, after.last)
        if edge and _is_of_list(scene, office.last, after.lead):
            yield _Slot(1, _plain(words[office.last : after.lead]), edge)


def _beside(lists: _Lists, number: int) -> Iterator[_Slot]:
    """Yield the places of other offices whose gaps stand beside this one, too."""
    words, office = lists.scene.tokens.words, lists.scene.elements[number]
    for size in lists.sizes:
        before = _plain(words[max(0, office.first - size) : office.first])
        after = _plain(words[office.last : office.last + size])
        for step, gap in ((-1, before), (1, after)):
            for edge in lists.edges.get((step, gap), ()):
                yield _Slot(step, gap, edge)


def _is_of_list(scene: Scene, first: int, last: int) -> bool:
    """Return whether only marks stand between, or a label (*Chức vụ:*), as in no sentence.

    The end of a row of a table parts the two.
    """
    gap, kinds = scene.tokens.words[first:last], scene.tokens.kinds[first:last]
    if not gap or _ROW_ENDS.issubset(gap):
        return False
    return gap[-1] == ":" or _KINDS.isdisjoint(kinds)


def _is_strangers(lists: _Lists, number: int, slot: _Slot) -> bool:
    """Return whether other words than a name fill a place beside an office."""
    own = lists.slots[number]
    if any(each.step == slot.step for each in own):
        return False
    rivals = [each for each in own if each in lists.counts]
    if any(lists.weight(each) >= lists.weight(slot) for each in rivals):
        return False
    place = _place(lists.scene, number, slot)
    return place is not None and _is_stranger(lists.scene, *place)


def _place(scene: Scene, number: int, slot: _Slot) -> tuple[int, int] | None:
    """Return the first and the last token of what fills a place, ``None`` if it is not there."""
    words, elements = scene.tokens.words, scene.elements
    office, size = elements[number], len(slot.gap)
    other = number + slot.step
    if slot.step < 0:
        last = office.first - size
        floor = elements[other].last if number else 0
        if last <= floor:
            return None
        firsts = range(last - 1, max(floor, last - _LONGEST_NAME) - 1, -1)
        first = next((at for at in firsts if _word(scene, at - 1) == slot.edge), None)
        return None if first is None else (first, last)
    first = office.last + size
    limit = elements[other].first if other < len(elements) else len(words)
    if first >= limit:
        return None
    lasts = range(first + 1, min(limit, first + _LONGEST_NAME) + 1)
    found = next((at for at in lasts if _word(scene, at) == slot.edge), None)
    return None if found is None else (first, found)


def _is_stranger(scene: Scene, first: int, last: int) -> bool:
    """Return whether words are a name of no known form, or say that nobody holds an office."""
    words, kinds = scene.tokens.words, scene.tokens.kinds
    form = addresses().match(words, first)
    first += form[0] if form is not None else 0
    if first >= last:
        return False
    if (words[first], words[last - 1]) in _ENCLOSED or _is_blank(words[first:last]):
        return True
    if any(tuple(words[first : first + len(each)]) == each for each in giving().unfilled):
        return True
    if bodies().match(words, first) or heads().match(words, first):
        return False
    is_long = _FEWEST_WORDS <= last - first <= _MOST_WORDS
    return is_long and set(kinds[first:last]) == {"U"}


def _is_blank(words: list[str]) -> bool:
    """Return whether dots stand in the place of a name."""
    return _BLANKS.issuperset(words) and (len(words) >= _FEWEST_DOTS or "…" in words)


def _chain(scene: Scene, number: int, step: int) -> Iterator[int]:
    """Yield an office and those on one side of it that only marks of its item join to it."""
    elements = scene.elements
    yield number
    while 0 <= number + step < len(elements) and isinstance(elements[number + step], Office):
        left, right = sorted((number, number + step))
        gap = scene.gap(elements[left], elements[right])
        if not _ITEM_ENDS.isdisjoint(gap) or not joins(gap):
            return
        number += step
        yield number


def _word(scene: Scene, at: int) -> str:
    """Return the mark at an index, one for all that end an item, nothing for a word."""
    words = scene.tokens.words
    if not 0 <= at < len(words) or words[at] in _ITEM_ENDS:
        return _ITEM_END
    return "" if scene.tokens.kinds[at] in _KINDS else _plain([words[at]])[0]


def _plain(words: list[str]) -> tuple[str, ...]:
    return tuple(_DIGIT if word[0].isdigit() else word for word in words)
