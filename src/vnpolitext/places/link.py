"""Linking mentions to units of the gazetteer, by date, containment and the places around."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from operator import itemgetter
from typing import Final

from vnpolitext.places.existing import existing
from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText
from vnpolitext.places.succession import follow_successions, is_now
from vnpolitext.places.together import follow_rows
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE, REFORM, Gazetteer, name_key
from vnpolitext.text.patterns import lazy_pattern

_HOST: Final = lazy_pattern(r"\s*+(?:[,(-]|thuộc|của|ở|tại)?\s*+(?:nay )?(?:thuộc|của)?\s*+")
_THEN: Final = lazy_pattern(r"\s*+[,(]?\s*+(?:cũ|trước đây|trước kia|cũ\))(?!\w)")
_NEW: Final = lazy_pattern(
    r"\s*+\(?\s*+(?:mới|sau (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất)(?! theo))(?!\w)"
)
# "Tòa án nhân dân khu vực 7 - Đồng Nai": there are such since the reform.
_OF_REGION: Final = lazy_pattern(
    r"(?:tòa án nhân dân|tand|viện kiểm sát nhân dân|vksnd) khu vực \d{1,2}[\s*]{0,6}- ?$"
)
_ANNOUNCED: Final = "2025-03-01"
_FARTHEST_VERB: Final = 400
_FARTHEST_COURT: Final = 48
_NEAR: Final = 30
_FAR: Final = 60


def link(source: PlaceText, mentions: list[Mention], home: int | None) -> None:
    """Narrow the rows of every mention, in place; one row left means it is linked.

    Args:
        source: The text.
        mentions: Its mentions in text order, with their hosts.
        home: Row of the province the publisher is at home in, if known.
    """
    for mention in mentions:
        if mention.level != PROVINCE:
            mention.rows = existing(source, mentions, mention)
        if len(mention.rows) > 1:
            mention.rows = _inside_next(source.known, mentions, mention)
        is_typed = mention.level != PROVINCE or (
            mention.unit == "tỉnh" and mention.rule in ("unit-word", "body")
        )
        if len(mention.rows) > 1 and is_typed:
            mention.rows = _of_type(source.known, mention.rows, mention.unit)
        if len(mention.rows) > 1 or (mention.level == COMMUNE and mention.rows):
            mention.rows = _in_time(source, mentions, mention)
    follow_rows(source, mentions)
    _follow_new(source.known, mentions)
    _follow_guests(source.known, mentions)
    at_home = source.known.rows[home][1] if home is not None else None
    for level in (PROVINCE, DISTRICT, COMMUNE):
        follow_successions(source, mentions, level)
        _narrow(source.known, mentions, level, at_home)
    _follow_namesakes(mentions)
    _check(source.known, mentions, at_home)


def find_hosts(source: PlaceText, mentions: list[Mention]) -> None:
    """Find the mentions that a higher unit follows at once, as in ``xã A (huyện B, tỉnh C)``."""
    for index in range(len(mentions) - 2, -1, -1):
        mention, follower = mentions[index], mentions[index + 1]
        if follower.start - mention.end >= 24:
            continue
        end = mention.end
        if source.text.startswith(")", end) and is_now(
            source.lower[max(0, end - 60) : mention.start]
        ):
            end += 1  # "thị xã A (nay là xã B), tỉnh C"
        if not _HOST.fullmatch(source.lower, end, follower.start):
            continue
        if follower.level < mention.level:
            if not _is_row(source, mention, follower):
                mention.host = index + 1
        elif (
            follower.level == mention.level
            and "(" not in source.lower[mention.end : follower.start]
        ):
            mention.host = follower.host


def _is_row(source: PlaceText, mention: Mention, follower: Mention) -> bool:
    """Whether two bare names are only in a row, as in ``Đà Lạt, Quảng Ninh``."""
    known = source.known
    if mention.unit or follower.unit or source.lower[mention.end : follower.start].strip() != ",":
        return False
    return bool(mention.rows) and not any(
        follower.key in map(name_key, known.homes(row))
        or ((parent := known.parent(row)) is not None and parent in follower.rows)
        for row in mention.rows
    )


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


def _in_time(source: PlaceText, mentions: list[Mention], mention: Mention) -> tuple[int, ...]:
    """Rows of the time that the text gives the mention."""
    known, rows = source.known, mention.rows
    told = None if mention.level == DISTRICT else _told(source, mentions, mention, rows)
    if told is not None or len(rows) == 1:
        return rows if told is None else told
    told_of = source.when_at(mention.start, mention.end)
    valid: tuple[int, ...] = ()
    for when in filter(None, (told_of, source.when)):
        # What was there then and is there now, too, is meant rather than what ended.
        if len(valid) != 1:
            valid = _on(known, valid or rows, when) or valid
    if valid or (mention.level == COMMUNE and source.when is None):
        return valid or rows
    return _nearest(known, rows, source.when)


@lru_cache(maxsize=4096)
def _on(known: Gazetteer, rows: tuple[int, ...], when: str) -> tuple[int, ...]:
    """Rows of the units that exist on a day."""
    return tuple(i for i in rows if known.is_valid(i, when))


@lru_cache(maxsize=4096)
def _nearest(known: Gazetteer, rows: tuple[int, ...], when: str | None) -> tuple[int, ...]:
    """Rows of the units that began first where all did after that day, else of the last ones."""
    if when is not None and all(known.rows[i][5] > when for i in rows):
        first = min(known.rows[i][5] for i in rows)
        return tuple(i for i in rows if known.rows[i][5] == first)
    latest = max((known.rows[i][6] or "9999") for i in rows)
    return tuple(i for i in rows if (known.rows[i][6] or "9999") == latest)


def _inside_next(known: Gazetteer, mentions: list[Mention], mention: Mention) -> tuple[int, ...]:
    """Rows inside the district that follows, or inside the province that follows a commune."""
    host = None if mention.host is None else mentions[mention.host]
    if host is not None and host.level == PROVINCE and mention.level == COMMUNE:
        inside = (i for i in mention.rows if host.key in map(name_key, known.homes(i)))
        return tuple(inside) or mention.rows
    if host is None or host.level != DISTRICT:
        return mention.rows
    return tuple(i for i in mention.rows if known.parent(i) in host.rows) or mention.rows


@lru_cache(maxsize=4096)
def _of_type(known: Gazetteer, rows: tuple[int, ...], unit: str | None) -> tuple[int, ...]:
    """Rows of the type that the text gives; a *thị xã* may have become a *thành phố*."""
    alike = _TOWNS if unit in _TOWNS else (unit,)
    return (
        tuple(i for i in rows if known.rows[i][2] == unit)
        or tuple(i for i in rows if known.rows[i][2] in alike)
        or rows
    )


_TOWNS: Final = frozenset({"thị xã", "thành phố"})


def _told(
    source: PlaceText, mentions: list[Mention], mention: Mention, rows: tuple[int, ...]
) -> tuple[int, ...] | None:
    """Rows of the time that words next to the mention give it (``cũ``, ``nay là``), if any do."""
    known, when = source.known, source.when
    lower = source.lower
    if _THEN.match(lower, mention.end):
        # A commune that ended before the gazetteer begins is none of today's.
        return _ended(known, rows, mention.level) or (rows if mention.level != COMMUNE else ())
    recent = when is None or when >= _ANNOUNCED
    became = is_now(lower[max(0, mention.start - _NEAR) : mention.start])
    is_new = _is_new(mentions, mention) and (became or source.is_recent)
    is_new = is_new or (
        recent and _OF_REGION.search(lower, max(0, mention.start - 48), mention.start) is not None
    )
    if (recent and (became or _NEW.match(lower, mention.end))) or is_new:
        return tuple(i for i in rows if known.is_valid(i, REFORM)) or rows
    if recent and mention.level == COMMUNE and _is_merged(source, mention):
        last = {known.province_of(i) for i in rows if known.rows[i][6] == REFORM}
        return tuple(i for i in rows if _is_last(known, i, last)) or rows
    return None


def _is_last(known: Gazetteer, row: int, provinces: set[int]) -> bool:
    """Whether a unit ended in the reform, or before it where its province has no other then."""
    end = known.rows[row][6]
    return end == REFORM or (bool(end) and known.province_of(row) not in provinces)


def _is_new(mentions: list[Mention], mention: Mention) -> bool:
    """Whether a province contains a commune without a district, as only since the reform."""
    host = None if mention.host is None else mentions[mention.host]
    return mention.level == COMMUNE and host is not None and host.level == PROVINCE


def _ended(known: Gazetteer, rows: tuple[int, ...], level: int) -> tuple[int, ...]:
    """The units that ended; of provinces of one name the last one, which is within memory."""
    past = tuple(i for i in rows if known.rows[i][6])
    if level != PROVINCE or not past:
        return past
    last = max(known.rows[i][6] for i in past)
    return tuple(i for i in past if known.rows[i][6] == last)


def _is_merged(source: PlaceText, mention: Mention) -> bool:
    """Whether the sentence merges the unit into another (``sáp nhập xã A và xã B thành``)."""
    verb = bisect_right(source.mergers, mention.start, key=itemgetter(1)) - 1
    if verb < 0 or source.mergers[verb][0] < mention.start - _FARTHEST_VERB:
        return False
    between = source.text[source.mergers[verb][1] : mention.start]
    return " thành " not in between and ". " not in between and "\n\n" not in between


def _follow_namesakes(mentions: list[Mention]) -> None:
    """Let a mention that is decided decide the next ones of its name that are not."""
    decided: dict[tuple[str, int], tuple[int, ...]] = {}
    for mention in (*mentions, *reversed(mentions)):
        name = mention.key, mention.level
        if len(mention.rows) == 1:
            decided[name] = mention.rows
        elif name in decided and set(decided[name]) <= set(mention.rows):
            mention.rows = decided[name]


def _narrow(known: Gazetteer, mentions: list[Mention], level: int, home: str | None) -> None:
    """Decide between units of one name at ``level``; higher levels are decided already."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.level < level and len(mention.rows) == 1:
            counts.update(known.homes(mention.rows[0]))
    common = _most(counts)
    at_home = frozenset((home,) if home else ())
    nearest: tuple[frozenset[str], ...] = ()
    district: int | None = None
    chosen = _Chosen()
    for mention in mentions:
        if mention.level == level and len(mention.rows) > 1:
            host = None if mention.host is None else mentions[mention.host]
            mention.rows = _by_place(known, mention.rows, host, district)
            for names in filter(None, (*nearest, at_home, common)):
                wanted = partial(_is_of, known, names)
                mention.rows = chosen.prefer(mention.rows, names, wanted)
            has_key = partial(_has_key, known, mention.key)
            mention.rows = chosen.prefer(mention.rows, mention.key, has_key)
        if len(mention.rows) == 1 and mention.level <= level:
            row = mention.rows[0]
            own = known.rows[known.province_of(row)][1]
            nearest = (frozenset((own,)), known.homes(row))
            if mention.level != COMMUNE:
                district = row if mention.level == DISTRICT else None


def _most(counts: Counter[str]) -> frozenset[str]:
    """The provinces named most; where one became another, both are."""
    most = max(counts.values(), default=0)
    return frozenset(name for name, count in counts.items() if count == most)


class _Chosen:
    """What was preferred of the same rows before."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[int, ...], Hashable], tuple[int, ...]] = {}

    def prefer(
        self, rows: tuple[int, ...], by: Hashable, wanted: Callable[[int], bool]
    ) -> tuple[int, ...]:
        """Return the rows that are wanted, all if none is; ``by`` names what is wanted."""
        if len(rows) < 2:
            return rows
        found = self._known.get((rows, by))
        if found is None:
            found = self._known[rows, by] = _prefer(rows, wanted)
        return found


def _by_place(
    known: Gazetteer, rows: tuple[int, ...], host: Mention | None, district: int | None
) -> tuple[int, ...]:
    """Rows inside the unit that follows, or inside the district named last."""
    if host is not None:
        rows = _prefer(rows, partial(_directly_inside, known, host))
        rows = _prefer(rows, partial(_inside, known, host))
    return rows if district is None else _prefer(rows, partial(_is_part, known, district))


def _directly_inside(known: Gazetteer, host: Mention, row: int) -> bool:
    return host.level == PROVINCE and known.province_of(row) in host.rows


def _inside(known: Gazetteer, host: Mention, row: int) -> bool:
    if host.level == PROVINCE:
        return _is_of(known, frozenset(known.rows[up][1] for up in host.rows), row)
    return known.parent(row) in host.rows


def _is_part(known: Gazetteer, district: int, row: int) -> bool:
    return known.parent(row) == district


def _has_key(known: Gazetteer, key: str, row: int) -> bool:
    """Whether the name is the unit's own, not another spelling of it."""
    return name_key(known.rows[row][1]) == key


def _is_of(known: Gazetteer, names: frozenset[str], row: int) -> bool:
    return not names.isdisjoint(known.homes(row))


def _check(known: Gazetteer, mentions: list[Mention], home: str | None) -> None:
    """Take back links that contradict what the text says of the unit's place."""
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
            mention.rows = tuple(
                row for row in mention.rows if not around.isdisjoint(known.homes(row))
            )
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


def _prefer(rows: tuple[int, ...], wanted: Callable[[int], bool]) -> tuple[int, ...]:
    if len(rows) < 2:
        return rows
    return tuple(row for row in rows if wanted(row)) or rows
