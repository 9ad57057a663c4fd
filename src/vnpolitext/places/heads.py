"""Mentions with a unit word: ``huyện Tủa Chùa``, ``TP. Hồ Chí Minh``, ``P.5``."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.source import UPPER, Source, Syllable
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE

_BLANK: Final = re.compile(r" {0,4}+(?:\n {0,4}+)?+")
# One pattern a literal: a pattern that begins with one is found much faster.
_SHORT: Final = tuple(
    re.compile(rf"{short}(?: {{0,2}}\. {{0,2}}| {{1,2}}|(?=HCM))(?=[{UPPER}0-9])")
    for short in ("TP", r"T\.P", "Tp", "tp", "TX", r"T\.X", "Tx", "tx", "TT")
) + tuple(re.compile(rf"{short} ?\. {{0,2}}(?=[{UPPER}0-9])") for short in "HQPXhqpx")
_SHORT_UNITS: Final = {
    "h": "huyện",
    "q": "quận",
    "p": "phường",
    "x": "xã",
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
}
_FARM: Final = re.compile(r"(?:Nông|Lâm) [tT]rường ", re.IGNORECASE)
_END_OF_NAME: Final = re.compile(r"\s*(?:[^\w\s]|$|\n|(?:và|với|cùng|hoặc|hay)\s)")
_SUFFIXES: Final = frozenset(
    ("đông", "tây", "nam", "bắc", "trung", "thượng", "hạ", "nội", "ngoại", "chánh", "đoài")
    + ("a", "b", "c", "d", "i", "ii", "iii", "1", "2", "3", "4", "5")
)
_FOREIGN_LETTERS: Final = re.compile(r"[fwz]|[bdfgklrst]{2}|ee|oo(?!n)|[aeiou]h?[bdfjsv]\b")
_NO_NAMES: Final = frozenset(
    ("đảng", "hội", "đoàn", "ban", "bí", "chủ", "phó", "ngày", "trong", "với", "theo", "các")
    + (
        "nhân",
        "việt",
        "nghị",
        "quyết",
        "tại",
        "ubnd",
        "hđnd",
        "mttq",
        "tp",
        "tx",
        "đại",
        "ủy",
        "công",
    )
)
NUMBERED: Final = frozenset(("quận", "phường"))


@lru_cache(maxsize=1)
def _patterns(units: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    return {unit: re.compile(unit.replace(" ", r"\s{1,4}")) for unit in units}


class Announcement:
    """A plural unit word without a name right after it: ``các huyện ven biển ...``."""

    __slots__ = ("end", "level", "unit")

    def __init__(self, end: int, unit: str, level: int) -> None:
        self.end, self.unit, self.level = end, unit, level


def find_heads(source: Source) -> tuple[list[Mention], list[Announcement]]:
    """Return the mentions with a unit word, and the plural unit words that stand alone."""
    found: list[Mention] = []
    alone: list[Announcement] = []
    units = source.words.units
    for unit, pattern in _patterns(tuple(units)).items():
        for match in pattern.finditer(source.lower):
            start, end = match.span()
            if not _is_word(source, unit, start, end):
                continue
            gap = _BLANK.match(source.text, end)
            at = gap.end() if gap else end
            following = source.text[at : at + 1]
            if following == "h" and unit == "xã" and source.lower.startswith("hội", at):
                continue
            several = _announced(source, start)
            if following.isupper() or (following.isdigit() and unit in NUMBERED):
                head = _head(source, start, at, unit, units[unit])
                if head is not None:
                    head.several = several
                    found.append(head)
            elif several:
                alone.append(Announcement(end, unit, units[unit]))
    found += _short_heads(source)
    return found, alone


def _short_heads(source: Source) -> Iterator[Mention]:
    text, units = source.text, source.words.units
    for pattern in _SHORT:
        for match in pattern.finditer(text):
            start, at = match.span()
            if start and (text[start - 1].isalnum() or text[start - 1] in "_/"):
                continue
            short = "".join(c for c in match[0].lower() if c.isalpha())
            unit = _SHORT_UNITS[short]
            head = _head(source, start, at, unit, units[unit])
            if head is not None and (head.rows or short == "tx"):
                yield head


def _is_word(source: Source, unit: str, start: int, end: int) -> bool:
    """Whether the unit word stands for itself; a missing space before a capital is allowed."""
    text, lower = source.text, source.lower
    if start and text[start - 1].isalnum() and not text[start].isupper():
        return (
            lower.endswith(("các", "của", "và"), 0, start) and lower[start - 4 : start - 3] in " "
        )
    if text[end : end + 1].isalpha() and not text[end].isupper():
        return False
    before = lower[max(0, start - 6) : start].rstrip()
    if unit == "huyện" and before.endswith((" bà", "\nbà")):
        return False
    return not (before.endswith("giáo") or (unit == "xã" and before.endswith("thị")))


def _announced(source: Source, start: int) -> int:
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


def _head(source: Source, start: int, at: int, unit: str, level: int) -> Mention | None:
    """Read the name at ``at`` that belongs to the unit word at ``start``."""
    text, lower, words = source.text, source.lower, source.words
    farm = _FARM.match(text, at) if unit == "thị trấn" else None
    read = source.read(farm.end() if farm else at)
    if not read:
        return None
    opening = lower[read[0].start : read[0].end]
    capitals = text[read[0].start : read[0].end].isupper() and len(opening) > 1
    if opening in ("thành", "thị") and len(read) > 1:
        if lower[read[1].start : read[1].end] in ("phố", "ủy", "xã", "trấn"):
            return None
    if text[read[0].end : read[0].end + 3] in (" ủy", " ph", " xã", " tr"):
        return None
    if opening in words.stops or (capitals and opening in words.capital_stops):
        return None
    count, key = (0, "") if farm else known_name(source, read, level)
    if text.startswith("HCM", at) and level & PROVINCE:
        count, key = 1, "hồ chí minh"
    if not count:
        count = 2 if farm else unknown_name(source, read, start, level)
        if not count or count > len(read) or unit == "đặc khu":
            return None
        key = ("nông trường " if farm else "") + source.key(read[:count])
    if level == PROVINCE | DISTRICT:
        level = PROVINCE if key in words.cities else DISTRICT
        if not source.known.find(key, level):
            return None
    end = read[count - 1].end
    rows = source.known.find(key, level)
    if not rows and (key in words.foreign or source.is_foreign or source.near_foreign(start, end)):
        return None
    if source.followed_by_foreign(end):
        return None
    rule = "unit-word" if rows else "unit-word-unknown-name"
    return Mention(start, end, at, key, level, unit, rule, rows)


def known_name(source: Source, read: list[Syllable], level: int) -> tuple[int, str]:
    """Return the length and key of the name of a known unit, or of one made by a suffix."""
    count, key = source.name(read, level)
    if not count or count == len(read) or not level & (DISTRICT | COMMUNE):
        return count, key
    extra = read[count]
    if extra.joint != " ":
        return count, key
    if count == 1 and key.isalpha() and not source.text[read[0].start : extra.end].isupper():
        return 0, ""
    suffix = source.lower[extra.start : extra.end]
    if count < 4 and suffix in _SUFFIXES and not key.isdigit():
        return count + 1, source.key(read[: count + 1])
    return count, key


def unknown_name(source: Source, read: list[Syllable], start: int, level: int) -> int:
    """How many syllables make the name of a unit that the gazetteer does not know; 0 for none."""
    text, lower, words = source.text, source.lower, source.words
    if level & PROVINCE or text[read[0].start].isdigit():
        return 0
    line = 1
    while line < len(read) and read[line].joint in (" ", ""):
        if text[read[line].start].isdigit():
            break
        line += 1
    first = lower[read[0].start : read[0].end]
    follows = text[read[line - 1].end : read[line - 1].end + 2]
    if first in _NO_NAMES or "\n" in text[start : read[0].start]:
        return 0
    if len(first) == 1 and (line == 1 or first not in "ayi"):
        return 0
    if line == 1 and not _END_OF_NAME.match(lower, read[0].end):
        return 0
    if text[read[0].start : read[line - 1].end].isupper() and (
        line > 3 or not _END_OF_NAME.match(lower, read[line - 1].end)
    ):
        return 0
    for cut in range(2, line - 1):
        if lower[read[cut].start : read[cut].end] in words.surnames:
            line = cut
            break
    if line > 2 and first in words.surnames:
        before = lower[max(0, start - 40) : start]
        if any(title in before for title in words.titles):
            return 0
    if follows[:1] == "-" and follows[1:].islower():
        return 0
    count = line if line <= 3 else 2
    if any(_FOREIGN_LETTERS.search(lower, s.start, s.end) for s in read[:count]):
        return 0
    return count
