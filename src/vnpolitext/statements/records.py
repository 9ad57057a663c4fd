"""The record of what somebody says."""

from dataclasses import dataclass

from vnpolitext.text.making import made_fast
from vnpolitext.text.span import Span

SPEAKERS = ("person", "body", "document", "unknown")
KINDS = ("direct", "indirect", "mixed")
POLARITIES = ("asserts", "asks", "orders", "promises", "criticises", "praises")


@made_fast
@dataclass(frozen=True, slots=True)
class Statement(Span):
    """A stretch of text that the text gives to somebody as said, written or asked (*lời dẫn*).

    ``start``, ``end`` and ``text`` are what is said, without the quotation marks around it.

    Attributes:
        speaker: ``(start, end)`` of the words that name who says it: the personal name, else the
            office, the pronoun, the body or the document; ``None`` where nobody is named.
        speaker_kind: ``"person"``, ``"body"``, ``"document"`` or ``"unknown"`` (a crowd, nobody).
        person: Index of the speaker among the persons of the analysis, where it is one of them.
        body: Name of the body that speaks, abbreviations expanded.
        document: Index of the citation of the document that speaks, where it is one.
        cue: ``(start, end)`` of the words of saying, ``None`` where a colon, a form of dialogue or
            quotation marks alone show it.
        kind: ``"direct"`` (quotation marks, dialogues, speeches), ``"indirect"``, or ``"mixed"``.
        polarity: ``"asserts"``, ``"asks"``, ``"orders"`` (something is wanted of others),
            ``"promises"``, ``"criticises"`` or ``"praises"``.
        parent: Index of the statement inside which somebody else is quoted.
        rule: Name of the form that was found.
    """

    speaker: tuple[int, int] | None = None
    speaker_kind: str = "unknown"
    person: int | None = None
    body: str | None = None
    document: int | None = None
    cue: tuple[int, int] | None = None
    kind: str = "indirect"
    polarity: str = "asserts"
    parent: int | None = None
    rule: str = ""
