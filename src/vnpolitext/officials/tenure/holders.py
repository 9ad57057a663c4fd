"""When somebody held an office, by a line of a box or the line of its holder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from vnpolitext.officials.tenure.held import Tenure, time_of
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.rows import LONGEST
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.text.lines import line_above
from vnpolitext.text.patterns import lazy_pattern

_ROW_LINES: Final = 8
_TERM_LINE: Final = lazy_pattern(
    r"[\s|*]*(?:nhiệm k[ỳì]|thời gian (?:tại|đương) (?:nhiệm|chức|vị)|tại nhiệm|tại vị"
    r"|đương nhiệm)[\s|:*]*(?=\d|- ?\d|từ |tháng |ngày |năm )"
)
_COUNTED: Final = lazy_pattern(r"thứ|lần|khóa|đầu tiên|(?<!\w)[ivxl]{1,5}(?!\w)|[\W\d_]+")
_DATED_HEADING: Final = lazy_pattern(r"(?:qua các|các) thời k[ỳì]|tiền nhiệm|các đời|danh sách")
_LABEL: Final = lazy_pattern(r" ?\| ?\w")
_APART: Final = lazy_pattern(r"[\n|:=]| là (?=(?:[^\s,;.]{1,9} ){0,4}\Z)")
# What stands between a name, or the name by which somebody is called as well, and a time.
_OPENS: Final = lazy_pattern(r"(?: ?\([^()\d\n]{1,30}\))? ?(?:[(\[:|,] ?|(?<= )|- ?)")
_SERVED: Final = lazy_pattern(
    r" ?\((?:(?:tại (?:nhiệm|chức|vị)|đương nhiệm|giữ chức|nhậm chức):? ?|(?=từ |nhiệm k[ỳì] ))"
)
_CLOSES: Final = lazy_pattern(r" ?(?:[,;.)\]|\n]|và |\Z)")
_PARTED: Final = lazy_pattern(r"[,;:\n|](?:[ (\[*_•+-]|\d{1,2}[.)] )*\Z")
_LEADS: Final = lazy_pattern(
    r" ?[)\]]?(?: ?[:,|–-])? ?[*_]{0,3}"
    r"(?:[^\W\d_]{1,8}[./ ]{1,2}){0,4}"
)
_LEADING: Final = 60
_PARTING: Final = 12
_NO_TENURE: Final = lazy_pattern(r"(?<!\w)(?:sinh|mất|tuổi)(?!\w)")
_PAST_TERM: Final = 5
# Years behind a name: hardly anybody lives so short.
_LONGEST_HELD: Final = 29


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


def is_term_line(lower: str, at: int) -> bool:
    r"""Return whether the line that begins behind ``at`` is one of a box with a term of office.

    >>> is_term_line("chủ tịch hội\nnhiệm kỳ 2008 – 2017", 12)
    True
    """
    return _TERM_LINE.match(lower, at) is not None


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
        return newest() - int(term.since[:4]) >= LONGEST
    return False


def _term(moments: Moments, at: int) -> Stretch | None:
    """Return the period that begins right behind ``at``."""
    term = next(iter(moments.between(at, at + 20)), None)
    return term if term is not None and term.is_period else None


def holder_time(moments: Moments, last: int, name: tuple[int, int]) -> Tenure | None:
    """Return the time of a holder in a list (*Chủ tịch: Lò Văn A (1990 - 1995), 1995-1999: B*).

    It stands behind the name, or before it and after what parts it from the holder before.

    Args:
        moments: The moments of the text.
        last: Where the office ends, over or before the name.
        name: Where the name begins and ends.
    """
    start, end = name
    if start < last:
        return None
    if not _APART.search(moments.lower, last, start):
        return None if moments.lower[last:start].strip() else _served(moments, end)
    return _behind(moments, end) or _ahead(moments, last, start)


def _served(moments: Moments, end: int) -> Tenure | None:
    """Return the time in brackets behind the holder of an office that says so (*A (từ 2015)*).

    Years alone would be those of a life.
    """
    served = _SERVED.match(moments.lower, end)
    for stretch in moments.between(end, end + _LEADING)[:1] if served else ():
        first, word = moments.lead(stretch)
        told = served is not None and not moments.lower[served.end() : max(first, served.end())]
        if told and moments.lower[stretch.end : stretch.end + 1] == ")":
            return time_of(stretch, word, Clause())
    return None


def _behind(moments: Moments, end: int) -> Tenure | None:
    lower = moments.lower
    opens = _OPENS.match(lower, end)
    if opens is None:
        return None
    for stretch in moments.between(end, opens.end() + _LEADING)[:1]:
        first, word = moments.lead(stretch)
        told = lower[opens.end() : first].strip(" -")
        if told or _NO_TENURE.search(lower, end, stretch.start):
            return None
        bracketed = "(" in opens[0][-2:] or "[" in opens[0][-2:]
        if not bracketed and not _CLOSES.match(lower, stretch.end):
            return None
        if not stretch.is_period:
            closed = bracketed and lower[stretch.end : stretch.end + 1] == ")"
            led = word in {"từ", "đến", "tới", "hết"} and (closed or "," in opens[0])
            return time_of(stretch, word, Clause()) if led else None
        return time_of(stretch, "", Clause()) if stretch.years <= _LONGEST_HELD else None
    return None


def _ahead(moments: Moments, last: int, start: int) -> Tenure | None:
    lower = moments.lower
    for stretch in moments.between(max(last, start - _LEADING), start)[-1:]:
        first, _ = moments.lead(stretch)
        if not _APART.search(lower, last, max(last, first)):
            return None
        parted = _PARTED.search(lower, max(last, first - _PARTING), max(last, first))
        leads = _LEADS.fullmatch(lower, stretch.end, start)
        if parted and leads and stretch.is_period and stretch.years <= LONGEST:
            return time_of(stretch, "", Clause())
    return None


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
