"""Models of the kind ``words`` on our pieces."""

import numpy as np
from numpy.typing import NDArray

from vnpolitext.models import load
from vnpolitext.text.pieces import BLANK, Pieces


class Registered:
    """A segmenter that the registry knows by name: a piece goes on with a word as its spans say.

    Example:
        >>> Registered("lab/none")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        vnpolitext.models.errors.ModelError: no model of the kind words is called 'lab/none'...
    """

    def __init__(self, name: str) -> None:
        """Load the model.

        Raises:
            ModelError: There is no such segmenter.
        """
        self._segment = load(name, kind="words").segment

    def joins(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Return for every piece whether it continues the word of the piece before it."""
        words = self._segment(pieces.letters.text)
        joins = np.zeros(len(pieces), dtype=np.bool_)
        if len(pieces) and len(words):
            begins, ends = np.array(words, dtype=np.int64).T
            owner = np.searchsorted(begins, pieces.starts, side="left") - 1
            joins = (owner >= 0) & (pieces.starts < ends[owner]) & (pieces.before == BLANK)
        return joins
