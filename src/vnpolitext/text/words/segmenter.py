"""The one interface behind which every word segmentation stands, and the ones that ship."""

from collections.abc import Callable
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from vnpolitext.models import per_choice_of
from vnpolitext.text.pieces import Pieces


class Segmenter(Protocol):
    """Anything that decides which pieces of a text belong to one word."""

    def joins(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Return for every piece whether it continues the word of the piece before it."""
        ...


class Syllables:
    """Every piece is a token of its own."""

    def joins(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Return ``False`` for every piece."""
        return np.zeros(len(pieces), dtype=np.bool_)


def _default() -> Segmenter:
    from vnpolitext.text.words.gaps import load_classifier

    return load_classifier("gaps")


def _underthesea() -> Segmenter:
    from vnpolitext.text.words.others import Underthesea

    return Underthesea()


def _pyvi() -> Segmenter:
    from vnpolitext.text.words.others import Pyvi

    return Pyvi()


_SHIPPED: Final[dict[str, Callable[[], Segmenter]]] = {
    "default": _default,
    "underthesea": _underthesea,
    "pyvi": _pyvi,
    "syllables": Syllables,
}


def segmenter_names() -> tuple[str, ...]:
    """Return the names that `tokenize` takes for ``model``."""
    return tuple(_SHIPPED)


def get_segmenter(name: str) -> Segmenter:
    """Return the segmenter called ``name``: one that ships, or a model of the kind ``words``.

    Raises:
        ModelError: There is no such segmenter.
        ImportError: The package behind it is not installed.
    """
    if name in _SHIPPED:
        return _shipped(name)
    from vnpolitext.text.words.registered import Registered

    return Registered(name)


@per_choice_of(8)
def _shipped(name: str) -> Segmenter:
    return _SHIPPED[name]()
