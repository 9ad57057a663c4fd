"""Reading what follows a citation: date, issuer, term, title, provision, short form."""

import re
from typing import Final

from vnpolitext.citations.around.about import ANYHOW, NOTE, About, read_about
from vnpolitext.citations.around.attributes import Attributes
from vnpolitext.citations.grammar.issuers import (
    agrees,
    past_committee,
    read_issuer,
    read_joint,
    written,
)
from vnpolitext.citations.grammar.matters import opens_clause
from vnpolitext.citations.grammar.numbers import Number
from vnpolitext.citations.grammar.provisions import read_provision_after
from vnpolitext.citations.grammar.rules import MAYBE_SPACE, SPACE, numbered_document
from vnpolitext.text.dates import DATE, read_date
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import single_spaced

_MOST_STEPS: Final = 8
_LEAD: Final = rf"{NOTE}{MAYBE_SPACE}[,(]?{MAYBE_SPACE}"
_DATED: Final = lazy_pattern(
    rf"{_LEAD}(?:(?:được{SPACE})?(?:ban{SPACE}hành|ký|cấp|thông{SPACE}qua),?{MAYBE_SPACE})?"
    rf"(?:cùng{SPACE})?ngày(?:{MAYBE_SPACE}|\n\n){DATE}\)?",
    re.IGNORECASE,
)
_SLASHED: Final = lazy_pattern(rf"{_LEAD}{DATE}\)?", re.IGNORECASE)
# A time that tells no day of issue: the year is left out or blank, a word says it, or it is no day.
_FIGURE: Final = r"(?:[\dOoxXIV]{1,5}|[._…]{1,12})"
_VAGUE: Final = lazy_pattern(
    rf"{_LEAD}(?:(?:được{SPACE})?(?:ban{SPACE}hành|ký|thông{SPACE}qua)(?:{SPACE}ban{SPACE}hành)?,?{MAYBE_SPACE})?"
    rf"(?:(?:cùng|vào|hồi|từ|hôm|sáng|chiều|tối|đầu|giữa|cuối|cách{SPACE}đây|mới|vừa|gần|trước){SPACE}){{0,2}}"
    rf"(?:(?:ngày|tháng|quý|năm|hôm)(?:{MAYBE_SPACE}{_FIGURE})?|{_FIGURE}(?={MAYBE_SPACE}[-/.])|qua|đây|nhất)"
    rf"(?:{MAYBE_SPACE}(?:[-/.,]|tháng|năm|ngày){MAYBE_SPACE}{_FIGURE}|{SPACE}(?:hôm{SPACE})?(?:nay|qua|kia|ngoái|trước)"
    rf"|{SPACE}cùng{SPACE}năm|{MAYBE_SPACE}\.?(?:tháng|năm)){{0,4}}{MAYBE_SPACE}\)?"
    rf"(?={MAYBE_SPACE}[,(]?{MAYBE_SPACE}(?:của|do|về|khóa|vừa|và){SPACE})",
    re.IGNORECASE,
)
_LINE_GOES_ON: Final = lazy_pattern(r" {0,4}(?:[,;)]|(?!\d{1,2} ?[:h])[^\W_])")
_OF_YEAR: Final = lazy_pattern(
    rf"{_LEAD}(?:(?:tháng{SPACE})?\d{{1,2}}(?:/|-|{SPACE}năm{SPACE}))?(?:năm{SPACE})?"
    r"((?:19|20)\d\d)(?!\d|[./-]\d)\)?",
    re.IGNORECASE,
)
_OF: Final = lazy_pattern(
    rf"{_LEAD}(?:(?:được{SPACE})?ban{SPACE}hành{SPACE}(?=bởi|do))?(của|do|bởi){SPACE}",
    re.IGNORECASE,
)
# What a page writes over the link behind a number, and what a body was called at another time.
_CHROME: Final = lazy_pattern(
    rf"{MAYBE_SPACE}[(\[]?(?:tải{SPACE}(?:về|file)|xem{SPACE}chi{SPACE}tiết)[)\]]?(?!\w)"
    rf"|{MAYBE_SPACE}\((?:nay|sau{SPACE}này|trước{SPACE}đây|trước{SPACE}kia){SPACE}(?:là|thuộc)"
    rf"{SPACE}[^()\n]{{2,80}}\)",
    re.IGNORECASE,
)
_BARE_ISSUER: Final = lazy_pattern(
    rf"{_LEAD}(?=(?:Bộ|bộ|Ban|Hội|Thủ|Quốc|Chính|UBND|Ủy|HĐND|BCH|Tỉnh){SPACE})"
)
# "công văn số 23 của VPF"
_INITIALS: Final = lazy_pattern(r"[A-ZĐ]{3,8}(?![\w-]|\s[A-ZĐ])")
_TERM: Final = lazy_pattern(
    rf"{_LEAD}khóa{MAYBE_SPACE}(?:thứ{SPACE})?([IVXL]{{1,7}}|\d{{1,2}})(?!\w)\)?", re.IGNORECASE
)
_TENURE: Final = lazy_pattern(
    rf"{_LEAD}nhiệm{SPACE}kỳ{SPACE}((?:19|20)\d\d{MAYBE_SPACE}-{MAYBE_SPACE}(?:19|20)\d\d)\)?",
    re.IGNORECASE,
)
_QUOTED: Final = lazy_pattern(
    rf"(?:(?:(?:{MAYBE_SPACE},)?{SPACE}[\"”]|{MAYBE_SPACE},?{MAYBE_SPACE}“)(?=\w)"
    rf"|(?:{MAYBE_SPACE},)?{SPACE}(?:về(?:{SPACE}việc)?|với{SPACE}(?:tên{SPACE}gọi|tiêu{SPACE}đề))"
    rf"{SPACE}[\"“”] ?(?=\w))"
    r"(?!(?-i:vẫn|đã|đang|sẽ|không|là|có|rất|cần|phải|chưa)\s)"
    r"([^\"“”\n]{2,600}(?:\n(?!\n)[^\"“”\n]{1,300}){0,4})[\"”“]"
)
_SHORT: Final = lazy_pattern(
    rf"{MAYBE_SPACE}[,(]{MAYBE_SPACE}(?:sau{SPACE}đây{SPACE})?(?:được{SPACE})?(?:gọi|viết)"
    rf"(?:{SPACE}(?:tắt|chung|ngắn{SPACE}gọn))?{SPACE}là:?{MAYBE_SPACE}"
    r"[\"“]?([^()\"”“;\n]{2,80})",
    re.IGNORECASE,
)
_TREATIES: Final = frozenset({"hiệp định", "hiệp ước", "công ước", "tuyên bố", "nghị định thư"})
# "Hiệp định Đối tác Kinh tế Toàn diện Khu vực (RCEP)"
_LETTERS: Final = lazy_pattern(rf"{MAYBE_SPACE}\(([A-ZĐ]{{2,9}}(?: I{{1,3}})?)\)")


def read_after(
    text: str,
    lower: str,
    end: int,
    number: Number | None = None,
    *,
    titled: bool = True,
    about: About = ANYHOW,
) -> Attributes:
    """Read the attributes that follow a core span ending at ``end``, in any order.

    Args:
        text: Folded text.
        lower: The same text in lower case.
        end: End of the core span.
        number: The document's number, to check an issuer against.
        titled: Whether words after *về* are the document's title; not so for a law by name.
        about: What of the words before tells how a title is read.
    """
    found = Attributes(end)
    for _ in range(_MOST_STEPS):
        step = _one(text, lower, number, found)
        if step is None:
            break
        found.end = step
    if not titled:
        found.title = None
    short = _SHORT.match(text, found.end)
    reach = read_about(text, lower, number, found, about) if titled and not found.title else None
    if reach is not None:
        found.reach = reach
        session = _SESSION.search(found.title or "")
        if session is not None and (found.issuer or "").lower().startswith("quốc hội"):
            found.term = found.term or session[1].upper()
        short = short or _SHORT.match(text, reach)
        _by_body(text, lower, number, found)
    _adopted(text, lower, number, found)
    letters = _LETTERS.match(text, end) if about.kind in _TREATIES else None
    if short is not None and not _of_another(short[1], about.kind):
        found.short = single_spaced(short[1]).rstrip(" ,.")
    elif letters is not None:
        found.short = letters[1]
    return found


def _by_body(text: str, lower: str, number: Number | None, found: Attributes) -> None:
    """Read body and day behind a title: *về việc lập xã do Hội đồng Bộ trưởng ban hành*."""
    end, by = found.reach, None if found.issuer else _BY.match(text, found.reach)
    last = read_issuer(text, lower, by.end()) if by else None
    if by is not None and last is not None and _ISSUES.match(lower, last):
        body = written(text[by.end() : last])
        found.issuer = body if agrees(number, body) else None
        end = last
    day = None if found.issued else _ISSUED_ON.match(text, end)
    issued = read_date(day) if day else None
    if issued and (number is None or number.year in {None, issued[:4]}):
        found.issued = issued


def _adopted(text: str, lower: str, number: Number | None, found: Attributes) -> None:
    """Read who adopted a document, and when: *... được Quốc hội thông qua ngày 18/1/2031*."""
    by = _GIVEN.match(lower, max(found.reach, found.end))
    last = read_issuer(text, lower, by.end()) if by else None
    if by is None or last is None or (done := _ADOPTED.match(lower, last)) is None:
        return
    body = written(text[by.end() : last])
    if not agrees(number, body) or found.issuer not in {None, body}:
        return
    found.issuer = body
    found.term = found.term or (done["term"].upper() if done["term"] else None)
    day = None if found.issued else _THEN.match(text, done.end())
    issued = read_date(day) if day else None
    if issued and _fits(issued, number, found):
        found.issued, found.year = issued, int(issued[:4])


def _fits(issued: str, number: Number | None, found: Attributes) -> bool:
    """Whether a day is of the year that the number or the words behind it tell."""
    own = number.year if number else None
    return own in {None, issued[:4]} and found.year in {None, int(issued[:4])}


# "..., vừa được các đại biểu Quốc hội biểu quyết thông qua"
_GIVEN: Final = lazy_pattern(
    rf"{SPACE}(?:(?:đã|vừa|mới|chính{SPACE}thức){SPACE}){{0,2}}được{SPACE}(?:(?:các{SPACE})?đại{SPACE}biểu{SPACE})?"
    rf"|,{SPACE}(?:đã|vừa|mới){SPACE}được{SPACE}(?:(?:các{SPACE})?đại{SPACE}biểu{SPACE})?"
)
_ADOPTED: Final = lazy_pattern(
    rf"(?:{SPACE}khóa{SPACE}(?P<term>[ivxl]{{1,7}}|\d{{1,2}})(?!\w))?"
    rf"(?:{SPACE}(?:nhất{SPACE}trí|biểu{SPACE}quyết|chính{SPACE}thức))?"
    rf"{SPACE}(?:thông{SPACE}qua|ban{SPACE}hành|ký(?:{SPACE}ban{SPACE}hành)?)(?!\w|{SPACE}kèm)"
)
_THEN: Final = lazy_pattern(
    rf"(?:{SPACE}vào)?(?:{SPACE}(?:sáng|trưa|chiều|tối))?(?:{SPACE}ngày)?{SPACE}{DATE}",
    re.IGNORECASE,
)
# "về tranh chấp lao động Ban hành: 10/05/2013"
_ISSUED_ON: Final = lazy_pattern(
    rf"{SPACE}(?:được{SPACE})?ban{SPACE}hành:?(?:{SPACE}ngày)?{SPACE}{DATE}", re.IGNORECASE
)
_BY: Final = lazy_pattern(rf"{SPACE}do{SPACE}", re.IGNORECASE)
_ISSUES: Final = lazy_pattern(rf"{SPACE}(?:ban{SPACE}hành|ký|thông{SPACE}qua)(?!\w|{SPACE}kèm)")


def _one(text: str, lower: str, number: Number | None, found: Attributes) -> int | None:
    """Read one attribute at ``found.end`` into ``found``; return where it ends."""
    chrome = _CHROME.match(text, found.end)
    return (
        (chrome.end() if chrome else None)
        or _date(text, number, found)
        or _term(text, found)
        or _issuer(text, lower, number, found)
        or _quoted(text, found)
        or _part(text, found)
    )


def _date(text: str, number: Number | None, found: Attributes) -> int | None:
    if not found.issued:
        match = _DATED.match(text, found.end) or _SLASHED.match(text, found.end)
        if match is not None and (not _continues(text, match) or opens_clause(text, match)):
            return None
        if match is not None:
            issued = read_date(match)
            if issued and (number is None or number.year in {None, issued[:4]}):
                found.issued = issued
                found.year = int(issued[:4])
            return match.end()
    if not found.year:
        match = _OF_YEAR.match(text, found.end)
        if match is not None and _continues(text, match):
            if number is None or number.year in {None, match[1]}:
                found.year = int(match[1])
            return match.end()
    match = None if found.issuer and found.term else _VAGUE.match(text, found.end)
    return match.end() if match is not None and _continues(text, match) else None


def _continues(text: str, match: re.Match[str]) -> bool:
    """Whether a date is on the line of its document, or on the next where the line goes on.

    A line goes on where it was left at a comma or a bracket, or where the next begins with a small
    letter and has more than the date; the time under a headline does neither.
    """
    at = match.start()
    while text[at : at + 1] in {" ", ",", "(", "["}:
        at += 1
    if text[at : at + 1] != "\n":
        return True
    if text[match.start() : at].rstrip(" ").endswith((",", "(")):
        return True
    first = text[at + 1 : match.end()].lstrip(" ")[:1]
    return first.islower() and _LINE_GOES_ON.match(text, match.end()) is not None


def _term(text: str, found: Attributes) -> int | None:
    if found.term:
        return None
    match = _TERM.match(text, found.end) or _TENURE.match(text, found.end)
    if match is None:
        return None
    found.term = single_spaced(match[1]).replace(" ", "")
    return match.end()


def _issuer(text: str, lower: str, number: Number | None, found: Attributes) -> int | None:
    if found.issuer:
        return None
    lead = _OF.match(text, found.end)
    bare = None if lead or found.title else _BARE_ISSUER.match(text, found.end)
    if lead is None and (bare is None or _new_clause(lower, bare)):
        return _of_unit(text, lower, number, found)
    begin = (lead or bare).end()  # type: ignore[union-attr]
    if text.count("\n", found.end, begin) > (1 if lead else 0):
        return None
    end = read_issuer(text, lower, begin)
    if end is None and lead is not None and (letters := _INITIALS.match(text, begin)) is not None:
        end = letters.end()
    if end is None:
        return None if lead else _of_unit(text, lower, number, found)
    end = past_committee(lower, begin, end)
    end = read_joint(text, lower, end, number.authors if number else 1)
    issuer = written(text[begin:end])
    if (lead is None or lead[1].lower() != "của") and not agrees(number, issuer):
        return None
    closing = text[end : end + 1] == ")" and "(" in text[found.end : begin]
    found.issuer = issuer
    return end + 1 if closing else end


def _of_unit(text: str, lower: str, number: Number | None, found: Attributes) -> int | None:
    """Read the unit whose council or committee ends the number: *51/NQ-HĐND tỉnh Lào Cai*."""
    if number is None or number.body not in _LOCAL or found.end != number.end:
        return None
    begin = number.end - len(number.codes[-1])
    last = read_issuer(text, lower, begin) if text.startswith(number.codes[-1], begin) else None
    if last is None or last <= number.end or not _COMPLETE.match(lower, last):
        return None
    if not lower[number.end : last].lstrip().startswith(_UNITS) or "\n" in text[begin:last]:
        return None
    found.issuer = written(text[begin:last])
    return last


_LOCAL: Final = frozenset({"UBND", "HĐND"})
_UNITS: Final = ("tỉnh ", "thành phố ", "tp", "huyện ", "quận ", "thị xã ", "xã ", "phường ",
                 "thị trấn ")  # fmt: skip
# What the document's own name ends with, not what a unit of that name does.
_COMPLETE: Final = lazy_pattern(
    r"\s{0,2}(?:[,;:.()\n\"”|]|\Z|(?:ngày|năm|về|ban hành|khóa|tải về)(?!\w))"
)


def _new_clause(lower: str, bare: re.Match[str]) -> bool:
    """Whether a body after a comma is the subject of what follows; a meeting is not."""
    return "," in bare[0] and not lower.startswith("hội nghị", bare.end())


def _quoted(text: str, found: Attributes) -> int | None:
    match = None if found.title else _QUOTED.match(text, found.end)
    if match is None:
        return None
    found.title = single_spaced(match[1])
    return match.end()


def _part(text: str, found: Attributes) -> int | None:
    part = None if found.provision else read_provision_after(text, found.end)
    if part is None:
        return None
    found.provision, end = part
    return end


# "của Quốc hội về Kỳ họp thứ 7, Quốc hội khóa XV"
_SESSION: Final = lazy_pattern(
    rf"kỳ{SPACE}họp{SPACE}thứ{SPACE}\w{{1,6}}(?:{SPACE}\w{{1,5}})?,?{SPACE}quốc{SPACE}hội{SPACE}khóa{SPACE}"
    r"([IVXL]{1,7}|\d{1,2})(?!\w)",
    re.IGNORECASE,
)


def _of_another(short: str, kind: str | None) -> bool:
    """Whether a short form has the number of another kind of document: a decree's behind a law."""
    if kind is None or numbered_document().match(short) is None:
        return False
    lower = short.lower()
    return not (lower.startswith(kind) or kind.startswith(" ".join(lower.split()[:2])))
