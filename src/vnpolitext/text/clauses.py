"""Where the clause or sentence around a place of a text begins."""

import re


def clause_start(boundary: re.Pattern[str], text: str, floor: int, end: int) -> int:
    """Return where the last boundary between ``floor`` and ``end`` ends, or ``floor``.

    >>> clause_start(re.compile(r"[.;] "), "Một. Hai; ba bốn", 0, 13)
    10
    """
    for found in boundary.finditer(text, floor, end):
        floor = found.end()
    return floor
