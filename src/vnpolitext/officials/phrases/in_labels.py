"""Offices that label a name in a list: their body goes on to the colon."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.officials.phrases.elements import Element, Name, Office
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import markers
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import Entry

_LONGEST: Final = 4
_WHERE: Final = frozenset({"trong", "ngoài", "ở"})
_REST: Final = Entry("", "free")
_LINE_ENDS: Final = frozenset({"\n", ";", "["})


def fill_labels(tokens: Tokens, elements: Sequence[Element]) -> None:
    """Move the end of ministers' offices before a colon and a name that ends the line to the colon.

    *- Bộ trưởng Bộ Quân đội trong nước: Đại tá Lò Văn An*.

    Args:
        tokens: The tokens of a text.
        elements: Its names and offices; the offices are changed.
    """
    words = tokens.words
    for office, name in pairwise(elements):
        if not (isinstance(office, Office) and isinstance(name, Name)) or not office.parts:
            continue
        colon = name.lead - 1
        if not office.last < colon <= office.last + _LONGEST or words[colon] != ":":
            continue
        ends = name.last >= len(words) or words[name.last] in _LINE_ENDS
        if (
            ends
            and office.head.text in grammar().ministers
            and _is_rest(tokens, office.last, colon)
        ):
            office.parts.append((office.last, colon, _REST))
            office.last = colon


def _is_rest(tokens: Tokens, first: int, stop: int) -> bool:
    """Return whether words can be the rest of the name of a body."""
    words = tokens.words
    if any(kind not in "Ul" for kind in tokens.kinds[first:stop]):
        return False
    told = any(word in grammar().cell_tells for word in words[first:stop])
    return not told and not any(
        markers().match(words, at) for at in range(first, stop) if words[at] not in _WHERE
    )
