"""Numbers as they are written: figures, Roman numerals, words."""

from collections.abc import Mapping
from typing import Final

from vnpolitext.models import ModelError, model_file, per_choice, read_table

_HUNDREDS: Final = ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm")
_TENS: Final = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_UNITS: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_FROM: Final = 4000
_KINDS: Final = ("cardinal", "ordinal")


def roman(number: int) -> str:
    """Return a number in small Roman numerals, in figures from 4000 on; empty for 0.

    >>> roman(14), roman(1990), roman(4000)
    ('xiv', 'mcmxc', '4000')
    """
    if number >= _FROM:
        return str(number)
    hundreds, rest = divmod(number, 100)
    thousands, hundreds = divmod(hundreds, 10)
    return "m" * thousands + _HUNDREDS[hundreds] + _TENS[rest // 10] + _UNITS[rest % 10]


_MOST_DIGITS: Final = 9
_VALUES: Final = {
    form: number for number in range(1, 90) for form in (roman(number), roman(number).upper())
}


def roman_value(text: str) -> int:
    """Return the value of a Roman numeral (*chữ số La Mã*) up to 89, or 0.

    Capitals and small letters do not mix in one: *Xi* and *Vi* are names.

    >>> roman_value("XIV"), roman_value("xiv"), roman_value("IIX"), roman_value("Xi")
    (14, 14, 0, 0)
    """
    return _VALUES.get(text, 0)


def numeral(word: str) -> int:
    """Return the number behind a folded figure, Roman numeral or word for a place in a row, or 0.

    >>> numeral("13"), numeral("xiii"), numeral("mười ba"), numeral("tư"), numeral("dân")
    (13, 13, 13, 4, 0)
    """
    if word.isdecimal():
        return int(word) if len(word) <= _MOST_DIGITS else 0
    return roman_value(word) or ordinals().get(word, 0)


def cardinals() -> Mapping[str, int]:
    """Return the words for numbers from 1 to 20 (*mười lăm*), folded."""
    return _words()["cardinal"]


def ordinals() -> Mapping[str, int]:
    """Return the words for places in a row from 1 to 20 that stand after *thứ* (*nhất*), folded."""
    return _words()["ordinal"]


@per_choice
def _words() -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {kind: {} for kind in _KINDS}
    path = model_file("lexicon", "spelling", "numerals.tsv")
    for word, kind, number in read_table(path, ("word", "kind", "number")):
        if kind not in found or not number.isdecimal():
            raise ModelError(f"{path}: {kind!r}, {number!r}: not a kind of number, or no number")
        found[kind][word] = int(number)
    return found
