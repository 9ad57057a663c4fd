"""Reading what follows a citation: date, issuer, term, title, provision, short form."""

import re
from typing import Final

from vnpolitext.citations.attributes import Attributes
from vnpolitext.citations.dates import DATE, read_date
from vnpolitext.citations.issuers import agrees, known_spelling, read_issuer
from vnpolitext.citations.numbers import Number
from vnpolitext.citations.rules import MAYBE_SPACE, SPACE
from vnpolitext.text import tidy

_MOST_STEPS: Final = 8
_NOTE: Final = r"(?:\[\w{1,4}\])?"
_LEAD: Final = rf"{_NOTE}{MAYBE_SPACE}[,(]?{MAYBE_SPACE}"
_DATED: Final = re.compile(
    rf"{_LEAD}(?:(?:được{SPACE})?(?:ban{SPACE}hành|ký|thông{SPACE}qua),?{MAYBE_SPACE})?"
    rf"ngày{MAYBE_SPACE}{DATE}\)?",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(rf"{_LEAD}{DATE}\)?", re.IGNORECASE)
_OF_YEAR: Final = re.compile(
    rf"{_LEAD}(?:(?:tháng{SPACE})?\d{{1,2}}(?:/|-|{SPACE}năm{SPACE}))?(?:năm{SPACE})?"
    r"((?:19|20)\d\d)(?!\d|[./-]\d)\)?",
    re.IGNORECASE,
)
_OF: Final = re.compile(rf"{_LEAD}(của|do){SPACE}", re.IGNORECASE)
_BARE_ISSUER: Final = re.compile(
    rf"{_LEAD}(?=(?:Bộ|bộ|Ban|Hội|Thủ|Quốc|Chính|UBND|Ủy|HĐND|BCH|Tỉnh){SPACE})"
)
_TERM: Final = re.compile(
    rf"{_LEAD}khóa{MAYBE_SPACE}(?:thứ{SPACE})?([IVXL]{{1,7}}|\d{{1,2}})(?!\w)\)?", re.IGNORECASE
)
_TENURE: Final = re.compile(
    rf"{_LEAD}nhiệm{SPACE}kỳ{SPACE}((?:19|20)\d\d{MAYBE_SPACE}-{MAYBE_SPACE}(?:19|20)\d\d)\)?",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(
    rf"(?:(?:{MAYBE_SPACE},)?{SPACE}[\"”]|{MAYBE_SPACE},?{MAYBE_SPACE}“)(?=\w)"
    r"([^\"“”\n]{2,300}(?:\n(?!\n)[^\"“”\n]{1,300}){0,4})[\"”“]"
)
_ABOUT: Final = re.compile(
    rf"{_NOTE}{MAYBE_SPACE},?{MAYBE_SPACE}"
    rf"((?:về{SPACE}việc|về|v/v|quy{SPACE}định|hướng{SPACE}dẫn|phê{SPACE}duyệt|ban{SPACE}hành"
    rf"|sửa{SPACE}đổi){SPACE}(?!như|rằng|tại|là|trên)"
    r"[^;:.?\"“”()\[|\n]{2,250}(?:\n(?![\n\[+-])[^;:.?\"“”()\[|\n]{2,250}){0,4})",
    re.IGNORECASE,
)
_TITLE_END: Final = re.compile(r",(?=\s+[A-ZĐÀ-Ỹ])")
_SHORT: Final = re.compile(
    rf"{MAYBE_SPACE}[,(]{MAYBE_SPACE}(?:sau{SPACE}đây{SPACE})?(?:được{SPACE})?(?:gọi|viết)"
    rf"(?:{SPACE}(?:tắt|chung|ngắn{SPACE}gọn))?{SPACE}là:?{MAYBE_SPACE}"
    r"[\"“]?([^()\"”“;\n]{2,80})",
    re.IGNORECASE,
)
_PROVISION: Final = re.compile(rf"{MAYBE_SPACE}\(((?:[Đđ]iều|[Kk]hoản|[Đđ]iểm)\s[^()\n]{{1,40}})\)")


def read_after(
    text: str, lower: str, end: int, number: Number | None = None, *, titled: bool = True
) -> Attributes:
    """Read the attributes that follow a core span ending at ``end``, in any order.

    Args:
        text: Folded text.
        lower: The same text in lower case.
        end: End of the core span.
        number: The document's number, to check an issuer against.
        titled: Whether words after *về* are the document's title; not so for a law by name.
    """
    found = Attributes(end)
    for _ in range(_MOST_STEPS):
        step = _one(text, lower, number, found)
        if step is None:
            break
        found.end = step
    short = _SHORT.match(text, found.end)
    about = _about(text, found.end) if titled and not found.title else None
    if about is not None:
        found.title, end = about
        short = short or _SHORT.match(text, end)
    if short is not None:
        found.short = tidy(short[1]).rstrip(" ,.")
    return found


def written(surface: str) -> str:
    """Return the name of a body as it is written, with the blanks it lost."""
    issuer = tidy(surface)
    known = known_spelling(issuer)
    return known if known.count(" ") > issuer.count(" ") else issuer


def _one(text: str, lower: str, number: Number | None, found: Attributes) -> int | None:
    """Read one attribute at ``found.end`` into ``found``; return where it ends."""
    return (
        _date(text, found)
        or _term(text, found)
        or _issuer(text, lower, number, found)
        or _quoted(text, found)
        or _part(text, found)
    )


def _date(text: str, found: Attributes) -> int | None:
    if not found.issued:
        match = _DATED.match(text, found.end) or _SLASHED.match(text, found.end)
        if match is not None and (issued := read_date(match)):
            found.issued = issued
            found.year = int(issued[:4])
            return match.end()
    if not found.year:
        match = _OF_YEAR.match(text, found.end)
        if match is not None:
            found.year = int(match[1])
            return match.end()
    return None


def _term(text: str, found: Attributes) -> int | None:
    if found.term:
        return None
    match = _TERM.match(text, found.end) or _TENURE.match(text, found.end)
    if match is None:
        return None
    found.term = tidy(match[1]).replace(" ", "")
    return match.end()


def _issuer(text: str, lower: str, number: Number | None, found: Attributes) -> int | None:
    if found.issuer:
        return None
    lead = _OF.match(text, found.end)
    bare = None if lead or found.title else _BARE_ISSUER.match(text, found.end)
    if lead is None and (bare is None or _new_clause(lower, bare)):
        return None
    begin = (lead or bare).end()  # type: ignore[union-attr]
    if text.count("\n", found.end, begin) > 1:
        return None
    end = read_issuer(text, lower, begin)
    if end is None:
        return None
    issuer = written(text[begin:end])
    if (lead is None or lead[1].lower() == "do") and not agrees(number, issuer):
        return None
    closing = text[end : end + 1] == ")" and "(" in text[found.end : begin]
    found.issuer = issuer
    return end + 1 if closing else end


def _new_clause(lower: str, bare: re.Match[str]) -> bool:
    """Whether a body after a comma is the subject of what follows; a meeting is not."""
    return "," in bare[0] and not lower.startswith("hội nghị", bare.end())


def _quoted(text: str, found: Attributes) -> int | None:
    match = None if found.title else _QUOTED.match(text, found.end)
    if match is None:
        return None
    found.title = tidy(match[1])
    return match.end()


def _part(text: str, found: Attributes) -> int | None:
    match = None if found.provision else _PROVISION.match(text, found.end)
    if match is None:
        return None
    found.provision = tidy(match[1])
    return match.end()


def _about(text: str, at: int) -> tuple[str, int] | None:
    found = _ABOUT.match(text, at)
    if found is None:
        return None
    title = found[1]
    stop = _TITLE_END.search(title)
    if stop is not None:
        title = title[: stop.start()]
    if title.rstrip().endswith(("như sau", "thế nào", "ra sao", "là gì")):
        return None
    return tidy(title), found.start(1) + len(title)
