"""Layout: which lines of a page are title, metadata, text, caption, signature, chrome."""

import re
from typing import Final

from vnpolitext.articles.head import mark_head
from vnpolitext.articles.layout import Layout, layout
from vnpolitext.articles.lines import Unit, begins_item, join_wrapped, split_lines
from vnpolitext.articles.marks import is_name, mark_line
from vnpolitext.articles.records import Block
from vnpolitext.articles.tail import mark_tail
from vnpolitext.text.view import View

_PUBLIC: Final = {"chrome": "boilerplate", "rule": "boilerplate", "site": "boilerplate"}
_MERGED: Final = frozenset({"boilerplate", "table", "byline", "signature", "title"})
_CAPTION: Final = 400
_HEADING: Final = 160
_ENDS: Final = (".", ";", ",", "!", "?", "…", ":")
_ROMAN: Final = re.compile(r"[IVXLC]{1,6}\s?[.\-)/]\s?[^\W\d_]")
_DIVISION: Final = re.compile(r"(?:chương|mục|phần|điều|tiểu mục)\s(?:[\divxlc]{1,6}\b|thứ )")
_SENTENCE: Final = re.compile(r"[.!?…][”\"]?\s+(?=[^\W\d_])")
_REFERENCES: Final = re.compile(r"(?:\[\s?\d{1,3}\s?\]\s?){1,9}$")
_MARKS: Final = 40
_OPENING: Final = '“"«'
_CLOSING: Final = '”"»'


def find_blocks(text: str | View) -> tuple[Block, ...]:
    r"""Split a page into blocks (*bố cục trang*), in text order, without overlaps.

    Blanks, bullets and heading marks around a block stay outside of it. Lines that a hard wrap has
    split are one block; so are runs of table, metadata, signature or chrome lines.

    Args:
        text: The text as it was read, or a view of it.

    Example:
        >>> page = "BÁO ĐIỆN TỬ SÔNG MÂY\nXã Mây họp\n14/05/2021 03:22 PM\n\nSáng nay, xã họp."
        >>> [(block.kind, block.text) for block in find_blocks(page)][:2]
        [('boilerplate', 'BÁO ĐIỆN TỬ SÔNG MÂY'), ('title', 'Xã Mây họp')]
    """
    view = View.of(text)
    lines = list(split_lines(view))
    marks = [mark_line(line) for line in lines]
    alone = [mark is not None or "#" in line.mark for mark, line in zip(marks, lines, strict=True)]
    by_line = {id(line): mark for line, mark in zip(lines, marks, strict=True)}
    units = join_wrapped(lines, alone)
    kinds = [by_line[id(unit.head)] for unit in units]
    rules = layout()
    mark_head(units, kinds, rules)
    mark_tail(units, kinds, rules)
    for index in range(len(units)):
        if kinds[index] is None:
            kinds[index] = _body_kind(units, kinds, index, rules)
    return _merge(view.source, units, [_PUBLIC.get(kind or "", kind) for kind in kinds])


def _body_kind(units: list[Unit], kinds: list[str | None], index: int, rules: Layout) -> str:
    unit = units[index]
    text = unit.text
    if "#" in unit.head.mark:
        return "heading"
    if _is_caption(units, kinds, index, rules):
        return "caption"
    if ">" in unit.head.mark or _is_quote(text):
        return "quote"
    if _is_heading(unit):
        return "heading"
    if index + 1 < len(units) and _announces(unit, units[index + 1]):
        return "caption" if _is_remark(unit) else "heading"
    return "paragraph"


def _is_caption(units: list[Unit], kinds: list[str | None], index: int, rules: Layout) -> bool:
    text = units[index].text
    words = text.lower().lstrip("-–*([ ")
    if len(text) > _CAPTION:
        return False
    if words.startswith(rules.caption_prefixes):
        return True
    last = words[-60:]
    credit = any((at := last.rfind(mark)) >= 0 and at > 0 for mark in rules.credits)
    if credit and not begins_item(units[index].head):
        return True
    if index == 0 or kinds[index - 1] != "image":
        return False
    sentences = len(_SENTENCE.findall(text)) + 1
    return not begins_item(units[index].head) and (
        not text.endswith(_ENDS) or (sentences == 1 and len(text) <= 220 and text.endswith("."))
    )


def _is_quote(text: str) -> bool:
    bare = text.rstrip(" .,;")
    if len(bare) < 20 or bare[0] not in _OPENING or bare[-1] not in _CLOSING:
        return False
    inner = bare[1:-1]
    return not any(mark in inner for mark in _CLOSING)


def _is_heading(unit: Unit) -> bool:
    text = _without_references(unit.text)
    if len(text) > _HEADING or len(unit.lines) > 2:
        return False
    if _DIVISION.match(text.lower()):
        return not text.endswith((".", ";", "”", '"', ":"))
    if text.endswith(_ENDS) or text.startswith(("-", "+")):
        return False
    return bool((text.isupper() and len(text) > 3) or unit.head.bold or _ROMAN.match(text))


def _is_remark(unit: Unit) -> bool:
    """Whether a line in italics says what a picture shows that is not there any more."""
    plain = not begins_item(unit.head) and not any(mark in unit.text for mark in "():")
    return unit.head.italic and plain and len(unit.text.split()) > 5


def _announces(unit: Unit, after: Unit) -> bool:
    """Whether a short line without a mark of its own is the heading of what follows."""
    text = _without_references(unit.text)
    if len(text) > 100 or len(after.text) <= len(text) or is_name(text) or text[:1].islower():
        return False
    if not text or text.endswith(_ENDS) or text.startswith(("-", "+")) or len(unit.lines) > 2:
        return False
    if begins_item(unit.head):
        return not (begins_item(after.head) and after.text[0].isdigit() == text[0].isdigit())
    ended = _without_references(after.text).endswith(_ENDS)
    return unit.head.gap and after.head.gap and ended


def _without_references(text: str) -> str:
    """Return ``text`` without the marks of notes behind it, such as ``[1][2]``."""
    return text[:-_MARKS] + _REFERENCES.sub("", text[-_MARKS:])


def _goes_on(unit: Unit) -> bool:
    """Whether a heading in capitals before can go on in the line."""
    return unit.text.isupper() and not unit.head.gap and not begins_item(unit.head)


def _merge(source: str, units: list[Unit], kinds: list[str | None]) -> tuple[Block, ...]:
    spans: list[tuple[int, int, str]] = []
    loud = False
    for unit, kind in zip(units, kinds, strict=True):
        same = bool(spans) and spans[-1][2] == kind
        if same and (kind in _MERGED or (kind == "heading" and loud and _goes_on(unit))):
            first, last, name = spans[-1]
            spans[-1] = (first, unit.end, name)
            loud = loud and not any(map(str.islower, source[last : unit.end]))
        else:
            spans.append((unit.start, unit.end, kind or "paragraph"))
            loud = source[unit.start : unit.end].isupper()
    return tuple(Block(start, end, source[start:end], kind) for start, end, kind in spans)
