"""Adapters to other packages that segment Vietnamese: underthesea and pyvi.

Their words are read back onto our pieces, so that offsets stay exact whatever they do to the
surface: a piece continues a word where both packages' word and the piece before it go on.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.errors import MissingPackageError
from vnpolitext.text.pieces import BLANK, BROKEN, Pieces
from vnpolitext.text.surface import encodable

_BREAKS: Final = str.maketrans("\r\n", "  ")


class Underthesea:
    """``underthesea.word_tokenize`` (Apache-2.0)."""

    def __init__(self) -> None:
        """Import the package."""
        try:
            from underthesea import word_tokenize
        except ImportError as error:
            raise MissingPackageError(
                "install underthesea to use it: pip install underthesea"
            ) from error
        self._words = word_tokenize

    def joins(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Segment line by line."""
        return _joins(pieces, lambda line: self._words(line, use_token_normalize=False))


class Pyvi:
    """``pyvi.ViTokenizer`` (MIT)."""

    def __init__(self) -> None:
        """Import the package."""
        try:
            from pyvi import ViTokenizer
        except ImportError as error:
            raise MissingPackageError("install pyvi to use it: pip install pyvi") from error
        self._words = ViTokenizer.tokenize

    def joins(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Segment line by line."""
        return _joins(
            pieces, lambda line: [word.replace("_", " ") for word in self._words(line).split(" ")]
        )


def _joins(pieces: Pieces, segment: Callable[[str], Iterable[str]]) -> NDArray[np.bool_]:
    """Run ``segment`` on every line and read its words back onto the pieces."""
    joins = np.zeros(len(pieces), dtype=np.bool_)
    if not len(pieces):
        return joins
    # The packages behind take neither lone surrogates nor words that go over a line break.
    text = encodable(pieces.letters.text).translate(_BREAKS)
    heads = np.flatnonzero(pieces.before >= BROKEN)
    tails = np.append(heads[1:], len(pieces)) - 1
    words: list[tuple[int, int]] = []
    for start, end in zip(pieces.starts[heads].tolist(), pieces.ends[tails].tolist(), strict=True):
        words += _locate(text, start, end, segment(text[start:end]))
    if words:
        begins, ends = np.array(words, dtype=np.int64).T
        owner = np.searchsorted(begins, pieces.starts, side="left") - 1
        joins = (owner >= 0) & (pieces.starts < ends[owner]) & (pieces.before == BLANK)
    return joins


def _locate(text: str, start: int, end: int, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretch of every word that stands in ``text`` between ``start`` and ``end``."""
    here = start
    for word in words:
        first = -1
        for part in word.split():
            at = text.find(part, here, end)
            if at < 0:
                break
            first = at if first < 0 else first
            here = at + len(part)
        if first >= 0:
            yield first, here
