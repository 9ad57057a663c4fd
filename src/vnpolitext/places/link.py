"""Linking mentions to units of the gazetteer, by date, containment and the places around."""

from collections import Counter
from collections.abc import Callable, Hashable
from typing import Final, TypeVar

from vnpolitext.places.existing import existing, has_home, of_age
from vnpolitext.places.in_time import InTime
from vnpolitext.places.labels import is_next_field
from vnpolitext.places.main_district import follow_main_district
from vnpolitext.places.mention import Mention
from vnpolitext.places.same_rows import SameRows
from vnpolitext.places.source import PlaceText
from vnpolitext.places.succession import follow_successions, is_now
from vnpolitext.places.together import follow_pairs, follow_rows
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE, REFORM, Gazetteer, name_key
from vnpolitext.text.patterns import lazy_pattern

_NEXT: Final = 24
_HOST: Final = lazy_pattern(r"\s*+(?:[,(-]|thuộc|của|ở|tại)?\s*+(?:nay )?(?:thuộc|của)?\s*+")

_By = TypeVar("_By", bound=Hashable)


def link(source: PlaceText, mentions: list[Mention], home: int | None) -> None:
    """Narrow the rows of every mention, in place; one row left means it is linked.

    Args:
        source: The text.
        mentions: Its mentions in text order, with their hosts.
        home: Row of the province the publisher is at home in, if known.
    """
    in_time, chosen = InTime(source, mentions), _Chosen(source.known)
    _follow_old(source, mentions)
    hosts = {mention.host for mention in mentions}
    for index, mention in enumerate(mentions):
        mention.rows = of_age(source, mention, holds=index in hosts)
        if mention.level != PROVINCE:
            mention.rows = existing(source, mentions, mention)
        if mention.host is not None and len(mention.rows) > 1:
            mention.rows = _inside_next(chosen, mention, mentions[mention.host])
        if len(mention.rows) > 1 or (mention.level == COMMUNE and mention.rows):
            mention.rows = in_time.rows(mention)
    follow_rows(source, mentions)
    follow_pairs(source, mentions)
    _follow_new(source.known, mentions)
    _follow_guests(source.known, mentions)
    at_home = source.known.rows[home][1] if home is not None else None
    for level in (PROVINCE, DISTRICT, COMMUNE):
        follow_successions(source, mentions, level)
        _narrow(chosen, mentions, level, at_home)
    follow_main_district(source, mentions)
    _follow_namesakes(mentions)
    _check(source, chosen, mentions, at_home)


def find_hosts(source: PlaceText, mentions: list[Mention]) -> None:
    """Find the mentions that a higher unit follows at once, as in ``xã A (huyện B, tỉnh C)``."""
    for index in range(len(mentions) - 2, -1, -1):
        mention, follower = mentions[index], mentions[index + 1]
        if follower.level > mention.level:
            continue
        if follower.level == mention.level and follower.host is None:
            continue
        if not _follows(source, mention, follower):
            continue
        if follower.level < mention.level:
            if not _is_row(source, mention, follower):
                mention.host = index + 1
        elif "(" not in source.lower[mention.end : follower.start]:
            mention.host = follower.host


def _follows(source: PlaceText, mention: Mention, follower: Mention) -> bool:
    """Whether what a unit is in follows it at once, or in the next field of a form."""
    end, start = mention.end, follower.start
    if follower.level < mention.level and is_next_field(source, end, start):
        return True
    if start - end >= _NEXT:
        return False
    if source.text.startswith(")", end) and is_now(source.lower[max(0, end - 60) : mention.start]):
        end += 1  # "thị xã A (nay là xã B), tỉnh C"
    return _HOST.fullmatch(source.lower, end, start) is not None


def _is_row(source: PlaceText, mention: Mention, follower: Mention) -> bool:
    """Whether two bare names are only in a row, as in ``Đà Lạt, Quảng Ninh``."""
    known = source.known
    if mention.unit or follower.unit or source.lower[mention.end : follower.start].strip() != ",":
        return False
    return bool(mention.rows) and not any(
        has_home(known, follower.key, row)
        or ((parent := known.parent(row)) is not None and parent in follower.rows)
        for row in mention.rows
    )


def _follow_old(source: PlaceText, mentions: list[Mention]) -> None:
    """Let a district decide that the province which follows is one of before the reform."""
    known = source.known
    for mention in mentions:
        host = None if mention.host is None else mentions[mention.host]
        if host is None or host.level != PROVINCE or len(host.rows) < 2 or mention.unit is None:
            continue
        told_now = is_now(source.lower[max(0, host.start - _NEXT) : host.start])
        if _is_district_of_then(source, mention) and not told_now:
            host.rows = tuple(i for i in host.rows if known.rows[i][5] != REFORM) or host.rows


def _follow_new(known: Gazetteer, mentions: list[Mention]) -> None:
    """Let a commune that exists only since the reform decide which of two provinces has it."""
    for mention in mentions:
        host = None if mention.host is None else mentions[mention.host]
        if mention.level != COMMUNE or host is None or host.level != PROVINCE or not mention.rows:
            continue
        if all(known.rows[row][5] == REFORM for row in mention.rows):
            named = known.find(host.key, PROVINCE)
            host.rows = tuple(i for i in named if known.is_valid(i, REFORM)) or host.rows


def _follow_guests(known: Gazetteer, mentions: list[Mention]) -> None:
    """Let the communes of ``các xã A, B (huyện C)`` decide which C is meant."""
    votes: dict[int, Counter[int | None]] = {}
    for mention in mentions:
        if mention.host is not None and len(mentions[mention.host].rows) > 1:
            around = {known.parent(row) for row in mention.rows}
            votes.setdefault(mention.host, Counter()).update(around)
    for index, guests in votes.items():
        host = mentions[index]
        most = max(guests[row] for row in host.rows)
        host.rows = tuple(row for row in host.rows if guests[row] == most)


def _inside_next(chosen: "_Chosen", mention: Mention, host: Mention) -> tuple[int, ...]:
    """Rows inside the district that follows, or inside the province that follows a commune."""
    if host.level == PROVINCE and mention.level == COMMUNE:
        return chosen.prefer(mention.rows, has_home, host.key)
    if host.level == DISTRICT:
        return chosen.prefer(mention.rows, _inside, host.rows)
    return mention.rows


def _follow_namesakes(mentions: list[Mention]) -> None:
    """Let a mention that is decided decide the next ones of its name that are not."""
    decided: dict[tuple[str, int], tuple[int, ...]] = {}
    for mention in (*mentions, *reversed(mentions)):
        name = mention.key, mention.level
        if len(mention.rows) == 1:
            decided[name] = mention.rows
        elif name in decided and set(decided[name]) <= set(mention.rows):
            mention.rows = decided[name]


def _narrow(chosen: "_Chosen", mentions: list[Mention], level: int, home: str | None) -> None:
    """Decide between units of one name at ``level``; higher levels are decided already."""
    known = chosen.known
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.level < level and len(mention.rows) == 1:
            counts.update(known.homes(mention.rows[0]))
    common = _most(counts)
    always = tuple(filter(None, (frozenset((home,) if home else ()), common)))
    around: tuple[frozenset[str], ...] = always
    district: int | None = None
    for mention in mentions:
        if mention.level == level and len(mention.rows) > 1:
            host = None if mention.host is None else mentions[mention.host]
            rows = _by_place(chosen, mention.rows, host, district)
            for names in around:
                rows = chosen.prefer(rows, _is_of, names)
            if mention.unit is not None:
                rows = chosen.prefer(rows, _is_type, mention.unit)
            mention.rows = chosen.prefer(rows, _has_key, mention.key)
        if len(mention.rows) == 1 and mention.level <= level:
            row = mention.rows[0]
            own = known.rows[known.province_of(row)][1]
            around = (frozenset((own,)), known.homes(row), *always)
            if mention.level != COMMUNE:
                district = row if mention.level == DISTRICT else None


def _most(counts: Counter[str]) -> frozenset[str]:
    """The provinces named most; where one became another, both are."""
    most = max(counts.values(), default=0)
    return frozenset(name for name, count in counts.items() if count == most)


class _Chosen:
    """What was preferred of the same rows before."""

    def __init__(self, known: Gazetteer) -> None:
        self.known = known
        self._chosen: SameRows[tuple[int, ...]] = SameRows()

    def prefer(
        self, rows: tuple[int, ...], wanted: Callable[[Gazetteer, _By, int], bool], by: _By
    ) -> tuple[int, ...]:
        """Return the rows that are wanted by something, all if none is."""
        return rows if len(rows) < 2 else self.keep(rows, wanted, by) or rows

    def keep(
        self, rows: tuple[int, ...], wanted: Callable[[Gazetteer, _By, int], bool], by: _By
    ) -> tuple[int, ...]:
        """Return the rows that are wanted by something."""
        chosen = self._chosen.of(rows)
        found = chosen.get((wanted, by))
        if found is None:
            found = tuple(row for row in rows if wanted(self.known, by, row))
            chosen[wanted, by] = found
        return found


def _by_place(
    chosen: _Chosen, rows: tuple[int, ...], host: Mention | None, district: int | None
) -> tuple[int, ...]:
    """Rows inside the unit that follows, or inside the district named last."""
    if host is not None:
        if host.level == PROVINCE:
            rows = chosen.prefer(rows, _directly_inside, host.rows)
            rows = chosen.prefer(rows, _inside_named, host.rows)
        else:
            rows = chosen.prefer(rows, _inside, host.rows)
    return rows if district is None else chosen.prefer(rows, _is_part, district)


def _directly_inside(known: Gazetteer, provinces: tuple[int, ...], row: int) -> bool:
    return known.province_of(row) in provinces


def _inside_named(known: Gazetteer, provinces: tuple[int, ...], row: int) -> bool:
    return _is_of(known, frozenset(known.rows[up][1] for up in provinces), row)


def _inside(known: Gazetteer, hosts: tuple[int, ...], row: int) -> bool:
    return known.parent(row) in hosts


def _is_part(known: Gazetteer, district: int, row: int) -> bool:
    return known.parent(row) == district


def _is_type(known: Gazetteer, unit: str, row: int) -> bool:
    return known.rows[row][2] == unit


def _is_district_of_then(source: PlaceText, host: Mention) -> bool:
    """Whether a commune stands in a district that was there, as none is since the reform."""
    is_city = host.key in source.words.cities
    return host.level == DISTRICT and not (is_city or source.lower.startswith(" cũ", host.end))


def _is_older(known: Gazetteer, day: str, row: int) -> bool:
    return known.rows[row][5] < day


def _has_key(known: Gazetteer, key: str, row: int) -> bool:
    """Whether the name is the unit's own, not another spelling of it."""
    return name_key(known.rows[row][1]) == key


def _is_of(known: Gazetteer, names: frozenset[str], row: int) -> bool:
    return not names.isdisjoint(known.homes(row))


def _check(source: PlaceText, chosen: "_Chosen", mentions: list[Mention], home: str | None) -> None:
    """Take back links that contradict what the text says of the unit's place."""
    known = chosen.known
    counts: Counter[str] = Counter()
    for mention in mentions:
        sure = mention.level != COMMUNE and known.republican.isdisjoint(mention.rows)
        if sure and len(mention.rows) == 1:
            counts.update(known.homes(mention.rows[0]))
    spoken = {home, *counts} if home else set(counts)
    common = _most(counts) if max(counts.values(), default=0) >= _OFTEN else frozenset()
    for index, mention in enumerate(mentions):
        if mention.level == PROVINCE or not mention.rows:
            continue
        host = mentions[index + 1] if mention.host == index + 1 else None
        if host is not None and len(host.rows) == 1:
            around = known.homes(host.rows[0])
            mention.rows = chosen.keep(mention.rows, _is_of, around)
            if _is_district_of_then(source, host):
                mention.rows = chosen.keep(mention.rows, _is_older, REFORM)
        elif spoken and (mention.level == COMMUNE or known.republican.issuperset(mention.rows)):
            mention.unsure = all(
                spoken.isdisjoint(known.homes(row)) for row in mention.rows
            ) or _is_elsewhere(known, mention, common)


_OFTEN: Final = 5


def _is_elsewhere(known: Gazetteer, mention: Mention, common: frozenset[str]) -> bool:
    """Whether the province named most has a unit of the name, if of another type than this one."""
    if mention.unit is None or any(_is_of(known, common, row) for row in mention.rows):
        return False
    return any(_is_of(known, common, row) for row in known.find(mention.key, COMMUNE))
