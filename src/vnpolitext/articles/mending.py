"""Text whose letters were lost on the way: old encodings and UTF-8 taken for Western European."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from vnpolitext.articles.escapes import unescape_letters
from vnpolitext.articles.legacy import (
    MARKED,
    MODERN,
    decode_legacy,
    decode_letters,
    is_syllable,
    likeness,
    western_bytes,
)
from vnpolitext.text.patterns import lazy_pattern

TWICE: Final = "utf-8+utf-8"
"""Name of UTF-8 that was taken for Western European and written as UTF-8 once more."""

_SURE: Final = 0.85
_FEWEST: Final = 5
_SAMPLE: Final = 20_000
# Letters of three and two bytes, as windows-1252 shows them.
_TWICE: Final = lazy_pattern(
    "á[º»]|Ä[‘\u0090\u0091ƒ]|Æ[°¡]|Ã[\u0080-\u00bf\u2018-\u201e€‚ƒ„†‡ˆ‰Š‹ŒŽ™š›œžŸ]"
)
# Signs that no text has inside of words, and that are letters in TCVN3.
_SIGNS: Final = lazy_pattern("[^\\W\\d_][¨®\u00adµ¸¹©«¬¶·§¦¡¢£¤¥ª±]|[¨®µ¸¹©«¬¶][^\\W\\d_]")
_ASKED: Final = lazy_pattern(r"\?(?<=[^\W\d_]\?)(?=[^\W\d_]{1,6}[\s.,;?])")
_LOST: Final = lazy_pattern("[^\\W\\d_]\ufffd|\ufffd[^\\W\\d_]")
# Bytes that windows-1252 does not have: what had them shows U+FFFD, or nothing.
_UNDEFINED: Final = tuple(chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
_MOST_LOST: Final = 2
_BEYOND: Final = lazy_pattern("[^\x00-\x7f]")
_LONG: Final = 2000
_BEFORE: Final = 20


def mend(text: str, *, escaped: bool = True) -> tuple[str, str] | None:
    """Convert the lines of a text whose letters are those of another encoding.

    ``Céng hoµ x· héi`` is TCVN3 that some program took for windows-1252 before it wrote UTF-8;
    ``Nghá»‹ quyáº¿t`` is UTF-8 taken so. Lines with letters of today's Vietnamese stay as they are.

    Returns:
        The converted text and the encoding's name with the suffix ``+utf-8``, or ``None`` for any
        text that is not surely of this kind.

    Example:
        >>> mend("Nghá»‹ quyáº¿t cá»§a Tá»‰nh á»§y")
        ('Nghị quyết của Tỉnh ủy', 'utf-8+utf-8')
        >>> mend("Nghị quyết của Đảng") is None
        True
    """
    if text.isascii():
        return None
    found = mend_lines(text.split("\n"), escaped=escaped)
    return ("\n".join(found[0]), found[1]) if found else None


def mend_lines(lines: Sequence[str], *, escaped: bool = True) -> tuple[list[str], str] | None:
    """Do the same for lines; a line stays a line."""
    whole = "\n".join(lines)
    told = unescape_letters(whole) if escaped else None
    if told and told[0].count("\n") == len(lines) - 1:
        return told[0].split("\n"), told[1]
    if whole.isascii():
        return None
    suspects = [
        at for at, line in enumerate(lines) if not line.isascii() and not MODERN.search(line)
    ]
    if not suspects:
        return None
    return _mend_twice(lines, suspects) or _mend_old(lines, suspects)


def is_garbled(text: str) -> bool:
    """Whether a text has letters in it that no encoding explains.

    >>> is_garbled("Ngh\ufffd quy\ufffdt c\ufffda \ufffd\ufffdng, h\ufffdi ngh\ufffd")
    True
    """
    sample = text[:_SAMPLE]
    lost = sum(1 for _ in _TWICE.finditer(sample))
    if "\ufffd" in sample:
        lost += sum(1 for _ in _LOST.finditer(sample))
    return lost >= _FEWEST or _has_lost_letters(sample)


def _has_lost_letters(sample: str) -> bool:
    """Whether question marks stand in place of letters with marks."""
    asked = sum(1 for _ in _ASKED.finditer(sample))
    return asked >= _FEWEST and asked > sum(1 for _ in MODERN.finditer(sample))


def _mend_twice(lines: Sequence[str], suspects: Sequence[int]) -> tuple[list[str], str] | None:
    marked = [at for at in suspects if _TWICE.search(lines[at])]
    if sum(len(_TWICE.findall(lines[at])) for at in marked) < 3:
        return None
    mended = list(lines)
    for at in marked:
        mended[at] = _once_more(_once_more(lines[at]))
    sample = "\n".join(mended[at] for at in marked)[:_SAMPLE]
    return (mended, TWICE) if likeness(sample.replace("\ufffd", "")) > _SURE else None


def _once_more(line: str) -> str:
    """Return a line with one layer of UTF-8 less, where it has one."""
    if not _TWICE.search(line):
        return line
    line = line if "Ã\xa0" in line else line.replace("Ã ", "Ã\xa0")
    return " ".join(map(_once, line.split(" ")))


def _once(word: str) -> str:
    """Return a word that was written as UTF-8 twice as it was."""
    if word.isascii():
        return word
    if "\ufffd" not in word:
        return _decoded(word) or word
    gaps = word.count("\ufffd")
    if gaps > _MOST_LOST:
        return word
    found = {
        plain
        for letters in product(_UNDEFINED, repeat=gaps)
        if (plain := _decoded(_filled(word, letters))) and _is_word(plain)
    }
    if len(found) == 1:
        return found.pop()
    data = western_bytes(word.replace("\ufffd", "\x81"))
    return data.decode("utf-8", "replace") if data and len(found) == 0 else _unsure(word)


def _unsure(word: str) -> str:
    """Return a word with one sign for each letter that has lost a byte."""
    parts = re.split("([áÃÄÆ][\u0080-\uffff]?\ufffd)", word)
    return "".join("\ufffd" if at % 2 else _decoded(part) or part for at, part in enumerate(parts))


def _filled(word: str, letters: tuple[str, ...]) -> str:
    parts = word.split("\ufffd")
    return "".join(part + letter for part, letter in zip(parts, (*letters, ""), strict=True))


def _decoded(word: str) -> str | None:
    data = western_bytes(word)
    try:
        return data.decode("utf-8") if data is not None else None
    except UnicodeDecodeError:
        return None


def _is_word(text: str) -> bool:
    letters = MARKED.findall(text)
    return bool(letters) and all(is_syllable(word, strict=True) for word in letters)


def _mend_old(lines: Sequence[str], suspects: Sequence[int]) -> tuple[list[str], str] | None:
    odd = [at for at in suspects if _is_odd(lines[at])]
    sample = "\n".join(lines[at] for at in odd)[:_SAMPLE]
    if len(MARKED.findall(sample)) < _FEWEST or likeness(sample) > 0.5:
        return None
    data = western_bytes(sample)
    found = decode_legacy(data) if data is not None else None
    if not found or found[1] == "windows-1258":
        return None
    mended = list(lines)
    # Whether a letter has become a hyphen is told by all lines together.
    whole = decode_letters("\n".join(lines[at] for at in odd), found[1])
    parts = whole.split("\n") if whole is not None else []
    if len(parts) != len(odd):
        parts = [decode_letters(lines[at], found[1]) or lines[at] for at in odd]
    for at, part in zip(odd, parts, strict=True):
        mended[at] = part
    return mended, f"{found[1]}+utf-8"


def _is_odd(line: str) -> bool:
    """Whether the letters of a line that no ASCII has are none of words; of a long one, the first.

    Scripts of pages are one line of many thousand letters.
    """
    if len(line) > _LONG and (first := _BEYOND.search(line)):
        start = max(0, first.start() - _BEFORE)
        line = line[start : start + _LONG]
    return likeness(line) <= 0.5 or _SIGNS.search(line) is not None
