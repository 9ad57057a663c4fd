"""By when: dates and periods before which something is to be done."""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.directives.records import Deadline
from vnpolitext.text import View
from vnpolitext.text.dates import iso_date
from vnpolitext.text.numerals import numeral
from vnpolitext.text.patterns import lazy_pattern

_FIGURE: Final = lazy_pattern(r"[0-9]+(?:[.,/-][0-9]+)*")
_MARK: Final = lazy_pattern(
    r"[0-9]+(?:[.,/-][0-9]+)*|quý [ivx]{1,3}(?!\w)|h[ằà]ng (?:năm|quý|tháng|tuần|ngày)(?!\w)"
    r"|(?:cuối|hết) (?:năm|quý|tháng|tuần|nhiệm kỳ)(?: nay| này)?(?! ?[0-9ivx])(?!\w)"
)
_SPELLED: Final = ("quý ", "hằng ", "hàng ", "cuối ", "hết ")
# What may stand between the relation and the day: an hour, a part of the day, a day of the week.
_CLOCK: Final = (
    r"(?:[0-9]{1,2} ?(?:giờ|h|g) ?(?:[0-9]{1,2} ?(?:phút)?)?,? ?"
    r"(?:(?:sáng|trưa|chiều|tối)(?: ngày)?,? )?)?"
    r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? ?\(?)?"
)
_DAY: Final = (
    r"(?:ngày |mùng )?(?P<day1>[0-9]{1,2}) ?[-/.] ?(?P<month1>[0-9]{1,2})"
    r"(?: ?[-/.] ?(?P<year1>[0-9]{4}))?"
)
_LONG: Final = (
    r"ngày (?P<day2>[0-9]{1,2}) tháng (?P<month2>[0-9]{1,2})(?: năm (?P<year2>[0-9]{4}))?"
)
_MONTH: Final = r"tháng (?P<month3>[0-9]{1,2})(?:(?: ?[-/.] ?| năm | )(?P<year3>[0-9]{4}))?"
_QUARTER: Final = (
    r"quý (?P<quarter>iv|i{1,3}|[1-4])(?!\w)(?:(?: ?[-/.] ?| năm )(?P<year4>[0-9]{4}))?"
)
_YEAR: Final = r"(?:năm |(?:giai đoạn|nhiệm kỳ) (?:[0-9]{4} ?- ?)?)(?P<year5>[0-9]{4})"
_PART: Final = (
    r"(?P<months>[0-9]{1,2}) tháng (?P<part>đầu|cuối) (?:của )?năm(?: (?P<year6>[0-9]{4}))?"
)
_LENGTH: Final = (
    r"(?:thời hạn |vòng |thời gian )?(?P<amount>[0-9]{1,3}) ?(?:\([^)\n]{2,20}\) )?"
    r"(?P<unit>giờ|ngày|tuần|tháng|năm)(?: làm việc)?"
)
_RELATION: Final = (
    r"(?:(?P<before>(?:xong |hoàn thành )?trước(?: thời điểm)?"
    r"|chậm nhất(?: là)?(?: trước| đến| vào)?|không (?:quá|muộn hơn))"
    r"|(?P<by>đến(?: hết)?|tới|hết|vào)|(?P<in>trong(?: phạm vi)?)"
    r"|(?P<from>kể từ|từ|bắt đầu từ))"
)
_SCALE: Final = r"(?: (?:cuối|hết|đầu|giữa|khoảng))?"
_OPEN: Final = r"(?P<open>(?:năm|quý|tháng|tuần|nhiệm kỳ)(?: nay| này)?(?! ?[0-9ivx]))"
_WHEN: Final = "|".join(
    (rf"{_CLOCK}(?:{_LONG}|{_DAY})", _PART, _MONTH, _QUARTER, _YEAR, _LENGTH, _OPEN)
)
_DEADLINE: Final = lazy_pattern(rf"(?<!\w)(?<!tính ){_RELATION}{_SCALE} (?:{_WHEN})(?![\w%])")
_EVERY: Final = lazy_pattern(
    r"(?<!\w)(?:định kỳ )?h[ằà]ng (?P<period>năm|quý|tháng|tuần|ngày)(?!\w)"
)
_PERIODS: Final = {"năm": "P1Y", "quý": "P3M", "tháng": "P1M", "tuần": "P7D", "ngày": "P1D"}
_LENGTHS: Final = {"giờ": "PT{}H", "ngày": "P{}D", "tuần": "P{}W", "tháng": "P{}M", "năm": "P{}Y"}
# One of these words stands before the figure of every deadline.
_RELATIONS: Final = frozenset(
    ["trước", "đến", "tới", "hết", "vào", "trong", "từ", "quá", "hơn", "nhất", "là"]
)
_NUMBERS: Final = ("khoản ", "điều ", "điểm ", "số ", "mục ", "khóa ", "/", "chương ", "thứ ")
_BEFORE: Final = 40
_AFTER: Final = 40
_MONTHS: Final = 12


def find_deadlines(view: View, start: int, end: int) -> Iterator[Deadline]:
    """Yield the dates and periods of the folded ``start`` to ``end`` by which to act."""
    lower = view.lower
    done = start
    is_spelled = any(lower.find(word, start, end) >= 0 for word in _SPELLED)
    marks = _MARK if is_spelled else _FIGURE
    for mark in marks.finditer(lower, start, end):
        if mark.start() < done or lower.endswith(_NUMBERS, 0, mark.start()):
            continue
        every = None
        if mark[0][0] == "h":
            every = _EVERY.search(lower, max(done, mark.start() - 9), mark.end())
        found = every or _around(lower, mark.start(), max(done, mark.start() - _BEFORE), end)
        if found is None:
            continue
        done = found.end()
        first, last = view.span(found.start(), found.end())
        due = _PERIODS[found["period"]] if every else _due(found)
        relation = "every" if every else _relation(found)
        yield Deadline(first, last, view.source[first:last], due=due, relation=relation)


def _around(lower: str, at: int, first: int, end: int) -> re.Match[str] | None:
    """The deadline that ``at`` stands in."""
    if _RELATIONS.isdisjoint(lower[first:at].split()):
        return None
    for match in _DEADLINE.finditer(lower, first, min(end, at + _AFTER)):
        if match.start() <= at < match.end():
            return match
    return None


def _relation(found: re.Match[str]) -> str:
    if found["part"]:
        return "by"
    return next(name for name in ("before", "by", "in", "from") if found[name])


def _due(found: re.Match[str]) -> str | None:
    year = next((found[f"year{n}"] for n in range(1, 7) if found[f"year{n}"]), None)
    if found["open"] or (found["unit"] == "giờ" and (found["before"] or "").startswith("trước")):
        return None
    if found["part"]:
        return _end_of_part(int(found["months"]), found["part"], year)
    if found["amount"]:
        return _LENGTHS[found["unit"]].format(int(found["amount"]))
    if found["quarter"]:
        number = numeral(found["quarter"])
        return f"{year}-Q{number}" if year else f"Q{number}"
    month = found["month1"] or found["month2"] or found["month3"]
    return iso_date(year, month, found["day1"] or found["day2"])


def _end_of_part(months: int, part: str, year: str | None) -> str | None:
    """The last month of *6 tháng đầu năm 2022* or *3 tháng cuối năm*."""
    if not 0 < months <= _MONTHS:
        return None
    return iso_date(year, str(months if part == "đầu" else _MONTHS), None)
