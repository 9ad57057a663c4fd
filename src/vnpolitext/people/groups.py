"""Appearances of one name gathered in groups, and what a group says of its human."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from vnpolitext.models import model_file, per_choice, read_table
from vnpolitext.officials.records import Person
from vnpolitext.officials.words.lexicon import aliases, historic_names, other_names
from vnpolitext.people.known import Known
from vnpolitext.people.signs import Signs
from vnpolitext.people.spelling import baptismal_name, is_ordinary
from vnpolitext.text import fold

_TELLING: Final = 0.5

_ARMED: Final = {"bộ quốc phòng": "army", "bộ công an": "police"}
"""Ministries whose offices soldiers and policemen hold, and the branch of these."""

_PUBLIC: Final = dict.fromkeys(
    ("party", "government", "assembly", "front", "court", "procuracy"), "office"
) | {"army": "arms", "police": "arms"}
"""Fields of those who hold an office of a branch."""


@per_choice
def _fields() -> Mapping[str, str]:
    """Return the field of life of each calling."""
    rows = read_table(model_file("offices", "vietnam", "fields.tsv"), ("form", "field"))
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person in one document.

    Attributes:
        document: Identifier of the document.
        index: Index of the person in the document's persons.
        name: The fullest name the document gives.
        date: Date of the document, ISO 8601, or ``None``.
        person: The record.
        signs: What the document says around the name.
    """

    document: str
    index: int
    name: str
    date: str | None
    person: Person
    signs: Signs = field(default_factory=Signs, repr=False)


@dataclass(slots=True, eq=False)
class Group:
    """Appearances taken for one human, and what they say together."""

    members: list[Appearance]
    number: int = -1
    is_historic: bool = False
    is_cited: bool = False
    offices: set[tuple[str, str]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)
    led: set[str] = field(default_factory=set)
    branches: set[str] = field(default_factory=set)
    levels: set[str] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    peoples: set[str] = field(default_factory=set)
    baptismal: set[str] = field(default_factory=set)
    births: set[int] = field(default_factory=set)
    callings: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    served: set[int] = field(default_factory=set)
    company: list[Mapping[str, float]] = field(default_factory=list)
    words: list[frozenset[int]] = field(default_factory=list)
    beside: list[frozenset[str]] = field(default_factory=list)

    @classmethod
    def of(cls, appearance: Appearance) -> Group:
        """Return the group of one appearance."""
        person, signs = appearance.person, appearance.signs
        group = cls([appearance], years=set(signs.years))
        group.company.append(signs.company)
        group.words.append(frozenset(signs.words))
        group.beside.append(signs.bodies)
        for position in (*person.positions, *signs.seats):
            # A body that only the section around a bare office tells joins no two humans.
            told = position.completed_from != "section"
            title = fold(position.title or position.normalized)
            body = fold(position.organization or "") if told else ""
            group.offices.update({(title, body)} if body else ())
            group.titles.add(title)
            group.bodies.update({body} if body else ())
            group.fields.update({_PUBLIC[position.branch]} if position.branch in _PUBLIC else ())
            group.served.update(int(day[:4]) for day in (position.since, position.until) if day)
            group.branches.update({position.branch, _ARMED.get(body, "other")} if told else ())
            group.levels.update({position.level} if position.level and told else ())
            if position.place is not None and position.place.province:
                group.provinces.add(fold(position.place.province))
                if position.level == "province" and position.branch in _PUBLIC:
                    group.led.add(fold(position.place.province))
        group.sexes.update({person.sex} if person.sex else ())
        group.peoples.update({fold(person.ethnicity)} if person.ethnicity else ())
        group.births.update({signs.born} if signs.born else ())
        before = baptismal_name(fold(appearance.name))
        group.baptismal.update({before} if before else ())
        group.callings.update(signs.callings)
        group.is_cited = signs.is_cited
        group.fields.update(_fields()[each] for each in signs.callings & _fields().keys())
        name = fold(person.name)
        group.names.add(name)
        group.is_historic = fold(aliases().get(name, name)) in historic_names()
        nicknames = (fold(alias) for alias in person.aliases)
        group.aliases.update(alias for alias in nicknames if not is_ordinary(alias))
        group.aliases.update({fold(other_names()[name])} if name in other_names() else ())
        group.documents.add(appearance.document)
        return group

    def take(self, other: Group) -> None:
        """Take the appearances of another group and what they say."""
        self.members += other.members
        self.is_historic = self.is_historic and other.is_historic
        self.is_cited = self.is_cited or other.is_cited
        self.company += other.company
        self.words += other.words
        self.beside += other.beside
        for name in _UNITED:
            getattr(self, name).update(getattr(other, name))

    def features(self, known: Known) -> Iterator[tuple[str, object]]:
        """Yield what groups of one human may share and most others do not."""
        for name in ("offices", "bodies", "provinces", "peoples", "births", "documents"):
            yield from ((name, value) for value in getattr(self, name))
        yield from (
            ("company", name)
            for company in self.company
            for name in company
            if known.weigh_name(name) >= _TELLING
        )
        if "central" in self.levels:
            yield "level", "central"


_UNITED: Final = tuple(
    name
    for name in Group.__dataclass_fields__
    if name not in {"members", "number", "is_historic", "is_cited", "company", "words", "beside"}
)
