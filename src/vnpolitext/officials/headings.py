"""An office that heads a list of its holders, one a line, each with offices of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vnpolitext.officials.names import Name
from vnpolitext.officials.offices import Office

if TYPE_CHECKING:
    from vnpolitext.officials.attach import Attacher

_BULLETS: Final = frozenset({"-", "+", "•", "*", ".", ")", "\n", "–"})
_OPENERS: Final = frozenset({"-", "+", "•", "#", "–"})


def attach_headings(attacher: Attacher) -> None:
    """Bind an office that fills a line up to a colon to the names that begin the next lines."""
    elements, words = attacher.elements, attacher.tokens.words
    for index, office in enumerate(elements):
        if not isinstance(office, Office) or index in attacher.taken:
            continue
        if words[office.last : office.last + 2] != [":", "\n"] or not _opens(words, office.first):
            continue
        at = office.last + 2
        for following in range(index + 1, len(elements)):
            element = elements[following]
            if element.first < at:
                continue
            if not isinstance(element, Name) or not _is_next(words, at, element.lead):
                break
            attacher.bind(element, index, "heading")
            at = _line_end(words, element.last)


def _opens(words: list[str], first: int) -> bool:
    """Return whether a line begins at ``first``, after a bullet or the marks of a heading."""
    at = first - 1
    while at >= 0 and words[at] in _OPENERS:
        at -= 1
    return at < 0 or words[at] == "\n"


def _is_next(words: list[str], at: int, lead: int) -> bool:
    """Return whether only bullets, numbers and breaks stand from ``at`` to a name."""
    return all(word in _BULLETS or word.isdigit() for word in words[at:lead])


def _line_end(words: list[str], at: int) -> int:
    """Return the index of the break that ends the line of ``at``."""
    while at < len(words) and words[at] != "\n":
        at += 1
    return at
