"""Wordscores: positions of texts from reference texts whose positions are known."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import sparse, stats
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.utils.validation import check_is_fitted, validate_data

from vnpolitext.progress import under_way
from vnpolitext.themes.documents import DocumentsLike, as_documents, unknown_document
from vnpolitext.themes.vectorizer import WordVectorizer

Rescaling: TypeAlias = Literal["none", "lbg", "mv"]
Floats: TypeAlias = NDArray[np.float64]


class Wordscores(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    r"""Wordscores of Laver, Benoit and Garry (2003), *Extracting policy positions from texts*.

    With relative frequencies ``F_wr`` of word ``w`` in reference text ``r`` of score ``A_r``::

        P_wr = F_wr / Σ_r F_wr          S_w = Σ_r P_wr A_r
        S_v  = Σ_w F_wv S_w             SE(S_v) = √(Σ_w F_wv (S_w - S_v)²) / √N_v

    where the virgin text's frequencies ``F_wv`` and its length ``N_v`` count scored words only.

    Args:
        smooth: Added to every count of the reference texts (0 in the article).

    Attributes:
        scores_: Score of each word, not a number for words of no reference text; shape (terms,).
        reference_scores_: The scores given to ``fit``.

    Example:
        >>> model = Wordscores().fit([[6, 3, 1], [1, 3, 6]], [-1, 1])
        >>> model.scores_.round(2).tolist(), model.predict([[3, 3, 3]]).round(2).tolist()
        ([-0.71, 0.0, 0.71], [0.0])
    """

    def __init__(self, *, smooth: float = 0.0) -> None:
        """Keep the settings; they are checked in ``fit``."""
        self.smooth = smooth

    @under_way("learning")
    def fit(self, X: Any, y: ArrayLike) -> "Wordscores":  # noqa: N803
        """Score the words of reference texts.

        Args:
            X: Counts of shape (reference texts, terms), not below zero.
            y: Position of each reference text.
        """
        X, checked = validate_data(  # noqa: N806
            self, X, y, accept_sparse="csr", y_numeric=True, dtype=np.float64
        )
        positions = np.asarray(checked, dtype=float)
        counts = _dense(X)
        if (counts < 0).any():
            raise ValueError("Negative values in data passed to Wordscores: counts are expected")
        counts = counts + self.smooth
        lengths = counts.sum(axis=1, keepdims=True)
        rates = counts / np.where(lengths > 0, lengths, 1)
        total = rates.sum(axis=0)
        with np.errstate(invalid="ignore"):
            self.scores_ = np.asarray(positions @ rates / np.where(total > 0, total, np.nan))
        self.reference_scores_ = positions
        self._reference_raw = self._score(counts - self.smooth)[0]
        return self

    @under_way("predicting")
    def predict(self, X: Any) -> Floats:  # noqa: N803
        """Return the raw score of each text, not a number where no word is scored."""
        return self._score(self._checked(X))[0]

    @under_way("predicting")
    def predict_table(
        self,
        X: Any,  # noqa: N803
        names: list[str] | None = None,
        *,
        rescaling: Rescaling = "none",
        confidence: float = 0.95,
    ) -> pd.DataFrame:
        """Return scores with standard errors and intervals.

        Args:
            X: Counts of shape (texts, terms).
            names: One a text.
            rescaling: ``"lbg"`` gives the texts' scores the spread of the reference scores (Laver,
                Benoit and Garry 2003), ``"mv"`` puts the reference texts back on their scores
                (Martin and Vanberg 2007; the lowest and the highest are the anchors).
            confidence: Level of the interval.

        Returns:
            One row a text: ``document``, ``score``, ``se``, ``low``, ``high`` (all rescaled),
            ``raw``, ``words`` (scored).
        """
        counts = self._checked(X)
        raw, error, words = self._score(counts)
        slope, shift = self._line(raw, rescaling)
        score, error = raw * slope + shift, error * abs(slope)
        margin = stats.norm.ppf(0.5 + confidence / 2) * error
        return pd.DataFrame(
            {
                "document": names or [str(number) for number in range(1, len(raw) + 1)],
                "score": score,
                "se": error,
                "low": score - margin,
                "high": score + margin,
                "raw": raw,
                "words": words,
            }
        )

    def _checked(self, X: Any) -> Floats:  # noqa: N803
        check_is_fitted(self)
        return _dense(validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=False))

    def _score(self, counts: Floats) -> tuple[Floats, Floats, Floats]:
        """Raw score, standard error and number of scored words of each text."""
        known = ~np.isnan(self.scores_)
        counts, scores = counts[:, known], self.scores_[known]
        words = counts.sum(axis=1)
        rates = counts / np.where(words > 0, words, np.nan)[:, None]
        raw = rates @ scores
        spread = np.einsum("ij,ij->i", rates, (scores[None, :] - raw[:, None]) ** 2)
        return raw, np.sqrt(spread / np.where(words > 0, words, np.nan)), words

    def _line(self, raw: Floats, rescaling: Rescaling) -> tuple[float, float]:
        if rescaling == "none":
            return 1.0, 0.0
        if rescaling == "lbg":
            spread = float(np.nanstd(raw, ddof=1)) if np.isfinite(raw).sum() > 1 else 0.0
            if not spread:
                raise ValueError("rescaling 'lbg' needs two texts with different scores")
            slope = float(self.reference_scores_.std(ddof=1)) / spread
            return slope, float(np.nanmean(raw)) * (1 - slope)
        if rescaling == "mv":
            low, high = int(self.reference_scores_.argmin()), int(self.reference_scores_.argmax())
            width = float(self._reference_raw[high] - self._reference_raw[low])
            slope = float(self.reference_scores_[high] - self.reference_scores_[low]) / width
            return slope, float(self.reference_scores_[low] - slope * self._reference_raw[low])
        raise ValueError(f"unknown rescaling {rescaling!r}: 'none', 'lbg' or 'mv'")

    def __sklearn_tags__(self) -> Any:
        """Say that counts are not below zero."""
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.input_tags.positive_only = True
        tags.regressor_tags.poor_score = True
        return tags


@under_way("wordscores")
def wordscores(
    documents: DocumentsLike,
    references: Mapping[str, float],
    *,
    rescaling: Rescaling = "none",
    vectorizer: WordVectorizer | None = None,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Place documents between reference documents; see `Wordscores`.

    Args:
        documents: Texts or records, the reference documents among them.
        references: Position of each reference document, by its id.
        rescaling: As in `Wordscores.predict_table`; over all documents but the references.
        vectorizer: How words are counted; by default single words without shipped stop words.
        confidence: Level of the interval.

    Returns:
        The table of `Wordscores.predict_table` for the documents that are no references.

    Raises:
        ValueError: Fewer than two references, or an unknown one.

    Example:
        >>> texts = {"left": "phúc lợi, phúc lợi", "right": "thị trường", "new": "phúc lợi"}
        >>> wordscores(texts, {"left": -1, "right": 1})[["document", "score"]].values.tolist()
        [['new', -1.0]]
    """
    read = as_documents(documents)
    names = [document.id for document in read]
    if unknown := sorted(set(references) - set(names)):
        raise unknown_document(unknown[0], names)
    if len(references) < 2:
        raise ValueError("wordscores needs at least two reference documents")
    counts = (vectorizer or WordVectorizer(stop_words="political")).fit_transform(read)
    given = [number for number, name in enumerate(names) if name in references]
    rest = [number for number, name in enumerate(names) if name not in references]
    model = Wordscores().fit(counts[given], [references[names[number]] for number in given])
    return model.predict_table(
        counts[rest], [names[number] for number in rest], rescaling=rescaling, confidence=confidence
    )


def _dense(counts: Any) -> Floats:
    return np.asarray(counts.toarray() if sparse.issparse(counts) else counts, dtype=float)
