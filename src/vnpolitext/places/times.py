"""The time that a text speaks of at a place, which may be long before its own."""

from bisect import bisect_left
from functools import cached_property
from typing import Final

from vnpolitext.places.reading import REFORM
from vnpolitext.text.patterns import lazy_pattern

_ANY_YEAR: Final = lazy_pattern(
    r"[12](?<!\d[12])(?:(?<=1)[89]|(?<=2)0|(?<=năm 1)[0-7])\d\d(?![\d/])"
)
_TODAY: Final = lazy_pattern(r"(?<!\w)(?:nay|hiện|bây giờ|ngày nay)(?!\w)")
# "giữa Phú Yên và Khánh Hòa ngày nay", "Tỉnh Phú Yên nay có"; not "Hà Đông, nay là"
_TODAY_BEHIND: Final = lazy_pattern(
    r"[^.;()\n]{0,120}?(?<!\w)(?:ngày|hiện) nay(?!\w)| (?:nay|hiện) (?!(?:là|thuộc) )"
)
_BIRTH: Final = lazy_pattern(r"(?<!\w)sinh (?:ra )?(?:ngày|năm|tháng|tại|ở|vào)(?!\w)")
_HOME: Final = lazy_pattern(r"(?<!\w)(?:quê|nguyên quán|nguyên tịch)(?!\w)")
# "(sinh 1953), là một sĩ quan", "sinh năm 1969, thường trú": of later than the birth.
_OF_BIRTH: Final = lazy_pattern(
    r"(?<!\w)(?<!hy )sinh:? (?:(?:vào|ngày|năm|tháng|mùng|mồng|\d{1,2}|[/.-]) ?){0,8}$"
)
_SINCE_BIRTH: Final = lazy_pattern(
    r"(?<!\w)(?:(?:thường|tạm|cư) trú|trú (?:tại|ở)|ngụ|hộ khẩu|hktt|chỗ ở|nơi ở)(?!\w)"
    r"|[,)] (?:(?:hiện|nguyên|từng) )?là(?!\w)"
)
_FULL_STOP: Final = lazy_pattern(r"[.!?]\s")
# A year of a date, and one that opens a sentence, are those of what is told; not of a law or plan.
_OF_DATE: Final = lazy_pattern(r"(?:tháng \d{1,2}(?: năm |[/.-])|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-])$")
# "khóa XV nhiệm kỳ 2021 - 2026"
_OF_TERM: Final = lazy_pattern(
    r"(?:nhiệm k[ỳì]|giai đoạn)(?: năm)?:? (?:(?:19|20)\d\d ?[-–] ?)?(?:19[89]|20\d)\d$"
)
_MONTH: Final = lazy_pattern(
    r"(?<!\w)tháng (1[0-2]|0?[1-9])(?: năm |[/.-])$|(?<!\d)(1[0-2]|0?[1-9])[/.-]$"
)
_OPENING: Final = lazy_pattern(
    r"\W*(?:(?:từ|đến|trong|cuối|đầu|giữa|sau|trước|vào|mùa \w+|tới) ){0,2}năm $"
)
# "Tỉnh A được thành lập ngày 1 tháng 7 năm 1965"
_FOUNDED: Final = lazy_pattern(
    r" (?:\w+ ){0,2}(?:thành lập|tái lập|lập|ra đời|giải thể|tồn tại)(?: lại)?"
    r"(?= )(?: (?:vào|từ|từ ngày|ngày|tháng|năm|mùa|\w{1,6}|[\d/.-]{1,10})){0,6}? ?"
    r"(?<!\d)(?:[\d/.-]{0,6}[/.-])?(?P<year>(?:18|19|20)\d\d)(?!\d)"
)
# "tỉnh A năm 1899", "tỉnh A, tháng 9/1954."
_THEN: Final = lazy_pattern(
    r"(,)? (?:vào |hồi |từ |thời |đầu |cuối |\()?(?:ngày \d{1,2}(?: tháng |[/.-]))?"
    r"(?:(?:tháng )?\d{1,2}(?: năm |[/.-])|năm )(?P<year>(?:18|19|20)\d\d)(?!\d)"
    r"(?(1)(?= ?(?:[.;)\n]|$)))"
)
# "### Bí thư Tỉnh ủy A", and below it "Từ tháng 4 năm 2008, ..."
_BELOW: Final = lazy_pattern(
    r"[^\n]{0,30}\n\s{0,3}(?:\[[^\]\n]{0,30}\])?"
    r"(?:từ |đến |ngày \d{1,2} |cuối |đầu |giữa |vào |tháng \d{1,2}[ ,]{0,2}){0,4}"
    r"năm (?P<year>(?:19|20)\d\d)(?!\d)"
)
# "Bí thư Tỉnh ủy A | |", and in the row below "| Nhiệm kỳ | tháng 5 năm 1994 - 1996"
_TERM_BELOW: Final = lazy_pattern(
    r"[^\n]{0,40}\n\s{0,3}\|? ?nhiệm kỳ ?\| ?(?:[^\n|]{0,20}?(?<!\d))?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_HEADING: Final = lazy_pattern(r"(?:^|\n)[#=]{2,6} [^\n]{0,60}$")
# "Đại biểu Quốc hội Việt Nam khóa I Quảng Bình", "ĐBQH khóa VIII tỉnh A, khóa IX tỉnh B"
_TERM: Final = lazy_pattern(
    r"((?:quốc hội|đbqh)(?: việt nam)? )?(?<!\w)khóa (i{1,3}|i[vx]|vi{0,3}|xi{0,2})(?!\w)"
)
_TERMS: Final = {
    "i": "1946",
    "ii": "1960",
    "iii": "1964",
    "iv": "1971",
    "v": "1975",
    "vi": "1976",
    "vii": "1981",
    "viii": "1987",
    "ix": "1992",
    "x": "1997",
    "xi": "2002",
    "xii": "2007",
}
# Wars and revolts by a word of their names, and a day of each, by which a province is known.
_EVENTS: Final = {
    "cách mạng tháng tám": {"cách mạng tháng tám": "1945-08-31"},
    "cướp chính quyền": {"cướp chính quyền": "1945-08-31"},
    "miền nam hoàn toàn giải phóng": {"miền nam hoàn toàn giải phóng": "1975-05-31"},
    "thời pháp thuộc": {"thời pháp thuộc": "1930-12-31"},
    "khởi nghĩa": {
        "tổng khởi nghĩa": "1945-08-31",
        "khởi nghĩa nam kỳ": "1940-12-31",
        "nam kỳ khởi nghĩa": "1940-12-31",
        "khởi nghĩa bắc sơn": "1940-12-31",
    },
    "chiến dịch": {
        "chiến dịch điện biên phủ": "1954-05-07",
        "chiến dịch tây nguyên": "1975-04-03",
        "chiến dịch hồ chí minh": "1975-04-30",
    },
    "phong trào": {
        "phong trào xô viết nghệ tĩnh": "1931-06-30",
        "phong trào đồng khởi": "1960-12-31",
    },
}
_RESISTANCE: Final = "kháng chiến"
_WAR: Final = lazy_pattern(
    rf"{_RESISTANCE}(?: chống (?:(?:thực dân )?pháp|(?:đế quốc )?(mỹ))(?!\w)"
    rf"|(?<=tham gia {_RESISTANCE})|(?<=toàn quốc {_RESISTANCE}))"
)
_AGAINST_FRANCE: Final = "1948-12-31"
_AGAINST_AMERICA: Final = "1962-12-31"
# "Kỷ niệm 80 năm Cách mạng tháng Tám", "Huân chương kháng chiến chống Mỹ"
_OF_MEMORY: Final = lazy_pattern(
    r"tiến công và $|"
    r"(?<!\w)(?:kỷ niệm|chào mừng|hướng tới|\d năm|năm ngày|huân chương|huy chương|huy hiệu"
    r"|đường|phố|bảo tàng|di tích|tượng đài|truyền thống|tinh thần|phường|quảng trường)(?!\w)"
    r"[^.;:\n]{0,25}$"
)
_NEAR: Final = 40
_BEHIND_TERM: Final = 50
_OF_OTHERS: Final = lazy_pattern(r"[.;\n]|(?<!\w)(?:đảng|hội đồng|hđnd|ban chấp hành|bch)(?!\w)")
_ENDS: Final = lazy_pattern(r"[.;\n]|(?<!\w)(?:nay|hiện)(?!\w)")
_REACH: Final = 160
_TOLD_ON: Final = 500
_FAR: Final = 2000
_NOT_FAR: Final = 700
_MANY: Final = 8
_FIRST_TOLD: Final = "1925"
_LAST_PAST_YEAR: Final = "1975"


class Times:
    """The years that a text names, and what they tell of the places behind them."""

    def __init__(self, lower: str, when: str | None) -> None:
        """Take the text in lower case and the day it is of."""
        self._lower = lower
        self._when = when
        self._found: dict[tuple[int, int], str | None] = {}

    def at(self, start: int, end: int) -> str | None:
        """Return the day that the text speaks of at a place: its own, or one of before.

        A year up to 1975 before the place in its sentence (``Năm 1946 ông về Nam Định``) is that
        of the place, unless a later year or a word for today stands between; so is a later one
        that dates what is told (``Từ tháng 4 năm 2008``), and any past year in a row of a table
        (``| 1983 - 1987 | Tỉnh ủy Tây Ninh |``). A past year right behind the place (``tỉnh Cần Thơ
        năm 1899``), or that of its founding, is its own. The first year
        of a term of the National Assembly is that of what stands right behind (``Đại biểu Quốc hội
        khóa I Quảng Bình``). Where no year tells, a war or revolt that the sentence names does, and
        in a text of the past the years on both sides.
        """
        term = self._term_before(start) if self._terms else None
        if term is not None:
            return term
        years = self._years
        if not years:
            return self._of_event(start)
        near = bisect_left(years, start)
        before = near > 0 and years[near - 1] >= start - _TOLD_ON
        after = near < len(years) and years[near] < end + _REACH
        if not before and not after:
            return self._of_event(start)
        if (start, end) not in self._found:
            told = self._told_behind(end) if after else None
            if told is None and not _TODAY_BEHIND.match(self._lower, end):
                told = self._told(start)
            if told == self._when:
                told = self._of_event(start)
            self._found[start, end] = told or self._when
        return self._found[start, end]

    def _of_event(self, start: int) -> str | None:
        """What `at` returns where the sentence tells before the place in which war or revolt."""
        at = bisect_left(self._events, (start, "")) - 1
        if at < 0 or self._events[at][0] < start - _REACH:
            return self._amid_past(start)
        end, day = self._events[at]
        between = self._lower[end:start]
        if "\n" in between or any(
            other.search(between) for other in (_FULL_STOP, _TODAY, _ANY_YEAR)
        ):
            return self._amid_past(start)
        return day if self._when is None or day < self._when else self._when

    def _amid_past(self, start: int) -> str | None:
        """What `at` returns between two years of the past, in a text that tells of the past.

        What stands in brackets glosses older names by those of today.
        """
        is_history = self.is_past and len(self._years) >= _MANY
        if not is_history or self._lower[start - 1 : start] == "(":
            return self._when
        after = bisect_left(self._years, start)
        near = self._years[max(0, after - 1) : after + 1]
        if len(near) < 2 or not after or start - near[0] > _NOT_FAR:
            return self._when
        if not all(_FIRST_TOLD <= self._lower[at : at + 4] <= _LAST_PAST_YEAR for at in near):
            return self._when
        paragraph = self._lower[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
        return self._when if _TODAY.search(paragraph) else self.past(start)

    @cached_property
    def _events(self) -> list[tuple[int, str]]:
        """Ends of the names of wars and revolts, and days in them."""
        lower = self._lower
        found = [
            (war.end(), _AGAINST_AMERICA if war[1] else _AGAINST_FRANCE)
            for war in (_WAR.finditer(lower) if _RESISTANCE in lower else ())
            if not _is_of_memory(lower, war.start())
        ]
        for word, events in _EVENTS.items():
            for name, day in events.items() if word in lower else ():
                at = lower.find(name)
                while at >= 0:
                    if not _is_of_memory(lower, at):
                        found.append((at + len(name), day))
                    at = lower.find(name, at + 1)
        return sorted(found)

    def _term_before(self, start: int) -> str | None:
        """The end of the first year of the term that is named right before a place."""
        at = bisect_left(self._terms, (start, ""))
        if not at:
            return None
        end, year = self._terms[at - 1]
        gap = self._lower[end:start]
        is_right_behind = start - end <= _BEHIND_TERM and not _ENDS.search(gap)
        earlier = self._when is None or year < self._when[:4]
        return f"{year}-12-31" if is_right_behind and earlier else None

    @cached_property
    def _terms(self) -> list[tuple[int, str]]:
        """Ends of the names of terms of the National Assembly, and their first years."""
        found: list[tuple[int, str]] = []
        for term in _TERM.finditer(self._lower) if "khóa" in self._lower else ():
            if term[1] or (found and self._goes_on(found[-1][0], term.start())):
                found.append((term.end(), _TERMS[term[2]]))
        return found

    def _goes_on(self, end: int, start: int) -> bool:
        """Whether a term is one more of the Assembly: *Quốc hội khóa VIII tỉnh A, khóa IX*."""
        near = start - end <= _BEHIND_TERM
        return near and _OF_OTHERS.search(self._lower, end, start) is None

    def past(self, start: int) -> str | None:
        """Return the end of the year up to 1975 that is named last before a place, if not far off.

        Where most years of the text are as early, one that stands anywhere counts.
        """
        past = self._past
        if not past:
            return None
        at = bisect_left(past, (start, ""))
        if at and start - past[at - 1][0] <= _FAR:
            return f"{past[at - 1][1]}-12-31"
        return f"{past[max(0, at - 1)][1]}-12-31" if self.is_past else None

    @cached_property
    def is_past(self) -> bool:
        """Whether most years that the text names are as early."""
        return 2 * len(self._past) > len(self._years)

    @cached_property
    def _past(self) -> list[tuple[int, str]]:
        named = ((at, self._lower[at : at + 4]) for at in self._years)
        return [(at, year) for at, year in named if year <= _LAST_PAST_YEAR]

    def _told_behind(self, end: int) -> str | None:
        """The end of the past year that stands behind a place, alone or as that of its founding."""
        year = (
            _FOUNDED.match(self._lower, end)
            or _THEN.match(self._lower, end)
            or _TERM_BELOW.match(self._lower, end)
        )
        if year is None and _HEADING.search(self._lower, max(0, end - 70), end):
            year = _BELOW.match(self._lower, end)
        if year is None or year["year"] >= (self._when or REFORM)[:4]:
            return None
        return f"{year['year']}-12-31"

    def _told(self, start: int) -> str | None:
        """What `at` returns where a year stands before, in the paragraph or the note."""
        lower, near = self._lower, bisect_left(self._years, start) - 1
        first = max(0, start - _TOLD_ON)
        first = max(first, *(lower.rfind(mark, first, start) + 1 for mark in "\n^"))
        at = self._years[near] if near >= 0 else -1
        if at < first or _TODAY.search(lower, at + 4, start):
            return self._when
        sentence = _FULL_STOP.split(lower[first:at])[-1]
        if _FULL_STOP.search(lower, at + 4, start):
            return self._told_ahead(sentence, at)
        if _OF_TERM.search(lower, first, at + 4):
            for other in _ANY_YEAR.finditer(sentence):
                if not _OF_TERM.search(sentence, 0, other.end()):
                    at, sentence = at - len(sentence) + other.start(), sentence[: other.start()]
                    break
        since = lower[at + 4 : start]
        is_home = _HOME.search(since) and _BIRTH.search(sentence)
        if is_home and (self._when or "") < REFORM:
            return self._when
        if _OF_BIRTH.search(sentence) and _SINCE_BIRTH.search(since):
            return self._when
        last = _LAST_PAST_YEAR
        if "|" in since or _OF_DATE.search(sentence) or _OPENING.fullmatch(sentence):
            last = str(int((self._when or REFORM)[:4]) - 1)
        year = lower[at : at + 4]
        return self._when if year > last else _last_day(sentence, year)

    def _told_ahead(self, sentence: str, at: int) -> str | None:
        """What `at` returns where a sentence before dates what is told.

        Args:
            sentence: That sentence up to its year.
            at: Where the year stands.
        """
        year = self._lower[at : at + 4]
        is_told = _OF_DATE.search(sentence) or _OPENING.fullmatch(sentence)
        if not is_told or year >= (self._when or REFORM)[:4]:
            return self._when
        if _BIRTH.search(self._lower, at - len(sentence), at + 4):
            return self._when
        return _last_day(sentence, year)

    @cached_property
    def _years(self) -> list[int]:
        """Positions of the years that the text names."""
        return [match.start() for match in _ANY_YEAR.finditer(self._lower)]


def _last_day(ahead: str, year: str) -> str:
    """The last day of the month that is told before a year, else of the year."""
    month = _MONTH.search(ahead)
    return f"{year}-{int(month[1] or month[2]):02}-31" if month else f"{year}-12-31"


def _is_of_memory(lower: str, at: int) -> bool:
    """Whether an event is only remembered, or gives a street or an order its name."""
    return _OF_MEMORY.search(lower, max(0, at - _NEAR), at) is not None
