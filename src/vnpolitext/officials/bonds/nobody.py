"""Offices that a text names without anybody who holds them."""

from __future__ import annotations

from itertools import islice
from typing import Final

from vnpolitext.layout.forms import signs_for
from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.giving import (
    STOPS,
    giving,
    is_denied,
    is_included,
    is_of_relation,
    is_post,
    is_proposed,
    is_run_for,
    is_unfilled,
    is_vacant,
)
from vnpolitext.officials.words.tokens import Tokens

_NEAR: Final = 3
_FOLLOWING: Final = 12  # elements that are looked at
_JOINERS: Final = frozenset({",", "và", ";", "hoặc", "/"})
_BRACKETS: Final = {"(": ")", "[": "]"}


def without_vacant(tokens: Tokens, elements: list[Element]) -> list[Element]:
    """Return ``elements`` without offices that are nobody's.

    These are vacant ones (*kiện toàn chức danh Bí thư*, *giới thiệu nhân sự bầu Bí thư*, *bầu các
    chức danh Chủ tịch, Phó Chủ tịch*), ranks in brackets after an office (*Thứ trưởng (cấp Bộ
    trưởng)*), roles in a delegation (*làm trưởng đoàn*) and offices that are a form of address
    (*thủ trưởng An*); ones that the text denies (*chưa từng làm Giám đốc*) and those of
    a relation who is not named (*vợ nguyên Bí thư Huyện ủy*) or that somebody runs for; and those
    for whose holder another one signs (*TL. Bộ trưởng, Cục trưởng*).
    """
    kept: list[Element] = []
    vacant: Office | None = None
    for index, element in enumerate(elements):
        if isinstance(element, Office) and _is_vacant(tokens, vacant, elements, index):
            vacant = element
            continue
        vacant = None
        if isinstance(element, Office) and (
            is_denied(tokens.words, element.first)
            or _is_role(tokens, element)
            or (_is_of_nobody_named(tokens.words, element.first) and not _leads_on(elements, index))
            or _is_signed_for(tokens, elements, index)
            or (kept and isinstance(kept[-1], Office) and _is_aside(tokens, kept[-1], element))
        ):
            continue
        kept.append(element)
    return kept


def _is_vacant(tokens: Tokens, before: Office | None, elements: list[Element], index: int) -> bool:
    """Return whether nobody holds an office: its words say so, or those of the one it follows.

    Args:
        tokens: The tokens.
        before: The office right before it where that is a vacant one.
        elements: The elements.
        index: Index of the office among them.
    """
    words, office = tokens.words, elements[index]
    if is_vacant(words, office.first) or is_unfilled(words, office.first, office.last):
        return True
    if _is_named(elements, index):
        return False
    if before is not None and _JOINERS.issuperset(words[before.last : office.first]):
        return True
    return is_proposed(words, office.first) or (
        is_post(words, office.first) and not _names_somebody(tokens, elements, index)
    )


def _names_somebody(tokens: Tokens, elements: list[Element], index: int) -> bool:
    """Return whether a name stands between an office and the end of its sentence."""
    end = elements[index].last
    for element in islice(elements, index + 1, index + 1 + _FOLLOWING):
        if not STOPS.isdisjoint(tokens.words[end : element.first]):
            return False
        if isinstance(element, Name):
            return True
        end = element.last
    return False


def _is_signed_for(tokens: Tokens, elements: list[Element], index: int) -> bool:
    """Return whether the holder of the next office signs for that of this one on the same line."""
    office, following = elements[index], elements[index + 1 : index + 2]
    if not following or not isinstance(following[0], Office):
        return False
    gap = tokens.words[office.last : following[0].first]
    return len(gap) <= _NEAR and "\n" not in gap and signs_for(tokens.words, office.first)


def _is_named(elements: list[Element], index: int) -> bool:
    """Return whether the name of its holder follows an office at once."""
    following = elements[index + 1] if index + 1 < len(elements) else None
    return isinstance(following, Name) and following.lead - elements[index].last <= 1


def _leads_on(elements: list[Element], index: int) -> bool:
    """Return whether a name stands right behind an office, as none behind a comma does."""
    following = elements[index + 1] if index + 1 < len(elements) else None
    return isinstance(following, Name) and following.lead == elements[index].last


def _is_of_nobody_named(words: list[str], first: int) -> bool:
    """Return whether an office is that of a relation, of many, or one that somebody runs for."""
    return is_of_relation(words, first) or is_run_for(words, first) or is_included(words, first)


def _is_role(tokens: Tokens, office: Office) -> bool:
    """Return whether an office is the role of a moment or a form of address.

    It has no body, or is of a delegation (*Trưởng đoàn Việt Nam đàm phán với Lào*).
    """
    words = tuple(tokens.words[office.first : office.first + office.size])
    if words not in giving().roles:
        return False
    if office.parts:
        entry = office.parts[0][2]
        return entry is not None and entry.role == "country"
    following = tokens.kinds[office.last : office.last + 1]
    return tokens.kinds[office.first] != "U" or following != ["U"]


def _is_aside(tokens: Tokens, before: Office, office: Office) -> bool:
    """Return whether an office alone fills brackets right after another, or is a rank there."""
    words = tokens.words
    closing = _BRACKETS.get(words[before.last]) if before.last < len(words) else None
    if closing is None:
        return False
    inner = words[before.last + 1 : office.first]
    ranked = tuple(inner) in giving().ranks
    return (not inner or ranked) and words[office.last : office.last + 1] == [closing]
