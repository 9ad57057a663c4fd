"""Which line heads an item of a list, read upwards from the item."""

from __future__ import annotations

from typing import Final

from vnpolitext.text.patterns import lazy_pattern

LONGEST_LINE: Final = 2_000
"""How much of a line is read on each side of a place: a text may have no breaks."""
_HEADING: Final = lazy_pattern(
    r"[ *_#=|]*(?:(?:\d{1,2}|[ivx]{1,5}|[a-zđ])(?:\.\d{1,2})*[.)/-]? {1,3})?"
    r"(?P<name>[^\W\d_][^\n]{2,110}?)"
    r"[ *_=:|.]*"
)
_ITEM: Final = lazy_pattern(r"[ *_]*(?:[-+•–]|\|)")
_NUMBERED: Final = lazy_pattern(r"[ *_#=]*(?:\d{1,2}|[ivx]{1,5}|[a-zđ])[.)/]")
_LINES: Final = 40
_LONGEST_HEADING: Final = 110


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


def heading_over(lower: str, at: int) -> tuple[int, int] | None:
    r"""Return the words of the heading over an item of a list, without marks and number.

    Args:
        lower: The folded text in lower case.
        at: A place in the item.

    Returns:
        Where the words begin and end, ``None`` where ``at`` is in no item or nothing heads it.

    >>> heading_over("1. hội đồng nhân dân:\n- trưởng ban\n- phó ban", 37)
    (3, 20)
    """
    end = lower.rfind("\n", max(0, at - LONGEST_LINE), at) + 1
    numbered = _NUMBERED.match(lower, end) is not None
    if not end or not (numbered or _ITEM.match(lower, end)):
        return None
    for _ in range(_LINES):
        start = line_above(lower, end)
        if start is None:
            return None
        line, end = lower[start : end - 1], start
        if not line.strip():
            continue
        if _is_heading(line, numbered=numbered):
            words = _HEADING.fullmatch(lower, start, start + len(line))
            return None if words is None else words.span("name")
        if not (_ITEM.match(line) or (numbered and _NUMBERED.match(line))):
            return None
    return None


def _is_heading(line: str, *, numbered: bool) -> bool:
    bare = line.strip(" *_")
    if _ITEM.match(line):
        return False
    if bare.startswith(("#", "=")) or bare.endswith(":"):
        return True
    return not numbered and _NUMBERED.match(line) is not None and len(bare) < _LONGEST_HEADING
