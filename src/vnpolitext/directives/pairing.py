"""How near the items of two documents are, and which of them are pairs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from vnpolitext.models import Embedder, unit_vectors
from vnpolitext.text import fold
from vnpolitext.text.patterns import lazy_pattern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORD: Final = lazy_pattern(r"[^\W_]+(?:[.,/-][^\W_]+)*%?")
"""A word of an item as it is compared."""
_SURE: Final = 0.2
_PLAINLY: Final = 1.5


def word_scores(texts_a: Sequence[str], texts_b: Sequence[str]) -> NDArray[np.float64]:
    """Return how near every two items are by their words, shape ``(len(a), len(b))``.

    Words and pairs of words are weighted by how few items of both documents have them (inverse
    document frequency); the score is the cosine of the weighted counts.
    """
    import numpy as np

    a, b = [*map(_features, texts_a)], [*map(_features, texts_b)]
    seen = Counter(word for features in (*a, *b) for word in features)
    total = len(a) + len(b)
    weights = {word: math.log(1 + total / count) for word, count in seen.items()}
    vectors_a, vectors_b = _vectors(a, weights), _vectors(b, weights)
    holders: dict[str, list[tuple[int, float]]] = {}
    for j, vector in enumerate(vectors_b):
        for word, value in vector.items():
            holders.setdefault(word, []).append((j, value))
    scores = np.zeros((len(a), len(b)))
    for i, vector in enumerate(vectors_a):
        for word, value in vector.items():
            for j, other in holders.get(word, ()):
                scores[i, j] += value * other
    return np.minimum(scores, 1.0)


def embedded_scores(
    embedder: str | Embedder, a: Sequence[str], b: Sequence[str]
) -> NDArray[np.float64]:
    """Return the cosines of the embedded texts of every two items, none below 0."""
    import numpy as np

    vectors = unit_vectors(embedder, [*a, *b])
    return np.clip(vectors[: len(a)] @ vectors[len(a) :].T, 0.0, 1.0)


def chosen(scores: NDArray[np.float64], threshold: float) -> list[tuple[int, int]]:
    """Return the one-to-one pairs with the greatest sum of scores.

    A pair with a low score counts where the documents have one with a high score, and its two items
    are plainly nearer to each other than to all others.

    Args:
        scores: How near every two items are.
        threshold: The least score of a pair.
    """
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    sure = max(threshold, _SURE)
    if not scores.size or scores.max() < sure:
        return []
    worth = np.where(scores >= threshold, scores, 0.0)
    return [
        (int(i), int(j))
        for i, j in zip(*linear_sum_assignment(worth, maximize=True), strict=True)
        if worth[i, j] > 0 and (scores[i, j] >= sure or _is_plain(scores, i, j))
    ]


def _is_plain(scores: NDArray[np.float64], i: int, j: int) -> bool:
    """Whether two items are nearer to each other than to any other, by far."""
    others = max(_rest(scores[i], scores[i, j]), _rest(scores[:, j], scores[i, j]))
    return bool(scores[i, j] >= _PLAINLY * others)


def _rest(row: NDArray[np.float64], best: float) -> float:
    """The greatest score of a row beside the one of a pair."""
    others = sorted(row.tolist())
    others.remove(best)
    return float(others[-1]) if others else 0.0


def _features(text: str) -> Counter[str]:
    """The words and pairs of words of ``text``, folded."""
    words = WORD.findall(fold(text))
    return Counter(words + [f"{one} {two}" for one, two in pairwise(words)])


def _vectors(counts: list[Counter[str]], weights: dict[str, float]) -> list[dict[str, float]]:
    vectors = []
    for features in counts:
        vector = {word: (1 + math.log(n)) * weights[word] for word, n in features.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        vectors.append({word: value / length for word, value in vector.items()})
    return vectors
