"""An office that heads a list of its holders, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.phrases import Name, Office

_RULE: Final = "heading"
_BULLETS: Final = frozenset({"-", "+", "•", "*", ".", ")", "(", "/", ",", ":", "\n", "–", "nay"})
_REMARK: Final = 10
_BRACKETS: Final = {"[": "]", "(": ")"}
_OPENERS: Final = frozenset({"-", "+", "•", "#", "–", "="})


def propose_headings(scene: Scene) -> Iterator[Proposal]:
    """Yield an office that fills a line for the names that begin the next lines.

    Without a colon the names must stand in a list, and none have an office of its own unless the
    line is marked as a heading.
    """
    elements, words = scene.elements, scene.tokens.words
    for index, office in enumerate(elements):
        if not isinstance(office, Office) or index in scene.claimed:
            continue
        at = _heading_end(words, office.last)
        ended = _past_marks(words, office.last)
        bare = not at and words[ended : ended + 1] == ["\n"]
        if not (at or bare) or not _opens(words, office.first):
            continue
        marked = not {"#", "="}.isdisjoint(words[max(0, office.first - 2) : office.first])
        listed = bare and not scene.is_plural(office.first)
        for name in _holders(scene, index, at or ended, listed=listed, alone=not marked):
            yield scene.propose(name, index, _RULE)


def _holders(scene: Scene, index: int, at: int, *, listed: bool, alone: bool) -> list[Name]:
    """Return the names on the lines below an office whose heading ends at ``at``.

    Below a heading without a colon the names must be ``listed``, and ``alone`` on their lines if
    nothing marks it; once a name is listed, those after it must be.
    """
    elements, words = scene.elements, scene.tokens.words
    unsure = listed and alone
    found: list[Name] = []
    for following in range(index + 1, len(elements)):
        element = elements[following]
        if element.first < at:
            if unsure and isinstance(element, Office):
                return []
            continue
        if not isinstance(element, Name) or not _is_next(words, at, element.lead):
            break
        in_list = _is_listed(words, at, element.lead) or _is_dated(words, element.last)
        if listed and not in_list:
            break
        listed = listed or in_list
        found.append(element)
        at = scene.tokens.line_end(element.last)
    return found


def _heading_end(words: list[str], last: int) -> int:
    """Return where the line of a heading ends that has an office up to ``last``, else 0.

    The heading is the office and a colon, or says that holders follow (*qua các thời kỳ*).
    """
    at = last
    for size in (4, 3, 2):
        if " ".join(words[at : at + size]) in grammar().headings:
            at += size
            break
    if words[at : at + 1] == [":"]:
        at += 1
    return at + 1 if at > last and words[at : at + 1] == ["\n"] else 0


def _past_marks(words: list[str], at: int) -> int:
    """Return the index after the marks that close a heading (*== Chủ tịch ==*)."""
    while words[at : at + 1] == ["="]:
        at += 1
    return at


def _opens(words: list[str], first: int) -> bool:
    """Return whether a line begins at ``first``, after a bullet or the marks of a heading."""
    at = first - 1
    while at >= 0 and (words[at] in _OPENERS or words[at] in grammar().plural):
        at -= 1
    return at < 0 or words[at] in {"\n", "]"}


def _is_next(words: list[str], at: int, lead: int) -> bool:
    """Return whether only bullets, dates, breaks and brackets stand from ``at`` to a name."""
    while at < lead:
        closing = _BRACKETS.get(words[at])
        if closing is not None and closing in words[at:lead]:
            at = words.index(closing, at)
        elif words[at] not in _BULLETS and not words[at][0].isdigit():
            return False
        at += 1
    return True


def _is_listed(words: list[str], at: int, lead: int) -> bool:
    """Return whether a bullet or a number stands before a name on its line."""
    line = words[at:lead]
    marks = line[len(line) - line[::-1].index("\n") :] if "\n" in line else line
    return any(word in _OPENERS or word[0].isdigit() for word in marks)


def _is_dated(words: list[str], last: int) -> bool:
    """Return whether the years of office stand in brackets beside a name or on the line below."""
    first = last + (words[last : last + 1] == ["\n"])
    if words[first : first + 1] != ["("]:
        return False
    return any(word[0].isdigit() for word in words[first + 1 : first + _REMARK] if word)
