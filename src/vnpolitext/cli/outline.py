"""``vnpolitext outline``: the tree of a text's numbered sections."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from vnpolitext.analysis import analyze
from vnpolitext.cli.inputs import read_one
from vnpolitext.cli.options import Models, choice_of
from vnpolitext.cli.output import say


class OutlineFormat(StrEnum):
    """How the tree is printed."""

    text = "text"
    markdown = "markdown"
    json = "json"


def outline_command(
    path: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    form: Annotated[OutlineFormat, typer.Option("--format")] = OutlineFormat.text,
    *,
    models: Models = None,
) -> None:
    """Print the tree of the numbered sections of a text."""
    outline = analyze(read_one(path), models=choice_of(models)).outline()
    if form is OutlineFormat.json:
        say(json.dumps(outline.to_dict(), ensure_ascii=False, indent=2))
    elif form is OutlineFormat.markdown:
        say(outline.to_markdown())
    else:
        say(outline.to_text())
