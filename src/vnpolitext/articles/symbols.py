"""Signs of symbol fonts, which programs keep in the private area of Unicode."""

from __future__ import annotations

from typing import Final

from vnpolitext.text.patterns import lazy_pattern

SYMBOLS: Final = {
    **dict.fromkeys(
        (0xF06C, 0xF06E, 0xF071, 0xF075, 0xF076, 0xF077, 0xF09F, 0xF0A7, 0xF0B7, 0xF0D8), "•"
    ),
    **dict.fromkeys((0xF0AE, 0xF0DE, 0xF0E0, 0xF0E8, 0xF0F0), "→"),
    0xF02D: "-", 0xF0A8: "☐", 0xF0FC: "✓", 0xF0FD: "☒", 0xF0FE: "☑",
    0xF0B0: "°", 0xF0B1: "±", 0xF0B3: "≥", 0xF0B4: "×", 0xF0B9: "≠", 0xF0BB: "≈",
}  # fmt: skip
"""Letters by the codes that Symbol and Wingdings have for them; all bullets are ``•``."""

_PRIVATE: Final = lazy_pattern("[\uf020-\uf0ff]")


def show_symbols(text: str) -> str:
    r"""Return a text with the signs of symbol fonts that are known as signs of Unicode.

    >>> show_symbols("\uf0b7 Rà soát cán bộ")
    '• Rà soát cán bộ'
    """
    return text.translate(SYMBOLS) if _PRIVATE.search(text) else text
