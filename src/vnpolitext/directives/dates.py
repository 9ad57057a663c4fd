"""By when: dates and periods before which something is to be done."""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.directives.records import Deadline
from vnpolitext.directives.recurring import period, recurrence
from vnpolitext.text import View
from vnpolitext.text.dates import iso_date
from vnpolitext.text.numerals import numeral
from vnpolitext.text.patterns import lazy_pattern, spaced
from vnpolitext.text.phrases import word_set

_AMOUNTS: Final = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30, "bốn lăm": 45, "sáu mươi": 60,
}  # fmt: skip
_SPELLED_AMOUNTS: Final = "|".join(sorted(_AMOUNTS, key=len, reverse=True))
_FIGURE: Final = lazy_pattern(r"[0-9]+(?:[.,/-][0-9]+)*")
_MARK: Final = lazy_pattern(
    r"[0-9]+(?:[.,/-][0-9]+)*|quý[ \n][ivx]{1,3}(?!\w)|định kỳ(?!\w)"
    r"|(?:h[ằà]ng|mỗi)[ \n](?:năm|quý|tháng|tuần|ngày)(?!\w)"
    r"|(?:cuối|hết)[ \n](?:năm|quý|tháng|tuần|nhiệm kỳ)(?: nay| này)?(?! ?[0-9ivx])(?!\w)"
    r"|(?:năm|quý|tháng|tuần)[ \n](?:nay|này|tới|sau|tiếp theo)(?!\w)"
    r"|(?:thứ[ \n](?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)[ \n](?:h[ằà]ng|mỗi|tuần)(?!\w)"
    rf"|(?:(?<=vòng )|(?<=hạn ))(?:{_SPELLED_AMOUNTS})(?= (?:giờ|ngày|tuần|tháng|năm)(?!\w))"
    r"|(?:hai|ba|sáu|chín)[ \n](?:ngày|tuần|tháng|quý|năm)[ \n](?:một|1|01)[ \n]lần"
    r"|(?:nửa|(?:hai|ba|bốn|sáu|chín) tháng|(?:hai|ba) quý|(?:hai|ba) tuần)[ \n](?=đầu|cuối)"
)
_SPELLED: Final = (
    "quý", "hằng", "hàng", "cuối", "hết", "mỗi", "định kỳ", "nửa", "đầu", "tuần",
    " này", " nay", " tới", " sau", " tiếp theo", "vòng ", "hạn ", "một lần",
)  # fmt: skip
# What may stand between the relation and the day: an hour, a part of the day, a day of the week.
_CLOCK: Final = (
    r"(?:[0-9]{1,2} ?(?:giờ|h|g) ?(?:[0-9]{1,2} ?(?:phút)?)?,? ?"
    r"(?:(?:sáng|trưa|chiều|tối)(?: ngày)?,? )?)?"
    r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? ?\(?)?"
)
# No day and month where units of time are counted: *2.5 ngày*, *2-3 ngày*, *1/2 ngày*.
_NO_LENGTH: Final = (
    r"(?![0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?"
    r"(?:(?:giờ|ngày|tuần|tháng)(?!\w)|năm(?! ?(?:[0-9]|học|nay|này|sau|tới|trước|tiếp|đó)|\w)))"
)
_DAY: Final = (
    rf"(?:ngày |mùng |{_NO_LENGTH})"
    r"(?P<day1>[0-9]{1,2}) ?[-/.] ?(?P<month1>[0-9]{1,2})"
    r"(?:(?: ?[-/.] ?| năm )(?P<year1>[0-9]{4}))?"
)
# The first of two days of one month: *từ ngày 5 đến ngày 20 tháng 6 năm 2026*.
_FIRST_DAY: Final = (
    r"ngày (?P<day3>[0-9]{1,2})(?= (?:đến|tới) (?:hết )?ngày [0-9]{1,2} ?(?:tháng |[-/.] ?)"
    r"(?P<month5>[0-9]{1,2})(?:(?: năm | ?[-/.] ?)(?P<year8>[0-9]{4}))?)"
)
_WEEKDAY: Final = (
    r"(?:[0-9]{1,2} ?(?:giờ|h|g) ?(?:[0-9]{1,2} ?(?:phút)?)?,? ?)?(?:(?:sáng|trưa|chiều|tối),? )?"
    r"(?P<weekday>(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) "
    r"(?:(?:h[ằà]ng|mỗi) tuần|tuần (?:này|tới|sau)))"
)
_LONG: Final = (
    r"(?:ngày |(?<=trước )|(?<=đến )|(?<=hết )|(?<=nhất )|(?<=nhất là ))"
    r"(?P<day2>[0-9]{1,2}) tháng (?P<month2>[0-9]{1,2})(?: năm (?P<year2>[0-9]{4}))?"
)
_MONTH: Final = (
    r"(?:các )?tháng (?:[0-9]{1,2}(?:, ?| và | ?- ?)){0,5}(?P<month3>[0-9]{1,2})"
    r"(?:(?: ?[-/.] ?| năm | )(?P<year3>[0-9]{4}))?"
)
_QUARTER: Final = (
    r"(?:các )?quý (?:(?:iv|i{1,3}|[1-4])(?:, | và | ?- ?)){0,3}(?P<quarter>iv|i{1,3}|[1-4])(?!\w)"
    r"(?:(?: ?[-/.] ?| năm )(?P<year4>[0-9]{4}))?"
)
_YEAR: Final = (
    r"(?:(?:giai đoạn|nhiệm kỳ|năm học) (?:[0-9]{4} ?- ?)?"
    r"|(?:(?:các|hai|ba) năm (?:[0-9]{4}(?:, ?| và | ?- ?)){1,4}|năm ))(?P<year5>[0-9]{4})"
)
_SHARE: Final = r"(?P<many>[0-9]{1,2}|hai|ba|bốn|sáu|chín|nửa)"
_PART: Final = (
    rf"(?:vòng |thời gian )?{_SHARE}(?: (?P<piece>tháng|quý|tuần|ngày))? (?P<part>đầu|cuối) "
    r"(?:của )?(?:năm(?: (?P<year6>[0-9]{4}))?"
    r"|tháng (?P<month4>[0-9]{1,2})(?:(?: ?[-/.] ?| năm )(?P<year7>[0-9]{4}))?)"
)
_RECURRING: Final = (
    r"ngày (?P<nth>[0-9]{1,2}) (?:h[ằà]ng (?:tháng|quý|năm)"
    r"|(?:của )?(?:tháng [^,.;:\n]{0,24})?(?:của )?mỗi (?:tháng|quý|năm)"
    r"|(?:của )?tháng (?:tiếp theo|kế tiếp|liền kề|sau|đầu|cuối)"
    r"(?: (?:của )?(?:mỗi )?(?:quý|năm))?)"
)
_LENGTH: Final = (
    r"(?:thời hạn |vòng |thời gian )?(?:tối đa |không quá |nhiều nhất |khoảng )?"
    r"(?<![0-9])(?<![0-9][.,/-])(?:[0-9]{1,3} ?- ?)?"
    rf"(?P<amount>1/2|[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?|(?:{_SPELLED_AMOUNTS})(?= )) ?"
    r"(?:\([^)\n]{2,20}\) )?(?P<unit>giờ|tiếng|ngày|tuần|tháng|năm)(?: làm việc)?"
)
_RELATION: Final = (
    r"(?:(?P<before>(?:xong |hoàn thành )?trước(?: thời điểm)?(?: ít nhất| tối thiểu)?"
    r"|chậm nhất(?: là)? trước)"
    r"|(?P<by>(?:chậm|muộn) nhất(?: là)?(?: đến| vào| sau)?|không (?:quá|muộn hơn|chậm hơn)"
    r"|đến(?: hết)?|tới|hết|vào(?: dịp)?)"
    r"|(?P<in>trong(?: phạm vi)?)"
    r"|(?P<from>kể từ|từ|bắt đầu từ|(?<=hiệu lực )sau|(?<=thi hành )sau)"
    r"|(?P<label>(?:thời gian|thời hạn|tiến độ)(?: [^\W\d_]+){0,4}:|\())"
)
_SCALE: Final = r"(?: (?:cuối|hết|đầu|giữa|khoảng))?"
_OPEN: Final = (
    r"(?P<open>(?:năm|quý|tháng|tuần|nhiệm kỳ)(?: nay| này| tới| sau| tiếp theo)?(?! ?[0-9ivx]))"
)
_WHENS: Final = (
    _RECURRING, _FIRST_DAY, _WEEKDAY, rf"{_CLOCK}(?:{_LONG}|{_DAY})", _PART, _MONTH, _QUARTER,
    _YEAR, _LENGTH, _OPEN,
)  # fmt: skip
_WHEN: Final = "|".join(_WHENS)
_DEADLINE: Final = lazy_pattern(
    spaced(
        rf"(?<!\w)(?<!tính ){_RELATION}{_SCALE}(?: |(?<=\()(?=quý|năm|tháng))"
        rf"(?:{_WHEN})(?![\w%])"
    )
)
# A further time behind one, of the same relation: *quý IV/2023, quý I/2024*.
_FURTHER: Final = lazy_pattern(
    spaced(rf"(?:,|;| và) (?:{_RELATION} )?(?P<when>{_WHEN})(?![\w%/.-])(?!,\d)")
)
_ROW_END: Final = lazy_pattern(r" ?[).,;:\n]| ?\Z| (?:và|h[ằà]ng|mỗi|của mỗi|phải)(?!\w)")
_BARE: Final = lazy_pattern(
    spaced(
        rf"(?:{_RELATION}{_SCALE} )?(?:(?:[0-9]{{4}} ?- ?)?(?P<year9>(?:19|20)[0-9]{{2}})"
        rf"(?![/.-]?[0-9])|{_WHEN})"
        r"(?![\w%])"
    )
)
_ALWAYS: Final = lazy_pattern(r"thường xuyên|liên tục")
_LENGTHS: Final = {
    "giờ": "PT{}H",
    "tiếng": "PT{}H",
    "ngày": "P{}D",
    "tuần": "P{}W",
    "tháng": "P{}M",
    "năm": "P{}Y",
}
# One of these words stands before the figure of every deadline.
_RELATIONS: Final = word_set(
    "trước, đến, tới, hết, vào, trong, từ, sau, quá, hơn, nhất, là, hạn, vòng"
)
_NUMBERS: Final = ("khoản ", "điều ", "điểm ", "số ", "mục ", "khóa ", "/", "chương ", "thứ ")
_BEFORE: Final = 40
_AFTER: Final = 60
_MONTHS: Final = 12
_FEW: Final = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}
_MONTHS_OF: Final = {"tháng": 1, "quý": 3}
_DAYS_OF: Final = {"ngày": 1, "tuần": 7}
_HALF_MONTH: Final = 15
# From when something holds that is no date, and what is past.
_SINCE: Final = lazy_pattern(
    spaced(
        r"(?<!\w)(?:kể )?từ (?:ngày|khi|thời điểm) (?:[^\W\d_]+ ){0,6}?"
        r"(?:có hiệu lực(?: thi hành)?|ký(?: ban hành)?|được thông qua|ban hành)(?!\w)"
    )
)
_IN_FORCE: Final = lazy_pattern(r"(?:hiệu lực|áp dụng|thực hiện|thi hành|kể từ)(?!\w)")
_FROM_THEN: Final = lazy_pattern(spaced(r" (?:kể|tính) từ(?!\w)"))
_IN_PAST: Final = lazy_pattern(
    r"(?<!\w)(?:đã|sinh|mất|hy sinh)(?!\w)(?:(?!hoàn thành|phải)[^.;:\n])*\Z"
)
_REACH_BACK: Final = 80
_EARLY: Final = 30
_NEAR: Final = 4


def find_deadlines(
    view: View, start: int, end: int, *, is_order: bool = True, is_open: bool = False
) -> Iterator[Deadline]:
    """Yield the dates and periods of the folded ``start`` to ``end`` by which to act.

    Args:
        view: The document.
        start: Where the words of the item begin.
        end: Where they end.
        is_order: Whether the item orders something; of one that does not, only what a label names
            as a time (*Thời gian thực hiện: năm 2025*), or from when something holds, is yielded.
        is_open: Whether it may still be a matter for the future: a date that it opens with
            (*Đến năm 2030, ...*) is yielded, too.
    """
    found = [
        *_stated(view, start, end, is_order=is_order, is_open=is_open),
        *_since(view, start, end),
    ]
    lengths_end = -_NEAR - 1
    for deadline in sorted(found, key=lambda each: each.start):
        if deadline.due is not None or not lengths_end <= deadline.start <= lengths_end + _NEAR:
            yield deadline
        lengths_end = deadline.end if (deadline.due or "").startswith("P") else -_NEAR - 1


def _stated(
    view: View, start: int, end: int, *, is_order: bool, is_open: bool
) -> Iterator[Deadline]:
    """Yield what has a figure, or recurs."""
    lower, done, dated = view.lower, start, -2
    is_spelled = any(lower.find(word, start, end) >= 0 for word in _SPELLED)
    marks = _MARK if is_spelled else _FIGURE
    for mark in marks.finditer(lower, start, end):
        at = mark.start()
        if at < done or lower.endswith(_NUMBERS, 0, at):
            continue
        found = _around(lower, at, max(done, start, at - _BEFORE), end)
        if found is not None:
            done = dated = found.end()
            if is_order or (is_open and found.start() - start < _EARLY):
                tells = not _is_past(lower, found, start)
            else:
                tells = _is_in_force(lower, found, start)
            if tells:
                yield _deadline(view, found, _due(found), _relation(found))
                for further in _further(lower, found, end):
                    done = dated = further.end()
                    begin, relation = further.start("when"), _relation(found)
                    yield _placed(view, begin, further.end(), _due(further), relation)
        elif is_order:
            every = recurrence(lower, at, max(done, start), end)
            if every is not None and every.start() > dated + 1:
                yield _deadline(view, every, period(every), "every")
            done = every.end() if every is not None else done


def _since(view: View, start: int, end: int) -> Iterator[Deadline]:
    """Yield from when something holds where that is no date: *kể từ ngày ký*."""
    if view.lower.find("từ ", start, end) < 0:
        return
    for found in _SINCE.finditer(view.lower, start, end):
        if _IN_FORCE.search(view.lower, max(start, found.start() - _REACH_BACK), found.start()):
            yield _deadline(view, found, None, "from")


def _further(lower: str, found: re.Match[str], end: int) -> Iterator[re.Match[str]]:
    """Yield the times that stand in a row with one, without a relation of their own."""
    has_day, at = bool(found["day1"] or found["day2"]), found.end()
    while (further := _FURTHER.match(lower, at, end)) is not None:
        is_day = bool(further["day1"] or further["day2"])
        if further["amount"] or further["open"] or is_day != has_day:
            return
        if any(further[name] for name in ("before", "by", "in", "from", "label")):
            return
        if lower[at] in ",;" and _ROW_END.match(lower, further.end(), end) is None:
            return
        yield further
        at = further.end()


def _deadline(view: View, found: re.Match[str], due: str | None, relation: str) -> Deadline:
    return _placed(view, _begin(found), found.end(), due, relation)


def _placed(view: View, begin: int, end: int, due: str | None, relation: str) -> Deadline:
    first, last = view.span(begin, end)
    return Deadline(first, last, view.source[first:last], due=due, relation=relation)


def _is_past(lower: str, found: re.Match[str], start: int) -> bool:
    """Whether a date tells when something was: *người đã mất trước ngày 5/7/1994*."""
    back = max(start, found.start() - _REACH_BACK)
    if found["label"] or lower.startswith(("hoàn thành", "xong"), found.start()):
        return False
    return _IN_PAST.search(lower, back, found.start()) is not None


def _is_in_force(lower: str, found: re.Match[str], start: int) -> bool:
    """Whether a date in what orders nothing says from when it holds, or a label names it a time."""
    if found["label"] or lower.startswith("kể từ", found.start()):
        return True
    if found["amount"] and not _FROM_THEN.match(lower, found.end()):
        return found[0].endswith("làm việc")
    return (
        _IN_FORCE.search(lower, max(start, found.start() - _REACH_BACK), found.start()) is not None
    )


def cell_deadlines(view: View, start: int, end: int, relation: str) -> list[Deadline]:
    """Return the deadlines of the cell of a table, which need no word of relation.

    Args:
        view: The document.
        start: Where the cell begins, folded.
        end: Where it ends.
        relation: What the head of its column says: ``"by"`` or ``"in"``.
    """
    found = list(find_deadlines(view, start, end))
    if found:
        return found
    lower = view.lower
    matches = [(match, False) for match in _BARE.finditer(lower, start, end)]
    matches += [(match, True) for match in _ALWAYS.finditer(lower, start, end) if not matches]
    for match, always in matches:
        first, last = view.span(match.start(), match.end())
        due = None if always else _due(match)
        told = (
            "every"
            if always
            else next((name for name in ("before", "by", "in", "from") if match[name]), relation)
        )
        found.append(Deadline(first, last, view.source[first:last], due=due, relation=told))
    return found


def _around(lower: str, at: int, first: int, end: int) -> re.Match[str] | None:
    """The deadline that ``at`` stands in."""
    before = lower[first:at]
    if _RELATIONS.isdisjoint(before.split()) and not (":" in before or "(" in before):
        return None
    for match in _DEADLINE.finditer(lower, first, min(end, at + _AFTER)):
        if match.start() <= at < match.end():
            return match
    return None


def _begin(match: re.Match[str]) -> int:
    """Where a deadline begins: behind a bracket."""
    groups = match.re.groupindex
    bracket = "label" in groups and match["label"] == "("
    return match.end("label") if bracket else match.start()


def _relation(found: re.Match[str]) -> str:
    if found["label"]:
        return "by" if "hạn" in found["label"] or "hoàn thành" in found["label"] else "in"
    if found["amount"] and (found["by"] or "").endswith("quá"):
        return "in"
    return next(name for name in ("before", "by", "in", "from") if found[name])


def _amount(written: str) -> str:
    """How many, in figures, with a point before a fraction, as ISO 8601 has it."""
    if written in _AMOUNTS:
        return str(_AMOUNTS[written])
    whole, *fraction = ["0", "5"] if written == "1/2" else re.split("[.,]", written)
    return ".".join((str(int(whole)), *fraction))


def _due(found: re.Match[str]) -> str | None:
    years = (name for name in found.re.groupindex if name.startswith("year"))
    year = next((found[name] for name in years if found[name]), None)
    hour = found["unit"] == "giờ" and (found["before"] or "").startswith("trước")
    if found["open"] or found["nth"] or found["weekday"] or hour:
        return None
    if found["part"]:
        return _end_of_part(found, year)
    if found["amount"]:
        return _LENGTHS[found["unit"]].format(_amount(found["amount"]))
    if found["quarter"]:
        number = numeral(found["quarter"])
        return f"{year}-Q{number}" if year else f"Q{number}"
    month = found["month1"] or found["month2"] or found["month3"] or found["month5"]
    return iso_date(year, month, found["day1"] or found["day2"] or found["day3"])


def _end_of_part(found: re.Match[str], year: str | None) -> str | None:
    """The last month of *6 tháng đầu năm 2022*, the last day of *10 ngày đầu tháng 5*."""
    many, piece, is_first = found["many"], found["piece"], found["part"] == "đầu"
    amount = _FEW.get(many) or (int(many) if many.isdecimal() else 0)
    if found["month4"]:
        days = _HALF_MONTH if many == "nửa" else amount * _DAYS_OF.get(piece or "", 0)
        return iso_date(year, found["month4"], str(days) if is_first and days else None)
    months = _MONTHS // 2 if many == "nửa" else amount * _MONTHS_OF.get(piece or "", 0)
    if not 0 < months <= _MONTHS:
        return None
    return iso_date(year, str(months if is_first else _MONTHS), None)
