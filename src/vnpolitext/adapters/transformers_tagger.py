"""A token-classification transformer as a tagger of personal names."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

from vnpolitext.adapters.transformers_files import choose_device, load_pretrained
from vnpolitext.adapters.windows import Encoder, Window, batches, owners, window_size
from vnpolitext.models import Model
from vnpolitext.training.conll import spans_of

_LABELS: Final = ("PER", "PERSON")


class TransformersTagger:
    """Finds the entities of some labels; a ``PersonTagger``.

    A word gets the tag of its first piece. Long texts go through the model in windows that overlap;
    of two windows with the same word, the one in which it stands deeper decides.

    Args:
        network: A model for token classification whose labels are ``O``, ``B-...``, ``I-...``.
        tokenizer: Its tokenizer.
        labels: Which entities to return.
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
        labels: Sequence[str] = _LABELS,
        words: str = "syllables",
        size: int | None = None,
        overlap: int = 32,
        batch: int = 16,
        device: str = "auto",
    ) -> None:
        """Put the network on its device."""
        self.device = choose_device(device)
        self.network = network.eval().to(self.device)
        self.labels = frozenset(labels)
        self.batch = batch
        limit = window_size(tokenizer, size, network.config.max_position_embeddings)
        self.encoder = Encoder(tokenizer, words=words, size=limit, overlap=min(overlap, limit // 4))
        self._tags: dict[int, str] = {
            int(number): str(tag) for number, tag in network.config.id2label.items()
        }

    def tag(self, text: str) -> list[tuple[int, int]]:
        """Return ``(start, end)`` of every entity."""
        encoded = self.encoder.encode(text)
        windows = list(self.encoder.windows(encoded))
        tags = self._predict(windows)
        chosen = [
            tags[window, word - window.first]
            for word, window in enumerate(owners(windows, len(encoded.spans)))
        ]
        tagged = zip(encoded.spans, chosen, strict=True)
        spans = spans_of((start, end, tag) for (start, end), tag in tagged)
        return [(start, end) for start, end, label in spans if label in self.labels]

    def _predict(self, windows: Sequence[Window]) -> dict[tuple[Window, int], str]:
        torch: Any = import_module("torch")
        tags: dict[tuple[Window, int], str] = {}
        for batch, ids, mask in batches(windows, self.batch, self.encoder.pad):
            with torch.inference_mode():
                best = self.network(
                    input_ids=torch.tensor(ids, device=self.device),
                    attention_mask=torch.tensor(mask, device=self.device),
                ).logits.argmax(-1)
            for window, row in zip(batch, best.tolist(), strict=True):
                for word, head in enumerate(window.heads):
                    tags[window, word] = self._tags[row[head]]
        return tags


def load(model: Model) -> TransformersTagger:
    """Return the tagger of a model's folder; the card's options are the arguments of the class."""
    network, tokenizer = load_pretrained(model, "AutoModelForTokenClassification")
    options = {key: value for key, value in model.card.options.items() if key != "pretrained"}
    return TransformersTagger(network, tokenizer, **options)
