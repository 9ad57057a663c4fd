"""When somebody held an office, by the cells of a table, a box or the line of a holder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from vnpolitext.layout.outline import LONGEST_LINE, line_above
from vnpolitext.officials.tenure.held import Tenure, time_of
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.text.patterns import lazy_pattern

_ROWS_UP: Final = 60
_ROW_LINES: Final = 8
_TERM_LINE: Final = lazy_pattern(
    r"[\s|*]*(?:nhiệm k[ỳì]|thời gian (?:tại|đương) (?:nhiệm|chức|vị)|tại nhiệm|tại vị"
    r"|đương nhiệm)[\s|:*]*(?=\d|- ?\d|từ |tháng |ngày |năm )"
)
_COUNTED: Final = lazy_pattern(r"thứ|lần|khóa|đầu tiên|(?<!\w)[ivxl]{1,5}(?!\w)|[\W\d_]+")
_DATED_HEADING: Final = lazy_pattern(r"(?:qua các|các) thời k[ỳì]|tiền nhiệm|các đời|danh sách")
_BEGINS: Final = lazy_pattern(r"từ|bắt đầu|nhậm chức|nhận chức|bổ nhiệm")
_ENDS: Final = lazy_pattern(r"đến|tới|kết thúc|mãn nhiệm|thôi chức|rời|hết")
_DURATION: Final = lazy_pattern(
    r"\|\s?(?:\d{1,2} năm(?:, ?| )?(?:\d{1,3} (?:ngày|tháng))?|\d{1,3} (?:ngày|tháng))\s?\|"
)
_OTHER_COLUMN: Final = lazy_pattern(r"cuối|cao nhất|ghi chú|hiện nay|trước|sau này|khác|nguyên")
_LASTING: Final = lazy_pattern(
    r"[\])\d\[]{0,6}\s?\|\s?(?:đến )?(?:nay|hiện nay|đương nhiệm|đương chức|hiện tại)\s?\|"
)
# Years of a life below a name in its cell.
_LIFE_YEARS: Final = lazy_pattern(r"[^|\n]\n? ?\(\Z")
_LABEL: Final = lazy_pattern(r" ?\| ?\w")
_APART: Final = lazy_pattern(r"[\n|:=]")
_OPENS: Final = lazy_pattern(r" ?[(\[:|,] ?")
_NO_TENURE: Final = lazy_pattern(r"(?<!\w)(?:sinh|mất|tuổi)(?!\w)")
# A longer time in brackets behind a name is a life.
_LONGEST: Final = 20
_PAST_TERM: Final = 5


def row_time(moments: Moments, start: int, end: int, *, is_holder: bool = False) -> Tenure | None:
    """Return the time that a row of a table gives in cells of its own.

    Args:
        moments: The moments of the text.
        start: Where a line of the row begins.
        end: Where that line ends.
        is_holder: Whether the row is that of a holder of an office over the table.
    """
    cells = _dates(moments, start, end)
    periods = [each for each in cells if each.is_period and _years(each) <= _LONGEST]
    if len(periods) == 1:
        return time_of(periods[0], moments.lead(periods[0])[1], Clause())
    return _spread_time(moments, start, end, is_holder=is_holder) if start < end else None


def _spread_time(moments: Moments, start: int, end: int, *, is_holder: bool) -> Tenure | None:
    """Return the time of a row whose cells may go over lines: its period, or beginning and end."""
    lower = moments.lower
    opens = _opens_row(lower, start)
    start, end = _whole(lower, start, end)
    cells = [each for each in _dates(moments, start, end) if moments.lead(each)[1] != "nhiệm kỳ"]
    if any(each.is_period for each in cells):
        one = is_holder and opens and len(cells) == 1 and _years(cells[0]) <= _LONGEST
        return time_of(cells[0], moments.lead(cells[0])[1], Clause()) if one else None
    if len(cells) == 1 and _LASTING.match(lower, cells[0].end):
        return Tenure(cells[0].since, None, cells[0].since_at)
    if len(cells) != 2 or cells[0].since > cells[1].since:
        return None
    head = _head(moments, start)
    told = _BEGINS.search(head) and _ENDS.search(head)
    beside = lower.count("|", cells[0].end, cells[1].start) == 1
    if not beside or not (told or _DURATION.search(lower, start, end + 1)):
        return None
    return Tenure(cells[0].since, cells[1].since, cells[0].since_at, cells[1].since_at, True)


def _dates(moments: Moments, start: int, end: int) -> list[Stretch]:
    """Return the stretches that fill a cell of a row."""
    lower, found = moments.lower, []
    for stretch in moments.between(start, end):
        first = max(moments.lead(stretch)[0], start)
        before, after = lower[start:first].rstrip(" (*"), lower[stretch.end : end].lstrip(" )*\n")
        if _LIFE_YEARS.search(lower, start, first):
            continue
        if (not before or before[-1] in "|\n") and (not after or after[0] in "|(["):
            found.append(stretch)
    return found


def _whole(lower: str, start: int, end: int) -> tuple[int, int]:
    """Return where a row begins and ends of which some cells begin a new line."""
    for _ in range(_ROW_LINES):
        above = line_above(lower, start)
        if above is None or above == start - 1 or _opens_row(lower, start):
            break
        start = above
    at = end
    for _ in range(_ROW_LINES):
        after = lower.find("\n", at + 1, at + LONGEST_LINE)
        if after <= at + 1 or _opens_row(lower, at + 1):
            break
        if lower.find("|", at, after) >= 0:
            end = after
        at = after
    return start, end


def _opens_row(lower: str, start: int) -> bool:
    """Return whether a line begins a row: one with nothing but a bar ends a cell."""
    return lower[start : start + 1] == "|" and lower[start + 1 : start + 2] not in {"\n", ""}


def _head(moments: Moments, row: int) -> str:
    """Return the first row of the table that the row at ``row`` belongs to."""
    for _ in range(_ROWS_UP):
        above = moments.row_above(row)
        if above is None:
            break
        row = above
    return moments.lower[row : moments.lower.find("\n", row)]


def is_other_office(moments: Moments, at: int) -> bool:
    """Return whether a cell tells an office that is not the one of its row's time.

    The column is headed *Chức vụ cuối cùng*, *Chức vụ cao nhất*, *Ghi chú*.

    Args:
        moments: The moments of the text.
        at: Where the office begins.
    """
    lower = moments.lower
    line = lower.rfind("\n", max(0, at - LONGEST_LINE), at) + 1
    start, _ = _whole(lower, line, at)
    head = _head(moments, start).split("|")
    column = lower.count("|", start, at)
    return column < len(head) and _OTHER_COLUMN.search(head[column]) is not None


def box_time(moments: Moments, first: int, last: int) -> Tenure | None:
    """Return the time that the next line of a box gives (*Nhiệm kỳ | 1976 - 1981*).

    Args:
        moments: The moments of the text.
        first: Where the office begins, which stands alone on its line.
        last: Where it ends.
    """
    lower = moments.lower
    start, end = moments.line(first)
    at = end
    for _ in range(2):
        match = _TERM_LINE.match(lower, at)
        if match is not None:
            term = _term(moments, match.end())
            if term is None:
                return None
            alone = not _COUNTED.sub("", lower[start:first] + lower[last:end])
            return time_of(term, "", Clause()) if alone else None
        at = lower.find("\n", at + 1, at + 120)
        if at < 0:
            break
    return None


def is_past_label(moments: Moments, first: int, last: int, newest: Callable[[], int]) -> bool:
    """Return whether an office is a label in a box, under a term that ended long before.

    Such a row names who was the superior or the deputy (*Nhiệm kỳ | 1976 - 1981*, *Phó Chủ tịch
    | Lò Văn A*).

    Args:
        moments: The moments of the text.
        first: Where the office begins.
        last: Where it ends.
        newest: Gives the latest year of the text.
    """
    lower = moments.lower
    start, end = moments.line(first)
    if lower[start:first].strip() != "|" or not _LABEL.match(lower, last, end):
        return False
    for _ in range(_ROW_LINES + 1):
        above = line_above(lower, start)
        if above is None or lower[above] != "|":
            return False
        start = above
        match = _TERM_LINE.match(lower, start)
        if match is None:
            continue
        term = _term(moments, match.end())
        if term is None:
            return False
        if term.until is not None:
            return newest() - int(term.until[:4]) >= _PAST_TERM
        return newest() - int(term.since[:4]) >= _LONGEST
    return False


def _term(moments: Moments, at: int) -> Stretch | None:
    """Return the period that begins right behind ``at``."""
    term = next(iter(moments.between(at, at + 20)), None)
    return term if term is not None and term.is_period else None


def holder_time(moments: Moments, last: int, name: tuple[int, int]) -> Tenure | None:
    """Return the time behind the name of a holder (*Chủ tịch: Lò Văn A (1990 - 1995)*).

    Args:
        moments: The moments of the text.
        last: Where the office ends, over or before the name.
        name: Where the name begins and ends.
    """
    lower, (start, end) = moments.lower, name
    opens = _OPENS.match(lower, end)
    if start < last or opens is None or not _APART.search(lower, last, start):
        return None
    for stretch in moments.between(end, end + 40)[:1]:
        first, word = moments.lead(stretch)
        told = lower[opens.end() : first].strip(" -")
        if told or _NO_TENURE.search(lower, end, stretch.start):
            return None
        if not stretch.is_period:
            bracketed = "(" in opens[0] and lower[stretch.end : stretch.end + 1] == ")"
            led = word in {"từ", "đến", "tới", "hết"} and (bracketed or "," in opens[0])
            return time_of(stretch, word, Clause()) if led else None
        return time_of(stretch, "", Clause()) if _years(stretch) <= _LONGEST else None
    return None


def _years(stretch: Stretch) -> int:
    return int((stretch.until or stretch.since)[:4]) - int(stretch.since[:4])


def heading_time(
    moments: Moments, first: int, holder: int, opens: Callable[[int, int], Stretch | None]
) -> Tenure | None:
    """Return the time on the line of a holder under a heading (*... qua các thời kỳ*).

    Args:
        moments: The moments of the text.
        first: Where the office begins.
        holder: Where the name of the holder begins.
        opens: Returns the stretch that opens a line.
    """
    start, end = moments.line(holder)
    if start <= first:
        return None
    periods = [each for each in moments.between(start, end) if each.is_period]
    if len(periods) != 1:
        return None
    head, tail = moments.line(first)
    held = _DATED_HEADING.search(moments.lower, head, tail) or opens(start, end)
    return time_of(periods[0], moments.lead(periods[0])[1], Clause()) if held else None
