"""Linking mentions to units of the gazetteer, by date, containment and the places around."""

import re
from collections import Counter
from typing import Final

from vnpolitext.places.gazetteer import COMMUNE, DISTRICT, PROVINCE, REFORM, Gazetteer
from vnpolitext.places.mention import Mention
from vnpolitext.text import View

_HOST: Final = re.compile(r"\s*(?:[,(-]|thuộc|của|ở|tại)?\s*(?:thuộc|của|nay thuộc)?\s*")


def link(
    view: View,
    known: Gazetteer,
    mentions: list[Mention],
    *,
    when: str | None,
    province: int | None,
) -> None:
    """Narrow the rows of every mention, in place; one row left means it is linked."""
    for mention in mentions:
        mention.rows = _in_time(known, mention, when)
    _find_hosts(view, known, mentions)
    for level in (PROVINCE, DISTRICT, COMMUNE):
        _narrow(known, mentions, level, province)


def _in_time(known: Gazetteer, mention: Mention, when: str | None) -> tuple[int, ...]:
    rows = mention.rows
    if len(rows) < 2:
        return rows
    same_type = tuple(i for i in rows if known.rows[i][2] == mention.unit)
    if same_type and mention.level != PROVINCE:
        rows = same_type
    if when is not None:
        valid = tuple(
            i
            for i in rows
            if known.rows[i][5] <= when and (not known.rows[i][6] or when < known.rows[i][6])
        )
        if valid:
            return valid
    latest = max((known.rows[i][6] or "9999") for i in rows)
    if mention.level == COMMUNE and when is None:
        return rows
    return tuple(i for i in rows if (known.rows[i][6] or "9999") == latest)


def _find_hosts(view: View, known: Gazetteer, mentions: list[Mention]) -> None:
    """A mention that a higher unit follows at once, as in ``xã A (huyện B, tỉnh C)``."""
    for index, mention in enumerate(mentions[:-1]):
        follower = mentions[index + 1]
        if follower.level < mention.level and follower.start - mention.end < 24:
            gap = view.lower[mention.end : follower.start]
            if _HOST.fullmatch(gap):
                mention.host = index + 1


def _names_of(known: Gazetteer, row: int) -> set[str]:
    """Names of the province of a unit, its own and that of what the province became."""
    province = known.province_of(row)
    names = {known.rows[province][1]}
    names.update(known.rows[heir][1] for heir in known.heirs(province))
    return names


def _inside(known: Gazetteer, row: int, host: Mention) -> bool:
    if host.level == PROVINCE:
        return any(known.rows[h][1] in _names_of(known, row) for h in host.rows)
    parent = known.parent(row)
    return parent in host.rows


def _narrow(known: Gazetteer, mentions: list[Mention], level: int, province: int | None) -> None:
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.level < level and len(mention.rows) == 1:
            counts[known.rows[known.province_of(mention.rows[0])][1]] += 1
    home = known.rows[province][1] if province is not None else None
    nearest: str | None = None
    near_district: tuple[int, ...] = ()
    for mention in mentions:
        if mention.level == level and len(mention.rows) > 1:
            mention.rows = _choose(known, mentions, mention, nearest, near_district, home, counts)
        if len(mention.rows) == 1 and mention.level <= level:
            nearest = known.rows[known.province_of(mention.rows[0])][1]
            if mention.level == DISTRICT:
                near_district = mention.rows


def _choose(
    known: Gazetteer,
    mentions: list[Mention],
    mention: Mention,
    nearest: str | None,
    near_district: tuple[int, ...],
    home: str | None,
    counts: Counter[str],
) -> tuple[int, ...]:
    rows = mention.rows
    if mention.host is not None:
        inside = tuple(i for i in rows if _inside(known, i, mentions[mention.host]))
        rows = inside or rows
    if len(rows) > 1 and mention.level == COMMUNE and near_district:
        inside = tuple(i for i in rows if known.parent(i) in near_district)
        rows = inside or rows
    common = counts.most_common(1)[0][0] if counts else None
    for name in (nearest, home, common):
        if len(rows) > 1 and name is not None:
            inside = tuple(i for i in rows if name in _names_of(known, i))
            rows = inside or rows
    return rows
