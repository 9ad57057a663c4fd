"""Offices that words behind them say to be somebody's: *chức vụ Bí thư của ông A*."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import past_term, past_years
from vnpolitext.officials.words.giving import STOPS, Phrase, ends, giving
from vnpolitext.officials.words.grammar import grammar

_TOWARDS: Final = ["đối", "với"]
_REACH: Final = 20


def owner(scene: Scene, index: int) -> int | None:
    """Return the number of the name behind an office that says whose it is, ``None`` without one.

    *phê chuẩn đề nghị về Ủy viên Hội đồng đối với ông A*, after a word of deciding; *đơn xin thôi
    nhiệm vụ đại biểu của ông A*, after a noun for an office.
    """
    elements, words, office = scene.elements, scene.tokens.words, scene.elements[index]
    name = elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(office, Office) or not isinstance(name, Name):
        return None
    gap = words[past_years(words, past_term(words, office.last)) : name.lead]
    if tuple(gap) in giving().handed and ends(words, office.first, giving().nouns):
        return index + 1
    if name.lead == name.first:
        return None
    if gap == _TOWARDS:
        # *quyền hạn của đại biểu đối với ông A*, but not *quyết định của Bộ trưởng đối với ông A*
        decisions = giving().taking if words[office.first - 1] == "của" else giving().deciding
        return index + 1 if _is_decided(words, office.first, decisions) else None
    posts = ends(words, office.first, giving().nouns)
    served = office.head.text in grammar().assistants
    return index + 1 if gap == ["của"] and posts and not served else None


def is_replaced(scene: Scene, index: int) -> bool:
    """Return whether another takes the post of an office (*thay cho vị trí Bí thư của ông A*)."""
    words, first = scene.tokens.words, scene.elements[index].first
    return bool(ends(words, first - ends(words, first, giving().nouns), giving().replacing))


def _is_decided(words: list[str], first: int, decisions: frozenset[Phrase]) -> bool:
    """Return whether the sentence before an office tells of one of the decisions."""
    for at in range(first, max(0, first - _REACH), -1):
        if words[at - 1] in STOPS:
            return False
        if ends(words, at, decisions):
            return True
    return False
