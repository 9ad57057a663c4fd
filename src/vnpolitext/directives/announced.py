"""Who is to act by the sentence or heading that announces a list (*Trách nhiệm của Sở Y tế:*)."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.directives.actors import Stretch, each_name, name_end
from vnpolitext.directives.articles import article_heading
from vnpolitext.directives.clauses import read_clauses
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern, spaced

_OF_WHOM: Final = lazy_pattern(
    spaced(
        r"(?<!\w)(?:trách nhiệm|nhiệm vụ(?:,? quyền hạn)?|nghĩa vụ)(?: và (?:quyền hạn|nghĩa vụ))?"
        r" của "
    )
)
_WORDS: Final = 8
_BACK: Final = 1500


def announced_actors(view: View, lead: str | None, before: int) -> tuple[Stretch, ...]:
    r"""Return the names of those whom the words above a list order to act, folded.

    Args:
        view: The document.
        lead: The sentence or heading that announces the list, as in the record.
        before: Where the list begins, folded.

    Returns:
        The names; of an article (*Điều 5. Trách nhiệm của Sở Y tế*) that of its heading.

    Example:
        >>> view = View.of("Nhiệm vụ của Sở Y tế:\n1. Tiêm.")
        >>> found = announced_actors(view, "Nhiệm vụ của Sở Y tế:", 22)
        >>> [view.text[slice(*name)] for name in found]
        ['Sở Y tế']
    """
    if lead is not None:
        place = _place(view, lead, before)
        return _named(view, *place) if place is not None else ()
    heading = article_heading(view, before)
    return () if heading is None else _of_whom(view, *heading.span())


def _place(view: View, lead: str, before: int) -> Stretch | None:
    """Where the words of a lead, whose blanks were made one, stand above ``before``."""
    words = lead.split()[:_WORDS]
    pattern = r"[\s*_]+".join(re.escape(word) for word in words)
    found = list(re.finditer(pattern, view.text[max(0, before - _BACK) : before]))
    if not found:
        return None
    return max(0, before - _BACK) + found[-1].start(), before


def _named(view: View, start: int, end: int) -> tuple[Stretch, ...]:
    of_whom = _of_whom(view, start, end)
    if of_whom:
        return of_whom
    clauses = read_clauses(view.text, view.lower, start, end, is_heading=True)
    actors = clauses.actors
    orders = [index for index, (_, last) in enumerate(actors) if _hands_on(view.lower, last, end)]
    return tuple(actors[orders[-1] + 1 :] if orders else actors)


def _hands_on(lower: str, at: int, end: int) -> bool:
    """Whether a verb behind a name says that who is named gives the orders: *Tỉnh ủy yêu cầu*."""
    return at < end and task_rules().ordering.longest(lower, at + 1, end) is not None


def _of_whom(view: View, start: int, end: int) -> tuple[Stretch, ...]:
    for found in _OF_WHOM.finditer(view.lower, start, end):
        last = name_end(view.text, view.lower, found.end(), end, is_open=True)
        if last is not None:
            return tuple(each_name(view.text, view.lower, found.end(), last))
    return ()
