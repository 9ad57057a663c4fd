"""The stretches of a text in which no name is a unit."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.routes import spans_of_routes
from vnpolitext.places.source import PlaceText
from vnpolitext.places.things import spans_of_rows
from vnpolitext.places.units import COMMUNE
from vnpolitext.text.patterns import lazy_pattern

# "sáu tàu ngầm: TP. Hồ Chí Minh (HQ-183), Hải Phòng (HQ-184)"
_SHIP: Final = lazy_pattern(r"((?:tp\.? ?)?[^\W\d_][\w -]{2,30}) \(hq[ -]?\d{2,3}\)")
# In notes the author: "^Thanh Xuân (ngày 14 tháng 6 năm 2020)."
_AUTHOR: Final = lazy_pattern(r"\^ ?([^\W\d_][\w ]{2,40}) \((?:ngày|tháng|\d)")


class Excluded:
    """Names of roads and lines, rows of hamlets and streets, lists of streets, ships, authors.

    What a firm or a medium has its name of is none either: ``Công ty Cấp nước tỉnh A``.
    """

    def __init__(self, source: PlaceText) -> None:
        """Find them in ``source``."""
        self._source = source
        self._owned: set[int] = set()
        rows = {*spans_of_routes(source), *spans_of_rows(source), *_spans_of_others(source)}
        spans = sorted(rows)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def without(self, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions that lie inside none of them."""
        return [each for each in mentions if not self._hold(each)]

    def _hold(self, mention: Mention) -> bool:
        at = bisect_right(self._starts, mention.start) - 1
        if (at >= 0 and mention.end <= self._ends[at]) or mention.end in self._owned:
            return True
        if not _ends_name_of_owner(self._source, mention):
            return False
        self._owned.add(mention.end)
        return True


def _spans_of_others(source: PlaceText) -> Iterator[tuple[int, int]]:
    if "(hq" in source.lower:
        yield from (ship.span(1) for ship in _SHIP.finditer(source.lower))
    if "^" in source.lower:
        yield from (author.span(1) for author in _AUTHOR.finditer(source.lower))


def _ends_name_of_owner(source: PlaceText, mention: Mention) -> bool:
    """Whether a unit and its word end the name of a firm or a medium."""
    if mention.rule != "unit-word" or mention.level == COMMUNE:
        return False
    words, start = source.words, mention.start
    before = source.text[max(0, start - _LONGEST) : start]
    if before.endswith(words.papers):
        return not before.lower().endswith(_TAUGHT)
    if words.owners.search(source.lower, max(0, start - _LONGEST), start) is None:
        return False
    clause = _CLAUSE.split(before)[-1]
    *_, head = None, *words.owners.finditer(clause.lower())
    if head is None or not clause.endswith(" "):
        return False
    ahead = clause[: head.start()].split()[-1:]
    if " ".join((*ahead, head[0])).lower() in words.compounds:
        return False
    return words.owners_end.isdisjoint(clause[head.end() :].lower().split())


_LONGEST: Final = 60
_CLAUSE: Final = lazy_pattern(r"[,;:.()\n\"“”!?|–*]| - ")
_TAUGHT: Final = ("giáo dục pháp luật ", "biến pháp luật ", "ban pháp luật ")
