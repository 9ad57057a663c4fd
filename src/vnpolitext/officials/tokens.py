"""Tokens of a stretch of text: words with their kind, marks and line breaks, with offsets."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

UPPER: Final = "".join(
    char
    for code in range(0x1F00)
    if (char := chr(code)).isalpha()
    and (code < 0x250 or code >= 0x1E00)
    and unicodedata.category(char) == "Lu"
)
_LETTER: Final = r"[^\W\d_]"
_LOWER: Final = rf"[^\W\d_{UPPER}]"
_TOKEN: Final = re.compile(
    rf"(?P<capital>[{UPPER}]*T\.[ƯW](?!{_LOWER})"
    rf"|[{UPPER}]++(?:&[{UPPER}]++)++"
    rf"|[{UPPER}]{_LOWER}*+(?:'{_LETTER}++)*+(?:-{_LOWER}++)++"
    rf"|[{UPPER}]++(?!{_LOWER})(?:'{_LETTER}++)*+"
    rf"|[{UPPER}]{_LOWER}*+(?:'{_LETTER}++)*+)"
    rf"|(?P<lower>{_LOWER}++(?:'{_LETTER}++)*+)"
    r"|(?P<digit>\d++(?:[.,/]\d++)*+(?:[A-ZĐ](?![^\W\d_]))?)"
    r"|(?P<gap>[ ]{5,}+|\n)"
    r"|(?P<mark>[^\s\\_])"
)
# A line of a text that was wrapped at a column ends in the middle of a sentence.
_WRAP: Final = re.compile(r"\n(?<=[^\n]{45}\n)(?<![^\n]{125}\n)(?=[^\W_]|[(\"“])")
_SENTENCE_END: Final = ".!?:;|"
# Function words: in a line of capitals they end a name.
_LOUD: Final = frozenset(
    "và được của tại với về trong là làm các những cho do vào ở đã tới thăm dự cùng từ theo để khi "
    "sẽ bị không người".split()
)
_CHUNK: Final = 100_000


@dataclass(slots=True)
class Tokens:
    """The tokens of one stretch of text, column by column.

    Attributes:
        words: Folded lower-case forms; a line break or a wide gap is ``"\\n"``.
        starts: Index of the first character in the folded text.
        ends: Index after the last character.
        kinds: ``"U"`` capitalised, ``"l"`` lower case, ``"d"`` digits, ``"p"`` mark, ``"n"`` break.
        capitals: Whether all letters are capitals.
    """

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def run_end(self, at: int, limit: int = 16) -> int:
        """Return the index after the run of capitalised words that begins at ``at``."""
        last = min(len(self.kinds), at + limit)
        while at < last and self.kinds[at] == "U":
            at += 1
        return at


_KINDS: Final = {"capital": "U", "lower": "l", "digit": "d", "gap": "n", "mark": "p"}


def unwrap(text: str) -> str:
    """Return ``text`` with the breaks of wrapped lines turned into spaces; the length stays."""
    if "\n" not in text:
        return text
    pieces: list[str] = []
    done = 0
    for match in _WRAP.finditer(text):
        at = match.start()
        if text[at - 1] in _SENTENCE_END:
            continue
        pieces.append(text[done:at])
        done = at + 1
    if not pieces:
        return text
    pieces.append(text[done:])
    return " ".join(pieces)


def chunks(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of ``text`` of bounded length, cut at a line break, stop or blank."""
    start = 0
    while len(text) - start > _CHUNK:
        end = start + _CHUNK
        for mark in ("\n", ". ", " "):
            cut = text.rfind(mark, start + _CHUNK // 2, end)
            if cut >= 0:
                end = cut + 1
                break
        yield start, end
        start = end
    yield start, len(text)


def tokenize(text: str, lower: str, start: int, end: int) -> Tokens:
    """Return the tokens of ``text`` between ``start`` and ``end``."""
    tokens = Tokens()
    words, starts, ends, kinds = tokens.words, tokens.starts, tokens.ends, tokens.kinds
    capitals = tokens.capitals
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        kind = _KINDS[match.lastgroup or "mark"]
        word = lower[first:last]
        loud = kind == "U" and text[first:last].isupper()
        if loud and last - first > 1 and word in _LOUD:
            kind = "l"
        capitals.append(loud)
        starts.append(first)
        ends.append(last)
        kinds.append(kind)
        words.append("\n" if kind == "n" else sys.intern(word))
    return tokens
