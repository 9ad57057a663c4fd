"""Texts as numbers: the words of many documents as arrays of codes with their offsets.

Counting methods work on these arrays. A word is folded (letter case, tone placement, blanks), so
that ``Hoà bình`` and ``hòa bình`` are one term; marks and addresses are breaks that no n-gram
crosses, and so are numbers unless a method asks for them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal, TypeAlias

import numpy as np
from joblib import delayed
from numpy.typing import NDArray

from vnpolitext.progress import track
from vnpolitext.text import fold, tidy, tokenize_many
from vnpolitext.text.tones import without_marks
from vnpolitext.text.units import CODE
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents
from vnpolitext.workers import parallel

BREAK: Final = -1
_CHUNK: Final = 1_000_000
Codes = NDArray[np.int32]
Spans: TypeAlias = Sequence[tuple[int, int]]
Spelling: TypeAlias = Literal["folded", "bare", "written"]


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


@dataclass(frozen=True, slots=True)
class Reading:
    """How words are read from texts.

    Attributes:
        words: Name of the word segmenter.
        keep: Set phrases that stay one word each.
        spelling: What makes no difference between two words, see `spell`.
    """

    words: str = "default"
    keep: tuple[str, ...] = ()
    spelling: Spelling = "folded"


def spell(word: str, spelling: Spelling = "folded") -> str:
    """Return a word as it is counted.

    ``"folded"``: letter case, tone placement and blanks make no difference. ``"bare"``: nor do
    tones and the marks of letters (*không dấu*). ``"written"``: only tone placement and blanks.

    Example:
        >>> [spell("Thuỷ  Lợi", way) for way in ("folded", "bare", "written")]
        ['thủy lợi', 'thuy loi', 'Thủy Lợi']
    """
    if spelling == "folded":
        return fold(word)
    if spelling == "written":
        return tidy(word)
    if spelling == "bare":
        return without_marks(fold(word))
    raise ValueError(f"unknown spelling {spelling!r}: 'folded', 'bare' or 'written'")


def encode(
    texts: Sequence[str],
    reading: Reading = Reading(),
    *,
    spans: Sequence[Spans] | None = None,
    n_jobs: int | None = None,
) -> EncodedTexts:
    """Return the words of ``texts`` as codes.

    Args:
        texts: The texts.
        reading: How words are read.
        spans: For each text the stretches at whose ends a word must end.
        n_jobs: Number of processes, as in joblib.
    """
    spell("", reading.spelling)
    bounds = [()] * len(texts) if spans is None else spans
    tasks = (delayed(_encode_chunk)(texts[here], bounds[here], reading) for here in _chunks(texts))
    runs = parallel(tasks, n_jobs)
    return _join(track(runs, "words", total=sum(1 for _ in _chunks(texts)), unit="part"))


def encode_documents(
    documents: DocumentsLike | EncodedTexts,
    reading: Reading = Reading(),
    *,
    n_jobs: int | None = None,
) -> EncodedTexts:
    """Return the words of documents; words that are encoded already are returned as they are.

    Where documents carry records, no word is cut through by one; where they carry layout blocks,
    page chrome has no words: each of them is a break.
    """
    if isinstance(documents, EncodedTexts):
        return documents
    read = as_documents(documents)
    texts, spans = [d.text for d in read], [d.records for d in read]
    encoded = encode(texts, reading, spans=spans, n_jobs=n_jobs)
    for number, document in enumerate(read):
        first, last = encoded.bounds[number], encoded.bounds[number + 1] - 1
        for start, end in document.chrome:
            begins = encoded.starts[first:last]
            inside = first + np.searchsorted(begins, [start, end])
            encoded.codes[inside[0] : inside[1]] = BREAK
    return encoded


def without_names(encoded: EncodedTexts, documents: Sequence[Document]) -> EncodedTexts:
    """Return the words of documents with a break for each that names a person or a place."""
    codes = encoded.codes.copy()
    for number, document in enumerate(documents):
        first, last = encoded.bounds[number], encoded.bounds[number + 1] - 1
        begins, ends = encoded.starts[first:last], encoded.ends[first:last]
        for start, end in document.names:
            reach = np.searchsorted(ends, start, "right"), np.searchsorted(begins, end)
            codes[first + reach[0] : first + reach[1]] = BREAK
    return replace(encoded, codes=codes)


def word_counts(encoded: EncodedTexts) -> NDArray[np.int64]:
    """Return the number of words of each text."""
    words = encoded.without_numbers.codes != BREAK
    sums = np.concatenate(([0], np.cumsum(words)))
    return np.asarray(sums[encoded.bounds[1:]] - sums[encoded.bounds[:-1]], dtype=np.int64)


def _chunks(texts: Sequence[str]) -> Iterator[slice]:
    first = size = 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= _CHUNK:
            yield slice(first, number + 1)
            first, size = number + 1, 0
    if first < len(texts):
        yield slice(first, len(texts))


def _encode_chunk(
    texts: Sequence[str], spans: Sequence[Spans], reading: Reading
) -> tuple[list[str], Codes, Codes, Codes, Codes]:
    """Encode one chunk with codes of its own; the last array has the length of each text."""
    terms: dict[str, int] = {}
    known: dict[str, int] = {}

    def learn(surfaces: list[str], kinds: list[int]) -> None:
        """Give words and numbers a code as they are counted; a break to a mark, an address."""
        for surface, kind in zip(surfaces, kinds, strict=True):
            if surface not in known:
                term = spell(surface, reading.spelling) if kind <= CODE else None
                known[surface] = BREAK if term is None else terms.setdefault(term, len(terms))

    runs: list[tuple[Codes, Codes, Codes]] = []
    for tokens in tokenize_many(texts, words=reading.words, keep=reading.keep, spans=spans):
        surfaces = tokens.texts()
        if not known.keys() >= set(surfaces):
            learn(surfaces, tokens.kinds.tolist())
        codes = np.fromiter(map(known.__getitem__, surfaces), dtype=np.int32, count=len(tokens))
        runs.append(_closed(codes, tokens.starts, tokens.ends))
    lengths = np.asarray([len(codes) for codes, _, _ in runs], dtype=np.int32)
    joined = (np.concatenate(column) for column in zip(*runs, strict=True))
    return (list(terms), *joined, lengths)  # type: ignore[return-value]


def _closed(
    codes: Codes, starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[Codes, Codes, Codes]:
    """Return the words of one text with one break between two runs of them, and one at its end."""
    kept = codes != BREAK
    kept[1:] |= codes[:-1] != BREAK
    codes, starts, ends = codes[kept], starts[kept], ends[kept]
    if not len(codes) or codes[-1] != BREAK:
        last = ends[-1:] if len(codes) else np.zeros(1, dtype=np.int64)
        codes = np.append(codes, np.int32(BREAK))
        starts, ends = np.append(starts, last), np.append(ends, last)
    return codes, starts.astype(np.int32), ends.astype(np.int32)


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
