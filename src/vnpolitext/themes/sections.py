"""Sections of a document: by the headings its layout has, else by paragraphs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.errors import expect
from vnpolitext.themes.documents import CHROME, Document

_PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*+")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document (*mục, đoạn*).

    Attributes:
        document: Id of the document.
        number: Number of the section in the document, from 1.
        start: Offset of its first character.
        end: Offset after its last character.
        text: ``document.text[start:end]``.
        heading: Its heading, or nothing.
    """

    document: str
    number: int
    start: int
    end: int
    text: str
    heading: str = ""

    @property
    def id(self) -> str:
        """``"<document>#<number>"``."""
        return f"{self.document}#{self.number}"

    @property
    def metadata(self) -> dict[str, Any]:
        """Document, heading and offset, so that a section is a document of its own."""
        return {"document": self.document, "heading": self.heading, "start": self.start}


def split_sections(document: Document) -> list[Section]:
    r"""Return the sections of ``document``.

    Where its source has blocks with headings, a section runs from one heading to the next; where
    it has none, and in plain texts, each paragraph is a section.

    Example:
        >>> sections = split_sections(Document("a", "Mở đầu.\n\nKết luận."))
        >>> [section.text for section in sections]
        ['Mở đầu.', 'Kết luận.']
    """
    expect(document, Document, "a document is wanted, as of as_documents()")
    layout = getattr(document.source, "blocks", ())
    blocks = [b for b in layout if b.kind not in CHROME and getattr(b, "parent", None) is None]
    if any(block.kind == "heading" for block in blocks):
        stretches = _by_heading(blocks)
    elif blocks:
        stretches = [(block.start, block.end, "") for block in blocks]
    else:
        stretches = [(*match.span(), "") for match in _PARAGRAPH.finditer(document.text)]
    text = document.text
    whole = [stretch for stretch in stretches if text[stretch[0] : stretch[1]].strip()]
    return [
        Section(document.id, number, start, end, text[start:end], heading)
        for number, (start, end, heading) in enumerate(whole, start=1)
    ]


def section_documents(documents: Iterable[Document]) -> list[Document]:
    """Return the sections of ``documents`` as documents of their own, with their records."""
    return [
        Document(part.id, part.text, part.metadata, document.source, part.start)
        for document in documents
        for part in split_sections(document)
    ]


def _by_heading(blocks: list[Any]) -> list[tuple[int, int, str]]:
    stretches: list[tuple[int, int, str]] = []
    for block in blocks:
        if block.kind == "heading" or not stretches:
            heading = " ".join(block.text.split()) if block.kind == "heading" else ""
            stretches.append((block.start, block.end, heading))
        else:
            start, _, heading = stretches[-1]
            stretches[-1] = (start, block.end, heading)
    return stretches
