"""What a list forbids: the items below *các hành vi bị nghiêm cấm* are what nobody may do."""

from __future__ import annotations

from typing import Final

from vnpolitext.directives.actors import Stretch
from vnpolitext.directives.announced import place_above
from vnpolitext.directives.articles import article_heading
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern, spaced

_FORBIDS: Final = lazy_pattern(
    spaced(
        r"(?<!\w)(?<!không )"
        r"(?:bị (?:nghiêm )?cấm|nghiêm cấm|cấm(?= (?:các |những )?(?:hành vi|việc))"
        r"|không được(?= (?:phép )?(?:làm|thực hiện)(?!\w)|(?: phép)?(?: có)?(?: các| những)?"
        r"(?: hành vi| việc| điều)?(?: sau(?: đây)?)?[*\s]*:?[*\s]*\Z))(?!\w)"
    )
    + r"[^.;\n]{0,120}\Z"
)
# What is done about forbidden acts, or is left out of them, is not forbidden.
_ABOUT: Final = lazy_pattern(
    r"(?<!\w)(?:phạt|xử lý|xử phạt|thẩm quyền|trừ|khởi tố|truy cứu|áp dụng|thu hồi|hậu quả)(?!\w)"
)
_WORD: Final = lazy_pattern(r"(?:bị[ \n])?(?:nghiêm[ \n])?cấm|không[ \n]được")


def forbidding(view: View, lead: str | None, before: int) -> Stretch | None:
    r"""Return the word above a list that forbids what its items name, folded, or ``None``.

    Args:
        view: The document.
        lead: The sentence or heading that announces the list, as in the record; without one the
            heading of the article counts.
        before: Where the list begins, folded.

    Example:
        >>> view = View.of("Các hành vi bị nghiêm cấm gồm:\n1. Săn bắt.")
        >>> found = forbidding(view, "Các hành vi bị nghiêm cấm gồm:", 31)
        >>> view.text[slice(*found)]
        'bị nghiêm cấm'
    """
    if lead is not None:
        words = lead.lower()
        if "cấm" not in words and "không được" not in words:
            return None
        place = place_above(view, lead, before)
    else:
        heading = article_heading(view, before)
        place = None if heading is None else (heading.start, heading.end)
    if place is None:
        return None
    found = _FORBIDS.search(view.lower, *place)
    if found is None or _ABOUT.search(view.lower, place[0], found.start()):
        return None
    word = _WORD.match(view.lower, found.start())
    return None if word is None else word.span()
