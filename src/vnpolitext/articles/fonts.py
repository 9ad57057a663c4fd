"""Text in fonts of old encodings: letters that a font shows as others."""

from __future__ import annotations

from functools import lru_cache

from vnpolitext.articles.legacy import decode_letters
from vnpolitext.models import model_file, read_table


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
        self._stretches: list[tuple[list[str], tuple[str, bool] | None]] = []
        self.encodings: frozenset[str] = frozenset()

    def add(self, text: str, font: str) -> None:
        """Add letters that are shown in a font, named in lower case."""
        known = encoding_of(font) if font else None
        if self._stretches and self._stretches[-1][1] == known:
            self._stretches[-1][0].append(text)
        else:
            self._stretches.append(([text], known))

    def text(self) -> str:
        """Return the text."""
        return "".join(self._converted("".join(parts), known) for parts, known in self._stretches)

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
