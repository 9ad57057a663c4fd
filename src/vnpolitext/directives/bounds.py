"""What plainly is no part of a list: what stands around it on the page, and what closes it."""

from __future__ import annotations

from typing import Final

from vnpolitext.directives.rules import bound_rules
from vnpolitext.layout import Page
from vnpolitext.text.alphabet import CODE_LETTERS, LOWER
from vnpolitext.text.patterns import lazy_pattern

# Behind a full stop: what stands before it is no abbreviation. The stop comes first in a pattern,
# because one that begins with a set is searched faster than one that begins with a look behind.
NOT_ABBREVIATED: Final = (
    rf"(?<!\b[{CODE_LETTERS}]\.)(?<!TP\.)(?<!TX\.)(?<!TT\.)(?<!TS\.)(?<!GS\.)(?<!Tp\.)"
)
SENTENCE_END: Final = lazy_pattern(rf"[.!?…]{NOT_ABBREVIATED}[\"”)]? +(?=[^\W{LOWER}\d_])")
_OUTSIDE: Final = frozenset(
    {"table", "caption", "image", "byline", "signature", "footnote", "boilerplate"}
)
_EDGE: Final = 96


def is_outside(page: Page, at: int) -> bool:
    """Whether ``at`` stands in no text of the document: in a cell, a caption, a signature."""
    return page.kind(at) in _OUTSIDE or page.in_cell(at)


def is_stop(page: Page, start: int) -> bool:
    """Whether the paragraph at ``start`` cannot belong to an item."""
    if is_outside(page, start):
        return True
    paragraphs = page.paragraphs
    end = paragraphs.line_end(start)
    line = page.view.lower[start : min(end, start + _EDGE)].strip(' *_"“(>')
    if line.startswith(bound_rules().closing):
        return True
    if page.view.text.startswith(("#", "["), start) or paragraphs.has_heading(start, end + 1):
        return True
    return paragraphs.is_rule(start, end) or paragraphs.is_ellipsis(start, end)


def adds_case(page: Page, start: int) -> bool:
    """Whether the paragraph at ``start`` adds a case to the clause above it."""
    return page.view.lower.startswith(bound_rules().continuing, start)


def return_point(page: Page, start: int, end: int, usual: int) -> int:
    """Return where the text between ``start`` and ``end`` leaves the list.

    That is before a sentence which plainly returns to the general text; where none does and
    the text is longer than ``usual``, behind its first sentence; else at ``end``.
    """
    first = end
    for match in SENTENCE_END.finditer(page.view.text, start, end):
        first = min(first, match.start() + 1)
        if page.view.lower.startswith(bound_rules().returns, match.end()):
            return match.start() + 1
    return first if end - start > usual else end
