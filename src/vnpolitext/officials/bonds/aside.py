"""Names beside the one of whom a sentence tells: relations, and those who act on him or her."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.officials.words.giving import (
    begins,
    ends,
    giving,
    is_linked,
    is_told,
    sentence_start,
)
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.vocabulary import heads

_ENCLOSED: Final = frozenset({(",", ","), ("-", "-"), ("(", ")"), ("-", ","), (",", "-")})
_PASSIVE: Final = frozenset({"được", "bị"})
_SERVED: Final = frozenset({"cho", "của"})
_CABINETS: Final = (["nội", "các"], ["chính", "phủ"], ["chính", "quyền"])
_MOST_TITLES: Final = 4
_REACH: Final = 40
_CLERKS: Final = frozenset({"bí thư", "bí thư riêng"})


def kin_mark(scene: Scene, index: int) -> int:
    """Return the mark before a name that only tells whose relation another is, or -1.

    *X, vợ ông A, từng là ...*: what is told is told of X, of whatever form that name is.
    """
    words, kinds, name = scene.tokens.words, scene.tokens.kinds, scene.elements[index]
    if not isinstance(name, Name) or name.last >= len(words):
        return -1
    kin = name.lead - (name.lead > 0 and words[name.lead - 1] == "của")
    size = ends(words, kin, giving().relations)
    mark = kin - size - 1
    told = size or begins(words, name.lead, giving().relations)
    if not told or mark <= 0 or kinds[mark - 1] != "U":
        return -1
    return mark if (words[mark], words[name.last]) in _ENCLOSED else -1


def acts(scene: Scene, index: int) -> bool:
    """Return whether somebody acts on the one before (*B được Thủ tướng A giao nhiệm vụ ...*)."""
    words, name = scene.tokens.words, scene.elements[index]
    if not isinstance(name, Name):
        return False
    first = with_titles(scene, index, name)
    if first > 1 and words[first - 1] == "của":
        return True
    passive = first > 1 and words[first - 1] in _PASSIVE
    return passive and not ends(words, first - 1, giving().verbs)


def is_of_whom(scene: Scene, index: int) -> bool:
    """Return whether *he* or *she* is in something of a person (*Ông vào nội các của A ...*)."""
    words, name = scene.tokens.words, scene.elements[index]
    first = with_titles(scene, index, name) if isinstance(name, Name) else 0
    if first < 2 or not (words[first - 1] == "của" or words[first - 2 : first] in _CABINETS):
        return False
    at = sentence_start(words, first - 1, _REACH - 1)
    if words[at + 1 : at + 2] == ["chí"]:
        return True
    clauses = (each for each in range(at, first) if each == at or words[each - 1] == ",")
    return any(words[each] in grammar().pronouns for each in clauses)


def is_served(scene: Scene, index: int) -> bool:
    """Return whether another works for the person of a name (*thư ký cho Phó Thủ tướng A*)."""
    name = scene.elements[index]
    first = with_titles(scene, index, name) if isinstance(name, Name) else 0
    if first < 2 or scene.tokens.words[first - 1] not in _SERVED:
        return False
    return any(
        isinstance(each, Office) and each.last == first - 1 and serves(each)
        for each in scene.elements[max(0, index - _MOST_TITLES) : index]
    )


def serves(office: Office) -> bool:
    """Return whether an office is that of one who works for the holder of another."""
    return office.head.text in grammar().assistants or office.head.text in _CLERKS


def is_assisted(scene: Scene, index: int) -> bool:
    """Return whether a name is that of whom an assistant helps of whom the sentence has told.

    *Ông B giữ chức Trợ lý ông A*; *bà B, Phó Vụ trưởng, Trợ lý Bộ trưởng A*.
    """
    name, at = scene.elements[index], index - 1
    office, words = scene.elements[max(at, 0)], scene.tokens.words
    if not isinstance(name, Name) or not isinstance(office, Office):
        return False
    if office.head.text not in grammar().assistants:
        return False
    if not office.parts:
        return bool(name.addresses) and is_linked(words, office.first)
    if heads().match(words, office.parts[0][0]) is None or name.lead > office.last:
        return False
    while at and isinstance(scene.elements[at - 1], Office):
        gap = scene.gap(scene.elements[at - 1], scene.elements[at])
        if ";" in gap or not joins(gap):
            break
        at -= 1
    first = scene.elements[at]
    listed = 0 < at < index - 1 and scene.follows(scene.elements[at - 1], first)
    return listed or is_told(words, first.first)


def with_titles(scene: Scene, index: int, name: Name) -> int:
    """Return where the offices begin that stand right before a name, else where it begins."""
    words, first = scene.tokens.words, name.lead
    for at in range(index - 1, -1, -1):
        office = scene.elements[at]
        if not isinstance(office, Office) or not joins(words[office.last : first]):
            break
        first = office.first
    return first
