"""``vnpolitext export``: annotated texts for trainers and annotation tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vnpolitext.cli.inputs import UsageError
from vnpolitext.training import FORMATS, convert


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("export")(export_command)


def export_command(
    gold: Annotated[
        Path,
        typer.Argument(help="Annotated texts, analyses, or what an annotation tool gave back."),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="File to write; a folder for spacy.")
    ],
    form: Annotated[str, typer.Option("--format", help=", ".join(FORMATS))] = "jsonl",
) -> None:
    """Write annotated texts for a trainer or an annotation tool."""
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    try:
        typer.echo(f"written: {convert(gold, output, form=form)}")
    except ValueError as error:
        raise UsageError(str(error)) from None
