"""The time that the announcement of a list gives to the offices in it."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.tenure.held import Tenure, time_of
from vnpolitext.officials.tenure.leads import Leads
from vnpolitext.officials.tenure.moments import Moments, Stretch
from vnpolitext.officials.tenure.rows import LONGEST
from vnpolitext.officials.tenure.status import Clause
from vnpolitext.officials.tenure.terms import is_of_election
from vnpolitext.text.patterns import lazy_pattern

_FORMS: Final = lazy_pattern(
    r"(?<!\w)(?:thành lập|bầu|ra mắt|bổ nhiệm|phê chuẩn|chỉ định|kiện toàn"
    r"|(?<!ứng )(?<!đề )(?<!tranh )cử(?! viên| tri))(?!\w)"
)
_COMPRISES: Final = lazy_pattern(r"(?<!\w)(?:gồm|như sau)(?!\w)")
_MEETS: Final = lazy_pattern(
    r"(?<!\w)(?:dự|chủ trì|chủ tọa|điều hành|thăm|gặp|tiếp|chứng kiến|kỷ niệm|sinh|mất|kể từ"
    r"|trước khi|sau khi|khi|sẽ|đoàn công tác|phái đoàn)(?!\w)"
)
# The day is the last of a meeting (*từ 24 tháng 6 đến 3 tháng 7 năm 1976*).
_SEVERAL_DAYS: Final = lazy_pattern(r"\d[^,;.()\n]{0,14}(?:-|đến) ?(?:(?:ngày|tháng) ){0,2}\Z")
# A board of which the time stands in brackets (*Ban Chấp hành lâm thời (tháng 11/1939) gồm:*).
_DATED: Final = lazy_pattern(
    r"(?:ban|ủy ban|hội đồng|bộ chỉ huy|bộ tư lệnh|chính phủ|nội các|tỉnh ủy|thành ủy|huyện ủy"
    r"|chi bộ|đảng ủy|xứ ủy|khu ủy|tổng bộ)(?!\w)"
    r"[^().;:\n]{0,60}\([^()\n]{0,40}\d{4}\)[^().;\n]{0,24}\Z"
)
_BODY: Final = lazy_pattern(
    r"[\s\-+*•]*(?:ban|ủy ban|hội đồng|bộ chỉ huy|bộ tư lệnh|chính phủ|nội các|(?:ban )?thường vụ"
    r"|(?:tỉnh|thành|huyện|thị|đảng|xứ|khu|đặc khu) ủy|chi bộ|đảng bộ|tổng bộ)(?!\w)"
    r"[^().;:,\d\n]{0,60}"
)
_OPENS: Final = lazy_pattern(r"[\s\-+*•]*(?:trong )?(?:giai đoạn |thời gian |thời k[ỳì] )?")
_GOVERNS: Final = lazy_pattern(r"(?<!\w)(?:chính phủ|nội các|hội đồng bộ trưởng)(?!\w)")
# Committees of the Party, and how what they lead is called.
_COMMITTEE: Final = lazy_pattern(
    r"(?<!\w)(?:(?:tỉnh|thành|huyện|thị|quận|đảng|xứ|khu|đặc khu|châu) ủy|chi bộ)(?!\w)"
)
_OF_PARTY: Final = {
    "tỉnh ủy": "đảng bộ tỉnh",
    "thành ủy": "đảng bộ thành phố",
    "huyện ủy": "đảng bộ huyện",
    "thị ủy": "đảng bộ thị xã",
    "quận ủy": "đảng bộ quận",
    "đảng ủy": "đảng bộ",
}
# Longer offices without a body name it in themselves (*ủy viên bộ chính trị*).
_LONGEST: Final = 4
_MINISTERS: Final = ("bộ trưởng", "thủ tướng", "phó thủ tướng", "tổng thanh tra", "quốc vụ khanh")


def given_time(moments: Moments, leads: Leads, at: int, office: str, body: str) -> Tenure | None:
    """Return the time that the announcement of a list gives to an office in it.

    *Tháng 3/1948, Tỉnh ủy được thành lập gồm: A - Bí thư, B - Ủy viên*. An office of another body
    beside a name is what its holder was before; ministers are of the government that is announced.

    Args:
        moments: The moments of the text.
        leads: What announces lists in it.
        at: Where the office begins.
        office: The office, folded, in lower case.
        body: The body that it names, empty without one.
    """
    span = leads.over(at)
    if span is None:
        return None
    words = moments.lower[slice(*span)]
    if not _is_of(words, office, body) or _MEETS.search(words):
        return None
    if is_of_election(moments.lower, *span):
        return None
    for stretch, word in ((_term(moments, *span), "nhiệm kỳ"), (_period(moments, *span), "")):
        if stretch is not None:
            return time_of(stretch, word, Clause())
    formed = _FORMS.search(words) or _DATED.match(words.lstrip())
    day = _day(moments, *span) if formed else None
    if day is None and not moments.between(*span):
        day = _told_before(moments, *span)
    if day is None:
        return None
    lasted = _SEVERAL_DAYS.search(moments.lower, span[0], day.start) is not None
    since = day.since[:4] if lasted else day.since
    return Tenure(since, None, day.since_at, is_told=True)


def _is_of(words: str, office: str, body: str) -> bool:
    """Return whether an office is one of the body that an announcement speaks of."""
    if not body:
        return len(office.split()) <= _LONGEST and "trung ương" not in office
    if office.startswith(_MINISTERS) and _GOVERNS.search(words):
        return True
    own = _COMMITTEE.search(body)
    if own is None:
        return False
    _, _, unit = body.partition(own[0])
    announced = any(word in words for word in (own[0], _OF_PARTY.get(own[0], own[0])))
    return announced and unit.strip() in words


def _told_before(moments: Moments, start: int, end: int) -> Stretch | None:
    """Return the one moment that the sentences before an announcement tell of a founding.

    *Ngày 28/8/1945, hội nghị bầu Ủy ban nhân dân lâm thời. Thành phần:*
    """
    line = moments.line(start)[0]
    before = moments.lower[line:start]
    formed = _FORMS.search(before) or _FORMS.search(moments.lower, start, end)
    return None if _MEETS.search(before) or not formed else _day(moments, line, start)


def _term(moments: Moments, start: int, end: int) -> Stretch | None:
    """Return the one term of office that an announcement names (*khóa I, nhiệm kỳ 1975 - 1978*)."""
    if not _COMPRISES.search(moments.lower, start, end):
        return None
    times = moments.between(start, end)
    terms = [each for each in times if moments.lead(each)[1] == "nhiệm kỳ"]
    held = [each for each in terms if each.until is not None and each.years <= LONGEST]
    return held[0] if len(held) == len(times) == 1 else None


def _period(moments: Moments, start: int, end: int) -> Stretch | None:
    """Return the one period of an announcement (*Từ 1947 đến 1949, Tỉnh ủy gồm: ...*)."""
    times = moments.between(start, end)
    if len(times) != 1 or not times[0].is_period or times[0].years > LONGEST:
        return None
    if times[0].until is None:
        return None
    lead = max(start, moments.lead(times[0])[0])
    opens = _OPENS.fullmatch(moments.lower, start, lead)
    opens = opens or _BODY.fullmatch(moments.lower, start, lead)
    comprises = _COMPRISES.search(moments.lower, times[0].end, end)
    dated = _DATED.match(moments.lower[start:end].lstrip())
    return times[0] if (opens and comprises) or dated else None


def _day(moments: Moments, start: int, end: int) -> Stretch | None:
    """Return the one moment that an announcement tells."""
    times = [each for each in moments.between(start, end) if moments.lead(each)[1] != "nhiệm kỳ"]
    if len(times) != 1 or times[0].is_period or moments.lead(times[0])[1] in {"trước", "sau"}:
        return None
    return times[0]
