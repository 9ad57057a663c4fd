"""OpenDocument texts (``.odt``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.fonts import FontText
from vnpolitext.articles.formats.archive import LOCKED, open_archive, parse_part, read_part
from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.grid import Cell, Row, table_lines
from vnpolitext.articles.formats.odf.lists import Lists
from vnpolitext.articles.formats.odf.looks import Look, Looks

_N: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT: Final = _N + "text:1.0}"
_TABLE: Final = _N + "table:1.0}"
_DRAW: Final = _N + "drawing:1.0}"
_OFFICE: Final = _N + "office:1.0}"
_SKIPPED: Final = frozenset(
    {
        _TEXT + "tracked-changes", _TEXT + "bookmark", _TEXT + "sequence-decls", _OFFICE + "forms",
        _OFFICE + "annotation", _TEXT + "table-of-content-source",
    }
)  # fmt: skip
_ROW_GROUPS: Final = frozenset(
    _TABLE + name for name in ("table-rows", "table-header-rows", "table-row-group")
)
_MOST: Final = 200


def read_odt(data: bytes, _encoding: str | None = None) -> Reading:
    """Return the text of an OpenDocument file, one paragraph a line, headings with ``#``.

    List numbers stand before their items, table rows have ``|``, notes follow the text.

    Raises:
        ValueError: The file is damaged, encrypted or without text.
        ImportError: lxml is not installed.
    """
    archive = open_archive(data, "OpenDocument file")
    if b"encryption-data" in read_part(archive, "META-INF/manifest.xml"):
        raise ValueError(LOCKED)
    root = parse_part(archive, "content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise ValueError("not a readable OpenDocument file (no text part)")
    reading = _Document(root, parse_part(archive, "styles.xml")).reading(body)
    if not reading.text.strip():
        raise ValueError("an OpenDocument file without text")
    return reading


_Line = tuple[str, str | None, str]


class _Document:
    def __init__(self, root: Any, styles: Any) -> None:
        self._draft = Draft()
        self._notes: list[str] = []
        self._boxes: list[str] = []
        self._looks = Looks(part for part in (styles, root) if part is not None)
        self._lists = Lists(part for part in (styles, root) if part is not None)
        self._encodings: frozenset[str] = frozenset()

    def reading(self, body: Any) -> Reading:
        for line, kind, mark in self._blocks(body):
            self._draft.add(line, kind, mark)
        for note in self._notes:
            self._draft.add(note, "footnote")
        known = {"encoding": "+".join(sorted(self._encodings))} if self._encodings else {}
        return self._draft.reading(known)

    def _blocks(self, parent: Any) -> Iterator[_Line]:
        for child in parent:
            tag = child.tag
            if tag in (_TEXT + "h", _TEXT + "p"):
                number = self._lists.of_heading(child) if tag == _TEXT + "h" else ""
                yield from self._paragraph(child, number)
            elif tag == _TEXT + "list":
                self._lists.begin(child)
                yield from self._list(child, child.get(_TEXT + "style-name", ""), 1)
            elif tag == _TABLE + "table":
                yield from self._table(child)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                yield from self._blocks(child)

    def _paragraph(self, element: Any, number: str) -> Iterator[_Line]:
        """Yield the lines of a paragraph or a heading behind its number, and its text boxes."""
        words, boxes = self._words(element), self._boxes
        self._boxes = []
        if element.tag == _TEXT + "h" and words.strip():
            yield number + words, "heading", "# "
        else:
            yield from ((line, None, "") for line in (number + words).split("\n"))
        yield from ((line, None, "") for line in boxes)

    def _list(self, element: Any, style: str, level: int) -> Iterator[_Line]:
        for item in element:
            if item.tag not in (_TEXT + "list-item", _TEXT + "list-header"):
                continue
            is_told = item.tag == _TEXT + "list-item"
            for child in item:
                if child.tag == _TEXT + "list":
                    own = child.get(_TEXT + "style-name") or style
                    yield from self._list(child, own, level + 1)
                elif child.tag in (_TEXT + "p", _TEXT + "h"):
                    start = whole(item.get(_TEXT + "start-value"), None)
                    number = self._lists.next(style, level, start) if is_told else ""
                    is_told = False
                    yield from self._paragraph(child, number)

    def _table(self, table: Any) -> Iterator[_Line]:
        rows: list[Row] = []
        bordered = 0
        for element in _rows(table):
            cells: list[Cell] = []
            for cell in element:
                if cell.tag == _TABLE + "covered-table-cell":
                    cells.append(Cell())
                elif cell.tag == _TABLE + "table-cell":
                    bordered += self._looks.of(cell.get(_TABLE + "style-name")).bordered
                    lines = [line for line, _, _ in self._blocks(cell) if line.strip()]
                    repeated = whole(cell.get(_TABLE + "number-columns-repeated"), 1)
                    count = 1 if lines else min(repeated, _MOST)
                    cells += [Cell(lines), *(Cell() for _ in range(count - 1))]
            if any(cell.lines for cell in cells):
                rows.append(Row(cells))
        if rows:
            yield from ((line, kind, "") for line, kind in table_lines(rows, drawn=bordered > 1))

    def _words(self, element: Any) -> str:
        text = FontText()
        self._collect(element, text, self._looks.of(element.get(_TEXT + "style-name")))
        words = text.text()
        self._encodings |= text.encodings
        return words.strip(" ")

    def _collect(self, element: Any, text: FontText, look: Look) -> None:
        self._add(text, element.text, look)
        for child in element:
            tag = child.tag
            if tag == _TEXT + "s":
                self._add(text, " " * min(whole(child.get(_TEXT + "c"), 1), _MOST), look)
            elif tag == _TEXT + "tab":
                self._add(text, "\t", look)
            elif tag == _TEXT + "line-break":
                self._add(text, "\n", look)
            elif tag == _TEXT + "note":
                text.add(self._note(child), "")
            elif _is_box(child):
                lines = [line for line, _, _ in self._blocks(child) if line.strip()]
                self._boxes = [*self._boxes, *lines]
            elif isinstance(tag, str) and tag not in _SKIPPED:
                self._collect(child, text, self._looks.of(child.get(_TEXT + "style-name"), look))
            self._add(text, child.tail, look)

    @staticmethod
    def _add(text: FontText, words: str | None, look: Look) -> None:
        if words and not look.hidden:
            text.add(words, look.font, capitals=bool(look.capitals))

    def _note(self, note: Any) -> str:
        body = note.find(_TEXT + "note-body")
        mark = f"[{len(self._notes) + 1}]"
        self._notes.append(mark)
        if body is not None:
            words = " ".join(" ".join(line for line, _, _ in self._blocks(body)).split())
            self._notes[int(mark[1:-1]) - 1] = f"{mark} {words}"
        return mark


def _is_box(element: Any) -> bool:
    """Whether an element is a text box, or a shape with words in it."""
    tag = element.tag
    drawn = isinstance(tag, str) and tag.startswith(_DRAW)
    return drawn and element.find(_TEXT + "p") is not None


def _rows(table: Any) -> Iterator[Any]:
    """Yield the rows of a table, not those of tables in its cells."""
    for child in table:
        if child.tag == _TABLE + "table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)
