"""The day a text is of, where the caller does not say."""

from collections.abc import Container, Sequence
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.source import RECENT, PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE, REFORM, Gazetteer, name_key
from vnpolitext.text import View
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.dates import MONTHS, iso_date
from vnpolitext.text.patterns import lazy_pattern

_YEAR: Final = lazy_pattern(r"[./-](?:19|20)\d\d(?!\d)")
_DAY: Final = lazy_pattern(r"(?<!\d)([0-3]?\d)[./-]([01]?\d)$")
_LONG_DAY: Final = lazy_pattern(r"tháng\s{1,3}([01]?\d)\s{1,3}năm\s{1,3}((?:19|20)\d\d)(?!\d)")
# What software writes over a page: "date: Wed, 31 Jul 2024 15:00:00", "date: 2024-07-31".
_ENGLISH_DAY: Final = lazy_pattern(
    rf"date: {{0,2}}[\"']?(?:\w{{3}}, )?(\d{{1,2}}) ({'|'.join(MONTHS)})\w{{0,6}} (20\d\d)(?!\d)"
)
_STAMP: Final = lazy_pattern(r"(?<![\w_-])date: {0,2}[\"']?(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_DATELINE: Final = lazy_pattern(
    r", {0,3}ngày\s{1,3}[0-3]?\d\s{1,3}tháng\s{1,3}([01]?\d)\s{1,3}năm\s{1,3}((?:19|20)\d\d)(?!\d)"
)
_SINCE_REFORM: Final = lazy_pattern(r"chính quyền địa phương (?:0?2|hai) cấp|đặc khu")
# Each begins with a literal: such a pattern is found much faster.
_DISTRICTS: Final = (
    *(lazy_pattern(rf"{word} [{UPPER}]") for word in ("uyện", "uận", "hị xã")),
    lazy_pattern(r"uận \d{1,2}(?!\d)"),
)
# Years of events; not of terms, plans and laws to come.
_LATER_YEAR: Final = lazy_pattern(r"(?:năm (?:học )?|[/–-] ?|\()((?:19|20)\d\d)(?!\d)")
_EARLY: Final = "1976-02-01"
_SHORTLY_BEFORE: Final = "2024-01-01"
_ENOUGH: Final = 3
_SOME: Final = 2
_HEAD: Final = 1500
_BEFORE_REFORM: Final = "2025-06-30"


def day_of(view: View) -> str | None:
    """Return the day the text is of, ISO 8601, as far as it shows.

    A dateline in the head counts first (``Hà Nội, ngày 16 tháng 6 năm 2025``), then the latest
    full date of the head, then the latest of all; deadlines further down do not. What opens with
    a day of long ago, as lives do, is of the latest day or year that it names, but of the time
    before the reform of 2025 as far as no more than that day tells.
    What tells no day of its own is not older than the acts it cites.
    Where there is none, the last year that is named counts; where there is no such year, or only
    older documents are dated, what the text says of districts and of the government of two levels
    decides on which side of the reform of 2025 it stands.
    """
    lower = view.lower
    head = lower[:_HEAD]
    stamp = _stamp(head)
    own = _dateline(head) or stamp
    day = own or _latest(head) or _latest(lower)
    if day is not None and day < _EARLY:
        day = _of_later_years(lower, day)
    if own is None:
        day = _since_acts(lower, _of_later_days(lower, day))
    open_day = stamp is None and (day is None or day < REFORM)
    if open_day and _speaks_of_reform(lower) and not _plans(lower, day):
        return REFORM
    if day is None:
        day = _last_year(lower)
    if day is None and (_names_district(view.text) or _is_older(lower)):
        return _BEFORE_REFORM
    return day


def _speaks_of_reform(lower: str) -> bool:
    return RECENT.search(lower) is not None and _SINCE_REFORM.search(lower) is not None


def _plans(lower: str, day: str | None) -> bool:
    """Whether a text of some weeks before the reform speaks of it as of what is to come."""
    ahead = day is not None and _FIRST_RECENT <= day < _REFORM_PASSED
    return ahead and _PLANNED.search(lower) is not None


_PLANNED: Final = lazy_pattern(
    r"(?:chủ trương|đề án|phương án|dự kiến|dự thảo|lộ trình|chuẩn bị|sẽ)(?= )[^.;\n]{1,60}"
    r"chính quyền địa phương (?:0?2|hai) cấp"
)


def _since_acts(lower: str, day: str | None) -> str | None:
    """The day, or the end of the year of the last act or law that is cited, if that is later.

    Those that came with the reform of 2025 tell that the text is of since then; of other acts of
    that year nothing is known.
    """
    cited = [
        (act[1], int(number[0]), act[2])
        for act in _ACT.finditer(lower)
        if (act[1] > (day or "")[:4] or act[1] == _FIRST_RECENT)
        and (number := _NUMBER.search(lower, max(0, act.start() - _DIGITS), act.start()))
    ]
    years = [year for year, _, _ in cited] + [
        year for year in _LAW.findall(lower) if year > (day or "")[:4]
    ]
    if not years:
        return day
    if max(years) < _FIRST_RECENT:
        return day if day is None else f"{max(years)}-12-31"
    if (day or "") < _REFORM_PASSED and any(_came_with_reform(*act) for act in cited):
        return REFORM
    last = max((year for year in years if year < _FIRST_RECENT), default="")
    return f"{last}-12-31" if day is not None and last > day[:4] else day


def _came_with_reform(year: str, number: int, issuer: str) -> bool:
    return year > _FIRST_RECENT or number in _REFORM_ACTS.get(issuer, ())


# "Nghị định 151/2025/NĐ-CP", "Luật Đất đai 2024", "Luật Nhà ở năm 2023"
_ACT: Final = lazy_pattern(
    r"/(20[0-3]\d)/(nđ-cp|qh1\d|ubtvqh1\d|qđ-ttg|nq-cp|tt-[a-zđ]{2,8})(?!\w)"
)
_DIGITS: Final = 5
_NUMBER: Final = lazy_pattern(r"(?<![\d/])\d{1,4}$")
_LAW: Final = lazy_pattern(r"luật (?<!\wluật )(?:[^\W\d_]+ ){1,6}(?:năm )?(20[0-3]\d)(?![\d/])")
# Resolutions 202 and 203 and Law 72 of 12 and 16 June 2025 made the units of now and the government
# of two levels; the decrees of 11 and 12 June, 120 to 151, and those since, part its tasks.
_REFORM_PASSED: Final = "2025-06-12"
_REFORM_ACTS: Final[dict[str, Container[int]]] = {
    "qh15": (202, 203, 72),
    "nđ-cp": range(120, 1000),
}


def _is_older(lower: str) -> bool:
    """Whether a text is long enough to tell that it is of the time since the reform, and does not.

    It would name a year, or a commune and its province without a district between.
    """
    return len(lower) >= _TELLING and not (_of_reform(lower) or _WITHOUT_DISTRICT.search(lower))


def _last_year(lower: str) -> str | None:
    """The end of the last year that a text names, where that tells which list of units holds.

    A text that names years up to 2017 and none since the reform is older than the reform. What
    tells of earlier times alone may have been written at any time.
    """
    named = [year[1] or year[2] for year in _NAMED_YEAR.finditer(_GOAL.sub("", lower))]
    if _of_reform(lower):
        named = _before_plans(lower, named)
    last = max(named, default="")
    return f"{last}-12-31" if last >= _STEADY else None


def _before_plans(lower: str, named: list[str]) -> list[str]:
    """The years of a text of some years before the reform, which names later ones as goals.

    It speaks of several years up to 2022 or often of one, of none right before the reform, and
    not of what came with it.
    """
    if _SHORTLY.search(lower) or _SINCE_REFORM.search(lower):
        return []
    past = [year for year in named if year < _FIRST_RECENT]
    several = len(past) >= _ENOUGH or len(set(past)) > 1
    return past if several and max(past) >= _LATE else []


_SHORTLY: Final = lazy_pattern(r"202[34]")
_FIRST_RECENT: Final = "2025"
_LATE: Final = "2016"


def _of_reform(lower: str) -> bool:
    """Whether a text names a year since the reform, but for those that a plan is to reach."""
    if RECENT.search(lower) is None:
        return False
    return (
        _SINCE_REFORM.search(lower) is not None or RECENT.search(_GOAL.sub("", lower)) is not None
    )


# "đến năm 2030", "giai đoạn 2021 - 2030", "tầm nhìn 2045"
_GOAL: Final = lazy_pattern(
    r"(?:từ (?:năm )?20\d\d )?(?:đến|tới|tầm nhìn|giai đoạn|nhiệm kỳ|thời kỳ)(?: năm)?"
    r"(?: 20\d\d ?[-–])? ?20(?:2[5-9]|[3-9]\d)"
)
_WITHOUT_DISTRICT: Final = lazy_pattern(r"(?:xã|phường) [^,;.:()\n]{2,30}, tỉnh ")
_TELLING: Final = 600

# "năm 2017", "quý 3/2017", "tháng 6.2018"; not of a date that is none.
_NAMED_YEAR: Final = lazy_pattern(
    r"(?:năm |\(|tết [^\W\d]{2,6} [^\W\d]{2,6} )(20\d\d)(?!\d)"
    r"|(?<![\d/.-])\d{1,2}[/.](20\d\d)(?!\d)"
)
_STEADY: Final = "2009"  # Since then no province changed before the reform.


def _names_district(text: str) -> bool:
    """Whether a text has a district: *huyện A*, *Quận 5*."""
    return any(
        text[max(0, found.start() - 1) : found.start()] in _OPENINGS[found[0][0]]
        for pattern in _DISTRICTS
        for found in pattern.finditer(text)
    )


_OPENINGS: Final = {"u": ("h", "H", "q", "Q"), "h": ("t", "T")}


def settled_day(source: PlaceText, mentions: Sequence[Mention]) -> str | None:
    """Return the day of a text, moved over the reform or before it where its units tell so.

    A page of today often names no day later than the resolution that made the new communes; a
    text without any day that names provinces which ended in the reform is of before.

    Args:
        source: The text, with the day it is of by its dates.
        mentions: Its mentions with their hosts.
    """
    when = source.when
    if _of_new_provinces(source.known, mentions):
        return REFORM
    if when is not None and when >= REFORM:
        return when
    if _names_new(source.known, mentions):
        return REFORM
    if when is not None:
        return REFORM if when >= _SHORTLY_BEFORE and _defines_new(source, mentions) else when
    if _defines_new(source, mentions):
        return REFORM
    is_before = _names_ended(source, mentions) or _holds_district(source, mentions)
    return _BEFORE_REFORM if is_before else when


def _names_new(known: Gazetteer, mentions: Sequence[Mention]) -> bool:
    """Whether more of the communes are there only since the reform than units ended with it."""
    communes = {(each.key, id(each.rows)): each for each in mentions if each.level == COMMUNE}
    new = {each.key for each in communes.values() if _all_since(known, each.rows)}
    if len(new) < _SOME:
        return False
    old = {each.key for each in mentions if each.level == DISTRICT and each.unit}
    old |= {
        each.key
        for each in communes.values()
        if each.rows and each.key not in new and all(known.rows[row][6] for row in each.rows)
    }
    return len(new) > len(old)


def _all_since(known: Gazetteer, rows: tuple[int, ...]) -> bool:
    """Whether there are only units of the reform among the rows, and any."""
    return bool(rows) and all(known.rows[row][5] == REFORM for row in rows)


def _of_new_provinces(known: Gazetteer, mentions: Sequence[Mention]) -> bool:
    """Whether communes stand in provinces that have them only since the reform."""
    new: set[tuple[str, str]] = set()
    old: set[tuple[str, str]] = set()
    held = {
        (each.key, mentions[each.host].key)
        for each in mentions
        if each.level == COMMUNE and each.host is not None and mentions[each.host].level == PROVINCE
    }
    for key, host in held:
        inside = [
            row
            for row in known.find(key, COMMUNE)
            if name_key(known.rows[known.province_of(row)][1]) == host
        ]
        if inside:
            is_new = all(known.rows[row][5] == REFORM for row in inside)
            (new if is_new else old).add((key, host))
    return len(new) >= _ENOUGH and len(new) > len(old)


def _defines_new(source: PlaceText, mentions: Sequence[Mention]) -> bool:
    """Whether a commune is told to be of a province (``A là xã thuộc tỉnh B``)."""
    starts = {each.start for each in mentions if each.level == PROVINCE}
    return any(found.end() in starts for found in _DEFINITION.finditer(source.lower))


_DEFINITION: Final = lazy_pattern(
    r"là (?:một )?(?:xã|phường|đặc khu)(?: \w+){0,2}? "
    r"(?:(?:nằm (?:ở|tại) )?(?:trực )?(?:thuộc|của) "
    r"|nằm (?:ở|tại) (?:trung tâm|khu vực trung tâm|phía \w+|ven biển|vùng \w+)(?: của)? )"
)


def _names_ended(source: PlaceText, mentions: Sequence[Mention]) -> bool:
    """Whether the text names provinces that ended in the reform, and does not speak of it."""
    known = source.known
    ended = any(
        each.level == PROVINCE
        and (each.unit == "tỉnh" or each.rule == "province-name")
        and each.rows
        and all(known.rows[row][6] for row in each.rows)
        and any(known.rows[row][6] == REFORM for row in each.rows)
        for each in mentions
    )
    return ended and _OF_REFORM.search(source.lower) is None


def _holds_district(source: PlaceText, mentions: Sequence[Mention]) -> bool:
    """Whether a district stands in its province, in a text that names no year since the reform."""
    return RECENT.search(source.lower) is None and any(
        each.level == DISTRICT and each.host is not None and mentions[each.host].level == PROVINCE
        for each in mentions
    )


_OF_REFORM: Final = lazy_pattern(r"sáp nhập|hợp nhất|sắp xếp|(?<!\w)(?:cũ|nay là|trước đây)(?!\w)")


def _dateline(head: str) -> str | None:
    months = (iso_date(year, month, "1") for month, year in _DATELINE.findall(head))
    return next(filter(None, months), None)


def _stamp(head: str) -> str | None:
    """The day that software wrote over a page."""
    if "date:" not in head:
        return None
    english = _ENGLISH_DAY.search(head)
    if english is not None:
        return iso_date(english[3], str(MONTHS.index(english[2]) + 1), english[1])
    stamp = _STAMP.search(head)
    return iso_date(*stamp.groups()) if stamp else None


def _of_later_years(lower: str, day: str) -> str:
    """The last day that a text names, where its head names only a day of long ago, as lives do."""
    latest = max(day, _latest(lower) or "")
    told = _LATER_YEAR.findall(_SCHOOL_YEAR.sub(r"\1", lower))
    years = [year for year in told if year >= _EARLY[:4]]
    return max(latest, f"{max(years)}-01-01") if years else latest


def _of_later_days(lower: str, day: str | None) -> str | None:
    """The last day or year that a text names, where its head names only a day of years before.

    No day after the reform: one that a later hand adds to a text makes no other text of it.
    """
    if day is None or not _EARLY <= day < _RECENTLY:
        return day
    days, _ = _dates(lower, _HEAD)
    later = max(days, default=day)
    if int(later[:4]) - int(day[:4]) < _YEARS_LATER:
        later = (_last_year(lower) if day < _LONG_AGO else None) or day
        if int(later[:4]) - int(day[:4]) < _PLANNED_AHEAD:
            return day
    return min(later, _LISTED_LAST)


_RECENTLY: Final = "2023"
_LONG_AGO: Final = "2014"
_LISTED_LAST: Final = "2024-12-31"
_YEARS_LATER: Final = 2
_PLANNED_AHEAD: Final = 11  # What is said of a later year may be a plan, as far as these reach.
_SCHOOL_YEAR: Final = lazy_pattern(r"(năm học (?:19|20)\d\d) ?[-–] ?(?:19|20)\d\d")


def _latest(lower: str) -> str | None:
    """The latest full date, deadlines aside; a month counts from its first day."""
    days, due = _dates(lower)
    return max(days or due, default=None)


def _dates(lower: str, start: int = 0) -> tuple[list[str], list[str]]:
    """The full dates from a position on: days, and those by which something is to be done."""
    days: list[str] = []
    due: list[str] = []
    for match in _LONG_DAY.finditer(lower, start):
        found = iso_date(match[2], match[1], "1")
        if found:
            (due if _is_deadline(lower, match.start()) else days).append(found)
    for match in _YEAR.finditer(lower, start):
        day = _DAY.search(lower, max(0, match.start() - 6), match.start())
        found = iso_date(match[0][1:], day[2], day[1]) if day else None
        if day and found:
            (due if _is_deadline(lower, day.start()) else days).append(found)
    return days, due


def _is_deadline(lower: str, at: int) -> bool:
    """Whether something is to be done by a date: ``trước ngày 31/7/2025``."""
    return _DEADLINE.search(lower, max(0, at - 30), at) is not None


_DEADLINE: Final = lazy_pattern(
    r"(?:(?<!tính )đến hết|trước|hạn chót|hạn cuối|thời hạn|chậm nhất|muộn nhất)(?: là| vào)?:?"
    r" (?:ngày )?(?:[0-3]?\d )?$"
)
