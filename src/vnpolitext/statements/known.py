"""Whom an office, a pronoun or a short name stands for."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Final

from vnpolitext.statements.drafts import Draft
from vnpolitext.statements.parties import Parties, Party
from vnpolitext.text import fold
from vnpolitext.text.view import fold_all

_KINDS: Final = {
    "name": "person",
    "office": "person",
    "person": "person",
    "pronoun": "person",
    "leader": "person",
    "body": "body",
    "document": "document",
    "report": "unknown",
    "crowd": "unknown",
}
_SEX: Final = {
    "ông": "male",
    "bà": "female",
    "anh": "male",
    "chị": "female",
    "ngài": "male",
    "cô": "female",
}
_BACK: Final = 8
_LEADER: Final = "hồ chí minh"


class Known:
    """The persons of a text, by what stands for them."""

    def __init__(self, parties: Parties, text: str) -> None:
        """Prepare for the persons of a text."""
        self.parties = parties
        self.text = text
        self._persons = parties.persons
        self._found: dict[int, int | None] = {}
        self._last: int | None = None
        self._holders: dict[str, set[int]] = {}
        self._short: dict[str, int | None] = {}

    @cached_property
    def _offices(self) -> list[tuple[str, int]]:
        return [
            (fold(position.normalized or position.text), number)
            for number, person in enumerate(self._persons)
            for position in person.positions
        ]

    @cached_property
    def _starts(self) -> list[list[int]]:
        starts: list[list[int]] = [[] for _ in self._persons]
        for start, _, number in self.parties.mentions:
            starts[number].append(start)
        return starts

    @cached_property
    def _names(self) -> list[str]:
        return fold_all(person.name for person in self._persons)

    def resolve(self, draft: Draft) -> None:
        """Note who speaks, in the order of the text."""
        party = draft.speaker
        if party is None:
            return
        if party.start not in self._found:
            self._found[party.start] = self._resolved(party)
        person = self._found[party.start]
        if person is not None:
            self._last = person

    def person(self, party: Party) -> int | None:
        """Return the index of the person that a party is."""
        return self._found.get(party.start, party.person)

    def kind(self, party: Party | None) -> str:
        """Return the kind of speaker."""
        return "unknown" if party is None else _KINDS[party.kind]

    def _resolved(self, party: Party) -> int | None:
        if party.person is not None:
            return party.person
        words = fold(self.text[party.start : party.end])
        if party.kind == "leader":
            return self._named(_LEADER)
        if party.kind == "office":
            return self._holder(words, party.start)
        if party.kind == "pronoun":
            return self._meant(words, party.start)
        if party.kind == "person":
            return self._called(words)
        return None

    def _named(self, name: str) -> int | None:
        return self._names.index(name) if name in self._names else None

    def _called(self, words: str) -> int | None:
        """Return the one person whose name ends with the words."""
        if words not in self._short:
            fitting = [n for n, name in enumerate(self._names) if f" {name}".endswith(f" {words}")]
            self._short[words] = fitting[0] if len(fitting) == 1 else None
        return self._short[words]

    def _holder(self, words: str, at: int) -> int | None:
        """Return who holds an office: the last one named before, else the only one."""
        if words not in self._holders:
            self._holders[words] = {
                number for office, number in self._offices if office.startswith(words)
            }
        fitting = self._holders[words]
        named = [
            (self._starts[number][place - 1], number)
            for number in fitting
            if (place := bisect_left(self._starts[number], at)) > 0
        ]
        if named:
            return max(named)[1]
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _meant(self, words: str, at: int) -> int | None:
        """Return whom a pronoun means: the last speaker, else the last person named."""
        sex = _SEX.get(words.partition(" ")[0])
        other = {"male": "female", "female": "male"}.get(sex or "")
        if self._last is not None and self._persons[self._last].sex != other:
            return self._last
        for _, _, number in reversed(self.parties.before(at, _BACK)):
            if self._persons[number].sex != other:
                return number
        return None
