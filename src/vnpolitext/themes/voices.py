"""What speakers say, as documents: whatever counts documents counts speakers then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from typing import Any, Final

from vnpolitext.progress import under_way
from vnpolitext.statements import Statement, speaker_of
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents

SPEAKER: Final = "speaker"
FIELDS: Final = (
    SPEAKER,
    *(f"{SPEAKER}_{name}" for name in ("kind", "office", "level", "branch", "sex", "place")),
)
"""What is known of the speaker of a statement: the names of the metadata."""


@under_way("statements corpus")
def statements_corpus(documents: DocumentsLike, *, by: str | None = None) -> list[Document]:
    """Return what is said as documents of its own (*ai nói gì*), for any method of this package.

    Words that somebody else is quoted as saying inside a statement are a statement too, so they
    stand in both.

    Args:
        documents: Analyses, or a corpus of them.
        by: Join the statements of one ``"speaker"``, or of one ``"speaker_office"``,
            ``"speaker_level"``, ``"speaker_branch"``, ``"speaker_sex"``, ``"speaker_place"`` or
            ``"speaker_kind"``; those of which it is not known are left out. By default each
            statement is a document.

    Returns:
        Documents. Their metadata is that of the document they come from, with the speaker's;
        joined ones have the speaker's field alone, and their group as ``id``.

    Raises:
        ValueError: ``by`` is none of these.

    Example:
        >>> import vnpolitext as vp
        >>> analysis = vp.analyze("Ông Lò Văn An cho biết đường đã xong. Bà Lò Thị Hoa nói: “Tốt!”")
        >>> [(voice.id, voice.text) for voice in statements_corpus([analysis], by="speaker")]
        [('Lò Văn An', 'đường đã xong.'), ('Lò Thị Hoa', 'Tốt!')]
    """
    if by is not None and by not in FIELDS:
        raise ValueError(f"by is {by!r}; there are {', '.join(FIELDS)}")
    voices = [voice for document in as_documents(documents) for voice in _voices(document)]
    if by is None:
        return voices
    joined: dict[str, list[str]] = {}
    for voice in voices:
        if (label := voice.metadata.get(by)) is not None:
            joined.setdefault(str(label), []).append(voice.text)
    return [Document(label, "\n\n".join(texts), {by: label}) for label, texts in joined.items()]


def speaker_at(document: Document, start: int, end: int) -> str | None:
    """Return who says a stretch of a document: the speaker of the innermost statement around it."""
    source, offset = document.source, document.offset
    around = [
        said
        for said in getattr(source, "statements", ())
        if said.start <= start + offset and end + offset <= said.end
    ]
    if not around:
        return None
    inner = min(around, key=lambda said: said.end - said.start)
    name: str | None = _about(source, inner)[SPEAKER]
    return name


def _voices(document: Document) -> Iterable[Document]:
    source = document.source
    for number, said in enumerate(getattr(source, "statements", ())):
        about = {**document.metadata, **_about(source, said), "polarity": said.polarity}
        yield Document(f"{document.id}#{number}", said.text, about, source, said.start)


def _about(source: Any, said: Statement) -> dict[str, Any]:
    """Return what is known of the speaker of a statement."""
    return dict(zip(FIELDS, astuple(speaker_of(source, said)), strict=True))
