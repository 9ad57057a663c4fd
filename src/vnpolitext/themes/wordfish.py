"""Wordfish: one dimension of difference between texts, without reference texts."""

import warnings
from dataclasses import dataclass
from html import escape
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse, special, stats
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils.validation import check_is_fitted, validate_data

from vnpolitext.notebook import counted
from vnpolitext.progress import track, under_way
from vnpolitext.themes.documents import DocumentsLike, as_documents, unknown_document
from vnpolitext.themes.vectorizer import WordVectorizer

Floats: TypeAlias = NDArray[np.float64]
_LIMIT = 30.0
_STEPS = 50


class Wordfish(ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Wordfish of Slapin and Proksch (2008), a Poisson model of word counts.

    ``y_ij ~ Poisson(exp(α_i + ψ_j + β_j θ_i))`` with the position ``θ_i`` of document ``i``,
    centred and of variance one, its length effect ``α_i``, and the weight ``β_j`` and frequency
    ``ψ_j`` of word ``j``. Fitted by alternating Newton steps on the penalised likelihood, with a
    normal prior on ``β``. The standard error of ``θ_i`` comes from its information given the words,
    with ``α_i`` profiled out: ``1 / √(Σ β²μ - (Σ βμ)² / Σ μ)``.

    Args:
        direction: Rows of two documents; the first gets the lower position.
        beta_sd: Standard deviation of the prior on word weights; ``None`` for no prior.
        theta_sd: Standard deviation of the prior on positions; ``None`` for no prior.
        tol: Stop when no position moves more than this.
        max_iter: At most that many rounds; then a ``ConvergenceWarning`` says so.

    A document without any counted word has no position: its values are NaN, and it moves no other.

    Attributes:
        theta_: Positions; shape (documents,).
        theta_se_: Their standard errors.
        alpha_: Length effects; shape (documents,), the first 0.
        beta_: Word weights; shape (terms,).
        psi_: Word frequencies, on the log scale; shape (terms,).
        n_iter_: Rounds that were run.
        log_likelihood_: Poisson log-likelihood at the end.

    Example:
        >>> model = Wordfish(direction=(0, 2)).fit([[9, 4, 1], [5, 4, 5], [1, 4, 9]])
        >>> model.theta_.round(1).tolist()
        [-1.0, 0.0, 1.0]
    """

    def __init__(
        self,
        *,
        direction: tuple[int, int] | None = None,
        beta_sd: float | None = 3.0,
        theta_sd: float | None = None,
        tol: float = 1e-5,
        max_iter: int = 1000,
    ) -> None:
        """Keep the settings; they are checked in ``fit``."""
        self.direction = direction
        self.beta_sd = beta_sd
        self.theta_sd = theta_sd
        self.tol = tol
        self.max_iter = max_iter

    @under_way("learning")
    def fit(self, X: Any, y: Any = None) -> "Wordfish":  # noqa: ARG002, N803
        """Fit positions and words to counts of shape (documents, terms)."""
        everything = self._counts(X, reset=True)
        filled = everything.sum(axis=1) > 0
        counts = everything[filled]
        if counts.shape[0] < 2:
            found = f"found {everything.shape[0]} sample"
            found += "" if filled.all() else f"(s), {counts.shape[0]} of them with counted words"
            raise ValueError(f"Wordfish needs at least 2 documents, {found}")
        if self.direction is not None and not filled[list(self.direction)].all():
            raise ValueError("direction names a document without any counted word")
        self.beta_, self.psi_, self.theta_, self.alpha_ = _start(counts)
        words, documents = _precision(self.beta_sd), _precision(self.theta_sd)
        for number in track(range(1, self.max_iter + 1), "wordfish", unit="round"):
            self.n_iter_ = number
            before = self.theta_
            self.psi_, self.beta_ = _newton(
                counts.T, self.beta_, self.alpha_, self.theta_, words, steps=2
            )
            self.alpha_, self.theta_ = _newton(
                counts, self.theta_, self.psi_, self.beta_, documents, steps=2
            )
            self._standardise()
            if np.abs(self.theta_ - before).max() < self.tol:
                break
        else:
            told = f"Wordfish moved still by more than {self.tol} after {self.max_iter} rounds"
            warnings.warn(told, ConvergenceWarning, stacklevel=2)
        self._orient(filled)
        self.alpha_, self.theta_ = _newton(counts, self.theta_, self.psi_, self.beta_, documents)
        self.psi_, self.alpha_ = self.psi_ + self.alpha_[0], self.alpha_ - self.alpha_[0]
        self.theta_se_ = self._errors(self.alpha_, self.theta_)
        rate = _linear(self.alpha_, self.theta_, self.psi_, self.beta_)
        self.log_likelihood_ = float(
            (counts * rate - np.exp(rate) - special.gammaln(counts + 1)).sum()
        )
        self.theta_, self.alpha_, self.theta_se_ = (
            _spread(values, filled) for values in (self.theta_, self.alpha_, self.theta_se_)
        )
        return self

    @under_way("counting")
    def transform(self, X: Any) -> Floats:  # noqa: N803
        """Return the positions of documents, old or new, given the words; shape (documents, 1)."""
        return self._place(self._counts(X))[1][:, None]

    @under_way("predicting")
    def predict_table(
        self,
        X: Any,  # noqa: N803
        names: list[str] | None = None,
        *,
        confidence: float = 0.95,
    ) -> pd.DataFrame:
        """Return positions with standard errors and intervals, for old or new documents.

        Returns:
            One row a document: ``document``, ``theta``, ``se``, ``low``, ``high``, ``alpha``.
        """
        alpha, theta = self._place(self._counts(X))
        error = self._errors(alpha, theta)
        margin = stats.norm.ppf(0.5 + confidence / 2) * error
        return pd.DataFrame(
            {
                "document": names or [str(number) for number in range(1, len(theta) + 1)],
                "theta": theta,
                "se": error,
                "low": theta - margin,
                "high": theta + margin,
                "alpha": alpha,
            }
        )

    @property
    def _n_features_out(self) -> int:
        return 1

    def _counts(self, X: Any, *, reset: bool = False) -> Floats:  # noqa: N803
        if not reset:
            check_is_fitted(self)
        X = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=reset)  # noqa: N806
        counts = np.asarray(X.toarray() if sparse.issparse(X) else X)
        if (counts < 0).any():
            raise ValueError("Negative values in data passed to Wordfish: counts are expected")
        return counts

    def _place(self, counts: Floats) -> tuple[Floats, Floats]:
        filled = counts.sum(axis=1) > 0
        start = np.zeros(int(filled.sum()))
        prior = _precision(self.theta_sd)
        alpha, theta = _newton(counts[filled], start, self.psi_, self.beta_, prior, steps=200)
        return _spread(alpha, filled), _spread(theta, filled)

    def _errors(self, alpha: Floats, theta: Floats) -> Floats:
        rate = np.exp(_linear(alpha, theta, self.psi_, self.beta_))
        length = rate.sum(axis=1)
        information = rate @ self.beta_**2 - (rate @ self.beta_) ** 2 / np.maximum(length, 1e-12)
        return np.asarray(1 / np.sqrt(np.maximum(information, 1e-12) + _precision(self.theta_sd)))

    def _standardise(self) -> None:
        """Centre the positions and give them variance one, without changing any rate."""
        mean, spread = self.theta_.mean(), self.theta_.std(ddof=1)
        spread = spread if spread > 0 else 1.0
        self.psi_ = self.psi_ + self.beta_ * mean
        self.theta_ = (self.theta_ - mean) / spread
        self.beta_ = self.beta_ * spread

    def _orient(self, filled: NDArray[np.bool_]) -> None:
        first, second = 0, -1
        if self.direction is not None:
            first, second = (int(filled[:row].sum()) for row in self.direction)
        if self.theta_[first] > self.theta_[second]:
            self.theta_, self.beta_ = -self.theta_, -self.beta_

    def __sklearn_tags__(self) -> Any:
        """Say that counts are not below zero."""
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.input_tags.positive_only = True
        return tags


_SHOWN: Final = 20


@dataclass(frozen=True)
class WordfishResult:
    """Positions and words of one fit.

    Attributes:
        documents: As of `Wordfish.predict_table`.
        words: ``term``, ``beta``, ``psi``, by weight.
        model: The fitted estimator.
        vectorizer: The fitted vectoriser, to place further documents.
    """

    documents: pd.DataFrame
    words: pd.DataFrame
    model: Wordfish
    vectorizer: WordVectorizer

    def __repr__(self) -> str:
        """Count the documents and the words."""
        return (
            f"WordfishResult({counted(len(self.documents), 'document')}, "
            f"{counted(len(self.words), 'word')}, {counted(self.model.n_iter_, 'round')})"
        )

    def _repr_html_(self) -> str:
        half = _SHOWN // 2
        ends = pd.concat([self.words.head(half), self.words.tail(half)]).drop_duplicates("term")
        frames = (self.documents.sort_values("theta").head(_SHOWN), ends)
        figure = "{:.2f}".format
        shown = [frame.to_html(border=0, index=False, float_format=figure) for frame in frames]
        return f"<p>{escape(repr(self))}</p>{shown[0]}<p>Words at both ends:</p>{shown[1]}"

    @under_way("predicting")
    def predict(self, documents: DocumentsLike) -> pd.DataFrame:
        """Return the positions of further documents."""
        read = as_documents(documents)
        counts = self.vectorizer.transform(read)
        return self.model.predict_table(counts, [document.id for document in read])


@under_way("wordfish")
def wordfish(
    documents: DocumentsLike,
    *,
    direction: tuple[str, str] | None = None,
    vectorizer: WordVectorizer | None = None,
    beta_sd: float | None = 3.0,
) -> WordfishResult:
    """Place documents on one dimension; see `Wordfish`.

    Args:
        documents: Texts or records.
        direction: Ids of two documents; the first gets the lower position.
        vectorizer: How words are counted; by default single words of at least two documents without
            shipped stop words.
        beta_sd: As in `Wordfish`.

    Returns:
        Tables of documents and of words, and the fitted model.

    Raises:
        ValueError: Fewer than two documents, or a direction of unknown ones.

    Example:
        >>> texts = {"a": "lúa, " * 8 + "lớp", "b": "lúa, lớp, " * 4, "c": "lúa" + ", lớp" * 8}
        >>> wordfish(texts, direction=("a", "c")).documents["theta"].is_monotonic_increasing
        True
    """
    read = as_documents(documents)
    names = [document.id for document in read]
    if unknown := [name for name in direction or () if name not in names]:
        raise unknown_document(unknown[0], names)
    vectorizer = vectorizer or WordVectorizer(stop_words="political", min_df=2)
    counts = vectorizer.fit_transform(read)
    rows = None if direction is None else (names.index(direction[0]), names.index(direction[1]))
    model = Wordfish(direction=rows, beta_sd=beta_sd).fit(counts)
    words = pd.DataFrame(
        {"term": vectorizer.get_feature_names_out(), "beta": model.beta_, "psi": model.psi_}
    )
    return WordfishResult(
        model.predict_table(counts, names),
        words.sort_values("beta", ignore_index=True),
        model,
        vectorizer,
    )


def _spread(values: Floats, filled: NDArray[np.bool_]) -> Floats:
    """Return values of the documents that have words, with NaN for the others."""
    whole = np.full(len(filled), np.nan)
    whole[filled] = values
    return whole


def _start(counts: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Starting values: margins, and the first singular vectors of what they leave."""
    smoothed = counts + 0.1
    alpha = np.log(smoothed.mean(axis=1))
    alpha = alpha - alpha[0]
    psi = np.log(smoothed.mean(axis=0)) - np.log(np.exp(alpha).mean())
    left, size, right = np.linalg.svd(
        np.log(smoothed) - alpha[:, None] - psi[None, :], full_matrices=False
    )
    theta, beta = left[:, 0] * np.sqrt(len(counts)), right[0] * size[0] / np.sqrt(len(counts))
    return np.clip(beta, -3, 3), psi, theta, alpha


def _precision(spread: float | None) -> float:
    return 0.0 if spread is None else 1 / spread**2


def _linear(alpha: Floats, theta: Floats, psi: Floats, beta: Floats) -> Floats:
    return np.clip(alpha[:, None] + psi[None, :] + theta[:, None] * beta[None, :], -_LIMIT, _LIMIT)


def _newton(
    counts: Floats,
    slope: Floats,
    offset: Floats,
    load: Floats,
    precision: float,
    *,
    steps: int = _STEPS,
) -> tuple[Floats, Floats]:
    """Poisson regressions, one a row: ``log rate = offset_j + level_i + slope_i load_j``.

    ``precision`` is that of the normal prior on the slopes. The level is solved for exactly, the
    slope by Newton steps of at most one.
    """
    total = np.maximum(counts.sum(axis=1), 1e-3)
    weighted = counts @ load
    for _ in range(steps):
        rate = np.exp(np.clip(offset[None, :] + slope[:, None] * load[None, :], -_LIMIT, _LIMIT))
        size = rate.sum(axis=1)
        mean = (rate @ load) / size
        spread = np.maximum((rate @ load**2) / size - mean**2, 0)
        gradient = weighted - total * mean - precision * slope
        curvature = total * spread + precision
        step = np.clip(gradient / np.maximum(curvature, 1e-9), -1, 1)
        slope = np.clip(slope + step, -_LIMIT, _LIMIT)
        if np.abs(step).max() < 1e-10:
            break
    rate = np.exp(np.clip(offset[None, :] + slope[:, None] * load[None, :], -_LIMIT, _LIMIT))
    return np.log(total / rate.sum(axis=1)), slope
