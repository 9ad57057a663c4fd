"""Lines that a page has broken, and what a page puts between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.tables import Cell, Grid

# A line of a text that was wrapped at a column ends in the middle of a sentence; none stands over a
# name on a line of its own, with the years of office below.
_BREAK: Final = re.compile(
    r"\n(?<=[^\n]{45}\n)(?<![^\n]{125}\n)(?=[^\W_]|[(\"“])"
    r"(?!Đồng chí |ĐỒNG CHÍ |Ông |ÔNG |Bà |BÀ |[^\n]{3,30}\n\([0-9])"
)
_SENTENCE_END: Final = ".!?:;|"
_ENDS: Final = ".!?:;,|)"
_FEWEST: Final = 3


def flatten(text: str) -> str:
    r"""Return ``text`` with broken lines made whole; its length stays.

    Breaks of wrapped lines become blanks. Whether lines are wrapped is decided for the whole
    text: most of the lines after a break must go on in lower case.
    """
    if "\n" not in text:
        return text
    breaks = [at for at in map(re.Match[str].start, _BREAK.finditer(text)) if _is_open(text, at)]
    going_on = [at for at in breaks if text[at + 1].islower() or _is_left_open(text, at)]
    if len(going_on) * 2 >= len(breaks) and len(going_on) >= min(_FEWEST, len(breaks)):
        going_on = breaks
    return put(text, ((at, " ") for at in going_on))


def put(text: str, places: Iterable[tuple[int, str]]) -> str:
    r"""Return ``text`` with single characters in place of those at ascending ``places``.

    >>> put("một\nhai", [(3, " ")])
    'một hai'
    """
    pieces: list[str] = []
    done = 0
    for at, mark in places:
        pieces += (text[done:at], mark)
        done = at + 1
    return "".join((*pieces, text[done:])) if pieces else text


def _is_left_open(text: str, at: int) -> bool:
    """Return whether the line that ends at ``at`` ends with a word that needs another."""
    return text[max(0, at - 12) : at].rpartition(" ")[2].lower() in phrases().open_words


def part_cells(text: str, grids: Sequence[Grid]) -> str:
    r"""Return ``text`` with each cell on one line, and cells in columns on lines of their own.

    The length stays. Breaks inside a cell stay where a new item, a remark or a line in capitals
    begins.
    """
    places: dict[int, str] = {}
    for grid in grids:
        for row in grid.rows:
            if grid.kind == "columns":
                places |= {cell.end: "\n" for cell in row.cells[:-1]}
                continue
            for cell in row.cells:
                at = text.find("\n", cell.start, cell.end)
                while at >= 0:
                    if _goes_on(text, cell, at):
                        places[at] = " "
                    at = text.find("\n", at + 1, cell.end)
    return put(text, sorted(places.items()))


def _goes_on(text: str, cell: Cell, at: int) -> bool:
    """Return whether the line after the break at ``at`` goes on with the one before."""
    before = text[cell.start : at].rpartition("\n")[2].rstrip()
    after = text[at + 1 : cell.end].partition("\n")[0].lstrip()
    if not before or not after or not after[0].isalpha() or before[-1] in _ENDS:
        return False
    return after[0].islower() or not (before.isupper() or after.isupper())


def _is_open(text: str, at: int) -> bool:
    return text[at - 1] not in _SENTENCE_END
