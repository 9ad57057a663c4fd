"""The heading of the article (*Điều 5. Trách nhiệm của Sở Y tế*) that a place stands in."""

from __future__ import annotations

from typing import Final, NamedTuple

from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_HEADING: Final = lazy_pattern(r"\n[ *#]*điều \d{1,3}[a-z]?[.:* ]*(?P<words>[^\n]{0,160})")
_NEAR: Final = 4000
_MOST_LINES: Final = 2
_LONGEST: Final = 160


class Heading(NamedTuple):
    """The heading of an article: its words, folded and in lower case, and where they stand."""

    words: str
    start: int
    end: int


def article_heading(view: View, at: int) -> Heading | None:
    r"""Return the last heading of an article near before a place.

    A line that a page has broken goes on with the next one, which begins with a small letter.

    Args:
        view: The document.
        at: The place, folded.

    Example:
        >>> view = View.of("\nĐiều 5. Trách nhiệm của Sở Y tế\n1. Tiêm phòng.")
        >>> article_heading(view, 40).words
        'trách nhiệm của sở y tế'
    """
    start = max(0, at - _NEAR)
    if view.lower.rfind("điều ", start, at) < 0:
        return None
    last = None
    for heading in _HEADING.finditer(view.lower, start, at):
        last = heading
    if last is None:
        return None
    begin, end = last.span("words")
    for _ in range(_MOST_LINES):
        following = view.text[end + 1 : end + 2]
        if not (view.text.startswith("\n", end) and following.islower()):
            break
        stop = view.text.find("\n", end + 1, at)
        end = min(at, end + 1 + _LONGEST) if stop < 0 else stop
    return Heading(view.lower[begin:end], begin, end)
