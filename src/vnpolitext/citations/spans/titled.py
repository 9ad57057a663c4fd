"""Documents that have no number: known by an act, a quoted or registered title, their matter."""

from typing import Final

from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.grammar.matters import past_name
from vnpolitext.citations.grammar.rules import MAYBE_SPACE
from vnpolitext.citations.spans.acts import (
    CAPITAL_KINDS,
    CARRIED_KINDS,
    ISSUED_KINDS,
    PRESENTED_KINDS,
    read_attached,
    read_dated,
    read_issued,
    read_presented,
)
from vnpolitext.citations.spans.core import Core
from vnpolitext.citations.spans.matter import read_matter
from vnpolitext.citations.spans.scan import Anchor
from vnpolitext.citations.spans.titles import read_known_title
from vnpolitext.text import View
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set
from vnpolitext.text.view import single_spaced


def read_titled(view: View, anchor: Anchor) -> Core | None:
    """Read a document cited by its title, which is quoted, emphasised or in the register."""
    start, end, name, _ = anchor
    for rule, read in _BY_ACT.get(name, ()):
        acted = read(view.text, view.lower, start, end)
        if acted is not None:
            end = past_name(view.text, acted.end) if acted.title else acted.end
            title = single_spaced(view.text[acted.title[0] : end]) if acted.title else None
            return Core(start, end, name, rule, title=title, issued=acted.issued)
    if name in _TITLED and view.text[start].isupper():
        return _by_title(view, anchor)
    return None


_BY_ACT: Final = {
    **dict.fromkeys(
        ISSUED_KINDS | CAPITAL_KINDS, (("titled", read_dated), ("titled", read_issued))
    ),
    **dict.fromkeys(PRESENTED_KINDS, (("titled", read_presented),)),
    **dict.fromkeys(CARRIED_KINDS, (("standing orders", read_attached),)),
}


def _by_title(view: View, anchor: Anchor) -> Core | None:
    """Read a document by a title that is quoted, in the register, emphasised or told."""
    start, end, name, _ = anchor
    quoted = _QUOTED.match(view.text, end)
    if quoted is not None:
        return Core(start, quoted.end(), name, "titled", title=single_spaced(quoted[1]))
    known = read_known_title(view.lower, name, end)
    if known is not None:
        begin, stop, last = known
        folded = canonical_name(view.text[start:stop])
        title = single_spaced(view.text[begin:last])
        return Core(start, last, name, "titled", name=folded, title=title)
    emphasised = _emphasised(view, start, end)
    if emphasised is not None:
        title, stop = emphasised
        return Core(start, stop, name, "titled", title=single_spaced(title))
    matter = read_matter(view.text, view.lower, name, start, end)
    if matter is None:
        return None
    stop = past_name(view.text, matter[1])
    title = single_spaced(view.text[matter[0] : stop])
    return Core(start, stop, name, "titled", title=title)


def _emphasised(view: View, start: int, end: int) -> tuple[str, int] | None:
    """The emphasised title after a kind word, and where it ends in the folded text."""
    about = _ABOUT.match(view.text, end)
    if about is None:
        return None
    source = view.source
    first = view.origin(about.end())
    if "*" not in source[view.span(start, end)[1] : first]:
        return None
    close = source.find("*", first, first + _LONGEST_TITLE)
    if close < 0 or "\n\n" in source[first:close]:
        return None
    title = source[first:close].rstrip(" .,;:\n")
    return title, view.locate(first + len(title) - 1) + 1


_TITLED: Final = word_set(
    "nghị quyết, chỉ thị, kết luận, báo cáo, quyết định, lời kêu gọi, thông báo, quy định, công "
    "điện, nghị định, thông tư, thông tư liên tịch, quy chế"
)
_LONGEST_TITLE: Final = 300
_QUOTED: Final = lazy_pattern(
    rf"{MAYBE_SPACE}[“\"]((?=[{UPPER}])[^“”\"\n]{{8,240}}(?:\n(?!\n)[^“”\"\n]{{2,240}}){{0,3}})[”\"]"
)
_ABOUT: Final = lazy_pattern(rf"{MAYBE_SPACE}(?=Về )")
