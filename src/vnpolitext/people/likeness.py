"""How much speaks for one human behind two groups of appearances of one name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from vnpolitext.officials.lexicon import historic_names
from vnpolitext.officials.records import Person
from vnpolitext.text import fold
from vnpolitext.text.syllables import is_vietnamese

POSSIBLE: Final = 0.3
"""Score from which a merge is at least reported as doubtful."""
_NEUTRAL: Final = 0.45
_SHARING: Final = 256
_OTHERS: Final = 64

Scored = tuple[float, tuple[str, ...], "Group"]


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person in one document.

    Attributes:
        document: Identifier of the document.
        index: Index of the person in the document's persons.
        name: The fullest name the document gives.
        date: Date of the document, ISO 8601, or ``None``.
        person: The record.
    """

    document: str
    index: int
    name: str
    date: str | None
    person: Person


@dataclass(slots=True, eq=False)
class Group:
    """Appearances taken for one human, and what they say together."""

    members: list[Appearance]
    number: int = -1
    offices: set[tuple[str, str]] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)
    branches: set[str] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    peoples: set[str] = field(default_factory=set)
    levels: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, appearance: Appearance) -> Group:
        """Return the group of one appearance."""
        person = appearance.person
        group = cls([appearance])
        for position in person.positions:
            body = fold(position.organization or "")
            group.offices.add((fold(position.title or position.normalized), body))
            group.branches.add(position.branch)
            if position.level is not None:
                group.levels.add(position.level)
            if body:
                group.bodies.add(body)
            if position.place is not None and position.place.province:
                group.provinces.add(fold(position.place.province))
        if person.sex is not None:
            group.sexes.add(person.sex)
        group.peoples.update({fold(person.ethnicity)} if person.ethnicity else ())
        return group

    def take(self, other: Group) -> None:
        """Take the appearances of another group and what they say."""
        self.members += other.members
        for name in ("offices", "bodies", "provinces", "branches", "sexes", "peoples", "levels"):
            getattr(self, name).update(getattr(other, name))

    def features(self) -> Iterator[tuple[str, object]]:
        """Yield what groups of one human may share and most others do not."""
        yield from (("office", office) for office in self.offices)
        yield from (("body", body) for body in self.bodies)
        yield from (("province", province) for province in self.provinces)
        yield from (("people", people) for people in self.peoples)
        if "central" in self.levels:
            yield "level", "central"


class Block:
    """The groups of one name."""

    def __init__(self, name: str) -> None:
        """Begin without groups for ``name``."""
        folded = fold(name)
        self.groups: list[Group] = []
        self._is_historic = folded in historic_names()
        self._name = tuple(_name_reasons(folded.split()))
        self._sharing: dict[tuple[str, object], dict[Group, None]] = {}

    def add(self, group: Group) -> None:
        """Keep a new group."""
        group.number = len(self.groups)
        self.groups.append(group)
        self._note(group)

    def merge(self, old: Group, new: Group) -> None:
        """Give the appearances of ``new`` to ``old``."""
        old.take(new)
        self._note(old)

    def compare(self, group: Group, before: int | None = None) -> list[Scored]:
        """Return scores and reasons of the groups ``group`` may be, the likest and first first.

        Args:
            group: The group to compare.
            before: Only groups of a smaller number are compared.
        """
        end = len(self.groups) if before is None else before
        near: dict[Group, None] = {}
        for feature in group.features():
            near.update(islice(self._sharing.get(feature, {}).items(), _SHARING))
        for other in islice(self.groups, min(end, _OTHERS)):
            near[other] = None
        scored = [
            (*self._score(other, group), other)
            for other in sorted(near, key=lambda other: other.number)
            if other.number < end
        ]
        return sorted(scored, key=lambda item: -item[0])

    def _note(self, group: Group) -> None:
        for feature in group.features():
            self._sharing.setdefault(feature, {})[group] = None

    def _score(self, left: Group, right: Group) -> tuple[float, tuple[str, ...]]:
        """Return how much speaks for one human behind two groups, and what."""
        if self._is_historic:
            return 1.0, ("person of history",)
        reasons = (*_office_reasons(left, right), *_human_reasons(left, right), *self._name)
        score = _NEUTRAL + sum(weight for _, weight in reasons)
        return max(0.0, min(1.0, round(score, 3))), tuple(reason for reason, _ in reasons)


def _office_reasons(left: Group, right: Group) -> Iterator[tuple[str, float]]:
    """Yield what offices, bodies, branches, levels and provinces say, with its weight."""
    if not left.offices.isdisjoint(right.offices):
        yield "same office", 0.4
    elif not left.bodies.isdisjoint(right.bodies):
        yield "same body", 0.3
    elif left.branches & right.branches - {"other"}:
        yield "same branch", 0.05
    if "central" in left.levels and "central" in right.levels:
        yield "both central", 0.2
    if left.provinces and right.provinces:
        same = not left.provinces.isdisjoint(right.provinces)
        yield ("same province", 0.2) if same else ("other province", -0.3)


def _human_reasons(left: Group, right: Group) -> Iterator[tuple[str, float]]:
    """Yield what sex and people say, with its weight."""
    if left.sexes and right.sexes and left.sexes.isdisjoint(right.sexes):
        yield "other sex", -0.5
    if left.peoples and right.peoples:
        same = not left.peoples.isdisjoint(right.peoples)
        yield ("same people", 0.1) if same else ("other people", -0.4)


def _name_reasons(words: list[str]) -> Iterator[tuple[str, float]]:
    """Yield how much a name tells by its length and its words, with its weight."""
    if not all(map(is_vietnamese, words)):
        yield "foreign name", 0.2
    elif len(words) >= 4:
        yield "long name", 0.1
    elif len(words) == 2:
        yield "short name", -0.1
