"""Lines that head others: what opens them, how many they announce, and the lines below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from vnpolitext.layout.phrases import phrases
from vnpolitext.text.numerals import roman_value

_OPENERS: Final = frozenset({"-", "+", "•", "#", "–", "="})
_BULLETS: Final = frozenset({"-", "+", "•", "*", ".", ")", "(", "/", ",", ":", "\n", "–", "nay"})
_BRACKETS: Final = {"[": "]", "(": ")"}
_HEADING_MARKS: Final = frozenset({"#", "="})
_REMARK: Final = 10
_LONGEST_LINE: Final = 40


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a line.

    Attributes:
        words: The words before a place of the line, after its marks and its number.
        is_marked: Whether marks of Markdown or of a wiki make the line a heading.
        is_numbered: Whether it has the number of a section, which may only say what follows.
    """

    words: tuple[str, ...]
    is_marked: bool
    is_numbered: bool


def read_opening(words: Sequence[str], at: int, longest: int) -> Opening | None:
    r"""Return what opens the line of ``at`` before that place, ``None`` if it is too long.

    >>> read_opening(["\n", "ii", ".", "các", "bí", "thư"], 4, 8)
    Opening(words=('các',), is_marked=False, is_numbered=True)
    """
    start = at
    while start > 0 and words[start - 1] not in {"\n", "]"}:
        start -= 1
        if at - start > longest:
            return None
    line = words[start:at]
    first = 0
    while first < len(line) and line[first] in _OPENERS:
        first += 1
    numbered = line[first + 1 : first + 2] in (["."], [")"]) and _is_number(line[first])
    inner = line[first + 2 * numbered :]
    return Opening(
        tuple(word for word in inner if word not in _OPENERS),
        is_marked=not {"#", "="}.isdisjoint(line),
        is_numbered=numbered,
    )


def heads_headings(words: Sequence[str], at: int) -> bool:
    r"""Return whether the line of ``at`` is a heading by its marks, right over another such line.

    >>> heads_headings(["#", "các", "bộ", "\n", "\n", "#", "#", "bộ", "y", "tế", "\n"], 1)
    True
    """
    start = at
    while start > 0 and words[start - 1] != "\n":
        start -= 1
        if at - start > _LONGEST_LINE:
            return False
    if words[start] not in _HEADING_MARKS:
        return False
    try:
        end = words.index("\n", at, at + _LONGEST_LINE)
    except ValueError:
        return False
    while words[end : end + 1] == ["\n"]:
        end += 1
    return end < len(words) and words[end] in _HEADING_MARKS


def past_count(words: Sequence[str], at: int) -> int:
    """Return the index after a colon and a number of people (*: 11*, *(03 đồng chí):*).

    >>> past_count(["(", "03", "đồng", "chí", ")", ":"], 0)
    6
    """
    start = at
    bracket = words[at : at + 1] == ["("]
    at += bracket
    if words[at : at + 1] == [":"]:
        at += 1
    while words[at : at + 1] and words[at] in phrases().comprising:
        at += 1
    if words[at : at + 1] and words[at].isdecimal():
        at += 1
        for size in (2, 1):
            if " ".join(words[at : at + size]) in phrases().counters:
                at += size
                break
    elif bracket:
        return start
    if bracket:
        if words[at : at + 1] != [")"]:
            return start
        at += 1
    return at + (words[at : at + 1] == [":"])


def past_remark(words: Sequence[str], at: int) -> int:
    """Return the index after a remark in brackets at ``at``, which is ``at`` without one.

    >>> past_remark(["an", "(", "mất", "1947", ")"], 1)
    5
    """
    inner = words[at : at + _LONGEST_LINE]
    if inner[:1] != ["("] or ")" not in inner:
        return at
    size = inner.index(")") + 1
    return at if "\n" in inner[:size] else at + size


def is_next(words: Sequence[str], at: int, lead: int) -> bool:
    r"""Return whether only bullets, dates, breaks and brackets stand from ``at`` to ``lead``.

    >>> is_next(["\n", "1", ".", "lò"], 0, 3)
    True
    """
    while at < lead:
        closing = _BRACKETS.get(words[at])
        if closing is not None and closing in words[at:lead]:
            at = words.index(closing, at)
        elif words[at] not in _BULLETS and not words[at][0].isdigit():
            return False
        at += 1
    return True


def is_listed(words: Sequence[str], at: int, lead: int) -> bool:
    r"""Return whether a bullet or a number stands before the word at ``lead`` on its line.

    >>> is_listed(["\n", "-", "lò"], 0, 2)
    True
    """
    line = words[at:lead]
    marks = line[len(line) - line[::-1].index("\n") :] if "\n" in line else line
    return any(word in _OPENERS or word[0].isdigit() for word in marks)


def is_dated(words: Sequence[str], last: int) -> bool:
    """Return whether years stand in brackets behind a place or on the line below.

    >>> is_dated(["an", "(", "1931", ")"], 1)
    True
    """
    first = last + (words[last : last + 1] == ["\n"])
    if words[first : first + 1] != ["("]:
        return False
    return any(word[0].isdigit() for word in words[first + 1 : first + _REMARK] if word)


def _is_number(word: str) -> bool:
    return word.isdecimal() or len(word) == 1 or bool(roman_value(word))
