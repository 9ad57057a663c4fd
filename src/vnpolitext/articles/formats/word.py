"""Word documents (``.docx``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.fonts import encoding_of, hold_unicode
from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.articles.formats.grid import Row, table_lines
from vnpolitext.articles.formats.ooxml.numbering import Numbering
from vnpolitext.articles.formats.ooxml.package import Element, Package, W, children, value
from vnpolitext.articles.formats.ooxml.styles import Styles, font_of
from vnpolitext.articles.formats.ooxml.tables import cell_of, is_drawn, row_elements
from vnpolitext.articles.formats.ooxml.words import Words

_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HEADING: Final = 300
_DEEPEST: Final = 12


def read_docx(data: bytes) -> Reading:
    """Return the text of a Word document as its pages show it, one paragraph a line.

    Automatic numbers stand before their paragraphs, headings have ``#``, rows of tables ``|``.
    Insertions that are tracked are in, deletions and hidden text are out. Columns of a page that
    a table without lines makes (letterheads, signatures) are read cell by cell. Marks of notes are
    ``[1]``; the notes follow the text.

    Raises:
        ValueError: The file is encrypted, of the old binary format, damaged or without text.
        ImportError: lxml is not installed.
    """
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        kind = "encrypted with a password" if locked else "an old Word file; save it as .docx"
        raise ValueError(kind)
    package = Package(data)
    with read_by_others("Word file"):
        reading = _Document(package).reading()
    if not reading.text.strip():
        raise ValueError("a Word file without text")
    return reading


class _Document:
    """One pass over a document, from top to bottom, as its numbers count."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._root = package.document()
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"))
        self._note_counts: dict[str, int] = {}
        self._notes: list[tuple[str, str, str]] = []
        self._encodings: frozenset[str] = frozenset()
        self._draft = Draft()
        self._old_fonts = self._has_old_fonts()

    def _has_old_fonts(self) -> bool:
        """Whether fonts of old encodings are named, and hold no Unicode."""
        default = self._styles.get(self._styles.default).font or self._styles.font
        named = {font_of(properties) for properties in self._root.iter(W + "rPr")}
        if not any(encoding_of(font) for font in (*named, *self._styles.fonts()) if font):
            return False
        texts = (
            "".join(text.text or "" for text in run.iter(W + "t"))
            for run in self._root.iter(W + "r")
            if encoding_of(font_of(run.find(W + "rPr")) or default)
        )
        return not hold_unicode(texts)

    def reading(self) -> Reading:
        body = self._root.find(W + "body")
        if body is not None:
            self._blocks(body)
        self._add_notes()
        metadata: dict[str, Any] = {}
        if self._encodings:
            metadata["encoding"] = "+".join(sorted(self._encodings))
        return self._draft.reading(metadata)

    def _blocks(self, parent: Element) -> None:
        held = ""
        for element in children(parent, "p", "tbl", "altChunk"):
            if element.tag != W + "p":
                is_table = element.tag == W + "tbl"
                for line, kind in self._table(element, 0) if is_table else self._chunk(element):
                    self._draft.add(line, kind, "# " if kind == "heading" else "")
                continue
            lines, heading, boxes, open_ = self._paragraph(element, 0, goes_on=bool(held))
            if held:
                lines = [held + (lines[0] if lines else ""), *lines[1:]]
                held = ""
            if open_ and lines:
                held = lines.pop()
            for line in lines or ([] if open_ else [""]):
                marked = heading and line.strip() and len(line) < _HEADING
                self._draft.add(line, "heading" if marked else None, "# " if marked else "")
            for line in boxes:
                self._draft.add(line)
        if held:
            self._draft.add(held)

    def _chunk(self, element: Element) -> Iterator[tuple[str, str | None]]:
        from vnpolitext.articles.formats.ooxml.chunks import chunk_lines

        return chunk_lines(self._package.named(element.get(_RELATION, "")))

    def _paragraph(
        self, element: Element, depth: int, *, in_cell: bool = False, goes_on: bool = False
    ) -> tuple[list[str], bool, list[str], bool]:
        """Return lines, whether they are a heading, text boxes, and whether the next one goes on.

        It does behind an end that is deleted, and behind the large letter at its own head.

        A cell that holds an automatic number and no word shows the number; elsewhere it only
        counts.
        """
        properties = element.find(W + "pPr")
        named = value(properties, "pStyle") or self._styles.default
        style = self._styles.get(named)
        words = Words(self._styles, style, self._note_counts, old_fonts=self._old_fonts)
        words.read(element)
        text = words.text()
        self._notes += words.notes
        self._encodings |= words.encodings
        marks = properties.find(W + "rPr") if properties is not None else None
        frame = properties.find(W + "framePr") if properties is not None else None
        is_large = frame is not None and frame.get(W + "dropCap", "none") != "none"
        open_ = is_large or (marks is not None and marks.find(W + "del") is not None)
        linked = self._numbering.level_of(style.number, named)
        gone = open_ and not text.strip()
        number = "" if gone else self._number(properties, style.number, linked or style.level)
        if text.strip():
            text = number + (text if goes_on else text.lstrip(" "))
        elif in_cell and number[:1] not in ("-", "•"):
            text = number.strip()
        boxes: list[str] = []
        if depth < _DEEPEST:
            for box in words.boxes:
                boxes += (line for line in self._lines(box, depth + 1) if line.strip())
        outline = whole(value(properties, "outlineLvl"), None)
        heading = style.heading if outline is None else outline < 9
        lines = text.split("\n")
        return [line if open_ else line.rstrip() for line in lines], heading, boxes, open_

    def _number(self, properties: Element | None, number: str, level: int) -> str:
        own = properties.find(W + "numPr") if properties is not None else None
        if own is not None:
            number = value(own, "numId") or number
            level = whole(value(own, "ilvl"), level)
        return self._numbering.next(number, level) if number not in ("", "0") else ""

    def _lines(self, parent: Element, depth: int) -> list[str]:
        """Return the lines of a cell or a text box."""
        found: list[str] = []
        for element in children(parent, "p", "tbl"):
            if element.tag == W + "tbl":
                if depth < _DEEPEST:
                    found += (line for line, _ in self._table(element, depth + 1))
                continue
            lines, _, boxes, _ = self._paragraph(element, depth, in_cell=True)
            found += (line for line in (*lines, *boxes) if line.strip())
        return found

    def _table(self, table: Element, depth: int) -> Iterator[tuple[str, str | None]]:
        rows: list[Row] = []
        for element in row_elements(table):
            before = whole(value(element.find(W + "trPr"), "gridBefore"), 0)
            cells = [cell_of(cell, self._lines(cell, depth)) for cell in children(element, "tc")]
            rows.append(Row(cells, min(before, 64)))
        rows = [row for row in rows if any(cell.lines for cell in row.cells)]
        if not rows:
            return
        yield from table_lines(rows, drawn=is_drawn(table, self._styles))

    def _add_notes(self) -> None:
        parts: dict[str, dict[str, Element]] = {}
        for kind, identifier, mark in self._notes:
            if kind not in parts:
                root = self._package.part(kind)
                parts[kind] = {
                    note.get(W + "id", ""): note
                    for note in (root if root is not None else ())
                    if isinstance(note.tag, str)
                }
            if (note := parts[kind].get(identifier)) is not None:
                text = " ".join(" ".join(self._lines(note, 0)).split())
                if text:
                    self._draft.add(f"{mark} {text}", "footnote")
