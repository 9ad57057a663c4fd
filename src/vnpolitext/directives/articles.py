"""The heading of the article (*Điều 5. Trách nhiệm của Sở Y tế*) that a place stands in."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_HEADING: Final = lazy_pattern(r"\n[ *#]*điều \d{1,3}[a-z]?[.:* ]*(?P<words>[^\n]{0,160})")
_NEAR: Final = 4000


def article_heading(view: View, at: int) -> re.Match[str] | None:
    r"""Return the last heading of an article near before a place, with its ``words``.

    Args:
        view: The document.
        at: The place, folded.

    Example:
        >>> view = View.of("\nĐiều 5. Trách nhiệm của Sở Y tế\n1. Tiêm phòng.")
        >>> article_heading(view, 40)["words"]
        'trách nhiệm của sở y tế'
    """
    start = max(0, at - _NEAR)
    if view.lower.rfind("điều ", start, at) < 0:
        return None
    last = None
    for heading in _HEADING.finditer(view.lower, start, at):
        last = heading
    return last
