"""The words between an office and a name: do they only join the two?"""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import addresses, marker_endings, markers
from vnpolitext.text.numerals import roman_value

_MARKS: Final = frozenset({",", "-", ":", "(", ")", "/", ";", "[", "]", "+"})
_AND: Final = frozenset({"và", "kiêm", "đồng"})
_ALL: Final = (["khóa"], ["nhiệm"], ["đồng"])
_LONGEST: Final = 22
_EXAMPLES: Final = 20


def joins(gap: list[str]) -> bool:
    """Return whether the words of a gap only join what stands on both sides.

    Marks, conjunctions, terms of office, dates, remarks in brackets and markers such as *nguyên*
    join; a verb does not.
    """
    if len(gap) > _LONGEST:
        return False
    at = 0
    while at < len(gap):
        step = _step(gap, at)
        if not step:
            return False
        at += step
    return True


def is_linked(words: list[str], first: int) -> bool:
    """Return whether a word before token ``first`` gives someone the office that follows."""
    at = first
    if at and words[at - 1] in {":", '"'}:
        at -= 1
    if at and words[at - 1] == "như":
        return "chức" in words[max(0, at - _EXAMPLES) : at]
    if not at or words[at - 1] not in marker_endings():
        return False
    for size in (5, 4, 3, 2, 1):
        if at - size < 0:
            continue
        found = markers().match(words, at - size)
        if found and found[0] == size:
            return found[1] in {"link", "former"}
    return False


def past_term(words: list[str], at: int) -> int:
    """Return the index after a term of office at ``at`` (*khóa VI*, *nhiệm kỳ 1*)."""
    if at < len(words) and words[at] in grammar().term:
        while at < len(words) and (_is_term(words[at]) or words[at].isdigit()):
            at += 1
    return at


def _step(gap: list[str], at: int) -> int:
    """Return how many words from ``at`` only join, 0 if the first does not."""
    word = gap[at]
    if word == "(":
        return gap.index(")", at) + 1 - at if ")" in gap[at:] else 1
    if word == "\n":
        return int(at > 0 and gap[at - 1] in {",", ";", "-"})
    if word == "các" and gap[at + 1 : at + 2] in _ALL:
        return 1
    if word in _MARKS or word in _AND or word[0].isdigit() or _is_term(word):
        return 1
    if word in grammar().dates and any(each[0].isdigit() for each in gap):
        return 1
    return _phrase(gap, at)


def _phrase(gap: list[str], at: int) -> int:
    """Return the length of a rank or of a marker that is no verb at ``at``, else 0."""
    form = addresses().match(gap, at)
    if form is not None and form[1].is_secular_rank:
        return form[0] + (gap[at + form[0] : at + form[0] + 1] == ["."])
    found = markers().match(gap, at)
    return 0 if found is None or found[1] == "verb" else found[0]


def _is_term(word: str) -> bool:
    """Return whether a word belongs to a term of office (*khóa XIII*)."""
    return word in grammar().term or roman_value(word) > 0
