"""Finding the administrative units that a text speaks of."""

from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Final

from vnpolitext.layout import Page, read_page
from vnpolitext.places.boxes import without_boxes
from vnpolitext.places.dating import day_of, settled_day
from vnpolitext.places.days import iso
from vnpolitext.places.evidence import find_bare
from vnpolitext.places.excluded import Excluded
from vnpolitext.places.facts import OPEN, facts
from vnpolitext.places.guess import did_you_mean
from vnpolitext.places.heads import find_heads
from vnpolitext.places.history import province_on
from vnpolitext.places.link import find_hosts, link
from vnpolitext.places.mention import Mention
from vnpolitext.places.records import Place
from vnpolitext.places.same_rows import SameRows
from vnpolitext.places.series import spread
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import (
    LEVELS,
    PROVINCE,
    Gazetteer,
    gazetteer,
    name_key,
)
from vnpolitext.progress import under_way
from vnpolitext.text import View


@under_way("find places")
def find_places(
    text: str | View | Page, *, as_of: date | str | None = None, province: str | None = None
) -> list[Place]:
    """Find the mentions of Vietnamese administrative units and link them to the gazetteer.

    Args:
        text: The text, or a view or page of it.
        as_of: Day the text is of. Without it the dates in the text decide, those of its head first.
        province: Name of the province the publisher is at home in, to decide between units of
            one name.

    Returns:
        The places in text order, without overlaps. ``code`` is empty where ``candidates`` remain
        or the gazetteer does not know the unit.

    Raises:
        ValueError: ``as_of`` is no ISO date, or no province was ever called ``province``.

    Example:
        >>> for place in find_places("UBND huyện Tủa Chùa (Điện Biên)", as_of="2022-05-01"):
        ...     print(place.text, place.level, place.code, place.valid_to)
        huyện Tủa Chùa district 098 2025-07-01
        Điện Biên province 11 None
    """
    view = read_page(text).joined
    when = iso(as_of) if as_of is not None else day_of(view)
    source = without_boxes(PlaceText.of(view, when, is_dated=as_of is not None))
    home = _home(source.known, province, when)
    excluded = Excluded(source)
    heads = excluded.without(spread(source, *find_heads(source)))
    bare = find_bare(source, heads, home)
    mentions = [*heads, *excluded.without(bare)]
    mentions.sort(key=attrgetter("start"))
    if source.is_foreign and all(mention.level != PROVINCE for mention in mentions):
        return []
    find_hosts(source, mentions)
    settled = settled_day(source, mentions) if as_of is None else when
    if settled != when:
        source = replace(source, when=settled)
    link(source, mentions, home)
    units = _Units(source)
    return [_place(units, mention, _named_host(mentions, mention)) for mention in mentions]


def is_province(name: str) -> bool:
    """Return whether a province was ever called ``name``.

    >>> is_province("tỉnh Hà Nam Ninh"), is_province("Hà Nam Ninhh")
    (True, False)
    """
    return bool(gazetteer().find(_province_key(name), PROVINCE))


def province_name(name: str, as_of: date | str | None = None) -> str:
    """Return what the province of a publisher is called on a day.

    Args:
        name: Any name it had.
        as_of: The day; without it the name stays.

    Returns:
        The name without the unit word; empty where the province is not one on that day.

    Raises:
        ValueError: No province was ever called ``name``, or ``as_of`` is no ISO date.

    Example:
        >>> province_name("tỉnh Bắc Giang", "2020-01-01"), province_name("Bắc Giang", "2026-01-01")
        ('Bắc Giang', 'Bắc Ninh')
    """
    known, when = gazetteer(), iso(as_of) if as_of is not None else None
    row = _home(known, name, when)
    if row is None:
        return ""
    if when is None or known.is_valid(row, when):
        return known.rows[row][1]
    then = known.unit(row).at(when)
    return then[0].name if len(then) == 1 and then[0].level == "province" else ""


def _province_key(name: str) -> str:
    return name_key(name).removeprefix("tỉnh ").removeprefix("thành phố ")


def _home(known: Gazetteer, province: str | None, when: str | None) -> int | None:
    if not province:
        return None
    rows = known.find(_province_key(province), PROVINCE)
    if not rows:
        guess = did_you_mean(known, province, PROVINCE)
        raise ValueError(f"no province is called {province!r}{guess}")
    for row in rows:
        if when is not None and known.is_valid(row, when):
            return row
    return rows[-1]


def _named_host(mentions: list[Mention], mention: Mention) -> Mention | None:
    """The province that the text names behind a unit: *huyện A, tỉnh B*."""
    while mention.level != PROVINCE and mention.host is not None:
        mention = mentions[mention.host]
    return mention if mention.level == PROVINCE else None


class _Units:
    """What is told of the units that mentions of a text can be, worked out once for each."""

    def __init__(self, source: PlaceText) -> None:
        self.source = source
        self._provinces: SameRows[set[str]] = SameRows()
        self._codes: SameRows[tuple[str, ...]] = SameRows()

    def provinces(self, rows: tuple[int, ...], when: str | None) -> set[str]:
        """Names of their provinces on a day; none for one that was not yet there."""
        known = self._provinces.of(rows)
        found = known.get(when)
        if found is None:
            found = known[when] = self._provinces_on(rows, when)
        return found

    def _provinces_on(self, rows: tuple[int, ...], when: str | None) -> set[str]:
        known = self.source.known
        found = {
            known.province_of(row) if when is None else province_on(known, row, when)
            for row in rows
        }
        early = when is not None and when < _LISTED
        return {
            known.rows[row][1] for row in found if not (early and known.rows[row][5] > str(when))
        }

    def codes(self, rows: tuple[int, ...]) -> tuple[str, ...]:
        """Their codes, each once."""
        known = self._codes.of(rows)
        found = known.get(None)
        if found is None:
            codes = (self.source.known.rows[i][0] for i in rows)
            found = known[None] = tuple(dict.fromkeys(codes))
        return found


_LISTED: Final = "1976"


def _place(units: _Units, mention: Mention, host: Mention | None) -> Place:
    source = units.source
    view, known = source.view, source.known
    start, end = view.span(mention.start, mention.end)
    row = mention.rows[0] if len(mention.rows) == 1 and not mention.unsure else None
    rows = () if mention.unsure else mention.rows
    if host is not None and host is not mention and len(host.rows) == 1:
        provinces = {known.rows[host.rows[0]][1]}
    else:
        when = (
            source.when if mention.level == PROVINCE else source.when_at(mention.start, mention.end)
        )
        provinces = units.provinces(rows, when)
    code, identity, unit, first, last, successors = OPEN if row is None else facts(known, row)
    name = view.text[mention.name : mention.end]
    # By position: to match names takes as long as all else of making a record.
    return Place(
        start,
        end,
        view.source[start:end],
        name if name.isalnum() else " ".join(name.split()),
        mention.unit or unit,
        LEVELS[mention.level],
        code,
        identity,
        next(iter(provinces)) if len(provinces) == 1 else None,
        () if row is not None else units.codes(mention.rows),
        first,
        last,
        successors,
        mention.rule,
    )
