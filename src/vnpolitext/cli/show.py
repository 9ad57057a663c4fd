"""``vnpolitext show``: a text with its records in colour."""

from __future__ import annotations

from typing import Annotated

import typer

from vnpolitext.analysis import DEFAULT, analyze
from vnpolitext.cli.inputs import read_one
from vnpolitext.cli.options import Citations, Persons, Places
from vnpolitext.views.terminal import coloured, print_to_terminal, summary_table


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("show")(show_command)


def show_command(
    path: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    *,
    persons: Persons = DEFAULT,
    citations: Citations = DEFAULT,
    places: Places = DEFAULT,
) -> None:
    """Show a text in the terminal, its records coloured, and what was found most."""
    article = read_one(path)
    analysis = analyze(article, persons=persons, citations=citations, places=places)
    print_to_terminal(coloured(analysis), "", summary_table([analysis]))
