"""What stands around a citation: date, issuer, term, title, provision, short form."""

import re
from dataclasses import dataclass, field
from typing import Final

from vnpolitext.citations.dates import DATE, read_date
from vnpolitext.citations.issuers import agrees, issuers_in, known_spelling, read_issuer
from vnpolitext.citations.numbers import Number
from vnpolitext.citations.rules import MAYBE_SPACE, SPACE
from vnpolitext.text import tidy

_LEAD: Final = rf"{MAYBE_SPACE}[,(]?{MAYBE_SPACE}"
_DATED: Final = re.compile(
    rf"{_LEAD}(?:(?:được{SPACE})?(?:ban{SPACE}hành|ký|thông{SPACE}qua),?{MAYBE_SPACE})?"
    rf"ngày{MAYBE_SPACE}{DATE}\)?",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(rf"{_LEAD}{DATE}\)?", re.IGNORECASE)
_OF_YEAR: Final = re.compile(
    rf"{_LEAD}(?:năm{SPACE})?((?:19|20)\d\d)(?!\d|[./-]\d)\)?", re.IGNORECASE
)
_OF: Final = re.compile(rf"{_LEAD}(?:của|do){SPACE}", re.IGNORECASE)
_TERM: Final = re.compile(
    rf"{_LEAD}khóa{MAYBE_SPACE}(?:thứ{SPACE})?([IVXL]{{1,7}}|\d{{1,2}})(?!\w)\)?", re.IGNORECASE
)
_TENURE: Final = re.compile(
    rf"{_LEAD}nhiệm{SPACE}kỳ{SPACE}((?:19|20)\d\d{MAYBE_SPACE}-{MAYBE_SPACE}(?:19|20)\d\d)\)?",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(
    rf"{MAYBE_SPACE},?{MAYBE_SPACE}(?:[\"“”]([^\"“”\n]{{0,300}}(?:\n[^\"“”\n]{{1,300}}){{0,3}})[\"”“])"
)
_ABOUT: Final = re.compile(
    rf"{MAYBE_SPACE},?{MAYBE_SPACE}"
    rf"((?:về{SPACE}việc|về|v/v|quy{SPACE}định|hướng{SPACE}dẫn|phê{SPACE}duyệt|ban{SPACE}hành|sửa{SPACE}đổi)"
    rf"{SPACE}(?!như|rằng|tại|là|trên)"
    rf"[^;:.?\"“”()\[|\n]{{2,250}}(?:\n(?![\n\[+-])[^;:.?\"“”()\[|\n]{{2,250}}){{0,4}})",
    re.IGNORECASE,
)
_TITLE_END: Final = re.compile(r",(?=\s+[A-ZĐÀ-Ỹ])")
_SHORT: Final = re.compile(
    rf"{MAYBE_SPACE}[,(]{MAYBE_SPACE}(?:(?:sau{SPACE}đây{SPACE})?(?:được{SPACE})?(?:gọi|viết)"
    rf"(?:{SPACE}(?:tắt|chung|ngắn{SPACE}gọn))?{SPACE}là:?){MAYBE_SPACE}[\"“]?([^()\"”“;\n]{{2,80}})",
    re.IGNORECASE,
)
_PROVISION_AFTER: Final = re.compile(
    rf"{MAYBE_SPACE}\(((?:[Đđ]iều|[Kk]hoản|[Đđ]iểm)\s[^()\n]{{1,40}})\)"
)
_PART: Final = (
    rf"(?:điểm|khoản|điều|chương|mục|tiết|phần|phụ{SPACE}lục)s?"
    rf"{SPACE}(?:[\dIVXLivxl]+[a-zđ]{{0,2}}|[a-zđ])(?!\w)(?:\.\d+)*"
    rf"(?:(?:{MAYBE_SPACE},{MAYBE_SPACE}|{SPACE}và{SPACE}|{SPACE}hoặc{SPACE}|{MAYBE_SPACE}-{MAYBE_SPACE})(?:[\dIVXL]+[a-zđ]{{0,2}}|[a-zđ])(?!\w)){{0,6}}"
)
_PROVISION: Final = re.compile(
    rf"(?<!\w){_PART}(?:(?:{MAYBE_SPACE}[,;]{MAYBE_SPACE}|{SPACE}và{SPACE}|{SPACE}){_PART}){{0,8}}"
    rf"(?=(?:{SPACE}(?:của|trong|tại|thuộc))?{SPACE}$)",
    re.IGNORECASE,
)
_PROVISION_WORDS: Final = ("iều ", "hoản ", "iểm ", "hương ", "ục ", "iều\n", "IỀU ", "HOẢN ")
_VERB: Final = re.compile(
    rf"(?<!\w)(?:ký{SPACE}ban{SPACE}hành|ban{SPACE}hành|thông{SPACE}qua|phê{SPACE}duyệt|công{SPACE}bố|ký"
    rf"|đề{SPACE}nghị|trình|gửi|ra|có|quyết{SPACE}định|quy{SPACE}định|chỉ{SPACE}đạo|yêu{SPACE}cầu)(?!\w)",
)
_BEHALF: Final = re.compile(rf"(?<!\w)thay{SPACE}mặt{SPACE}")
_ISSUING: Final = ("ban", "thông", "ký", "ra", "có", "công")
_BRIDGE: Final = re.compile(
    rf"(?:{SPACE}(?:các|những|tại|theo|bằng|kèm|đồng|thời|và|cả|một|số|bản|dự|thảo|là|:)){{0,3}}{SPACE}"
)
_VIA: Final = re.compile(
    rf"(?:{SPACE}[^\s,;:.()]{{1,12}}){{1,12}}{SPACE}(?:tại|theo|bằng|trong){SPACE}(?:các{SPACE}|dự{SPACE}thảo{SPACE})?"
)
_BOUNDARY: Final = re.compile(r"[.;:!?](?=\s)|\n\s*\n|[|]")
_DAY: Final = re.compile(rf"ngày{MAYBE_SPACE}{DATE}", re.IGNORECASE)
_BEFORE: Final = 260


@dataclass(slots=True)
class Attributes:
    """What was read around one citation; ``end`` is where the reading after it stopped."""

    end: int
    issuer: str | None = None
    issued: str | None = None
    term: str | None = None
    title: str | None = None
    provision: str | None = None
    short: str | None = None
    year: int | None = None
    filled: list[str] = field(default_factory=list)


def read_after(text: str, lower: str, end: int, *, titled: bool = True) -> Attributes:
    """Read the attributes that follow a core span ending at ``end``, in any order.

    Args:
        text: Folded text.
        lower: The same text in lower case.
        end: End of the core span.
        titled: Whether words after *về* are the document's title; not so for a law by name.
    """
    found = Attributes(end)
    at = end
    for _ in range(8):
        step = _one_after(text, lower, at, found)
        if step is None:
            break
        at = step
        found.end = at
    short = _SHORT.match(text, at)
    about = _title(text, at) if titled and not found.title else None
    if about is not None:
        found.title, at = about
        short = short or _SHORT.match(text, at)
    if short is not None:
        found.short = tidy(short[1]).rstrip(" ,.")
    return found


def read_before(
    text: str, lower: str, start: int, floor: int, number: Number | None, found: Attributes
) -> None:
    """Fill ``found`` with what the sentence gives before a citation that begins at ``start``."""
    found.provision = found.provision or read_provision(text, start, floor)
    if found.issuer and found.issued:
        return
    floor = max(floor, start - _BEFORE)
    for boundary in _BOUNDARY.finditer(text, floor, start):
        floor = boundary.end()
    verb = _governing_verb(lower, floor, start)
    if verb is None:
        return
    if not found.issuer:
        behalf = _BEHALF.search(lower, floor, verb.start())
        begin = behalf.end() if behalf else max(floor, verb.start() - 160)
        spans = issuers_in(text, lower, begin, verb.start())
        names = [text[a:b] for a, b in spans][: 1 if behalf else None]
        names = [n for n in names if agrees(number, n) and not n.lower().startswith("phó")]
        if names:
            found.issuer = _written(names[-1])
    if not found.issued and verb[0].split()[0] in _ISSUING:
        days = list(_DAY.finditer(text, floor, verb.start()))
        if days:
            found.issued = read_date(days[-1])


def _one_after(text: str, lower: str, at: int, found: Attributes) -> int | None:
    """Read one attribute at ``at`` into ``found``; return where it ends."""
    if not found.issued:
        match = _DATED.match(text, at) or _SLASHED.match(text, at)
        if match is not None and (issued := read_date(match)):
            found.issued = issued
            found.year = int(issued[:4])
            return match.end()
    if not found.year:
        match = _OF_YEAR.match(text, at)
        if match is not None:
            found.year = int(match[1])
            return match.end()
    if not found.term:
        match = _TERM.match(text, at)
        if match is not None:
            found.term = match[1]
            return match.end()
        match = _TENURE.match(text, at)
        if match is not None:
            found.term = tidy(match[1]).replace(" ", "")
            return match.end()
    if not found.issuer:
        end = _issuer(text, lower, at, found)
        if end is not None:
            return end
    if not found.title:
        match = _QUOTED.match(text, at)
        if match is not None:
            found.title = tidy(match[1])
            return match.end()
    if not found.provision:
        match = _PROVISION_AFTER.match(text, at)
        if match is not None:
            found.provision = tidy(match[1])
            return match.end()
    return None


_BARE_ISSUER: Final = re.compile(
    rf"{_LEAD}(?=(?:Bộ|bộ|Ban|Hội|Thủ|Quốc|Chính|UBND|Ủy|HĐND|BCH|Tỉnh){SPACE})"
)


def _issuer(text: str, lower: str, at: int, found: Attributes) -> int | None:
    lead = _OF.match(text, at)
    bare = None if lead else _BARE_ISSUER.match(text, at)
    if lead is None and (bare is None or _new_clause(lower, bare)):
        return None
    begin = (lead or bare).end()  # type: ignore[union-attr]
    end = read_issuer(text, lower, begin)
    if end is None:
        return None
    found.issuer = _written(text[begin:end])
    closing = text[end : end + 1] == ")" and "(" in text[at:begin]
    return end + 1 if closing else end


def _new_clause(lower: str, bare: re.Match[str]) -> bool:
    """Whether a body after a comma is the subject of what follows; a meeting is not."""
    return "," in bare[0] and not lower.startswith("hội nghị", bare.end())


def _written(surface: str) -> str:
    issuer = tidy(surface)
    known = known_spelling(issuer)
    return known if known.count(" ") > issuer.count(" ") else issuer


def _title(text: str, at: int) -> tuple[str, int] | None:
    found = _ABOUT.match(text, at)
    if found is None:
        return None
    title = found[1]
    if title.endswith(("như sau", "thế nào")):
        return None
    stop = _TITLE_END.search(title)
    if stop is not None:
        title = title[: stop.start()]
    return tidy(title), found.start(1) + len(title)


def read_provision(text: str, start: int, floor: int) -> str | None:
    """Return the part of a document that is named just before ``start``, or ``None``."""
    window = text[max(floor, start - 160) : start]
    if not any(word in window for word in _PROVISION_WORDS):
        return None
    found = _PROVISION.search(window)
    return tidy(found[0]) if found else None


def _governing_verb(lower: str, floor: int, start: int) -> re.Match[str] | None:
    """The verb that leads to the citation: *ban hành Quyết định ...*, *phê duyệt ... tại ...*."""
    for verb in reversed(list(_VERB.finditer(lower, floor, start))):
        if _BRIDGE.fullmatch(lower, verb.end(), start):
            return verb
        if _VIA.fullmatch(lower, verb.end(), start):
            return verb
    return None
