"""Mentions with a unit word, and the names that share it (``các huyện A, B và thị xã C``)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from vnpolitext.places.gazetteer import COMMUNE, DISTRICT, PROVINCE, Gazetteer
from vnpolitext.places.lexicon import Words, words
from vnpolitext.places.mention import Mention
from vnpolitext.places.names import LOWER, UPPER, Syllable, longest_name, syllables
from vnpolitext.text import View

_BLANK: Final = re.compile(r" {0,4}(?:\n {0,4})?")
_SHORT: Final = re.compile(
    r"(?<!\w)(?:(?P<tp>T\.?P|Tp|tp)|(?P<tx>T\.?X|Tx|tx)|(?P<tt>TT)|[HhQqPpXx](?= ?\.))"
    rf"(?: {{0,2}}\. {{0,2}}| {{1,2}}|(?=HCM))(?=[{UPPER}0-9])"
)
_SHORT_UNITS: Final = {
    "h": "huyện",
    "q": "quận",
    "p": "phường",
    "x": "xã",
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
}
_NEXT: Final = re.compile(
    r"(?:\s{0,4}\([^()\n]{0,160}\))?"
    r"\s{0,4}(?:[,;/+]\s{0,4}(?:(?:và|cùng|hoặc)\s{1,4})?|-\s{0,2}|(?:và|với|cùng|hoặc|hay|đến)\s{1,4})"
)
_ENDS: Final = re.compile(r"\s*(?:[^\w\s]|$|\n|(?:và|với|cùng|hoặc|hay)\s)")
_PLURAL: Final = re.compile(r"(?:\d|\w+)(?=\s{1,3}$)")
_LIST_GAP: Final = re.compile(rf"[^{UPPER}.;!?\n()0-9]{{0,60}}")
_SUFFIXES: Final = frozenset(
    "đông tây nam bắc trung thượng hạ nội ngoại chánh đoài a b c d i ii iii 1 2 3 4 5".split()
)
_FOREIGN_LETTERS: Final = re.compile(r"[fwz]|[bdfgklrst]{2}|ee|oo(?!n)")
_NO_NAMES: Final = frozenset(
    "đảng ủy hội đoàn ban bí chủ phó ngày trong với theo các nhân việt nghị quyết tại".split()
)
NUMBERED: Final = frozenset(("quận", "phường"))


@dataclass(frozen=True, slots=True)
class Heads:
    """Unit words of a text: mentions, and where plural ones stand without a name."""

    mentions: list[Mention]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    tail = {"xã": r"(?! ?hội)"}
    return {
        unit: re.compile(unit.replace(" ", r"\s{1,4}") + tail.get(unit, ""))
        for unit in words().units
    }


def find_heads(view: View, known: Gazetteer) -> list[Mention]:
    """Return the mentions with a unit word and those coordinated with them, in text order."""
    cues = words()
    text, lower = view.text, view.lower
    found: list[Mention] = []
    for unit, pattern in _patterns().items():
        level = cues.units[unit]
        for match in pattern.finditer(lower):
            start, end = match.span()
            if start and text[start - 1].isalnum() and not text[start].isupper():
                continue
            if unit == "xã" and lower[max(0, start - 6) : start].rstrip().endswith("thị"):
                continue
            gap = _BLANK.match(text, end)
            at = gap.end() if gap else end
            following = text[at : at + 1]
            if at == end and following.isalpha() and not following.isupper():
                continue
            several = _announced(lower, start, cues)
            if following.isupper() or (following.isdigit() and unit in NUMBERED):
                head = _named(view, known, cues, start, at, unit, level)
                if head is None:
                    continue
                if several:
                    head.start = head.name
                    head.rule = "plural"
                found.append(head)
                found += _others(view, known, cues, head, several)
            elif several:
                found += _announced_list(view, known, cues, end, unit, level)
    for match in _SHORT.finditer(text):
        short = match.lastgroup or match[0][0].lower()
        unit = _SHORT_UNITS[short]
        head = _named(view, known, cues, match.start(), match.end(), unit, cues.units[unit])
        if head is not None and (head.rows or len(short) > 1):
            found.append(head)
            found += _others(view, known, cues, head, several=False)
    return _without_overlaps(found)


def _without_overlaps(found: list[Mention]) -> list[Mention]:
    found.sort(key=lambda m: (m.name, m.start))
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept


def _announced(lower: str, start: int, cues: Words) -> bool:
    """Whether a plural word or a number stands right before the unit word."""
    before = lower[max(0, start - 12) : start]
    parts = before.split()
    if not parts or not before.endswith((" ", "\n")):
        return False
    return parts[-1].isdigit() or parts[-1] in cues.plurals


def _named(
    view: View, known: Gazetteer, cues: Words, start: int, at: int, unit: str, level: int
) -> Mention | None:
    """Read the name at ``at`` that belongs to the unit word at ``start``."""
    text, lower = view.text, view.lower
    read = syllables(text, at)
    if not read or lower[read[0].start : read[0].end] in cues.stops.get(unit, ()):
        return None
    count, key = longest_name(known, lower, read, level)
    if lower.startswith("hcm", at) and level & PROVINCE:
        count, key = 1, "hồ chí minh"
    if count and count < len(read) and level & (DISTRICT | COMMUNE) and count < 4:
        extra = read[count]
        if (
            extra.joint == " "
            and lower[extra.start : extra.end] in _SUFFIXES
            and not (read[0].end - read[0].start <= 2 and text[read[0].start].isdigit())
        ):
            count, key = count + 1, ""
    rows = known.find(key, level)
    if not count:
        count = _unknown(text, lower, cues, read, unit, level)
    if not count:
        return None
    end = read[count - 1].end
    key = key or " ".join(lower[s.start : s.end] for s in read[:count])
    if level == PROVINCE | DISTRICT:
        level = PROVINCE if key in cues.cities else DISTRICT
        rows = known.find(key, level)
        if not rows:
            return None
    if not rows and (level == PROVINCE or key in cues.foreign):
        return None
    if key in cues.foreign and not rows:
        return None
    rule = "unit-word" if rows else "unit-word-unknown-name"
    return Mention(start, end, at, key, level, unit, rule, rows)


def _unknown(
    text: str, lower: str, cues: Words, read: list[Syllable], unit: str, level: int
) -> int:
    """How many syllables make the name of a unit that the gazetteer does not know."""
    if level & PROVINCE or text[read[0].start].isdigit():
        return 0
    line = 1
    while (
        line < len(read) and read[line].joint in (" ", "") and not text[read[line].start].isdigit()
    ):
        line += 1
    first = lower[read[0].start : read[0].end]
    if first in _NO_NAMES or (line == 1 and len(first) == 1):
        return 0
    if text[read[0].start : read[line - 1].end].isupper() and (
        line > 3 or not _ENDS.match(lower, read[line - 1].end)
    ):
        return 0
    for cut in range(2, line - 1):
        if lower[read[cut].start : read[cut].end] in cues.surnames:
            line = cut
            break
    count = line if line <= 3 else 2
    end = read[count - 1].end
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        return 0
    if any(_FOREIGN_LETTERS.search(lower, s.start, s.end) for s in read[:count]):
        return 0
    return count


def _others(
    view: View, known: Gazetteer, cues: Words, head: Mention, several: bool
) -> list[Mention]:
    """Names after ``head`` that share its unit word."""
    text, lower = view.text, view.lower
    level = head.level
    found: list[Mention] = []
    at, limit = head.end, 400
    assert head.unit is not None  # noqa: S101 - heads have one
    while limit and (joint := _NEXT.match(lower, at)):
        limit -= 1
        start = joint.end()
        if not (text[start : start + 1].isupper() or text[start : start + 1].isdigit()):
            break
        if text[start].isdigit() and not text[head.name].isdigit():
            break
        read = syllables(text, start)
        count, key = longest_name(known, lower, read, level) if read else (0, "")
        rows = known.find(key, level)
        if count:
            if not several and _contains(known, key, head):
                break
            if not several and "-" in joint[0]:
                break
        elif not several or not read:
            break
        else:
            if known.masks.get(longest_name(known, lower, read, 7)[1]):
                break
            if lower[read[0].start : read[0].end] in cues.surnames and len(read) > 2:
                break
            count = _unknown(text, lower, cues, read, head.unit, level)
            if count < 2 or not _ENDS.match(lower, read[count - 1].end):
                break
            key = " ".join(lower[s.start : s.end] for s in read[:count])
        end = read[count - 1].end
        found.append(Mention(start, end, start, key, level, head.unit, "coordination", rows))
        at = end
    return found


def _announced_list(
    view: View, known: Gazetteer, cues: Words, at: int, unit: str, level: int
) -> list[Mention]:
    """Names after a plural unit word and a few more words (``các huyện ven biển A, B``)."""
    text, lower = view.text, view.lower
    gap = _LIST_GAP.match(text, at)
    start = gap.end() if gap else at
    if not text[start : start + 1].isupper():
        return []
    read = syllables(text, start)
    count, key = longest_name(known, lower, read, level)
    if not count or (count < len(read) and read[count].joint == " "):
        return []
    if level == PROVINCE | DISTRICT:
        level = PROVINCE if key in cues.cities else DISTRICT
    rows = known.find(key, level)
    if not rows:
        return []
    end = read[count - 1].end
    head = Mention(start, end, start, key, level, unit, "plural", rows)
    return [head, *_others(view, known, cues, head, several=True)]


def _contains(known: Gazetteer, key: str, head: Mention) -> bool:
    """Whether a unit named ``key`` of a higher level contains the head by the gazetteer."""
    hosts = {i for i in known.find(key) if known.rows[i][3] < head.level}
    if not hosts:
        return False
    for row in head.rows:
        parent = known.parent(row)
        while parent is not None:
            if parent in hosts:
                return True
            parent = known.parent(parent)
    return False
