"""Encodings of Vietnamese text from before Unicode, recognised by the words they give."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from vnpolitext.models import ModelError, model_file, read_table
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.syllables import is_vietnamese

NAMES: Final = ("tcvn3", "vni", "vps", "viscii", "windows-1258")
_ALIASES: Final = {
    **dict.fromkeys(("abc", "tcvn", "tcvn-5712", "x-viet-tcvn5712", "vn3"), "tcvn3"),
    **dict.fromkeys(("x-viet-vps", "vps-win"), "vps"),
    **dict.fromkeys(("vni-win", "vni-windows"), "vni"),
    **dict.fromkeys(("cp1258", "windows1258"), "windows-1258"),
}
_SAMPLE: Final = 20_000
_SURE: Final = 0.85
_FEWEST: Final = 3
MARKED: Final = lazy_pattern(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_ODD: Final = lazy_pattern(r"[^\w\s\x00-\x7f“”‘’«»–—…•·°©®§½¼¾²³µ×±€]|[\x01-\x08\x0e-\x1f]")
MODERN: Final = lazy_pattern("[ăđơưĂĐƠƯ\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]")
# A syllable that ends so has the tone sắc or nặng.
_STOPPED: Final = lazy_pattern(r"(?:c|ch|p|t)$")
_STOP_TONES: Final = lazy_pattern("[\u0301\u0323]")
_HYPHENED: Final = lazy_pattern(r"[^\W\d_]+-[^\W\d_]*")
_CAPITAL_WORD: Final = lazy_pattern(r"[^\W\d_]+")


def decode_legacy(data: bytes, encoding: str | None = None) -> tuple[str, str] | None:
    """Decode bytes of an old Vietnamese encoding; return the text and the encoding's name.

    Args:
        data: The bytes of the file.
        encoding: One of ``NAMES`` or an alias; without it the best of all is taken, if the words
            it gives are Vietnamese.

    Returns:
        The text and the name, or ``None`` if no such encoding is meant.
    """
    if encoding is not None:
        name = _ALIASES.get(encoding.lower(), encoding.lower())
        return (_decoder(name)(data), name) if name in NAMES else None
    if is_broken_utf8(data):
        return None
    sample = data[:_SAMPLE]
    best = max(NAMES, key=lambda name: likeness(_decoder(name)(sample)))
    return (_decoder(best)(data), best) if likeness(_decoder(best)(sample)) > _SURE else None


def decode_letters(text: str, name: str) -> str | None:
    """Return text whose letters stand for bytes of an old encoding, or ``None`` where some cannot.

    >>> decode_letters("x· héi", "tcvn3")
    'xã hội'
    """
    data = western_bytes(text)
    return _decoder(name)(data) if data is not None else None


def likeness(text: str) -> float:
    """Return the share of the words with marks that are Vietnamese syllables, from 0 to 1.

    >>> likeness("hội nghị"), likeness("Besançon")
    (1.0, 0.0)
    """
    text = unicodedata.normalize("NFC", text)
    words = MARKED.findall(text)
    if not words:
        return 0.0
    return sum(map(is_syllable, words)) / (len(words) + len(_ODD.findall(text)))


def is_old_name(name: str) -> bool:
    """Whether a name is that of an old Vietnamese encoding, or an alias of one."""
    return _ALIASES.get(name.lower(), name.lower()) in NAMES


def western_bytes(text: str) -> bytes | None:
    """Return the bytes that a Western European reading has made these letters of."""
    data = bytearray()
    for letter in text:
        code = ord(letter)
        if code > 255:
            known = letter.encode("cp1252", "ignore")
            if not known:
                return None
            code = known[0]
        data.append(code)
    return bytes(data)


@lru_cache(maxsize=20_000)
def is_syllable(word: str, *, strict: bool = False) -> bool:
    """Whether a word has the form of a syllable; a strict look asks for the tone, too.

    >>> is_syllable("họp", strict=True), is_syllable("hỏp", strict=True), is_syllable("hỏp")
    (True, False, True)
    """
    letters = unicodedata.normalize("NFD", word.lower())
    tones = sum(letter in "\u0300\u0301\u0303\u0309\u0323" for letter in letters)
    plain = unicodedata.normalize(
        "NFC",
        "".join(letter for letter in letters if letter not in "\u0300\u0301\u0303\u0309\u0323"),
    )
    mixed = not (word.islower() or word.isupper() or word.istitle())
    if strict and _STOPPED.search(plain) and not _STOP_TONES.search(letters):
        return False
    return tones <= 1 and not mixed and is_vietnamese(plain)


def is_broken_utf8(data: bytes) -> bool:
    """Whether most of the bytes beyond ASCII are good UTF-8: then some are damaged, no more."""
    kept = data.decode("utf-8", "ignore")
    lost = len(data) - len(kept.encode("utf-8"))
    return sum(letter > "\x7f" for letter in kept) > lost


@lru_cache(maxsize=len(NAMES))
def _decoder(name: str) -> Callable[[bytes], str]:
    if name == "windows-1258":
        return lambda data: data.decode("cp1258", "replace")
    table = {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(128, 160)}
    table = {code: letter or code for code, letter in table.items()} | _table(name)
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))

    def decoded(data: bytes) -> str:
        text = pattern.sub(lambda match: table[match[0]], data.decode("latin-1"))
        if name == "tcvn3" and 0xAD not in data:
            text = _with_lost_letter(text)
        return _CAPITAL_WORD.sub(_capitals, text) if name in ("tcvn3", "vps") else text

    return decoded


def _with_lost_letter(text: str) -> str:
    """Return text of TCVN3 whose ``ư`` has become a hyphen, for its code is the soft hyphen's."""
    if sum(1 for match in _HYPHENED.finditer(text) if _is_lost(match[0])) < _FEWEST:
        return text
    return _HYPHENED.sub(
        lambda match: match[0].replace("-", "ư") if _is_lost(match[0]) else match[0], text
    )


def _is_lost(word: str) -> bool:
    """Whether a word is a syllable with ``ư`` for its hyphen, and none of two."""
    first, _, last = word.partition("-")
    parted = all(part and is_syllable(part.lower()) for part in (first, last))
    return not parted and is_syllable(f"{first}ư{last}".lower(), strict=True)


def _capitals(match: re.Match[str]) -> str:
    """Write a word in capitals whose plain letters are capitals: these codes have few of them."""
    word = match[0]
    plain = [letter for letter in word if letter < "\x80"]
    if word.isascii() or not plain or not all(letter.isupper() for letter in plain):
        return word
    return word.upper() if len(plain) > 1 or not word[0].isascii() else word


def _table(name: str) -> dict[str, str]:
    path = model_file("articles", "legacy-encodings", f"{name}.tsv")
    table: dict[str, str] = {}
    for code, letter in read_table(path, ("code", "letter")):
        try:
            key = bytes.fromhex(code).decode("latin-1")
        except ValueError:
            raise ModelError(f"{path}: {code!r} is not a hexadecimal code") from None
        if len(key) not in (1, 2) or len(letter) != 1:
            raise ModelError(f"{path}: {code!r} does not stand for one letter")
        table[key] = letter
    return table
