"""Annotated texts to files for trainers and annotation tools, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.errors import documents_with
from vnpolitext.progress import under_way
from vnpolitext.training.conll import read_conll, write_conll
from vnpolitext.training.errors import LabelledError
from vnpolitext.training.labelled import LABELLED, LABELS, Labelled, from_gold, to_gold
from vnpolitext.training.tools import TOOLS, read_lines, write_lines

FORMATS: Final = ("spacy", "conll", "jsonl", *TOOLS, "gold")
"""What is written; ``jsonl`` is the form of Doccano, ``gold`` that of our own annotated texts."""


@under_way("export")
def export(
    documents: Iterable[Mapping[str, Any] | Labelled | Analysis],
    path: str | Path,
    *,
    form: str = "jsonl",
    labels: Sequence[str] = LABELS,
) -> Path:
    """Write annotated documents for a trainer or an annotation tool.

    Args:
        documents: Annotated documents, analyses or a corpus of them, analyses as plain data, or
            what `read_labelled` returns.
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
    labelled = [
        document if isinstance(document, Labelled) else from_gold(_plain(document), labels)
        for document in documents_with(documents, wanted=LABELLED)
    ]
    if form == "spacy":
        from vnpolitext.training.spacy_files import write_spacy

        return write_spacy(labelled, path)
    waiting = path.with_name(path.name + ".part")
    waiting.write_text("\n".join([*_lines(labelled, form), ""]), encoding="utf-8", newline="\n")
    waiting.replace(path)
    return path


@under_way("convert")
def convert(
    source: str | Path,
    target: str | Path,
    *,
    form: str = "jsonl",
    labels: Sequence[str] = LABELS,
    annotator: str | int | None = None,
) -> Path:
    """Read annotated texts of any form we know and write them in another; see `export`.

    ``form="gold"`` brings what an annotation tool gave back into the form that ``evaluate`` reads.

    Raises:
        LabelledError: The file cannot be read.
        ValueError: There is no such format or label.
    """
    documents = read_labelled(source, labels=labels, annotator=annotator)
    return export(documents, target, form=form, labels=labels)


@under_way("read labelled")
def read_labelled(
    path: str | Path, *, labels: Sequence[str] = LABELS, annotator: str | int | None = None
) -> list[Labelled]:
    """Read what `export` or an annotation tool wrote, or our own annotated texts.

    Args:
        path: A ``.conll``, ``.bio`` or ``.tsv`` file, else JSON Lines or a JSON list.
        labels: Which kinds of record to take of our own annotated texts.
        annotator: Whose annotations to take, where several have annotated a text.

    Raises:
        LabelledError: The file is of no form we know; the message names it.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix in (".conll", ".bio", ".iob", ".tsv"):
            return list(read_conll(text.split("\n")))
        return list(read_lines(text, labels, annotator=annotator))
    except (ValueError, KeyError, TypeError) as error:
        raise LabelledError(f"{path}: {error}") from None


def _plain(document: Any) -> Mapping[str, Any]:
    plain: Mapping[str, Any] = document.to_dict() if hasattr(document, "to_dict") else document
    return plain


def _lines(documents: Sequence[Labelled], form: str) -> list[str]:
    if form == "conll":
        return list(write_conll(documents))
    if form == "gold":
        return [json.dumps(to_gold(document), ensure_ascii=False) for document in documents]
    lines = list(write_lines(documents, "doccano" if form == "jsonl" else form))
    return ["[", ",\n".join(lines), "]"] if form == "labelstudio" else lines
