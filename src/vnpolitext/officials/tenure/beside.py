"""The time that stands right behind an office, or behind those that are held along with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.tenure.held import Tenure, sharpened, time_of
from vnpolitext.officials.tenure.holders import box_time, is_term_line
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.rows import CAREER
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.lines import line_start
from vnpolitext.text.patterns import lazy_pattern

_SAME_LIST: Final = 60
_SAME_CLAUSE: Final = 140
_AND: Final = lazy_pattern(r"(?:,| và|;| &) (?:nhiệm kỳ )?")
_BESIDE: Final = lazy_pattern(
    r"[ \"]*+(?:\([^()\d\n]{1,40}\) ?)?(?:(?:đầu tiên|thứ \w{1,6}) ?)?"
    r"(?:tại (?:đại hội|hội nghị|kỳ họp)[^,;.:()\d\n]{1,80}(?=[,(]|\Z))?"
    r"(?:(?:, ?)?(?:các )?(?:khóa|lần thứ) [\divxl]{1,5}"
    r"(?:(?:, | và |-)(?:khóa )?[\divxl]{1,5}){0,4})?"
    r"[ ,:|-]*+(?:liên tục |suốt )?(?:(?:(?:trong|qua) )?(?:hai|ba|bốn|các|\d) )?"
    r"(?:trong (?:suốt )?\d{1,2} năm,? ?)?[(\[]?(?:trong |vào |tính )?(?:suốt )?"
    r"(?:(?:thời (?:gian|k[ỳì])|giai đoạn) )?(?:(?:nhậm|nhận) chức )?\Z"
)
# What somebody leaves an office for stands before the day (*thôi giữ chức X để nghỉ hưu từ ngày*).
_LEFT_FOR: Final = lazy_pattern(
    r" (?:để |và |, )?(?:được )?(?:nghỉ hưu|nghỉ công tác|nghỉ (?:hưởng )?chế độ|nhận nhiệm vụ"
    r"|chuyển công tác|nhận công tác)[^,;.:()\d\n]{0,40}\Z"
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
# Behind a dash a time may open what comes next (*nguyên Chính ủy Vùng 2 - 2015-2018, Lò Văn A*).
_DASHED: Final = lazy_pattern(r" ?- ?(?![(\[])")
_ENDS: Final = lazy_pattern(r" ?(?:[;.|\n]|\Z)")
# An office is held up to the event of a date (*cho đến khi nghỉ hưu năm 1992*).
_UNTIL: Final = lazy_pattern(
    r"(?:,? (?:và )?(?:tiếp tục )?(?:giữ|đảm nhiệm) (?:chức|cương vị)(?: vụ)? (?:này|đó))?"
    r",? ?(?:(?:cho )?(?:đến|tới) )(?:khi|lúc|ngày) (?:ông |bà )?"
    r"(?:qua đời|mất|từ trần|hy sinh|(?:về |nghỉ )hưu|từ chức|mãn nhiệm"
    r"|thôi (?:giữ )?(?:chức|nhiệm)(?: vụ)?|bị [^\W\d]{2,7}(?: [^\W\d]{2,7})?)"
    r",? ?(?:vào )?\Z"
)
# An office is kept up to a date (*và giữ chức vụ này đến năm 1990*, *Ông ở cương vị này đến ...*).
_KEPT: Final = lazy_pattern(
    r"(?:(?: [^,;.:\n]{1,50})?[,;.]? (?:ông|bà|anh|chị|cụ|đồng chí)|,? và|,)? (?:đã )?"
    r"(?:(?:tiếp tục|vẫn) )?"
    r"(?:giữ|đảm nhiệm|đảm nhận|đảm đương|ở|nắm) (?:(?:chức|cương vị|vị trí|trọng trách|nhiệm vụ)"
    r"(?: vụ| danh)? (?:này|đó|trên|ấy)|chức(?: vụ)?),? (?:liên tục )?\Z"
)
_ALONG: Final = (["kiêm"], ["-"], [",", "kiêm"], ["-", "kiêm"])
_FROM_TO: Final = frozenset({"từ", "đến", "tới", "hết"})
_LISTED: Final = ([","], ["và"], [",", "và"])
_LIST: Final = 4
_TO_OFFICES: Final = ([","], [":"], ["-"])
# What stands before, between and behind the offices of an item and their time.
_OPENING: Final = lazy_pattern(r"(?:^|;)[ \-+•*–|]*\Z")
_GOES_ON: Final = lazy_pattern(r"; *\Z")
_PARTS: Final = lazy_pattern(r"[^\n;.()]{0,60}?(?:\(|, ?)(?:từ |năm |tháng |ngày ){0,3}")
_CLOSING: Final = lazy_pattern(r" ?\)?(?: ?[.;|])?(?: *\Z| *\n|(?<=[;|]))")
_LED: Final = lazy_pattern(
    r"(?:trong )?(?:nhiệm k[ỳì]|từ|giai đoạn|thời gian)(?: (?:tháng|năm|ngày|từ)){0,4}"
)
# Years of which only the end is known (*(- 2007)*).
_ONLY_END: Final = lazy_pattern(r" ?\( ?- ?\Z")
_TAKEN: Final = lazy_pattern(r" (?:nhậm|nhận) chức ")
_TAKES: Final = lazy_pattern(r"(?:nhậm|nhận) chức ?\Z")


class Beside:
    """The times beside the offices of one text."""

    def __init__(self, moments: Moments) -> None:
        """Prepare for the moments of a text."""
        self._lower, self._moments = moments.lower, moments

    def after(self, last: int, clause: Clause) -> Tenure | None:
        """Return the time right after an office (*Bí thư (2010 - 2015)*, *nhiệm kỳ 2020-2025*)."""
        left = self._left(last, clause) if clause.has_ended else None
        return left or self._kept(last, clause) or self._after(last, clause)

    def _left(self, last: int, clause: Clause) -> Tenure | None:
        """Return the day on which somebody leaves an office for something else."""
        for stretch in self._moments.between(last, last + 90)[:1]:
            start, word = self._moments.lead(stretch)
            if stretch.is_period or word == "trước":
                return None
            if _LEFT_FOR.match(self._lower, last, max(start, last)):
                return time_of(stretch, word, clause)
        return None

    def _kept(self, last: int, clause: Clause) -> Tenure | None:
        """Return up to when an office is said to be kept (*Ông giữ chức vụ này đến năm 1990*)."""
        for stretch in self._moments.between(last, last + _SAME_CLAUSE)[:1]:
            start, word = self._moments.lead(stretch)
            if word in _FROM_TO and _KEPT.match(self._lower, last, max(start, last)):
                return time_of(stretch, word, clause)
        return None

    def _after(self, last: int, clause: Clause) -> Tenure | None:
        lower = self._lower
        found: Tenure | None = None
        for stretch in self._moments.between(last, last + 90)[:2]:
            start, word = self._moments.lead(stretch)
            start = max(start, last)
            end = _ONLY_END if stretch.is_end else _UNTIL
            if stretch.is_end == stretch.is_period and end.match(lower, last, start):
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
                exact = not stretch.is_period
                return sharpened(found, time_of(stretch, "", clause)) if exact else found
            found = self._up_to(self._terms(time_of(stretch, word, clause), stretch), stretch)
            if word != "nhiệm kỳ" or clause.verb_at is None:
                break
            last = stretch.end
        return found

    def _is_beside(self, last: int, start: int, stretch: Stretch) -> bool:
        """Return whether a time stands right after an office and opens no clause of its own."""
        lower = self._lower
        if "\n" in lower[last:start] or not _BESIDE.match(lower, last, start):
            return False
        if _DASHED.match(lower, last, start) and not _ENDS.match(lower, stretch.end):
            return False
        return lower[last : last + 1] != "," or not _CLAUSE_AFTER.match(lower, stretch.end)

    def _up_to(self, found: Tenure, stretch: Stretch) -> Tenure:
        """Return a time that has only begun up to what ends it (*đến khi nghỉ hưu năm 2020*)."""
        if found.since is None or found.until is not None:
            return found
        for following in self._moments.between(stretch.end, stretch.end + _SAME_LIST)[:1]:
            start, _ = self._moments.lead(following)
            later = not following.is_period and following.since >= found.since
            if later and _UNTIL.match(self._lower, stretch.end, max(start, stretch.end)):
                at = following.since_at
                return replace(found, until=following.since, until_at=at, has_ended=True)
        return found

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
        while at - index < _LIST and _go_together(tokens, elements, at):
            at += 1
            is_list = is_list or _gap(tokens, elements, at) in _LISTED
        if at == index:
            return None
        first, last = tokens.starts[here.first], tokens.ends[elements[at].last - 1]
        found = self.after(last, Clause())
        if not is_list:
            complete = found is not None and found.since is not None
            return found if complete else box_time(self._moments, first, last)
        if found is None:
            found = self.in_brackets(last, tokens, elements, at)
        if found is None or found.since_at is None:
            return None
        row = _row_start(tokens, elements, index)
        are_two = row == index == at - 1 and _gap(tokens, elements, at) == ["và"]
        fills = self._fills_item(_item_start(tokens, elements, row), last, found)
        if fills or (are_two and found.until is not None):
            return found
        if _TAKEN.match(self._lower, last, last + 12):
            return found
        led = self._lower[last : found.since_at[0]].strip()
        given = clause.gives and found.until is not None
        return found if given and _LED.fullmatch(led) else None

    def _fills_item(self, first: int, last: int, time: Tenure) -> bool:
        """Return whether offices and the period behind them, parted by a mark, fill an item.

        A time that only begins fills one that goes on with a line (*...; A, B (từ 2002)*).
        """
        lower, since_at = self._lower, time.since_at
        if since_at is None or (
            time.until_at is None and lower[last : since_at[0]].strip() != "(từ"
        ):
            return False
        start = line_start(lower, first)
        opening = _OPENING if time.until_at is not None else _GOES_ON
        if opening.search(lower[start:first]) is None:
            return False
        _, end = time.until_at or since_at
        return (
            _PARTS.match(lower, last, since_at[0]) is not None
            and _CLOSING.match(lower, end) is not None
        )

    def has_line_below(self, end: int) -> bool:
        """Return whether the line below the one that ends at ``end`` tells a term of office."""
        return is_term_line(self._lower, end)

    def of_box(self, tokens: Tokens, elements: list[Element], index: int) -> Tenure | None:
        """Return the time that the next line of a box gives to all offices of a line."""
        at = index
        while at - index < _LIST and _go_together(tokens, elements, at):
            at += 1
        first = row_start(tokens, elements, index)
        return box_time(self._moments, first, tokens.ends[elements[at].last - 1])


def row_start(tokens: Tokens, elements: list[Element], index: int) -> int:
    """Return where the first of the offices begins that are named in a row with another."""
    return tokens.starts[elements[_row_start(tokens, elements, index)].first]


def _row_start(tokens: Tokens, elements: list[Element], index: int) -> int:
    at = index
    while at and index - at < _LIST and _go_together(tokens, elements, at - 1):
        at -= 1
    return at


def _item_start(tokens: Tokens, elements: list[Element], row: int) -> int:
    """Return where an item begins: with a row of offices, or a name right before them."""
    name = elements[row - 1] if row else None
    if isinstance(name, Name) and _gap(tokens, elements, row) in _TO_OFFICES:
        return tokens.starts[name.lead]
    return tokens.starts[elements[row].first]


def _go_together(tokens: Tokens, elements: list[Element], at: int) -> bool:
    """Return whether an office and the one that follows are named in a row (*A, B*, *A kiêm B*)."""
    if at + 1 >= len(elements) or not all(isinstance(e, Office) for e in elements[at : at + 2]):
        return False
    gap = _gap(tokens, elements, at + 1)
    return gap in _ALONG or gap in _LISTED


def _gap(tokens: Tokens, elements: list[Element], at: int) -> list[str]:
    """Return the words before an element, after the one before it."""
    return tokens.words[elements[at - 1].last : elements[at].first]
