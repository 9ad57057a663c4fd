"""Offices that fill a cell of a table: their body goes on to its end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from vnpolitext.layout.tables import GridIndex
from vnpolitext.officials.phrases.elements import Element, Office
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import Entry, heads

_LONGEST: Final = 9
_LEADS: Final = frozenset({"quyền", "nguyên", "phó", "cựu", "-", "–", "•", "*"})
_CHARGE: Final = ["phụ", "trách"]
_REST: Final = Entry("", "free")


def fill_cells(tokens: Tokens, elements: Sequence[Element], grids: GridIndex) -> None:
    """Move the end of offices that open a cell to where its words end.

    Args:
        tokens: The tokens of a text.
        elements: Its names and offices; the offices are changed.
        grids: Its tables.
    """
    starts = tokens.starts
    for number, office in enumerate(elements):
        if not isinstance(office, Office):
            continue
        cell = grids.cell(starts[office.first])
        if cell is None:
            continue
        first, last = bisect_left(starts, cell[0]), bisect_left(starts, cell[1])
        lead = tokens.words[first : office.first]
        following = elements[number + 1] if number + 1 < len(elements) else None
        alone = following is None or following.first >= last
        if alone and len(lead) < 2 and _LEADS.issuperset(lead):
            _fill(tokens, office, last)


def _fill(tokens: Tokens, office: Office, last: int) -> None:
    words = tokens.words
    end = office.last
    while end < last and words[end] != "|" and words[end : end + 2] != _CHARGE:
        if words[end] in grammar().cell_tells or (
            tokens.kinds[end] not in "Ul" and words[end] not in {",", "-"}
        ):
            return
        if heads().match(words, end) is not None and words[end] != "thành":
            return
        end += 1
    if office.last < end <= office.last + _LONGEST:
        office.parts.append((office.last, end, _REST))
        office.last = end
