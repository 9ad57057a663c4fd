"""OpenDocument texts (``.odt``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.fonts import FontText
from vnpolitext.articles.formats.archive import LOCKED, open_archive, parse_part, read_part
from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.counting import FORMATS, in_format
from vnpolitext.articles.formats.grid import Cell, Row, table_lines

_N: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT: Final = _N + "text:1.0}"
_TABLE: Final = _N + "table:1.0}"
_STYLE: Final = _N + "style:1.0}"
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
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
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


class _Document:
    def __init__(self, root: Any, styles: Any) -> None:
        self._draft = Draft()
        self._notes: list[str] = []
        self._boxes: list[str] = []
        self._fonts: dict[str, str] = {}
        self._lists: dict[str, Any] = {}
        self._encodings: frozenset[str] = frozenset()
        self._count: dict[str, int] = {}
        self._told: dict[str, str] = {}
        for part in (styles, root):
            for style in (
                part.iter(_STYLE + "style", _TEXT + "list-style") if part is not None else ()
            ):
                self._read_style(style)

    def reading(self, body: Any) -> Reading:
        for line, kind, mark in self._blocks(body):
            self._draft.add(line, kind, mark)
        for note in self._notes:
            self._draft.add(note, "footnote")
        known = {"encoding": "+".join(sorted(self._encodings))} if self._encodings else {}
        return self._draft.reading(known)

    def _read_style(self, style: Any) -> None:
        name = style.get(_STYLE + "name", "")
        if style.tag == _TEXT + "list-style":
            self._lists[name] = style
            return
        properties = style.find(_STYLE + "text-properties")
        font = properties.get(_STYLE + "font-name", "") if properties is not None else ""
        self._fonts[name] = (
            font or self._fonts.get(style.get(_STYLE + "parent-style-name", ""), "")
        ).lower()

    def _blocks(self, parent: Any) -> Iterator[tuple[str, str | None, str]]:
        for child in parent:
            tag = child.tag
            if tag in (_TEXT + "h", _TEXT + "p"):
                words, boxes = self._words(child), self._boxes
                self._boxes = []
                if tag == _TEXT + "h" and words.strip():
                    yield words, "heading", "# "
                else:
                    yield from ((line, None, "") for line in words.split("\n"))
                yield from ((line, None, "") for line in boxes)
            elif tag == _TEXT + "list":
                for line in self._list(child, child.get(_TEXT + "style-name", ""), 1):
                    yield line, None, ""
            elif tag == _TABLE + "table":
                yield from self._table(child)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                yield from self._blocks(child)

    def _list(self, element: Any, style: str, level: int) -> Iterator[str]:
        key = f"{style}/{level}"
        before = element.get(_TEXT + "continue-list")
        goes_on = before is not None
        if (other := self._told.get(before or "", style)) != style:
            self._count[key] = self._count.get(f"{other}/{level}", 0)
        self._told[element.get(_ID, "")] = style
        if not goes_on and element.get(_TEXT + "continue-numbering") != "true":
            self._count.pop(key, None)
        for item in element:
            if item.tag not in (_TEXT + "list-item", _TEXT + "list-header"):
                continue
            if (start := whole(item.get(_TEXT + "start-value"), None)) is not None:
                self._count[key] = start - 1
            mark = self._mark(style, level) if item.tag == _TEXT + "list-item" else ""
            for child in item:
                if child.tag == _TEXT + "list":
                    yield from self._list(
                        child, child.get(_TEXT + "style-name") or style, level + 1
                    )
                elif child.tag in (_TEXT + "p", _TEXT + "h"):
                    yield mark + self._words(child)
                    mark = ""

    def _mark(self, style: str, level: int) -> str:
        for form in self._lists.get(style, ()):
            if form.get(_TEXT + "level") != str(level):
                continue
            if form.tag == _TEXT + "list-level-style-bullet":
                return "- " if form.get(_TEXT + "bullet-char") in ("-", "–", "+") else "• "
            key = f"{style}/{level}"
            start = whole(form.get(_TEXT + "start-value"), 1)
            self._count[key] = self._count.get(key, start - 1) + 1
            if not (number := self._number(style, level, form)):
                return ""
            shown = whole(form.get(_TEXT + "display-levels"), 1)
            for upper in range(level - 1, max(0, level - shown), -1):
                if over := self._number(style, upper, self._form(style, upper)):
                    number = f"{over}.{number}"
            before, after = (form.get(f"{_STYLE}num-{side}", "") for side in ("prefix", "suffix"))
            return f"{before}{number}{after} "
        return ""

    def _form(self, style: str, level: int) -> Any:
        forms = self._lists.get(style, ())
        return next((form for form in forms if form.get(_TEXT + "level") == str(level)), None)

    def _number(self, style: str, level: int, form: Any) -> str:
        """Return how far a level has counted, in its own format."""
        told = (form.get(_STYLE + "num-format") or "") if form is not None else ""
        name = FORMATS.get(told.partition(",")[0], "")
        return in_format(self._count.get(f"{style}/{level}", 1), name) if name else ""

    def _table(self, table: Any) -> Iterator[tuple[str, str | None, str]]:
        rows: list[Row] = []
        for element in _rows(table):
            cells: list[Cell] = []
            for cell in element:
                if cell.tag == _TABLE + "covered-table-cell":
                    cells.append(Cell())
                elif cell.tag == _TABLE + "table-cell":
                    lines = [line for line, _, _ in self._blocks(cell) if line.strip()]
                    repeated = whole(cell.get(_TABLE + "number-columns-repeated"), 1)
                    count = 1 if lines else min(repeated, _MOST)
                    cells += [Cell(lines), *(Cell() for _ in range(count - 1))]
            if any(cell.lines for cell in cells):
                rows.append(Row(cells))
        if rows:
            yield from ((line, kind, "") for line, kind in table_lines(rows, drawn=False))

    def _words(self, element: Any) -> str:
        text = FontText()
        self._collect(element, text, self._fonts.get(element.get(_TEXT + "style-name", ""), ""))
        words = text.text()
        self._encodings |= text.encodings
        return words.strip(" ")

    def _collect(self, element: Any, text: FontText, font: str) -> None:
        text.add(element.text or "", font)
        for child in element:
            tag = child.tag
            if tag == _TEXT + "s":
                text.add(" " * min(whole(child.get(_TEXT + "c"), 1), _MOST), font)
            elif tag == _TEXT + "tab":
                text.add("\t", font)
            elif tag == _TEXT + "line-break":
                text.add("\n", font)
            elif tag == _TEXT + "note":
                text.add(self._note(child), "")
            elif _is_box(child):
                lines = [line for line, _, _ in self._blocks(child) if line.strip()]
                self._boxes = [*self._boxes, *lines]
            elif isinstance(tag, str) and tag not in _SKIPPED:
                own = self._fonts.get(child.get(_TEXT + "style-name", ""), "")
                self._collect(child, text, own or font)
            text.add(child.tail or "", font)

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
