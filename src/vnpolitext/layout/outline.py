"""Lines read upwards, of a text that may have no breaks."""

from __future__ import annotations

from typing import Final

LONGEST_LINE: Final = 2_000
"""How much of a line is read on each side of a place: a text may have no breaks."""


def line_above(text: str, start: int) -> int | None:
    r"""Return where the line above the one at ``start`` begins, ``None`` without one in reach.

    >>> line_above("một\nhai\nba", 8)
    4
    """
    if not start or text[start - 1] != "\n":
        return None
    floor = max(0, start - LONGEST_LINE)
    above = text.rfind("\n", floor, start - 1) + 1
    return above if above or not floor else None
