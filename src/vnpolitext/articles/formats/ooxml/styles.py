"""Paragraph styles: what a paragraph has from its style and those it is based on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.ooxml.package import Element, W, is_on, value

_DEEPEST: Final = 30
_BODY: Final = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What counts of a style, with what it inherits.

    Attributes:
        heading: Whether it is a heading of any level, or a title.
        number: Identifier of its list, or ``""``.
        level: Level in that list.
        font: Name of its font, or ``""``.
        bordered: Whether a table of this style has borders.
        hidden: Whether its text is hidden.
        capitals: Whether its text is shown in capitals.
    """

    heading: bool = False
    number: str = ""
    level: int = 0
    font: str = ""
    bordered: bool = False
    hidden: bool = False
    capitals: bool = False


class Styles:
    """The styles of a document, by identifier."""

    def __init__(self, root: Element | None) -> None:
        """Read the part ``styles``."""
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        self.font = ""
        for element in root.iter(W + "style") if root is not None else ():
            identifier = element.get(W + "styleId", "")
            self._elements[identifier] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in (
                "1",
                "true",
            ):
                self.default = identifier
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self.font = font_of(defaults)

    def fonts(self) -> frozenset[str]:
        """Return the names of all fonts that styles ask for."""
        styles = self._elements.values()
        return frozenset((self.font, *(font_of(style.find(W + "rPr")) for style in styles)))

    def get(self, identifier: str) -> Style:
        """Return a style; an unknown one has nothing."""
        if identifier not in self._known:
            self._known[identifier] = self._read(identifier)
        return self._known[identifier]

    def _read(self, identifier: str) -> Style:
        heading = bordered = hidden = False
        capitals: bool | None = None
        number, level, font = "", None, ""
        seen: set[str] = set()
        while identifier in self._elements and identifier not in seen and len(seen) < _DEEPEST:
            seen.add(identifier)
            element = self._elements[identifier]
            properties = element.find(W + "pPr")
            numbering = properties.find(W + "numPr") if properties is not None else None
            name = value(element, "name").lower()
            outline = whole(value(properties, "outlineLvl"), _BODY)
            heading = heading or name.startswith(("heading ", "title", "subtitle"))
            heading = heading or outline < _BODY
            number = number or value(numbering, "numId")
            if level is None:
                level = whole(value(numbering, "ilvl"), None)
            font = font or font_of(element.find(W + "rPr"))
            hidden = hidden or is_on(element.find(W + "rPr"), "vanish")
            if capitals is None and element.find(f"{W}rPr/{W}caps") is not None:
                capitals = is_on(element.find(W + "rPr"), "caps")
            bordered = bordered or has_borders(element.find(W + "tblPr"), "tblBorders")
            identifier = value(element, "basedOn")
        return Style(heading, number, level or 0, font, bordered, hidden, bool(capitals))


def font_of(properties: Element | None) -> str:
    """Return the name of the font in the properties of a run, in lower case, or ``""``."""
    fonts = properties.find(W + "rFonts") if properties is not None else None
    if fonts is None:
        return ""
    return str(fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "").lower()


def has_borders(properties: Element | None, name: str) -> bool:
    """Whether the properties of a table or cell draw lines."""
    borders = properties.find(W + name) if properties is not None else None
    return borders is not None and any(
        line.get(W + "val", "none") not in ("none", "nil") for line in borders
    )
