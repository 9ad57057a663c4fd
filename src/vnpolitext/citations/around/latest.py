"""The latest time a cited document can be from: by its sentence, and by the day of the text."""

import re
from typing import Final

from vnpolitext.citations.spans.core import Core
from vnpolitext.text.dates import DATE, read_date
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import clause_start

_HEAD: Final = 1500
_REACH: Final = 200
_CLOCK: Final = r"\d{1,2}[:h]\d\d(?!\d)"
_TIME_LINE: Final = lazy_pattern(
    rf"^[^\w\n]{{0,6}}(?:[^\W\d][^\n]{{0,24}}?[ ,])?(?:{_CLOCK}[^\w\n]{{1,6}})?(?:ngày )?"
    rf"{DATE}(?P<rest>[^\n]{{0,24}})$",
    re.IGNORECASE | re.MULTILINE,
)
_HAS_CLOCK: Final = lazy_pattern(_CLOCK)
_BOUNDARY: Final = lazy_pattern(r"[.;:!?\n](?:(?<=\n)|(?=\s))")
_OPENING: Final = lazy_pattern(
    rf"\W{{0,4}}(?:(?:trong|vào|cuối|đầu|giữa|từ đầu) )?"
    rf"(?:năm ((?:19|20)\d\d)(?!\d)|tháng \d{{1,2}} ?(?:[-/]|,? năm) ?((?:19|20)\d\d)(?!\d)"
    rf"|ngày {DATE})",
    re.IGNORECASE,
)
_LATER: Final = lazy_pattern(r"(?<!\w)(?:nay|sau|từ năm|kể từ|tiếp|tới|đến)(?!\w)", re.IGNORECASE)
_YEARS: Final = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?![\d/])")


def published(text: str) -> str | None:
    r"""Return the day of publication that stands with the time in a line at the head of a text.

    >>> published("Họp tổng kết\n05/07/2019 15:10\n\nSáng 5/7, Tỉnh ủy")
    '2019-07-05'
    """
    for line in _TIME_LINE.finditer(text, 0, min(len(text), _HEAD)):
        if _HAS_CLOCK.search(line[0]):
            return read_date(line)
    return None


def latest(text: str, core: Core, day: str | None) -> str | None:
    """Return the latest day or year that the document of a core can be from, or ``None``.

    A sentence that opens with its year (*Năm 2009, ... thực hiện Chỉ thị 15*) tells it, unless it
    goes on to later times.

    Args:
        text: The folded text.
        core: The citation.
        day: Day of the text, if known.
    """
    if core.number is None or core.number.year or core.rule == "letterhead":
        return day if core.rule != "letterhead" else None
    begin = max(0, core.start - _REACH)
    at = clause_start(_BOUNDARY, text, begin, core.start)
    if at == begin and begin:
        return day
    opening = _OPENING.match(text, at, core.start)
    if opening is None or _LATER.search(text, opening.end(), core.start):
        return day
    told: str | None = max(_YEARS.findall(text, at, core.start), default=None)
    if told is None:
        return day
    return min(told, day, key=lambda value: value + "-12-31" * (len(value) == 4)) if day else told
