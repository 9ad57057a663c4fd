"""Rows of words, and runs of rows that columns part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from operator import attrgetter, itemgetter
from statistics import median
from typing import Final

from vnpolitext.articles.formats.portable.items import are_dash, are_mark
from vnpolitext.articles.formats.portable.placed import Word
from vnpolitext.layout.phrases import is_motto, phrases

_SAME: Final = 0.45
_GUTTER: Final = 0.75
_NEAR: Final = 3.2
_TRAILING: Final = 1.9
_FEWEST: Final = 2
_ABOVE: Final = 4
_HALF: Final = 0.42
_BLANK: Final = 0.3
_CENTRED: Final = 0.08
_SHARES: Final = tuple(0.5 + step * 0.01 for at in range(12) for step in (at, -at))


@dataclass
class Row:
    """Words at one height, from left to right; its places are worked out once."""

    words: list[Word]

    @property
    def left(self) -> float:
        """Left edge."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Right edge."""
        return max(word.right for word in self.words)

    @cached_property
    def middle(self) -> float:
        """Height of its middle."""
        return median([word.middle for word in self.words])

    @cached_property
    def height(self) -> float:
        """Height of its letters."""
        return median([word.bottom - word.top for word in self.words])

    @cached_property
    def text(self) -> str:
        """Its words with single spaces; what is raised stays at the word before."""
        parts: list[str] = []
        edge = 0.0
        for word in self.words:
            mark = (word.text[0] in ",;.:)" or parts[-1:] in (["("], ["“"])) and (
                word.left - edge < 0.2 * word.height
            )
            if parts and not (mark or (word.raised and word.left - edge < word.height)):
                parts.append(" ")
            edge = word.right
            parts.append(word.text)
        return "".join(parts)

    def between(self, left: float, right: float) -> list[Word]:
        """Return the words whose middle is between two edges."""
        return [word for word in self.words if left <= (word.left + word.right) / 2 < right]


@dataclass(slots=True)
class Run:
    """Rows that stand together; more than one column where gutters part them.

    Attributes:
        rows: From top to bottom.
        gutters: Middles of the gaps between columns, from left to right.
        drawn: Whether lines are drawn around the cells.
    """

    rows: list[Row] = field(default_factory=list)
    gutters: list[float] = field(default_factory=list)
    drawn: bool = False


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Return the words as rows, from top to bottom."""
    plain = [((word.top + word.bottom) / 2, word) for word in words if not word.raised]
    plain.sort(key=itemgetter(0))
    rows: list[list[Word]] = []
    middle = height = 0.0
    for here, word in plain:
        own = word.bottom - word.top
        if rows and here - middle < _SAME * min(own, height):
            rows[-1].append(word)
        else:
            rows.append([word])
            height = own
        middle = here
    for word in words:
        if word.raised and rows:
            near = min(rows, key=lambda row: abs(_middle(row) - word.middle - 0.2 * word.height))
            near.append(word)
    for row in rows:
        row.sort(key=attrgetter("left"))
    return [Row(row) for row in rows]


def signature_run(rows: Sequence[Row], width: float) -> tuple[int, int, float] | None:
    """Return where recipients and a signature stand side by side: first row, last, and the gap.

    Args:
        rows: The rows of a page.
        width: Width of the page.
    """
    for at, row in enumerate(rows):
        if not row.text.lower().startswith(phrases().recipients):
            continue
        start = at
        while start > 0 and start > at - _ABOVE and rows[start - 1].left > _HALF * width:
            start -= 1
        reaches = [(_side_by_side(rows, start, share * width), share) for share in _SHARES]
        stop, share = max(reaches, key=lambda reach: reach[0])
        middle = share * width
        if stop > at + 1 and any(row.right > middle for row in rows[start:stop]):
            return start, stop, middle
        return None
    return None


def _side_by_side(rows: Sequence[Row], start: int, middle: float) -> int:
    """Return where the rows from ``start`` on end that have more than a blank at ``middle``."""
    stop = start
    while stop < len(rows) and not any(
        word.left - _BLANK * word.height < middle < word.right + _BLANK * word.height
        for word in rows[stop].words
    ):
        stop += 1
    return stop


def runs_of(rows: Sequence[Row], width: float = 0.0) -> list[Run]:
    """Return the rows in runs: those that share gutters together, the others alone or in a row.

    A gutter is a stretch that no word of any row of a run crosses, with words on both sides in at
    least two rows. A letterhead ends over a title in the middle of the page.

    Args:
        rows: The rows.
        width: Width of the page, where it is known.
    """
    runs: list[Run] = []
    at = 0
    while at < len(rows):
        stop, parted = _parted(rows, at)
        if parted:
            stop = _title_at(rows, at, stop, parted[0], width)
            runs.append(Run(list(rows[at:stop]), parted))
            at = stop
        else:
            if not runs or runs[-1].gutters:
                runs.append(Run())
            runs[-1].rows.append(rows[at])
            at += 1
    return runs


def _title_at(rows: Sequence[Row], start: int, stop: int, gutter: float, width: float) -> int:
    """Return where a title or an address stands under a letterhead, or where its run ends."""
    sides = (Row(rows[at].between(gutter, float("inf"))) for at in range(start, stop))
    told = (bool(side.words) and is_motto(side.text) for side in sides)
    head = next((at for at, is_told in enumerate(told, start) if is_told), stop)
    for at in range(head + _FEWEST, stop):
        row = rows[at]
        centred = row.left > gutter and abs(row.left + row.right - width) < _CENTRED * width
        if centred or row.text.lower().startswith(phrases().salutations):
            return at
    return stop


def _parted(rows: Sequence[Row], at: int) -> tuple[int, list[float]]:
    """Return where the most rows from ``at`` on end that gutters part, and these gutters.

    Fewer rows with the same gaps have no more words on both sides of them.
    """
    reach = _common(rows[at : _reach(rows, at)])
    for size in range(len(reach), 0, -1):
        if size == len(reach) or reach[size - 1] != reach[size]:
            parted = _parting(rows[at : at + size], reach[size - 1])
            if parted:
                return at + size, parted
    return at + 1, []


def _reach(rows: Sequence[Row], at: int) -> int:
    """Return where the rows end that share a gap with the row at ``at``."""
    gaps = _gaps(rows[at])
    stop = at + 1
    if not gaps:
        return stop
    while stop < len(rows):
        row = rows[stop]
        if row.middle - rows[stop - 1].middle > _NEAR * max(row.height, rows[stop - 1].height):
            break
        left = _cut(gaps, row)
        if not left:
            break
        gaps, stop = left, stop + 1
    while (
        stop - 1 > at
        and not _gaps(rows[stop - 1])
        and (rows[stop - 1].middle - rows[stop - 2].middle > _TRAILING * rows[stop - 1].height)
    ):
        stop -= 1
    return stop


def _common(rows: Sequence[Row]) -> list[list[tuple[float, float]]]:
    """Return the gaps that the first row has, those that the first two share, and so on."""
    return list(accumulate(rows[1:], _cut, initial=_gaps(rows[0])))


def _gaps(row: Row) -> list[tuple[float, float]]:
    """Return the gaps of a row that are wider than a blank."""
    found: list[tuple[float, float]] = []
    edge = row.words[0].right
    for word in row.words[1:]:
        if word.left - edge > _GUTTER * row.height:
            found.append((edge, word.left))
        edge = max(edge, word.right)
    return found


def _cut(gaps: list[tuple[float, float]], row: Row) -> list[tuple[float, float]]:
    """Return what the words of a row leave of the gaps."""
    narrow = _GUTTER * row.height * 0.8
    for word in row.words:
        left: list[tuple[float, float]] = []
        for start, end in gaps:
            if word.right <= start or word.left >= end:
                left.append((start, end))
                continue
            if word.left - start > narrow:
                left.append((start, word.left))
            if end - word.right > narrow:
                left.append((word.right, end))
        gaps = left
    return gaps


def _parting(rows: Sequence[Row], gaps: list[tuple[float, float]]) -> list[float]:
    """Return the middles of the gaps with words on both sides in enough rows.

    What hangs before the items of a list is no column: dashes never, numbers where no other column
    stands beside them.
    """
    found: list[float] = []
    for start, end in gaps:
        middle = (start + end) / 2
        both = sum(row.left < middle < row.right for row in rows)
        if both >= min(_FEWEST, len(rows)) and len(rows) >= _FEWEST:
            found.append(middle)
    edges = [float("-inf"), *found]
    parted = [
        right for left, right in pairwise(edges) if not _are_marks(rows, left, right, are_dash)
    ]
    if len(parted) == 1 and _are_marks(rows, float("-inf"), parted[0], are_mark):
        return []
    return parted


def _are_marks(
    rows: Sequence[Row], left: float, right: float, told: Callable[[Sequence[Word]], bool]
) -> bool:
    """Whether nothing but marks of items stands between two edges."""
    held = [words for row in rows if (words := row.between(left, right))]
    return bool(held) and all(map(told, held))


def _middle(words: Sequence[Word]) -> float:
    return words[-1].middle
