"""The term of office that a heading gives to all whom the list under it names."""

from __future__ import annotations

from typing import Final, NamedTuple

from vnpolitext.layout.headings import PLAIN, Heading, Headings, HeadingSearch
from vnpolitext.officials.tenure.held import ENDED, Tenure
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.numbered import is_headed_closed
from vnpolitext.officials.tenure.rows import LONGEST
from vnpolitext.text.patterns import lazy_pattern

_TERM: Final = lazy_pattern(
    r"(?<!\w)(?:khóa|nhiệm k[ỳì]|đại hội|ban chấp hành|bộ chính trị|ban bí thư|ban thường vụ|ủy ban"
    r"|hội đồng|quốc hội|chính phủ|nội các|đảng ủy|đảng bộ|thường trực)(?!\w)"
)
_ELECTED: Final = lazy_pattern(r"(?<!\w)(?:đại hội|bầu|khóa)(?!\w)")
# A cabinet or a board with its day (*Chính phủ Liên hiệp (2/3/1946)*).
_FORMED: Final = lazy_pattern(
    r"[#=*\s]*(?:chính phủ|nội các|ủy ban|hội đồng|ban chấp hành|bộ chỉ huy|bộ tư lệnh)(?!\w)"
    r"[^().;:,\n]{0,60}"
    r"\((?:từ )?(?:ngày |tháng |năm )?[\d/. -]{4,12}\)[:*\s=]*"
)
_OPENS: Final = lazy_pattern(r"(?:khóa|nhiệm k[ỳì]|đại hội)(?!\w)")
_ERA: Final = lazy_pattern(r"(?<!\w)(?:giai đoạn|thời k[ỳì]|trước|cũ)(?!\w)")
_ONLY_YEARS: Final = lazy_pattern(r"[\W\d_]*")
_SESSION: Final = lazy_pattern(r"(?<!\w)(?:kỳ họp|phiên họp)(?!\w)")
_SENTENCE: Final = lazy_pattern(r"[.;,]\s*$|(?<!\w)(?:là|được|đã|ông|bà)(?!\w)|\. ")
_FULL_STOP: Final = lazy_pattern(r"(?<=[^\W\d_]{3})\. ")
# A term of which the heading does not tell the years.
_NUMBERED: Final = lazy_pattern(r"(?<!\w)(?:khóa|nhiệm k[ỳì]|lần thứ) [\divxl]{1,6}(?!\w)")


# What a term is that of, where the offices listed are what candidates and deputies are besides.
_ELECTIONS: Final = lazy_pattern(
    r"(?<!\w)(?:ứng cử|bầu cử|ứng viên|phục vụ"
    r"|(?<!đoàn )đại biểu (?:quốc hội|hđnd|hội đồng nhân dân))(?!\w)"
)
# A title that is broken before its term.
_REACH: Final = 300
_COMMITTEE: Final = lazy_pattern(
    r"(?<!\w)(?:ban chấp hành|bch|ban thường vụ|btv|ban chỉ đạo|ủy ban kiểm tra)(?!\w)"
)
_GOES_ON: Final = lazy_pattern(r"[*\s]*(?:khóa|nhiệm k[ỳì])(?!\w)")


class _Told(NamedTuple):
    """What a heading tells of a time.

    Attributes:
        time: Its time, none where it has several or only the number of a term.
        words: Its words.
        is_term: Whether it speaks of a term of office.
    """

    time: Stretch | None
    words: str
    is_term: bool


def is_of_election(lower: str, start: int, end: int) -> bool:
    r"""Return whether a line speaks of those who run for seats or have them, with its title above.

    >>> text = "danh sách ứng cử đại biểu quốc hội\n\nnhiệm kỳ 2021 - 2026"
    >>> is_of_election(text, 36, len(text))
    True
    """
    words = lower[start:end]
    above = lower[max(0, start - _REACH) : start].rstrip() if _GOES_ON.match(words) else ""
    title = above.rpartition("\n")[2]
    return _ELECTIONS.search(f"{title} {words}") is not None


def is_elsewhere(words: str, body: str) -> bool:
    """Return whether an office names another body than the committee whose list it stands in.

    >>> is_elsewhere("ban chấp hành nhiệm kỳ 2020 - 2025", "sở y tế")
    True
    """
    return bool(body) and body not in words and _COMMITTEE.search(words) is not None


class Terms:
    """The terms of office in the headings of one text."""

    def __init__(self, moments: Moments, headings: Headings) -> None:
        """Prepare for the moments and the headings of a text."""
        self._moments = moments
        self._dated = HeadingSearch(headings, self._is_dated)
        self._told: dict[int, _Told | None] = {}

    def over(self, at: int, newest: int, body: str) -> Tenure | None:
        """Return the term that the nearest heading with a time gives to an office in a list.

        What the members of a committee are elsewhere has not the term of the committee.

        Args:
            at: Where the office stands.
            newest: The latest year of the text; a term that ended before is over.
            body: The body that the office names, folded, in lower case; empty without one.
        """
        for heading in self._dated.over(at):
            told = self._told[heading.line]
            if told is None or is_elsewhere(told.words, body):
                return None
            if told.time is None:
                lower, span = self._moments.lower, (heading.start, heading.end)
                return ENDED if is_headed_closed(lower, *span, newest) else None
            return self._read(heading, told.words, told.time, newest, is_term=told.is_term)
        return None

    def _is_dated(self, heading: Heading) -> bool:
        if heading.line not in self._told:
            self._told[heading.line] = self._tell(heading)
        return self._told[heading.line] is not None

    def _tell(self, heading: Heading) -> _Told | None:
        """Return what a heading tells of a time, ``None`` where it tells nothing."""
        words = self._moments.lower[heading.start : heading.end]
        if heading.depth >= PLAIN and _SENTENCE.search(words) and not _OPENS.match(words):
            return None
        times = self._moments.between(heading.start, heading.end)
        is_term = _TERM.search(words) is not None
        if times or (is_term and _NUMBERED.search(words)):
            elected = is_of_election(self._moments.lower, heading.start, heading.end)
            is_one = len(times) == 1 and not elected
            return _Told(times[0] if is_one else None, words, is_term)
        return None

    def before(self, at: int, newest: int) -> Tenure | None:
        """Return the term or the election that a line tells before a label in it.

        Args:
            at: Where the label begins.
            newest: The latest year of the text.
        """
        lower = self._moments.lower
        start, _ = self._moments.line(at)
        start = max([start, *(match.end() for match in _FULL_STOP.finditer(lower, start, at))])
        times = self._moments.between(start, at)
        words = lower[start:at]
        if len(times) != 1 or _SESSION.search(words) or not _TERM.search(words):
            return None
        time = times[0]
        if not time.is_period and not _ELECTED.search(words):
            return None
        if not time.is_period:
            return Tenure(time.since, None, time.since_at, is_told=True)
        if time.until is None or time.years > LONGEST:
            return None
        over = int(time.until[:4]) < newest
        return Tenure(time.since, time.until, time.since_at, time.until_at, over)

    def _read(
        self, heading: Heading, words: str, time: Stretch, newest: int, *, is_term: bool
    ) -> Tenure | None:
        over = time.until is not None and int(time.until[:4]) < newest
        if _SESSION.search(words):
            return None
        rest = words[: max(time.start - heading.start, 0)] + words[time.end - heading.start :]
        if _ERA.search(words):
            return ENDED if over else None
        if not is_term and not _ONLY_YEARS.fullmatch(rest):
            return None
        if time.until is None:
            elected = not time.lasts and (_ELECTED.search(words) or _FORMED.fullmatch(words))
            found = Tenure(time.since, None, time.since_at, is_told=True)
            return found if elected or time.lasts else None
        if time.is_end or time.years > LONGEST:
            return None
        return Tenure(time.since, time.until, time.since_at, time.until_at, over)
