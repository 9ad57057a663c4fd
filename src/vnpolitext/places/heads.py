"""Mentions with a unit word: ``huyện Tủa Chùa``, ``TP. Hồ Chí Minh``, ``P.5``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.naming import known_name, respelled_name, unknown_name
from vnpolitext.places.source import PlaceText, Syllable
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE, REFORM, name_key
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.patterns import lazy_pattern

_BLANK: Final = lazy_pattern(r" {0,4}+(?:\n {0,4}+)?+")
# What follows the letter is only looked at, so that of ``T.P. A`` each reading is seen.
_DOT: Final = r"(?: {0,2}\. {0,2}| {1,2}|(?=HCM))"
_CAPITAL: Final = lazy_pattern(
    rf"T(?=((?:\.?[PX]|[pxT]){_DOT})[{UPPER}0-9])|[HQPX](?=( ?\. {{0,2}})[{UPPER}0-9])"
)
# Small letters are half of a text: those before a name are found by what stands behind them.
_SMALL_TOWNS: Final = tuple(lazy_pattern(rf"t{letter}{_DOT}(?=[{UPPER}0-9])") for letter in "px")
_SMALL_LETTER: Final = lazy_pattern(
    rf"\.(?:(?<=([hqpx])\.)|(?<=([hqpx]) \.)) {{0,2}}(?=[{UPPER}0-9])"
)
# ``P4, Q4, TP.HCM``, ``F4, Q.Tân Bình``: a letter and a number are units only in such a chain, else
# quarters or pages. In the south a *phường* is an ``F``, too.
_LINK: Final = lazy_pattern(
    r"[PQF](?<![\w/.-][PQF])(?:(?=\d{1,2}(?!\w))|(?<=F) ?\. ?(?=\d{1,2}(?!\w)))"
)
_CITY: Final = r"TP|T\.P|Tp|tp|[Tt]hành phố |HCM|Hồ Chí Minh|Sài Gòn"
_OF_QUARTER: Final = rf"[Qq]uận |Q ?\. ?[{UPPER}\d]|Q\d|Q [{UPPER}]"
_HIGHER: Final = {
    "p": lazy_pattern(rf"\d{{1,2}} ?[,(-]? ?(?:{_OF_QUARTER}|{_CITY})"),
    "q": lazy_pattern(
        rf"\d{{1,2}} ?[,(-] ?(?:{_CITY}|(?:Q\d{{1,2}}(?:, ?| và )){{0,6}}+Q\. ?[{UPPER}])"
        rf"|\d{{1,2}} và Q\. ?[{UPPER}]"
    ),
    # ``F1`` is a contact in an epidemic, too.
    "f": lazy_pattern(
        rf"\d{{1,2}} ?[,(-]? ?Q[ .\d]|(?![01]\D)\d{{1,2}} ?[,(-]? ?(?:{_OF_QUARTER})"
    ),
}
_LOWER: Final = lazy_pattern(
    rf"(?:(?:[PF]\.? ?|[Pp]hường )\d{{1,2}}|(?:P ?\. ?|[Pp]hường )[{UPPER}][\w ]{{1,20}}"
    rf"|Q\. ?[{UPPER}][\w ]{{1,16}}) ?[,-] ?$"
)
_SHORT_UNITS: Final = {
    "h": "huyện",
    "q": "quận",
    "p": "phường",
    "f": "phường",
    "x": "xã",
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
}
# After ``TP`` only, where nothing else is meant.
_SHORT_CITIES: Final = {"HN": "hà nội", "HP": "hải phòng", "ĐN": "đà nẵng"}
_FARM: Final = lazy_pattern(r"(?:Nông|Lâm) [tT]rường ", re.IGNORECASE)
_OLD: Final = {"phủ": lazy_pattern("phủ "), "châu": lazy_pattern("châu ")}
_GLUED: Final = lazy_pattern(r"(?:(?<!\w)|(?<=\w)và|(?<=\w)với)(?:các|của|và)$")
_REST_OF_WORD: Final = lazy_pattern(r" (?:ủy|phố|xã|trấn)(?!\w)", re.IGNORECASE)
# Words that make another word of the unit word they stand before.
_COMPOUNDS: Final = {"tỉnh": ("giáo",), "huyện": ("bà",), "xã": ("thị", "tác")}
# ``ngành Dân tộc và Tôn giáo tỉnh X``, ``thầy giáo tỉnh X``: none speaks of a *giáo tỉnh*.
_TEACHING: Final = frozenset(("tôn", "nhà", "thầy", "cô", "dân"))
# "huyện A thuộc thành phố B": the city is no district itself; nor is what a province became.
_HOLDS_DISTRICT: Final = lazy_pattern(
    r"(?:huyện|quận|thị xã) [^,.;:\n]{2,30}(?:,| thuộc| của) $"
    r"|thừa thiên(?:[ -]{1,3}huế)? ?\(?,? ?nay (?:là|thuộc) $"
)
_HOLDS_COMMUNE: Final = lazy_pattern(r"(?:phường|xã) ([^,.;:\n]{2,30}?)(?:,| thuộc| của) $")
_NUMBERED: Final = frozenset(("quận", "phường"))


@dataclass(frozen=True, slots=True)
class Announcement:
    """A unit word that announces names without one following at once.

    Attributes:
        end: Where the unit word ends.
        unit: Unit type.
        level: Bits of the levels it can mean.
    """

    end: int
    unit: str
    level: int


@lru_cache(maxsize=1)
def _patterns(units: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    return {unit: lazy_pattern(unit.replace(" ", r"\s{1,4}")) for unit in units}


def find_heads(source: PlaceText) -> tuple[list[Mention], list[Announcement]]:
    """Return the mentions with a unit word, and the plural unit words that stand alone."""
    found: list[Mention] = []
    alone: list[Announcement] = []
    units = source.words.units
    for unit, pattern in _patterns(tuple(units)).items():
        for match in pattern.finditer(source.lower):
            start, end = match.span()
            if unit == "xã" and source.text.startswith(" hội", end):
                continue
            if not _is_word(source, unit, start, end):
                continue
            gap = _BLANK.match(source.text, end)
            at = gap.end() if gap else end
            following = source.text[at : at + 1]
            if following.isupper() or (following.isdigit() and unit in _NUMBERED):
                head = _head(source, start, at, unit)
                if head is not None:
                    head.several = _announced(source, start)
                    found.append(head)
            elif _announced(source, start) or _chained(source, start):
                is_list_of_provinces = unit == "thành phố" and _after_provinces(source, start)
                level = PROVINCE if is_list_of_provinces else units[unit]
                alone.append(Announcement(end, unit, level))
            elif source.lower.startswith(source.words.descriptions, at):
                found += _described(source, start, at, unit)
    found += _short_heads(source)
    found += _old_heads(source)
    return found, alone


def _old_heads(source: PlaceText) -> Iterator[Mention]:
    """The prefectures (*phủ*) and cantons of the Highlands (*châu*) that are districts since."""
    words = source.words
    for unit, others in words.old_units.items():
        for match in _OLD[unit].finditer(source.lower):
            start, at = match.span()
            if not source.text[at : at + 1].isupper() or source.text[start - 1 : start].isalnum():
                continue
            before = source.lower[max(0, start - 8) : start].split()
            # *Châu Thành* is a name, and *Châu* a family's.
            if source.text.startswith("Châu", start) or (before and before[-1] in others):
                continue
            read = source.read(at)
            count, key = source.name(read, DISTRICT)
            rows = source.known.find(key, DISTRICT)
            end = read[count - 1].end
            if (
                count > 1
                and f"{unit} {key}" not in words.things
                and not _is_abroad(source, at, end)
            ):
                several = _announced(source, start)
                yield Mention(start, end, at, key, DISTRICT, unit, "unit-word", rows, several)


def _is_abroad(source: PlaceText, start: int, end: int) -> bool:
    return source.is_foreign or source.near_foreign(start, end) or source.followed_by_foreign(end)


def _short_heads(source: PlaceText) -> Iterator[Mention]:
    for start, end in _short_words(source.text):
        unit = _short_unit(source.lower[start:end])
        head = _head(source, start, end, unit)
        if head is not None and (head.rows or unit == "thị xã"):
            yield head


@lru_cache(maxsize=256)
def _short_unit(written: str) -> str:
    return _SHORT_UNITS["".join(written.replace(".", " ").split())]


def _short_words(text: str) -> Iterator[tuple[int, int]]:
    """Where the short forms of unit words stand before a name or number."""
    found = [(each.start(), each.end(each.lastindex or 0)) for each in _CAPITAL.finditer(text)]
    found += [each.span() for town in _SMALL_TOWNS for each in town.finditer(text)]
    found += [
        (each.start(each.lastindex or 0), each.end()) for each in _SMALL_LETTER.finditer(text)
    ]
    for start, end in sorted(found):
        before = text[start - 1] if start else ""
        if not (before.isalnum() or before in {"_", "/"}):
            yield start, end
    for match in _LINK.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        letter = match[0][0].lower()
        higher = _HIGHER[letter].match(text, match.end())
        if higher or (letter == "q" and _LOWER.search(before)):
            yield match.span()


def _is_word(source: PlaceText, unit: str, start: int, end: int) -> bool:
    """Whether the unit word stands for itself; a missing space before a capital is allowed."""
    text, lower = source.text, source.lower
    if start and text[start - 1].isalnum() and not text[start].isupper():
        return _GLUED.search(lower, max(0, start - 6), start) is not None
    if text[end : end + 1].isalpha() and not text[end].isupper():
        return False
    if text[start].islower() and not text[start:end].islower():
        return False
    excluded = _COMPOUNDS.get(unit)
    if excluded is None:
        return True
    before = lower[max(0, start - 12) : start].split()
    if not before or not before[-1].endswith(excluded):
        return True
    return before[-1] == "giáo" and before[-2:-1] != [] and before[-2] in _TEACHING


def _announced(source: PlaceText, start: int) -> int:
    """0 if nothing announces several units, 1 for a number before the unit word, 2 for a word."""
    before = source.lower[max(0, start - 24) : start]
    parts = before.split()
    if not parts or not before.endswith((" ", "\n")):
        return 0
    last, pair = parts[-1], " ".join(parts[-2:])
    if last.isdigit():
        ahead = {" ".join(parts[-3:-1]), *parts[-2:-1]}
        return int(len(last) < 3 and not ahead & source.words.ordinals)
    if pair in source.words.plurals:
        return 2
    if last in source.words.plurals:
        return 2 if last in ("các", "những") else 1
    return 0


def _chained(source: PlaceText, start: int) -> bool:
    """Whether another unit word and a comma stand before, as in ``các xã, phường: A, B``."""
    before = source.lower[max(0, start - 16) : start].rstrip()
    if not before.endswith((",", " và")):
        return False
    return before.removesuffix(" và").rstrip(", ").endswith(tuple(source.words.units))


def _after_provinces(source: PlaceText, start: int) -> bool:
    """Whether provinces are announced, too, as in ``các tỉnh, thành phố: A, B``."""
    before = source.lower[max(0, start - 10) : start].rstrip()
    return before.removesuffix(" và").rstrip(", ").endswith("tỉnh") and before.endswith((",", "và"))


def _described(source: PlaceText, start: int, at: int, unit: str) -> Iterator[Mention]:
    """The unit of ``huyện đảo Lý Sơn`` or ``xã biên giới Ia Dom``."""
    for words in source.words.descriptions:
        if source.lower.startswith(words, at):
            name = at + len(words) + 1
            if not source.text[name : name + 1].isupper():
                return
            head = _head(source, start, name, unit)
            if head is not None and head.rows:
                head.rule = "described"
                if words != "đảo":
                    head.start = head.name
                yield head
            return


def _head(source: PlaceText, start: int, at: int, unit: str) -> Mention | None:
    """Read the name at ``at`` that belongs to the unit word at ``start``."""
    level = source.words.units[unit]
    farm = _FARM.match(source.text, at) if unit == "thị trấn" else None
    read = source.read(farm.end() if farm else at)
    if not read or _is_stopped(source, read, unit):
        return None
    if farm:
        end, key = read[min(2, len(read)) - 1].end, "nông trường " + source.key(read[:2])
    else:
        end, key = _name(source, read, start, unit)
    if unit == "đặc khu" and not _are_zones(source, source.known.find(key, level)):
        end, key, level = _former_zone(source, read) or (end, key, level)
    if not key:
        return None
    if level == PROVINCE | DISTRICT:
        is_new = key == "huế" and _is_city_of_2025(source, source.lower[max(0, start - 48) : start])
        level = PROVINCE if is_new else source.city_level(key, start, end)
    rows = source.known.find(key, level)
    if _is_namesake(source, key, unit, rows) and (
        source.is_foreign or source.near_foreign(start, end)
    ):
        return None
    if source.followed_by_foreign(end) or not (
        rows or _is_possible(source, key, level, start, end)
    ):
        return None
    rule = "unit-word" if rows else "unit-word-unknown-name"
    return Mention(start, end, at, key, level, unit, rule, rows)


def _is_city_of_2025(source: PlaceText, before: str) -> bool:
    """Whether what stands before the name of Huế is a part of the city that is a province.

    It has districts, or a commune of that name is there only since the reform.
    """
    if _HOLDS_DISTRICT.search(before):
        return True
    commune, known = _HOLDS_COMMUNE.search(before), source.known
    rows = () if commune is None else known.find(name_key(commune[1]), COMMUNE)
    inside = [row for row in rows if "Huế" in known.homes(row)]
    return bool(inside) and all(known.rows[row][5] == REFORM for row in inside)


def _is_namesake(source: PlaceText, key: str, unit: str, rows: tuple[int, ...]) -> bool:
    """Whether a foreign place has the name, and no unit of that type.

    A text that speaks more of abroad means its own *tỉnh Hà Bắc*, whatever there was in Vietnam.
    """
    if key not in source.words.namesakes:
        return False
    of_type = [row for row in rows if source.known.rows[row][2] == unit]
    return not of_type or (source.is_foreign and unit == "tỉnh")


def _are_zones(source: PlaceText, rows: tuple[int, ...]) -> bool:
    return any(source.known.rows[row][2] == "đặc khu" for row in rows)


def _former_zone(source: PlaceText, read: list[Syllable]) -> tuple[int, str, int] | None:
    """End, key and level of a zone of the level of provinces, as *Vũng Tàu - Côn Đảo* was."""
    count, key = source.name(read, PROVINCE)
    rows = source.known.find(key, PROVINCE) if count else ()
    if not _are_zones(source, rows) and not (rows and all(source.known.rows[r][6] for r in rows)):
        return None
    return read[count - 1].end, key, PROVINCE


def _name(source: PlaceText, read: list[Syllable], start: int, unit: str) -> tuple[int, str]:
    """Return the end and the key of the name that follows a unit word; no key if none does."""
    level = source.words.units[unit]
    if level & PROVINCE and level & DISTRICT:
        city = _SHORT_CITIES.get(source.text[read[0].start : read[0].end])
        if city:
            return read[0].end, city
    if level & PROVINCE and source.text.startswith("HCM", read[0].start):
        return read[0].end, "hồ chí minh"
    count, key = known_name(source, read, level)
    if count:
        return read[count - 1].end, key
    end, key = respelled_name(source, read[0].start, level)
    if not key and source.words.units[unit] & (PROVINCE | DISTRICT):
        end, key = _half_capital(source, read, level)
    if key or unit == "đặc khu":
        return end, key
    count = unknown_name(source, read, start, level)
    return (read[count - 1].end, source.key(read[:count])) if count else (0, "")


def _half_capital(source: PlaceText, read: list[Syllable], level: int) -> tuple[int, str]:
    """End and key of a name whose later syllables are in small letters: *tỉnh Thái nguyên*."""
    for small in (2, 1):
        tail = _SMALL[small].match(source.text, read[-1].end)
        if tail is None or len(read) + small > _LONGEST_HALF:
            continue
        key = source.key(read) + tail[0].lower()
        if source.known.find(key, level):
            return tail.end(), key
    return 0, ""


_LONGEST_HALF: Final = 3
_SMALL: Final = {
    n: lazy_pattern(
        rf"(?: [{LOWER}]{{2,6}}){{{n}}}(?!\w)| [{LOWER}]{{2,6}} [{UPPER}][{LOWER}]{{1,6}}(?!\w)"
    )
    for n in (1, 2)
}


def _is_possible(source: PlaceText, key: str, level: int, start: int, end: int) -> bool:
    """Whether a unit that the gazetteer does not list may be Vietnamese."""
    if level & PROVINCE or key in source.words.foreign or source.words.cities & {key}:
        return False
    before = source.text[max(0, start - 12) : start].split(" ")
    last = before[-2] if len(before) > 1 and not before[-1] else ""
    in_name = last[:1].isupper() and not last.isupper() and last[-1].isalpha()
    if source.text[start].isupper() and in_name:
        return False
    city = source.lower.startswith(("thành phố", "tp", "t.p"), start)
    return not (city or source.is_foreign or source.near_foreign(start, end))


def _is_stopped(source: PlaceText, read: list[Syllable], unit: str) -> bool:
    """Whether what follows the unit word belongs to another word, as in ``TỈNH ỦY``.

    In capitals a known name is none of those, but for ``XÃ HỘI AN NINH``.
    """
    start, end, _ = read[0]
    opening = source.lower[start:end]
    if opening in ("thành", "thị") and _REST_OF_WORD.match(source.text, end):
        return True
    capitals = end - start > 1 and source.text[start:end].isupper()
    if opening in source.words.stops or not capitals:
        return opening in source.words.stops
    is_known = unit != "xã" and source.name(read, source.words.units[unit])[0] > 1
    return opening in source.words.capital_stops and not is_known
