"""The root of all errors of this library, and the error of a package that is not installed."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

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


def documents_with(documents: Iterable[_Item], *fields: str) -> Iterator[_Item]:
    """Yield documents that have these fields.

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
    for document in documents:
        missing = [field for field in fields if not hasattr(document, field)]
        if missing:
            raise TypeError(
                "analyses are wanted, as of analyze() or a corpus, not "
                f"{type(document).__name__}: it has no {missing[0]}"
            )
        yield document


def plain_line(text: str) -> str:
    r"""Return ``text`` on one line, with what a terminal would obey instead of show written out.

    Messages name files and quote what stands in them; neither may move the cursor, change colours
    or break the line.

    Example:
        >>> plain_line("bài\n1\x1b[31m.txt")
        'bài\\n1\\x1b[31m.txt'
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
