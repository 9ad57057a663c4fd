"""What the commands print: words for a reader, and data for other programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

import typer

from vnpolitext.views.terminal import visible

if TYPE_CHECKING:
    import pandas as pd


_AS_JSON: Final[ContextVar[bool]] = ContextVar("vnpolitext_json_errors", default=False)


def say(text: object, *, err: bool = False) -> None:
    """Print a line for a reader; nothing in it can steer the terminal."""
    with _reader():
        typer.echo(visible(str(text)), err=err)


def write(text: str) -> None:
    """Print data unchanged where another program reads them, without escapes on a terminal."""
    with _reader():
        sys.stdout.write(visible(text) if sys.stdout.isatty() else text)  # echo drops escapes


def open_streams() -> None:
    """Send what is said to nowhere where the program was begun with a stream closed (``>&-``)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


def drop(stream: TextIO) -> None:
    """Send what is left to nowhere, so that Python does not complain when it closes the stream."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _reader() -> Iterator[None]:
    """End the command well when nobody reads on: ``head`` has what it wanted."""
    try:
        yield
    except BrokenPipeError:
        drop(sys.stdout)
        raise typer.Exit(0) from None


def errors_as_json(wanted: bool) -> None:
    """Have this run of the command line tell errors as JSON, or as lines for a reader."""
    _AS_JSON.set(wanted)


def report_error(kind: str, message: str, **about: Any) -> None:
    """Tell on standard error what went wrong: a line for a reader, or a JSON object.

    Args:
        kind: ``"error"``, ``"failure"`` of a document, ``"passed over"`` or ``"warning"``.
        message: One line.
        about: What a program wants to know apart: ``id``, ``path``, ``reason``, ``count``.
    """
    if not _AS_JSON.get():
        typer.echo(visible(f"vnpolitext: {message}"), err=True)
        return
    known = {name: value for name, value in about.items() if value is not None}
    record = {"kind": kind, "message": message, **known}
    line = json.dumps(record, ensure_ascii=False)
    typer.echo(line if visible(line) == line else json.dumps(record), err=True)


def write_page(page: str, path: Path) -> None:
    """Write an HTML page, whole or not at all."""
    from vnpolitext.corpus.write import replacing

    with replacing(path) as temporary:
        temporary.write_text(page, encoding="utf-8", errors="xmlcharrefreplace")


def write_sheet(table: pd.DataFrame, path: Path, *, index: bool = False) -> None:
    """Write a CSV file that no spreadsheet calculates, whole or not at all."""
    from vnpolitext.corpus.cells import defused_table
    from vnpolitext.corpus.write import replacing

    with replacing(path) as temporary:
        defused_table(table).to_csv(temporary, index=index, encoding="utf-8", errors="replace")
