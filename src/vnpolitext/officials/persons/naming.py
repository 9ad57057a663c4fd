"""Words that say that a name is theirs of whom a text speaks: *tên thật là*, *bí danh*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.phrases import Element, Name
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.phrases import word_set

_NAMING: Final = word_set(
    "tên, gọi, khác, thật, khai, sinh, đầy, đủ, húy, bí, danh, là, :, mới, chính, hiệu, tức"
)
_NAMED_FIRST: Final = frozenset({"tên", "danh"})
_TAKING_SURELY: Final = word_set("với, lấy, dùng, mang, đổi")
_TAKING: Final = _TAKING_SURELY | word_set("còn, có, được, đặt, các")
_KIN_REACH: Final = 4


def find_called(tokens: Tokens, elements: list[Element]) -> Name | None:
    """Return the first name that a paragraph without another says is theirs (*Tên khác: X*)."""
    words, line = tokens.words, -1
    for name in elements:
        if not isinstance(name, Name) or name.lead <= line:
            continue
        at = name.lead
        while at and words[at - 1] in _NAMING:
            at -= 1
        named = at < name.lead - 1 and not _NAMED_FIRST.isdisjoint(words[at : at + 2])
        if named and _is_theirs(words, at):
            return name
        line = tokens.line_end(name.last)
    return None


def says_name(gap: Sequence[str]) -> bool:
    """Return whether words between a pronoun and a name say that it is theirs (*tên thật là*).

    >>> says_name(["về", "nước", "lấy", "tên", "mới", "là"]), says_name(["có", "bạn", "tên", "là"])
    (True, False)
    """
    if not grammar().kin.isdisjoint(gap):
        return False
    at = len(gap)
    while at and gap[at - 1] in _NAMING:
        at -= 1
    if not at or at == len(gap):
        return not at
    named = at
    while at and gap[at - 1] in _TAKING:
        at -= 1
    return not at or gap[at - 1] in {",", ";", "("} or not _TAKING_SURELY.isdisjoint(gap[at:named])


def _is_theirs(words: list[str], at: int) -> bool:
    """Return whether *he* or *she* has the name that words from ``at`` on tell, or a line does.

    *Ông lấy bí danh là A*, but not *vợ ông tên là A*, *ông có người bạn tên là A*.
    """
    while at and words[at - 1] in _TAKING:
        at -= 1
    if at and words[at - 1] in grammar().pronouns:
        return grammar().kin.isdisjoint(words[max(0, at - 1 - _KIN_REACH) : at - 1])
    return not at or not (words[at - 1][0].isalnum() or words[at - 1] == "(")
