"""The commands, gathered, and the one place where errors become a plain line."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from vnpolitext._version import __version__
from vnpolitext.cli.commands import LateGroup
from vnpolitext.cli.output import say
from vnpolitext.errors import VnpolitextError, plain_line

app = typer.Typer(
    name="vnpolitext",
    help="Read Vietnamese political texts.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    cls=LateGroup,
)


def main() -> None:
    """Run the command line.

    Exit codes: 0 done, 1 some documents failed, 2 wrong usage or unusable input.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a letter the terminal lacks stops no command
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except (VnpolitextError, OSError) as error:
        sys.stderr.write(f"vnpolitext: {one_line(error)}\n")
        sys.exit(2)


def one_line(error: Exception) -> str:
    """Return the message of ``error`` on one line."""
    if isinstance(error, OSError) and error.filename is not None:
        return plain_line(f"{os.fsdecode(error.filename)}: {error.strerror}")
    return plain_line(" ".join(str(error).split()))


def _version(wanted: bool) -> None:
    if wanted:
        say(f"vnpolitext {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Read Vietnamese political texts."""
