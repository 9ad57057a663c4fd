"""The lines of an HTML page, in the order of its source, with what their markup says."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.grid import Row, data_rows, in_bars, in_reading_order, is_page
from vnpolitext.articles.formats.html.items import first_number, mark_of, number_of
from vnpolitext.articles.formats.html.looks import (
    CAPTION,
    HEADINGS,
    LOOKING,
    PLAIN,
    WHOLE,
    framed,
    is_body,
    is_centred,
    is_dated,
    is_large,
    is_short,
    tells_picture,
)
from vnpolitext.articles.formats.html.markup import Markup, is_icon, markup, words_of
from vnpolitext.articles.formats.html.tables import is_drawn, is_picture, rows_of
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

_BLOCKS: Final = word_set(
    "address, article, aside, blockquote, body, center, dd, div, dl, dt, fieldset, figcaption, "
    "figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, legend, li, main, nav, ol, p, pre, "
    "section, table, ul, details, summary, caption, html"
)
_INLINE: Final = frozenset({"span", "strong", "b", "em", "i", "font"})
_CERTAIN: Final = frozenset({"h1", "figcaption", "caption"})
_KINDS: Final = {
    "h1": "h1", "figcaption": "caption", "caption": "caption", "blockquote": "quote",
    **dict.fromkeys(HEADINGS, "heading"),
}  # fmt: skip
_SMALLEST_PICTURE: Final = 60
_NOTE_ID: Final = lazy_pattern(
    r"(?:ftn|edn|_ftn|fn|footnote|cite_note|sdfootnote|sdendnote)[-_]?\d"
)
_SHORT: Final = 160
_PART: Final = 80
_TOLD: Final = 240
_TITLED: Final = 600
_TITLE: Final = 30
_WITHIN: Final = frozenset(
    {"a", "b", "em", "font", "i", "label", "small", "span", "strong", "time"}
)
_ENDS: Final = (".", ";", ",", "!", "?", "…", ":", "”", '"')
_FEWEST: Final = 5
_DEEPEST: Final = 200
_FIGURES: Final = 3
# The day on which another article appeared, and the sign before its title.
_DAY: Final = lazy_pattern(
    r"^[»›>•*+-]+|[(\[]?(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{1,2}:\d{2}(?::\d{2})?)\b[)\]]?"
)
_BLANK: Final = lazy_pattern(r"[\s|]+")
_NUMBERED: Final = lazy_pattern(r"\(?(?:\d{1,3}|[a-zđA-Z]|[ivxIVX]{1,5})[.)]\s")


@dataclass(slots=True)
class Line:
    """One line of a page.

    Attributes:
        text: Its words, with single spaces.
        kind: What the markup says: a kind of block, ``"h1"``, ``"author"``, ``"published"``.
        linked: How many of its letters are in links.
        element: The block that holds it.
        related: Whether it stands in a box of links to other pages.
        mark: What a list has set before the words.
        moment: The date and time that an element ``time`` in it has as its value.
        strong: Whether all of it is bold.
        parts: The words of short elements within it, with what their classes say.
        slanted: Whether all of it is slanted.
        title_like: Whether it is set in large letters.
        under_picture: Whether it is the first line under a picture.
        teaser: Whether it stands under the link to another page in a box of such links.
    """

    text: str
    kind: str | None
    linked: int
    element: Any
    related: bool = False
    mark: str = ""
    moment: str | None = None
    strong: bool = False
    parts: tuple[tuple[str | None, str], ...] = ()
    slanted: bool = False
    title_like: bool = False
    under_picture: bool = False
    teaser: bool = False

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is a link, a day beside it aside."""
        words = self.text[len(self.mark) :]
        if not self.linked:
            return not words.strip("| ")
        if self.linked * 10 >= (len(words) - words.count(" ")) * 9:
            return True
        words = _BLANK.sub("", _DAY.sub("", words))
        return self.linked * 10 >= len(words) * 9


def read_lines(root: Any) -> list[Line]:
    """Return the lines under an element."""
    reader = _Reader(markup(), frozenset(framed(root)))
    reader.walk(root, None, 0, related=False)
    reader.flush()
    for before, line in pairwise(reader.lines):
        linked = before.related and before.is_link and len(before.text) > _TITLE
        line.teaser = line.related and linked and line.kind != "caption"
    return reader.lines


class _Reader:
    """One pass over a tree."""

    def __init__(self, rules: Markup, boxes: frozenset[Any], *, in_cell: bool = False) -> None:
        self.rules = rules
        self.framed = boxes
        self.lines: list[Line] = []
        self._in_cell = in_cell
        self._pieces: list[str] = []
        self._linked = self._bold = self._slanted = self._letters = 0
        self._under_picture = False
        self._moment: str | None = None
        self._parts: list[tuple[str | None, str]] = []
        self._prefix = ""
        self._looks = PLAIN
        self._element: Any = None
        self._kind: str | None = None
        self._related = False

    def walk(self, element: Any, kind: str | None, depth: int, *, related: bool) -> None:
        """Read an element; ``kind`` is what those around it say."""
        if depth > _DEEPEST:
            return
        tag, pictured = element.tag, self._under_picture
        if tag == "img":
            self._see_picture(element)
        elif tag == "time":
            self._moment = element.get("datetime") or self._moment
        apart = tag in _INLINE and (self._is_set_apart(element) or tells_picture(element))
        block = apart or tag in _BLOCKS
        if block:
            self.flush()
            words = words_of(element)
            kind = kind if kind == "caption" else self._kind_of(element, words) or kind
            away = words & self.rules.related and tag not in WHOLE and not is_body(element)
            related = related or bool(away)
            self._element, self._kind, self._related = element, kind, related
        if tag == "table":
            self._table(element, kind, depth, related=related)
        elif tag == "br":
            self._break()
        else:
            self._inside(element, kind, depth, related=related)
            if block:
                self.flush()
        if pictured and kind == "caption":  # also an empty one is that of the picture
            self._under_picture = False

    def _see_picture(self, picture: Any) -> None:
        width = whole((picture.get("width") or "").removesuffix("px"), _SMALLEST_PICTURE)
        if width >= _SMALLEST_PICTURE and not "".join(self._pieces).strip():
            self._under_picture = True

    def _break(self) -> None:
        if self._kind in ("h1", "heading", "lead"):
            self._add(" ")
        else:
            self.flush()

    def _inside(self, element: Any, kind: str | None, depth: int, *, related: bool) -> None:
        preserved = element.tag == "pre"
        number = first_number(element) if element.tag == "ol" else 0
        self._take(element.text, preserved=preserved)
        for child in element:
            if isinstance(child.tag, str):
                if child.tag == "li":
                    self.flush()
                    number = number_of(child, number)
                    self._prefix = mark_of(element, number)
                    number += 1
                around = self._element, self._kind, self._related
                self._child(child, kind, depth, related=related)
                if child.tag == "li":
                    self._end_item()
                if self._element is not around[0]:
                    self.flush()
                    self._element, self._kind, self._related = around
            self._take(child.tail, preserved=preserved)

    def _end_item(self) -> None:
        """End an item; one without words shows its number, which counts in a cell of a table."""
        self.flush()
        number, self._prefix = self._prefix.strip(), ""
        if self._in_cell and number not in ("", "-"):
            self.lines.append(Line(number, None, 0, self._element))

    def _child(self, child: Any, kind: str | None, depth: int, *, related: bool) -> None:
        if child.tag in self.rules.unread_tags or child.tag == "del" or is_icon(child):
            return
        if child.tag == "a" and (mark := _note_mark(child)):
            self._add(mark)
            return
        around = self._looks
        if child.tag in LOOKING or child.get("style"):
            self._looks = around.within(child)
        pieces, start = self._pieces, len(self._pieces)
        self.walk(child, kind, depth + 1, related=related)
        told = child.tag in _WITHIN and (child.tag == "time" or child.attrib)
        if told and pieces is self._pieces:
            self._see_part(child, "".join(pieces[start:]))
        self._looks = around

    def _see_part(self, element: Any, text: str) -> None:
        words = " ".join(text[:_PART].split())
        if not words or len(text) >= _PART:
            return
        classes = words_of(element)
        told = "published" if element.tag == "time" or classes & self.rules.published else None
        marked = classes & self.rules.author or element.get("itemprop") == "author"
        self._parts.append(("author" if marked else told, words))

    def _take(self, text: str | None, *, preserved: bool = False) -> None:
        if not text:
            return
        if preserved and "\n" in text:
            for part in text.split("\n"):
                self._add(part)
                self.flush()
            return
        self._add(text)

    def _add(self, text: str) -> None:
        if not self._pieces and text.isspace():
            return
        self._pieces.append(text)
        size = len(text) - text.count(" ") - text.count("\n")
        looks = self._looks
        self._letters += size
        self._linked += size * looks.linked
        self._bold += size * looks.bold
        self._slanted += size * looks.slanted

    def flush(self) -> None:
        """End the line."""
        if not self._pieces:
            return
        text = " ".join("".join(self._pieces).split())
        if text:
            prefix = "" if self._prefix and _NUMBERED.match(text) else self._prefix
            self._prefix = ""
            kind = self._kind
            if kind is None and not prefix:
                kind = self._shown_kind(text)
            self.lines.append(
                Line(
                    prefix + text, kind, self._linked, self._element, self._related, prefix,
                    self._moment, self._bold * 10 >= self._letters * 9, tuple(self._parts),
                    self._slanted * 10 >= self._letters * 9, is_large(self._element),
                    self._under_picture,
                )
            )  # fmt: skip
            self._under_picture, self._moment, self._parts = False, None, []
        self._pieces = []
        self._linked = self._bold = self._slanted = self._letters = 0

    def _shown_kind(self, text: str) -> str | None:
        """Return what the looks of a line say: all bold, or set apart under a picture."""
        apart = self._slanted * 10 >= self._letters * 9 or is_centred(self._element)
        if self._under_picture and apart and len(text) < CAPTION:
            return "caption"
        bold = self._bold * 10 >= self._letters * 9 and not self._under_picture
        return "bold" if bold and len(text) <= _SHORT and not text.endswith(_ENDS) else None

    def _is_set_apart(self, element: Any) -> bool:
        words = words_of(element)
        return bool(words and words & self.rules.boxes)

    def _kind_of(self, element: Any, words: frozenset[str]) -> str | None:
        tag, rules = element.tag, self.rules
        if element in self.framed:
            return "caption"
        if words and tag == "div" and _NOTE_ID.match(element.get("id") or ""):
            return "footnote"
        if tag in _CERTAIN or rules.telling.isdisjoint(words):
            return _KINDS.get(tag)
        dated = bool(words & rules.published)
        tests = (
            ("h1", words & rules.title and is_short(element, _TITLED)),
            ("caption", words & rules.caption),
            ("lead", words & rules.lead and tag not in WHOLE and not is_body(element)),
            ("published", dated and tag in HEADINGS and is_dated(element)),
            ("heading", words & rules.heading and is_short(element, _PART)),
            (_KINDS.get(tag), tag in _KINDS),
            ("author", words & rules.author and is_short(element, _TOLD)),
            ("published", dated and is_short(element, _TOLD)),
        )
        return next((kind for kind, is_told in tests if is_told), None)

    def _table(self, table: Any, kind: str | None, depth: int, *, related: bool) -> None:
        """Read a table: of data as rows, of a picture as its caption, else cell by cell."""
        found: list[tuple[Row, list[Line]]] = []
        held: dict[int, list[Line]] = {}
        pictured = False
        for row, cells in rows_of(table):
            inner: list[Line] = []
            for cell, element in zip(row.cells, cells, strict=True):
                if element is None:
                    continue
                reader = _Reader(self.rules, self.framed, in_cell=True)
                told = reader._kind_of(element, words_of(element)) or kind
                reader._element, reader._kind = element, told
                reader.walk(element, told, depth + 1, related=related)
                reader.flush()
                pictured = reader._under_picture
                cell.lines = [line.text for line in reader.lines]
                held[id(cell)] = reader.lines
                inner += reader.lines
            if inner:
                found.append((row, inner))
        if not found:
            self._under_picture = self._under_picture or pictured
            return
        rows = [row for row, _ in found]
        links = [line.is_link for _, inner in found for line in inner]
        related = related or (len(links) > 1 and all(links))
        if is_picture(table, rows, words_of(table) & self.rules.pictures):
            for line in (line for _, inner in found for line in inner):
                line.kind = "caption"
                self.lines.append(line)
        elif _is_layout(table, rows):
            cells = in_reading_order(rows)
            self.lines += (line for cell in cells for line in held.get(id(cell), ()))
        else:
            self._rows(table, found, related=related)

    def _rows(self, table: Any, found: list[tuple[Row, list[Line]]], *, related: bool) -> None:
        first, last = data_rows([row for row, _ in found])
        for at, (row, inner) in enumerate(found):
            if first <= at < last:
                linked = sum(line.linked for line in inner)
                self.lines.append(Line(in_bars(row), "table", linked, table, related))
            else:
                self.lines += inner


def _note_mark(link: Any) -> str:
    """Return the mark of a note that a raised figure links to, as ``[1]``; ``""`` for others."""
    if not link.get("href", "").startswith("#"):
        return ""
    words = link.text_content().strip()
    if not (words.isdecimal() and len(words) <= _FIGURES):
        return ""
    raised = link.getparent().tag == "sup" or next(link.iter("sup"), None) is not None
    named = (link.get("class") or "").lower().startswith(("sdfootnote", "sdendnote"))
    return (
        f"[{words}] "
        if named and "sym" in link.get("class", "")
        else (f"[{words}]" if raised or named else "")
    )


def _is_layout(table: Any, rows: list[Row]) -> bool:
    wide = sum(sum(bool(cell.lines) for cell in row.cells) > 2 for row in rows)
    drawn = is_drawn(table)
    nested = any(inner is not table for inner in table.iter("table"))
    if wide < _FEWEST and nested and not (drawn and wide > 1):
        return True
    cells = [cell for row in rows for cell in row.cells if cell.lines]
    if any(sum(map(len, cell.lines)) > 2000 for cell in cells) and len(cells) < 8:
        return True
    return is_page(rows, drawn)
