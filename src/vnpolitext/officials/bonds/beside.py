"""Offices of the person a life tells of, in a sentence that names others before them."""

from __future__ import annotations

from collections.abc import Sequence
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


def reason_beside(scene: Scene, start: int, index: int, names: Sequence[Name]) -> str:
    """Return the rule for an office of the subject in a sentence that names someone before it.

    Args:
        scene: The scene.
        start: The first word of the sentence.
        index: The number of the office.
        names: Those named before it, at least one.
    """
    words, office = scene.tokens.words, scene.elements[index].first
    if is_linked(words, office) and (
        _is_passive(words, start, names)
        or _succeeds(words, start, office, names)
        or _serves(scene, names)
        or _is_given(words, office, names)
        or begins_clause(words[names[-1].last : office])
    ):
        return "pronoun"
    return "apposition" if _is_apposition(words, office, names) else ""


def names_before(scene: Scene, start: int, index: int) -> list[Name]:
    """Return the names near before the office ``index``, from the word ``start`` on."""
    return [
        element
        for element in scene.elements[max(0, index - NEAR) : index]
        if isinstance(element, Name) and element.first >= start
    ]


def _is_passive(words: list[str], start: int, names: Sequence[Name]) -> bool:
    """Return whether someone else gives *him* or *her* the office (*ông được Thủ tướng X cử*)."""
    pronouns = grammar().pronouns
    return any(
        words[at] in pronouns and "được" in words[at + 1 : at + 3]
        for at in range(start, names[0].lead)
    )


def _succeeds(words: list[str], start: int, office: int, names: Sequence[Name]) -> bool:
    """Return whether *he* or *she* takes the office of the only one named (*ông thay X làm Y*)."""
    if len(names) != 1 or not ends(words, names[0].lead, giving().replacing):
        return False
    close = office - names[0].last < _SOON
    return close and not grammar().pronouns.isdisjoint(words[start : names[0].lead])


def _serves(scene: Scene, names: Sequence[Name]) -> bool:
    """Return whether *he* or *she* is in something of the only one named, or follows those named.

    *Ông vào nội các của X với cương vị Y*; *ông thay A, đồng thời thay B ở chức vụ Y*.
    """
    first = scene.numbers[scene.tokens.starts[names[0].first]]
    if all(ends(scene.tokens.words, each.lead, giving().replacing) for each in names):
        return follows_pronoun(scene, first)
    return len(names) == 1 and is_of_whom(scene, first)


def _is_given(words: list[str], office: int, names: Sequence[Name]) -> bool:
    """Return whether the one named last gives the office to *him* or *her* (*A cử ông làm Y*)."""
    return any(
        words[at] in grammar().pronouns and ends(words, at, giving().verbs)
        for at in range(names[-1].last + 1, office)
    )


def _is_apposition(words: list[str], office: int, names: Sequence[Name]) -> bool:
    """Return whether the sentence says of its first name what they are (*X là ..., Ủy viên*)."""
    if len(names) != 1:
        return False
    between = words[names[0].last : office]
    return "là" in between[:40] and words[office - 1] in {",", "và", "kiêm", "nguyên"}
