"""An office, a colon or a copula, and the names of those who hold it: *Ủy viên: A, B*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.people import has_several
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.bonds.spread import spread, spread_introduced, succeeding
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins, past_term, past_years
from vnpolitext.officials.words.giving import begins, giving
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.text.numerals import roman_value

_RULE: Final = "list"
_GENITIVE: Final = 16
_COPULA: Final = 8
_TERMED: Final = 14
_COMPRISING: Final = frozenset(
    {
        "bao", "gồm", "có", "các", "khác", ",", "mới", "còn", "lại", "ông", "bà", "đồng", "chí",
        "vị",
    }
)  # fmt: skip
_SENTENCE: Final = frozenset({".", "!", "?", "\n", "|"})
_LONGEST_OTHERS: Final = 40
_BEFORE: Final = frozenset({"trước", "sau", "kế"})
_IN: Final = frozenset({"trong", "giai", "đoạn", "vào", "cho", "kể", "gian", "/"})
_CHAIN: Final = (["-"], [","], ["kiêm"], ["và"], [",", "kiêm"])


def propose_lists(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices whose holders the sentence names after them."""
    elements = scene.elements
    for index in range(len(elements) - 1):
        office, name = elements[index], elements[index + 1]
        if index in scene.claimed or not isinstance(office, Office):
            continue
        if not isinstance(name, Name):
            yield from _introduced(scene, index)
            continue
        gap = _past_others(scene, office, scene.gap(office, name))
        told = scene.comprises(office) or gap[:1] == [":"]
        named = _is_copula(gap) or _is_termed(gap) or _is_charged(gap)
        if not gap or not (named or (told and joins(_past_verb(gap)))):
            continue
        first = index
        while first > 0 and _is_chained(scene, first):
            first -= 1
        for each in range(first, index + 1):
            yield scene.propose(name, each, _RULE)
        offices = range(first, index + 1)
        if not _is_copula(gap) or scene.is_plural(office.first) or has_several(scene, office):
            yield from spread(scene, index + 1, offices)
        else:
            yield from succeeding(scene, index + 1, offices)


def _introduced(scene: Scene, index: int) -> Iterator[Proposal]:
    """Yield the office that several hold for a list of names that own offices introduce.

    *Các thành viên gồm: Giám đốc Sở Tài chính A; Giám đốc Sở Y tế B*.
    """
    office, following = scene.elements[index], scene.elements[index + 1]
    plural, gap = scene.is_plural(office.first), scene.gap(office, following)
    if not (scene.announces(office) or (plural and gap == ["là"])):
        return
    if gap[-1] in grammar().plural:
        gap = gap[:-1]
    if (plural or has_several(scene, office)) and joins(_past_verb(gap)) and "\n" not in gap:
        yield from spread_introduced(scene, index)


def _past_others(scene: Scene, office: Office, gap: list[str]) -> list[str]:
    """Return ``gap`` without items that name nobody, of a list of those who hold an office.

    *Các ủy viên gồm: đại diện Bộ Y tế; ông A, Giám đốc Sở Y tế*.
    """
    if ";" not in gap or not scene.announces(office) or not _SENTENCE.isdisjoint(gap):
        return gap
    last = len(gap) - gap[::-1].index(";")
    return [":", *gap[last:]] if last < _LONGEST_OTHERS else gap


def _is_chained(scene: Scene, index: int) -> bool:
    """Return whether the office before ``index`` is held together with it (*A - B*)."""
    left = scene.elements[index - 1]
    if not isinstance(left, Office) or index - 1 in scene.claimed:
        return False
    return scene.gap(left, scene.elements[index]) in _CHAIN


def _is_copula(gap: list[str]) -> bool:
    """Return whether a gap says who holds an office (*đầu tiên là*)."""
    if "là" not in gap[-2:]:
        return False
    if gap[:3] == ["đầu", "tiên", "của"] and "," not in gap:
        return len(gap) <= _GENITIVE
    if len(gap) <= _COPULA and all(word in grammar().copula | _BEFORE for word in gap):
        return True
    return len(gap) <= _TERMED and any(word[0].isdigit() for word in gap) and _tells_time(gap)


def _tells_time(words: list[str]) -> bool:
    """Return whether words only say which in a row and when (*thứ hai*, *từ năm 2015 đến nay*)."""
    known = grammar().copula | grammar().dates | grammar().term | _BEFORE | _IN
    return all(
        word in known or word[0].isdigit() or word in "-–()," or roman_value(word) > 0
        for word in words
    )


def _is_termed(gap: list[str]) -> bool:
    """Return whether a colon stands after the order or the term of an office (*đầu tiên:*)."""
    if ":" not in gap[:_TERMED] or "\n" in gap:
        return False
    at = gap.index(":")
    if " ".join(gap[:at]) in grammar().headings:
        return joins(gap[at:])
    told = _tells_time(gap[:at])
    gap = [word for word in gap if word != "."]
    return told and joins(gap[at:])


def _is_charged(gap: list[str]) -> bool:
    """Return whether a gap tells with what the holder is charged (*phụ trách kinh tế:*)."""
    if ":" not in gap[:_TERMED] or not _SENTENCE.isdisjoint(gap[: gap.index(":")]):
        return False
    at = gap.index(":")
    return bool(begins(gap[:at], 0, giving().charged)) and joins(gap[at:])


def _past_verb(gap: list[str]) -> list[str]:
    """Return ``gap`` after a term and the verb that opens a list (*khóa IV gồm các đồng chí:*)."""
    at = past_years(gap, past_term(gap, 0))
    while at < len(gap) and gap[at] in _COMPRISING:
        at += 1
    return gap[at:]
