"""One spelling for names that are written in several: *Kỳ* and *Kì*, *Y Ðăm* and *Y-đăm*."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# A syllable whose only vowel is y after one of these is written with i as well.
_Y: Final = re.compile(r"(?<!\w)(h|k|l|m|s|t|v|qu)y([\u0300\u0301\u0303\u0309\u0323]?)(?!\w)")
_MARKS: Final = re.compile(r"['’ʼ`-]")


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
