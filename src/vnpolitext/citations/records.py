"""The records of citations: a citation, and a reference back to one."""

from dataclasses import dataclass
from typing import Final

from vnpolitext.text.making import made_fast
from vnpolitext.text.span import Span

MENTIONS: Final = "mentions"
"""The relation of a document of which nothing more is said."""
SELF: Final = "self"
"""The source of what the document itself does, where it has no number line."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a text says is done with a document, and who does it.

    Attributes:
        relation: ``"basis"`` (*căn cứ*), ``"implements"`` (*thực hiện*), ``"guides"``,
            ``"amends"``, ``"replaces"``, ``"repeals"``, ``"issues"``, ``"reviews"`` (*sơ kết*),
            ``"reports to"``, ``"attaches"`` or ``"mentions"``.
        cue_start: Where the words begin that say so; ``None`` where nothing is said.
        cue_end: Where they end.
        actor: The body that does it, as written, where the text says so.
        source: Key of the document that does it: of another citation, or of the document itself
            (``"self"`` where it has no number line).
    """

    relation: str = MENTIONS
    cue_start: int | None = None
    cue_end: int | None = None
    actor: str | None = None
    source: str | None = None


@made_fast
@dataclass(frozen=True, slots=True)
class Citation(Span):
    """A reference to one official document (*viện dẫn văn bản*).

    ``start``, ``end`` and ``text`` are the core span: from the kind word to the end of the number,
    or of the name that identifies the document.

    Attributes:
        kind: Kind of the document in lower case, such as ``"nghị quyết"``.
        number: Canonical number (*số, ký hiệu*), ``"35-NQ/TW"``; ``None`` for a named document.
        name: Folded name of a named document, else ``None``.
        issuer: Body that issued the document, as written.
        issued: Date of issue, ISO 8601.
        term: Term of the Party or the Assembly (*khóa*), in Roman numerals or as written.
        title: What the document is about (*trích yếu*).
        provision: The part that is cited, such as ``"điểm a khoản 2 Điều 5"``.
        key: One string that is equal for two citations of the same document.
        rule: Name of the rule that found the citation.
        year: Year of the document where the text gives it, also without a full date.
        short: Short form that the text defines for the document (*gọi tắt là*), folded.
        filled: What the text does not state at this place and where it was taken from, such as
            ``"issuer:suffix"``, ``"issued:register"`` or ``"term:shared"``. The term of office that
            the register knows stands here only: ``"term:register:XII"``.
        candidates: Keys of the documents that remain possible when the text does not decide.
        latest: Day or year after which the document cannot have been issued, where the sentence or
            the date of the article tells.
        is_own: Whether this is the number line of the document itself, not a document it cites.
        relation: What the text says is done with the document: ``"basis"`` (*căn cứ*),
            ``"implements"`` (*thực hiện*), ``"guides"``, ``"amends"``, ``"replaces"``,
            ``"repeals"``, ``"issues"``, ``"reviews"`` (*sơ kết*), ``"reports to"``,
            ``"attaches"`` or ``"mentions"``.
        cue_start: Where the words begin that say so; ``None`` where nothing is said.
        cue_end: Where they end.
        actor: The body that does it, as written, where the text says so.
        source: Key of the document that does it: of another citation, or of the document itself
            (``"self"`` where it has no number line).
        further: What else is said to be done with it: in *Căn cứ Luật A được sửa đổi bởi Luật B*
            the first is a basis, and it is amended by the second.
    """

    kind: str | None = None
    number: str | None = None
    name: str | None = None
    issuer: str | None = None
    issued: str | None = None
    term: str | None = None
    title: str | None = None
    provision: str | None = None
    key: str = ""
    rule: str = ""
    year: int | None = None
    short: str | None = None
    filled: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    latest: str | None = None
    is_own: bool = False
    relation: str = MENTIONS
    cue_start: int | None = None
    cue_end: int | None = None
    actor: str | None = None
    source: str | None = None
    further: tuple[Relation, ...] = ()

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Everything that the text says is done with the document; never empty."""
        first = Relation(self.relation, self.cue_start, self.cue_end, self.actor, self.source)
        return (first, *self.further)

    @property
    def stated_issuer(self) -> str | None:
        """The issuer that the text states, not what the number or the register tells."""
        derived = {"issuer:suffix", "issuer:register"} & set(self.filled)
        return None if derived else self.issuer


@dataclass(frozen=True, slots=True)
class Reference(Span):
    """A phrase that points back to a document: *Nghị quyết này*, *Chỉ thị nói trên*.

    Attributes:
        kind: Kind of the document in lower case.
        antecedent: Key of the document that is meant, or ``None``.
        rule: ``"this"``, ``"above"`` or ``"short"`` (a short form that the text defined).
    """

    kind: str | None = None
    antecedent: str | None = None
    rule: str = ""
