"""Lines of a text that may have no breaks, and stretches without what stands at their edges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

LONGEST_LINE: Final = 2_000
"""How much of a line is read on each side of a place: a text may have no breaks."""


def line_start(text: str, at: int) -> int:
    r"""Return where the line of a place begins, or how far it is read.

    >>> line_start("một\nhai", 6)
    4
    """
    floor = max(0, at - LONGEST_LINE)
    return text.rfind("\n", floor, at) + 1 or floor


def line_around(text: str, at: int) -> tuple[int, int]:
    r"""Return where the line of a place begins and ends, or how far it is read.

    >>> line_around("một\nhai\nba", 5)
    (4, 7)
    """
    end = text.find("\n", at, at + LONGEST_LINE)
    return line_start(text, at), at + LONGEST_LINE if end < 0 else end


def line_above(text: str, start: int) -> int | None:
    r"""Return where the line above the one at ``start`` begins, ``None`` without one in reach.

    >>> line_above("một\nhai\nba", 8)
    4
    """
    if not start or text[start - 1] != "\n":
        return None
    above = line_start(text, start - 1)
    return above if not above or text[above - 1] == "\n" else None


def full_lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    r"""Yield start and end of the lines that are not blank.

    Args:
        text: The lines.
        start: The offset of the first of them.

    >>> list(full_lines("một\n \nba"))
    [(0, 3), (6, 8)]
    """
    for line in text.split("\n"):
        if line and not line.isspace():
            yield start, start + len(line)
        start += len(line) + 1


def without_edges(text: str, start: int, end: int, edge: str | None = None) -> tuple[int, int]:
    """Return a stretch without the letters of ``edge``, or the blanks, at both ends.

    >>> without_edges("một, hai, ba", 4, 9, " ,")
    (5, 8)
    """
    surface = text[start:end]
    body = surface.lstrip(edge)
    return end - len(body), end - len(body) + len(body.rstrip(edge))
