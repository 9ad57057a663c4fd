"""Files for ``spacy train``: two DocBin files and a configuration that works on a CPU."""

from __future__ import annotations

import random
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from vnpolitext.training.labelled import Labelled


def write_spacy(
    documents: Sequence[Labelled], folder: Path, *, dev_share: float = 0.2, seed: int = 0
) -> Path:
    """Write ``train.spacy``, ``dev.spacy`` and ``config.cfg`` into ``folder``.

    Then ``python -m spacy train config.cfg --output trained`` makes a model whose folder
    ``trained/model-best`` the loader ``vnpolitext.adapters.spacy_tagger:load`` takes.

    Args:
        documents: At least two annotated documents.
        folder: Made if it is not there.
        dev_share: Share of the documents that are kept for choosing the best step, at least one.
        seed: Which ones.

    Raises:
        ValueError: There are fewer than two documents.
    """
    if len(documents) < 2:
        raise ValueError("spacy train wants at least two documents, one of them to choose by")
    folder.mkdir(parents=True, exist_ok=True)
    order = random.Random(seed).sample(documents, len(documents))  # noqa: S311 - a split, no secret
    held = max(1, round(len(order) * dev_share))
    _write(order[held:] or order, folder / "train.spacy")
    _write(order[:held], folder / "dev.spacy")
    config = (files("vnpolitext.training") / "config.cfg").read_text(encoding="utf-8")
    (folder / "config.cfg").write_text(config, encoding="utf-8")
    return folder


def _write(documents: Sequence[Labelled], path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    from vnpolitext.training.syllables import SyllableTokenizer

    nlp = spacy.blank("xx")
    store = DocBin()
    tokenizer = SyllableTokenizer(nlp.vocab)
    for document in documents:
        doc = tokenizer(document.text)
        # A name glued to the word before it is no token, and no example to learn from.
        entities = [doc.char_span(start, end, label=label) for start, end, label in document.spans]
        doc.set_ents([entity for entity in entities if entity is not None])
        store.add(doc)
    store.to_disk(path)
