"""Annotated texts to files for trainers and annotation tools, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from vnpolitext.training.conll import read_conll, write_conll
from vnpolitext.training.labelled import LABELS, Labelled, from_gold
from vnpolitext.training.tools import TOOLS, read_lines, write_lines

FORMATS: Final = ("spacy", "conll", "jsonl", *TOOLS)
"""What `export` writes; ``jsonl`` is the form of Doccano."""


def export(
    documents: Iterable[Mapping[str, Any]],
    path: str | Path,
    *,
    form: str = "jsonl",
    labels: Sequence[str] = LABELS,
) -> Path:
    """Write annotated documents for a trainer or an annotation tool.

    Args:
        documents: Annotated documents, or analyses as plain data.
        path: The file to write; for ``spacy`` a folder.
        form: One of `FORMATS`.
        labels: Which kinds of record to take.

    Returns:
        ``path``.

    Raises:
        ValueError: There is no such format or label.
    """
    if form not in FORMATS:
        raise ValueError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    path = Path(path)
    labelled = [from_gold(document, labels) for document in documents]
    if form == "spacy":
        from vnpolitext.training.spacy_files import write_spacy

        return write_spacy(labelled, path)
    if form == "conll":
        lines = list(write_conll(labelled))
    else:
        lines = list(write_lines(labelled, "doccano" if form == "jsonl" else form))
    if form == "labelstudio":
        lines = ["[", ",\n".join(lines), "]"]
    waiting = path.with_name(path.name + ".part")
    waiting.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
    waiting.replace(path)
    return path


def read_labelled(path: str | Path) -> list[Labelled]:
    """Read what `export` or an annotation tool wrote, or our own annotated texts.

    Args:
        path: A ``.conll``, ``.bio`` or ``.tsv`` file, else JSON Lines or a JSON list.

    Raises:
        ValueError: The file is of no form we know; the message names it.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix in (".conll", ".bio", ".iob", ".tsv"):
            return list(read_conll(text.split("\n")))
        return list(read_lines(text))
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path}: {error}") from None
