"""Texts as numbers: the words of many documents as arrays of codes with their offsets.

Counting methods work on these arrays. A word is folded (letter case, tone placement, blanks), so
that ``Hoà bình`` and ``hòa bình`` are one term; marks and addresses are breaks that no n-gram
crosses, and so are numbers unless a method asks for them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray

from vnpolitext.text import fold, tokenize_many
from vnpolitext.themes.documents import DocumentsLike, as_documents

BREAK: Final = -1
_CHUNK: Final = 1_000_000
_NUMBERS: Final = ("number", "date")
Codes = NDArray[np.int32]


@dataclass(frozen=True)
class EncodedTexts:
    """The words of ``n`` texts.

    Attributes:
        terms: The distinct folded words and numbers; a code is an index into them.
        codes: All texts one after the other, each closed by a `BREAK`; shape (words + breaks,).
        bounds: Where each text begins in ``codes``, and the end; shape (n + 1,).
        starts: Offset of each word in its text.
        ends: Offset after each word in its text.
    """

    terms: list[str]
    codes: Codes
    bounds: NDArray[np.int64]
    starts: Codes
    ends: Codes

    @property
    def rows(self) -> Codes:
        """The text each position belongs to."""
        return np.repeat(np.arange(len(self.bounds) - 1, dtype=np.int32), np.diff(self.bounds))

    @cached_property
    def without_numbers(self) -> "EncodedTexts":
        """The same texts with a break for each number."""
        is_word = np.asarray([_has_letter(term) for term in self.terms] + [False])
        codes = np.where(is_word[self.codes], self.codes, BREAK).astype(np.int32)
        return replace(self, codes=codes)


def encode(
    texts: Sequence[str], *, model: str = "default", n_jobs: int | None = None
) -> EncodedTexts:
    """Return the words of ``texts`` as codes.

    Args:
        texts: The texts.
        model: Name of the word segmenter.
        n_jobs: Number of processes, as in joblib.
    """
    runs = Parallel(n_jobs=n_jobs, return_as="generator")(
        delayed(_encode_chunk)(chunk, model) for chunk in _chunks(texts)
    )
    return _join(runs)


def encode_documents(
    documents: DocumentsLike | EncodedTexts, *, model: str = "default", n_jobs: int | None = None
) -> EncodedTexts:
    """Return the words of documents; words that are encoded already are returned as they are.

    Where documents carry layout blocks, page chrome has no words: each of them is a break.
    """
    if isinstance(documents, EncodedTexts):
        return documents
    read = as_documents(documents)
    encoded = encode([document.text for document in read], model=model, n_jobs=n_jobs)
    for number, document in enumerate(read):
        first, last = encoded.bounds[number], encoded.bounds[number + 1] - 1
        for start, end in document.chrome:
            begins = encoded.starts[first:last]
            inside = first + np.searchsorted(begins, [start, end])
            encoded.codes[inside[0] : inside[1]] = BREAK
    return encoded


def word_counts(encoded: EncodedTexts) -> NDArray[np.int64]:
    """Return the number of words of each text."""
    words = encoded.without_numbers.codes != BREAK
    sums = np.concatenate(([0], np.cumsum(words)))
    return np.asarray(sums[encoded.bounds[1:]] - sums[encoded.bounds[:-1]], dtype=np.int64)


def _chunks(texts: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for text in texts:
        chunk.append(text)
        size += len(text)
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _encode_chunk(texts: Sequence[str], model: str) -> tuple[list[str], Codes, Codes, Codes, Codes]:
    """Encode one chunk with codes of its own; the last array has the length of each text."""
    terms: dict[str, int] = {}
    known: dict[str, int] = {}
    codes: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    lengths: list[int] = []
    for tokens in tokenize_many(texts, model=model):
        before = len(codes)
        for token in tokens:
            surface = token.text
            code = known.get(surface)
            if code is None:
                term = _term(token)
                code = BREAK if term is None else terms.setdefault(term, len(terms))
                known[surface] = code
            if code == BREAK and (len(codes) == before or codes[-1] == BREAK):
                continue
            codes.append(code)
            starts.append(token.start)
            ends.append(token.end)
        if len(codes) == before or codes[-1] != BREAK:
            codes.append(BREAK)
            starts.append(ends[-1] if ends and len(codes) - 1 > before else 0)
            ends.append(starts[-1])
        lengths.append(len(codes) - before)
    arrays = (np.asarray(values, dtype=np.int32) for values in (codes, starts, ends, lengths))
    return (list(terms), *arrays)  # type: ignore[return-value]


def _term(token: Any) -> str | None:
    """The folded word or number, or nothing for a mark, an address."""
    return fold(token.text) if token.is_word or token.kind in _NUMBERS else None


def _has_letter(term: str) -> bool:
    return any(letter.isalpha() for letter in term)


def _join(runs: Iterable[tuple[list[str], Codes, Codes, Codes, Codes]]) -> EncodedTexts:
    terms: dict[str, int] = {}
    parts: list[tuple[Codes, Codes, Codes, Codes]] = []
    for local, codes, starts, ends, lengths in runs:
        known = np.asarray([terms.setdefault(term, len(terms)) for term in local] + [BREAK])
        parts.append((known.astype(np.int32)[codes], starts, ends, lengths))
    empty = np.zeros(0, dtype=np.int32)
    codes, starts, ends, lengths = (
        np.concatenate(column) for column in zip(*parts or [(empty,) * 4], strict=True)
    )
    bounds = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    return EncodedTexts(list(terms), codes, bounds, starts, ends)
