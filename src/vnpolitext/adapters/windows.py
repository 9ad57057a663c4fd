"""Long texts for models with a limit: words to pieces, pieces to overlapping windows, batches.

Pieces are made word by word, so that every number the model gives can be put back on the
characters of its word, whichever tokenizer it has, also one that tells no offsets.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vnpolitext.text import tokenize
from vnpolitext.text.surface import encodable


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as words, each with its pieces.

    Attributes:
        spans: ``(start, end)`` of every word.
        pieces: The numbers of its pieces, at least one a word.
    """

    spans: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """A run of words that goes into the model at once.

    Attributes:
        text: Which text.
        first: Its first word.
        last: After its last word.
        ids: The pieces between the marks of begin and end.
        heads: Where in ``ids`` each word begins.
    """

    text: int
    first: int
    last: int
    ids: tuple[int, ...]
    heads: tuple[int, ...]


class Encoder:
    """Words of a text to pieces of a tokenizer.

    Args:
        tokenizer: A tokenizer of ``transformers``.
        words: Name of our word segmenter, whose words are joined by ``_`` as PhoBERT wants them;
            ``"syllables"`` for models that want plain text.
        size: Most pieces of a window, the marks of begin and end included.
        overlap: Pieces that a window shares with the one before.
    """

    def __init__(self, tokenizer: Any, *, words: str, size: int, overlap: int) -> None:
        """Look up the tokenizer's marks."""
        self.begin = _first(tokenizer.cls_token_id, tokenizer.bos_token_id)
        self.end = _first(tokenizer.sep_token_id, tokenizer.eos_token_id)
        self.pad = int(tokenizer.pad_token_id or 0)
        self.unknown = int(tokenizer.unk_token_id or 0)
        self.tokenizer = tokenizer
        self.words = words
        self.room = size - len(self.begin) - len(self.end)
        self.overlap = overlap
        if not 0 <= overlap < self.room:
            raise ValueError(f"an overlap of {overlap} pieces leaves no room in {size}")

    def encode(self, text: str) -> Encoded:
        """Return the words of ``text`` with their pieces."""
        spans, pieces = [], []
        for token in tokenize(encodable(text), words=self.words, lexicon=None):
            form = "_".join(unicodedata.normalize("NFC", token.text).split())
            ids = self.tokenizer.convert_tokens_to_ids(self.tokenizer.tokenize(form))
            spans.append((token.start, token.end))
            pieces.append(tuple(ids)[: self.room] or (self.unknown,))
        return Encoded(tuple(spans), tuple(pieces))

    def windows(self, encoded: Encoded, text: int = 0) -> Iterator[Window]:
        """Yield windows that together have every word, each as long as there is room."""
        sizes = [len(pieces) for pieces in encoded.pieces]
        first = 0
        while first < len(sizes):
            last, room = first, self.room
            while last < len(sizes) and sizes[last] <= room:
                room -= sizes[last]
                last += 1
            yield self._window(encoded, text, first, last)
            if last == len(sizes):
                return
            back, shared = last, 0
            while back - 1 > first and shared + sizes[back - 1] <= self.overlap:
                back -= 1
                shared += sizes[back]
            first = back

    def _window(self, encoded: Encoded, text: int, first: int, last: int) -> Window:
        ids, heads = list(self.begin), []
        for pieces in encoded.pieces[first:last]:
            heads.append(len(ids))
            ids += pieces
        return Window(text, first, last, (*ids, *self.end), tuple(heads))


def batches(
    windows: Sequence[Window], size: int, pad: int
) -> Iterator[tuple[list[Window], list[list[int]], list[list[int]]]]:
    """Yield windows of like length with their padded numbers and attention masks."""
    ordered = sorted(windows, key=lambda window: len(window.ids))
    for at in range(0, len(ordered), size):
        batch = ordered[at : at + size]
        longest = max(len(window.ids) for window in batch)
        ids = [[*window.ids, *[pad] * (longest - len(window.ids))] for window in batch]
        mask = [[1] * len(w.ids) + [0] * (longest - len(w.ids)) for w in batch]
        yield batch, ids, mask


def owners(windows: Sequence[Window], words: int) -> list[Window]:
    """Return for every word of one text the window in which it has most context on both sides."""
    best: list[tuple[int, Window] | None] = [None] * words
    for window in windows:
        for word in range(window.first, window.last):
            left = word - window.first if window.first else words
            right = window.last - 1 - word if window.last < words else words
            depth = min(left, right)
            known = best[word]
            if known is None or depth > known[0]:
                best[word] = depth, window
    return [owner for _, owner in (found for found in best if found is not None)]


def window_size(tokenizer: Any, wanted: int | None, most: int | None) -> int:
    """Return how many pieces a window may have: what is wanted, at most what the model takes.

    Networks of the RoBERTa family count two positions that no piece can have.
    """
    limits = [wanted or 256, (most or 514) - 2]
    if 0 < int(tokenizer.model_max_length) < 1_000_000:
        limits.append(int(tokenizer.model_max_length))
    return min(limits)


def _first(*ids: int | None) -> tuple[int, ...]:
    return tuple(number for number in ids if number is not None)[:1]
