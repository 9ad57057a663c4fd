"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from vnpolitext import models
from vnpolitext.analysis import DEFAULT, Choice
from vnpolitext.cli.inputs import UsageError
from vnpolitext.cli.output import say

_OURS = "vnpolitext."


def say_whose_code(name: str, kind: str | None = None) -> None:
    """Say on standard error whose code a model runs when it is loaded, if not the library's."""
    with suppress(models.ModelError):  # the command itself tells what is wrong with a name
        loader = models.card(name, kind=kind).loader
        if loader is not None and not loader.startswith(_OURS):
            say(f"vnpolitext: {name} runs code of {loader.partition(':')[0]}", err=True)


def chosen(kind: str) -> Callable[[str], str]:
    """Return what an option does with the name of a model: tell whose code it runs."""

    def told(name: str) -> str:
        if name != DEFAULT:
            say_whose_code(name, kind)
        return name

    return told


def choice_of(models: list[str] | None, **named: str) -> Choice:
    """Return the choice of models that the options of a command make.

    Raises:
        UsageError: An option is not written as ``kind=name``, or there is no such kind.
    """
    pairs = [model.partition("=") for model in models or ()]
    for kind, mark, name in pairs:
        if not (kind and mark and name):
            raise UsageError(f"--models takes kind=name, not {kind}{mark}{name}")
    try:
        choice = Choice.of({kind: name for kind, _, name in pairs}, **named)
    except ValueError as error:
        raise UsageError(str(error)) from None
    for kind, _, name in pairs:
        say_whose_code(name, kind)
    return choice


Words = Annotated[str, typer.Option(help="Word segmenter.", callback=chosen("words"))]
Persons = Annotated[str, typer.Option(help="Tagger of personal names.", callback=chosen("persons"))]
Citations = Annotated[
    str, typer.Option(help="Rules that find cited documents.", callback=chosen("citations"))
]
Places = Annotated[
    str, typer.Option(help="Gazetteer of administrative units.", callback=chosen("places"))
]
Models = Annotated[
    list[str] | None,
    typer.Option(
        "--models",
        help="Another model, as kind=name, such as offices=mylab/offices-2; may be repeated.",
    ),
]
Jobs = Annotated[int, typer.Option(help="Processes; -1 is one for each core.")]

Text = Annotated[str, typer.Option("--text-column", "--text", help="Column of the text in tables.")]
Identifier = Annotated[
    str, typer.Option("--id-column", "--id", help="Column of the identifier in tables.")
]
Column = Annotated[
    list[str] | None,
    typer.Option("--column", help="Another field in tables, as name=column; may be repeated."),
]
Ocr = Annotated[bool, typer.Option("--ocr", help="Recognise scanned pages of PDF files.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="Day whose units are meant; by default that of publication."),
]
Province = Annotated[str | None, typer.Option(help="Province of the publisher.")]
Metadata = Annotated[
    Path | None,
    typer.Option(help="CSV table of what is known: a column id, path or file, and one a field."),
]
