"""The language of the command line: help, errors, summaries and reports."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Annotated, Any, Final

import typer

from vnpolitext.cli.sayings import SAYINGS
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.views.language import DOMAIN, FOLDER, catalogue, check_language

VARIABLE: Final = "VNPOLITEXT_LANG"
_OPTION: Final = "--lang"
_HOLE: Final = lazy_pattern(r"\\\{\w+\\\}")
_spoken: ContextVar[str] = ContextVar("language", default="en")

Lang = Annotated[
    str | None,
    typer.Option(_OPTION, metavar="en|vi", help="Language of what is said: en or vi."),
]


def language(asked: str | None = None) -> str:
    """Return the language asked for, or else that of the command line.

    Raises:
        LanguageError: There is no such language.
    """
    if asked is not None:
        check_language(asked)
    return asked or _spoken.get()


def tell(text: str, **values: object) -> str:
    """Return ``text`` in the language of the command line, with ``{names}`` filled in."""
    return catalogue(language()).gettext(text).format(**values)


def in_language(message: str) -> str:
    """Return the message of an error in the language of the command line, where it is known."""
    known = catalogue(language())
    for saying in SAYINGS if language() != "en" else ():
        pattern = _HOLE.sub("(.*)", re.escape(saying))
        found = re.fullmatch(pattern, message)
        if found:
            return known.gettext(saying).format(*map(in_language, found.groups()))
    return message


@contextmanager
def speaking(arguments: Sequence[str]) -> Iterator[None]:
    """Speak the language that the arguments or the environment name; what it lacks, English.

    Raises:
        LanguageError: There is no such language.
    """
    asked = _asked(arguments) or os.environ.get(VARIABLE) or "en"
    check_language(asked)
    token = _spoken.set(asked)
    if asked != "en":  # the words of the library of the command line itself
        os.environ["LANGUAGE"] = asked
        gettext.bindtextdomain(DOMAIN, FOLDER)
        gettext.textdomain(DOMAIN)
    try:
        yield
    finally:
        _spoken.reset(token)


def complaint(error: Any) -> str:
    """Return what is said of a wrong call: how to call, where there is help, and what is wrong."""
    context, lines = getattr(error, "ctx", None), []
    if context is not None:
        asking = f"{context.command_path} {context.help_option_names[0]}"
        lines = [context.get_usage(), tell("Try '{command}' for help.", command=asking), ""]
    said = tell("Error: {message}", message=in_language(error.format_message()))
    return "\n".join([*lines, said])


def translated(command: Any) -> Any:
    """Return a command whose help, and that of its commands and options, is in the language."""
    known = catalogue(language())
    for part in (command, *command.params):
        for name in ("help", "short_help", "epilog"):
            text = getattr(part, name, None)
            if text:
                setattr(part, name, known.gettext(" ".join(text.split())))
    for each in getattr(command, "commands", {}).values():
        translated(each)
    if language() != "en":
        command.format_usage = partial(_usage, command)
        command.get_help_option = partial(_help_option, command.get_help_option)
    return command


def _usage(command: Any, context: Any, formatter: Any) -> None:
    """Write how a command is called, for which its library has English words only."""
    pieces = " ".join(command.collect_usage_pieces(context))
    formatter.write_usage(context.command_path, pieces, prefix=f"{tell('Usage:')} ")


def _help_option(made: Callable[[Any], Any], context: Any) -> Any:
    """Return the option ``--help``, which is made late, with its help in the language."""
    option = made(context)
    if option is not None and option.help:
        option.help = tell(option.help)
    return option


def _asked(arguments: Sequence[str]) -> str | None:
    """Return what stands behind ``--lang``; the last one counts."""
    found = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith(f"{_OPTION}="):
            found = argument.partition("=")[2]
        elif argument == _OPTION and at + 1 < len(arguments):
            found = arguments[at + 1]
    return found
