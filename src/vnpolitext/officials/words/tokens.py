"""Tokens of a stretch of text: words with their kind, marks and line breaks, with offsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import add
from typing import Final

from vnpolitext.layout.tables.parting import JOINED
from vnpolitext.models import per_choice
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary.surnames import surnames

_ALPHABETS: Final = [
    char for char in map(chr, range(0x1F00)) if char.isalnum() and not char.isdecimal()
]


def _ranges(chars: Iterable[str]) -> str:
    """Return sorted ``chars`` as the inside of a class of a pattern: ``a-z``."""
    codes = list(map(ord, chars))
    runs = groupby(range(len(codes)), key=lambda index: codes[index] - index)
    edges = [(codes[run[0]], codes[run[-1]]) for run in (list(indices) for _, indices in runs)]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in edges)


_LETTER: Final = r"[^\W\d_]"
_LOWER: Final = rf"[^\W\d_{UPPER}]"
# Letters one by one make a table in the engine, which is faster than what letters are not. It
# stands where most words are read. Greek with accents and the scripts of East Asia come last.
_SMALL: Final = f"[{_ranges(c for c in _ALPHABETS if c not in UPPER)}\u1f00-\u1fff\u3040-\ud7ff]"
# One piece a token, with the blanks and marks of formatting after it: together the pieces are the
# whole text, so that offsets are sums of lengths. Five blanks or more are a gap between columns.
# First come the plain words before one blank, which are most of a text and told without a doubt.
_PIECE: Final = lazy_pattern(
    rf"{_SMALL}++ (?![ \\_{JOINED}])|[{UPPER}]{_LOWER}++ (?<!từ )(?![ \\_{JOINED}])"
    rf"|(?s:(?:{_SMALL}++(?:'{_LETTER}++)*+"
    rf"|[{UPPER}]{_LOWER}{{1,5}}?(?=từ [{UPPER}])"
    rf"|[{UPPER}]*T\.[ƯW](?!{_LOWER})"
    rf"|[{UPPER}][a-z]{{1,2}}[{UPPER}](?!{_LETTER})"
    rf"|[{UPPER}]++(?:&[{UPPER}]++)++"
    rf"|[{UPPER}]{_LOWER}*+(?:'{_LETTER}++)*+(?:-{_LOWER}++)++"
    rf"|[{UPPER}]++(?!{_LOWER})(?:'{_LETTER}++)*+"
    rf"|[{UPPER}]{_LOWER}*+(?:'{_LETTER}++)*+"
    r"|\d++(?:[.,/]\d++)*+(?:[A-ZĐ](?![^\W\d_]))?"
    rf"|[ ]{{5,}}+|.)(?:[ \\_]{{1,4}}+(?! ))?+{JOINED}*+)"
)
_SMALL_MIDDLES: Final = (" văn ", " thị ")
_UPPER: Final = frozenset(UPPER)
_TRAIL: Final = f" \\_{JOINED}"
_NO_WORDS: Final = frozenset("pn")
_CHUNK: Final = 100_000
_MOST_KNOWN: Final = 1 << 15
# Word, kind, capitals, size and length of a piece.
_Read = tuple[str, str, bool, int, int]


@dataclass(slots=True)
class Tokens:
    r"""The tokens of one stretch of text, column by column.

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
    _marks: dict[str, list[int]] | None = field(init=False, default=None, compare=False, repr=False)
    _runs: list[int] | None = field(init=False, default=None, compare=False, repr=False)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def head(self, size: int) -> Tokens:
        """Return the first ``size`` tokens."""
        return Tokens(
            self.words[:size],
            self.starts[:size],
            self.ends[:size],
            self.kinds[:size],
            self.capitals[:size],
        )

    def line_end(self, at: int) -> int:
        """Return the index of the break that ends the line of ``at``."""
        breaks = self.places("\n")
        found = bisect_left(breaks, at)
        return breaks[found] if found < len(breaks) else len(self.words)

    def places(self, mark: str) -> list[int]:
        """Return where a mark or a break stands among the tokens, found once for all of them."""
        if self._marks is None:
            self._marks = {}
            for at, kind in enumerate(self.kinds):
                if kind in _NO_WORDS:
                    self._marks.setdefault(self.words[at], []).append(at)
        return self._marks.get(mark, [])

    def run_start(self, at: int) -> int:
        """Return the index where the run of capitalised words that ends before ``at`` begins."""
        if not at or self.kinds[at - 1] != "U":
            return at
        if self._runs is None:
            self._runs, begin = [], 0
            for index, kind in enumerate(self.kinds):
                if kind != "U":
                    begin = index + 1
                self._runs.append(begin)
        return self._runs[at - 1]

    def run_end(self, at: int, limit: int = 16) -> int:
        """Return the index after the run of capitalised words that begins at ``at``."""
        last = min(len(self.kinds), at + limit)
        while at < last and self.kinds[at] == "U":
            at += 1
        return at


def _kind_of(char: str) -> str:
    """Return the kind of a token by its first character."""
    if char.isalpha():
        return "U" if char in UPPER else "l"
    if char.isdigit():
        return "d"
    return "n" if char in " \n" else "p"


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


def tokenize(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    """Return the tokens of ``spans`` of ``text``, with a break between two spans."""
    tokens = Tokens()
    for start, end in spans:
        if tokens.words:
            _append_break(tokens, start)
        _append(tokens, text, start, end)
    return tokens


def _append_break(tokens: Tokens, at: int) -> None:
    tokens.words.append("\n")
    tokens.starts.append(at)
    tokens.ends.append(at)
    tokens.kinds.append("n")
    tokens.capitals.append(False)


def _append(tokens: Tokens, text: str, start: int, end: int) -> None:
    pieces = _PIECE.findall(text, start, end)
    if not pieces:
        return
    words, kinds, capitals, sizes, lengths = zip(*map(_known(), pieces), strict=True)
    starts = list(accumulate(lengths, initial=start))
    starts.pop()
    tokens.words += words
    tokens.starts += starts
    tokens.ends += map(add, starts, sizes)
    tokens.kinds += kinds
    tokens.capitals += capitals
    for middle in _SMALL_MIDDLES:
        found = text.find(middle, start, end)
        while found >= 0:
            after = found + len(middle)
            if text[after : after + 1] in _UPPER:
                _raise_middle(tokens, bisect_left(tokens.starts, found + 1))
            found = text.find(middle, after, end)


def _raise_middle(tokens: Tokens, at: int) -> None:
    """Take a middle name in lower case for a word with a capital (*Nguyễn văn Tám*)."""
    around = tokens.kinds[at - 1 : at + 2] if at else []
    if around == ["U", "l", "U"] and tokens.words[at - 1] in surnames().core:
        tokens.kinds[at] = "U"


class _Known(dict[str, _Read]):
    """What was read of pieces, most of which come again."""

    def __missing__(self, piece: str) -> _Read:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = self[piece] = _read(piece)
        return found


@per_choice
def _known() -> Callable[[str], _Read]:
    return _Known().__getitem__


def _read(piece: str) -> _Read:
    """Return word, kind, capitals, size and length with its trail of a piece."""
    surface = piece.rstrip(_TRAIL)
    word, is_loud = surface.lower(), surface.isupper()
    kind = "l" if is_loud and word in grammar().loud_function_words else _kind_of(piece[0])
    return word or "\n", kind, is_loud, len(surface), len(piece)
