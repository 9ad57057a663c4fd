"""What the commands print: words for a reader, and data for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vnpolitext.corpus.cells import defused_table
from vnpolitext.corpus.write import replacing
from vnpolitext.views.terminal import visible

if TYPE_CHECKING:
    import pandas as pd


def say(text: object, *, err: bool = False) -> None:
    """Print a line for a reader; nothing in it can steer the terminal."""
    typer.echo(visible(str(text)), err=err)


def write(text: str) -> None:
    """Print data unchanged where another program reads them, without escapes on a terminal."""
    sys.stdout.write(visible(text) if sys.stdout.isatty() else text)  # echo drops escapes


def write_page(page: str, path: Path) -> None:
    """Write an HTML page, whole or not at all."""
    with replacing(path) as temporary:
        temporary.write_text(page, encoding="utf-8", errors="xmlcharrefreplace")


def write_sheet(table: pd.DataFrame, path: Path, *, index: bool = False) -> None:
    """Write a CSV file that no spreadsheet calculates, whole or not at all."""
    with replacing(path) as temporary:
        defused_table(table).to_csv(temporary, index=index, encoding="utf-8", errors="replace")
