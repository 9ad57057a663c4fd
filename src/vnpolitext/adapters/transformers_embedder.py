"""A transformer as an embedder of passages."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from vnpolitext.adapters.transformers_files import choose_device, load_pretrained
from vnpolitext.adapters.windows import Encoder, Window, batches, window_size
from vnpolitext.models import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray


class TransformersEmbedder:
    """Vectors of passages, of length one; an ``Embedder``.

    A text longer than the network takes goes through in windows that overlap; its vector is the
    mean over all its pieces, or over the first marks of its windows.

    Args:
        network: A model that gives ``last_hidden_state``.
        tokenizer: Its tokenizer.
        pooling: ``"mean"`` over the pieces, or ``"first"`` for the first mark.
        words: Name of our word segmenter, for networks of words (PhoBERT), or ``"syllables"``.
        size: Most pieces of a window.
        overlap: Pieces that neighbouring windows share.
        batch: Windows that go through at once.
        device: ``"auto"``, ``"cpu"``, ``"cuda:0"``, ...
    """

    def __init__(
        self,
        network: Any,
        tokenizer: Any,
        *,
        pooling: Literal["mean", "first"] = "mean",
        words: str = "syllables",
        size: int | None = None,
        overlap: int = 32,
        batch: int = 16,
        device: str = "auto",
    ) -> None:
        """Put the network on its device."""
        if pooling not in ("mean", "first"):
            raise ValueError(f"no pooling {pooling!r}; there are mean, first")
        self.device = choose_device(device)
        self.network = network.eval().to(self.device)
        self.pooling = pooling
        self.batch = batch
        self.dimension = int(network.config.hidden_size)
        limit = window_size(tokenizer, size, network.config.max_position_embeddings)
        self.encoder = Encoder(tokenizer, words=words, size=limit, overlap=min(overlap, limit // 4))

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text; a text without words gives zeros."""
        windows: list[Window] = []
        for number, text in enumerate(texts):
            windows += self.encoder.windows(self.encoder.encode(text), number)
        sums = np.zeros((len(texts), self.dimension), dtype=np.float64)
        for batch, ids, mask in batches(windows, self.batch, self.encoder.pad):
            for window, row in zip(batch, self._states(ids, mask), strict=True):
                sums[window.text] += self._pooled(window, row)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return (sums / np.where(lengths > 0, lengths, 1)).astype(np.float32)

    def _states(self, ids: list[list[int]], mask: list[list[int]]) -> NDArray[np.float64]:
        torch: Any = import_module("torch")
        with torch.inference_mode():
            states = self.network(
                input_ids=torch.tensor(ids, device=self.device),
                attention_mask=torch.tensor(mask, device=self.device),
            ).last_hidden_state
        numbers: NDArray[np.float64] = states.double().cpu().numpy()
        return numbers

    def _pooled(self, window: Window, states: NDArray[np.float64]) -> NDArray[np.float64]:
        if self.pooling == "first":
            return np.asarray(states[0])
        first = len(self.encoder.begin)
        last = len(window.ids) - len(self.encoder.end)
        return np.asarray(states[first:last].sum(axis=0))


def load(model: Model) -> TransformersEmbedder:
    """Return the embedder of a model's folder; the card's options are the class's arguments."""
    network, tokenizer = load_pretrained(model, "AutoModel")
    options = {key: value for key, value in model.card.options.items() if key != "pretrained"}
    return TransformersEmbedder(network, tokenizer, **options)
