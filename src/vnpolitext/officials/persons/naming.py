"""Words that say that a name is theirs of whom a text speaks: *tên thật là*, *bí danh*."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
_LIFE: Final = ("tiểu", "sử")
_OF: Final = word_set("tóm, tắt, của, đồng, chí, ông, bà, cụ")
_LONGEST_OF: Final = 5
_LIFE_ENDS: Final = frozenset({'"', "\n", "."})
_TAKING: Final = _TAKING_SURELY | word_set("còn, có, được, đặt, các")
_KIN_REACH: Final = 4
_LONGEST_CLAUSE: Final = 20
_DATES: Final = word_set("năm, tháng, ngày, từ, đầu, cuối, giữa")
_OTHERS: Final = word_set("người, bạn, có, cùng, gặp")


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


def find_titled(words: list[str], elements: list[Element]) -> Name | None:
    """Return the only name whose life a title says it tells (*"Tiểu sử đồng chí X"*)."""
    return _only(words, elements, lambda name: _is_title_of_life(words, name))


def find_taken(words: list[str], elements: list[Element]) -> Name | None:
    """Return the only name that *he* or *she* took (*Năm 1965, vào Nam với bí danh X*)."""
    return _only(words, elements, lambda name: _is_taken(words, name))


def find_short(words: Sequence[str], elements: list[Element]) -> str:
    """Return the given name by which alone a part of a text calls the only one that it does.

    *Ông Quang*, where nobody before it has that name, was named in full before the part begins.
    """
    known: set[str] = set()
    short: dict[str, bool] = {}
    for name in elements:
        if not isinstance(name, Name):
            continue
        given = words[name.last - 1]
        if given not in known and name.last - name.first == 1:
            called = any(each.kind == "address" for each in name.addresses)
            short[given] = called and words[name.first - 1] in grammar().pronouns
        known.add(given)
    return next(iter(short)) if list(short.values()) == [True] else ""


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


def _only(words: list[str], elements: list[Element], holds: Callable[[Name], bool]) -> Name | None:
    """Return the first mention of the only one of whose mentions something holds."""
    found: dict[tuple[str, ...], Name] = {}
    for name in elements:
        if isinstance(name, Name) and holds(name):
            found.setdefault(tuple(words[name.first : name.last]), name)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_title_of_life(words: list[str], name: Name) -> bool:
    """Return whether a name ends a title that says that it is that of a life."""
    if words[name.last : name.last + 1] and words[name.last] not in _LIFE_ENDS:
        return False
    at = name.lead
    while at > name.lead - _LONGEST_OF and at > 1 and words[at - 1] in _OF:
        at -= 1
    return tuple(words[max(0, at - 2) : at]) == _LIFE


def _is_theirs(words: list[str], at: int) -> bool:
    """Return whether *he* or *she* has the name that words from ``at`` on tell, or a line does.

    *Ông lấy bí danh là A*, but not *vợ ông tên là A*, *ông có người bạn tên là A*.
    """
    while at and words[at - 1] in _TAKING:
        at -= 1
    if at and words[at - 1] in grammar().pronouns:
        return grammar().kin.isdisjoint(words[max(0, at - 1 - _KIN_REACH) : at - 1])
    return not at or not (words[at - 1][0].isalnum() or words[at - 1] == "(")


def _is_taken(words: list[str], name: Name) -> bool:
    """Return whether a line that opens with a date says that a name was taken (*với bí danh X*).

    It names nobody else and tells of no other.
    """
    at = name.lead
    while at and words[at - 1] in _NAMING:
        at -= 1
    named = at < name.lead - 1 and not _NAMED_FIRST.isdisjoint(words[at : at + 2])
    if not named or not at or words[at - 1] not in _TAKING_SURELY:
        return False
    start = at
    while start and words[start - 1] != "\n" and at - start < _LONGEST_CLAUSE:
        start -= 1
    lead = words[start:at]
    dated = lead[0][0].isdigit() or lead[0] in _DATES
    return dated and _OTHERS.isdisjoint(lead) and grammar().kin.isdisjoint(lead)
