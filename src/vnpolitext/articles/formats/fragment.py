"""HTML without a page around it: the body of an article as systems for websites keep it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.text.patterns import lazy_pattern

if TYPE_CHECKING:
    from vnpolitext.articles.formats.html.lines import Line

_BLOCKS: Final = "article|blockquote|center|div|dl|figure|h[1-6]|header|main|ol|p|section|table|ul"
_OPENING: Final = lazy_pattern(
    rf"\s*+(?:<(?:(?:a|b|br|em|font|i|img|small|span|strong|{_BLOCKS})(?:\s[^<>]{{0,2000}})?/?"
    r"|!--[^<>]{0,500})>\s*+)++",
    re.IGNORECASE,
)
_TAG: Final = lazy_pattern(
    r"<(?:(/?)([a-z][a-z0-9]{0,19})(?:\s[^<>]{0,4000})?|!--[^<>]{0,4000})>", re.IGNORECASE
)
_BLOCK: Final = lazy_pattern(rf"(?:{_BLOCKS})$", re.IGNORECASE)
_MARKDOWN: Final = lazy_pattern(r"^(?:#{1,6}[ \t]+\S|```|~~~)", re.MULTILINE)
_PAGE: Final = lazy_pattern(r"\s*+(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_KEPT: Final = frozenset({"lead", "caption", "quote", "table", "footnote"})
_HEADINGS: Final = frozenset({"h1", "heading"})
_MOST_OUTSIDE: Final = 0.1


def is_fragment(text: str) -> bool:
    r"""Whether a text is HTML, all but a little of it inside elements that make lines.

    Example:
        >>> is_fragment("<p>Sáng nay, xã họp.</p>\\n<p>Các thôn đều dự.</p>")
        True
        >>> is_fragment("<p><img src='a.png'></p>\\n\\nSáng nay, xã họp bàn việc làm đường.")
        False
    """
    if not _OPENING.match(text) or _PAGE.match(text) or _MARKDOWN.search(text):
        return False
    depth = outside = at = blocks = 0
    for tag in _TAG.finditer(text):
        if not depth:
            outside += len(text[at : tag.start()].strip())
        at = tag.end()
        if tag[2] and _BLOCK.match(tag[2]):
            blocks += 1
            depth = max(0, depth - 1) if tag[1] else depth + 1
    if not depth:
        outside += len(text[at:].strip())
    return blocks > 1 and outside <= _MOST_OUTSIDE * len(text)


def read_body(text: str) -> Reading:
    """Return the text of an article: the lines of one in HTML, any other as it is.

    Raises:
        ImportError: It is HTML, and lxml is not installed.
    """
    return read_fragment(text) if is_fragment(text) else Reading(text)


def read_fragment(text: str) -> Reading:
    """Return the lines of a fragment, with the kinds that its elements tell.

    Raises:
        ValueError: There are no words in it.
        ImportError: lxml is not installed.
    """
    from vnpolitext.articles.formats.html.content import without_links
    from vnpolitext.articles.formats.html.fonts import convert_fonts
    from vnpolitext.articles.formats.html.lines import read_lines
    from vnpolitext.articles.formats.html.pictures import shows_picture
    from vnpolitext.articles.formats.html.tree import parse
    from vnpolitext.layout.marks import is_name

    root = parse(text)
    fonts = convert_fonts(root, text, decoded=False)
    draft = Draft()
    lines = list(without_links(read_lines(root), is_news=False))
    signed = _signature(lines)
    for number, line in enumerate(lines):
        kind = line.kind if line.kind in _KEPT else None
        if number == signed:
            draft.add(line.text, "signature")
            continue
        if line.kind in _HEADINGS or (line.kind == "bold" and not is_name(line.text)):
            kind = "heading"
        elif shows_picture(lines, number):
            kind = "caption"
        draft.add(line.text, kind)
    return draft.reading({"encoding": "+".join(sorted(fonts))} if fonts else {})


def _signature(lines: Sequence[Line]) -> int | None:
    """Return which line names who wrote the text: the last one but for pictures and the source."""
    from vnpolitext.layout.marks import is_initials, is_name
    from vnpolitext.layout.phrases import phrases

    for number in range(len(lines) - 1, 0, -1):
        text = lines[number].text.strip()
        if lines[number].kind == "caption" or text.lower().startswith(phrases().takeovers):
            continue
        if text.startswith(("http://", "https://")) or not text:
            continue
        return number if is_name(text) or ("." in text and is_initials(text)) else None
    return None
