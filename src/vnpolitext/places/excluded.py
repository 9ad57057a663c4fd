"""The stretches of a text in which no name is a unit."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.routes import spans_of_routes
from vnpolitext.places.source import PlaceText
from vnpolitext.places.things import spans_of_rows
from vnpolitext.text.patterns import lazy_pattern

# "sáu tàu ngầm: TP. Hồ Chí Minh (HQ-183), Hải Phòng (HQ-184)"
_SHIP: Final = lazy_pattern(r"((?:tp\.? ?)?[^\W\d_][\w -]{2,30}) \(hq[ -]?\d{2,3}\)")
# In notes the author: "^Thanh Xuân (ngày 14 tháng 6 năm 2020)."
_AUTHOR: Final = lazy_pattern(r"\^ ?([^\W\d_][\w ]{2,40}) \((?:ngày|tháng|\d)")


class Excluded:
    """Names of roads and lines, rows of hamlets and streets, lists of streets, ships, authors."""

    def __init__(self, source: PlaceText) -> None:
        """Find them in ``source``."""
        rows = {*spans_of_routes(source), *spans_of_rows(source), *_spans_of_others(source)}
        spans = sorted(rows)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def without(self, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions that lie inside none of them."""
        if not self._starts:
            return mentions
        return [each for each in mentions if not self._hold(each.start, each.end)]

    def _hold(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]


def _spans_of_others(source: PlaceText) -> Iterator[tuple[int, int]]:
    if "(hq" in source.lower:
        yield from (ship.span(1) for ship in _SHIP.finditer(source.lower))
    if "^" in source.lower:
        yield from (author.span(1) for author in _AUTHOR.finditer(source.lower))
