"""The record of one citation."""

from dataclasses import dataclass

from vnpolitext.text.span import Span


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
