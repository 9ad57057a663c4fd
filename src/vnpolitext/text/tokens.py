"""Words with exact offsets: one text or many, with any segmenter, around any records."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.errors import expect, expect_text
from vnpolitext.progress import under_way
from vnpolitext.renamed import renamed
from vnpolitext.text.pieces import BROKEN, CAPITALS, Ints, Pieces
from vnpolitext.text.terms import Hits, TermIndex, Terms, load_lexicon
from vnpolitext.text.token import Tokens, concatenated
from vnpolitext.text.words import Segmenter, Syllables, get_segmenter

Stretches = Iterable[tuple[int, int]]

_LONGEST: Final = 200_000  # characters of a part; a longer text is cut into several
_BATCH: Final = 80_000  # characters that are worked on at once: their arrays stay in the cache
_GLUE: Final = "\n\n"


@renamed("model", "words")
def tokenize(
    text: str,
    *,
    words: str | Segmenter = "default",
    keep: Terms = (),
    spans: Stretches = (),
    lexicon: str | None = "politics",
) -> Tokens:
    """Segment ``text`` into words, numbers, codes and marks.

    Every character is in exactly one token or is white space between two. Surfaces are never
    rewritten: ``text[token.start:token.end] == token.text``.

    Args:
        text: Any string.
        words: ``"default"``, ``"underthesea"``, ``"pyvi"``, ``"syllables"``, or a segmenter.
        keep: Terms that stay one token each: strings, or the path of a file with one a line.
            Case and the place of tone marks do not matter.
        spans: Stretches ``(start, end)`` of ``text`` that no token may cross, such as the spans
            of citations and persons.
        lexicon: Name of the lexicon whose terms hold together (*hệ thống chính trị*), or ``None``.
            With ``"syllables"`` none is used.

    Returns:
        The tokens in text order: a sequence that makes each `Token` when it is asked for, and has
        all offsets as arrays.

    Raises:
        ValueError: There is no such model.
        ModelError: There is no such lexicon.

    Example:
        >>> [token.text for token in tokenize("Bộ Chính trị ban hành Nghị quyết 18-NQ/TW.")]
        ['Bộ Chính trị', 'ban hành', 'Nghị quyết', '18-NQ/TW', '.']
    """
    return tokenize_many([text], words=words, keep=keep, spans=[spans], lexicon=lexicon)[0]


@renamed("model", "words")
@under_way("words")
def tokenize_many(
    texts: Iterable[str],
    *,
    words: str | Segmenter = "default",
    keep: Terms = (),
    spans: Iterable[Stretches] | None = None,
    lexicon: str | None = "politics",
) -> list[Tokens]:
    """Segment many texts, much faster than one by one; see `tokenize`.

    Args:
        texts: Any strings.
        words: As in `tokenize`.
        keep: As in `tokenize`, for all texts.
        spans: For every text its stretches.
        lexicon: As in `tokenize`.

    Returns:
        The tokens of every text, in the order of ``texts``.
    """
    if isinstance(texts, str):
        raise TypeError("texts is one string; tokenize() takes one, or pass a list of texts")
    expect(texts, Iterable, "texts are wanted")
    texts = list(texts)
    for text in texts:
        expect_text(text)
    segmenter = get_segmenter(words) if isinstance(words, str) else words
    if isinstance(segmenter, Syllables):
        lexicon = None
    held = load_lexicon(lexicon) if lexicon is not None else None
    terms = TermIndex.of(keep)
    stretches = [()] * len(texts) if spans is None else [tuple(each) for each in spans]
    if len(stretches) != len(texts):
        raise ValueError(f"{len(stretches)} sets of spans for {len(texts)} texts")
    results: list[list[Tokens]] = [[] for _ in texts]
    for batch in _batches(texts):
        for number, tokens in _tokenize_batch(
            batch, texts, stretches, segmenter=segmenter, lexicon=held, terms=terms
        ):
            results[number].append(tokens)
    return [concatenated(text, parts) for text, parts in zip(texts, results, strict=True)]


# A part of a text: which text, from which character to which.
Part = tuple[int, int, int]


def _batches(texts: Sequence[str]) -> Iterator[list[Part]]:
    """Yield parts of texts that are worked on together; a very long text comes in several."""
    batch: list[Part] = []
    size = 0
    for number, text in enumerate(texts):
        start = 0
        while len(text) - start > _LONGEST:
            end = _cutting_place(text, start)
            yield [(number, start, end)]
            start = end
        if size + len(text) - start > _BATCH and batch:
            yield batch
            batch, size = [], 0
        batch.append((number, start, len(text)))
        size += len(text) - start
    if batch:
        yield batch


def _cutting_place(text: str, start: int) -> int:
    """Return where to cut ``text`` after ``start``: behind a line, a sentence or a blank."""
    last = start + _LONGEST
    for mark in ("\n", ". ", " "):
        at = text.rfind(mark, start + _LONGEST // 2, last)
        if at >= 0:
            return at + len(mark)
    return last


def _tokenize_batch(
    batch: list[Part],
    texts: Sequence[str],
    stretches: Sequence[tuple[tuple[int, int], ...]],
    *,
    segmenter: Segmenter,
    lexicon: TermIndex | None,
    terms: TermIndex,
) -> Iterator[tuple[int, Tokens]]:
    """Yield the number of each text and the tokens of its part."""
    offsets = np.zeros(len(batch) + 1, dtype=np.int64)
    np.cumsum([end - start + len(_GLUE) for _, start, end in batch], out=offsets[1:])
    cuts = np.array(
        [
            place - start + int(offset)
            for (number, start, end), offset in zip(batch, offsets, strict=False)
            for stretch in stretches[number]
            for place in stretch
            if start <= place <= end
        ],
        dtype=np.int64,
    )
    joined = _GLUE.join(
        texts[number] if end - start == len(texts[number]) else texts[number][start:end]
        for number, start, end in batch
    )
    pieces = Pieces.of(joined, cuts)
    if not len(pieces):
        return
    starts, ends, kinds = _words(pieces, cuts, segmenter, lexicon, terms)
    firsts = np.searchsorted(starts, offsets).tolist()
    for (number, start, _), offset, first, last in zip(
        batch, offsets.tolist(), firsts, firsts[1:], strict=False
    ):
        own, shift = slice(first, last), start - offset
        yield number, Tokens(texts[number], starts[own] + shift, ends[own] + shift, kinds[own])


def _words(
    pieces: Pieces, cuts: Ints, segmenter: Segmenter, lexicon: TermIndex | None, terms: TermIndex
) -> tuple[Ints, Ints, NDArray[np.uint8]]:
    """Return starts, ends and kinds of the words, in characters of the text as it was read."""
    starts, ends = pieces.origins()
    joins = segmenter.joins(pieces) & pieces.joinable()
    barred = np.zeros(len(pieces) + 1, dtype=np.bool_)
    barred[np.searchsorted(starts, cuts)] = True
    joins[barred[:-1]] = False
    if lexicon is not None:
        stops = barred[:-1] | ((pieces.before == BROKEN) & (pieces.shapes == CAPITALS))
        _hold(joins, lexicon.find(pieces, stops).sure(pieces, joins))
    if terms.runs:
        _hold(joins, terms.find(pieces, barred[:-1]))
    heads = np.flatnonzero(~joins)
    tails = np.append(heads[1:], len(pieces)) - 1
    # The kinds are in order of rank: a word is whatever has one among its pieces.
    return starts[heads], ends[tails], np.minimum.reduceat(pieces.kinds, heads)


def _hold(joins: NDArray[np.bool_], hits: Hits) -> None:
    firsts, lasts = hits.longest()
    inner = np.zeros(len(joins) + 1, dtype=np.int8)
    inner[firsts + 1] = 1
    inner[lasts + 1] -= 1
    joins |= np.cumsum(inner[:-1], dtype=np.int8).view(np.bool_)
    joins[firsts] = False
    joins[lasts[lasts + 1 < len(joins)] + 1] = False
