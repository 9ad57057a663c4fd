"""The stretches of a text in which no name is a unit."""

from bisect import bisect_right

from vnpolitext.places.hamlets import spans_of_hamlets
from vnpolitext.places.routes import spans_of_routes
from vnpolitext.places.source import PlaceText


class Excluded:
    """Names of roads and lines, and rows of hamlets."""

    def __init__(self, source: PlaceText) -> None:
        """Find them in ``source``."""
        spans = sorted({*spans_of_routes(source), *spans_of_hamlets(source)})
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def hold(self, start: int, end: int) -> bool:
        """Return whether ``start`` to ``end`` lies inside one of them."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]
