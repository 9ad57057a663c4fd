"""What the text says of a person beside the offices: sex, people, ranks, other names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from vnpolitext.officials.persons.link import Group
from vnpolitext.officials.records import Person, Position
from vnpolitext.officials.words.lexicon import peoples
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_RANKS: Final = frozenset({"military", "academic", "honour", "religious"})
_REACH: Final = 60
_NEXT: Final = 5
_ASIDE: Final = lazy_pattern(r"[^.;\n()]{0,4}\(([^()\n]{0,50})\)")
_PEOPLE: Final = lazy_pattern(
    r"(?:dân tộc:?|người(?: dân tộc)?) {1,3}(?P<name>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,2})"
)
_PEOPLE_WORDS: Final = ("dân tộc", "người")
_NEAR: Final = lazy_pattern(r"\s{0,2}[,(-] {0,2}[^.;\n]{0,40}")


def describe(view: View, group: Group, positions: Iterable[Position]) -> Person:
    """Return the person that ``group`` gathers, with ``positions`` in text order."""
    fullest = group.fullest
    name = fullest.text
    ranks: dict[str, None] = {}
    honorifics: dict[str, None] = {}
    for mention in group.mentions:
        for address in mention.addresses:
            if address.kind in _RANKS:
                ranks[address.name] = None
            elif address.kind != "plural":
                honorifics[address.text] = None
    aliases = dict.fromkeys(
        m.text
        for m in group.mentions
        if len(m.words) > 1 and m.words != fullest.words and not _is_part(m.words, fullest.words)
    )
    return Person(
        name=name,
        mentions=tuple(view.span(m.start, m.end) for m in group.mentions),
        positions=tuple(sorted(positions, key=lambda position: position.start)),
        sex=group.sex or _told_sex(view, group),
        ethnicity=_told_people(view, group),
        ranks=tuple(ranks),
        honorifics=tuple(honorifics),
        aliases=tuple(aliases),
    )


def _is_part(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return whole[-len(words) :] == words or whole[: len(words)] == words


def _told_sex(view: View, group: Group) -> str | None:
    """Return the sex that a remark in brackets after the name tells (*nữ*)."""
    for mention in group.mentions:
        if view.lower.find("(", mention.end, mention.end + _NEXT) < 0:
            continue
        aside = _ASIDE.match(view.lower, mention.end, mention.end + _REACH)
        if aside is None:
            continue
        words = re.split(r"[\s,;:]+", aside[1])
        if "nữ" in words:
            return "female"
        if "nam" in words[:1]:
            return "male"
    return None


def _told_people(view: View, group: Group) -> str | None:
    """Return the people that the text states right after the name."""
    for mention in group.mentions:
        reach = mention.end, mention.end + _REACH
        if all(view.lower.find(word, *reach) < 0 for word in _PEOPLE_WORDS):
            continue
        near = _NEAR.match(view.lower, *reach)
        found = _PEOPLE.search(view.lower, near.start(), near.end()) if near is not None else None
        if found is None:
            continue
        words = found["name"].split()
        for size in range(len(words), 0, -1):
            if tuple(words[:size]) in peoples():
                start = found.start("name")
                return view.text[start : start + len(" ".join(words[:size]))]
    return None
