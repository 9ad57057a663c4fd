"""Decisions and lists that give offices, and from when they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.officials.tenure.held import Tenure, time_of
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.officials.tenure.terms import is_elsewhere, is_of_election
from vnpolitext.text.lines import LONGEST_LINE
from vnpolitext.text.patterns import lazy_pattern

_DECIDES: Final = lazy_pattern(r"\n[^\S\n]*+quyết định(?:\s*+:)?[^\S\n]*+\n")
_FROM_SIGNING: Final = lazy_pattern(r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày (?:ký|ban hành)")
_FOUNDS: Final = lazy_pattern(
    r"điều 1\.?:? {0,3}(?:nay )?(?:thành lập|kiện toàn|bổ nhiệm|cử|điều động|chỉ định"
    r"|công nhận|giao)"
)
_DATE_LINE: Final = lazy_pattern(r"[\w ]{2,40}, ngày (?:\d{1,2}) tháng (?:\d{1,2}) năm (?:\d{4})")
_COMPRISES: Final = lazy_pattern(r"(?:gồm|sau đây|như sau)[^\n.]{0,40}:?\s*$|:\s*$")
_ITEM_MARK: Final = lazy_pattern(r"[ *_]*[-+•]")
_NUMBER: Final = lazy_pattern(r"[ *_]*(?:\d{1,2}|[ivx]+)[.)]")
_LETTER: Final = lazy_pattern(r"[ *_]*[a-zđ][.)]")


@dataclass(frozen=True, slots=True)
class Decided:
    """The part of a decision that gives offices.

    Attributes:
        start: Where it begins.
        end: Where the next article does.
        day: The day from which it holds.
    """

    start: int
    end: int
    day: Stretch


def decided(lower: str, moments: Moments) -> Decided | None:
    """Return where a decision gives offices, and from when, if both are plain.

    Args:
        lower: The folded text in lower case.
        moments: Its dates.
    """
    article = _FOUNDS.search(lower, 0, 12_000)
    if article is None or not _DECIDES.search(lower, 0, article.start()):
        return None
    end = lower.find("\nđiều 2", article.end())
    if end < 0 or not _FROM_SIGNING.search(lower, end):
        return None
    line = _DATE_LINE.search(lower, 0, 2_500)
    dated = moments.between(line.start(), line.end()) if line is not None else []
    return Decided(article.start(), end, dated[0]) if dated else None


def listed_term(moments: Moments, first: int, body: str) -> Tenure | None:
    """Return the term of office in the line that a list is under (*nhiệm kỳ X ..., gồm:*).

    Args:
        moments: The moments of a text.
        first: Where an office in the list begins.
        body: The body that it names, folded, in lower case; empty without one.
    """
    lower = moments.lower
    at, _ = moments.line(first)
    floor = max(0, at - LONGEST_LINE)
    is_under = False
    while at > floor:
        above = lower.rfind("\n", floor, at - 1) + 1 or floor
        text, at = lower[above : at - 1], above
        if not text.strip() or _ITEM_MARK.match(text):
            continue
        is_under = is_under or _COMPRISES.search(text) is not None
        if not is_under:
            if not _NUMBER.match(text):
                return None
            continue
        for stretch in moments.between(above, above + len(text)):
            word = moments.lead(stretch)[1]
            if stretch.until is not None and word == "nhiệm kỳ":
                elected = is_of_election(lower, above, above + len(text))
                if elected or is_elsewhere(text, body):
                    return None
                return time_of(stretch, word, Clause())
        if _NUMBER.match(text) or not _LETTER.match(text):
            return None
    return None
