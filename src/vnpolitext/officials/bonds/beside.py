"""Offices of the person a life tells of, in a sentence that names others before them."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.bonds.aside import is_of_whom
from vnpolitext.officials.bonds.resumed import begins_clause
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.bonds.spoken import follows_pronoun
from vnpolitext.officials.phrases import Name
from vnpolitext.officials.words.giving import ends, giving, is_linked
from vnpolitext.officials.words.grammar import grammar

NEAR: Final = 8
"""How many elements before an office are looked at."""

_SOON: Final = 5


def reason_beside(scene: Scene, start: int, index: int) -> str:
    """Return the rule for an office of the subject in a sentence that names someone before it."""
    linked = is_linked(scene.tokens.words, scene.elements[index].first)
    if linked and (
        _is_passive(scene, start, index)
        or _succeeds(scene, start, index)
        or _serves(scene, start, index)
        or _is_given(scene, start, index)
        or _resumes(scene, start, index)
    ):
        return "pronoun"
    return "apposition" if _is_apposition(scene, start, index) else ""


def names_before(scene: Scene, start: int, index: int) -> list[Name]:
    """Return the names near before the office ``index``, from the word ``start`` on."""
    return [
        element
        for element in scene.elements[max(0, index - NEAR) : index]
        if isinstance(element, Name) and element.first >= start
    ]


def _is_passive(scene: Scene, start: int, index: int) -> bool:
    """Return whether someone else gives *him* or *her* the office (*ông được Thủ tướng X cử*)."""
    words = scene.tokens.words
    names = names_before(scene, start, index)
    first = names[0].lead if names else start
    pronouns = grammar().pronouns
    return any(
        words[at] in pronouns and "được" in words[at + 1 : at + 3] for at in range(start, first)
    )


def _succeeds(scene: Scene, start: int, index: int) -> bool:
    """Return whether *he* or *she* takes the office of the only one named (*ông thay X làm Y*)."""
    words, names = scene.tokens.words, names_before(scene, start, index)
    if len(names) != 1 or not ends(words, names[0].lead, giving().replacing):
        return False
    office = scene.elements[index]
    lead = words[start : names[0].lead]
    close = office.first - names[0].last < _SOON
    return close and not grammar().pronouns.isdisjoint(lead)


def _serves(scene: Scene, start: int, index: int) -> bool:
    """Return whether *he* or *she* is in something of the only one named, or follows those named.

    *Ông vào nội các của X với cương vị Y*; *ông thay A, đồng thời thay B ở chức vụ Y*.
    """
    names = names_before(scene, start, index)
    if names and all(ends(scene.tokens.words, each.lead, giving().replacing) for each in names):
        return follows_pronoun(scene, scene.numbers[scene.tokens.starts[names[0].first]])
    number = scene.numbers.get(scene.tokens.starts[names[-1].first]) if names else None
    return len(names) == 1 and number is not None and is_of_whom(scene, number)


def _is_given(scene: Scene, start: int, index: int) -> bool:
    """Return whether the one named last gives the office to *him* or *her* (*A cử ông làm Y*)."""
    words, name = scene.tokens.words, names_before(scene, start, index)[-1]
    return any(
        words[at] in grammar().pronouns and ends(words, at, giving().verbs)
        for at in range(name.last + 1, scene.elements[index].first)
    )


def _resumes(scene: Scene, start: int, index: int) -> bool:
    """Return whether *he* or *she* is told of in a clause behind those named."""
    name = names_before(scene, start, index)[-1]
    return begins_clause(scene.tokens.words[name.last : scene.elements[index].first])


def _is_apposition(scene: Scene, start: int, index: int) -> bool:
    """Return whether the sentence says of its first name what they are (*X là ..., Ủy viên*)."""
    words, names = scene.tokens.words, names_before(scene, start, index)
    if len(names) != 1:
        return False
    office = scene.elements[index]
    between = words[names[0].last : office.first]
    return "là" in between[:40] and words[office.first - 1] in {",", "và", "kiêm", "nguyên"}
