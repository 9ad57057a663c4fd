"""Models of the kind ``words``: those of other people on our pieces, and ours for the registry."""

import numpy as np
from numpy.typing import NDArray

from vnpolitext import models
from vnpolitext.text.pieces import BLANK, Pieces


class Registered:
    """A segmenter that the registry knows by name: a piece goes on with a word as its spans say.

    Example:
        >>> Registered("lab/none")
        Traceback (most recent call last):
            ...
        vnpolitext.models.errors.ModelError: no model of the kind words is called 'lab/none'...
    """

    def __init__(self, name: str) -> None:
        """Load the model.

        Raises:
            ModelError: There is no such segmenter.
        """
        self._segment = models.load(name, kind="words").segment

    def joins(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Return for every piece whether it continues the word of the piece before it."""
        words = self._segment(pieces.letters.text)
        joins = np.zeros(len(pieces), dtype=np.bool_)
        if len(pieces) and len(words):
            begins, ends = np.array(words, dtype=np.int64).T
            owner = np.searchsorted(begins, pieces.starts, side="left") - 1
            joins = (owner >= 0) & (pieces.starts < ends[owner]) & (pieces.before == BLANK)
        return joins


class Shipped:
    """A segmenter of the library behind the protocol of the registry.

    Example:
        >>> Shipped("syllables").segment("cán bộ")
        [(0, 3), (4, 6)]
    """

    def __init__(self, name: str) -> None:
        """Keep the name."""
        self.name = name

    def segment(self, text: str) -> list[tuple[int, int]]:
        """Return ``(start, end)`` of every token."""
        from vnpolitext.text.tokens import tokenize

        return [(token.start, token.end) for token in tokenize(text, model=self.name)]


def load(model: models.Model) -> Shipped:
    """Return the library's own segmenter, whatever it is called on the shelf."""
    return Shipped(str(model.card.options.get("name", "default")))
