"""Names and offices where a page tells of nobody: lists of recipients, heads of tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from vnpolitext.layout.page import Page
from vnpolitext.officials.phrases.elements import Element, Name
from vnpolitext.officials.words.tokens import Tokens


def without_apart(tokens: Tokens, elements: list[Element], page: Page) -> list[Element]:
    """Return elements without offices of recipients and without names where tables have none.

    Who gets a copy of a document is told by an office; a name beside it stays, and an office of
    several words in capitals is that of a signature beside the list.

    Args:
        tokens: The tokens of a text.
        elements: Its names and offices.
        page: Its layout.
    """
    if not page.recipients and not page.nameless:
        return elements
    starts = tokens.starts
    return [
        element
        for element in elements
        if (
            not _is_on(page.nameless, starts[element.first])
            if isinstance(element, Name)
            else _is_loud(tokens, element) or not _is_on(page.recipients, starts[element.first])
        )
    ]


def _is_on(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    number = bisect_right(stretches, at, key=itemgetter(0)) - 1
    return number >= 0 and at < stretches[number][1]


def _is_loud(tokens: Tokens, element: Element) -> bool:
    capitals = tokens.capitals[element.first : element.last]
    return len(capitals) > 1 and all(capitals)
