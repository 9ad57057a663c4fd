"""When a sentence says that something happened: the moment that belongs to a verb."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from vnpolitext.officials.tenure.moments import Stretch, find_stretches
from vnpolitext.text.patterns import lazy_pattern

CLOSE: Final = 40
_FAR: Final = 200
_DAY: Final = 10
_AT: Final = lazy_pattern(
    r",?(?: (?:vào|hồi|trong|từ))?"
    r"(?: (?:đầu|cuối|giữa|khoảng|sáng|chiều|tối|đêm|ngày|tháng|năm)){0,3} ?"
)
# Until when something else lasted (*giữ chức từ năm 1969 đến khi qua đời*).
_UNTIL: Final = lazy_pattern(r"(?<!\w)(?:đến|tới)(?: lúc| trước)? khi(?!\w)[^,;.]{0,40}\Z")
# What happens at another time than the verb before it.
_SINCE_THEN: Final = lazy_pattern(
    r"(?<!\w)(?:(?:sau|trước|từ|đến|tới) khi|(?:và|rồi) (?:tái |được |bị |trở |đã )|tái đắc cử"
    r"|, (?:từng |hiện )?là )"
)
# What alone stands between brackets that date what is told (*Đại hội IV (12/1976) bầu ông ...*).
_DATE_ALONE: Final = lazy_pattern(
    r"(?:ngày|tháng|năm|sáng|chiều|đầu|cuối|giữa|từ|khóa [ivx\d]+|[\d ./,–-])*"
)
_TURN: Final = lazy_pattern(r"(?<!\w)(?:sau đó|rồi|và lần|tiếp đó|về sau|sau này)(?!\w)")
# When something else ended (*từ chức đến ngày 16 tháng 9 sau khi ...*).
_UP_TO: Final = lazy_pattern(r"(?<!\w)(?:đến|tới)(?: (?:ngày|tháng|năm|hết|đầu|cuối))* ?\Z")
_AFTERWARDS: Final = lazy_pattern(r"(?<!\w)(?:sau|trước)(?: năm| tháng| ngày)? ?\Z")
_OTHER_TIME: Final = lazy_pattern(
    r"(?:(?:(?<!h[iy] )sinh|số|khóa|nhiệm k[ỳì]|truy cập|lưu trữ|bản gốc|thường k[ỳì])[^,;]{0,14}"
    r"|(?<!\w)(?:date|published|updated|pubdate): ?[^:]{0,20})\Z"
)
_SINCE: Final = lazy_pattern(r"(?<!\w)(?:sau|trước)(?!\w)")


class Dates:
    """The moments that one sentence states."""

    def __init__(self, lower: str) -> None:
        """Prepare for a folded sentence; it is read when first asked for."""
        self._lower = lower

    def of(self, verb: tuple[int, int], fronted: int | None) -> str | None:
        """Return the moment that is nearest to a verb, the one before first.

        What follows the clause of the verb tells of something else.

        Args:
            verb: Where the verb begins and ends.
            fronted: Where its clause ends, if it stands in front of the main one.

        Example:
            >>> Dates("năm 1976 ông về, hy sinh năm 1979 ở biên giới").of((17, 24), None)
            '1979'
        """
        lower, (at, end) = self._lower, verb
        turn = _TURN.search(lower, end)
        ends = min(
            len(lower) if each is None else each
            for each in (fronted, turn.start() if turn is not None else None)
        )
        moments = [each for each in self._moments if not self._is_of_other(each, at)]
        lasting = _UNTIL.search(lower[max(0, at - 60) : at])
        before = [
            each
            for each in moments
            if each.end <= at
            and at - each.end <= _FAR
            and not _SINCE.search(lower[each.end : at])
            and lasting is None
        ]
        after = [
            each
            for each in moments
            if at <= each.start < ends
            and not _UP_TO.search(lower[max(0, each.start - 18) : each.start])
            and not _SINCE_THEN.search(lower, end, each.start)
        ]
        close = [each for each in after if each.start - at <= CLOSE]
        at_once = bool(close) and _AT.fullmatch(lower, end, close[0].start) is not None
        if close and (at_once or not any(at - each.end <= CLOSE for each in before)):
            return close[0].since
        exact = [each for each in (*reversed(before), *after) if len(each.since) == _DAY]
        near = exact or [*reversed(before)] or after
        return near[0].since if near else None

    def turns(self, start: int, end: int) -> bool:
        """Return whether words between two places say that time has passed (*sau đó*)."""
        return _TURN.search(self._lower, start, max(start, end)) is not None

    def is_other(self, at: int) -> bool:
        """Return whether the date at a place is one of something else (*sau năm 1975*, *sinh*)."""
        before = self._lower[max(0, at - 24) : at]
        return _AFTERWARDS.search(before) is not None or _OTHER_TIME.search(before) is not None

    @cached_property
    def _moments(self) -> list[Stretch]:
        """The moments of the sentence at which something can have happened."""
        return [
            each
            for each in find_stretches(self._lower)
            if not each.is_period and not self.is_other(each.start)
        ]

    def _is_of_other(self, moment: Stretch, at: int) -> bool:
        """Return whether brackets or quotation marks part a moment from a verb at a place.

        Brackets that hold nothing but a date may tell when; behind words that are quoted stands
        when they were published.
        """
        lower = self._lower
        opened = lower.rfind("(", 0, moment.start)
        closed = lower.find(")", moment.end)
        is_aside = opened >= 0 and closed >= 0 and ")" not in lower[opened : moment.start]
        if is_aside and not opened < at < closed:
            return _DATE_ALONE.fullmatch(lower, opened + 1, closed) is None
        quoting = lower.count('"', 0, at) % 2 == 1 or lower.rfind("“", 0, at) > lower.rfind(
            "”", 0, at
        )
        return quoting and any(mark in lower[at : moment.start] for mark in ('"', "”"))
