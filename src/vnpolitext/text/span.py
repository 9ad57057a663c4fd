"""The base of every record: a stretch of the text as it was read."""

from dataclasses import dataclass


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
