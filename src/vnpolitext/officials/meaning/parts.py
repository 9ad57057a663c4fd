"""The body words of an office phrase: which unit they name, and of which level they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from vnpolitext.officials.meaning.names import CITIES
from vnpolitext.officials.phrases import Office
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import Entry, bodies, heads

Parts = list[tuple[Entry, tuple[str, ...]]]
"""The body words of a phrase, each with the capitals that follow it."""
_LEVEL_OF_NOUN: Final = {
    **dict.fromkeys(("bộ", "nha", "tổng cục"), "central"),
    **dict.fromkeys(("sở", "ty", "chi cục"), "province"),
}
# Bodies that are central where no unit is named beside them.
_CENTRAL: Final = frozenset({"cục", "vụ"})
_CITY_SHORT: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    ("hcm",): ("hồ", "chí", "minh"),
}
# A city with its unit word in one abbreviation.
_CITY_WHOLE: Final = {"tphcm": ("hồ", "chí", "minh")}
_SIZES: Final = {"commune": 0, "district": 1, "province": 2}


def bodies_inside(head: list[str]) -> Iterator[tuple[int, int, Entry]]:
    """Yield the bodies that the words of an office name, with their place and size."""
    at = 1 if " ".join(head) not in grammar().whole_heads else len(head)
    while at < len(head):
        size, entry = bodies().match(head, at) or (1, None)
        if entry is not None and entry.text == "ban thường trực" and head[0] in {"phó", "trưởng"}:
            size, entry = bodies().match(["ban"], 0) or (1, None)
        if entry is not None and entry.text in grammar().inner:
            at += size
            continue
        if entry is not None and entry.role in {"whole", "noun"}:
            yield at, size, entry
        at += 1


def body_parts(tokens: Tokens, office: Office) -> Parts:
    """Return the body words of a phrase, each with the capitals that follow it."""
    found: Parts = []
    head = tokens.words[office.first : office.first + office.size]
    found.extend((entry, ()) for _, _, entry in islice(bodies_inside(head), 1))
    for first, last, entry in office.parts:
        city = _CITY_WHOLE.get(entry.text) if entry is not None else None
        word = bodies().match(["thành", "phố"], 0)
        short = _CITY_SHORT.get((entry.text,)) if entry is not None else None
        if city is not None and word is not None:
            found.append((word[1], city))
        elif short is not None and found and not found[-1][1]:
            found[-1] = (found[-1][0], short)
        elif entry is not None:
            found.append((entry, ()))
        elif found:
            words = tuple(w for w in tokens.words[first:last] if w != "-")
            found[-1] = (found[-1][0], words)
    return [(entry, _CITY_SHORT.get(tail, tail)) for entry, tail in found]


def without_superiors(parts: Parts) -> Parts:
    """Return the parts without the larger units that a named one lies in (*xã X, huyện Y*)."""
    kept: Parts = []
    smallest = len(_SIZES)
    for entry, tail in parts:
        is_city = entry.text in grammar().city_words
        level = ("province" if tail in CITIES else "district") if is_city else entry.level
        size = _SIZES.get(level or "") if entry.role in {"unit", "whole"} and tail else None
        if size is not None and size > smallest:
            continue
        smallest = smallest if size is None else size
        kept.append((entry, tail))
    return kept


def unit_of(parts: Parts) -> tuple[tuple[str, ...], str]:
    """Return the unit a phrase names and the word that wants one, the smallest unit first.

    A number is the name of a unit only after its word (*Quận 2*, not *Quân khu 2*).
    """
    place: tuple[str, ...] = ()
    unit = ""
    for entry, tail in parts:
        wants = entry.role == "unit" or (entry.role == "whole" and entry.level is not None)
        if wants and entry.level in {"province", "district", "commune"}:
            unit = "" if tail else entry.text
            place = tail or place
        elif (
            tail in place_levels()
            and not tail[0].isdigit()
            and entry.role in {"whole", "noun", "domain"}
        ):
            place, unit = tail, ""
    return place, unit


def level_of(parts: Parts, head: str, place: tuple[str, ...]) -> str | None:
    """Return the level of government that the body words, the unit or the office tell."""
    level: str | None = None
    for entry, tail in parts:
        if entry.text in grammar().city_words:
            level = "province" if not tail or tail in CITIES else "district"
        elif entry.role == "unit" and entry.level is not None:
            level = entry.level
        elif entry.text in _LEVEL_OF_NOUN:
            level = level or _LEVEL_OF_NOUN[entry.text]
        elif entry.level is not None and (level is None or entry.role == "whole"):
            level = entry.level if level in {None, "central"} else level
        elif not grammar().central.isdisjoint(entry.text.split()) or "trung ương" in entry.text:
            level = level or "central"
    if level is None and place:
        levels = place_levels().get(place, frozenset())
        level = next((each for each in ("province", "district", "commune") if each in levels), None)
    if level is None and any(entry.text in _CENTRAL for entry, _ in parts):
        level = "central"
    if level is None:
        found = heads().match(head.split(), 0)
        level = found[1].level if found else None
    return level
