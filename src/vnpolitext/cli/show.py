"""``vnpolitext show``: a text with its records in colour."""

from __future__ import annotations

from typing import Annotated

import typer

from vnpolitext.analysis import DEFAULT, analyze
from vnpolitext.cli.inputs import UsageError, read_one
from vnpolitext.cli.language import Lang, language
from vnpolitext.cli.options import (
    AsOf,
    Citations,
    Models,
    Ocr,
    Persons,
    Places,
    Province,
    choice_of,
)
from vnpolitext.errors import VnpolitextError
from vnpolitext.views.terminal import coloured, print_to_terminal, summary_table


def show_command(
    path: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    *,
    as_of: AsOf = None,
    province: Province = None,
    persons: Persons = DEFAULT,
    citations: Citations = DEFAULT,
    places: Places = DEFAULT,
    models: Models = None,
    ocr: Ocr = False,
    lang: Lang = None,
) -> None:
    """Show a text in the terminal, its records coloured, and what was found most."""
    chosen = language(lang)
    article = read_one(path, ocr=ocr)
    try:
        analysis = analyze(
            article,
            as_of=as_of,
            province=province,
            models=choice_of(models, persons=persons, citations=citations, places=places),
        )
    except VnpolitextError:
        raise
    except ValueError as error:
        raise UsageError(str(error)) from None
    print_to_terminal(
        coloured(analysis, language=chosen), "", summary_table([analysis], language=chosen)
    )
