"""Words cut into lines, cells and items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

MARKS: Final = frozenset({"-", "+", "•", "*", ".", ")", "(", "/", ",", ":", ";", "–", "·", "#"})
"""Marks that are no words of a line."""
LINE_ENDS: Final = frozenset({"\n", "|"})
"""Marks that end a line or a cell."""


class Words(Protocol):
    """Words in a row.

    Attributes:
        words: The words in lower case.
        kinds: ``"U"`` capitalised, ``"l"`` lower case, ``"d"`` digits, ``"p"`` mark, ``"n"`` break.
        capitals: Whether all letters are capitals.
    """

    words: list[str]
    kinds: list[str]
    capitals: list[bool]


def cut(row: Words, marks: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between marks that have words; a full stop must end a sentence.

    Args:
        row: The words.
        marks: Where marks stand among them, in their order.
    """
    words = row.words
    first = 0
    for index in [*marks, len(words)]:
        if index < len(words) and words[index] == "." and not _ends_sentence(row, index):
            continue
        if index > first:
            yield first, index
        first = index + 1


def fills(words: Sequence[str], first: int, last: int) -> bool:
    r"""Return whether the words from ``first`` to ``last`` fill a line or a cell.

    >>> fills(["|", "lò", "văn", "an", "\n", "hết"], 1, 4)
    True
    """
    left = first == 0 or words[first - 1] in LINE_ENDS
    return left and (last >= len(words) or words[last] in LINE_ENDS)


def _ends_sentence(row: Words, at: int) -> bool:
    """Return whether the full stop at ``at`` ends a sentence, not an abbreviation or a number."""
    if not at or row.capitals[at - 1] or row.kinds[at - 1] not in "Ul":
        return False
    return row.kinds[at + 1 : at + 2] in ([], ["n"], ["U"])
