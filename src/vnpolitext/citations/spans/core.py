"""Core spans: what identifies one document, before attributes are read."""

import re
from dataclasses import dataclass
from typing import Final

from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.grammar.issuers import read_issuer
from vnpolitext.citations.grammar.names import Name, read_detailed, read_name, read_tail
from vnpolitext.citations.grammar.numbers import (
    Number,
    kind_codes,
    read_number,
    stem,
    with_year,
)
from vnpolitext.citations.grammar.rules import (
    MAYBE_SPACE,
    SPACE,
    STATUTES,
    bodies,
    code_initials,
    is_year,
    quantity,
)
from vnpolitext.citations.identity.register import by_number
from vnpolitext.citations.spans.scan import Anchor
from vnpolitext.citations.spans.short import accepts_short
from vnpolitext.text.alphabet import CODE_LETTERS
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import single_spaced
from vnpolitext.vocabulary import kinds


@dataclass(slots=True)
class Core:
    """The core span of one citation in folded offsets.

    Attributes:
        start: Index of the first character.
        end: Index after the last character.
        kind: Kind in lower case, ``None`` while unknown.
        rule: Name of the rule that found it.
        number: The number, if the document has one.
        name: Folded name, where the span alone does not give it.
        title: Title inside the span.
        issued: Day inside the span, ISO 8601.
    """

    start: int
    end: int
    kind: str | None
    rule: str
    number: Number | None = None
    name: str | None = None
    title: str | None = None
    issued: str | None = None


# The number of a page between the lines, as PDF has it: "số⏎12⏎35-NQ/TW".
_PAGE: Final = (
    rf"(?:(?<=\n)(?:- ?|[Tt]rang )?\d{{1,3}}(?: ?-)?\n{{1,2}}"
    rf"(?=\d{{1,5}}(?:/(?:19|20)\d\d)? ?[-/] ?[{CODE_LETTERS}]))?"
)
_SO: Final = lazy_pattern(
    rf"{MAYBE_SPACE}:?{MAYBE_SPACE}(?:(?:số|sô){MAYBE_SPACE}[:.]?{MAYBE_SPACE}{_PAGE})?(?=\d)",
    re.IGNORECASE,
)
_FILLED: Final = lazy_pattern(
    rf"(?:{SPACE}[\w&'-]{{1,12}},?){{1,14}}?(?:{MAYBE_SPACE}:)?{SPACE}(?:số|Số|SỐ){MAYBE_SPACE}:?{MAYBE_SPACE}(?=\d)"
)
# "Quyết định (QĐ) 33/2014", "Quy định (bổ sung) số 12-QĐ/TU"
_ASIDE: Final = lazy_pattern(
    rf"{MAYBE_SPACE}\((?:[{CODE_LETTERS}]{{2,4}}|[^\W\d_]{{2,5}}(?: [^\W\d_]{{2,5}}){{0,2}})\)"
    rf"(?= {{0,2}}(?:số |\d{{1,5}}[/-]|\d{{2,5}}\W))",
    re.IGNORECASE,
)
# Another word than "số" follows, as behind most kinds.
_GOES_ON: Final = lazy_pattern(r" [^\W\dsS]")
FARTHEST: Final = 400
"""How far a number after *số* may stand behind its kind, in characters."""
# "Luật Đất đai (số 45/2013/QH13)", "Luật Đất đai (45/2013/QH13)"
_BRACKET: Final = lazy_pattern(
    rf"{MAYBE_SPACE}(?:[(\[]{MAYBE_SPACE}(?:số{MAYBE_SPACE}:?{MAYBE_SPACE})?"
    rf"|,{MAYBE_SPACE}số{MAYBE_SPACE}:?{MAYBE_SPACE})(?=\d)",
    re.IGNORECASE,
)
# "ra quyết định (số 12/QĐ-UBND)", "Nghị quyết kỳ họp thứ hai Quốc hội khóa XI (số 2/2031/QH11)"
_SAID_BRACKET: Final = lazy_pattern(rf"[ \n]\(số{MAYBE_SPACE}:?{MAYBE_SPACE}(?=\d)", re.IGNORECASE)
_FAR_BRACKET: Final = lazy_pattern(
    rf"(?:{SPACE}(?!(?:và|ngày|này|đã|được){SPACE})[\w&'-]{{1,12}},?){{1,14}}? "
    rf"\(số{MAYBE_SPACE}:?{MAYBE_SPACE}(?=\d)"
)
_OF: Final = lazy_pattern(rf"{SPACE}của{SPACE}", re.IGNORECASE)
_DATED: Final = lazy_pattern(rf"{MAYBE_SPACE},?{MAYBE_SPACE}ngày{SPACE}\d")
_NO_LIST: Final = lazy_pattern(r"[.,]\d+(?!\d|[/-])|%|\s*-\s*\d|/\d|:\d")


def read_core(text: str, lower: str, anchor: Anchor, limit: int) -> Core | None:
    """Read the core span that begins at a kind word; ``limit`` is where the next kind begins."""
    if anchor.short in code_initials():
        return _read_initials(text, anchor, limit)
    return _read_kind(text, lower, anchor, limit)


def _read_initials(text: str, anchor: Anchor, limit: int) -> Core:
    """Read a code cited by its initials: *BLHS năm 2015*, *BLLĐ số 45/2019/QH14*."""
    kind, known = code_initials()[anchor.short]
    last = read_tail(text, anchor.end)
    name = canonical_name(f"{kind} {known}{text[anchor.end : last]}")
    number = _after_filler(text, last, limit, anchor, True)
    if number is not None and number.codes:
        return Core(anchor.start, number.end, kind, "numbered", number, name)
    return Core(anchor.start, last, kind, kind, name=name)


def _read_kind(text: str, lower: str, anchor: Anchor, limit: int) -> Core | None:
    start, end, name, _ = anchor
    lead = None
    if not _GOES_ON.match(text, end):
        aside = _ASIDE.match(text, end)
        lead = _SO.match(text, aside.end() if aside else end)
    if lead is not None and (lead.end() > end or text[end - 1].isupper()):
        number = read_number(text, lead.end())
        said = lead[0].strip(" \n:") != ""
        apart = "\n" in lead[0] and not said
        if number is not None and apart and not number.codes:
            number = None
        elif number is not None and not apart:
            dated = with_year(text, number)
            number = number if counts(lower, dated) else dated
        if number is not None and accepts(text, lower, anchor, number, said):
            start, name = _inner(text, anchor, number)
            return Core(start, number.end, name, "numbered", number)
    number = _bracketed(text, start, end, limit)
    if number is not None and _names_same(name, number):
        return Core(start, _closed(text, end, number.end), name, "numbered", number)
    kind = kinds()[name]
    named = read_name(text, lower, name, start, end) if kind.named else None
    behind = named.end if named else end
    number = _after_filler(text, behind, limit, anchor, bool(named))
    if number is not None and named and _is_of_inner(text[start : named.end], named, number):
        whole = canonical_name(text[start : named.end])
        return Core(start, _closed(text, behind, number.end), name, named.rule, name=whole)
    if number is not None:
        return Core(start, _closed(text, behind, number.end), name, "numbered", number)
    if named is not None:
        return _of_name(text, anchor, named)
    detailed = read_detailed(text, lower, name, start, end)
    return Core(start, detailed, name, "detailed") if detailed else None


def _of_name(text: str, anchor: Anchor, named: Name) -> Core:
    """The core of a document known by its name."""
    start, end, name, _ = anchor
    core = Core(start, named.end, name, named.rule)
    if named.rule == "memorandum":
        between = _BETWEEN.search(text, end, named.end)
        core.title = single_spaced(text[end : between.start() if between else named.end]).strip()
    if anchor.short:
        core.name = canonical_name(f"{name} {text[end : named.end]}")
    return core


def _is_of_inner(surface: str, named: Name, number: Number) -> bool:
    """Whether a number is that of the law that is amended: *Luật sửa đổi ... Luật X số 5*."""
    if named.rule != "amending":
        return False
    whole = canonical_name(surface)
    own = (name for document in by_number(number.canonical) for name in document.names)
    return any(whole.endswith(name.rstrip("0123456789 ")) for name in own)


def _bracketed(text: str, start: int, end: int, limit: int) -> Number | None:
    """The number in brackets behind a kind word, or behind what the document is about."""
    bracket = _SAID_BRACKET.match(text, end) if text[end + 1 : end + 2] == "(" else None
    if bracket is None and limit > end and text[start].isupper():
        far = _FAR_BRACKET.match(text, end)
        bracket = far if far is not None and far.end() < limit else None
    number = read_number(text, bracket.end()) if bracket else None
    parts = len(number.codes) + (number.year is not None) if number else 0
    return number if parts > 1 else None


def _closed(text: str, begin: int, end: int) -> int:
    """The end with the bracket that closes one opened before the number: *(số 45/2013/QH13)*."""
    closing = text[end : end + 1]
    opening = {")": "(", "]": "["}.get(closing)
    opened = opening and opening in text[begin:end] and closing not in text[begin:end]
    return end + 1 if opened else end


def _inner(text: str, anchor: Anchor, number: Number) -> tuple[int, str]:
    """The kind that the number belongs to: *Thông báo Kết luận số 12-KL/TU* cites the latter."""
    start, end, name, _ = anchor
    last = " ".join(name.split()[-2:])
    code = number.codes[0] if number.codes else ""
    if last == name or last not in kinds() or not code or code in kinds()[name].codes:
        return start, name
    if code not in kinds()[last].codes:
        return start, name
    found = re.search(MAYBE_SPACE.join(last.split()) + "$", text[start:end], re.IGNORECASE)
    return (start + found.start(), last) if found else (start, name)


_BETWEEN: Final = lazy_pattern(rf"{SPACE}giữa{SPACE}")


def accepts(text: str, lower: str, anchor: Anchor, number: Number, said: bool) -> bool:
    """Whether a number right after a kind word makes a citation."""
    kind = kinds()[anchor.kind]
    if number.codes:
        certain = said or len(number.codes) > 1 or number.year is not None or _knows(number)
        return certain or kind.alone == "bare"
    dated = said and number.year is not None and anchor.kind in STATUTES
    if (
        (kind.alone == "no" and not dated)
        or _NO_LIST.match(text, number.end)
        or counts(lower, number)
    ):
        return False
    if _FORM.search(lower, max(0, anchor.start - 8), anchor.start):
        return False
    if anchor.kind in _IN_OFFICES and _OFFICE.search(
        lower, max(0, anchor.start - 70), anchor.start
    ):
        return False
    if anchor.short:
        bare = said or _bare(text, lower, anchor, number)
        return accepts_short(text, lower, anchor, number, said=said, bare=bare)
    return said or _bare(text, lower, anchor, number)


def _bare(text: str, lower: str, anchor: Anchor, number: Number) -> bool:
    """Whether a kind may be cited by a number alone, without *số*: *Nghị quyết 18*."""
    kind = kinds()[anchor.kind]
    if is_year(number.serial) and _COUNTED.match(text, number.end):
        return kind.alone == "bare"
    if kind.alone != "bare" or is_year(number.serial):
        return False
    filled = number.serial.startswith("0")
    if kind.lower or filled:
        return True
    return len(number.serial) > 1 and (
        text[anchor.start].isupper() or _of_body(text, lower, number.end)
    )


def _of_body(text: str, lower: str, end: int) -> bool:
    """Whether a body follows a number: *kết luận 14 của Bộ Chính trị*."""
    of = _OF.match(text, end)
    return of is not None and read_issuer(text, lower, of.end()) is not None


# Resolutions of the United Nations are counted without end: "Nghị quyết 1973 (2011)".
_COUNTED: Final = lazy_pattern(
    r" ?\((?:năm )?(?:19|20)\d\d\)|\scủa (?:hội đồng bảo an|đại hội đồng|liên (?:hợp|hiệp) quốc)",
    re.IGNORECASE,
)
# A programme inside the name of its office is none of its own: *Ban Chỉ đạo Chương trình 9*.
_IN_OFFICES: Final = frozenset({"chương trình", "đề án", "dự án", "chiến lược"})
_OFFICE: Final = lazy_pattern(
    r"(?<!\w)(?:văn phòng|ban|tổ|trung tâm|tiểu ban)"
    r"(?: (?:thường trực|chỉ đạo|điều phối|quản lý|điều hành"
    r"|công tác|giúp việc|trung ương|quốc gia|thực hiện|triển khai|các|và))"
    r"{1,5}[ \n]$"
)
_FORM: Final = lazy_pattern(r"(?<!\w)(?:biểu )?mẫu\s+$")


def counts(lower: str, number: Number) -> bool:
    """Whether a bare number is a quantity: a unit or a noun follows it."""
    if len(number.serial) > 5:
        return True
    return quantity().match(lower, number.end) is not None


def _names_same(kind: str, number: Number) -> bool:
    """Whether a number in brackets can be that of the document named before them."""
    if not number.codes:
        return False
    first = stem(number.codes[0])
    codes = kinds()[kind].codes
    return first in codes or not codes or (kind in STATUTES and first in _ACTS)


# Laws and ordinances are published by an order of the President.
_ACTS: Final = frozenset({"QH", "UBTVQH", "PL", "L", "LCT", "SL"})


def _knows(number: Number) -> bool:
    first = stem(number.codes[0])
    return first in kind_codes() or first in bodies()


def _after_filler(text: str, end: int, limit: int, anchor: Anchor, named: bool) -> Number | None:
    """The number after words between it and the kind: *Báo cáo thẩm tra số 418/BC-UBPL*."""
    lead = _SO.match(text, end) if named else None
    bracket = _BRACKET.match(text, end) if named else None
    if bracket is not None:
        number = read_number(text, bracket.end())
        return number if number is not None and _names_same(anchor.kind, number) else None
    if lead is None or lead.end() == end:
        lead = _FILLED.match(text, end) if limit > anchor.end else None
        if lead is None or lead.end() > limit or "mẫu" in lead[0].lower():
            return None
    number = read_number(text, lead.end())
    if number is None:
        return None
    if not number.codes and named and "số" in text[lead.start() : lead.end()].lower():
        return number
    if not number.codes:
        told = kinds()[anchor.kind].alone == "bare" and _OF.match(text, end)
        return number if told and _DATED.match(text, number.end) else None
    codes = kinds()[anchor.kind].codes
    first = stem(number.codes[0])
    fits = first in codes or first in bodies() or ("*" in codes and len(number.codes) > 1)
    return number if fits or _own_letters(number, codes) else None


def _own_letters(number: Number, codes: tuple[str, ...]) -> bool:
    """Whether letters that no kind is known by are of the kind before *số*: *123/2019/HSST*."""
    first = stem(number.codes[0])
    if first in kind_codes():
        return False
    return number.year is not None or any(len(c) > 1 and first.startswith(c) for c in codes)
