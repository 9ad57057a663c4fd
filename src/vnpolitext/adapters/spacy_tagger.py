"""A spaCy named-entity recogniser as a tagger of personal names."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Final

from vnpolitext.models import Model, ModelError
from vnpolitext.text.lines import without_edges
from vnpolitext.text.surface import encodable

_PIECE: Final = 200_000


class SpacyTagger:
    """Finds the entities of one label; a ``PersonTagger``.

    Args:
        folder: What ``spacy train`` wrote, such as ``trained/model-best``.
        label: The label of the entities to return.
    """

    def __init__(self, folder: str | Path, label: str = "PERSON") -> None:
        """Load the pipeline."""
        import spacy

        self.folder = Path(folder)
        self.label = label
        self._nlp = spacy.load(self.folder)
        self._lock = Lock()

    def tag(self, text: str) -> list[tuple[int, int]]:
        """Return ``(start, end)`` of every entity of the label."""
        found: list[tuple[int, int]] = []
        for shift, piece in _pieces(encodable(text)):
            with self._lock:
                doc = self._nlp(piece)
            found += [
                (shift + entity.start_char, shift + entity.end_char)
                for entity in doc.ents
                if entity.label_ == self.label and entity.text.strip()
            ]
        return [without_edges(text, start, end) for start, end in found]

    def __reduce__(self) -> tuple[type[SpacyTagger], tuple[Path, str]]:
        """Travel to other processes by name: they load the pipeline themselves."""
        return SpacyTagger, (self.folder, self.label)


def load(model: Model) -> SpacyTagger:
    """Return the tagger in the model's folder.

    The card's options are ``path`` (the folder of the pipeline, ``"pipeline"`` by default) and
    ``label`` (``"PERSON"``).

    Raises:
        ModelError: There is no pipeline.
    """
    folder = model.folder / str(model.card.options.get("path", "pipeline"))
    if not (folder / "config.cfg").is_file():
        raise ModelError(f"{model.card.full_name}: {folder} is no spaCy pipeline")
    return SpacyTagger(folder, str(model.card.options.get("label", "PERSON")))


def _pieces(text: str) -> list[tuple[int, str]]:
    """Return the text in pieces that spaCy takes, cut at line breaks or blanks where there are."""
    pieces, start = [], 0
    while len(text) - start > _PIECE:
        window = text[start : start + _PIECE]
        cut = max(window.rfind("\n"), window.rfind(" ")) + 1 or _PIECE
        pieces.append((start, window[:cut]))
        start += cut
    return [*pieces, (start, text[start:])]
