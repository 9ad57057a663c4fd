"""Finding the administrative units that a text speaks of."""

import re
from datetime import date
from typing import Final

from vnpolitext.places.bare import find_bare
from vnpolitext.places.gazetteer import LEVELS, PROVINCE, Gazetteer, gazetteer, iso, name_key
from vnpolitext.places.heads import find_heads
from vnpolitext.places.link import link
from vnpolitext.places.mention import Mention
from vnpolitext.places.records import Place
from vnpolitext.text import View

_DAY: Final = re.compile(r"(?<!\d)([0-3]?\d)[./-]([01]?\d)[./-]((?:19|20)\d\d)(?!\d)")
_LONG_DAY: Final = re.compile(
    r"ngày\s{1,3}([0-3]?\d)\s{1,3}tháng\s{1,3}([01]?\d)\s{1,3}năm\s{1,3}((?:19|20)\d\d)"
)


def find_places(
    text: str | View, *, as_of: date | str | None = None, province: str | None = None
) -> list[Place]:
    """Find the mentions of Vietnamese administrative units and link them to the gazetteer.

    Args:
        text: The text, or a view of it.
        as_of: Day the text is of. Without it the latest full date in the text counts.
        province: Name of the province the publisher is at home in, to decide between units of
            one name.

    Returns:
        The places in text order, without overlaps. ``code`` is empty where ``candidates`` remain
        or the gazetteer does not know the unit.

    Raises:
        ValueError: ``as_of`` is no ISO date.

    Example:
        >>> for place in find_places("UBND huyện Tủa Chùa (Điện Biên)", as_of="2022-05-01"):
        ...     print(place.text, place.level, place.code, place.valid_to)
        huyện Tủa Chùa district 098 2025-07-01
        Điện Biên province 11 None
    """
    view = View.of(text)
    known = gazetteer()
    when = iso(as_of) if as_of is not None else _last_day(view)
    home = _home(known, province, when)
    mentions = find_heads(view, known)
    mentions += find_bare(view, known, mentions, when, set() if home is None else {home})
    mentions.sort(key=lambda mention: mention.start)
    link(view, known, mentions, when=when, province=home)
    return [_place(view, known, mention) for mention in mentions]


def _home(known: Gazetteer, province: str | None, when: str | None) -> int | None:
    if not province:
        return None
    rows = known.find(name_key(province), PROVINCE)
    if when is not None:
        for row in rows:
            first, end = known.rows[row][5:7]
            if first <= when and (not end or when < end):
                return row
    return rows[-1] if rows else None


def _last_day(view: View) -> str | None:
    """Return the latest full date of the text, ISO 8601."""
    days = []
    for pattern in (_DAY, _LONG_DAY):
        for day, month, year in pattern.findall(view.lower):
            if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
                days.append(f"{year}-{int(month):02d}-{int(day):02d}")
    return max(days, default=None)


def _place(view: View, known: Gazetteer, mention: Mention) -> Place:
    start, end = view.span(mention.start, mention.end)
    name = " ".join(view.text[mention.name : mention.end].split())
    row = mention.rows[0] if len(mention.rows) == 1 else None
    provinces = {known.rows[known.province_of(i)][1] for i in mention.rows}
    if row is None:
        return Place(
            start,
            end,
            view.source[start:end],
            name=name,
            unit=mention.unit,
            level=LEVELS[mention.level],
            province=provinces.pop() if len(provinces) == 1 else None,
            candidates=tuple(dict.fromkeys(known.rows[i][0] for i in mention.rows)),
            rule=mention.rule,
        )
    code, _, unit, _, _, first, last, _, _ = known.rows[row]
    return Place(
        start,
        end,
        view.source[start:end],
        name=name,
        unit=mention.unit or unit,
        level=LEVELS[mention.level],
        code=code,
        province=provinces.pop(),
        valid_from=first or None,
        valid_to=last or None,
        successors=tuple(known.rows[heir][0] for heir in known.heirs(row)),
        rule=mention.rule,
    )
