"""The commands, gathered, and the one place where errors become a plain line."""

from __future__ import annotations

import io
import logging
import os
import sys
import warnings
from enum import StrEnum
from typing import Annotated, Any, Final

import typer

from vnpolitext._version import __version__
from vnpolitext.cli.commands import LateGroup
from vnpolitext.cli.language import Lang, complaint, in_language, speaking, translated
from vnpolitext.cli.output import drop, errors_as_json, open_streams, report_error, say
from vnpolitext.cli.stopping import INTERRUPTED
from vnpolitext.errors import VnpolitextError, plain_line
from vnpolitext.progress import shown

_JSON_ERRORS: Final = "--json-errors"


class LogLevel(StrEnum):
    """From which level on messages are logged."""

    debug = "debug"
    info = "info"
    warning = "warning"
    error = "error"


app = typer.Typer(
    name="vnpolitext",
    help="Read Vietnamese political texts.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    cls=LateGroup,
)


def main() -> None:
    """Run the command line.

    Exit codes: 0 done, 1 some documents failed, 2 wrong usage or unusable input, 130 interrupted.
    """
    open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a letter the terminal lacks stops no command
            stream.reconfigure(errors="backslashreplace")
    warnings.showwarning = _as_line  # type: ignore[assignment]
    arguments = sys.argv[1:]
    as_json = _JSON_ERRORS in arguments
    errors_as_json(as_json)
    try:
        with speaking(arguments):
            code = _run([each for each in arguments if each != _JSON_ERRORS])
        sys.stdout.flush()
    except BrokenPipeError:  # the last words, when the reader has what it wanted
        drop(sys.stdout)
        code = 0
    except (VnpolitextError, OSError) as error:
        report_error("error", one_line(error), path=_path_of(error))
        code = 2
    except typer.Abort:
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _run(arguments: list[str]) -> Any:
    """Run a command; its errors are told in its language, while that is still spoken."""
    try:
        with shown(True):
            command = translated(typer.main.get_command(app))
            code = command(arguments, prog_name="vnpolitext", standalone_mode=False)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        code = INTERRUPTED
    except SystemExit as end:  # the library of the command line ends so where a pipe has closed
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        raise end.__context__ from None
    except (VnpolitextError, OSError) as error:
        report_error("error", in_language(one_line(error)), path=_path_of(error))
        return 2
    except typer.TyperException as error:
        if _JSON_ERRORS in sys.argv[1:]:
            report_error("error", in_language(one_line(error.format_message())))
        else:
            typer.echo(complaint(error), err=True)
        return error.exit_code
    if code == INTERRUPTED:
        report_error("error", in_language("interrupted"))
    return code


def _as_line(message: Warning | str, *_: Any) -> None:
    """Tell a warning as the line of a command, without the place in the code."""
    report_error("warning", one_line(message))


def _path_of(error: Exception) -> str | None:
    named = getattr(error, "path", getattr(error, "filename", None))
    return None if named is None else os.fsdecode(named)


def one_line(error: Exception | str) -> str:
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
    _json: Annotated[
        bool,
        typer.Option(_JSON_ERRORS, help="Tell errors and failures as one JSON object a line."),
    ] = False,
    log: Annotated[
        LogLevel | None,
        typer.Option("--log", help="Log what is done on standard error, from this level on."),
    ] = None,
    __: Lang = None,
) -> None:
    """Read Vietnamese political texts."""
    if log is not None:
        form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
        logging.basicConfig(format=form, level=log.value.upper())
