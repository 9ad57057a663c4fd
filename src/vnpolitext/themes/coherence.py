"""How well a topic's terms belong together, and how well two sets of topics agree."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linear_sum_assignment

from vnpolitext.errors import expect
from vnpolitext.progress import under_way
from vnpolitext.themes.statistics import npmi


@under_way("topic coherence")
def topic_coherence(matrix: sparse.csr_matrix, topics: Sequence[Sequence[int]]) -> list[float]:
    """Return the mean NPMI of all pairs of terms of each topic.

    Two terms occur together when one document has both (Lau, Newman and Baldwin 2014; the window is
    the document). Between -1 and 1.

    Args:
        matrix: Counts of shape (documents, terms).
        topics: Columns of the key terms of each topic.

    Returns:
        One mean a topic.

    Example:
        >>> counts = sparse.csr_matrix([[1, 2, 0], [3, 1, 0], [0, 0, 1]])
        >>> [round(value, 6) for value in topic_coherence(counts, [[0, 1], [0, 2]])]
        [1.0, -1.0]
    """
    expect(matrix, (sparse.spmatrix, sparse.sparray, np.ndarray), "a matrix of counts is wanted")
    has = sparse.csc_matrix(matrix > 0).astype(np.int64)
    documents = has.shape[0]
    result: list[float] = []
    for columns in topics:
        block = has[:, list(columns)]
        joint = np.asarray((block.T @ block).todense())
        single = np.diag(joint)
        left, right = np.triu_indices(len(columns), 1)
        values = npmi(joint[left, right], single[left], single[right], documents)
        result.append(float(values.mean()) if len(values) else 0.0)
    return result


def topic_agreement(one: NDArray[np.float64], two: NDArray[np.float64], count: int = 10) -> float:
    """Return how alike two sets of topics are, between 0 and 1.

    The mean Jaccard index of the ``count`` key terms of topics that are matched one to one so that
    it is greatest (Greene, O'Callaghan and Cunningham 2014).

    Args:
        one: Weights of shape (topics, terms).
        two: Weights of the same shape.
        count: Number of key terms.

    Example:
        >>> one = np.asarray([[3, 2, 0], [0, 1, 2]])
        >>> topic_agreement(one, one[::-1], count=2)
        1.0
    """
    for weights in (one, two):
        expect(weights, np.ndarray, "an array of the weights of terms is wanted")
    ours = [set(row) for row in key_terms(one, count)]
    theirs = [set(row) for row in key_terms(two, count)]
    jaccard = np.asarray([[len(a & b) / max(len(a | b), 1) for b in theirs] for a in ours])
    rows, columns = linear_sum_assignment(-jaccard)
    return float(jaccard[rows, columns].mean())


def key_terms(weights: NDArray[np.float64], count: int = 10) -> list[list[int]]:
    """Return the columns of greatest weight of each row, greatest first."""
    order = np.argsort(-weights, axis=1, kind="stable")[:, :count]
    return [list(map(int, row)) for row in order]
