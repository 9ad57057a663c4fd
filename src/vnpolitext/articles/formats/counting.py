"""Numbers of lists, in the formats in which office programs and browsers count."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from vnpolitext.text.numerals import roman

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
        "I": "upperRoman", "01": "decimalZero",
    }
)  # fmt: skip
"""Names of the formats that HTML and OpenDocument call by their first number."""


def in_format(number: int, name: str) -> str:
    """Return a number as a list format writes it.

    >>> in_format(4, "upperRoman"), in_format(28, "lowerLetter"), in_format(3, "decimalZero")
    ('IV', 'bb', '03')
    """
    if name in ("none", "bullet"):
        return ""
    word = ""
    if name.endswith("Letter") and number > 0:
        count, rest = divmod(number - 1, 26)
        word = chr(97 + rest) * (count + 1)
    elif name.endswith("Roman") and number > 0:
        word = roman(number)
    if word:
        return word.upper() if name.startswith("upper") else word
    return f"{number:02d}" if name == "decimalZero" else str(number)
