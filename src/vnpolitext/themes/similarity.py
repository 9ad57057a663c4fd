"""How alike documents are: TF-IDF or latent vectors, cosine, neighbours, clusters."""

from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from vnpolitext.models import Embedder, unit_vectors
from vnpolitext.progress import track, under_way
from vnpolitext.themes.documents import DocumentsLike, as_documents
from vnpolitext.themes.event_space import event_vectors, weighted
from vnpolitext.themes.sections import section_documents
from vnpolitext.themes.vectorizer import WordVectorizer

Unit: TypeAlias = Literal["document", "section"]
Space: TypeAlias = Literal["tfidf", "latent", "event"]
Floats: TypeAlias = NDArray[np.float64]
_BLOCK = 2000
_LARGE = 50


@under_way("similarity")
def similarity(
    documents: DocumentsLike,
    *,
    unit: Unit = "document",
    space: Space = "tfidf",
    vectorizer: WordVectorizer | None = None,
    dimensions: int = 100,
    random_state: int = 0,
    embedder: str | Embedder | None = None,
) -> pd.DataFrame:
    """Return the cosine similarity of all pairs (*độ tương đồng*).

    ``"tfidf"``: weight ``(1 + ln tf) · ln(1 + (n - df + ½) / (df + ½))``, vectors of length one
    (Salton and Buckley 1988, with the inverse document frequency of Robertson and Spärck Jones
    1976). ``"latent"``: the same, reduced by singular value decomposition (Deerwester et al. 1990).
    ``"event"``: words and records together, to tell reports of one event from others in the same
    words; persons, days, places, cited documents and bodies weigh more than words.

    Args:
        documents: Texts or records.
        unit: ``"document"`` or ``"section"``.
        space: ``"tfidf"``, ``"latent"`` or ``"event"``; for the last, documents without records are
            analysed first.
        vectorizer: How words are counted; by default words, numbers and pairs of neighbours, those
            of one document only left out of collections of 50 or more.
        dimensions: Of the latent space, at most.
        random_state: Seed of the decomposition.
        embedder: A model of the kind ``embeddings``, or its name, in the place of counted words.

    Returns:
        A square table in the documents' order, named by their ids.

    Example:
        >>> table = similarity({"a": "cải cách hành chính", "b": "cải cách hành chính"})
        >>> round(float(table.loc["a", "b"]), 6)
        1.0
    """
    names, vectors = document_vectors(
        documents,
        unit=unit,
        space=space,
        vectorizer=vectorizer,
        dimensions=dimensions,
        random_state=random_state,
        embedder=embedder,
    )
    return cosine_table(vectors, names)


def cosine_table(vectors: Any, names: list[str]) -> pd.DataFrame:
    """Return the square table of vectors of length one."""
    cosine = vectors @ vectors.T
    values = cosine.toarray() if sparse.issparse(cosine) else np.asarray(cosine)
    values = np.clip(values, -1, 1)
    np.fill_diagonal(values, 1)
    return pd.DataFrame(values, index=names, columns=names)


@under_way("nearest")
def nearest(
    documents: DocumentsLike,
    *,
    count: int = 5,
    unit: Unit = "document",
    space: Space = "tfidf",
    vectorizer: WordVectorizer | None = None,
    dimensions: int = 100,
    random_state: int = 0,
    embedder: str | Embedder | None = None,
) -> pd.DataFrame:
    """Return the nearest neighbours of each document, in blocks, without the square table.

    Args:
        documents: Texts or records.
        count: Number of neighbours.
        unit: As in `similarity`.
        space: As in `similarity`.
        vectorizer: As in `similarity`.
        dimensions: As in `similarity`.
        random_state: As in `similarity`.
        embedder: As in `similarity`.

    Returns:
        One row a document and neighbour: ``document``, ``neighbour``, ``rank`` (from 1),
        ``similarity``.

    Example:
        >>> texts = {"a": "Thủy lợi nội đồng.", "b": "Thủy lợi.", "c": "Giáo dục."}
        >>> nearest(texts, count=1)["neighbour"].tolist()[:2]
        ['b', 'a']
    """
    names, vectors = document_vectors(
        documents,
        unit=unit,
        space=space,
        vectorizer=vectorizer,
        dimensions=dimensions,
        random_state=random_state,
        embedder=embedder,
    )
    count = min(count, len(names) - 1)
    rows: list[tuple[str, str, int, float]] = []
    for begin in track(range(0, len(names), _BLOCK), "neighbours", unit="part"):
        block = vectors[begin : begin + _BLOCK] @ vectors.T
        cosine = block.toarray() if sparse.issparse(block) else np.asarray(block)
        here = np.arange(cosine.shape[0])
        cosine[here, begin + here] = -np.inf
        order = np.argsort(-cosine, axis=1, kind="stable")[:, :count]
        for row in here:
            rows += [
                (names[begin + row], names[other], rank, float(cosine[row, other]))
                for rank, other in enumerate(order[row], start=1)
            ]
    return pd.DataFrame(rows, columns=["document", "neighbour", "rank", "similarity"])


@under_way("linkage")
def linkage(table: pd.DataFrame | DocumentsLike, *, method: str = "average") -> Floats:
    """Return the hierarchical clustering of a similarity table (*phân cụm thứ bậc*).

    Clusters are joined by the mean distance of their documents (UPGMA, Sokal and Michener 1958)
    unless ``method`` says otherwise.

    Args:
        table: As of `similarity`; or documents, which are compared first.
        method: ``"average"`` (UPGMA), ``"complete"``, ``"single"`` or ``"weighted"``.

    Returns:
        As of SciPy's ``linkage``, shape (documents - 1, 4); the distance is one less the cosine.

    Raises:
        ValueError: There are fewer than two documents.

    Example:
        >>> linkage(similarity(["Thủy lợi.", "Thủy lợi."])).round(3).tolist()
        [[0.0, 1.0, 0.0, 2.0]]
    """
    table = square(compared(table))
    if len(table) < 2:
        raise ValueError("clustering needs at least two documents")
    distance = 1 - (table.to_numpy() + table.to_numpy().T) / 2
    np.fill_diagonal(distance, 0)
    return np.asarray(hierarchy.linkage(squareform(np.maximum(distance, 0)), method=method))


@under_way("clusters")
def clusters(
    table: pd.DataFrame | DocumentsLike,
    *,
    count: int | None = None,
    least_similarity: float = 0.25,
    method: str = "average",
) -> pd.DataFrame:
    """Cut the hierarchical clustering of a similarity table.

    Args:
        table: As of `similarity`; or documents, which are compared first.
        count: Number of clusters; by default as many as ``least_similarity`` leaves.
        least_similarity: Documents of one cluster are joined at this cosine or above.
        method: As in `linkage`.

    Returns:
        ``document``, ``cluster`` (from 1, in the documents' order).

    Example:
        >>> table = similarity(["Thủy lợi.", "Giáo dục.", "Thủy lợi."])
        >>> clusters(table)["cluster"].tolist()
        [1, 2, 1]
    """
    table = square(compared(table))
    tree = linkage(table, method=method)
    if count is not None:
        flat = hierarchy.fcluster(tree, count, criterion="maxclust")
    else:
        flat = hierarchy.fcluster(tree, 1 - least_similarity, criterion="distance")
    order: dict[Any, int] = {}
    numbers = [order.setdefault(label, len(order) + 1) for label in flat]
    return pd.DataFrame({"document": list(table.index), "cluster": numbers})


def compared(table: Any) -> pd.DataFrame:
    """Return a table of numbers as it is, that of a comparison, and the similarity of documents."""
    if isinstance(table, pd.DataFrame) and "text" not in table:
        return table
    held = getattr(table, "similarity", None)
    return held if isinstance(held, pd.DataFrame) else similarity(table)


def square(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table in which each row is also a column.

    Raises:
        ValueError: It is another table.
    """
    if list(table.index) != list(table.columns):
        told = ", ".join(map(str, table.columns[:8]))
        raise ValueError(f"a table as of similarity() is wanted, or documents; it has {told}")
    return table


@under_way("document vectors")
def document_vectors(
    documents: DocumentsLike,
    *,
    unit: Unit = "document",
    space: Space = "tfidf",
    vectorizer: WordVectorizer | None = None,
    dimensions: int = 100,
    random_state: int = 0,
    embedder: str | Embedder | None = None,
) -> tuple[list[str], Any]:
    """Return names and vectors of length one; arguments as in `similarity`.

    Raises:
        ValueError: There is no document, or no such space.

    Example:
        >>> names, vectors = document_vectors({"a": "Thủy lợi.", "b": "Giáo dục."})
        >>> names, vectors.shape
        (['a', 'b'], (2, 2))
    """
    read = as_documents(documents)
    if unit == "section":
        read = section_documents(read)
    if not read:
        raise ValueError("there is no document to compare")
    if embedder is not None:
        vectors = unit_vectors(embedder, [document.text for document in read])
        return [document.id for document in read], vectors
    vectorizer = vectorizer or default_vectorizer(len(read))
    counts = vectorizer.fit_transform(read)
    if space == "event":
        vectors = event_vectors(read, counts, least=2 if len(read) >= _LARGE else 1)
    else:
        vectors = vectors_of_counts(counts, space, dimensions, random_state)
    return [document.id for document in read], vectors


def vectors_of_counts(
    counts: sparse.csr_matrix, space: Space = "tfidf", dimensions: int = 100, random_state: int = 0
) -> Any:
    """Return the vectors of `similarity` for counts of shape (documents, terms)."""
    vectors: Any = normalize(weighted(counts))
    if space == "latent":
        size = min(dimensions, min(vectors.shape) - 1)
        if size >= 1:
            latent = TruncatedSVD(size, random_state=random_state).fit_transform(vectors)
            vectors = normalize(latent)
    elif space != "tfidf":
        raise ValueError(f"unknown space {space!r}: 'tfidf', 'latent' or, of documents, 'event'")
    return vectors


def default_vectorizer(documents: int) -> WordVectorizer:
    """Return how `similarity` counts the words of that many documents unless told otherwise.

    In a large collection a term of one document only tells nothing of likeness, yet makes the
    vector longer; in a small one leaving it out would hide the differences.
    """
    return WordVectorizer(ngram_range=(1, 2), numbers=True, min_df=2 if documents >= _LARGE else 1)
