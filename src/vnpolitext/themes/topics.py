"""Topics: groups of words that documents use together, found without a lexicon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy import sparse

from vnpolitext.notebook import counted
from vnpolitext.progress import track, under_way
from vnpolitext.themes.coherence import key_terms, topic_agreement, topic_coherence
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents
from vnpolitext.themes.sections import section_documents
from vnpolitext.themes.topic_model import Method, TopicModel
from vnpolitext.themes.vectorizer import WordVectorizer
from vnpolitext.themes.words import spell

NUMBERS: Final = (5, 10, 15, 20)


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

    @under_way("predicting")
    def predict(self, documents: DocumentsLike) -> pd.DataFrame:
        """Return the topics of further documents."""
        read = as_documents(documents)
        shares = self.model.transform(self.vectorizer.transform(read))
        return pd.DataFrame(
            shares, index=[document.id for document in read], columns=self.documents.columns
        )

    def __repr__(self) -> str:
        """Count the topics, the documents and the terms."""
        terms = counted(len(self.vectorizer.vocabulary_), "term")
        documents = counted(len(self.documents), "document")
        return f"Topics({counted(len(self.topics), 'topic')}, {documents}, {terms})"

    def _repr_html_(self) -> str:
        return str(self.topics.to_html(border=0, float_format="{:.2f}".format))


@under_way("find topics")
def find_topics(
    documents: DocumentsLike,
    n_topics: int | None = 10,
    *,
    method: Method = "nmf",
    seeds: Mapping[str, Sequence[str]] | None = None,
    vectorizer: WordVectorizer | None = None,
    terms: int = 10,
    passages: int = 3,
    random_state: int = 0,
) -> Topics:
    """Find topics (*chủ đề tiềm ẩn*); see `TopicModel` for the methods.

    Args:
        documents: Texts or records.
        n_topics: Number of topics; ``None`` for the one that `choose_topics` chooses, seeds aside.
        method: ``"nmf"`` or ``"lda"``.
        seeds: Names and seed terms of the first topics; the names become their labels.
        vectorizer: How words are counted; by default single words of two or more documents without
            shipped stop words.
        terms: Number of key terms of a topic.
        passages: Number of representative passages of a topic (sections, see `split_sections`).
        random_state: Seed of everything random.

    Returns:
        Tables of topics, of their terms, of documents and of passages, and the fitted model.

    Raises:
        ValueError: More seeds than topics, or no seed term of a topic occurs.

    Example:
        >>> texts = ["thủy lợi, lúa, lúa", "lúa, thủy lợi", "học sinh, lớp", "lớp, học sinh, lớp"]
        >>> topics = find_topics(texts, 2, seeds={"school": ["học sinh"]})
        >>> topics.documents["school"].round().tolist()
        [0.0, 0.0, 1.0, 1.0]
    """
    read = as_documents(documents)
    vectorizer = vectorizer or _default_vectorizer()
    counts = vectorizer.fit_transform(read)
    if n_topics is None:
        numbers = [number for number in NUMBERS if len(seeds or ()) <= number < len(read)]
        tried = _quality(counts, numbers or [max(len(seeds or ()), 2)], method, terms, random_state)
        n_topics = int(tried.loc[tried["chosen"], "n_topics"].iloc[0])
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


@under_way("choose topics")
def choose_topics(
    documents: DocumentsLike,
    numbers: Sequence[int] = NUMBERS,
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
    Cunningham 2014). A good number is high in both: chosen is the one whose mean of the two, each
    scaled from 0 to 1 over the numbers tried, is greatest; of equals the smallest.

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
        One row a number: ``n_topics``, ``coherence``, ``stability``, ``chosen``.

    Raises:
        ValueError: There is no number to try.

    Example:
        >>> texts = ["thủy lợi, lúa", "lúa, lúa, thủy lợi", "học sinh, lớp", "lớp, học sinh"] * 3
        >>> choose_topics(texts, [2, 3], terms=2).query("chosen")["n_topics"].tolist()
        [2]
    """
    if not len(numbers):
        raise ValueError("name at least one number of topics to try")
    counts = (vectorizer or _default_vectorizer()).fit_transform(as_documents(documents))
    return _quality(counts, numbers, method, terms, random_state, runs=runs, sample=sample)


def _quality(
    counts: sparse.csr_matrix,
    numbers: Sequence[int],
    method: Method,
    terms: int,
    random_state: int,
    *,
    runs: int = 4,
    sample: float = 0.8,
) -> pd.DataFrame:
    """Return the table of `choose_topics`."""
    random = np.random.default_rng(random_state)
    size = max(2, round(counts.shape[0] * sample))
    parts = [
        np.sort(random.choice(counts.shape[0], min(size, counts.shape[0]), replace=False))
        for _ in range(runs)
    ]
    rows = []
    for number in track(numbers, "numbers of topics", unit="number"):
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
    table = pd.DataFrame(rows, columns=["n_topics", "coherence", "stability"])
    measures = table[["coherence", "stability"]].fillna(0)
    spread = (measures.max() - measures.min()).replace(0, 1)
    score = ((measures - measures.min()) / spread).mean(axis=1)
    best = table.loc[score >= score.max() - 1e-12, "n_topics"].min()
    table["chosen"] = table["n_topics"] == best
    return table


def _default_vectorizer() -> WordVectorizer:
    return WordVectorizer(stop_words="political", min_df=2)


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
