"""What a misspelt name of a unit may have meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE, Gazetteer, name_key
from vnpolitext.text.tones import without_marks

_ALIKE: Final = 0.8


def did_you_mean(known: Gazetteer, name: str, level: int = PROVINCE | DISTRICT | COMMUNE) -> str:
    """Return a question that offers the name most like ``name``; empty if none is like it.

    One with the same letters, without tones and marks, is most like it.
    """
    names = [key for key, mask in known.masks.items() if mask & level]
    key = name_key(name)
    plain = without_marks(key)
    close = [each for each in names if without_marks(each) == plain][:1]
    close = close or get_close_matches(key, names, n=1, cutoff=_ALIKE)
    return f"; did you mean {known.rows[known.find(close[0])[0]][1]!r}?" if close else ""
