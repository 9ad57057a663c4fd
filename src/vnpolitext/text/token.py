"""A word or mark of a text, and all of them as arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Final, overload

import numpy as np
from numpy.typing import NDArray

from vnpolitext.text.span import Span
from vnpolitext.text.units import CODE, KINDS, WORD
from vnpolitext.text.view import fold

_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word or a mark, with the surface as it stands in the text.

    Attributes:
        kind: ``"word"``, ``"number"``, ``"date"``, ``"code"`` (the number of a document),
            ``"link"``, ``"punctuation"`` or ``"symbol"``.
        is_word: Whether it is read as a word: kinds ``"word"`` and ``"code"``.
    """

    kind: str = "word"
    is_word: bool = True

    @property
    def norm(self) -> str:
        """One spelling for tokens that differ only in form: lower case, modern tones."""
        return fold(self.text)


_SETTERS: Final[tuple[Callable[[Token, Any], None], ...]] = tuple(
    getattr(Token, name).__set__ for name in ("start", "end", "text", "kind", "is_word")
)
_IS_WORD: Final = tuple(kind in (WORD, CODE) for kind in range(len(KINDS)))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tokens(Sequence[Token]):
    """The tokens of one text: a sequence of `Token`, kept as arrays and made when asked for.

    Attributes:
        source: The text as it was read.
        starts: Index of the first character of every token.
        ends: Index after its last character.
        kinds: What it is, as a place in ``KINDS``: 0 a word, 1 a number, 2 a date, 3 a code, 4 a
            link, 5 punctuation, 6 a symbol.

    Example:
        >>> from vnpolitext import tokenize
        >>> tokens = tokenize("Bộ Chính trị ban hành Nghị quyết 18-NQ/TW.")
        >>> tokens[0].text, tokens.texts()[1:], tokens.starts.tolist()
        ('Bộ Chính trị', ['ban hành', 'Nghị quyết', '18-NQ/TW', '.'], [0, 13, 22, 33, 41])
    """

    source: str
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    kinds: NDArray[np.uint8]

    def texts(self) -> list[str]:
        """Return the surfaces: the quickest way to the words alone."""
        source = self.source
        return [
            source[start:end]
            for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        ]

    def are_words(self) -> NDArray[np.bool_]:
        """Return for every token whether it is read as a word, as `Token.is_word` tells."""
        words: NDArray[np.bool_] = (self.kinds == WORD) | (self.kinds == CODE)
        return words

    def __len__(self) -> int:
        """How many there are."""
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Tokens: ...
    def __getitem__(self, index: int | slice) -> Token | Tokens:
        """Return one token, or those of a slice."""
        starts, ends, kinds = self.starts[index], self.ends[index], self.kinds[index]
        if isinstance(index, slice):
            return Tokens(self.source, starts, ends, kinds)
        start, end, kind = int(starts), int(ends), int(kinds)
        return Token(start, end, self.source[start:end], KINDS[kind], _IS_WORD[kind])

    def __iter__(self) -> Iterator[Token]:
        """Make all tokens."""
        return iter(
            _make(self.texts(), self.starts.tolist(), self.ends.tolist(), self.kinds.tolist())
        )

    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence has the same tokens."""
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(map(Token.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Show the tokens, as a list of them does; of many the first, and how many there are."""
        shown = repr(list(self[:_SHOWN]))
        rest = len(self) - _SHOWN
        return shown if rest <= 0 else f"{shown[:-1]}, ... and {rest:,} more]"


def concatenated(source: str, parts: Sequence[Tokens]) -> Tokens:
    """Return the tokens of all parts of one text as one sequence."""
    if len(parts) == 1:
        return parts[0]
    none = np.zeros(0, dtype=np.int64)
    return Tokens(
        source,
        np.concatenate([none, *(part.starts for part in parts)]),
        np.concatenate([none, *(part.ends for part in parts)]),
        np.concatenate([none.astype(np.uint8), *(part.kinds for part in parts)]),
    )


def _make(texts: list[str], starts: list[int], ends: list[int], kinds: list[int]) -> list[Token]:
    """Make the tokens, slot by slot: several times faster than calling the class."""
    make: Callable[[type[Token]], Token] = object.__new__
    set_start, set_end, set_text, set_kind, set_is_word = _SETTERS
    tokens = list(map(make, repeat(Token, len(starts))))
    for token, start, end, text, kind in zip(tokens, starts, ends, texts, kinds, strict=True):
        set_start(token, start)
        set_end(token, end)
        set_text(token, text)
        set_kind(token, KINDS[kind])
        set_is_word(token, _IS_WORD[kind])
    return tokens
