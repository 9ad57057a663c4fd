"""The recipients of an official document (*Nơi nhận*): offices listed there are nobody's."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases import Element
from vnpolitext.officials.tokens import Tokens

_LONGEST: Final = 500
_FILED: Final = "lưu"


def without_recipients(tokens: Tokens, elements: list[Element]) -> list[Element]:
    """Return ``elements`` without those that only say who gets a copy of the document.

    The list begins with *Nơi nhận* and ends with the line that says where the document is filed
    (*Lưu: VT*) or with its cell. Offices in capitals are those of a signature beside it.
    """
    if not elements or "nhận" not in tokens.words:
        return elements
    inside = [
        (first, _end(tokens.words, first))
        for first in range(1, len(tokens))
        if tokens.words[first] == "nhận" and tokens.words[first - 1] == "nơi"
    ]
    if not inside:
        return elements
    return [
        element
        for element in elements
        if _is_loud(tokens, element)
        or not any(first < element.first < last for first, last in inside)
    ]


def _is_loud(tokens: Tokens, element: Element) -> bool:
    """Return whether an element is of several words, all in capitals."""
    capitals = tokens.capitals[element.first : element.last]
    return len(capitals) > 1 and all(capitals)


def _end(words: list[str], at: int) -> int:
    """Return where the list of recipients that begins at ``at`` ends."""
    limit = min(len(words), at + _LONGEST)
    filed = False
    for index in range(at, limit):
        filed = filed or (words[index] == _FILED and words[index - 1] in {"-", "–", "\n"})
        if words[index] == "|" or (filed and words[index] == "\n"):
            return index
    return at if limit == len(words) and not filed else limit
