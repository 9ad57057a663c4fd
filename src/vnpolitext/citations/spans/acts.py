"""Documents known by what was done with them: by their day, or as what a body issued then."""

from dataclasses import dataclass
from typing import Final

from vnpolitext.citations.grammar.clauses import FREE, title_in
from vnpolitext.citations.grammar.endings import title_end
from vnpolitext.citations.grammar.issuers import issuers_in, read_issuer
from vnpolitext.citations.grammar.matters import act_in, opens_clause
from vnpolitext.citations.grammar.rules import SPACE, numbered_document
from vnpolitext.citations.spans.matter import STAFF, begins_line
from vnpolitext.text.dates import DATE, read_date
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import clause_start


@dataclass(frozen=True, slots=True)
class Act:
    """A document known by an act.

    Attributes:
        end: Where its name ends.
        title: Where the title in the name begins and ends, if it has one.
        issued: The day in the name, ISO 8601.
    """

    end: int
    title: tuple[int, int] | None = None
    issued: str | None = None


ISSUED_KINDS: Final = frozenset(
    {"sắc lệnh", "sắc luật", "nghị định", "nghị quyết", "chỉ thị", "pháp lệnh", "thông tư"}
)
"""Kinds of which one is known by its day, or by who issued it when."""
CAPITAL_KINDS: Final = frozenset({"quyết định"})
"""Kinds of which one is known by who issued it when, if it is written as a name."""
PRESENTED_KINDS: Final = frozenset(
    {"báo cáo", "báo cáo thẩm tra", "báo cáo giám sát", "báo cáo tổng kết", "tờ trình"}
)
"""Kinds that are presented to an assembly, and known by their full title."""
CARRIED_KINDS: Final = frozenset(
    {"quy chế", "nội quy", "điều lệ", "quy định", "quy trình", "hướng dẫn"}
)
"""Kinds that other documents carry."""
_SEVERAL: Final = lazy_pattern(r"(?<!\w)(?:các|những|nhiều|một số|mỗi|mọi|hai|ba)[ \n]$")
_OF: Final = lazy_pattern(rf"{SPACE}của{SPACE}")
_DAY: Final = lazy_pattern(rf",?{SPACE}(?:(?:ký|ban hành|ra|vào){SPACE})?ngày{SPACE}{DATE}")
_BRACKETED_DAY: Final = lazy_pattern(rf"{SPACE}\((?:ngày{SPACE})?{DATE}\)")
_BARE_DAY: Final = lazy_pattern(rf"{SPACE}{DATE}")
_LETTERS: Final = r"[^;:!?…\"“”()\[\n]"
# What stands in brackets is of the act where its sentence goes on: "... (thuộc phủ Bách) để lập X".
_WORDS: Final = lazy_pattern(
    rf"{_LETTERS}{{1,300}}"
    rf"(?:\([^()\n]{{1,90}}\)(?= (?:để|và|thành|vào|với|thuộc)\s){_LETTERS}{{1,200}})?"
    rf"(?:\n(?!\n){_LETTERS}{{1,120}}){{0,3}}"
)
_ABOUT: Final = lazy_pattern(rf"{SPACE}(?=về{SPACE})")
_BY: Final = lazy_pattern(r"(?<!\w)(?:theo|căn cứ|thực hiện|chiếu theo|chiếu|bằng)[ \n]$")
_ISSUED: Final = lazy_pattern(
    r"(?<!\w)(?P<done>(?:đã|vừa|mới)[ \n])?(?:ký ban hành|ký|ra|b[aà]n hành|thông qua|ban bố)"
    r"[ \n](?:bản[ \n])?$"
)
_WHEN: Final = lazy_pattern(
    r"(?<!\w)(?:ngày[ \n]\d|tháng[ \n]\d|năm[ \n](?:1[89]|20)\d\d|\d{1,2}/(?:1[89]|20)\d\d)"
)
# What is asked for has not been issued.
_WANTED: Final = lazy_pattern(
    r"(?<!\w)(?:xem xét|đề nghị|trình|sẽ|phải|cần|để|kiến nghị|dự kiến|việc|sớm|không)"
    r"(?:,?[ \n](?:và[ \n])?)$"
)
_BOUNDARY: Final = lazy_pattern(r"[.;!?|]\s|\n\s{0,6}\n")
_REACH: Final = 240


def read_dated(text: str, lower: str, start: int, end: int) -> Act | None:
    """Read the name of a document known by its day: *Nghị định của Toàn quyền ngày 5/6/1921*.

    >>> text = "theo Sắc lệnh ngày 3-4-1951 về tổ chức Nha Muối."
    >>> read_dated(text, text.lower(), 5, 13)
    Act(end=47, title=(28, 47), issued='1951-04-03')
    """
    if _SEVERAL.search(lower, max(0, start - 9), start):
        return None
    after = _past_issuer(text, lower, end)
    if after is None or (
        lower[start:end] in CAPITAL_KINDS and (text[start].islower() or after == end)
    ):
        return None
    day = _DAY.match(lower, after)
    bracketed = day is None and (day := _BRACKETED_DAY.match(lower, after)) is not None
    if day is None and after == end and lower[start:end] in {"sắc lệnh", "nghị định"}:
        day = _BARE_DAY.match(lower, end)
    issued = read_date(day) if day else None
    if day is None or issued is None or opens_clause(text, day):
        return None
    title = _title(text, lower, day.end())
    if title is None and (bracketed or not _has_body(text, lower, start, after > end, day.end())):
        return None
    return Act(title[1] if title else day.end(), title, issued)


def _has_body(text: str, lower: str, start: int, told: bool, end: int) -> bool:
    """Whether the text says whose a document is that is known by its day: one alone tells none."""
    of = None if told else _OF.match(lower, end)
    behind = of is not None and read_issuer(text, lower, of.end()) is not None
    return told or behind or _ISSUED.search(lower, max(0, start - 24), start) is not None


def read_issued(text: str, lower: str, start: int, end: int) -> Act | None:
    """Read the name of what a body issued at a time: *Năm 1953, Chính phủ ra Nghị định lập X*.

    >>> text = "Ngày 5/6/1951, Chủ tịch nước ký Sắc lệnh thành lập Nha Muối."
    >>> read_issued(text, text.lower(), 32, 40).title
    (41, 59)
    """
    if text[start:end].isupper() or (lower[start:end] in CAPITAL_KINDS and text[start].islower()):
        return None
    after = _past_issuer(text, lower, end)
    if after is None:
        return None
    if not _is_told(text, lower, start, by=after > end):
        return None
    title = _title(text, lower, after)
    return Act(title[1], title) if title else None


def read_presented(text: str, lower: str, start: int, end: int) -> Act | None:
    """Read the name of a report that is presented or drafted: *trình bày Báo cáo tiếp thu ...*.

    >>> text = "nghe ông A trình bày Báo cáo giải trình, tiếp thu dự thảo Luật X. Sau đó"
    >>> text[slice(*read_presented(text, text.lower(), 21, 28).title)]
    'giải trình, tiếp thu dự thảo Luật X'
    """
    if text[start].islower() or text[start:end].isupper():
        return None
    if _PRESENTING.search(lower, max(0, start - 24), start) is None:
        return None
    words = _REPORTED.match(text, end)
    if words is None or numbered_document().search(words[0]):
        return None
    about = "về " + _ENDS.split(words["title"], maxsplit=1)[0]
    title = about[: title_end(about, FREE)].removeprefix("về ")
    planned = lower.endswith(("dự thảo ", "dự thảo\n"), 0, start) and not _FIGURE.search(title)
    if planned or STAFF.search(title.lower()) or len(title.split()) < _SHORTEST:
        return None
    begin = words.start("title")
    end = begin + len(title)
    return None if _MORE_LAWS.match(text, end) else Act(end, (begin, end))


# What a report is on may be a row of laws, which is longer than a title.
_MORE_LAWS: Final = lazy_pattern(r"[,;][ \n](?:Bộ l|L)uật[ \n]")
_PRESENTING: Final = lazy_pattern(
    r"(?<!\w)(?:trình bày|nghe|dự thảo)[ \n](?:(?:bản|dự thảo)[ \n])?$"
)
# What is drafted each time that something is done has no time of its own.
_FIGURE: Final = lazy_pattern(r"\d|(?<!\w)[IVXL]{1,6}(?!\w)")
_REPORTED: Final = lazy_pattern(
    r"[ \n](?P<title>(?:(?:tóm tắt|bổ sung)[ \n])?(?:về|kết quả|đánh giá|giải trình|tiếp thu"
    r"|thẩm tra|chỉnh lý|tổng hợp|tổng kết|sơ kết|giám sát|tình hình|thuyết minh|công tác|đề nghị"
    r"|dự án|dự thảo),?[ \n][^;:.!?…\"“”\[\n|]{2,300}(?:\n(?!\n)[^;:.!?…\"“”\[\n|]{1,120}){0,3})"
)


def _past_issuer(text: str, lower: str, end: int) -> int | None:
    """Where a body after *của* at ``end`` ends, ``end`` without *của*, ``None`` without a body."""
    of = _OF_SESSION.match(lower, end) or _OF.match(lower, end)
    last = read_issuer(text, lower, of.end()) if of else end
    session = _SESSION.match(lower, last) if of and last else None
    return session.end() if session else last


# "Nghị quyết của Kỳ họp thứ 3 Quốc hội khóa XII ngày 29/5/2008"
_OF_SESSION: Final = lazy_pattern(
    rf"{SPACE}(?:của|tại){SPACE}kỳ{SPACE}họp{SPACE}thứ{SPACE}\w{{1,5}}(?:{SPACE}\w{{1,5}})??,?{SPACE}"
    rf"(?:của{SPACE})?(?=quốc{SPACE}hội|h(?:đ|ội{SPACE}đồng{SPACE})n)"
)
# "Nghị quyết của Quốc hội khóa IX, kỳ họp thứ 10, ngày 6/11/1996 về ..."
_SESSION: Final = lazy_pattern(
    rf",?{SPACE}\(?khóa{SPACE}[ivxl\d]{{1,7}}\)?"
    rf"(?:,?{SPACE}(?:tại{SPACE})?kỳ{SPACE}họp{SPACE}thứ{SPACE}\w{{1,5}}(?:{SPACE}\w{{1,5}})??)?(?=,?{SPACE})"
)


def read_attached(text: str, lower: str, start: int, end: int) -> Act | None:
    """Read the name of rules that a document carries, or of which a part is cited.

    >>> text = "theo Điều 5 Quy chế thi nghề phổ thông ban hành kèm theo Thông tư 3"
    >>> read_attached(text, text.lower(), 12, 19).title
    (20, 38)
    """
    if not text[start].isupper() or text[start:end].isupper():
        return None
    if begins_line(text, start):
        return None
    name = _CARRIED_NAME.match(text, end)
    if name is None or STAFF.search(name[1].lower()) or _FORM.search(name[1]):
        return None
    cited = lower[start:end] not in _ANYTHING and _PART.search(lower, max(0, start - 24), start)
    if (
        not (cited and len(name[1].split()) >= _SHORTEST)
        and _CARRIER.match(lower, name.end()) is None
    ):
        return None
    return Act(name.end(1), name.span(1))


_FORM: Final = lazy_pattern(r"(?i:theo mẫu|phụ lục)(?!\w)")
# A kind word that stands for whatever a document says: an article of it tells no document.
_ANYTHING: Final = frozenset({"quy định"})
_CARRIED_NAME: Final = lazy_pattern(
    rf"{SPACE}((?!(?:này|của|trên|đó|được|đã|có|là|và|theo|về việc|ban)(?!\w))[\w'-]{{1,12}}"
    rf"(?:,?{SPACE}(?!(?:này|được|đã|có|là|thì|nêu|như|quy định|ban hành|kèm|do|phải)(?!\w))"
    r"[\w'-]{1,12}){1,30}?)"
    r"(?=\s?[.;:()\n]|\Z|,?\s(?:được|đã|có|là|thì|nêu|như|quy định|(?i:ban hành)|kèm|do"
    r"|phải)(?!\w))"
)
_CARRIER: Final = lazy_pattern(
    r"\s\(?(?:được\s|do\s(?:(?!chuyển|gửi|trình)[^\s.;:()]{1,12}\s){1,12}?)?"
    r"ban hành\s(?:kèm(?:\stheo)?|theo)\s\w+(?:\s\w+){0,2}\s(?:số\s)?\d"
)
_PART: Final = lazy_pattern(
    r"(?<!\w)(?:điều|khoản|chương|mục|phần|phụ lục)\s(?:\d{1,3}[a-zđ]?|[ivx]{1,5})\s(?:của\s)?$"
)


def _is_told(text: str, lower: str, start: int, *, by: bool) -> bool:
    """Whether a document at ``start`` is one that a body issued, and the text says when.

    ``by`` tells that its body follows, so that what goes by it is enough.
    """
    if by and _BY.search(lower, max(0, start - 12), start):
        return True
    verb = _ISSUED.search(lower, max(0, start - 24), start)
    if verb is None:
        return False
    floor = clause_start(_BOUNDARY, text, max(0, start - _REACH), verb.start())
    if _WANTED.search(lower, max(0, verb.start() - 16), verb.start()):
        return False
    if not (verb["done"] or _WHEN.search(lower, floor, verb.start())):
        return False
    return by or any(True for _ in issuers_in(text, lower, floor, verb.start()))


def _title(text: str, lower: str, at: int) -> tuple[int, int] | None:
    """Where a title at ``at`` begins and ends, that tells an act or what is ruled on."""
    begin = at + 1
    if text[at:begin] not in {" ", "\n"} or text[begin : begin + 1].isupper():
        return None
    words = _WORDS.match(text, begin)
    if words is None:
        return None
    title = title_in(words[0]) if _ABOUT.match(lower, at) else act_in(words[0])
    title = _ENDS.split(title, maxsplit=1)[0].rstrip(" .,\n")
    if STAFF.search(title.lower()) or numbered_document().search(title):
        return None
    return (begin, begin + len(title)) if len(title.split()) >= _SHORTEST else None


_SHORTEST: Final = 3
_ENDS: Final = lazy_pattern(
    r"\.\s|,\s(?:quyết định|giao|yêu cầu)\s"
    r"|,?\scũng như\s|\sNgày \d|\svà cho ý kiến\s"
    r"|\s(?:với (?:những |các |một số )?(?:nội dung|nhiệm vụ|chức năng|mục|quy mô|diện tích)"
    r"|với \d|và (?:quyết định|giao|yêu cầu)"
    r"|(?:trên cơ sở|gồm|bao gồm|trong đó|do|kể từ|có hiệu lực)(?!\w))"
)
