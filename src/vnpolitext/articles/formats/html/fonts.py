"""Fonts of old encodings in an HTML page: text that only these fonts show as Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from vnpolitext.articles.fonts import FontText, encoding_of, hold_unicode
from vnpolitext.text.patterns import lazy_pattern

# Addresses end in .vn, too; a font is named where one is asked for. In small letters both ways
# begin with one letter, so that the matcher passes over all others.
_NAMED: Final = re.compile(
    rb"f(?:(?<=\bf)ace\s{0,4}=|ont-family\s{0,4}:)(?:\s|[\"']|&\w{1,6};|\\){0,6}"
    rb"(?:\.vn|abc|vni[- ]|vps|viscii)"
)
_FAMILY: Final = lazy_pattern(r"font-family\s{0,4}:\s{0,4}([^;}]{1,200})", re.IGNORECASE)
_LONGEST: Final = 1000
_SELECTOR: Final = lazy_pattern(r"(\w{0,20})\.([\w-]{1,60})$|(\w{1,20})$")


def convert_fonts(root: Any, source: str, *, decoded: bool) -> frozenset[str]:
    """Convert in its place the text of a page that stands in fonts of old encodings.

    Args:
        root: The page.
        source: Its source, which tells at once whether it names such a font.
        decoded: Whether its bytes were in such an encoding; then only fonts of capitals matter.

    Returns:
        The encodings of the fonts.
    """
    if not _NAMED.search(source.encode("utf-8", "replace").lower()):
        return frozenset()
    held = list(_stretches(root, _classes(root)))
    if decoded:
        for element, side, font in held:
            if (known := encoding_of(font)) and known[1]:
                setattr(element, side, getattr(element, side).upper())
        return frozenset()
    if hold_unicode(getattr(element, side) for element, side, _ in held):
        return frozenset()
    found: set[str] = set()
    for element, side, font in held:
        words = FontText()
        words.add(getattr(element, side), font)
        setattr(element, side, words.text())
        found.update(words.encodings)
    return frozenset(found)


def _stretches(root: Any, classes: dict[str, str]) -> Iterator[tuple[Any, str, str]]:
    """Yield the places of text in old fonts: an element, ``"text"`` or ``"tail"``, the font."""
    pending: list[tuple[Any, str]] = [(root, "")]
    while pending:
        element, font = pending.pop()
        font = _font(element, classes) or font
        old = encoding_of(font) is not None if font else False
        if old and element.text and element.text.strip():
            yield element, "text", font
        for child in element:
            if old and child.tail and child.tail.strip():
                yield child, "tail", font
            if isinstance(child.tag, str) and child.tag != "style":
                pending.append((child, font))


def _font(element: Any, classes: dict[str, str]) -> str:
    """Return the first font that an element asks for, in lower case."""
    if family := _FAMILY.search(element.get("style") or ""):
        return _first(family[1])
    if face := element.get("face"):
        return _first(face)
    names = (element.get("class") or "").lower().split()
    told = (classes.get(f".{name}") for name in names)
    return next(filter(None, told), None) or classes.get(element.tag, "")


def _first(family: str) -> str:
    return family.partition(",")[0].strip(" \"'\n\r\t").lower()


def _classes(root: Any) -> dict[str, str]:
    """Return the fonts of classes and tags, as the style sheets in the page say."""
    found: dict[str, str] = {}
    for sheet in root.iter("style"):
        for rule in (sheet.text or "").split("}"):
            selectors, _, declarations = rule.rpartition("{")
            family = _FAMILY.search(declarations)
            if family is None:
                continue
            for selector in selectors[-_LONGEST:].split(","):
                if match := _SELECTOR.search(selector.strip()):
                    name = f".{match[2]}" if match[2] else match[3] or ""
                    found[name.lower()] = _first(family[1])
    return found
