"""Texts to a document-term matrix, on Vietnamese words."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from vnpolitext.progress import under_way
from vnpolitext.renamed import renamed
from vnpolitext.themes.documents import DocumentsLike, as_documents
from vnpolitext.themes.occurrences import occurrences
from vnpolitext.themes.phrases import PHRASE_COLUMNS, PhraseRule, join_pairs, learn_phrases
from vnpolitext.themes.stopwords import as_stop_words
from vnpolitext.themes.words import EncodedTexts, Reading, Spelling, encode_documents, spell


class WordVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Count the words of texts, with set phrases kept whole (*từ, cụm từ*).

    Words come from the library's segmenter; where documents are analyses, no record is cut through.
    Unless ``spelling`` says otherwise, letter case and tone placement make no difference. Marks are
    no terms, nor are numbers unless asked for; no n-gram crosses them. An n-gram of several words
    is written with single blanks, so that a phrase the segmenter joined once and split another
    time is one term.

    Args:
        ngram_range: Least and greatest number of words of a term.
        stop_words: Name of a shipped list, words of your own, or ``None``. A term is dropped when
            its first or last word is a stop word.
        phrases: ``"npmi"`` or ``"g2"`` to learn set phrases from the texts in ``fit`` and count
            each as one word; ``None`` for single words.
        phrase_threshold: Least value of that measure, see `find_phrases`.
        phrase_min_count: Least number of occurrences of a phrase.
        phrase_passes: 1 for phrases of two words, 2 for up to four.
        min_df: Least number (int) or share (float) of documents a term stands in.
        max_df: Greatest number (int) or share (float) of documents a term stands in.
        max_features: Keep only that many terms, the most frequent.
        vocabulary: Fixed terms; then nothing is learned from the texts.
        binary: 1 for every term that occurs.
        numbers: Whether numbers and dates are terms too.
        spelling: ``"folded"``; ``"bare"``, where tones and the marks of letters make no difference
            either; or ``"written"``, where letter case does.
        keep: Set phrases of your own that stay one word each.
        words: Name of the word segmenter.
        n_jobs: Number of processes that segment, as in joblib.

    Attributes:
        vocabulary_: Column of each term.
        phrases_: Table of the learned phrases, as of `find_phrases`.

    Example:
        >>> vectorizer = WordVectorizer(stop_words="political")
        >>> matrix = vectorizer.fit_transform(["Xây dựng và chỉnh đốn Đảng", "xây dựng đảng"])
        >>> matrix.shape[0]
        2
    """

    @renamed("model", "words")
    def __init__(
        self,
        *,
        ngram_range: tuple[int, int] = (1, 1),
        stop_words: str | Collection[str] | None = None,
        phrases: Literal["npmi", "g2"] | None = None,
        phrase_threshold: float | None = None,
        phrase_min_count: int = 5,
        phrase_passes: int = 2,
        min_df: int | float = 1,
        max_df: int | float = 1.0,
        max_features: int | None = None,
        vocabulary: Iterable[str] | None = None,
        binary: bool = False,
        numbers: bool = False,
        spelling: Spelling = "folded",
        keep: Iterable[str] = (),
        words: str = "default",
        n_jobs: int | None = None,
    ) -> None:
        """Keep the settings; they are checked in ``fit``."""
        self.ngram_range = ngram_range
        self.stop_words = stop_words
        self.phrases = phrases
        self.phrase_threshold = phrase_threshold
        self.phrase_min_count = phrase_min_count
        self.phrase_passes = phrase_passes
        self.min_df = min_df
        self.max_df = max_df
        self.max_features = max_features
        self.vocabulary = vocabulary
        self.binary = binary
        self.numbers = numbers
        self.spelling = spelling
        self.keep = keep
        self.words = words
        self.n_jobs = n_jobs

    @under_way("learning")
    def fit(self, documents: DocumentsLike | EncodedTexts, y: Any = None) -> "WordVectorizer":
        """Learn phrases and vocabulary from ``documents``."""
        self.fit_transform(documents, y)
        return self

    @under_way("learning")
    def fit_transform(
        self,
        documents: DocumentsLike | EncodedTexts,
        y: Any = None,  # noqa: ARG002
    ) -> sparse.csr_matrix:
        """Learn phrases and vocabulary; return the counts, shape (documents, terms)."""
        encoded = self._encode(documents)
        self.phrases_ = pd.DataFrame(columns=PHRASE_COLUMNS)
        if self.phrases is not None:
            rule = PhraseRule(
                self.phrases, self.phrase_threshold, self.phrase_min_count, self.phrase_passes
            )
            encoded, self.phrases_ = learn_phrases(encoded, rule, self._stopped())
        if self.vocabulary is not None:
            words = dict.fromkeys(spell(term, self.spelling) for term in self.vocabulary)
            self.vocabulary_ = {term: column for column, term in enumerate(words)}
            return self._select(encoded)
        names, counts = count_terms(encoded, self.ngram_range, self._stopped())
        keep = self._kept(names, counts)
        self.vocabulary_ = {names[old]: new for new, old in enumerate(keep)}
        return self._finish(counts[:, keep])

    @under_way("words")
    def encode(self, documents: DocumentsLike | EncodedTexts) -> EncodedTexts:
        """Return the words of documents as this vectoriser reads them."""
        return self._encode(documents)

    @under_way("counting")
    def transform(self, documents: DocumentsLike | EncodedTexts) -> sparse.csr_matrix:
        """Return the counts of the known terms, shape (documents, terms)."""
        check_is_fitted(self, "vocabulary_")
        return self._select(self._encode_known(documents))

    @under_way("occurrences")
    def occurrences(self, documents: DocumentsLike, terms: Iterable[str]) -> pd.DataFrame:
        """Return where terms stand: one row for each that ``transform`` counts.

        Args:
            documents: Texts or records.
            terms: Terms of the vocabulary.

        Returns:
            In text order: ``document``, ``term``, ``start``, ``end``, ``text`` (as written).

        Raises:
            ValueError: A term is not in the vocabulary.
        """
        check_is_fitted(self, "vocabulary_")
        wanted = {spell(term, self.spelling): term for term in terms}
        if unknown := [term for word, term in wanted.items() if word not in self.vocabulary_]:
            raise ValueError(f"{unknown[0]!r} is no term of the vocabulary")
        read = as_documents(documents)
        return occurrences(read, self._encode_known(read), wanted, self.ngram_range)

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[np.object_]:  # noqa: ARG002
        """Return the terms in column order."""
        check_is_fitted(self, "vocabulary_")
        return np.asarray(sorted(self.vocabulary_, key=self.vocabulary_.__getitem__), dtype=object)

    def _encode(self, documents: DocumentsLike | EncodedTexts) -> EncodedTexts:
        reading = Reading(self.words, tuple(self.keep), self.spelling)
        encoded = encode_documents(documents, reading, n_jobs=self.n_jobs)
        return encoded if self.numbers else encoded.without_numbers

    def _encode_known(self, documents: DocumentsLike | EncodedTexts) -> EncodedTexts:
        """Encode ``documents`` and join the learned phrases."""
        encoded = self._encode(documents)
        for _, group in self.phrases_.groupby("pass"):
            encoded = join_pairs(encoded, zip(group["left"], group["right"], strict=True))
        return encoded

    def _stopped(self) -> frozenset[str]:
        words = as_stop_words(self.stop_words)
        if self.spelling == "written":
            return frozenset(f for word in words for f in (word, word.capitalize(), word.upper()))
        return frozenset(spell(word, self.spelling) for word in words)

    def _kept(self, names: Sequence[str], counts: sparse.csc_matrix) -> list[int]:
        """Columns to keep, in the order of their terms."""
        documents = counts.shape[0]
        spread = np.diff(counts.indptr)
        low, high = _documents(self.min_df, documents), _documents(self.max_df, documents)
        keep = np.flatnonzero((spread >= low) & (spread <= high))
        if self.max_features is not None and len(keep) > self.max_features:
            totals = np.asarray(counts.sum(axis=0)).ravel()[keep]
            order = sorted(range(len(keep)), key=lambda k: (-totals[k], names[int(keep[k])]))
            keep = keep[order[: self.max_features]]
        if not len(keep):
            raise ValueError(
                "no term is left: the texts have no words, or stop_words, min_df and max_df "
                "leave none"
            )
        return sorted(keep.tolist(), key=names.__getitem__)

    def _select(self, encoded: EncodedTexts) -> sparse.csr_matrix:
        """Count terms into the columns of the vocabulary."""
        names, counts = count_terms(encoded, self.ngram_range)
        old = [column for column, name in enumerate(names) if name in self.vocabulary_]
        new = np.asarray([self.vocabulary_[names[column]] for column in old], dtype=np.int64)
        picked = counts[:, old].tocoo()
        shape = (counts.shape[0], len(self.vocabulary_))
        return self._finish(
            sparse.coo_matrix((picked.data, (picked.row, new[picked.col])), shape=shape)
        )

    def _finish(self, counts: Any) -> sparse.csr_matrix:
        matrix = sparse.csr_matrix(counts, dtype=np.int64)
        if self.binary:
            matrix.data[:] = 1
        matrix.sort_indices()
        return matrix

    def __sklearn_tags__(self) -> Any:
        """Say that the input is texts."""
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.requires_fit = self.vocabulary is None
        return tags


def count_terms(
    encoded: EncodedTexts,
    ngram_range: tuple[int, int] = (1, 1),
    stopped: frozenset[str] = frozenset(),
) -> tuple[list[str], sparse.csc_matrix]:
    """Count words and n-grams.

    Args:
        encoded: The words of the documents.
        ngram_range: Least and greatest number of words of a term.
        stopped: Words that neither begin nor end a term.

    Returns:
        The terms, each once, and their counts, shape (documents, terms).
    """
    low, high = ngram_range
    if not 1 <= low <= high:
        raise ValueError(f"ngram_range {ngram_range} is not 1 <= least <= greatest")
    codes, rows, terms = encoded.codes.astype(np.int64), encoded.rows, encoded.terms
    shape = (len(encoded.bounds) - 1, len(terms))
    barred = np.asarray([*(term in stopped for term in terms), True])
    width = len(terms) + 1
    levels: list[NDArray[np.int64]] = []
    names: list[str] = []
    blocks: list[sparse.csc_matrix] = []
    grams = codes
    for length in range(1, high + 1):
        if length > 1:
            grams, level = _extend(grams, codes[length - 1 :], width)
            levels.append(level)
            shape = (shape[0], len(level))
        if length < low:
            continue
        last = codes[length - 1 :]
        here = np.flatnonzero((grams >= 0) & ~barred[codes[: len(grams)]] & ~barred[last])
        entries = (np.ones(len(here), dtype=np.int32), (rows[here], grams[here]))
        block = sparse.coo_matrix(entries, shape=shape).tocsc()
        keep = np.flatnonzero(np.diff(block.indptr))
        blocks.append(block[:, keep])
        names += _spell(keep, levels, terms, width)
    return _merge_equal(names, sparse.hstack(blocks, format="csc"))


def _extend(
    grams: NDArray[np.int64], following: NDArray[np.int64], width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Make n-grams longer by the word that follows.

    Returns:
        The number of the n-gram at each position, -1 over a break, and for each number the shorter
        n-gram times ``width`` plus the last word.
    """
    before = grams[: len(following)]
    keys = np.where((before < 0) | (following < 0), -1, before * width + following)
    level, longer = np.unique(keys, return_inverse=True)
    breaks = int(len(level) > 0 and level[0] < 0)
    return longer - breaks, level[breaks:]


def _spell(
    grams: NDArray[np.int64], levels: Sequence[NDArray[np.int64]], terms: Sequence[str], width: int
) -> list[str]:
    columns: list[NDArray[np.int64]] = []
    for level in reversed(levels):
        columns.append(level[grams] % width)
        grams = level[grams] // width
    rows = zip(grams, *reversed(columns), strict=True)
    return [" ".join([terms[code] for code in row]) for row in rows]


def _merge_equal(
    names: list[str], counts: sparse.csc_matrix
) -> tuple[list[str], sparse.csc_matrix]:
    """Add up the columns of terms that are spelled alike."""
    index: dict[str, int] = {}
    column = np.asarray([index.setdefault(name, len(index)) for name in names], dtype=np.int64)
    if len(index) == len(names):
        return names, counts
    entries = counts.tocoo()
    merged = sparse.coo_matrix(
        (entries.data, (entries.row, column[entries.col])), shape=(counts.shape[0], len(index))
    )
    return list(index), merged.tocsc()


def _documents(limit: float, documents: int) -> float:
    return limit if isinstance(limit, int) else limit * documents
