"""When somebody held an office, by the cells of the row of a table that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from vnpolitext.layout import Grid, Row
from vnpolitext.layout.tables import Cell, GridIndex, column_heads
from vnpolitext.officials.tenure.held import Tenure, time_of
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.text.patterns import lazy_pattern

# Writings of tables that tell which lines are one row.
_WHOLE: Final = frozenset({"html", "lines", "fields"})
LONGEST: Final = 20
"""How many years an office is held; a longer time is a life."""
CAREER: Final = 45
"""How many years somebody is in office at most."""
_BEGINS: Final = lazy_pattern(r"từ|bắt đầu|nhậm chức|nhận chức|bổ nhiệm")
_ENDS: Final = lazy_pattern(r"đến|tới|kết thúc|mãn nhiệm|thôi chức|rời|hết")
_DURATION: Final = lazy_pattern(r"\d{1,2} năm(?:,? \d{1,3} (?:ngày|tháng))?|\d{1,3} (?:ngày|tháng)")
_LASTING: Final = lazy_pattern(r"(?:đến )?(?:nay|hiện nay|đương nhiệm|đương chức|hiện tại)")
_OTHER_COLUMN: Final = lazy_pattern(r"cuối|cao nhất|ghi chú|hiện nay|trước|sau này|khác|nguyên")
# Years of a life below a name in its cell.
_LIFE_YEARS: Final = lazy_pattern(r"[^\n]\n? ?\(\Z")
_LIFE: Final = 4
# What a cell tells before an office in it, other than that it is one (*Rời chức vụ ...*).
_LABEL: Final = lazy_pattern(
    r"[ *]*(?!kiêm|quyền|phó|nguyên|cựu|là|giữ chức|làm)[^\W\d_][^\n,;:-]*"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the cells of a row tell of times.

    Attributes:
        count: How many times fill a cell.
        has_periods: Whether one is a period.
        days: Days and years, each with its cell.
        held: Periods that an office can last.
        period: The time between two days, where the table says that they are its.
    """

    count: int
    has_periods: bool
    days: list[tuple[Cell, Stretch]]
    held: list[Stretch]
    period: Tenure | None


class Rows:
    """The rows of the tables of one text, with the times in their cells."""

    def __init__(self, moments: Moments, grids: GridIndex, newest: Callable[[], int]) -> None:
        """Prepare for the moments and the tables of a text, and the latest year that it names."""
        self._moments = moments
        self._newest = newest
        self._grids = grids
        self._rows: dict[int, _Told] = {}
        self._heads: dict[int, tuple[str, ...]] = {}

    def time(self, at: int, *, is_holder: bool = False) -> Tenure | None:
        """Return the time that the row at a place gives in cells of its own.

        A period on another line may be that of a row which one cannot tell apart from this one; it
        counts only as the one time of a holder.

        Args:
            at: Where an office or its holder stands.
            is_holder: Whether the row is that of a holder of an office over the table.
        """
        found = self._grids.row(at)
        if found is None:
            return None
        grid, row = found
        told = self._told(grid, row)
        if told.period is not None:
            return told.period
        if told.has_periods:
            alone = is_holder and told.count == 1
            whole = grid.kind in _WHOLE
            sure = len(told.held) == 1 and (alone or whole or self._on_line(at, told.held[0]))
            return self._held(told.held[0]) if sure else None
        if len(told.days) == 1 and self._lasts(row, told.days[0][0]):
            [(_, only)] = told.days
            return Tenure(only.since, None, only.since_at)
        return None

    def _told(self, grid: Grid, row: Row) -> _Told:
        """Return what a row tells, read once for all offices in it."""
        place = row.cells[0].start
        if place not in self._rows:
            dated = [(cell, each) for cell in row.cells for each in self._filling(cell)]
            days = [each for each in dated if not each[1].is_period]
            days = [each for each in days if self._moments.lead(each[1])[1] != "nhiệm kỳ"]
            periods = [each for _, each in dated if each.is_period]
            self._rows[place] = _Told(
                len(dated),
                bool(periods),
                days,
                [each for each in periods if self._may_be_held(each)],
                self._from_to(grid, row, *days) if len(days) == 2 else None,
            )
        return self._rows[place]

    def _may_be_held(self, period: Stretch) -> bool:
        """Return whether an office may last so long; an open time may be a life (*1934 -*)."""
        if period.until is not None:
            return period.years <= LONGEST
        return self._newest() - int(period.since[:4]) <= CAREER

    def parts(self, at: int, other: int) -> bool:
        """Return whether two places stand in rows of which one has ended where the other begins.

        Args:
            at: Where an office begins.
            other: Where a time does that stands behind it.
        """
        found = self._grids.row(at)
        return found is not None and found[0].kind in _WHOLE and other >= found[1].end

    def tells_other(self, at: int) -> bool:
        """Return whether an office stands in a column of offices that are not those of the rows.

        The column is headed *Chức vụ cuối cùng*, *Chức vụ cao nhất*, *Ghi chú*.

        Args:
            at: Where the office begins.
        """
        found, cell = self._grids.row(at), self._cell_of(at)
        if found is None or cell is None:
            return False
        return _OTHER_COLUMN.search(self._head(*found, cell.column)) is not None

    def is_label(self, at: int) -> bool:
        """Return whether the cell says something else of an office before it (*Rời chức vụ ...*).

        Args:
            at: Where the office begins.
        """
        found, cell = self._grids.row(at), self._cell_of(at)
        if found is None or cell is None or not (cell.column or found[1].has_bar):
            return False
        return _LABEL.fullmatch(self._moments.lower, cell.start, at) is not None

    def _cell_of(self, at: int) -> Cell | None:
        found = self._grids.row(at)
        return None if found is None else found[1].cell(at)

    def _on_line(self, at: int, stretch: Stretch) -> bool:
        """Return whether a time stands on the same line as a place."""
        low, high = sorted((at, stretch.start))
        return self._moments.lower.find("\n", low, high) < 0

    def _held(self, stretch: Stretch) -> Tenure:
        return time_of(stretch, self._moments.lead(stretch)[1], Clause())

    def _filling(self, cell: Cell) -> Iterator[Stretch]:
        """Yield the stretches that fill a cell, or a line of it."""
        lower = self._moments.lower
        for stretch in self._moments.between(cell.start, cell.end):
            first = max(self._moments.lead(stretch)[0], cell.start)
            before, after = first, stretch.end
            while before > cell.start and lower[before - 1] in " (*":
                before -= 1
            while after < cell.end and lower[after] in " )*\n":
                after += 1
            if _LIFE_YEARS.search(lower, max(cell.start, first - _LIFE), first):
                continue
            opens = before == cell.start or lower[before - 1] == "\n"
            if opens and (after >= cell.end or lower[after] in "(["):
                yield stretch

    def _lasts(self, row: Row, dated: Cell) -> bool:
        """Return whether the cell behind a date says that the office is held up to now."""
        beside = next((each for each in row.cells if each.column == dated.column + 1), None)
        return beside is not None and _LASTING.fullmatch(self._words(beside)) is not None

    def _from_to(
        self, grid: Grid, row: Row, first: tuple[Cell, Stretch], last: tuple[Cell, Stretch]
    ) -> Tenure | None:
        """Return the time between two dates side by side, where the table says that they are its.

        Their columns are headed so (*Từ*, *Đến*), or a cell of the row tells how long it was.
        """
        (cell, since), (beside, until) = first, last
        if beside.column != cell.column + 1 or since.since > until.since:
            return None
        head = " ".join(self._head(grid, row, each.column) for each in (cell, beside))
        told = _BEGINS.search(head) and _ENDS.search(head)
        if not told and not any(_DURATION.fullmatch(self._words(each)) for each in row.cells):
            return None
        return Tenure(since.since, until.since, since.since_at, until.since_at, True)

    def _head(self, grid: Grid, row: Row, column: int) -> str:
        """Return the words over a column of a row, as they stand and as the heads are spread."""
        top = grid.rows[0]
        if top is row:
            return ""
        if grid.start not in self._heads:
            self._heads[grid.start] = column_heads(self._moments.lower, grid)
        above = (self._words(each) for each in top.cells if each.column == column)
        return f"{next(above, '')} {self._heads[grid.start][column]}"

    def _words(self, cell: Cell) -> str:
        return self._moments.lower[cell.start : cell.end].strip(" *")
