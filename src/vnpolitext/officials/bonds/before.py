"""Offices that stand directly before a name: *Chủ tịch UBND tỉnh Lò Văn An*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.adverbials import ends_adverbial, opens_clause
from vnpolitext.officials.bonds.aside import is_assisted
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.bonds.spread import spread
from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.gaps import joins, without_remarks
from vnpolitext.officials.words.giving import is_told
from vnpolitext.officials.words.grammar import grammar

_RULE: Final = "before"
_FULL: Final = 2
_NEXT: Final = 4  # tokens
_AT_THAT_TIME: Final = frozenset(
    {
        "hiện nay",
        "hiện tại",
        "lúc đó",
        "khi đó",
        "lúc bấy giờ",
        "bấy giờ",
        "đương nhiệm",
        "khi ấy",
        "lúc ấy",
        "thời đó",
    }
)
_STARTS: Final = frozenset({".", "\n", "!", "?", '"'})
_OPENINGS: Final = frozenset({"\n", ".", ";", ":", "-", "có", "gồm", "và", "cùng", '"', "|", ","})


def propose_before(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices before a name, and those listed after it that share a plural office."""
    elements = scene.elements
    for index in range(1, len(elements)):
        name, office = elements[index], elements[index - 1]
        if not isinstance(name, Name) or not isinstance(office, Office):
            continue
        if not _is_beside(scene, index, name):
            continue
        first = _first_held(scene, index, name)
        for each in range(first, index):
            if each not in scene.claimed and not (each == index - 1 and is_assisted(scene, index)):
                yield scene.propose(name, each, _RULE)
        if first > 0 and scene.follows(elements[first - 1], elements[first]):
            first = index - 1
        if scene.is_plural(elements[first].first):
            yield from spread(scene, index, range(first, index))


def _first_held(scene: Scene, index: int, name: Name) -> int:
    """Return the first of the offices before a name that are joined to the one next to it."""
    elements = scene.elements
    first = index - 1
    while first > 0 and isinstance(elements[first - 1], Office):
        between = scene.gap(elements[first - 1], elements[first])
        if ";" in between or not joins(between) or scene.is_counted(elements[first - 1]):
            break
        if "," in between and (
            opens_clause(scene, elements[first - 1].first, name) or _is_of_another(scene, first)
        ):
            break
        first -= 1
    return first


def _is_beside(scene: Scene, index: int, name: Name) -> bool:
    """Return whether nothing, a remark or a mark alone parts a name from the office before it.

    *Trưởng Ban Dân vận Tỉnh ủy - Phạm Văn Bốn nói*; *Thứ trưởng (cấp Bộ trưởng) Lò Văn An*;
    *Thứ trưởng Ngoại giao thứ nhất Lò Văn An*; *Bí thư (Lò Văn An), Phó Bí thư (Vũ Thị Bình)*.
    """
    gap = scene.gap(scene.elements[index - 1], name)
    inner = without_remarks(gap)
    if not inner or " ".join(inner) in grammar().ordinals:
        return True
    if gap == ["("]:
        return name.last - name.first >= _FULL and _closes(scene, name)
    if gap == ["-"]:
        return name.last - name.first >= _FULL and _opens(scene, index)
    timed = inner[-1] == "," and " ".join(inner[:-1]) in _AT_THAT_TIME
    return (inner == [","] or timed) and _is_past_comma(scene, index, name)


def _closes(scene: Scene, name: Name) -> bool:
    """Return whether a bracket ends right behind a name."""
    return scene.tokens.words[name.last : name.last + 1] == [")"]


def _is_past_comma(scene: Scene, index: int, name: Name) -> bool:
    """Return whether a name behind a comma is that of the holder of the office before it."""
    elements = scene.elements
    if not name.addresses and not _is_enclosed(scene, index, name):
        return False
    if index >= _FULL and scene.follows(elements[index - 2], elements[index - 1]):
        return False
    if _is_of_another(scene, index) or scene.is_plural(elements[index - 1].first):
        return False
    return not ends_adverbial(scene, _first_of_run(scene, index), name, index + 1)


def _is_enclosed(scene: Scene, index: int, name: Name) -> bool:
    """Return whether commas enclose a name behind an office that opens a sentence.

    *Trưởng phái đoàn Việt Nam, Phạm Văn Bốn, tuyên bố ...*, but no list of those who came.
    """
    words, at = scene.tokens.words, _first_of_run(scene, index)
    closed = name.last - name.first >= _FULL and words[name.last : name.last + 1] == [","]
    if not closed or (at > 0 and words[at - 1] not in _STARTS):
        return False
    following = scene.elements[index + 1] if index + 1 < len(scene.elements) else None
    return following is None or following.first - name.last > _NEXT


def _is_of_another(scene: Scene, index: int) -> bool:
    """Return whether a verb gives the office before a comma to somebody named before it.

    *Điều động ông A giữ chức Giám đốc, bà B giữ chức Phó Giám đốc*.
    """
    elements, office = scene.elements, scene.elements[index - 1]
    if not is_told(scene.tokens.words, office.first):
        return False
    at = index - 2
    while at >= 0 and isinstance(elements[at], Office):
        at -= 1
    return at >= 0 and not scene.tallies.ends_sentence(elements[at].last, office.first)


def _opens(scene: Scene, index: int) -> bool:
    """Return whether the offices before a dash open a clause and are those of no name before it.

    A form of address behind the dash shows the name to be in apposition (*ngày sinh cố Tổng Bí thư
    đầu tiên của Đảng - đồng chí A*).
    """
    words, name = scene.tokens.words, scene.elements[index]
    at = _first_of_run(scene, index)
    if at > 1 and words[at - 2 : at] == [",", "\n"]:
        return False
    return at == 0 or words[at - 1] in _OPENINGS or _is_in_apposition(scene, index, name)


def _is_in_apposition(scene: Scene, index: int, name: Element) -> bool:
    """Return whether a name that a dash parts from an office is called and the next in line."""
    before = scene.elements[index - 2] if index >= _FULL else None
    if not isinstance(name, Name) or not any(each.kind == "address" for each in name.addresses):
        return False
    return not isinstance(before, Name) or scene.tallies.ends_sentence(
        before.last, scene.elements[index - 1].first
    )


def _first_of_run(scene: Scene, index: int) -> int:
    """Return the first token of the offices that stand one after another before a name."""
    elements = scene.elements
    first = index - 1
    while first and isinstance(elements[first - 1], Office):
        if not joins(scene.gap(elements[first - 1], elements[first])):
            break
        first -= 1
    return elements[first].first
