"""The words of one paragraph, as the page shows them."""

from __future__ import annotations

from typing import Final

from vnpolitext.articles.fonts import FontText
from vnpolitext.articles.formats.ooxml.package import Element, W, is_on, value
from vnpolitext.articles.formats.ooxml.styles import Style, Styles, font_of

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SIGNS: Final = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-",
    W + "sym": "", W + "softHyphen": "",
}  # fmt: skip
_GONE: Final = frozenset(
    W + name for name in ("del", "moveFrom", "delText", "instrText", "rPr", "pPr", "sdtPr")
)
_FIRST: Final = 0x20
_PRIVATE: Final = 0xF000
_LAST: Final = 0x10000
_NOTES: Final = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


class Words:
    """Collects the words of a paragraph, and the text boxes and notes that hang on it.

    Attributes:
        boxes: Contents of text boxes, in order.
        notes: Kind and identifier of each note.
        bold: Whether all words are bold.
    """

    def __init__(
        self, styles: Styles, style: Style, first_note: dict[str, int], *, old_fonts: bool
    ) -> None:
        """Begin a paragraph of a style.

        Args:
            styles: The styles of the document.
            style: That of the paragraph.
            first_note: How many notes of each kind stand before it; counted on.
            old_fonts: Whether fonts of old encodings show what they are named for.
        """
        font = style.font or styles.font if old_fonts else ""
        self._old_fonts = old_fonts
        self._capitals = style.capitals
        self._styles = styles
        self._font = font
        self._text = FontText()
        self._numbers = first_note
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str, str]] = []

    def text(self) -> str:
        """Return the words."""
        return self._text.text()

    @property
    def encodings(self) -> frozenset[str]:
        """Old encodings whose fonts were used."""
        return self._text.encodings

    def read(self, element: Element, font: str | None = None) -> None:
        """Take the words under an element."""
        font = self._font if font is None else font
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, font)
            elif tag == W + "t":
                self._text.add(child.text or "", font, capitals=self._capitals)
            elif tag in _SIGNS:
                self._sign(child, font)
            elif tag in _NOTES:
                self._note(_NOTES[tag], child.get(W + "id", ""))
            elif tag == _MATH_TEXT:
                self._text.add(child.text or "", "")
            elif tag == _MC + "AlternateContent":
                self._alternative(child, font)
            elif tag == W + "txbxContent":
                self.boxes.append(child)
            elif tag not in _GONE and isinstance(tag, str):
                self.read(child, font)

    def _sign(self, element: Element, font: str) -> None:
        if element.tag == W + "softHyphen":
            self._text.add_hyphen(font, capitals=self._capitals)
        elif element.tag == W + "sym":
            symbol = _symbol(element.get(W + "char", ""))
            self._text.add(symbol, "" if symbol else font)
        else:
            self._text.add(_SIGNS[element.tag], font)

    def _run(self, run: Element, font: str) -> None:
        properties = run.find(W + "rPr")
        if properties is not None:
            if is_on(properties, "vanish"):
                return
            style = self._styles.get(value(properties, "rStyle"))
            if style.hidden:
                return
            font = (font_of(properties) or style.font or font) if self._old_fonts else ""
            whole = self._capitals
            self._capitals = is_on(properties, "caps", default=whole or style.capitals)
            self.read(run, font)
            self._capitals = whole
            return
        self.read(run, font)

    def _alternative(self, element: Element, font: str) -> None:
        """Take the first choice; the fallback says the same once more."""
        chosen = element.find(_MC + "Choice")
        fallback = element.find(_MC + "Fallback")
        if chosen is not None and (
            fallback is None or next(chosen.iter(W + "t"), None) is not None
        ):
            self.read(chosen, font)
        elif fallback is not None:
            self.read(fallback, font)

    def _note(self, kind: str, identifier: str) -> None:
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        count = self._numbers[kind]
        mark = f"[{count}]" if kind == "footnotes" else f"[*{count}]"
        self._text.add(mark, "")
        self.notes.append((kind, identifier, mark))


def _symbol(code: str) -> str:
    """Return the sign of a symbol font, which its code names in the private area."""
    try:
        number = int(code or "0", 16)
    except ValueError:
        return ""
    if not _FIRST <= number < _LAST:
        return ""
    return chr(number if number >= _PRIVATE else number + _PRIVATE)
