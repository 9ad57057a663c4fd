"""What the commands print: words for a reader, and data for other programs."""

from __future__ import annotations

import sys

import typer

from vnpolitext.views.terminal import visible


def say(text: object, *, err: bool = False) -> None:
    """Print a line for a reader; nothing in it can steer the terminal."""
    typer.echo(visible(str(text)), err=err)


def write(text: str) -> None:
    """Print data unchanged where another program reads them, without escapes on a terminal."""
    sys.stdout.write(visible(text) if sys.stdout.isatty() else text)  # echo drops escapes
