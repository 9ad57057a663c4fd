r"""How times are written in orders: days, months, quarters, years, parts of these, and lengths.

Each pattern has its own groups, all of them together are `WHEN`; `due_of` reads what was matched.
A blank stands for a blank or a line break (`spaced`).
"""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.text.dates import iso_date
from vnpolitext.text.numerals import numeral
from vnpolitext.text.patterns import lazy_pattern, spaced

_AMOUNTS: Final = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30, "bốn lăm": 45, "sáu mươi": 60,
}  # fmt: skip
SPELLED_AMOUNTS: Final = "|".join(sorted(_AMOUNTS, key=len, reverse=True))
_LENGTHS: Final = {
    "giờ": "PT{}H",
    "tiếng": "PT{}H",
    "ngày": "P{}D",
    "tuần": "P{}W",
    "tháng": "P{}M",
    "năm": "P{}Y",
}
_MONTHS: Final = 12
_FEW: Final = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}
_MONTHS_OF: Final = {"tháng": 1, "quý": 3}
_DAYS_OF: Final = {"ngày": 1, "tuần": 7}
_HALF_MONTH: Final = 15
# What may stand between the relation and the day: an hour, a part of the day, a day of the week.
_HOUR: Final = r"[0-9]{1,2} ?(?:giờ|h|g|:) ?(?:[0-9]{1,2} ?(?:phút|['’′])?)?,? ?"
_CLOCK: Final = (
    rf"(?:{_HOUR}(?:(?:sáng|trưa|chiều|tối)(?: ngày)?,? )?)?"
    r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? ?\(?)?"
)
# Which year a day is of, where it is not stated: *15/12 hằng năm*, *15/11 năm hiện hành*.
_WHICH_YEAR: Final = (
    r"(?: h[ằà]ng năm| (?:của )?(?:mỗi năm|năm (?:nay|này|trước|sau|hiện hành|tiếp theo|kế tiếp"
    r"|liền kề|kế hoạch|báo cáo)(?: liền kề)?))?"
)
# No day and month where units of time are counted: *2.5 ngày*, *2-3 ngày*, *1/2 ngày*.
_NO_LENGTH: Final = (
    r"(?![0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?"
    r"(?:(?:giờ|ngày|tuần|tháng)(?!\w)|năm(?! ?(?:[0-9]|học|nay|này|sau|tới|trước|tiếp|đó)|\w)))"
)
_DAY: Final = (
    rf"(?:ngày |mùng |{_NO_LENGTH})"
    r"(?P<day1>[0-9]{1,2}) ?[-/.] ?(?P<month1>[0-9]{1,2})"
    rf"(?:(?: ?[-/.] ?| năm )(?P<year1>[0-9]{{4}})|{_WHICH_YEAR})"
)
# The first of two days of one month: *từ ngày 5 đến ngày 20 tháng 6 năm 2026*.
_FIRST_DAY: Final = (
    r"ngày (?P<day3>[0-9]{1,2})(?= (?:đến|tới) (?:hết )?ngày [0-9]{1,2} ?(?:tháng |[-/.] ?)"
    r"(?P<month5>[0-9]{1,2})(?:(?: năm | ?[-/.] ?)(?P<year8>[0-9]{4}))?)"
)
_WEEKDAY: Final = (
    rf"(?:{_HOUR})?(?:(?:sáng|trưa|chiều|tối),? )?"
    r"(?P<weekday>(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) "
    r"(?:(?:h[ằà]ng|mỗi) tuần|tuần (?:này|tới|sau)))"
)
_LONG: Final = (
    r"(?:ngày |(?<=trước )|(?<=đến )|(?<=hết )|(?<=nhất )|(?<=nhất là ))"
    r"(?P<day2>[0-9]{1,2}) tháng (?P<month2>[0-9]{1,2})"
    rf"(?: năm (?P<year2>[0-9]{{4}})|{_WHICH_YEAR})"
)
_MONTH: Final = (
    r"(?:các )?tháng (?:[0-9]{1,2}(?:, ?| và | ?- ?)){0,5}(?P<month3>[0-9]{1,2})"
    rf"(?:(?: ?[-/.] ?| năm | )(?P<year3>[0-9]{{4}})|{_WHICH_YEAR})"
)
_QUARTER: Final = (
    r"(?:các )?quý (?:(?:iv|i{1,3}|[1-4])(?:, | và | ?- ?)){0,3}(?P<quarter>iv|i{1,3}|[1-4])(?!\w)"
    rf"(?:(?: ?[-/.] ?| năm )(?P<year4>[0-9]{{4}})|{_WHICH_YEAR})"
)
_YEAR: Final = (
    r"(?:(?:giai đoạn|nhiệm kỳ|năm học) (?:[0-9]{4} ?- ?)?"
    r"|(?:(?:các|hai|ba|[0-9]{1,2}) năm (?:[0-9]{4}(?:, ?| và | ?- ?)){1,4}|năm )"
    r"|(?:(?<=đến )|(?<=trước )|(?<=hết )|(?<=tới ))(?=20[0-9]{2} ?(?:[.,;:)]|\Z)(?![0-9])))"
    r"(?P<year5>[0-9]{4})"
)
_SHARE: Final = "[0-9]{1,2}|hai|ba|bốn|sáu|chín|nửa"
_PART: Final = (
    rf"(?:vòng |thời gian )?(?P<many>{_SHARE})(?: (?P<piece>tháng|quý|tuần|ngày))? "
    r"(?P<part>đầu|cuối) "
    r"(?:của )?(?:năm(?: (?P<year6>[0-9]{4}))?"
    r"|tháng (?P<month4>[0-9]{1,2})(?:(?: ?[-/.] ?| năm )(?P<year7>[0-9]{4}))?)"
)
_RECURRING: Final = (
    r"ngày (?P<nth>[0-9]{1,2}) (?:h[ằà]ng (?:tháng|quý|năm)"
    r"|(?:của )?(?:tháng [^,.;:\n]{0,24})?(?:của )?mỗi (?:tháng|quý|năm)"
    r"|(?:của )?tháng (?:tiếp theo|kế tiếp|liền kề|này|sau|tới|đầu|cuối)"
    r"(?: (?:của )?(?:mỗi )?(?:quý|năm))?)"
)
_LENGTH: Final = (
    r"(?:thời hạn |vòng |thời gian )?(?:tối đa |không quá |nhiều nhất |khoảng )?"
    r"(?<![0-9])(?<![0-9][.,/-])(?:[0-9]{1,3} ?- ?)?"
    rf"(?P<amount>1/2|[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?|(?:{SPELLED_AMOUNTS})(?= )) ?"
    r"(?:\([^)\n]{2,20}\) )?(?P<unit>giờ|tiếng|ngày|tuần|tháng|năm)(?: làm việc)?"
)
_OPEN: Final = (
    r"(?P<open>(?:năm|quý|tháng|tuần|nhiệm kỳ)(?: nay| này| tới| sau| tiếp theo)?(?! ?[0-9ivx]))"
)
# What is known to come, though not on which day.
_EVENT: Final = (
    r"(?P<event>(?:(?:dịp|mùa|khi|ngày|thời điểm) )?(?:tết(?: (?:nguyên đán|dương lịch|trung thu))?"
    r"|mùa (?:mưa(?: (?:bão|lũ))?|bão|lũ|khô|khai giảng)|mưa bão|khai giảng(?: năm học mới)?"
    r"|năm học mới|kỳ họp|(?:ngày )?bầu cử)(?: (?:thứ \w+|giữa năm|cuối năm))?"
    r"(?: (?:năm )?(?P<year10>20[0-9]{2}))?)"
)
RELATION: Final = (
    r"(?:(?P<before>(?:xong |hoàn thành )?trước(?: thời điểm)?(?: ít nhất| tối thiểu)?"
    r"|chậm nhất(?: là)? trước)"
    r"|(?P<by>(?:chậm|muộn) nhất(?: là)?(?: đến| vào| sau)?|không (?:quá|muộn hơn|chậm hơn)"
    r"|(?:từ nay )?(?:đến|tới)(?: hết)?|hết|vào(?: dịp)?)"
    r"|(?P<in>trong(?: phạm vi| suốt)?)"
    r"|(?P<from>kể từ|từ|bắt đầu từ|(?<=hiệu lực )sau|(?<=thi hành )sau)"
    r"|(?P<label>(?:thời gian|thời hạn|tiến độ)(?: [^\W\d_]+){0,4}:"
    r"|(?:thời )?hạn (?:cuối(?: cùng)?|chót)(?: là| vào| đến|:)?|\())"
)
"""What relates a time to what is to be done, each kind in its group."""
SCALE: Final = r"(?: (?:cuối|hết|đầu|giữa|khoảng))?"
"""Which part of the time behind it, that its day does not tell."""
WHEN: Final = "|".join(
    (_RECURRING, _FIRST_DAY, _WEEKDAY, rf"{_CLOCK}(?:{_LONG}|{_DAY})", _PART, _MONTH, _QUARTER,
     _YEAR, _LENGTH, _OPEN, _EVENT)
)  # fmt: skip
"""A time behind a word of relation: *trước*, *đến*, *trong*."""
ALONE: Final = (
    r"(?:(?P<stage>đầu|giữa|cuối|(?:thượng|trung|hạ) tuần) )?"
    rf"(?:{_MONTH}|{_QUARTER}|{_YEAR}|{_OPEN})|{_PART}|{_WEEKDAY}"
)
"""A time that needs no word of relation: *cuối năm 2026*, *quý III/2026*, *6 tháng đầu năm*."""
FRONTED_TIME: Final = (
    r"(?:đầu|giữa|cuối|(?:thượng|trung|hạ) tuần) (?:năm|quý|tháng|tuần|nhiệm kỳ)"
    r"|quý (?:iv|i{1,3}|[1-4])|tháng [0-9]{1,2}|năm (?:[0-9]{4}|nay|tới|sau|học)|giai đoạn|nhiệm kỳ"
    rf"|(?:{_SHARE}) (?:tháng|quý|tuần|ngày) (?:đầu|cuối)"
    r"|(?:thời gian|những năm|các năm) (?:tới|tiếp theo|[0-9])"
    r"|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) (?:h[ằà]ng|mỗi) tuần"
)
"""How a clause begins that says first when: *Quý III/2026, ...*, *Thời gian tới, ...*."""
_FIRST: Final = frozenset((
    "trư", "chậ", "muộ", "khô", "đến", "tới", "hết", "vào", "tro", "bắt", "thờ", "tiế", "hạn",
    "đầu", "giữ", "cuố", "thư", "tru", "quý", "các", "thá", "năm", "gia", "nhi", "nửa", "hai",
    "bốn", "sáu", "chí", "thứ", "chủ", "xon", "hoà", "kể ", "từ ", "hạ ", "ba ",
))  # fmt: skip
"""The first three letters of all times, which most words do not have."""
_RELATED: Final = lazy_pattern(spaced(rf"{RELATION}{SCALE} (?:{WHEN})(?![\w%/])"))
_UNRELATED: Final = lazy_pattern(spaced(rf"(?:{ALONE})(?![\w%/])"))
_AND_THEN: Final = lazy_pattern(
    r"[*_]*(?:[:,][*_]*[ \n]|[ \n](?!(?:kể|tính|theo|của|trở|hoặc|và|đến|tới|này|nêu|trên)(?!\w)))"
)


def behind_time(lower: str, at: int, stop: int) -> int:
    """Return where words go on behind a time that they begin with, or ``at`` where they do not.

    Example:
        >>> words = "trong năm 2026 hoàn thành đề án"
        >>> words[behind_time(words, 0, len(words)) :]
        'hoàn thành đề án'
    """
    if lower[at : at + 3] not in _FIRST and not lower[at : at + 1].isdigit():
        return at
    time = _RELATED.match(lower, at, stop) or _UNRELATED.match(lower, at, stop)
    further = _AND_THEN.match(lower, time.end(), stop) if time is not None else None
    if time is None or further is None or (time["open"] and time.start("open") == at):
        return at
    lasts = time.groupdict().get("amount") is not None and further[0].isspace()
    return at if lasts else further.end()


def due_of(found: re.Match[str]) -> str | None:
    """Return what a match of `WHEN` or `ALONE` says, ISO 8601, or ``None`` where it cannot be said.

    Of a part of a time without figures (*cuối năm 2026*) the time itself is returned (*2026*).
    """
    told = found.groupdict()
    year = next((text for name, text in told.items() if text and name.startswith("year")), None)
    hour = told.get("unit") == "giờ" and (told.get("before") or "").startswith("trước")
    if hour or any(told.get(name) for name in ("open", "nth", "weekday", "event")):
        return None
    if told.get("part"):
        return _end_of_part(told, year)
    if amount := told.get("amount"):
        return _LENGTHS[told["unit"] or ""].format(_amount(amount))
    if quarter := told.get("quarter"):
        number = numeral(quarter)
        return f"{year}-Q{number}" if year else f"Q{number}"
    months = (told.get(f"month{number}") for number in (1, 2, 3, 5))
    days = (told.get(f"day{number}") for number in (1, 2, 3))
    return iso_date(year, next(filter(None, months), None), next(filter(None, days), None))


def _amount(written: str) -> str:
    """How many, in figures, with a point before a fraction, as ISO 8601 has it."""
    if written in _AMOUNTS:
        return str(_AMOUNTS[written])
    whole, *fraction = ["0", "5"] if written == "1/2" else re.split("[.,]", written)
    return ".".join((str(int(whole)), *fraction))


def _end_of_part(told: dict[str, str | None], year: str | None) -> str | None:
    """The last month of *6 tháng đầu năm 2022*, the last day of *10 ngày đầu tháng 5*."""
    many, piece, is_first = told["many"] or "", told["piece"] or "", told["part"] == "đầu"
    amount = _FEW.get(many) or (int(many) if many.isdecimal() else 0)
    if told["month4"]:
        days = _HALF_MONTH if many == "nửa" else amount * _DAYS_OF.get(piece, 0)
        return iso_date(year, told["month4"], str(days) if is_first and days else None)
    months = _MONTHS // 2 if many == "nửa" else amount * _MONTHS_OF.get(piece, 0)
    if not 0 < months <= _MONTHS:
        return None
    return iso_date(year, str(months if is_first else _MONTHS), None)
