"""Who is who across documents: the persons of many analyses grouped into people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from vnpolitext.officials.lexicon import aliases
from vnpolitext.officials.records import Person
from vnpolitext.officials.syllables import is_vietnamese
from vnpolitext.text import fold

SURE: Final = 0.6
"""Score from which two groups of appearances of one name are taken for one person."""
POSSIBLE: Final = 0.3
"""Score from which a merge is at least reported as doubtful."""


class Document(Protocol):
    """What is needed of an analysis: its identifier, metadata, text and persons."""

    @property
    def id(self) -> str:
        """Identifier of the document."""

    @property
    def metadata(self) -> Mapping[str, Any]:
        """What is known of the document; ``published`` is an ISO date."""

    @property
    def text(self) -> str:
        """The text as it was read."""

    @property
    def persons(self) -> Sequence[Person]:
        """The persons the document names."""


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


@dataclass(frozen=True, slots=True)
class Identity:
    """One human across documents.

    Attributes:
        name: The most frequent of the fullest names.
        appearances: Where the human is named, by date and document.
    """

    name: str
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two identities of one name that may be one human.

    Attributes:
        left: Index of the earlier identity.
        right: Index of the later one.
        score: How much speaks for one human, from 0 to 1.
        reasons: What speaks for and against it, such as ``"same body"`` or ``"other province"``.
    """

    left: int
    right: int
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """People and doubts.

    Attributes:
        identities: The people, by name and first appearance.
        doubts: Merges that were left undone.
    """

    identities: tuple[Identity, ...]
    doubts: tuple[Doubt, ...]

    def of(self, document: str, index: int) -> int | None:
        """Return the identity of person ``index`` of ``document``, ``None`` if there is none."""
        for number, identity in enumerate(self.identities):
            if any(a.document == document and a.index == index for a in identity.appearances):
                return number
        return None


Decision = Callable[[Sequence[Appearance], Sequence[Appearance], float, tuple[str, ...]], bool]


def decide_by_score(
    left: Sequence[Appearance],  # noqa: ARG001 - the signature of a decision
    right: Sequence[Appearance],  # noqa: ARG001
    score: float,
    reasons: tuple[str, ...],  # noqa: ARG001
) -> bool:
    """Take two groups of appearances for one person where the score is sure."""
    return score >= SURE


def resolve_persons(
    analyses: Iterable[Document], *, decide: Decision = decide_by_score
) -> Resolution:
    """Group the persons of many documents into people.

    Persons are compared where they bear the same name, spelled in any way, or an alias of a person
    of history. Shared offices, bodies and provinces speak for one human, other provinces at the
    same time, another sex or people against it. Persons that a document names only by a given
    name stay alone.

    Args:
        analyses: Documents with ``id``, ``metadata``, ``text`` and ``persons``.
        decide: Called with the appearances of two groups of one name, their score and the
            reasons; returns whether they are one human.

    Returns:
        The people and the doubtful merges that ``decide`` left undone.

    Example:
        >>> from types import SimpleNamespace
        >>> from vnpolitext.officials import find_persons
        >>> texts = ["Ông Lò Văn Nọi, Bí thư Tỉnh ủy Sơn La", "Bí thư Tỉnh ủy Sơn La Lò Văn Nọi"]
        >>> documents = [
        ...     SimpleNamespace(id=str(n), metadata={}, text=text, persons=find_persons(text))
        ...     for n, text in enumerate(texts)
        ... ]
        >>> [len(i.appearances) for i in resolve_persons(documents).identities]
        [2]
    """
    blocks: dict[str, list[Appearance]] = {}
    for appearance in _appearances(analyses):
        blocks.setdefault(_key(appearance), []).append(appearance)
    identities: list[Identity] = []
    doubts: list[Doubt] = []
    for key in sorted(blocks):
        found = sorted(blocks[key], key=lambda a: (a.date or "", a.document, a.index))
        clusters = _cluster(found, decide)
        first = len(identities)
        identities += (Identity(_usual_name(c.members), tuple(c.members)) for c in clusters)
        doubts += _doubts(clusters, first)
    return Resolution(tuple(identities), tuple(doubts))


def _appearances(analyses: Iterable[Document]) -> Iterator[Appearance]:
    for analysis in analyses:
        published = analysis.metadata.get("published")
        date = str(published)[:10] if published else None
        for index, person in enumerate(analysis.persons):
            yield Appearance(analysis.id, index, person.name, date, person)


def _key(appearance: Appearance) -> str:
    name = fold(appearance.name)
    name = fold(aliases().get(name, name))
    if " " in name:
        return name
    return f"{name}\n{appearance.document}\n{appearance.index}"


@dataclass(slots=True)
class _Cluster:
    """Appearances taken for one human, and what they say together."""

    members: list[Appearance]
    offices: set[tuple[str, str]] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)
    branches: set[str] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    peoples: set[str] = field(default_factory=set)
    levels: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, appearance: Appearance) -> _Cluster:
        person = appearance.person
        cluster = cls([appearance])
        for position in person.positions:
            body = fold(position.organization or "")
            cluster.offices.add((fold(position.title or position.normalized), body))
            cluster.branches.add(position.branch)
            if position.level is not None:
                cluster.levels.add(position.level)
            if body:
                cluster.bodies.add(body)
            if position.place is not None and position.place.province:
                cluster.provinces.add(fold(position.place.province))
        if person.sex is not None:
            cluster.sexes.add(person.sex)
        cluster.peoples.update({fold(person.ethnicity)} if person.ethnicity else ())
        return cluster

    def merge(self, other: _Cluster) -> None:
        self.members += other.members
        for name in ("offices", "bodies", "provinces", "branches", "sexes", "peoples", "levels"):
            getattr(self, name).update(getattr(other, name))

    @property
    def is_famous(self) -> bool:
        """Whether the name is that of a person of history."""
        return fold(self.members[0].name) in {fold(name) for name in aliases().values()}


def _cluster(appearances: list[Appearance], decide: Decision) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for appearance in appearances:
        new = _Cluster.of(appearance)
        scored = [(*_score(old, new), old) for old in clusters]
        for score, reasons, old in sorted(scored, key=lambda item: -item[0]):
            if score >= POSSIBLE and decide(old.members, new.members, score, reasons):
                old.merge(new)
                break
        else:
            clusters.append(new)
    return clusters


def _score(left: _Cluster, right: _Cluster) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for one human behind two clusters of one name, and what."""
    if left.is_famous:
        return 1.0, ("person of history",)
    reasons = (*_office_reasons(left, right), *_human_reasons(left, right), *_name_reasons(left))
    score = 0.45 + sum(weight for _, weight in reasons)
    return max(0.0, min(1.0, round(score, 3))), tuple(reason for reason, _ in reasons)


def _office_reasons(left: _Cluster, right: _Cluster) -> Iterator[tuple[str, float]]:
    """Yield what offices, bodies, branches, levels and provinces say, with its weight."""
    if left.offices & right.offices:
        yield "same office", 0.4
    elif left.bodies & right.bodies:
        yield "same body", 0.3
    elif left.branches & right.branches - {"other"}:
        yield "same branch", 0.05
    if "central" in left.levels & right.levels:
        yield "both central", 0.2
    if left.provinces and right.provinces:
        same = bool(left.provinces & right.provinces)
        yield ("same province", 0.2) if same else ("other province", -0.3)


def _human_reasons(left: _Cluster, right: _Cluster) -> Iterator[tuple[str, float]]:
    """Yield what sex and people say, with its weight."""
    if left.sexes and right.sexes and not left.sexes & right.sexes:
        yield "other sex", -0.5
    if left.peoples and right.peoples:
        same = bool(left.peoples & right.peoples)
        yield ("same people", 0.1) if same else ("other people", -0.4)


def _name_reasons(cluster: _Cluster) -> Iterator[tuple[str, float]]:
    """Yield how much a name tells by its length and its words, with its weight."""
    words = fold(cluster.members[0].name).split()
    if not all(map(is_vietnamese, words)):
        yield "foreign name", 0.2
    elif len(words) >= 4:
        yield "long name", 0.1
    elif len(words) == 2:
        yield "short name", -0.1


def _doubts(clusters: list[_Cluster], first: int) -> Iterator[Doubt]:
    """Yield for every cluster the earlier one that is most like it, if it may be the same human."""
    for right in range(1, len(clusters)):
        scored = [(*_score(clusters[left], clusters[right]), left) for left in range(right)]
        score, reasons, left = max(scored, key=lambda item: item[0])
        if score >= POSSIBLE:
            yield Doubt(first + left, first + right, score, reasons)


def _usual_name(appearances: list[Appearance]) -> str:
    counts: dict[str, int] = {}
    for appearance in appearances:
        counts[appearance.name] = counts.get(appearance.name, 0) + 1
    return max(counts, key=lambda name: (not name.isupper(), counts[name], name))
