"""The stretches of a text in which no name is a unit."""

from bisect import bisect_right

from vnpolitext.places.mention import Mention
from vnpolitext.places.routes import spans_of_routes
from vnpolitext.places.source import PlaceText
from vnpolitext.places.things import spans_of_rows


class Excluded:
    """Names of roads and lines, rows of hamlets and streets, and lists of streets."""

    def __init__(self, source: PlaceText) -> None:
        """Find them in ``source``."""
        spans = sorted({*spans_of_routes(source), *spans_of_rows(source)})
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
