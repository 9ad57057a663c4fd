"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Words = Annotated[str, typer.Option(help="Word segmenter.")]
Persons = Annotated[str, typer.Option(help="Tagger of personal names.")]
Citations = Annotated[str, typer.Option(help="Rules that find cited documents.")]
Places = Annotated[str, typer.Option(help="Gazetteer of administrative units.")]
Jobs = Annotated[int, typer.Option(help="Processes; -1 is one for each core.")]

Text = Annotated[str, typer.Option("--text", help="Column of the text in tables.")]
Identifier = Annotated[str, typer.Option("--id", help="Column of the identifier in tables.")]
Column = Annotated[
    list[str] | None,
    typer.Option("--column", help="Another field in tables, as name=column; may be repeated."),
]
