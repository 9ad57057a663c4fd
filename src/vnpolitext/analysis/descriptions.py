"""What the fields of records mean, as their docstrings say it."""

from __future__ import annotations

import inspect
from functools import cache

from vnpolitext.text.patterns import lazy_pattern

_FIELD = lazy_pattern(r"(\w+): (.*)")
_MARKUP = lazy_pattern(r"``([^`]*)``|`([^`]*)`|\*([^*]*)\*")


@cache
def descriptions(record: type) -> dict[str, str]:
    """Return what each field of a record means, on one line each; of its bases too.

    Where Python was started without docstrings there is nothing to return.

    Example:
        >>> from vnpolitext.text.span import Span
        >>> descriptions(Span)["end"]
        'Index after the last character.'
    """
    found: dict[str, str] = {}
    for base in reversed(record.__mro__):
        found |= _attributes(inspect.cleandoc(base.__doc__ or ""))
    return found


def summary(record: type) -> str:
    """Return the first line of a record's docstring."""
    return plain(inspect.cleandoc(record.__doc__ or "").partition("\n")[0])


def plain(text: str) -> str:
    """Return a text without the marks of docstrings, on one line."""
    bare = _MARKUP.sub(lambda mark: mark[1] or mark[2] or mark[3] or "", text)
    return " ".join(bare.split())


def _attributes(doc: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in doc.partition("\nAttributes:\n")[2].splitlines():
        if line and not line.startswith(" "):
            break
        if line.startswith(" " * 8):
            found[name].append(line)
        elif field := _FIELD.match(line.strip()):
            name = field[1]
            found[name] = [field[2]]
    return {name: plain(" ".join(lines)) for name, lines in found.items()}
