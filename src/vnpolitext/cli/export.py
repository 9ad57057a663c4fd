"""``vnpolitext export``: annotated texts and analysed corpora for other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import typer

from vnpolitext.cli.inputs import UsageError
from vnpolitext.cli.output import say
from vnpolitext.cli.rows import is_analysed, is_store
from vnpolitext.corpus import Corpus
from vnpolitext.training import FORMATS, convert

_OF_STORES: Final[dict[str, Callable[[Corpus, Path], None]]] = {
    "csv": Corpus.to_csv,
    "conllu": Corpus.to_conllu,
    "docbin": Corpus.to_docbin,
    "excel": Corpus.to_excel,
    "graphml": Corpus.to_graphml,
    "jsonl": Corpus.to_jsonl,
    "parquet": Corpus.to_parquet,
    "stata": Corpus.to_stata,
}


def export_command(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD|STORE",
            help="Annotated texts, analyses, or what an annotation tool gave back; or a store.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="File to write; a folder for spacy, csv, stata, parquet."
        ),
    ],
    form: Annotated[
        str,
        typer.Option("--format", help=f"{', '.join(FORMATS)}; of a store {', '.join(_OF_STORES)}."),
    ] = "jsonl",
    annotator: Annotated[
        str | None,
        typer.Option(help="Whose annotations to take, where several annotated a text."),
    ] = None,
) -> None:
    """Write annotated texts, or an analysed corpus, for other programs."""
    known = tuple(_OF_STORES) if is_store(source) else FORMATS
    if form not in known and not (form in _OF_STORES and is_analysed(source)):
        raise UsageError(f"no format {form!r}; there are {', '.join(known)}")
    if is_store(source) or form not in FORMATS:
        _OF_STORES[form](Corpus.open(source), output)
        say(f"written: {output}")
        return
    try:
        say(f"written: {convert(source, output, form=form, annotator=annotator)}")
    except ValueError as error:
        raise UsageError(str(error)) from None
