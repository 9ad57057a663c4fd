"""Text in fonts of old encodings: letters that a font shows as others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from vnpolitext.articles.legacy import MODERN, decode_letters
from vnpolitext.models import model_file, read_table

_MISNAMED: Final = 0.2
_HYPHEN: Final = "\xad"


def hold_unicode(stretches: Iterable[str]) -> bool:
    """Whether the stretches of a document in old fonts are Unicode, and the fonts only named so.

    A program that lacks a font takes another one and keeps the name. Words without letters that
    only Unicode has (``ông``) could be either, so the document decides.

    >>> hold_unicode(["Bí thư ", "ông Bình"]), hold_unicode(["BÝ th­", "«ng B×nh"])
    (True, False)
    """
    marked = [text for text in stretches if not text.isascii()]
    modern = sum(MODERN.search(text) is not None for text in marked)
    return modern > _MISNAMED * len(marked)


class FontText:
    """Text with the font of each stretch, converted where the font is of an old encoding.

    Example:
        >>> words = FontText()
        >>> words.add("Huyện ", "times new roman")
        >>> words.add("ñy Tr", ".vntime")
        >>> words.add("Çn", ".vntime")
        >>> words.text(), words.encodings
        ('Huyện ủy Trần', frozenset({'tcvn3'}))
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._stretches: list[tuple[list[str], tuple[str, bool] | None, bool]] = []
        self.encodings: frozenset[str] = frozenset()

    def add(self, text: str, font: str, *, capitals: bool = False) -> None:
        """Add letters that are shown in a font, named in lower case, or in capitals."""
        known = encoding_of(font) if font else None
        if self._stretches and self._stretches[-1][1:] == (known, capitals):
            self._stretches[-1][0].append(text)
        else:
            self._stretches.append(([text], known, capitals))

    def add_hyphen(self, font: str, *, capitals: bool = False) -> None:
        """Add a place where a word may be broken; in some old fonts the same code is a letter."""
        if font and (known := encoding_of(font)) and decode_letters(_HYPHEN, known[0]) != _HYPHEN:
            self.add(_HYPHEN, font, capitals=capitals)

    def text(self) -> str:
        """Return the text."""
        found: list[str] = []
        for parts, known, capitals in self._stretches:
            words = self._converted("".join(parts), known)
            found.append(words.upper() if capitals else words)
        return "".join(found)

    def _converted(self, text: str, known: tuple[str, bool] | None) -> str:
        if known is None or not text.strip():
            return text
        name, capitals = known
        converted = decode_letters(text, name)
        if converted is None:
            return text
        if not text.isascii():
            self.encodings |= {name}
        return converted.upper() if capitals else converted


@lru_cache(maxsize=512)
def encoding_of(font: str) -> tuple[str, bool] | None:
    """Return the encoding of an old Vietnamese font, and whether all its letters are capitals.

    >>> encoding_of(".vntimeh"), encoding_of("vni-times"), encoding_of("times new roman")
    (('tcvn3', True), ('vni', False), None)
    """
    for prefix, name in _fonts():
        if font.startswith(prefix):
            return name, name == "tcvn3" and font.endswith("h")
    return None


@lru_cache(maxsize=1)
def _fonts() -> tuple[tuple[str, str], ...]:
    path = model_file("articles", "legacy-encodings", "fonts.tsv")
    return tuple(read_table(path, ("font", "encoding")))  # type: ignore[arg-type]
