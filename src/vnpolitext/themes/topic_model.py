"""The estimator behind topics: NMF or LDA, with seeds."""

from collections.abc import Sequence
from typing import Any, Final, Literal, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse, special
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.utils.validation import check_is_fitted, validate_data

from vnpolitext.progress import track, under_way

Method: TypeAlias = Literal["nmf", "lda"]
Floats: TypeAlias = NDArray[np.float64]
Seeds: TypeAlias = Sequence[Sequence[int]]
_SEED_WEIGHT: Final = 50.0
_GUIDING_ROWS: Final = 0.05
_GUIDING_WORDS: Final = 0.003


class TopicModel(ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """NMF or LDA of scikit-learn behind one interface, with seeds.

    ``"nmf"``: non-negative factors (Lee and Seung 1999) of ``ln(1 + tf) · idf``, rows of length
    one, from scikit-learn's deterministic start (NNDSVDa); the topics of a document are its exact
    non-negative least squares given the factors. ``"lda"``: latent Dirichlet allocation
    of the counts (Blei, Ng and Jordan 2003), by variational Bayes. Seed terms guide their topic
    all the way: in NMF by a further row of theirs that weighs 5 % of the documents (Vendrow,
    Haddock, Rebrova and Needell 2021), in LDA by a prior of 0.3 % of all words (Lu, Ott, Cardie and
    Tsou 2011).

    Args:
        n_topics: Number of topics.
        method: ``"nmf"`` or ``"lda"``.
        seeds: Columns of the seed terms of the first topics.
        max_iter: Greatest number of rounds.
        random_state: Seed of everything random.

    Attributes:
        components_: Weight of each term in each topic; shape (topics, terms), rows sum to 1.
        n_iter_: Rounds that were run.

    Example:
        >>> shares = TopicModel(2).fit_transform([[3, 1, 0, 0], [1, 2, 0, 0], [0, 0, 2, 2]])
        >>> shares.round(2).tolist()[2]
        [0.0, 1.0]
    """

    def __init__(
        self,
        n_topics: int = 10,
        *,
        method: Method = "nmf",
        seeds: Seeds | None = None,
        max_iter: int = 1000,
        random_state: int | None = 0,
    ) -> None:
        """Keep the settings; they are checked in ``fit``."""
        self.n_topics = n_topics
        self.method = method
        self.seeds = seeds
        self.max_iter = max_iter
        self.random_state = random_state

    def fit(self, X: Any, y: Any = None) -> "TopicModel":  # noqa: N803
        """Fit topics to counts of shape (documents, terms)."""
        self.fit_transform(X, y)
        return self

    @under_way("learning")
    def fit_transform(self, X: Any, y: Any = None) -> Floats:  # noqa: ARG002, N803
        """Fit; return the share of each topic in each document, rows that sum to 1."""
        counts = self._counts(X, reset=True)
        if self.method == "nmf":
            self._tfidf = TfidfTransformer().fit(counts)
            with np.errstate(invalid="ignore"):  # an exact fit may leave an error just below 0
                self._model = self._fit_nmf(self._tfidf.transform(counts.log1p()))
        elif self.method == "lda":
            self._model = _SeededLDA(
                self.n_topics,
                max_iter=min(self.max_iter, 50),
                learning_method="batch",
                random_state=self.random_state,
                seeds=self.seeds,
                pseudo=_GUIDING_WORDS * float(counts.sum()),
            ).fit(counts)
        else:
            raise ValueError(f"unknown method {self.method!r}: 'nmf' or 'lda'")
        self.n_iter_ = self._model.n_iter_
        self.components_ = _shares(self._model.components_)
        return self._topics(counts)

    @under_way("counting")
    def transform(self, X: Any) -> Floats:  # noqa: N803
        """Return the share of each topic in each document, rows that sum to 1."""
        check_is_fitted(self)
        return self._topics(self._counts(X))

    @property
    def _n_features_out(self) -> int:
        return int(self.components_.shape[0])

    def _counts(self, X: Any, *, reset: bool = False) -> sparse.csr_matrix:  # noqa: N803
        X = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=reset)  # noqa: N806
        counts = sparse.csr_matrix(X)
        if counts.nnz and counts.data.min() < 0:
            raise ValueError("Negative values in data passed to TopicModel: counts are expected")
        return counts

    def _fit_nmf(self, weights: sparse.csr_matrix) -> NMF:
        settings = {
            "n_components": self.n_topics,
            "max_iter": self.max_iter,
            "random_state": self.random_state,
            "tol": 1e-3,
        }
        if not self.seeds:
            small = self.n_topics <= min(weights.shape)
            return NMF(init="nndsvda" if small else "random", **settings).fit(weights)
        random = np.random.default_rng(self.random_state)
        level = float(np.sqrt(max(weights.mean(), 1e-9) / self.n_topics))
        start = random.uniform(0.5, 1.0, (self.n_topics, weights.shape[1])) * level
        guides = np.zeros((len(self.seeds), weights.shape[1]))
        for topic, columns in enumerate(self.seeds):
            guides[topic, list(columns)] = np.sqrt(_GUIDING_ROWS * weights.shape[0] / len(columns))
            start[topic, list(columns)] += level * _SEED_WEIGHT
        loads = np.asarray(weights @ start.T) + level
        loads *= level / loads.max()
        guided = np.eye(len(self.seeds), self.n_topics) * float(loads.max())
        model = NMF(init="custom", **settings)
        rows = sparse.vstack((weights, sparse.csr_matrix(guides)), format="csr")
        model.fit_transform(rows, W=np.vstack((loads, guided)), H=start)
        return model

    def _topics(self, counts: sparse.csr_matrix) -> Floats:
        if self.method == "lda":
            return _shares(self._model.transform(counts))
        factor, triangle = np.linalg.qr(self._model.components_.T)
        targets = self._tfidf.transform(counts.log1p()) @ factor
        return _shares(
            np.asarray([optimize.nnls(triangle, row)[0] for row in track(targets, "shares")])
        )

    def __sklearn_tags__(self) -> Any:
        """Say that counts are not below zero."""
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.input_tags.positive_only = True
        return tags


class _SeededLDA(LatentDirichletAllocation):  # type: ignore[misc]
    """LDA whose prior gives each seeded topic ``pseudo`` words more, of its seed terms."""

    def __init__(
        self,
        n_components: int = 10,
        *,
        max_iter: int = 10,
        learning_method: str = "batch",
        random_state: int | None = None,
        seeds: Seeds | None = None,
        pseudo: float = 0.0,
    ) -> None:
        super().__init__(
            n_components,
            max_iter=max_iter,
            learning_method=learning_method,
            random_state=random_state,
        )
        self.seeds = seeds
        self.pseudo = pseudo

    def fit(self, X: Any, y: Any = None) -> Self:  # noqa: N803
        """Learn the topics, with a bar over the rounds."""
        self._rounds = track(range(self.max_iter), "topics", unit="round")
        try:
            super().fit(X, y)
        finally:
            next(self._rounds, None)  # the bar is closed behind its last round
            del self._rounds
        return self

    def _init_latent_vars(self, n_features: int, *args: Any, **settings: Any) -> None:
        super()._init_latent_vars(n_features, *args, **settings)
        self._guide()

    def _em_step(self, *args: Any, **settings: Any) -> None:
        super()._em_step(*args, **settings)
        next(self._rounds, None)
        self._guide()

    def _guide(self) -> None:
        if not self.seeds:
            return
        for topic, columns in enumerate(self.seeds):
            self.components_[topic, list(columns)] += self.pseudo / len(columns)
        total = special.psi(self.components_.sum(axis=1, keepdims=True))
        self.exp_dirichlet_component_ = np.exp(special.psi(self.components_) - total)


def _shares(weights: Floats) -> Floats:
    """Rows that sum to 1; an empty row is spread evenly."""
    total = weights.sum(axis=1, keepdims=True)
    even = np.full_like(weights, 1 / max(weights.shape[1], 1))
    return np.where(total > 0, weights / np.where(total > 0, total, 1), even)
