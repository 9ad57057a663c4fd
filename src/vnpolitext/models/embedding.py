"""Vectors of texts from a named embedder, ready for cosines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnpolitext.errors import expect
from vnpolitext.models.kinds import Embedder
from vnpolitext.models.registry import load
from vnpolitext.progress import under_way

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@under_way("unit vectors")
def unit_vectors(embedder: str | Embedder, texts: Sequence[str]) -> NDArray[np.float64]:
    """Return a vector of length one for every text; zeros where the embedder gives none.

    Args:
        embedder: Name of a model of the kind ``embeddings``, or an embedder.
        texts: Any texts.

    Returns:
        Shape ``(len(texts), dimension)``; the product of two rows is their cosine.

    Raises:
        ModelError: There is no such model.
    """
    import numpy as np

    model = load(embedder, kind="embeddings") if isinstance(embedder, str) else embedder
    if not hasattr(model, "embed"):
        expect(model, (), "an embedder or the name of one is wanted")
    rows = np.asarray(model.embed(list(texts)), dtype=np.float64)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1))
