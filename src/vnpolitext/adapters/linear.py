"""A linear tagger of personal names: hashed features of syllables, trained with scikit-learn.

Each syllable is described by its form, its shape and its neighbours; a linear classifier scores
the tags ``O``, ``B`` (a name begins) and ``I`` (it goes on), and the best sequence in which no name
goes on that has not begun is taken (Viterbi 1967).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.models import Model
from vnpolitext.text import tokenize
from vnpolitext.text.tones import modern_tones
from vnpolitext.training.conll import rows, spans_of
from vnpolitext.training.labelled import Labelled

_TAGS: Final = ("O", "B", "I")
_FILE: Final = "weights.npz"


class LinearTagger:
    """Finds personal names; a ``PersonTagger``.

    Args:
        weights: One column a tag (``O``, ``B``, ``I``), one row a hashed feature.
        bias: One number a tag.

    Example:
        >>> texts = ["ông Mùa A Sơn nói", "bà Lò Thị Hoa nói", "xã Tả Ván họp"] * 20
        >>> names = [((4, 13, "PERSON"),), ((3, 13, "PERSON"),), ()] * 20
        >>> documents = [Labelled("", *pair) for pair in zip(texts, names)]
        >>> LinearTagger.fit(documents).tag("hôm qua bà Lò Thị Hoa nói")
        [(11, 21)]
    """

    def __init__(self, weights: NDArray[np.float32], bias: NDArray[np.float32]) -> None:
        """Keep the numbers."""
        if weights.ndim != 2 or weights.shape[1] != len(_TAGS) or bias.shape != (len(_TAGS),):
            raise ValueError(f"weights are {weights.shape}, not (features, {len(_TAGS)})")
        self.weights = weights
        self.bias = bias

    @classmethod
    def fit(
        cls,
        documents: Iterable[Labelled],
        *,
        label: str = "PERSON",
        features: int = 2**16,
        alpha: float = 3e-6,
        random_state: int = 0,
    ) -> LinearTagger:
        """Train on annotated documents.

        Args:
            documents: Annotated documents, see ``vnpolitext.training``.
            label: The label that names have.
            features: Number of hashed features.
            alpha: Strength of the penalty on large weights.
            random_state: Order of the examples.

        Raises:
            ValueError: No document has a name.
        """
        from sklearn.linear_model import SGDClassifier

        described: list[list[str]] = []
        tags: list[int] = []
        for document in documents:
            syllables = rows(document)
            described += _describe([row.form for row in syllables])
            tags += [_TAGS.index(row.tag[0] if row.tag[2:] == label else "O") for row in syllables]
        if len(set(tags)) != len(_TAGS):
            raise ValueError(f"the documents have no name with the label {label}")
        model = SGDClassifier(
            loss="log_loss", alpha=alpha, max_iter=30, average=True, random_state=random_state
        )
        model.fit(_hashed(described, features), tags)
        return cls(model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32))

    def tag(self, text: str) -> list[tuple[int, int]]:
        """Return ``(start, end)`` of every name."""
        tokens = tokenize(text, model="syllables", lexicon=None)
        if not tokens:
            return []
        described = _describe([token.text for token in tokens])
        scores = _hashed(described, len(self.weights)) @ self.weights + self.bias
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


def _describe(forms: Sequence[str]) -> list[list[str]]:
    words = [modern_tones(form).lower() for form in forms]
    shapes = [_shape(form) for form in forms]
    return [list(_features(words, shapes, at)) for at in range(len(forms))]


def _features(words: Sequence[str], shapes: Sequence[str], at: int) -> Iterator[str]:
    def word(offset: int) -> str:
        return words[at + offset] if 0 <= at + offset < len(words) else "|"

    def shape(offset: int) -> str:
        return shapes[at + offset] if 0 <= at + offset < len(shapes) else "|"

    for offset in (-2, -1, 0, 1, 2):
        yield f"w{offset}={word(offset)}"
        yield f"s{offset}={shape(offset)}"
    yield f"w-2-1={word(-2)} {word(-1)}"
    yield f"w-10={word(-1)} {word(0)}"
    yield f"w01={word(0)} {word(1)}"
    yield f"s-101={shape(-1)}{shape(0)}{shape(1)}"
    yield f"s-2-1012={shape(-2)}{shape(-1)}{shape(0)}{shape(1)}{shape(2)}"
    yield f"ws={word(-1)} {shape(0)}{shape(1)}"


def _shape(form: str) -> str:
    if not any(letter.isalpha() for letter in form):
        return "0" if any(letter.isdigit() for letter in form) else form[:1]
    if form.isupper() and len(form) > 1:
        return "A"
    return "C" if form[0].isupper() else "c"


def _hashed(described: list[list[str]], features: int) -> Any:
    from sklearn.feature_extraction import FeatureHasher

    hasher = FeatureHasher(features, input_type="string", dtype=np.float32, alternate_sign=False)
    return hasher.transform([[_plain(feature) for feature in row] for row in described])


def _plain(feature: str) -> str:
    return feature if feature.isascii() else feature.encode("utf-8", "replace").decode("utf-8")


def _best(scores: NDArray[np.float32]) -> list[int]:
    """Return the best sequence of tags without an ``I`` after an ``O``."""
    barred = np.zeros((3, 3), dtype=np.float32)
    barred[0, 2] = -np.inf
    total = scores[0] + np.array([0, 0, -np.inf], dtype=np.float32)
    back = np.zeros((len(scores), 3), dtype=np.int8)
    for at in range(1, len(scores)):
        paths = total[:, None] + barred
        back[at] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[at]
    tags = [int(total.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        tags.append(int(back[at][tags[-1]]))
    return tags[::-1]
