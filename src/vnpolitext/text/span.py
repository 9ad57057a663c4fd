"""The base of every record: a stretch of the text as it was read."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from vnpolitext.text.making import made_fast

R = TypeVar("R")


@made_fast
@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a text, and the surface that stands there.

    Attributes:
        start: Index of the first character, in Unicode code points.
        end: Index after the last character.
        text: The surface, always equal to ``source[start:end]``.
    """

    start: int
    end: int
    text: str


def changed(record: R, **changes: object) -> R:
    """Return a copy of a record with other values in some fields.

    `dataclasses.replace` asks every field of every record how it is to be filled, which takes a
    finder longer than what it changes.

    Args:
        record: A frozen dataclass whose fields are all arguments of its constructor.
        changes: The new values by the names of their fields.

    Example:
        >>> changed(Span(0, 4, "Tủa"), end=3)
        Span(start=0, end=3, text='Tủa')
    """
    kind: Callable[..., R] = type(record)
    places, values = _fields(kind)
    known = list(values(record))
    for name, value in changes.items():
        known[places[name]] = value
    return kind(*known)


@lru_cache(maxsize=64)
def _fields(kind: type) -> tuple[dict[str, int], Callable[[object], tuple[Any, ...]]]:
    """Return where each field stands among the arguments of a record, and what reads them all."""
    names = [field.name for field in fields(kind)]
    return {name: at for at, name in enumerate(names)}, attrgetter(*names)
