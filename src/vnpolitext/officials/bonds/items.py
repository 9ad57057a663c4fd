"""The people on the lines below an office that heads them, with notes between the lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from vnpolitext.layout.forms import is_dated, is_listed, is_next, past_remark
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.grammar import grammar, is_of_members

_HEADING_MARKS: Final = frozenset({"#", "="})
_GOES_ON: Final = frozenset({"từ", "đến", "nguyên", "cựu", "quê", "sinh", "mất", "và"})
_TOLD: Final = frozenset({".", ";", "|"})
_OPEN: Final = {"[": "]", "(": ")"}
_LONGEST_NOTE: Final = 40
_LONGEST_OPENING: Final = 6
_LONGEST_ITEM: Final = 8
_MOST_NOTES: Final = 2
_FEWEST: Final = 2
FORMERLY: Final = frozenset({"nguyên", "cựu"})
"""Words before an office that was held before the one of a heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that holds one office.

    Attributes:
        end: Index of the token after the line.
        is_announced: Whether a colon, a number or words say that holders follow.
        is_marked: Whether marks of Markdown or of a wiki make the line a heading.
        is_numbered: Whether it has the number of a section, which may only say what follows.
    """

    end: int
    is_announced: bool
    is_marked: bool
    is_numbered: bool


def read_items(scene: Scene, index: int, heading: Heading) -> list[Name]:
    """Return the names that open the lines below an office, up to the next heading.

    A colon, a number or marks make the heading sure, and then notes may stand between the lines.
    Below another one the names must stand in a list and have no office of their own, unless the
    office is that of members, or fill at least two lines one after the other.

    Args:
        scene: The scene.
        index: Number of the office among its elements.
        heading: The line of the office.
    """
    office = scene.elements[index]
    plural = heading.is_announced or scene.is_plural(office.first)
    if plural or heading.is_marked:
        found = _Items(scene, index, heading.end, most_notes=_MOST_NOTES).names()
        enough = plural or len(found) >= _FEWEST or _are_brief(scene, found)
        return found if enough else []
    members = isinstance(office, Office) and is_of_members(office.head.text)
    items = _Items(scene, index, heading.end, alone=heading.is_numbered or not members)
    found = items.names()
    if items.has_marks:
        return found
    return found if len(found) >= _FEWEST and not _is_below_name(scene, index) else []


class _Items:
    """A look at the lines below a heading.

    Attributes:
        has_marks: Whether bullets, numbers or dates make the lines a list.
    """

    def __init__(
        self, scene: Scene, index: int, at: int, *, most_notes: int = 0, alone: bool = False
    ) -> None:
        self._scene = scene
        self._words = scene.tokens.words
        self._first = index + 1
        self._at = at
        self._most_notes = most_notes
        self._alone = alone
        self.has_marks = False

    def names(self) -> list[Name]:
        """Return the names that open lines."""
        found: list[Name] = []
        notes = 0
        bulleted = False
        for number in range(self._first, len(self._scene.elements)):
            element = self._scene.elements[number]
            if element.first < self._at:
                if self._alone and isinstance(element, Office) and not self._is_past(element):
                    return []
                continue
            start = self._line_start(element.lead if isinstance(element, Name) else element.first)
            notes += self._notes(self._at, start)
            if notes > self._most_notes or self._is_heading(element, start):
                break
            listed = is_listed(self._words, start, element.first)
            if isinstance(element, Name) and self._opens(element, start, bulleted and not listed):
                found.append(element)
                notes = 0
                bulleted = bulleted or (listed and len(found) == 1)
                self.has_marks |= listed or is_dated(self._words, element.last)
            else:
                notes += 1
                if notes > self._most_notes:
                    break
            self._at = self._scene.tokens.line_end(element.last)
        return found

    def _is_past(self, office: Office) -> bool:
        """Return whether an office beside a name is said to be one of before (*A: nguyên B*)."""
        return self._words[office.first - 1] in FORMERLY

    def _line_start(self, at: int) -> int:
        """Return where the line of a token begins, after brackets that open it (*[sửa]*)."""
        while at > self._at and self._words[at - 1] not in {"\n", "]"}:
            at -= 1
        return at

    def _notes(self, first: int, last: int) -> int:
        """Return how many lines without a name or an office stand between, or too many."""
        notes = length = 0
        closing = ""
        opens = True
        for word in self._words[first:last]:
            if closing:
                closing = "" if word == closing else closing
            elif word in _OPEN:
                closing = _OPEN[word]
            elif word == "\n":
                length, opens = 0, True
            elif opens and word in _HEADING_MARKS:
                return self._most_notes + 1
            else:
                opens = False
                length += 1
                notes += length == 1
                if length > _LONGEST_NOTE:
                    return self._most_notes + 1
        return notes

    def _is_heading(self, element: Name | Office, start: int) -> bool:
        """Return whether the line of an element is the next heading."""
        if self._words[start : start + 1] and self._words[start] in _HEADING_MARKS:
            return True
        if not isinstance(element, Office) or element.first - start > _LONGEST_OPENING:
            return False
        following = self._words[element.last : self._scene.tokens.line_end(element.last)]
        return len(following) <= _LONGEST_OPENING and _TOLD.isdisjoint(following)

    def _opens(self, name: Name, start: int, is_parted: bool) -> bool:
        """Return whether a name opens its line as an item, and no sentence begins with it."""
        words, kinds = self._words, self._scene.tokens.kinds
        lead = [word for word in words[start : name.lead] if word not in grammar().dates]
        if is_parted or not is_next(lead, 0, len(lead)):
            return False
        after = words[name.last] if name.last < len(words) else "\n"
        return kinds[name.last : name.last + 1] != ["l"] or after in _GOES_ON


def _are_brief(scene: Scene, names: Sequence[Name]) -> bool:
    """Return whether little stands on the lines of names, but for a remark in brackets."""
    tokens = scene.tokens
    return all(
        tokens.line_end(name.last) - past_remark(tokens.words, name.last) <= _LONGEST_ITEM
        for name in names
    )


def _is_below_name(scene: Scene, index: int) -> bool:
    """Return whether a name fills the line above that of an office, as its holder may."""
    before = scene.elements[index - 1] if index else None
    if not isinstance(before, Name):
        return False
    between = scene.tokens.words[before.last : scene.elements[index].first]
    return all(word == "\n" or not word[0].isalnum() for word in between)
