"""Communes of the district that a text is about."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, REFORM

_OFTEN: Final = 5
_CLEARLY: Final = 2
_CALLED: Final = frozenset({"unit-word", "plural", "coordination", "list"})


def follow_main_district(source: PlaceText, mentions: Sequence[Mention]) -> None:
    """Link communes that are open to the district that the text names most, by far.

    On the page of a district *phường 7* is its own, though the district is not named beside it.
    A name without a unit word, or that a commune has since the reform, stays open, and so does an
    older unit (*Phường 7 cũ*), which the gazetteer may not list.
    """
    known = source.known
    named = Counter(
        mention.rows[0]
        for mention in mentions
        if mention.level == DISTRICT and len(mention.rows) == 1
    )
    most = named.most_common(2)
    if not most or most[0][1] < _OFTEN:
        return
    if len(most) > 1 and most[0][1] < _CLEARLY * most[1][1]:
        return
    district = most[0][0]
    for mention in mentions:
        if _is_open(source, mention):
            inside = tuple(row for row in mention.rows if known.parent(row) == district)
            mention.rows = inside or mention.rows


def _is_open(source: PlaceText, mention: Mention) -> bool:
    return (
        mention.level == COMMUNE
        and mention.host is None
        and len(mention.rows) > 1
        and mention.rule in _CALLED
        and all(source.known.rows[row][5] != REFORM for row in mention.rows)
        and not source.lower.startswith(" cũ", mention.end)
    )
