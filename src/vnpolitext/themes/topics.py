"""Topics: groups of words that documents use together, found without a lexicon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import optimize, sparse, special
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.utils.validation import check_is_fitted, validate_data

from vnpolitext.themes.coherence import key_terms, topic_agreement, topic_coherence
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents
from vnpolitext.themes.sections import section_documents
from vnpolitext.themes.vectorizer import WordVectorizer
from vnpolitext.themes.words import spell

Method: TypeAlias = Literal["nmf", "lda"]
Floats: TypeAlias = NDArray[np.float64]
Seeds: TypeAlias = Sequence[Sequence[int]]
_SEED_WEIGHT: Final = 50.0


class TopicModel(ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """NMF or LDA of scikit-learn behind one interface, with seeds.

    ``"nmf"``: non-negative factors (Lee and Seung 1999) of ``ln(1 + tf) · idf``, rows of length
    one, from scikit-learn's deterministic start (NNDSVDa); the topics of a document are its exact
    non-negative least squares given the factors. ``"lda"``: latent Dirichlet allocation
    of the counts (Blei, Ng and Jordan 2003), by variational Bayes. Seed terms begin with a raised
    weight in their topic (as in Jagarlamudi, Daumé and Udupa 2012, at the start only); the texts
    decide what becomes of it.

    Args:
        n_topics: Number of topics.
        method: ``"nmf"`` or ``"lda"``.
        seeds: Columns of the seed terms of the first topics.
        max_iter: Greatest number of rounds.
        random_state: Seed of everything random.

    Attributes:
        components_: Weight of each term in each topic; shape (topics, terms), rows sum to 1.
        n_iter_: Rounds that were run.
    """

    def __init__(
        self,
        n_topics: int = 10,
        *,
        method: Method = "nmf",
        seeds: Seeds | None = None,
        max_iter: int = 300,
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

    def fit_transform(self, X: Any, y: Any = None) -> Floats:  # noqa: ARG002, N803
        """Fit; return the share of each topic in each document, rows that sum to 1."""
        counts = self._counts(X, reset=True)
        if self.method == "nmf":
            self._tfidf = TfidfTransformer().fit(counts)
            self._model = self._fit_nmf(self._tfidf.transform(counts.log1p()))
        elif self.method == "lda":
            self._model = _SeededLDA(
                self.n_topics,
                max_iter=min(self.max_iter, 50),
                learning_method="batch",
                random_state=self.random_state,
                seeds=self.seeds,
            ).fit(counts)
        else:
            raise ValueError(f"unknown method {self.method!r}: 'nmf' or 'lda'")
        self.n_iter_ = self._model.n_iter_
        self.components_ = _shares(self._model.components_)
        return self._topics(counts)

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
        for topic, columns in enumerate(self.seeds):
            start[topic, list(columns)] += level * _SEED_WEIGHT
        loads = np.asarray(weights @ start.T) + level
        model = NMF(init="custom", **settings)
        model.fit_transform(weights, W=loads / loads.max() * level, H=start)
        return model

    def _topics(self, counts: sparse.csr_matrix) -> Floats:
        if self.method == "lda":
            return _shares(self._model.transform(counts))
        factor, triangle = np.linalg.qr(self._model.components_.T)
        targets = self._tfidf.transform(counts.log1p()) @ factor
        return _shares(np.asarray([optimize.nnls(triangle, target)[0] for target in targets]))

    def __sklearn_tags__(self) -> Any:
        """Say that counts are not below zero."""
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.input_tags.positive_only = True
        return tags


class _SeededLDA(LatentDirichletAllocation):  # type: ignore[misc]
    """LDA whose topics start with a raised weight of their seed terms."""

    def __init__(
        self,
        n_components: int = 10,
        *,
        max_iter: int = 10,
        learning_method: str = "batch",
        random_state: int | None = None,
        seeds: Seeds | None = None,
    ) -> None:
        super().__init__(
            n_components,
            max_iter=max_iter,
            learning_method=learning_method,
            random_state=random_state,
        )
        self.seeds = seeds

    def _init_latent_vars(self, n_features: int, *args: Any, **settings: Any) -> None:
        super()._init_latent_vars(n_features, *args, **settings)
        if not self.seeds:
            return
        start = np.asarray(self.components_)
        for topic, columns in enumerate(self.seeds):
            start[topic, list(columns)] += _SEED_WEIGHT
        total = special.psi(start.sum(axis=1, keepdims=True))
        self.exp_dirichlet_component_ = np.exp(special.psi(start) - total)


@dataclass(frozen=True)
class Topics:
    """Topics of a set of documents.

    Attributes:
        topics: One row a topic: ``topic`` (from 1), ``label`` (its three key terms), ``terms``,
            ``share`` (mean over documents), ``coherence``.
        terms: One row a topic and key term: ``topic``, ``term``, ``weight``, ``rank``.
        documents: One row a document, one column a topic; rows sum to 1.
        passages: The passages most typical of each topic: ``topic``, ``document``, ``start``,
            ``end``, ``share``, ``text``.
        model: The fitted estimator.
        vectorizer: The fitted vectoriser, for `predict`.
    """

    topics: pd.DataFrame
    terms: pd.DataFrame
    documents: pd.DataFrame
    passages: pd.DataFrame
    model: TopicModel
    vectorizer: WordVectorizer

    def predict(self, documents: DocumentsLike) -> pd.DataFrame:
        """Return the topics of further documents."""
        read = as_documents(documents)
        shares = self.model.transform(self.vectorizer.transform(read))
        return pd.DataFrame(
            shares, index=[document.id for document in read], columns=self.documents.columns
        )

    def _repr_html_(self) -> str:
        return str(self.topics.to_html(border=0, float_format="{:.2f}".format))


def find_topics(
    documents: DocumentsLike,
    n_topics: int = 10,
    *,
    method: Method = "nmf",
    seeds: Mapping[str, Sequence[str]] | None = None,
    vectorizer: WordVectorizer | None = None,
    terms: int = 10,
    passages: int = 3,
    random_state: int = 0,
) -> Topics:
    """Find topics; see `TopicModel` for the methods.

    Args:
        documents: Texts or records.
        n_topics: Number of topics; see `choose_topics`.
        method: ``"nmf"`` or ``"lda"``.
        seeds: Names and seed terms of the first topics; the names become their labels.
        vectorizer: How words are counted; by default single words of two or more documents without
            shipped stop words.
        terms: Number of key terms of a topic.
        passages: Number of representative passages of a topic (sections, see `split_sections`).
        random_state: Seed of everything random.

    Raises:
        ValueError: More seeds than topics, or no seed term of a topic occurs.
    """
    read = as_documents(documents)
    vectorizer = vectorizer or _default_vectorizer()
    counts = vectorizer.fit_transform(read)
    model = TopicModel(
        n_topics,
        method=method,
        seeds=_seed_columns(seeds, vectorizer, n_topics),
        random_state=random_state,
    )
    shares = model.fit_transform(counts)
    names = vectorizer.get_feature_names_out()
    keys = key_terms(model.components_, terms)
    labels = list(seeds or ())
    labels += [", ".join(names[columns[:3]]) for columns in keys[len(labels) :]]
    order = range(1, n_topics + 1)
    table = pd.DataFrame(
        {
            "topic": order,
            "label": labels,
            "terms": [", ".join(names[columns]) for columns in keys],
            "share": shares.mean(axis=0),
            "coherence": topic_coherence(counts, keys),
        }
    )
    weights = pd.DataFrame(
        [
            (topic, names[column], model.components_[topic - 1, column], rank)
            for topic, columns in zip(order, keys, strict=True)
            for rank, column in enumerate(columns, start=1)
        ],
        columns=["topic", "term", "weight", "rank"],
    )
    by_document = pd.DataFrame(
        shares, index=[document.id for document in read], columns=pd.Index(labels)
    )
    typical = _typical_passages(read, vectorizer, model, passages)
    return Topics(table, weights, by_document, typical, model, vectorizer)


def choose_topics(
    documents: DocumentsLike,
    numbers: Sequence[int] = (5, 10, 15, 20),
    *,
    method: Method = "nmf",
    vectorizer: WordVectorizer | None = None,
    terms: int = 10,
    runs: int = 4,
    sample: float = 0.8,
    random_state: int = 0,
) -> pd.DataFrame:
    """Return coherence and stability for several numbers of topics.

    Coherence is the mean NPMI of the key terms over topics (see `topic_coherence`). Stability is
    the mean agreement (see `topic_agreement`) of ``runs`` fits, each with its own seed on its own
    random ``sample`` of the documents, with the fit on all of them (Greene, O'Callaghan and
    Cunningham 2014). A good number is high in both.

    Args:
        documents: Texts or records.
        numbers: Numbers of topics to try.
        method: ``"nmf"`` or ``"lda"``.
        vectorizer: As in `find_topics`.
        terms: Number of key terms.
        runs: Number of fits for stability.
        sample: Share of the documents of a fit.
        random_state: Seed of everything random.

    Returns:
        One row a number: ``n_topics``, ``coherence``, ``stability``.
    """
    counts = (vectorizer or _default_vectorizer()).fit_transform(as_documents(documents))
    random = np.random.default_rng(random_state)
    size = max(2, round(counts.shape[0] * sample))
    parts = [
        np.sort(random.choice(counts.shape[0], min(size, counts.shape[0]), replace=False))
        for _ in range(runs)
    ]
    rows = []
    for number in numbers:
        whole = TopicModel(number, method=method, random_state=random_state).fit(counts)
        agreement = [
            topic_agreement(
                whole.components_,
                TopicModel(number, method=method, random_state=random_state + run)
                .fit(counts[part])
                .components_,
                terms,
            )
            for run, part in enumerate(parts, start=1)
        ]
        coherence = topic_coherence(counts, key_terms(whole.components_, terms))
        rows.append((number, float(np.mean(coherence)), float(np.mean(agreement or [np.nan]))))
    return pd.DataFrame(rows, columns=["n_topics", "coherence", "stability"])


def _default_vectorizer() -> WordVectorizer:
    return WordVectorizer(stop_words="political", min_df=2)


def _shares(weights: Floats) -> Floats:
    """Rows that sum to 1; an empty row is spread evenly."""
    total = weights.sum(axis=1, keepdims=True)
    even = np.full_like(weights, 1 / max(weights.shape[1], 1))
    return np.where(total > 0, weights / np.where(total > 0, total, 1), even)


def _seed_columns(
    seeds: Mapping[str, Sequence[str]] | None, vectorizer: WordVectorizer, n_topics: int
) -> list[list[int]] | None:
    if not seeds:
        return None
    if len(seeds) > n_topics:
        raise ValueError(f"{len(seeds)} seeded topics, but n_topics is {n_topics}")
    columns: list[list[int]] = []
    for name, words in seeds.items():
        spelled = [spell(word, vectorizer.spelling) for word in words]
        known = [vectorizer.vocabulary_[word] for word in spelled if word in vectorizer.vocabulary_]
        if not known:
            raise ValueError(f"no seed term of {name!r} is a term of the documents: {list(words)}")
        columns.append(known)
    return columns


def _typical_passages(
    documents: Sequence[Document], vectorizer: WordVectorizer, model: TopicModel, count: int
) -> pd.DataFrame:
    """Sections with the greatest share of a topic, weighted by how much they say."""
    columns = ["topic", "document", "start", "end", "share", "text"]
    sections = section_documents(documents)
    if not sections or count < 1:
        return pd.DataFrame(columns=columns)
    counts = vectorizer.transform(sections)
    shares = model.transform(counts)
    words = np.asarray(counts.sum(axis=1)).ravel()
    weight = shares * (1 - np.exp(-words / 20))[:, None]
    rows = []
    for topic in range(shares.shape[1]):
        for at in np.argsort(-weight[:, topic], kind="stable")[:count]:
            part = sections[int(at)]
            share = float(shares[at, topic])
            end = part.offset + len(part.text)
            name = part.metadata["document"]
            rows.append((topic + 1, name, part.offset, end, share, part.text))
    return pd.DataFrame(rows, columns=columns)
