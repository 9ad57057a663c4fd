"""A linear tagger of personal names: hashed features of syllables, trained with scikit-learn.

Each syllable is described by its form, its shape and its neighbours; a linear classifier scores
the tags ``O``, ``B`` (a name begins) and ``I`` (it goes on), and the best sequence in which no name
goes on that has not begun is taken.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.models import Model
from vnpolitext.progress import under_way
from vnpolitext.text import tokenize
from vnpolitext.text.tones import modern_tones
from vnpolitext.training.conll import rows, spans_of
from vnpolitext.training.labelled import Labelled

_TAGS: Final = ("O", "B", "I")
_FILE: Final = "weights.npz"
_REACH: Final = 2
_PRIME: Final = np.uint64(0x9E3779B97F4A7C15)
# Offsets of the forms and of the shapes that make one feature together.
_TEMPLATES: Final[tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]] = (
    *(((offset,), ()) for offset in (-2, -1, 0, 1, 2)),
    *(((), (offset,)) for offset in (-2, -1, 0, 1, 2)),
    ((-2, -1), ()),
    ((-1, 0), ()),
    ((0, 1), ()),
    ((), (-1, 0, 1)),
    ((), (-2, -1, 0, 1, 2)),
    ((-1,), (0, 1)),
    ((-2,), (-1, 0)),
    ((), (0, 1)),
    ((), (-1, 0)),
    ((), (-2, -1, 0)),
    ((), (0, 1, 2)),
    ((0,), (0,)),
    ((-1,), (0,)),
    ((1,), (0,)),
)


class LinearTagger:
    """Finds personal names; a ``PersonTagger``.

    Args:
        weights: One column a tag (``O``, ``B``, ``I``), one row a hashed feature.
        bias: One number a tag.

    Example:
        >>> texts = ["ông Mùa A Sơn nói", "bà Lò Thị Hoa nói", "xã Tả Ván họp"] * 20
        >>> names = [((4, 13, "PERSON"),), ((3, 13, "PERSON"),), ()] * 20
        >>> documents = [Labelled("", *pair) for pair in zip(texts, names)]
        >>> LinearTagger.fit(documents).tag("bà Lò Thị Hoa nói")
        [(3, 13)]
    """

    def __init__(self, weights: NDArray[np.float32], bias: NDArray[np.float32]) -> None:
        """Keep the numbers."""
        if weights.ndim != 2 or weights.shape[1] != len(_TAGS) or bias.shape != (len(_TAGS),):
            raise ValueError(f"weights are {weights.shape}, not (features, {len(_TAGS)})")
        self._bits = len(weights).bit_length() - 1
        if len(weights) != 1 << self._bits:
            raise ValueError(f"there are {len(weights)} weights, no power of two")
        self.weights = weights
        self.bias = bias

    @classmethod
    @under_way("learning")
    def fit(
        cls,
        documents: Iterable[Labelled],
        *,
        label: str = "PERSON",
        bits: int = 16,
        alpha: float = 3e-6,
        random_state: int = 0,
    ) -> LinearTagger:
        """Train on annotated documents.

        Args:
            documents: Annotated documents, see ``vnpolitext.training``.
            label: The label that names have.
            bits: Hashed features have numbers of so many bits.
            alpha: Strength of the penalty on large weights.
            random_state: Order of the examples.

        Raises:
            ValueError: No document has a name.
        """
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import SGDClassifier

        described: list[NDArray[np.int64]] = []
        tags: list[int] = []
        for document in documents:
            syllables = rows(document)
            described.append(_features([row.form for row in syllables], bits))
            tags += [_TAGS.index(row.tag[0] if row.tag[2:] == label else "O") for row in syllables]
        if len(set(tags)) != len(_TAGS):
            raise ValueError(f"the documents have no name with the label {label}")
        columns = np.concatenate(described)
        cells = np.ones(columns.size, dtype=np.float32)
        ends = np.arange(0, columns.size + 1, columns.shape[1])
        matrix = csr_matrix((cells, columns.ravel(), ends), shape=(len(columns), 1 << bits))
        model = SGDClassifier(
            loss="log_loss", alpha=alpha, max_iter=30, average=True, random_state=random_state
        )
        model.fit(matrix, tags)
        return cls(model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32))

    def tag(self, text: str) -> list[tuple[int, int]]:
        """Return ``(start, end)`` of every name."""
        tokens = tokenize(text, words="syllables", lexicon=None)
        if not tokens:
            return []
        columns = _features([token.text for token in tokens], self._bits)
        scores = self.weights[columns].sum(axis=1) + self.bias
        tags = (f"{_TAGS[tag]}-PERSON" if tag else "O" for tag in _best(scores))
        spans = spans_of((t.start, t.end, tag) for t, tag in zip(tokens, tags, strict=True))
        return [(start, end) for start, end, _ in spans]

    def save(self, folder: str | Path) -> Path:
        """Write ``weights.npz`` into ``folder`` and return its path."""
        path = Path(folder) / _FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(path, weights=self.weights.astype(np.float16), bias=self.bias)
        return path


def load(model: Model) -> LinearTagger:
    """Return the tagger whose weights stand in the model's folder."""
    arrays = model.arrays(_FILE)
    return LinearTagger(arrays["weights"].astype(np.float32), arrays["bias"].astype(np.float32))


def _features(forms: Sequence[str], bits: int) -> NDArray[np.int64]:
    """Return the hashed features of every syllable, one row each.

    A feature is a form, a shape or a run of them at a fixed place around the syllable.
    """
    edge = (1,) * _REACH
    words = np.array([*edge, *map(_key, forms), *edge], dtype=np.uint64)
    shapes = np.array([*edge, *map(_shape, forms), *edge], dtype=np.uint64)
    count = len(forms)
    columns = []
    for number, (of_words, of_shapes) in enumerate(_TEMPLATES, 1):
        mixed = np.full(count, number, dtype=np.uint64)
        for array, offsets in ((words, of_words), (shapes, of_shapes)):
            for offset in offsets:
                begin = _REACH + offset
                mixed = (mixed ^ array[begin : begin + count]) * _PRIME
                mixed ^= mixed >> np.uint64(31)
        columns.append(mixed >> np.uint64(64 - bits))
    return np.stack(columns, axis=1).astype(np.int64)


@lru_cache(maxsize=1 << 16)
def _key(form: str) -> int:
    """Return a number of 64 bits for the folded form, the same in every version and process."""
    folded = modern_tones(unicodedata.normalize("NFC", form)).lower()
    digest = hashlib.blake2b(folded.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _shape(form: str) -> int:
    if not any(letter.isalpha() for letter in form):
        return 2 if any(letter.isdigit() for letter in form) else 100 + ord(form[0])
    if form.isupper() and len(form) > 1:
        return 3
    return 4 if form[0].isupper() else 5


def _best(scores: NDArray[np.float32]) -> list[int]:
    """Return the best sequence of tags without an ``I`` after an ``O`` (Viterbi 1967)."""
    out, begin, inside = 0.0, -np.inf, -np.inf
    first: list[tuple[int, int, int]] = []
    for nothing, starting, going in scores.tolist():
        best = max(out, begin, inside)
        source = 0 if best == out else 1 if best == begin else 2
        first.append((source, source, 1 if begin >= inside else 2))
        out, begin, inside = best + nothing, best + starting, max(begin, inside) + going
    ends = (out, begin, inside)
    tags = [ends.index(max(ends))]
    for back in first[:0:-1]:
        tags.append(back[tags[-1]])
    return tags[::-1]
