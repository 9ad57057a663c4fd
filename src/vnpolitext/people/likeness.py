"""How alike groups of appearances of one name are."""

from __future__ import annotations

from itertools import islice
from typing import Final

from vnpolitext.people.evidence import (
    author_reasons,
    career_reasons,
    human_reasons,
    likelihood,
    name_reasons,
    office_reasons,
    sign_reasons,
    standing_reasons,
)
from vnpolitext.people.groups import Group
from vnpolitext.people.known import Known
from vnpolitext.people.spelling import without_baptismal
from vnpolitext.text import fold

POSSIBLE: Final = 0.1
"""Score from which a merge is at least reported as doubtful."""
_SHARING: Final = 256
_OTHERS: Final = 64

Scored = tuple[float, tuple[str, ...], Group]


class Block:
    """The groups of one name."""

    def __init__(self, name: str, known: Known, bearers: int) -> None:
        """Begin without groups for ``name``; ``known`` says what is rare in the corpus."""
        folded = fold(name)
        self.groups: list[Group] = []
        self._known = known
        self._name = tuple(name_reasons(without_baptismal(folded)))
        self._bearers = bearers
        self._is_large = bearers > _OTHERS
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
        if self._is_large:
            for feature in group.features(self._known):
                near.update(islice(self._sharing.get(feature, {}).items(), _SHARING))
        for other in islice(self.groups, min(end, _OTHERS)):
            near[other] = None
        scored = [
            (*self._score(other, group), other)
            for other in sorted(near, key=lambda other: other.number)
            if other.number < end and other is not group
        ]
        return sorted(scored, key=lambda item: -item[0])

    def _note(self, group: Group) -> None:
        if not self._is_large:
            return
        for feature in group.features(self._known):
            self._sharing.setdefault(feature, {})[group] = None

    def _score(self, left: Group, right: Group) -> tuple[float, tuple[str, ...]]:
        """Return how much speaks for one human behind two groups, and what."""
        if left.is_historic and right.is_historic:
            return 1.0, ("person of history",)
        reasons = (
            *office_reasons(left, right),
            *human_reasons(left, right),
            *career_reasons(left, right),
            *author_reasons(left, right),
            *sign_reasons(left, right, self._known),
            *standing_reasons(left, right, self._bearers),
            *self._name,
        )
        return likelihood(reasons), tuple(reason for reason, _ in reasons)
