"""Whether a sentence that gives an office opens with a date of long ago."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.tenure.moments import Moments
from vnpolitext.officials.tenure.numbered import EARLIEST
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import FULL_STOP, clause_start

_SENTENCE: Final = 400
_OPENING: Final = 90
_LONG: Final = 15
_STOP: Final = lazy_pattern(rf"{FULL_STOP}(?=\s)|[\n|]")
# What a sentence opens with that says when it happened.
_WHEN: Final = lazy_pattern(
    r"[\s\-+*•–\"]*(?:(?:từ|sau|trước|tại|đến|tới|trong|vào|cũng|giữa|đầu|cuối|khoảng|mùa|năm|tháng"
    r"|ngày|sáng|chiều|tối|đêm)(?!\w)[^,;:\d]{0,60}(?:\d{1,2}[^,;:\d]{1,24})?(?:\d{1,2}[/.-])?)?"
)
_LISTS: Final = lazy_pattern(
    r"(?<!\w)(?:gồm|như sau|sau đây|thành phần|danh sách|nhân sự|thành lập|ra đời|ra mắt|bầu)(?!\w)"
)
_REMEMBERS: Final = lazy_pattern(
    r"(?<!\w)(?:kỷ niệm|truyền thống|ngày sinh|sinh nhật|lễ|hiện nay|hôm nay|nghị quyết|nghị định"
    r"|quyết định|luật)(?!\w)"
)


def announces_past(moments: Moments, start: int, end: int, newest: int) -> bool:
    """Return whether the paragraph that announces a list names years, all of them long past.

    Args:
        moments: The moments of the text.
        start: Where the sentence begins that announces it.
        end: Where it ends.
        newest: The latest year of the text.
    """
    if not _LISTS.search(moments.lower, start, end) or _REMEMBERS.search(moments.lower, start, end):
        return False
    times = moments.between(start, end) or moments.between(moments.line(start)[0], end)
    if not times:
        return False
    latest = max(int((each.until or each.since)[:4]) for each in times)
    lasts = any(each.lasts for each in times)
    return not lasts and latest <= max(newest, EARLIEST) - _LONG


def tells_past(moments: Moments, verb: int, newest: int) -> bool:
    """Return whether the sentence of a verb that gives an office opens with a date long past.

    Args:
        moments: The moments of the text.
        verb: Where the words begin that give the office (*làm*, *được bầu làm*).
        newest: The latest year of the text.
    """
    lower = moments.lower
    floor = max(moments.line(verb)[0], verb - _SENTENCE)
    start = clause_start(_STOP, lower, floor, verb)
    times = moments.between(start, min(verb, start + _OPENING))
    if not times or not _WHEN.fullmatch(lower, start, times[0].start):
        return False
    if _REMEMBERS.search(lower, start, times[0].end):
        return False
    latest = max(int((each.until or each.since)[:4]) for each in moments.between(start, verb))
    return latest <= max(newest, EARLIEST) - _LONG
