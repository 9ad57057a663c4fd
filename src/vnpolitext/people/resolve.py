"""Who is who across documents: the persons of many analyses grouped into people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from vnpolitext.errors import documents_with
from vnpolitext.notebook import counted, html_table
from vnpolitext.officials.records import Person
from vnpolitext.officials.words.lexicon import aliases, other_names
from vnpolitext.people.groups import Appearance, Group
from vnpolitext.people.known import Known, code_of
from vnpolitext.people.likeness import POSSIBLE, Block
from vnpolitext.people.signs import signs_of
from vnpolitext.people.spelling import is_ordinary, spelled_alike, without_baptismal
from vnpolitext.progress import track, under_way
from vnpolitext.text import fold
from vnpolitext.text.analysed import AnalysedDocument
from vnpolitext.text.dates import day_published

SURE: Final = 0.6
"""Score from which two groups of appearances of one name are taken for one person."""
_ROUNDS: Final = 4


class NamingDocument(AnalysedDocument, Protocol):
    """An analysed document with the persons it names."""

    @property
    def persons(self) -> Sequence[Person]:
        """The persons the document names."""


_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Identity:
    """One human across documents.

    Attributes:
        name: The most frequent of the fullest names.
        appearances: Where the human is named, by date and document.
    """

    name: str
    appearances: tuple[Appearance, ...]

    def __repr__(self) -> str:
        """Name the human and count the appearances."""
        return f"Identity({self.name!r}, {counted(len(self.appearances), 'appearance')})"


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

    def __repr__(self) -> str:
        """Count the people, their appearances and the doubts."""
        told = sum(len(identity.appearances) for identity in self.identities)
        people = counted(len(self.identities), "identity", "identities")
        doubts = counted(len(self.doubts), "doubt")
        return f"Resolution({people} of {counted(told, 'appearance')}, {doubts})"

    def _repr_html_(self) -> str:
        most = sorted(self.identities, key=lambda identity: -len(identity.appearances))
        rows = (
            (each.name, len(each.appearances), each.appearances[0].date, each.appearances[-1].date)
            for each in most[:_SHOWN]
        )
        heads = ["name", "appearances", "first", "last"]
        return html_table(repr(self), heads, rows, count=len(most))

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


@under_way("resolve persons")
def resolve_persons(
    analyses: Iterable[NamingDocument], *, decide: Decision = decide_by_score
) -> Resolution:
    """Group the persons of many documents into people.

    Persons are compared where they bear the same name, spelled in any way, an alias of a person of
    history or a nickname that one person of the corpus has. What speaks for one human: the same
    office, body or province, years and a year of birth, who and what is named near, the words
    around, a rare name. Other provinces, another sex, people, birth or time speak against it; the
    weights are fitted to annotated pairs. Persons that a document names only by a given name stay
    alone. Where very many groups bear one name, a group is compared with those it shares something
    with and with some others, so that the time does not grow with the square. The more documents
    there are, the better it is known what is rare.

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
    known = Known()
    for appearance in _appearances(analyses, known):
        blocks.setdefault(_key(appearance), []).append(appearance)
    _join_aliases(blocks)
    identities: list[Identity] = []
    doubts: list[Doubt] = []
    for key in track(sorted(blocks), "people", unit="name"):
        found = sorted(blocks[key], key=lambda a: (a.date or "", a.document, a.index))
        block = _cluster(found[0].name, found, known, decide)
        first = len(identities)
        identities += (Identity(_usual_name(g.members), tuple(g.members)) for g in block.groups)
        doubts += _doubts(block, first)
    return Resolution(tuple(identities), tuple(doubts))


def _appearances(analyses: Iterable[NamingDocument], known: Known) -> Iterator[Appearance]:
    for analysis in documents_with(analyses, "persons", "metadata"):
        date = day_published(analysis.metadata)
        signs = signs_of(analysis.text, analysis.persons)
        names = {code_of(name) for each in signs for name in (*each.company, *each.bodies)}
        known.note(names.union(*(each.words for each in signs)))
        for index, person in enumerate(analysis.persons):
            yield Appearance(analysis.id, index, person.name, date, person, signs[index])


def _spelled(name: str) -> str:
    folded = fold(name)
    return spelled_alike(without_baptismal(fold(aliases().get(folded, folded))))


def _key(appearance: Appearance) -> str:
    name = _spelled(appearance.name)
    if " " in name:
        return name
    return f"{name}\n{appearance.document}\n{appearance.index}"


def _join_aliases(blocks: dict[str, list[Appearance]]) -> None:
    """Put those who are named by a nickname of one person of the corpus into its block.

    An ordinary name that somebody had at birth has many bearers: only those count that are listed.
    """
    meant: dict[str, set[str]] = {}
    for key, found in blocks.items():
        for alias in {_spelled(alias) for each in found for alias in each.person.aliases}:
            if is_ordinary(alias):
                continue
            meant.setdefault(alias, set()).add(key)
    for alias, name in other_names().items():
        meant.setdefault(_spelled(alias), set()).add(_spelled(name))
    for alias, keys in meant.items():
        key = next(iter(keys))
        if len(keys) == 1 and key != alias and " " in alias and {key, alias} <= blocks.keys():
            blocks[key] += blocks.pop(alias)


def _cluster(name: str, appearances: list[Appearance], known: Known, decide: Decision) -> Block:
    """Group the appearances of one name, the likest groups first.

    What a group says grows with its appearances, so that groups are compared again until none
    joins another.
    """
    groups = [Group.of(appearance) for appearance in appearances]
    block = Block(name, known, len(appearances))
    if len(groups) == 1:
        block.add(groups[0])
        return block
    for _ in range(_ROUNDS):
        block = Block(name, known, len(appearances))
        for new in groups:
            for score, reasons, old in block.compare(new):
                if score >= POSSIBLE and decide(old.members, new.members, score, reasons):
                    block.merge(old, new)
                    break
            else:
                block.add(new)
        if len(block.groups) == len(groups):
            break
        groups = block.groups
    return block


def _doubts(block: Block, first: int) -> Iterator[Doubt]:
    """Yield for every group the earlier one that is most like it, if it may be the same human."""
    for right, group in enumerate(block.groups):
        score, reasons, left = next(iter(block.compare(group, before=right)), (0.0, (), None))
        if left is not None and score >= POSSIBLE:
            yield Doubt(first + left.number, first + right, score, reasons)


def _usual_name(appearances: list[Appearance]) -> str:
    counts: dict[str, int] = {}
    for appearance in appearances:
        counts[appearance.name] = counts.get(appearance.name, 0) + 1
    return max(counts, key=lambda name: (not name.isupper(), counts[name], name))
