"""Offices that stand after a name, joined by marks: *Lò Văn An, Chủ tịch UBND tỉnh*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.people import is_shareable, together
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.phrases.credits import JOINED, is_credit
from vnpolitext.officials.words.gaps import joins
from vnpolitext.officials.words.giving import is_told

_RULE: Final = "after"
_ASIDE: Final = 14
_RENAMES: Final = frozenset(
    {"tức", "tên", "thật", "khai", "sinh", "là", "bí", "danh", "hay", "còn", "gọi", "thường", ":"}
)
_HELD: Final = frozenset({"năm", "khóa", "nhiệm", "từ", "và", "kiêm", "cho", "hiện", "nay"})
_NO_VERBS: Final = frozenset({"kiêm", "và", "rồi", "nguyên", "cựu", "cố", "quyền"})


def propose_after(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices that follow a name."""
    elements = scene.elements
    for index, name in enumerate(elements):
        if not isinstance(name, Name):
            continue
        at = index + 1
        holders = [index]
        if _is_aside(scene, index):
            before = elements[index - 1] if index else None
            if not isinstance(before, Name) or scene.tokens.words[before.last] != "(":
                continue
            holders = [index - 1]
        while at < len(elements) and isinstance(elements[at], Office):
            gap = scene.gap(elements[at - 1], elements[at])
            if at in scene.claimed or not joins(gap) or _is_told_by_verb(scene, at, gap):
                break
            if at == index + 1 and _begins_anew(scene, index, gap):
                break
            if at == index + 1 == holders[0] + 1 and gap and gap[0][0].isalpha():
                holders = together(scene, index)
            for holder in holders if is_shareable(scene, at, holders) else holders[-1:]:
                yield Proposal(at, scene.tokens.starts[elements[holder].first], _RULE)
            at += 1


def _is_aside(scene: Scene, index: int) -> bool:
    """Return whether a name stands in brackets that say more than another name of somebody.

    *(con ông A), Bí thư Tỉnh ủy*: what follows the brackets is told of the one before them.
    """
    elements, words = scene.elements, scene.tokens.words
    name = elements[index]
    following = elements[index + 1] if index + 1 < len(elements) else None
    gap = scene.gap(name, following) if isinstance(following, Office) else []
    if not isinstance(name, Name) or ")" not in gap or "(" in gap[: gap.index(")")]:
        return False
    lead = words[max(0, name.lead - _ASIDE) : name.lead]
    if "(" not in lead or lead[-1] == "(":
        return False
    said = lead[len(lead) - lead[::-1].index("(") :]
    return ")" not in said and "|" not in said and not _RENAMES.issuperset(said)


def _begins_anew(scene: Scene, index: int, gap: list[str]) -> bool:
    """Return whether the office after a name begins another item, statement or sentence."""
    name = scene.elements[index]
    return isinstance(name, Name) and (
        _is_subject(scene, name, index + 1)
        or scene.opens_item(name, gap)
        or (gap[:1] == [")"] and _explains(scene, index, name))
        or (not gap and _is_credited(scene, index))
    )


def _explains(scene: Scene, index: int, name: Name) -> bool:
    """Return whether a name in brackets tells who holds the office before them (*Bí thư (A)*)."""
    before = scene.elements[index - 1] if index else None
    opens = name.lead - 1
    return isinstance(before, Office) and before.last == opens and scene.tokens.words[opens] == "("


def _is_credited(scene: Scene, index: int) -> bool:
    """Return whether a name is in a credit (*Ảnh: A - B Thủ tướng yêu cầu ...*).

    What follows it without a mark is the next sentence, whose break the page has lost.
    """
    elements = scene.elements
    while index and isinstance(elements[index - 1], Name):
        gap = scene.gap(elements[index - 1], elements[index])
        if len(gap) != 1 or gap[0] not in JOINED:
            break
        index -= 1
    return is_credit(scene.tokens, elements[index].first)


def _is_subject(scene: Scene, name: Name, office: int) -> bool:
    """Return whether an office begins what somebody says (*Theo ông A, Bộ trưởng cam kết ...*)."""
    words, element = scene.tokens.words, scene.elements[office]
    if not name.lead or words[name.lead - 1] != "theo":
        return False
    following = scene.tokens.kinds[element.last : element.last + 1]
    return following == ["l"] and words[element.last] not in _HELD


def _is_told_by_verb(scene: Scene, office: int, gap: list[str]) -> bool:
    """Return whether a verb leads from a name to an office: that is another layout."""
    last = gap[-1] if gap else ""
    return (
        last.isalpha()
        and last not in _NO_VERBS
        and is_told(scene.tokens.words, scene.elements[office].first)
    )
