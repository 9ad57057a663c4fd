"""The root of all errors of this library, and the error of a package that is not installed."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

__all__ = [
    "MissingPackageError",
    "VnpolitextError",
    "documents_with",
    "expect",
    "expect_text",
    "plain_line",
]

_Item = TypeVar("_Item")


class VnpolitextError(Exception):
    """What this library can say about a file, a model, a store or a missing package.

    Every exception class of the library derives from it, and from the built-in class that fits, so
    that ``except ValueError`` goes on to work. A wrong argument is a plain ``ValueError`` or
    ``TypeError``, as everywhere in Python: it is the program that should change, not the data.

    Example:
        >>> from vnpolitext import models
        >>> try:
        ...     models.load("lab/none", kind="words")
        ... except VnpolitextError as error:
        ...     print(type(error).__name__, isinstance(error, ValueError))
        ModelError True
    """


class MissingPackageError(VnpolitextError, ImportError):
    """An optional package is not installed; the message says what to install."""


def documents_with(
    documents: Iterable[_Item],
    *fields: str,
    wanted: str = "analyses are wanted, as of analyze() or a corpus",
) -> Iterator[_Item]:
    """Yield documents, or other records, that have these fields; one alone is taken for a list.

    Args:
        documents: The records.
        fields: What each of them must have.
        wanted: How the message begins.

    Raises:
        TypeError: One of them has not; the message says what is wanted.

    Example:
        >>> list(documents_with(["Xã họp."], "persons"))
        Traceback (most recent call last):
        ...
        TypeError: analyses are wanted, as of analyze() or a corpus, not str: it has no persons
    """
    if isinstance(documents, str) or not isinstance(documents, Iterable):
        documents = [documents]  # type: ignore[list-item]
    read = attrgetter(*fields) if fields else type
    for document in documents:
        try:
            read(document)
        except AttributeError:
            missing = next(field for field in fields if not hasattr(document, field))
            name = type(document).__name__
            raise TypeError(f"{wanted}, not {name}: it has no {missing}") from None
        yield document


def expect(given: Any, kind: type | tuple[type, ...], wanted: str) -> None:
    """Say what is wanted, where something else is given.

    Args:
        given: An argument.
        kind: What it must be.
        wanted: How the message begins.

    Raises:
        TypeError: It is something else.

    Example:
        >>> expect(7, str, "the name of a model is wanted")
        Traceback (most recent call last):
        ...
        TypeError: the name of a model is wanted, not int
    """
    if not isinstance(given, kind):
        raise TypeError(f"{wanted}, not {type(given).__name__}")


def expect_text(given: Any) -> None:
    """Say that one text is wanted, where something else is given.

    Raises:
        TypeError: It is something else; the message says where the text of a document is.

    Example:
        >>> expect_text(["Xã họp."])
        Traceback (most recent call last):
        ...
        TypeError: a text is wanted, not list: give them one by one, or make a Corpus of them
    """
    if isinstance(given, str):
        return
    many = isinstance(given, Iterable) and not isinstance(given, bytes)
    hint = ": its text is .text" if isinstance(getattr(given, "text", None), str) else ""
    hint = ": give them one by one, or make a Corpus of them" if many and not hint else hint
    raise TypeError(f"a text is wanted, not {type(given).__name__}{hint}")


def plain_line(text: str) -> str:
    r"""Return ``text`` on one line, with what a terminal would obey instead of show written out.

    Messages name files and quote what stands in them; neither may move the cursor, change colours
    or break the line.

    Example:
        >>> plain_line("bài\n1\x1b[31m.txt")
        'bài\\n1\\x1b[31m.txt'
    """
    expect_text(text)
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def __dir__() -> list[str]:
    return __all__
