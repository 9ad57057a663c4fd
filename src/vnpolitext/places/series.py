"""Names that share a unit word: ``các huyện A, B và C``, ``xã A, B``, ``các xã ven biển A, B``."""

from operator import attrgetter
from typing import Final

from vnpolitext.places.heads import Announcement
from vnpolitext.places.labels import labelled
from vnpolitext.places.mention import Mention
from vnpolitext.places.naming import known_name, unknown_name
from vnpolitext.places.source import PlaceText, Syllable
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

_NEXT: Final = lazy_pattern(
    r"(?:\s{0,4}+\([^()\n]{0,160}+\))?+"
    r"\s{0,4}+(?:[,;/+]\s{0,4}+(?:(?:và|cùng|hoặc)\s{1,4}+)?+|-\s{0,2}+|(?:và|với|cùng|hoặc|hay)\s{1,4}+)"
)
_END_OF_ITEM: Final = lazy_pattern(
    r"\s*+(?:[^\w\s]|$|\n|(?:và|với|cùng|hoặc|hay|thành|của|thuộc|vào|để|sang|về|được|có|đã"
    r"|quận|huyện|thị xã|tp)\W)"
)
_GAP: Final = lazy_pattern(rf"[^{UPPER}.;!?\n()0-9]{{0,60}}+")
_LEVEL_LIST: Final = lazy_pattern(r"đơn vị hành chính cấp xã[^:\n]{0,80}:\s{0,3}+")
_HOSTS: Final = frozenset(
    ("của", "thuộc", "ở", "tại", "từ", "đến", "về", "trên", "cho", "do", "với", "và")
)
_LONGEST_SERIES: Final = 500


def spread(source: PlaceText, heads: list[Mention], alone: list[Announcement]) -> list[Mention]:
    """Return ``heads`` and the names that share their unit words, in text order, no overlaps."""
    found: list[Mention] = []
    for head in heads:
        others = _others(source, head)
        if head.several == 2 or (head.several and (others or _goes_on(source, head.end))):
            head.start, head.rule = head.name, "plural"
        found += (head, *others)
    for announcement in alone:
        found += _announced(source, announcement)
    for match in _LEVEL_LIST.finditer(source.lower):
        found += _announced(source, Announcement(match.end(), "xã", COMMUNE))
    found += labelled(source)
    found.sort(key=attrgetter("name", "start"))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _others(source: PlaceText, head: Mention) -> list[Mention]:
    found: list[Mention] = []
    at = head.end
    if head.unit in source.words.old_units and not head.several:
        return found  # "châu A, B": B is more often what A is in.
    while len(found) < _LONGEST_SERIES and (joint := _NEXT.match(source.lower, at)):
        start = joint.end()
        opening = source.text[start : start + 1]
        if not (opening.isupper() or opening.isdigit()):
            break
        if source.lower.startswith(_unit_words(source), start):
            break  # It has a unit word of its own: "6 phường: A, Phường B".
        read = source.read(start)
        count, key = _item(source, head, read, "-" in joint[0]) if read else (0, "")
        if not count:
            break
        if key.isdigit() and not _is_number_of_unit(source, head, read[0].end):
            break
        end = read[count - 1].end
        if count == 1 and not (key.isdigit() or _END_OF_ITEM.match(source.lower, end)):
            break
        rows = source.known.find(key, head.level)
        found.append(Mention(start, end, start, key, head.level, head.unit, "coordination", rows))
        at = end
    return found


def _unit_words(source: PlaceText) -> tuple[str, ...]:
    return tuple(f"{unit} " for unit in source.words.units)


def _is_number_of_unit(source: PlaceText, head: Mention, end: int) -> bool:
    """Whether a number before ``end`` goes on a series, and does not mark an item of a list."""
    if not _END_OF_ITEM.match(source.lower, end):
        return False
    return head.key.isdigit() or source.text[end : end + 1] not in {")", "."}


def _goes_on(source: PlaceText, end: int) -> bool:
    """Whether a joining word and another capital follow (``hai tỉnh Quảng Nam và Quảng Đà``)."""
    joint = _NEXT.match(source.lower, end)
    return (
        joint is not None
        and joint[0].strip() == "và"
        and source.text[joint.end() : joint.end() + 1].isupper()
    )


def _item(source: PlaceText, head: Mention, read: list[Syllable], dash: bool) -> tuple[int, str]:
    """Length and key of the next name of the series; 0 where the series ends."""
    count, key = known_name(source, read, head.level)
    if count and source.known.find(key, head.level):
        if not head.several and _is_outlived(source, head, key):
            return 0, ""
        goes_on = head.several or (
            not _contains(source, key, head)
            if not dash
            else _sisters(source, key, head) and not source.known.find(key, PROVINCE)
        )
        return (count, key) if goes_on else (0, "")
    listed = source.name(read, PROVINCE | DISTRICT | COMMUNE)[0] and not count
    if not head.several or head.level == PROVINCE or listed:
        return 0, ""
    count = count or unknown_name(source, read, read[0].start, head.level)
    person = source.lower[read[0].start : read[0].end] in source.words.surnames
    ended = count and _END_OF_ITEM.match(source.lower, read[count - 1].end)
    if not ended or count < 2 or (person and count > 2):
        return 0, ""
    return count, source.key(read[:count])


def _is_outlived(source: PlaceText, head: Mention, key: str) -> bool:
    """Whether a district has the name, and the province of it ended long before the head did.

    ``UBND tỉnh Tiền Giang, Gò Công là ...``
    """
    known = source.known
    if head.level != PROVINCE or not known.find(key, DISTRICT):
        return False
    when = source.when_at(head.start, head.end)
    ends = [known.rows[row][6] for row in known.find(key, PROVINCE)]
    return (
        when is not None
        and all("" < end <= when for end in ends)
        and any(known.is_valid(row, when) for row in head.rows)
    )


def _announced(source: PlaceText, announcement: Announcement) -> list[Mention]:
    """Names after a plural unit word and a few more words."""
    gap = _GAP.match(source.text, announcement.end)
    start = gap.end() if gap else announcement.end
    between = source.lower[announcement.end : start].split()
    if source.text.startswith("(", start):  # "5 phường hiện có (A, B)"
        start += 1
    last = between[-1] if between else ""
    if "nhất" in between:
        return []  # "Tỉnh có nhiều xã nhất là A"
    if not source.text[start : start + 1].isupper() or last in _HOSTS or last in source.words.units:
        return []
    read = source.read(start)
    level = announcement.level
    count, key = source.name(read, level)
    if not count or (count < len(read) and read[count].joint == " "):
        return []
    if level == PROVINCE | DISTRICT:
        level = source.city_level(key, start, read[count - 1].end)
    rows = source.known.find(key, level)
    end = read[count - 1].end
    first = Mention(start, end, start, key, level, announcement.unit, "plural", rows, several=2)
    others = _others(source, first)
    introduced = not between or last in ("như", "là", "gồm") or ":" in last
    return [first, *others] if rows and (others or introduced) else []


def _sisters(source: PlaceText, key: str, head: Mention) -> bool:
    """Whether units named ``key`` stand in the same province as the head."""
    known = source.known
    provinces = {known.province_of(row) for row in head.rows}
    return any(known.province_of(row) in provinces for row in known.find(key, head.level))


def _contains(source: PlaceText, key: str, head: Mention) -> bool:
    """Whether a unit named ``key`` of a higher level contains the head by the gazetteer."""
    known = source.known
    hosts = {row for row in known.find(key) if known.rows[row][3] < head.level}
    for row in head.rows if hosts else ():
        parent = known.parent(row)
        while parent is not None:
            if parent in hosts:
                return True
            parent = known.parent(parent)
    return False
