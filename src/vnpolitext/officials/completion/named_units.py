"""The provinces, districts and communes that a text names, and the province it is of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern, whole_words

_HEAD: Final = 1500
_ORIGIN: Final = lazy_pattern(r"quê|sinh|nguyên quán|xã |huyện |thành phố [^\s]+ [^\s]+,")
_ORIGIN_OF_UNIT: Final = lazy_pattern(
    r"(?:quê|quán|sinh (?:tại|ra|ở|ngày|năm)|thường trú|trú tại)[^.;\n]*\Z"
)
_ORIGIN_REACH: Final = 40
_LONGEST: Final = 4
_OF_PROVINCE: Final = ("tỉnh", "tỉnh ủy", "thành ủy", "tại", "đảng bộ tỉnh", "tỉnh lần")
_LEVELS: Final = {
    **dict.fromkeys(("tỉnh", "thành phố", "tp.", "tp"), "province"),
    **dict.fromkeys(("huyện ủy", "thị ủy", "quận ủy", "huyện", "thị xã", "quận"), "district"),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), "commune"),
}
_UNIT: Final = lazy_pattern(whole_words(map(re.escape, _LEVELS)) + r" (?=\w)")
_NAME: Final = lazy_pattern(
    r"[^\W\d_]+(?:'[^\W\d_]+)?(?: [^\W\d_]+(?:'[^\W\d_]+)?){0,3}|\d{1,2}(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit as a text names it.

    Attributes:
        word: The unit word, such as ``"phường"``.
        name: The name without it.
        level: ``"province"``, ``"district"`` or ``"commune"``.
    """

    word: str
    name: str
    level: str

    @property
    def full(self) -> str:
        """The name with the unit word."""
        return f"{self.word} {self.name}"


def units_in(view: View) -> Iterator[tuple[int, Unit]]:
    """Yield where a text names a unit with its unit word or its committee, and the unit."""
    for match in _UNIT.finditer(view.lower):
        name = _NAME.match(view.text, match.end())
        if name is None or name[0][0].islower():
            continue
        word = match[0].rstrip()
        named = known_name(name[0].split(), _LEVELS[word])
        if named:
            yield match.start(), Unit(word, named, _LEVELS[word])


def known_name(words: list[str], level: str) -> str:
    """Return the longest run at the beginning of ``words`` that is the name of a unit.

    A single word is none where another capital follows.
    """
    places = place_levels()
    for size in range(min(len(words), _LONGEST), 0, -1):
        if size == 1 and len(words) > 1 and words[1][0].isupper():
            continue
        if level in places.get(tuple(word.lower() for word in words[:size]), frozenset()):
            return " ".join(word[:1].upper() + word[1:] for word in words[:size])
    return ""


def named_provinces(view: View) -> list[tuple[int, str]]:
    """Return the names of provinces in a text, folded, with their place."""
    found = _provinces().finditer(view.text)
    return [(match.start(), " ".join(match[0].lower().split())) for match in found]


def provinces_of_bodies(view: View, named: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the provinces that stand behind the word of a body or of a unit, with their place."""
    lower, found = view.lower, []
    for start, name in named:
        before = lower[max(0, start - 30) : start].rstrip()
        if before.endswith(_OF_PROVINCE) and not _ORIGIN.search(before):
            found.append((start, capitalized(name)))
    return found


def home_province(view: View, named: Iterable[tuple[int, str]]) -> str:
    """Return the province a document is of: named most, above all in its head and its bodies."""
    lower = view.lower
    counts: Counter[str] = Counter()
    for start, name in named:
        before = lower[max(0, start - 12) : start].rstrip()
        if name == "hồ chí minh" and not before.endswith(("thành phố", "tp", "tp.")):
            continue
        weight = 1 + 2 * before.endswith(("tỉnh", "tỉnh ủy", "thành ủy", "thành phố", "tp."))
        weight += 3 * (start < _HEAD)
        counts[name] += weight
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] < 1.5 * best[1][1]):
        return ""
    return capitalized("hồ chí minh" if best[0][0] == "hcm" else best[0][0])


@per_choice
def _provinces() -> re.Pattern[str]:
    names = [" ".join(words) for words, levels in place_levels().items() if "province" in levels]
    names.sort(key=len, reverse=True)
    rests: dict[str, list[str]] = {}
    for name in names:
        rests.setdefault(name[0].upper(), []).append(re.escape(name[1:]).replace("\\ ", " {1,3}"))
    # The capital comes first, so that the engine passes over all other characters.
    options = (rf"{capital}(?<!\w.)(?i:{'|'.join(rest)})" for capital, rest in rests.items())
    return lazy_pattern(rf"(?:{'|'.join(options)})(?!\w)")


def named_units(view: View) -> dict[str, list[tuple[int, str]]]:
    """Return the districts and communes that the text names, but for where people come from."""
    found: dict[str, list[tuple[int, str]]] = {}
    for start, unit in units_in(view):
        before = max(0, start - _ORIGIN_REACH)
        if unit.level != "province" and not _ORIGIN_OF_UNIT.search(view.lower, before, start):
            found.setdefault(unit.level, []).append((start, unit.name))
    return found


def capitalized(name: str) -> str:
    """Return a folded name as one writes it."""
    return " ".join(word.capitalize() for word in name.split())
