"""Reading what stands before a citation: the body and the day of its issue."""

import re
from typing import Final

from vnpolitext.citations.around.attributes import Attributes
from vnpolitext.citations.grammar.issuers import agrees, issuers_in, subjects_in, written
from vnpolitext.citations.grammar.numbers import Number
from vnpolitext.citations.grammar.rules import MAYBE_SPACE, SPACE, YEAR, any_of
from vnpolitext.text import View
from vnpolitext.text.dates import DATE, read_date
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import clause_start

_REACH: Final = 260
_ISSUER_REACH: Final = 160
_VERBS: Final = (
    "ký ban hành", "ban hành", "thông qua", "phê duyệt", "công bố", "ký", "đề nghị", "trình", "gửi",
    "ra", "có", "quyết định", "quy định", "chỉ đạo", "yêu cầu",
)  # fmt: skip
_VERB: Final = lazy_pattern(rf"{any_of(_VERBS, begin=True)}(?!\w)")
# Not a verb, but it leads to a citation all the same: *chỉ đạo của Thành ủy tại Văn bản số ...*.
_SAID: Final = lazy_pattern(
    rf"(?:chỉ{SPACE}đạo|ý{SPACE}kiến|kết{SPACE}luận|yêu{SPACE}cầu|chủ{SPACE}trương|đề{SPACE}nghị){SPACE}"
    rf"của{SPACE}(?P<body>(?:(?!{SPACE}theo{SPACE})[^,;:()]){{4,90}}?){SPACE}tại{SPACE}(?:các{SPACE})?$"
)
_ISSUING: Final = frozenset({"ban", "thông", "ký", "ra", "có", "công"})
# Who signs a contract under a decree has not issued it.
_DIRECT: Final = frozenset({"ký", "ra", "có", "gửi", "trình"})
# A body that says something of the document is not the one that issued it.
_REPORTS: Final = lazy_pattern(
    r"(?<!\w)(?:cho (?:biết|rằng|hay)|nói|nhấn mạnh|khẳng định|phát biểu|đánh giá|chia sẻ|thông tin"
    r"|kiến nghị|hỏi|trả lời|nhận định|(?<!làm )việc)(?!\w)"
)
# Who asks that a document be adopted does not adopt it, and a draft has not been issued.
_ASKED: Final = lazy_pattern(
    rf"(?<!\w)(?:trình|xin|chờ|(?<!tổng )tham{SPACE}mưu|kiến{SPACE}nghị"
    rf"|đề{SPACE}xuất)(?:{SPACE}việc)?{SPACE}$"
)
# The body of which the one before is a part: *Bộ Chính trị Ban Chấp hành Trung ương Đảng*.
_WHOLE: Final = lazy_pattern(
    rf",?{SPACE}(?:ban{SPACE}chấp{SPACE}hành|bch){SPACE}trung{SPACE}ương"
    rf"(?:{SPACE}đảng(?:{SPACE}(?:cộng{SPACE}sản|lao{SPACE}động){SPACE}việt{SPACE}nam)?)?"
)
_DRAFT: Final = lazy_pattern(rf"(?<!\w)dự{SPACE}thảo(?!\w)")
_OBJECT: Final = lazy_pattern(
    rf"(?:{SPACE}(?:các|những|tại|theo|bằng|đồng|thời|và|cả|một|số|bản|dự|thảo|là|:)){{0,3}}{SPACE}"
)
_VIA: Final = lazy_pattern(
    rf"(?:{SPACE}(?!kèm)[^\s,;:.()]{{1,12}}){{1,12}}{SPACE}(?:tại|theo|bằng|trong){SPACE}"
    rf"(?:các{SPACE}|dự{SPACE}thảo{SPACE})?"
)
# What makes a noun of *quy định*.
_RULES: Final = (
    "theo ", "các ", "những ", "được ", "như ", "với ", "đúng ", "trái ", "có ", "một số ",
)  # fmt: skip
# What is ordered "theo Nghị định 5" goes by the document of another; what is approved so, does not.
_BY_OTHERS: Final = frozenset({"chỉ", "yêu", "đề", "quy", "quyết"})
_TERM: Final = lazy_pattern(
    rf"{MAYBE_SPACE}[,(]?{MAYBE_SPACE}khóa{SPACE}([IVXL]{{1,7}}|\d{{1,2}})(?!\w)"
)
_TOGETHER: Final = lazy_pattern(rf"(?:{MAYBE_SPACE},)?{SPACE}và{SPACE}")
_COMMA: Final = lazy_pattern(rf",{SPACE}")
_HEADS: Final = frozenset({"bộ", "chủ", "giám", "viện", "chánh", "ban", "sở"})
# The body directly before: *Giám đốc Sở Tư pháp tại Công văn số ...*.
_AT: Final = lazy_pattern(rf"{SPACE}tại{SPACE}(?:các{SPACE})?$")
_BEHALF: Final = lazy_pattern(rf"(?<!\w)(?:thay{SPACE}mặt|nhân{SPACE}danh){SPACE}")
# No sentence ends behind "TP." or "TX.".
_BOUNDARY: Final = lazy_pattern(
    r"[.;:!?|\n](?:(?<=[|])|(?<=[.;:!?])(?<!\bT[PpXx]\.)(?=\s)|(?<=\n)\s*\n)"
)
_DAY_AT: Final = lazy_pattern(
    rf"ngày{MAYBE_SPACE}{DATE}(?:{MAYBE_SPACE},)?{SPACE}tại{SPACE}$", re.IGNORECASE
)
# "Ngày 5/6/2031, Nghị định 12/2031/NĐ-CP lập ...": the day on which it was issued.
_DAY_OF: Final = lazy_pattern(
    rf"[\W_]{{0,6}}(?:[^\W\d]{{2,6}}{SPACE}(?:tháng|năm|ngày){SPACE}sau,{SPACE})?"
    rf"ngày{MAYBE_SPACE}{DATE}{MAYBE_SPACE},{SPACE}$",
    re.IGNORECASE,
)
_IN_FORCE: Final = lazy_pattern(
    r"[^.;\n]{0,120}?(?<!\w)(?:hiệu lực|áp dụng|thi hành|trình|thảo luận|họp|tròn|kỷ niệm"
    r"|hết hạn)(?!\w)"
)
_DAY: Final = lazy_pattern(
    rf"(?:(?P<said>(?:ngày|sáng|trưa|chiều|tối|hôm){MAYBE_SPACE})|(?<![\w/.-])){DATE}"
    rf"(?(said)|(?={MAYBE_SPACE},))",
    re.IGNORECASE,
)


def read_before(view: View, start: int, floor: int, number: Number, found: Attributes) -> None:
    """Fill ``found`` with what the sentence gives before a citation that begins at ``start``.

    *Ngày 9/6/2025, Bộ Chính trị ban hành Quy định 301-QĐ/TW* gives day and issuer.

    Args:
        view: The text.
        start: Begin of the core span, in folded offsets.
        floor: End of the citation before.
        number: The document's number, to check an issuer against.
        found: What the text after the citation gave.
    """
    text, lower = view.text, view.lower
    if found.issuer and found.issued:
        return
    first = max(floor, start - _REACH)
    floor = clause_start(_BOUNDARY, text, first, start)
    opens = floor > first or not first
    if not found.issuer:
        _set_body(view, floor, start, number, found)
    verb = _governing_verb(lower, floor, start)
    if verb is None:
        if not found.issued:
            _set_day(found, number, _plain_day(view, floor, start, found.end, opens=opens))
        return
    if _ASKED.search(lower, floor, verb.start()):
        return
    direct = " ".join(verb[0].split()) if _OBJECT.fullmatch(lower, verb.end(), start) else ""
    if not found.issuer:
        _set_issuer(found, number, view, floor, verb.start(), verb=direct, subject=True)
    if not found.issued and verb[0].split()[0] in _ISSUING:
        _set_day(found, number, _last_day(text, floor, verb.start()))
        if opens and direct:
            _set_time(found, number, _TIME.match(text, floor, verb.start()))


def _set_body(view: View, floor: int, start: int, number: Number, found: Attributes) -> None:
    """Take the body whose order a document is: *chỉ đạo của Thành ủy tại Văn bản số ...*."""
    text, lower = view.text, view.lower
    said = _SAID.search(lower, floor, start)
    at = _AT.search(lower, floor, start)
    if said is not None:
        _set_issuer(found, number, view, said.start("body"), said.end("body"))
    elif at is not None:
        spans = list(issuers_in(text, lower, floor, at.start()))
        if spans and spans[-1][1] == at.start():
            _set_issuer(found, number, view, floor, at.start())


def _plain_day(
    view: View, floor: int, start: int, end: int, *, opens: bool
) -> re.Match[str] | None:
    """The day before a document that no verb leads to: *ngày 5/6, tại Quyết định ...*.

    ``opens`` tells that a clause opens at ``floor``; the document is read up to ``end``.
    """
    day = _DAY_AT.search(view.text, floor, start)
    if day is None and opens and _IN_FORCE.match(view.lower, end) is None:
        day = _DAY_OF.match(view.text, floor, start)
    return day


def _last_day(text: str, floor: int, end: int) -> re.Match[str] | None:
    """The last day that is told before ``end``; the begin or end of a time is none."""
    days = [d for d in _DAY.finditer(text, floor, end) if not _BOUND.search(text, floor, d.start())]
    return days[-1] if days else None


_BOUND: Final = lazy_pattern(
    rf"(?<!\w)(?:(?:từ|hết|trước|sau){SPACE}|từ{SPACE}[^,;.\n]{{2,40}}{SPACE}(?:đến|tới){SPACE})$",
    re.IGNORECASE,
)


def read_issue(
    view: View, start: int, floor: int, found: Attributes, until: int | None = None
) -> None:
    """Read body and day of issue before a document without a number: *ngày 3/2, X ra Lời kêu gọi*.

    Args:
        view: The text.
        start: Begin of the document, in folded offsets.
        floor: Where to stop looking back.
        found: What the text after gave; it is filled.
        until: Where the verb stands, if that is known.
    """
    text, lower = view.text, view.lower
    first = max(floor, start - _REACH)
    floor = clause_start(_BOUNDARY, text, first, until or start)
    if until is None:
        verb = _governing_verb(lower, floor, start)
        if verb is None or verb[0].split()[0] not in _ISSUING or verb[0] == "có":
            return
        drafted = verb[0] != "thông qua" and _DRAFT.search(lower, verb.end(), start)
        if drafted or _ASKED.search(lower, floor, verb.start()):
            return
        until = verb.start()
    if not found.issuer:
        _set_issuer(found, None, view, floor, until, subject=True)
    if not found.issued and found.issuer:
        _set_day(found, None, _last_day(text, floor, until) or _DAY_BEHIND.match(text, found.end))
        if floor > first or not first:
            _set_time(found, None, _TIME.match(text, floor, until))


def _set_day(found: Attributes, number: Number | None, day: re.Match[str] | None) -> None:
    """Take a day before the citation, unless the number or the text after says another year."""
    issued = read_date(day) if day else None
    own = number.year if number else None
    if issued and own in {None, issued[:4]} and found.year in {None, int(issued[:4])}:
        found.issued = issued


def _set_time(found: Attributes, number: Number | None, time: re.Match[str] | None) -> None:
    """Take the month or the year that the sentence opens with, where no day is told."""
    own = number.year if number else None
    if time is None or found.issuer is None or found.issued is not None:
        return
    if own not in {None, time["year"]}:
        return
    month = int(time["month"] or 0)
    if found.year in {None, int(time["year"])} and month <= _MONTHS:
        found.issued = f"{time['year']}-{month:02}" if month else time["year"]


_MONTHS: Final = 12
_TIME: Final = lazy_pattern(
    rf"[\W_]{{0,6}}(?:(?:vào|đến|cuối|đầu|giữa){SPACE})?"
    rf"(?:tháng{SPACE}(?P<month>\d{{1,2}})(?:/|{SPACE}năm{SPACE}|-)|năm{SPACE})"
    rf"(?P<year>{YEAR})(?![\d/-])",
    re.IGNORECASE,
)
# "thông qua Nghị quyết về X vào chiều 20/6/2031"
_DAY_BEHIND: Final = lazy_pattern(
    rf"{SPACE}vào{SPACE}(?:(?:sáng|trưa|chiều|tối){SPACE})?(?:ngày{SPACE})?{DATE}", re.IGNORECASE
)
_PLAINLY: Final = frozenset({"ban hành", "ra"})
_SIGNING: Final = frozenset({"ký", "ký ban hành"})
_OFFICES: Final = (
    "chủ ",
    "bộ trưởng",
    "thứ trưởng",
    "giám đốc",
    "phó ",
    "thủ tướng",
    "trưởng",
    "tổng ",
)
# A body that is known by its letters: "VFF ra công văn".
_LETTERS: Final = lazy_pattern(
    rf"(?:(?<=[.;:,])|^|(?<=\n)){MAYBE_SPACE}(?:[^\W\d]\S{{0,8}}{SPACE}){{0,3}}?"
    rf"([A-ZĐ]{{3,8}})(?:{SPACE}(?:đã|vừa|mới|cũng))?{SPACE}$"
)
_ADVERBS: Final = lazy_pattern(rf"(?:{SPACE}(?:đã|vừa|mới|lại|cũng|tiếp{SPACE}tục))?{SPACE}")


def _set_issuer(
    found: Attributes,
    number: Number | None,
    view: View,
    floor: int,
    end: int,
    *,
    verb: str = "",
    subject: bool = False,
) -> None:
    """Take the body before the verb at ``end``, or on whose behalf someone signs, and its term."""
    text, lower = view.text, view.lower
    behalf = _BEHALF.search(lower, floor, end)
    begin = behalf.end() if behalf else max(floor, end - _ISSUER_REACH)
    most = 1 if behalf else max(2, number.authors if number else 1)
    spans = _bodies(view, begin, end, subject=subject, most=most)
    for first, last in reversed(spans[:1] if behalf else spans):
        name = text[first:last]
        if name.lower().startswith("phó") or not agrees(number, name):
            continue
        if _REPORTS.search(lower, last, end):
            return
        break
    else:
        # Who is said to have issued it has, whatever the letters of the number stand for.
        at = spans[-1] if spans and not behalf else None
        if at is None and (letters := _LETTERS.search(text, floor, end)) is not None:
            at = letters.span(1)
        if at is None or not _ADVERBS.fullmatch(lower, at[1], end):
            return
        first, last = at
        signs = verb in _SIGNING and not lower.startswith(_OFFICES, first)
        if not (verb in _PLAINLY or signs):
            return
    found.issuer = written(text[first:last])
    term = _TERM.match(text, last, end)
    if term is not None and not found.term:
        found.term = term[1]


def _bodies(view: View, begin: int, end: int, *, subject: bool, most: int) -> list[tuple[int, int]]:
    """The bodies between two places; up to ``most`` that issue together are one."""
    text, lower = view.text, view.lower
    spans = list((subjects_in if subject else issuers_in)(text, lower, begin, end))
    if len(spans) > 1 and (
        _WHOLE.fullmatch(lower, spans[-2][1], spans[-1][1])
        or text[spans[-2][1] : spans[-1][0]] == " ("  # what the body is called today
    ):
        spans.pop()
    joint = _TOGETHER
    for authors in range(2, most + 1):
        if len(spans) < 2 or not joint.fullmatch(lower, spans[-2][1], spans[-1][0]):
            break
        one, other = (lower[first:last].split()[0] for first, last in spans[-2:])
        if authors == most == 2 and not (one == other and one in _HEADS):
            break
        spans[-2:] = [(spans[-2][0], spans[-1][1])]
        joint = _COMMA
    return spans


def _governing_verb(lower: str, floor: int, start: int) -> re.Match[str] | None:
    """The verb that leads to the citation: *ban hành Quyết định ...*, *phê duyệt ... tại ...*."""
    for verb in reversed(list(_VERB.finditer(lower, floor, start))):
        if verb[0] == "quy định" and lower.endswith(_RULES, floor, verb.start()):
            continue  # "theo quy định tại Nghị định 5" is no verb
        if _OBJECT.fullmatch(lower, verb.end(), start):
            return verb
        first = verb[0].split()[0]
        via = _VIA.fullmatch(lower, verb.end(), start) if first not in _DIRECT else None
        if via is not None and not (" theo " in via[0] and first in _BY_OTHERS):
            return verb
    return None
