"""The time that stands right behind an office, or behind those that are held along with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from vnpolitext.officials.phrases import Element, Office
from vnpolitext.officials.tenure.held import Tenure, sharpened, time_of
from vnpolitext.officials.tenure.holders import box_time
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.patterns import lazy_pattern

CAREER: Final = 45
"""How many years somebody is in office at most; a longer time is a life."""
_SAME_LIST: Final = 60
_AND: Final = lazy_pattern(r"(?:,| và|;| &) (?:nhiệm kỳ )?")
_BESIDE: Final = lazy_pattern(
    r"[ \"]*+(?:\([^()\d\n]{1,40}\) ?)?(?:(?:đầu tiên|thứ \w{1,6}) ?)?"
    r"(?:tại (?:đại hội|hội nghị|kỳ họp)[^,;.:()\d\n]{1,50}(?=[,(]))?"
    r"(?:(?:, ?)?(?:khóa|lần thứ) [\divxl]{1,5}"
    r"(?:(?:, | và |-)(?:khóa )?[\divxl]{1,5}){0,4})?"
    r"[ ,:|]*+(?:(?:(?:trong|qua) )?(?:hai|ba|bốn|các|\d) )?"
    r"(?:trong (?:suốt )?\d{1,2} năm,? ?)?[(\[]?(?:trong |vào |tính )?(?:thời gian )?"
    r"(?:(?:nhậm|nhận) chức )?\Z"
)
# After a comma, a time that a clause of its own goes on from is the time of that clause
# (*làm Bí thư, năm 1950 chuyển sang làm ...*).
_CLAUSE_AFTER: Final = lazy_pattern(
    r" (?!(?:tại|theo|với|do|của|ở|thay|và|cùng|trong|cho|khi|đến|tới|rồi|sau|trước|-|nhiệm|khóa"
    r"|bởi|vì|nhân|ngay)(?!\w))[^\W\d_]"
    r"|, (?:(?:ông|bà|anh|chị|đồng chí|đ/c) )?(?:được|bị|làm|giữ|là|chuyển|về|lên|sang|bầu|tiếp tục"
    r"|thôi|đảm|trở thành|kiêm|tham gia|ra|vào|đi|nghỉ|nhận|trúng|tái)(?!\w)"
)
# What stands between an office and the years of it in brackets, as a portfolio (*phụ trách ...*).
_ASIDE: Final = lazy_pattern(r" [^,;.:()\[\]|\n]{1,80} ?[(\[]\Z")
# An office is held up to the event of a date (*cho đến khi nghỉ hưu năm 1992*).
_UNTIL: Final = lazy_pattern(
    r",? ?(?:(?:cho )?(?:đến|tới) )(?:khi|lúc|ngày) (?:ông |bà )?"
    r"(?:qua đời|mất|từ trần|hy sinh|(?:về |nghỉ )hưu|từ chức|bị [^\W\d]{2,7}(?: [^\W\d]{2,7})?)"
    r",? ?(?:vào )?\Z"
)
_ALONG: Final = (["kiêm"], ["-"], [",", "kiêm"])
_FROM_TO: Final = frozenset({"từ", "đến", "tới", "hết"})
_LISTED: Final = ([","], ["và"], [",", "và"])
_LIST: Final = 4
_LED: Final = lazy_pattern(
    r"(?:trong )?(?:nhiệm k[ỳì]|từ|giai đoạn|thời gian)(?: (?:tháng|năm|ngày|từ)){0,4}"
)
_TAKEN: Final = lazy_pattern(r" (?:nhậm|nhận) chức ")
_TAKES: Final = lazy_pattern(r"(?:nhậm|nhận) chức ?\Z")


class Beside:
    """The times beside the offices of one text."""

    def __init__(self, moments: Moments) -> None:
        """Prepare for the moments of a text."""
        self._lower, self._moments = moments.lower, moments

    def after(self, last: int, clause: Clause) -> Tenure | None:
        """Return the time right after an office (*Bí thư (2010 - 2015)*, *nhiệm kỳ 2020-2025*)."""
        lower = self._lower
        found: Tenure | None = None
        for stretch in self._moments.between(last, last + 90)[:2]:
            start, word = self._moments.lead(stretch)
            start = max(start, last)
            if not stretch.is_period and _UNTIL.match(lower, last, start):
                return Tenure(None, stretch.since, None, stretch.since_at, True)
            if stretch.years > CAREER or not self._is_beside(last, start, stretch):
                break
            bracketed = lower[max(last, stretch.start - 1) : stretch.start] in {"(", "["}
            bracketed = bracketed or lower[max(last, start - 1) : start] in {"(", "["}
            closes = lower[stretch.end : stretch.end + 1]
            if not stretch.is_period and not (bracketed and closes in ")]"):
                given = clause.gives or _TAKES.search(lower, last, start) is not None
                if word in {"trước", "sau"} or not (given or word in _FROM_TO):
                    break
            if stretch.is_period and not bracketed and word == "" and closes == ":":
                break
            if clause.has_ended and word == "nhiệm kỳ":
                last = stretch.end
                continue
            if found is not None:
                exact = not stretch.is_period and stretch.since.startswith(found.since or "-")
                return sharpened(found, time_of(stretch, "", clause)) if exact else found
            found = self._terms(time_of(stretch, word, clause), stretch)
            if word != "nhiệm kỳ" or clause.verb_at is None:
                break
            last = stretch.end
        return found

    def _is_beside(self, last: int, start: int, stretch: Stretch) -> bool:
        """Return whether a time stands right after an office and opens no clause of its own."""
        lower = self._lower
        if "\n" in lower[last:start] or not _BESIDE.match(lower, last, start):
            return False
        return lower[last : last + 1] != "," or not _CLAUSE_AFTER.match(lower, stretch.end)

    def _terms(self, found: Tenure, stretch: Stretch) -> Tenure:
        """Return a time up to the end of the last of several terms (*2010 - 2015, 2015 - 2020*)."""
        for following in self._moments.between(stretch.end, stretch.end + _SAME_LIST):
            later = following.is_period and following.since >= (stretch.until or "9")
            if not later or not _AND.fullmatch(self._lower, stretch.end, following.start):
                break
            found = replace(found, until=following.until, until_at=following.until_at)
            stretch = following
        return found

    def in_brackets(
        self, last: int, tokens: Tokens, elements: list[Element], index: int
    ) -> Tenure | None:
        """Return the years in brackets behind the words that go on with an office."""
        following = elements[index + 1] if index + 1 < len(elements) else None
        limit = last + 90 if following is None else min(last + 90, tokens.starts[following.first])
        for stretch in self._moments.between(last, limit)[:1]:
            opened = _ASIDE.match(self._lower, last, self._moments.lead(stretch)[0])
            if opened and stretch.is_period and self._lower[stretch.end : stretch.end + 1] in ")]":
                return time_of(stretch, "", Clause())
        return None

    def along(
        self, tokens: Tokens, elements: list[Element], index: int, clause: Clause
    ) -> Tenure | None:
        """Return the time after the offices that are held along with this one.

        *A kiêm B (2010 - 2015)*; of a list only one that a verb gives and a time not in brackets
        (*giữ chức A, B nhiệm kỳ 2010 - 2015*).
        """
        here = elements[index]
        at, is_list = index, False
        while at + 1 < len(elements) and at - index < _LIST:
            following = elements[at + 1]
            if not isinstance(following, Office):
                break
            gap = tokens.words[elements[at].last : following.first]
            if gap not in _ALONG and gap not in _LISTED:
                break
            is_list = is_list or gap in _LISTED
            at += 1
        if at == index:
            return None
        first, last = tokens.starts[here.first], tokens.ends[elements[at].last - 1]
        found = self.after(last, Clause())
        if not is_list:
            complete = found is not None and found.since is not None
            return found if complete else box_time(self._moments, first, last)
        if found is None or found.since_at is None:
            return None
        if _TAKEN.match(self._lower, last, last + 12):
            return found
        led = self._lower[last : found.since_at[0]].strip()
        given = clause.gives and found.until is not None
        return found if given and _LED.fullmatch(led) else None
