"""Which units of a name can be meant, where the text gives the type of a unit of before."""

from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, PROVINCE, REFORM, Gazetteer, name_key
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

_LISTED: Final = "1976"
_REPUBLIC: Final = "1955"
_RURAL: Final = frozenset({"huyện", "quận", "phủ", "châu"})
# "xã A, tổng B": of the monarchy, of which the gazetteer has no communes.
_OF_CANTON: Final = lazy_pattern(rf",? (?:tổng|phủ|châu) [{UPPER}]")


def of_age(source: PlaceText, mention: Mention, *, holds: bool) -> tuple[int, ...]:
    """Return the rows of a mention: none of a bare name that the dynasties knew.

    Until 1831 there were no provinces, and what else had the name was another unit.

    Args:
        source: The text.
        mention: One of its mentions.
        holds: Whether it is what another one is in, as only the units of today are told.
    """
    if holds or mention.unit is not None or mention.host is not None or not mention.rows:
        return mention.rows
    return () if source.is_old_at(mention.start) else mention.rows


def existing(source: PlaceText, mentions: list[Mention], mention: Mention) -> tuple[int, ...]:
    """Return the rows of a district or commune that there can be.

    The gazetteer lists few districts of before 1975, of which many a city has only the name. Those
    of the Republic of Vietnam are meant where the text calls them *quận*.

    Args:
        source: The text.
        mentions: Its mentions.
        mention: One of them, below the provinces.
    """
    if mention.unit in source.words.old_units:
        return _held_by_host(source.known, mentions, mention)
    if mention.level == COMMUNE:
        return _communes(source, mention)
    known, rows = source.known, mention.rows
    when = source.when_at(mention.start, mention.end)
    if when is None or mention.unit is None:
        return rows
    if not known.republican.isdisjoint(rows):
        is_called = mention.unit == "quận" or f"quận {mention.key}" in source.lower
        if when < _REPUBLIC or not is_called:
            rows = tuple(row for row in rows if row not in known.republican)
    if when >= _LISTED or mention.unit not in _RURAL:
        return rows
    return tuple(row for row in rows if known.rows[row][2] != "thành phố")


def _communes(source: PlaceText, mention: Mention) -> tuple[int, ...]:
    if mention.unit is not None and _OF_CANTON.match(source.text, mention.end):
        return ()
    if mention.unit == "thị trấn" and source.when_at(mention.start, mention.end) is not None:
        known = source.known
        return tuple(row for row in mention.rows if known.rows[row][5] != REFORM)
    return mention.rows


def _held_by_host(known: Gazetteer, mentions: list[Mention], mention: Mention) -> tuple[int, ...]:
    """Rows inside the province that follows: many a *phủ* only has the name of a later district."""
    host = None if mention.host is None else mentions[mention.host]
    if host is None or host.level != PROVINCE:
        return ()
    return tuple(row for row in mention.rows if has_home(known, host.key, row))


def has_home(known: Gazetteer, key: str, row: int) -> bool:
    """Whether the province of a unit is called so, or what it became."""
    return key in map(name_key, known.homes(row))
