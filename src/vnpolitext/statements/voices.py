"""Who says what in many documents: one row a statement, with what is known of its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any, Protocol, cast

from vnpolitext.errors import documents_with, expect
from vnpolitext.officials.records import Person, Position
from vnpolitext.progress import under_way
from vnpolitext.statements.records import Statement
from vnpolitext.text.analysed import AnalysedDocument
from vnpolitext.text.dates import day_published


class SpeakingDocument(AnalysedDocument, Protocol):
    """An analysed document with the persons it names and what is said in it."""

    @property
    def persons(self) -> Sequence[Person]:
        """The persons it names."""

    @property
    def statements(self) -> Sequence[Statement]:
        """What somebody says in it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """What a document tells of who says something (*người nói*).

    Attributes:
        name: Name of the person or the body, else the words that name the speaker; ``None`` where
            nobody is named.
        kind: ``"person"``, ``"body"``, ``"document"`` or ``"unknown"``.
        office: The first office of the person that is current, else the first.
        level: Level of government of that office.
        branch: Its branch.
        sex: ``"male"``, ``"female"`` or ``None``.
        place: Province of the office, else its unit.
    """

    name: str | None
    kind: str
    office: str | None = None
    level: str | None = None
    branch: str | None = None
    sex: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement with who says it and when (*phát ngôn*).

    Attributes:
        document: Identifier of the document.
        date: Day, month or year of publication, ISO 8601, or ``None``.
        statement: Index in the document's list of statements.
        speaker: As in [`Speaker`][vnpolitext.statements.Speaker]; so are the six that follow.
        speaker_kind: Kind of the speaker.
        speaker_office: Office of the speaker.
        speaker_level: Level of that office.
        speaker_branch: Branch of that office.
        speaker_sex: Sex of the speaker.
        speaker_place: Place of that office.
        polarity: ``"asserts"``, ``"asks"``, ``"orders"``, ``"promises"``, ``"criticises"`` or
            ``"praises"``.
        kind: ``"direct"``, ``"indirect"`` or ``"mixed"``.
        cue: The words of saying, or ``None``.
        text: What is said, on one line.
        start: Index of its first character.
        end: Index after its last one.
    """

    document: str
    date: str | None
    statement: int
    speaker: str | None
    speaker_kind: str
    speaker_office: str | None
    speaker_level: str | None
    speaker_branch: str | None
    speaker_sex: str | None
    speaker_place: str | None
    polarity: str
    kind: str
    cue: str | None
    text: str
    start: int
    end: int


def speaker_of(document: SpeakingDocument, said: Statement) -> Speaker:
    """Return what a document tells of who makes one of its statements.

    Example:
        >>> import vnpolitext as vp
        >>> text = "Bí thư Huyện ủy Lò Văn An cho biết đường đã xong."
        >>> analysis = vp.analyze(text)
        >>> speaker = speaker_of(analysis, analysis.statements[0])
        >>> speaker.name, speaker.office, speaker.level
        ('Lò Văn An', 'Bí thư Huyện ủy', 'district')
    """
    expect(said, Statement, "a statement of the document is wanted")
    person = None if said.person is None else document.persons[said.person]
    name = said.body if person is None else person.name
    if name is None and said.speaker is not None:
        name = _flat(document.text[slice(*said.speaker)])
    position = None if person is None else _position(person)
    if person is None or position is None:
        return Speaker(name, said.speaker_kind, sex=None if person is None else person.sex)
    place = position.place
    return Speaker(
        name,
        said.speaker_kind,
        office=position.normalized or position.text,
        level=position.level,
        branch=position.branch,
        sex=person.sex,
        place=None if place is None else place.province or place.name,
    )


@under_way("voices")
def voices(analyses: Iterable[SpeakingDocument]) -> list[Voice]:
    """Return one row a statement: who says what, in which office, how and when.

    What somebody else is quoted as saying inside a statement is a row too.

    Args:
        analyses: Documents with ``id``, ``metadata``, ``text``, ``persons`` and ``statements``: a
            corpus, a store, a list of analyses.

    Returns:
        The rows, by document and place.

    Example:
        >>> import vnpolitext as vp
        >>> text = "Ông Lò Văn An cho biết đường đã xong. Bà Lò Thị Hoa hỏi: “Bao giờ có điện?”"
        >>> for row in voices([vp.analyze(text, id="a")]):
        ...     print(row.speaker, row.polarity, row.kind, row.text)
        Lò Văn An asserts indirect đường đã xong.
        Lò Thị Hoa asks direct Bao giờ có điện?
    """
    return [
        _voice(document, number, said)
        for document in documents_with(analyses, "statements", "persons")
        for number, said in enumerate(document.statements)
    ]


@under_way("voices frame")
def voices_frame(rows: Iterable[Voice] | Iterable[SpeakingDocument]) -> Any:
    """Return voices as a pandas ``DataFrame``, one row a statement.

    ``date`` is a ``datetime64`` column. A corpus may stand for the rows.
    """
    pandas = import_module("pandas")
    rows = list(rows) if isinstance(rows, Iterator) else rows
    told = isinstance(rows, Sequence) and all(isinstance(row, Voice) for row in rows)
    known: list[Any] = list(rows) if told else voices(cast("Any", rows))
    names = [each.name for each in fields(Voice)]
    frame = pandas.DataFrame(
        [[getattr(row, name) for name in names] for row in known], columns=names
    )
    frame["date"] = pandas.to_datetime(frame["date"], errors="coerce", format="ISO8601")
    return frame


def _voice(document: SpeakingDocument, number: int, said: Statement) -> Voice:
    speaker = speaker_of(document, said)
    return Voice(
        document=document.id,
        date=day_published(document.metadata),
        statement=number,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        speaker_office=speaker.office,
        speaker_level=speaker.level,
        speaker_branch=speaker.branch,
        speaker_sex=speaker.sex,
        speaker_place=speaker.place,
        polarity=said.polarity,
        kind=said.kind,
        cue=None if said.cue is None else _flat(document.text[slice(*said.cue)]),
        text=_flat(said.text),
        start=said.start,
        end=said.end,
    )


def _position(person: Person) -> Position | None:
    current = [position for position in person.positions if position.status == "current"]
    return next(iter([*current, *person.positions]), None)


def _flat(text: str) -> str:
    return " ".join(text.split())
