"""The time that a sentence tells before the verb that gives an office."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from vnpolitext.officials.tenure.held import Tenure, time_of
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.rows import CAREER
from vnpolitext.officials.tenure.status import Clause, holds_when
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import FULL_STOP

_SENTENCE: Final = 320
_WINDOW: Final = 160  # of so many characters the end of a sentence is looked for, from behind
_LONG: Final = 4
# Something else has come between a moment and what the sentence tells then.
_LATER: Final = lazy_pattern(
    r"(?<!\w)(?:rồi|sau đó|về sau|sau này|tiếp đó|tiếp theo|dần|trước đây|trước đó)(?!\w)"
)
# An office held while something else happened, and one held after another (*A, sau đó là B*).
_WHILE: Final = lazy_pattern(
    r"(?<!\w)(?:khi|lúc|hồi|thời) (?:(?:này|đó|ấy|ông|bà|anh|chị|cụ) )?"
    r"(?:(?:vẫn|đang|còn|đương) ?){1,3}"
    r"(?:(?:tại|giữ|nắm|làm|là) ?)?\Z"
)
# Who holds an office is only described (*khởi tố ông A, người giữ chức vụ X*).
_DESCRIBED: Final = lazy_pattern(r"(?<!\w)người (?:đang |hiện |hiện đang )?\Z")
_HELD: Final = lazy_pattern(r"(?:(?:vẫn|đang|còn|đương) ){1,3}")
_THEN: Final = lazy_pattern(r"(?<!\w)(?:trước khi|sau đó)(?!\w)")
_NEAR: Final = 24
_AND: Final = lazy_pattern(r"(?: và|,) (?:nhiệm kỳ )?")
# A sentence ends also where the blank behind its full stop is missing (*Hà Nội.Tháng 6 năm 1969*).
_CLAUSE_END: Final = lazy_pattern(
    rf"{FULL_STOP}(?=\s|\"|$|(?:tháng|năm|ngày|từ|đến|sau|trước|ông|bà) )|[\n;|]"
)
_ABBREVIATION: Final = lazy_pattern(
    r"(?<!\w)(?:ts|pgs|gs|ths|bs|ks|cn|tp|tx|tt|q|p|h|x|mr|dr|đ/c|gs,ts|pgs,ts|tm|kt|[a-zđ])\Z"
)
_APPOINTS: Final = lazy_pattern(
    r"(?<!\w)(?:bầu|bổ nhiệm|cử|chỉ định|phân công|điều động|phê chuẩn|giao|giữ chức|nhậm chức"
    r"|tái cử|tái đắc cử|tuyên thệ|trúng cử|đắc cử|tín nhiệm|nhận chức|luân chuyển"
    r"|tấn phong|suy tôn|thay)(?!\w)"
)
_OTHER_EVENT: Final = lazy_pattern(
    r"(?<!\w)(?:sinh|quê|mất|từ trần|qua đời|tốt nghiệp|kết nạp|vào đảng|nhập ngũ|học|thành lập"
    r"|ban hành|ra đời|tham gia (?:cách mạng|kháng chiến|hoạt động|quân đội|lớp|khóa)|xuất ngũ"
    r"|hy sinh|bị bắt|do)(?!\w)"
)
# Behind a semicolon, another office that is given at the same time (*...; được phân công làm B*).
_GIVEN_TOO: Final = lazy_pattern(
    r" ?(?:và )?(?:(?:ông|bà|anh|chị|đồng chí|đ/c)(?: [^\W\d]{1,8}){0,5} )?(?:đồng thời |cũng )?"
    r"được "
    r"[^,;.\d\n]{0,40}?(?:bầu|cử|bổ nhiệm|chỉ định|phân công|phê chuẩn)(?!\w)[^,;.\d\n]{0,30}"
)
# Who made room for the one whom the sentence tells of (*thay ông A đã được bầu làm Y*).
_SUCCEEDED: Final = lazy_pattern(
    r"(?<!\w)thay (?:thế |cho ){0,2}(?:ông|bà|đồng chí) [^,;.]{2,40} (?:đã|vừa) ?\Z"
)
# The office of another who made way or came (*Năm 2021, bà là A sau khi ông B giữ chức Thủ tướng*).
_OF_ANOTHER: Final = lazy_pattern(r"(?<!\w)(?:sau|trước) khi (?:ông|bà|đồng chí) [^,;.]{2,40}\Z")
_FOUNDED: Final = lazy_pattern(r"(?<!\w)(?:thành lập|ra đời)(?!\w)")
# Who takes part in a founding is chosen at it (*tham gia thành lập chi bộ và được cử làm Bí thư*).
_CHOSEN_TOO: Final = lazy_pattern(
    r"(?<!\w)(?:thành lập|tham gia|tham dự|dự)(?!\w)[^,;.\d]{2,60}(?P<and> và (?:được )?)\Z"
)
# A body and who led it from then on (*Trung đoàn được thành lập tháng 2/1947, do ông A làm ...*).
_FOUNDED_AT: Final = lazy_pattern(r"(?<!\w)(?:thành lập|được lập|lập ra|ra đời)(?: vào)?\Z")
_LEADS: Final = lazy_pattern(r"(?:\))?,? (?:do|gồm(?: có)?)(?: [^\W\d]{1,9}){1,9} ?\Z")
_LED_BY: Final = lazy_pattern(r"(?<!\w)do (?=[^;.:\n]{1,160}\Z)")
# What a date in brackets may be the day of, if it is that of an election as well.
_MEETING: Final = lazy_pattern(
    r"(?<!\w)(?:đại hội|kỳ họp|hội nghị|khóa|bầu cử|phiên họp|cách mạng|khởi nghĩa)[^()]{0,80}\(\Z"
)
_BEFORE: Final = lazy_pattern(
    r"[\s\-+*•]*(?:[^,;.]{0,24}\bvào|cũng trong|ngay|(?:vào )?mùa (?:xuân|hè|thu|đông)"
    r"|(?:theo |tại )?quyết định(?: số)? [^\s,;]{1,20},?"
    r"|(?:cuộc )?(?:tổng tuyển cử|bầu cử)[^,;.]{0,40}"
    r"|(?:tại )?(?:đại hội|hội nghị|kỳ họp)[^,;.]{0,60})"
)


class Sentences:
    """The sentences of one text, and the times that they tell."""

    def __init__(self, moments: Moments) -> None:
        """Prepare for the moments of a text."""
        self._moments = moments

    def told(self, first: int, clause: Clause) -> Tenure | None:
        """Return the time that the sentence tells before its verb (*Năm 2015 bà làm Bí thư*)."""
        verb = clause.verb_at
        if verb is None:
            return None
        lower = self._moments.lower
        held = _HELD.match(lower, verb)
        until = verb if held is None else held.end()
        if _WHILE.search(lower, max(0, verb - _NEAR), until) or _is_described(lower, verb, first):
            return None
        floor = max(self._moments.line(verb)[0], verb - _SENTENCE)
        start = self.start(floor, verb)
        if lower[start - 1 : start] == ";" and _GIVEN_TOO.fullmatch(lower, start, first):
            start = self.start(floor, verb, listed=True)
        for stretch in reversed(self._spoken(start, verb)):
            begin, word = self._moments.lead(stretch)
            begin = max(begin, start)
            before = lower[start:begin].rstrip()
            bracketed = before.endswith("(")
            opened = not before.strip(" -+*•\"'>)") or before.endswith(
                (",", "(", " và", " rồi", "-", "đó")
            )
            opened = opened or bool(_BEFORE.fullmatch(before))
            between = _without_founding(lower[stretch.end : verb])
            founded = _FOUNDED_AT.search(before) and _LEADS.match(lower, stretch.end, verb)
            opened = opened or founded is not None
            between = "" if founded else between
            if not stretch.is_period and (_LATER.search(between) or self.is_later(verb, first)):
                return None
            chosen = _CHOSEN_TOO.search(between)
            between = between if chosen is None else chosen["and"]
            if not opened or word in {"trước", "sau"} or _is_other(between):
                continue
            if bracketed and stretch.is_period:
                continue
            if stretch.years > CAREER:
                continue
            exact = len(stretch.since) == 10
            is_day = exact and not stretch.is_period and word != "từ"
            given = clause.has_ended or _APPOINTS.search(between + lower[verb:first])
            if is_day and not given:
                continue
            word = "" if word in {"đến", "tới"} and not clause.has_ended else word
            found = time_of(stretch, word, clause)
            return found if stretch.is_period else replace(found, is_told=True)
        return None

    def _spoken(self, start: int, verb: int) -> list[Stretch]:
        """Return the times before a verb that are no terms of office and stand in no aside."""
        lower, spoken = self._moments.lower, []
        term = -1
        for stretch in self._moments.between(start, verb):
            begin, word = self._moments.lead(stretch)
            goes_on = 0 <= term < stretch.start and _AND.fullmatch(lower, term, stretch.start)
            if word == "nhiệm kỳ" or goes_on:
                term = stretch.end
                continue
            before = lower[start : max(begin, start)].rstrip()
            if before.endswith("("):
                aside = _MEETING.search(before) is None
            else:
                aside = self._moments.closing(stretch.start, verb) >= 0
            if not aside:
                spoken.append(stretch)
        return spoken

    def is_later(self, verb: int, first: int) -> bool:
        """Return whether something else came between a verb and an office (*làm A, rồi B*)."""
        return _LATER.search(self._moments.lower, verb, first) is not None

    def start(self, start: int, at: int, *, listed: bool = False) -> int:
        """Return where the sentence of ``at`` begins, or ``start`` if no other one ends there.

        Semicolons part clauses, but not what is ``listed`` under a date.
        """
        lower = self._moments.lower
        last = at
        while last > start:
            floor = max(start, last - _WINDOW)
            found = -1
            for end in _CLAUSE_END.finditer(lower, floor, at):
                dot = end.start()
                if dot >= last:
                    break
                if listed and end[0] == ";":
                    continue
                if end[0][0] != "." or not _abbreviates(lower, start, dot):
                    found = end.end()
            if found >= 0:
                return found
            last = floor
        return start


def _is_described(lower: str, verb: int, first: int) -> bool:
    """Return whether an office tells who somebody was, or came before or behind another."""
    described = _DESCRIBED.search(lower, max(0, verb - _NEAR), verb)
    return bool(described or _THEN.search(lower, verb, first)) or holds_when(lower, verb)


def _is_other(between: str) -> bool:
    """Return whether something else is told of a time than what is told of who has an office."""
    others = (_OTHER_EVENT, _SUCCEEDED, _OF_ANOTHER)
    return any(each.search(between) is not None for each in others)


def _without_founding(between: str) -> str:
    """Return what a sentence tells before a verb, without who leads what it founds.

    *tỉnh ủy được thành lập, do ông A làm Bí thư* tells of one event.
    """
    led = _LED_BY.search(between)
    if led is None:
        return between
    return _FOUNDED.sub(" ", between[: led.start()]) + between[led.end() :]


def _abbreviates(lower: str, start: int, dot: int) -> bool:
    """Return whether the word before a full stop is an abbreviation, all of which are short."""
    if lower[max(start, dot - _LONG) : dot].isalpha() and dot - start >= _LONG:
        return False
    return _ABBREVIATION.search(lower, max(start, dot - 8), dot) is not None
