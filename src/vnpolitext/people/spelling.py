"""One spelling for names that are written in several: *Kỳ* and *Kì*, *Y Ðăm* and *Y-đăm*."""

from __future__ import annotations

import unicodedata
from typing import Final

from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import surnames

# A syllable whose only vowel is y after one of these is written with i as well.
_Y: Final = lazy_pattern(r"(?<!\w)(h|k|l|m|s|t|v|qu)y([\u0300\u0301\u0303\u0309\u0323]?)(?!\w)")
_MARKS: Final = lazy_pattern(r"['’ʼ`-]")
_SHORTEST: Final = 3


def without_baptismal(name: str) -> str:
    """Return a folded name without the name of a saint or of a foreign land before it.

    Args:
        name: The name, folded.

    Returns:
        The name from the family name on, where at least three words of a Vietnamese name follow.

    Example:
        >>> without_baptismal("phaolô bùi văn đọc"), without_baptismal("đa minh lê văn tám")
        ('bùi văn đọc', 'lê văn tám')
        >>> without_baptismal("hoàng lê minh"), without_baptismal("phaolô nguyễn")
        ('hoàng lê minh', 'phaolô nguyễn')
    """
    words = name.split()
    known = surnames()
    if words and (words[0] in known.strong or words[0] in known.weak):
        return name
    for at in range(1, len(words) - _SHORTEST + 1):
        if words[at] in known.core:
            return " ".join(words[at:])
    return name


def is_ordinary(name: str) -> bool:
    """Return whether a folded name is a family name, a middle name and a given name.

    >>> is_ordinary("nguyễn văn cúc"), is_ordinary("mười cúc")
    (True, False)
    """
    words = name.split()
    return len(words) >= _SHORTEST and words[0] in surnames().strong


def baptismal_name(name: str) -> str:
    """Return what stands before the family name of a folded name, or an empty string.

    >>> baptismal_name("phaolô bùi văn đọc")
    'phaolô'
    """
    return name.removesuffix(without_baptismal(name)).strip()


def spelled_alike(name: str) -> str:
    """Return a folded name in the spelling that all its variants share.

    Args:
        name: The name, folded: lower case, modern tone placement, single spaces.

    Returns:
        The name with *i* for *y* where both are written, without apostrophes and hyphens.

    Example:
        >>> spelled_alike("vi văn kỳ") == spelled_alike("vi văn kì")
        True
        >>> spelled_alike("trần sỹ quý") == spelled_alike("trần sĩ quí")
        True
        >>> spelled_alike("lê văn huy") == spelled_alike("lê văn hui")
        False
    """
    decomposed = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", _MARKS.sub("", _Y.sub(r"\1i\2", decomposed)))
