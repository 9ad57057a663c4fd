"""Our own segmenter: a linear classifier for every gap between two pieces."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.models import model_file
from vnpolitext.text.pieces import Pieces
from vnpolitext.text.words.dictionary import Dictionary
from vnpolitext.text.words.features import Window

LENGTHS: Final = (2, 3, 4)
"""Pieces of the words that the dictionary holds."""


class GapClassifier:
    """Joins two pieces where the weights of the gap's features sum to more than zero.

    Where two words of the dictionary overlap (*thi tuyển sinh*), only the better one stays. The
    weights stand in one table of 8-bit numbers, whose size is a power of two; the upper bits of a
    feature are its place.
    """

    def __init__(self, weights: NDArray[np.int8], dictionary: Dictionary) -> None:
        """Take the table of weights and the dictionary the features look into."""
        self._weights = weights
        self._shift = np.uint64(64 - (len(weights).bit_length() - 1))
        self._dictionary = dictionary

    def joins(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Return for every piece whether it continues the word of the piece before it."""
        joins = np.zeros(len(pieces), dtype=np.bool_)
        gaps = pieces.joinable()
        if gaps.any():
            window = Window.of(pieces, gaps, self._dictionary)
            joins[gaps] = settle(self.scores(window), window)
        return joins

    def scores(self, window: Window) -> NDArray[np.int32]:
        """Return the sum of weights of every gap of ``window``."""
        scores = np.zeros(len(window.gaps), dtype=np.int32)
        for feature in window.features():
            places = (feature >> self._shift).astype(np.intp)
            scores += self._weights.take(places, mode="clip")
        return scores


def settle(scores: NDArray[np.float32 | np.int32], window: Window) -> NDArray[np.bool_]:
    """Return which gaps are joined: those above zero, but the weaker of two that overlap."""
    joins = scores > 0
    first = np.flatnonzero(joins[:-1] & joins[1:] & window.overlaps()[:-1])
    joins[np.where(scores[first] < scores[first + 1], first, first + 1)] = False
    return joins


@lru_cache(maxsize=4)
def load_classifier(name: str) -> GapClassifier:
    """Load the classifier of the model ``words/<name>`` from its plain arrays.

    Raises:
        ModelError: There is no such model.
    """
    with np.load(model_file("words", name, "gaps.npz"), allow_pickle=False) as arrays:
        dictionary = Dictionary({length: arrays[f"words{length}"] for length in LENGTHS})
        return GapClassifier(arrays["weights"], dictionary)
