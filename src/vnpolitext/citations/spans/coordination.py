"""Coordinated citations: *Nghị quyết số 57, 59 và 68-NQ/TW*, and what they share."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.grammar.names import after_kind
from vnpolitext.citations.grammar.numbers import Number, kind_of, read_number
from vnpolitext.citations.grammar.rules import (
    MAYBE_SPACE,
    SPACE,
    STATUTES,
    YEAR,
    is_year,
)
from vnpolitext.citations.identity.register import by_name
from vnpolitext.citations.spans.core import Core, counts
from vnpolitext.text.patterns import lazy_pattern

_AND: Final = lazy_pattern(
    rf"{MAYBE_SPACE}(?:[,;&]|[,;]?{MAYBE_SPACE}(?:và|hoặc|đến)(?!\w)|-(?=\d)){MAYBE_SPACE}(?:và{MAYBE_SPACE})?(?:số{MAYBE_SPACE}:?{MAYBE_SPACE})?(?=\d)",
    re.IGNORECASE,
)
# "Quyết định 12 và 3 thông báo": how many, not which.
_SOME: Final = lazy_pattern(
    rf"(?!0)\d{{1,2}}{SPACE}(?:thông báo|công văn|báo cáo|luật|thông tư|kế hoạch|kết luận|tờ trình"
    r"|văn kiện|hướng dẫn|đạo luật|pháp lệnh|sắc lệnh|công điện|đề án)(?!\w)"
)
_DIGITS: Final = lazy_pattern(r"[.,/:-]\d|%|\.\w")


def following(text: str, lower: str, first: Core, end: int) -> list[Core]:
    """Return the citations coordinated with ``first`` that begin at ``end`` of the text."""
    found: list[Core] = []
    at = end
    while first.number is not None and (lead := _AND.match(text, at)) is not None:
        number = read_number(text, lead.end())
        if number is None or not _belongs(text, lower, lead, number, first.number):
            break
        kind = first.kind if _same_kind(first, number) else kind_of(number)
        found.append(Core(number.start, number.end, kind, "coordinated", number))
        at = number.end
    return found


def complete(cores: Sequence[Core]) -> None:
    """Give numbers without letters the letters of the number that ends the ellipsis."""
    last = cores[-1].number
    if last is None or not last.codes:
        return
    for core in cores[:-1]:
        number = core.number
        if number is not None and not number.codes and number.year is None:
            core.number = replace(number, codes=last.codes, marks=last.marks[-len(last.codes) :])


def more_names(text: str, lower: str, first: Core) -> list[Core]:
    """Return the named documents coordinated with ``first``: *các luật Đất đai, Nhà ở*."""
    found: list[Core] = []
    at = first.end
    if first.rule == "plenum" and (more := _plenums(text, first)):
        return more
    if years := _years(text, first):
        return years
    if first.rule == "plenum":
        while (lead := _AND_TERM.match(text, at)) is not None:
            name = _BARE_TERM.sub(lead[1], text[first.start : first.end])
            found.append(
                Core(lead.start(1), lead.end(1), first.kind, "plenum", name=canonical_name(name))
            )
            at = lead.end(1)
        return found
    if first.kind not in STATUTES:
        return found
    several = ":" in text[first.start : first.end] or _PLURAL.search(
        lower, max(0, first.start - 16), first.start
    )
    dated = _YEAR_END.search(text, first.start, first.end)
    while (gap := _AND_NAME.match(text, at)) is not None and text[gap.end()].isupper():
        end = after_kind(lower, gap.end(), first.kind)
        year = _YEAR_NEXT.match(text, end) if end is not None and dated else None
        end = year.end() if year else end
        if end is None or not (several or year):
            break
        name = canonical_name(f"{first.kind} {text[gap.end() : end]}")
        found.append(Core(gap.end(), end, first.kind, first.kind, name=name))
        at = end
    return found


def _years(text: str, first: Core) -> list[Core]:
    """The further years of a law or constitution: *Hiến pháp 1946, 1959 và 2013*.

    Years in which it was amended are those of the laws that did it: *Luật Báo chí năm 1989, sửa
    đổi năm 1999*.
    """
    name = first.name or canonical_name(text[first.start : first.end])
    stem, _, year = name.rpartition(" ")
    if not is_year(year) or not (first.kind in STATUTES or first.rule == "constitution"):
        return []
    found: list[Core] = []
    at = first.end
    amended = ""
    while True:
        amending = _AMENDED_IN.match(text, at)
        lead = amending or _AND_YEAR.match(text, at)
        if lead is None:
            break
        if amending is not None:
            amended = " sửa đổi"
        elif by_name(f"{stem} {lead['year']}"):
            amended = ""
        name = f"{stem}{amended} {lead['year']}"
        if not amended and lead["in"] and not by_name(name):
            break
        if amended and int(lead["year"]) <= int(year):
            break
        found.append(Core(lead.start("year"), lead.end(), first.kind, first.rule, name=name))
        at = lead.end()
    return found


_A_YEAR: Final = rf"(?P<year>{YEAR})(?![\d/.-]\d|\d| ?%|\w)"
_AND_YEAR: Final = lazy_pattern(
    rf"(?:[,;]|{MAYBE_SPACE}(?:và|hoặc|hay)(?!\w)){MAYBE_SPACE}(?:và{MAYBE_SPACE})?"
    rf"(?P<in>năm{MAYBE_SPACE})?{_A_YEAR}"
)
# A bracket with one year only is part of the name: "(sửa đổi năm 1999)".
_AMENDED_IN: Final = lazy_pattern(
    rf"{MAYBE_SPACE}(?:(?P<open>\()|,){MAYBE_SPACE}(?:và{SPACE})?(?:đã{SPACE})?(?:được{SPACE})?"
    rf"sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?(?:{SPACE}vào)?(?:{SPACE}(?:các{SPACE})?năm)?{SPACE}{_A_YEAR}"
    r"(?(open)(?!\)))"
)


def _plenums(text: str, first: Core) -> list[Core]:
    """The further plenums of a resolution: *Nghị quyết Trung ương 6 và Trung ương 7 khóa XII*."""
    found: list[Core] = []
    term = ""
    at = first.end
    own = _PLENUM.match(canonical_name(text[first.start : first.end]))
    while own is not None and (lead := _AND_PLENUM.match(text, at)) is not None:
        start = lead.start("centre") if lead["centre"] else lead.start("ord")
        found.append(Core(start, lead.end(), first.kind, "plenum", name=lead["ord"]))
        at = lead.end()
        if lead["term"]:
            term = lead["term"]
            break
    if own is None or not term or own["term"]:
        return []
    for core in [*found, first]:
        number = own["number"] if core is first else core.name
        core.name = canonical_name(f"{first.kind} trung ương {number} khóa {term}")
    return found


_PLENUM: Final = lazy_pattern(r".*trung ương (?P<number>\w+)(?: khóa (?P<term>\w+))?$")
_AND_PLENUM: Final = lazy_pattern(
    rf"(?:,|;|{MAYBE_SPACE}(?:và|hoặc)(?!\w)){MAYBE_SPACE}(?:nghị{SPACE}quyết{SPACE})?"
    rf"(?P<centre>(?:hội{SPACE}nghị{SPACE})?(?:trung{SPACE}ương|TW|T\.? ?Ư\.?){SPACE}"
    rf"(?:lần{SPACE}thứ{SPACE})?)?"
    rf"(?P<ord>\d{{1,2}}|[IVX]{{1,5}}|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w)"
    rf"(?:{MAYBE_SPACE}[,(]?{MAYBE_SPACE}khóa{SPACE}(?P<term>[IVXL]{{1,6}}|\d{{1,2}})(?!\w)\)?)?",
    re.IGNORECASE,
)
_AND_TERM: Final = lazy_pattern(
    rf"(?:,|{MAYBE_SPACE}và){MAYBE_SPACE}(?:khóa{MAYBE_SPACE})?([IVXL]{{1,6}})(?!\w)"
)
_BARE_TERM: Final = lazy_pattern(r"(?<=[Kk]hóa )[IVXL\d]+(?=\)?$)")
_YEAR_END: Final = lazy_pattern(rf"{YEAR}$")
_YEAR_NEXT: Final = lazy_pattern(rf"{SPACE}(?:năm{SPACE})?{YEAR}(?!\d|[./-]\d)")
_AND_NAME: Final = lazy_pattern(rf"(?:,|;|{MAYBE_SPACE}và(?!\w)){MAYBE_SPACE}(?=\w)")
_PLURAL: Final = lazy_pattern(r"(?:các|những|hai|ba|bốn|năm|\d)\s(?:đạo\s|dự án\s|dự thảo\s)?$")


def _same_kind(first: Core, number: Number) -> bool:
    own = first.number.codes[:1] if first.number else ()
    return not own or not number.codes or number.codes[0] == own[0] or kind_of(number) is None


def _belongs(text: str, lower: str, lead: re.Match[str], number: Number, first: Number) -> bool:
    if number.codes:
        return len(number.codes) >= min(2, len(first.codes)) or number.codes == first.codes
    if number.year is not None and first.year is not None:
        return not first.codes
    longest = max(4, len(first.serial))
    if lead[0].strip() in {"-", ";"} or len(number.serial) > longest or number.year is not None:
        return False
    said = "số" in lead[0].lower()
    if not said and _SOME.match(lower, number.start):
        return False
    return said or not (_DIGITS.match(text, number.end) or counts(lower, number))
