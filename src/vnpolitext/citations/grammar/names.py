"""Named documents: laws, constitutions, documents of congresses and plenums, ..."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from vnpolitext.citations.grammar.canonical import SHORT_WORDS
from vnpolitext.citations.grammar.issuers import read_issuer
from vnpolitext.citations.grammar.rules import (
    MAYBE_SPACE,
    SPACE,
    STATUTES,
    any_of,
    compile_pattern,
    grammar,
    statutes,
    stops_at,
)
from vnpolitext.models import per_choice
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import listed

_YEAR: Final = r"(?:1[6-9]\d\d|20[0-4]\d)(?!\d|[./-]\d)"
_AMENDED: Final = rf"sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?"
_IN_YEAR: Final = rf"(?:(?:các{SPACE})?năm{MAYBE_SPACE})?{_YEAR}"
_TAIL: Final = lazy_pattern(
    rf"{MAYBE_SPACE}\((?:{_AMENDED}(?:{SPACE}(?:năm{SPACE})?{_YEAR})?|(?:năm{SPACE})?{_YEAR})\)"
    rf"|{MAYBE_SPACE}\((?:(?:các{SPACE})?năm{SPACE})?{_YEAR}(?=(?:{MAYBE_SPACE}[,;]|{SPACE}và){SPACE}(?:năm{SPACE})?{_YEAR})"
    rf"|{SPACE}(?:{_AMENDED}{SPACE}|việt{SPACE}nam{SPACE})?{_IN_YEAR}"
    rf"(?:{MAYBE_SPACE}\({_AMENDED}{SPACE}(?:năm{SPACE})?{_YEAR}\)|{SPACE}{_AMENDED}{SPACE}(?:năm{SPACE})?{_YEAR})?"
    rf"|{SPACE}sửa{SPACE}đổi(?!\w|,?{SPACE}(?:bổ|một|các|bởi|khoản|điều|điểm|luật|bộ)(?!\w))"
)
# "Luật về Sĩ quan Quân đội nhân dân Việt Nam"
_ABOUT: Final = lazy_pattern(rf"về{SPACE}(?=\w)")
_THIS: Final = lazy_pattern(rf"{SPACE}này(?!\w)")
_PART: Final = rf"(?:điểm|khoản|điều){SPACE}\w{{1,4}},?{SPACE}(?:và{SPACE})?"
_AMENDING: Final = lazy_pattern(
    rf"{_AMENDED}(?:{SPACE}một{SPACE}số{SPACE}điều|{SPACE}(?:{_PART}){{1,6}}(?=của))?"
    rf"(?:{MAYBE_SPACE}của)?(?:{SPACE}các)?(?P<several>{SPACE}\d{{1,2}})?{SPACE}"
    rf"(?P<kind>(?P<code>bộ{SPACE})?luật|pháp{SPACE}lệnh)"
)
# "Bộ luật Hình sự (BLHS) năm 1999"
_ASIDE: Final = lazy_pattern(rf"{MAYBE_SPACE}\([A-ZĐ]{{2,6}}\)(?={SPACE}(?:năm{SPACE})?{_YEAR})")
# What "luật sửa đổi, bổ sung một số điều của luật Hải quan" amends is a law with its name.
_NAMED_LAW: Final = lazy_pattern(rf"(?i:bộ{SPACE})?(?i:luật|pháp{SPACE}lệnh){SPACE}[{UPPER}]")
_WORD: Final = lazy_pattern(r"\w[\w'&-]*")
_GAP: Final = lazy_pattern(SPACE)
_MOST_WORDS: Final = 12
_DEEPEST: Final = 3  # laws that amend a law that amends a law
_NO_LAW: Final = listed(
    "việt nam, hồi giáo, la mã, số, quốc tế, sư, gia, pháp, tp, khoa, hành chính"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``start`` to ``end`` after a kind word, and the rule that found it."""

    end: int
    rule: str


def read_name(text: str, lower: str, kind: str, start: int, end: int) -> Name | None:
    """Read the name of a document after its kind word at ``start`` to ``end``."""
    gap = _GAP.match(text, end)
    listed = _COLON.match(text, end) if kind in STATUTES else None
    if listed is not None and (last := after_kind(lower, listed.end(), kind)) is not None:
        return Name(last, kind) if text[listed.end()].isupper() else None
    # "NQTW 8": what is written in short may have lost its blank.
    short = gap is None and text[end - 1 : end + 1].isupper()
    if _excluded(lower, kind, start) or (gap is None and not short and kind != "hiến pháp"):
        return None
    capital = text[start].isupper()
    at = gap.end() if gap else end
    named = (gap or short) and (
        (kind in STATUTES and _statute(text, lower, kind, at, capital))
        or _by_rule(text, kind, at, capital)
    )
    if named:
        return named
    return Name(end, "constitution") if kind == "hiến pháp" and capital else None


# "các luật: Đất đai, Nhà ở và Xây dựng"
_COLON: Final = lazy_pattern(rf"{MAYBE_SPACE}:{SPACE}")
_DETAILED: Final = frozenset(
    {"nghị định", "thông tư", "thông tư liên tịch", "nghị quyết", "quyết định"}
)
_DETAIL: Final = lazy_pattern(
    rf"{SPACE}(?:(?:quy{SPACE}định(?:{SPACE}chi{SPACE}tiết)?|hướng{SPACE}dẫn)"
    rf"(?:{SPACE}(?!luật|pháp{SPACE}lệnh|bộ{SPACE}luật|theo|tại|khoản|điểm|được)[^\W\d]{{1,8}},?){{0,14}}?"
    rf"{SPACE}(?:thi{SPACE}hành|thực{SPACE}hiện|của)"
    rf"(?:{SPACE}(?:một{SPACE}số{SPACE}điều|các{SPACE}điều){SPACE}của)?"
    rf"|(?P<guides>hướng{SPACE}dẫn)){SPACE}"
    rf"(?P<kind>bộ{SPACE}luật|luật|pháp{SPACE}lệnh){SPACE}(?=\w)"
)
# The document itself, not one that it cites: "⏎Chính phủ ban hành Nghị định quy định chi tiết ...".
_ENACTING: Final = lazy_pattern(
    r"(?:^|\n)\W{0,4}[^\W\d]{2,8}(?:[ \n][^\W\d]{1,8}){0,9}[ \n]ban hành[ \n]$"
)
_SEVERAL: Final = lazy_pattern(
    r"(?<!\w)(?:các|những|một số|\d{1,2})[ \n](?:[^\W\d]{2,6}[ \n][^\W\d]{2,6},[ \n])?$"
)
_OF: Final = lazy_pattern(rf"{SPACE}của{SPACE}")
_GROUNDS: Final = lazy_pattern(r"(?:^|\n)\W{0,4}(?:căn cứ|theo đề nghị|xét đề nghị|trên cơ sở)\s")
_GROUNDS_REACH: Final = 800


def read_detailed(text: str, lower: str, kind: str, start: int, end: int) -> int | None:
    """Return the end of *Nghị định quy định chi tiết thi hành Luật X*, or ``None``."""
    if kind not in _DETAILED or not text[start].isupper() or text[start:end].isupper():
        return None
    if text[end : end + 1] == "\n" or _SEVERAL.search(lower, max(0, start - 24), start):
        return None
    of = _OF.match(lower, end)
    found = _DETAIL.match(lower, (of and read_issuer(text, lower, of.end())) or end)
    if found is None or (found["guides"] and kind != "nghị định") or _enacts(lower, start):
        return None
    law = " ".join(found["kind"].split())
    name = _statute(text, lower, law, found.end(), text[found.start("kind")].isupper())
    return _numbered(lower, name.end, last=True) if name else None


def _enacts(lower: str, start: int) -> bool:
    """Whether the kind word at ``start`` is in the formula by which its own document is issued."""
    if _ENACTING.search(lower, max(0, start - 100), start) is None:
        return False
    return _GROUNDS.search(lower, max(0, start - _GROUNDS_REACH), start) is not None


def read_tail(text: str, end: int) -> int:
    """Return where the year of a law ends that follows its name at ``end``, else ``end``."""
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end


def _by_rule(text: str, kind: str, at: int, capital: bool) -> Name | None:
    """A name that a pattern of the grammar describes."""
    written = (
        capital or kind == "hiến pháp" or text[at : at + 1].isupper() or text[at : at + 1].isdigit()
    )
    for rule in _rules().get(kind, ()):
        if not (written or rule.small) or (rule.capital and not capital):
            continue
        found = rule.pattern.match(text, at)
        if (
            found is not None
            and found.end() > at
            and not _PAGE.search(text, at - 1, found.end() + 1)
        ):
            return Name(at + len(_MARK.sub("", _balanced(found[0].rstrip()))), rule.name)
    return None


# The number of a page is no number of a plenum: "Nghị quyết Trung ương⏎12⏎4 khóa XII".
_PAGE: Final = lazy_pattern(r"\n\d{1,3}\n")


# "Hiệp định Đối tác Kinh tế Toàn diện Khu vực (RCEP)": a short form, as behind every document.
_MARK: Final = lazy_pattern(r"\s?\([A-Z]{3,9}(?: I{1,3})?\)$")


def _balanced(name: str) -> str:
    """The name without a bracket after it that opened before it: *(Cương lĩnh năm 1991)*."""
    if name.endswith(")") and name.count(")") > name.count("("):
        return name[:-1].rstrip()
    return name


def _excluded(lower: str, kind: str, start: int) -> bool:
    """Whether the words before a kind make it something else: *Đại học Luật*, *Luật Hiến pháp*."""
    before = _NOT_AFTER.get(kind)
    return before is not None and before.search(lower, max(0, start - 20), start) is not None


_STUDY: Final = lazy_pattern(
    r"(?:học|\bđh|\bcđ|khoa|ngành|nhân|sĩ|sỹ|môn|ty|viện|trường|trình độ|giảng viên|giáo trình|da"
    r"|pháp|phòng|tnhh|sư|phái)\s+$"
)
_NOT_AFTER: Final = {
    **dict.fromkeys(STATUTES, _STUDY),
    "hiến pháp": lazy_pattern(r"(?:luật|tòa án|tòa|hội đồng|viện)\s+$"),
    "văn kiện": lazy_pattern(r"(?:dự thảo|các|những|tiểu ban|tổ biên tập)\s+$"),
    "hiệp ước": lazy_pattern(r"(?:tổ chức|khối)\s+$"),
    "hiến chương": lazy_pattern(r"lịch triều\s+$"),
}


def after_kind(lower: str, at: int, kind: str) -> int | None:
    """Return the end of a statute's name from the lexicon that begins at ``at``."""
    pattern = _lexicon(kind).get(_first(lower, at))
    found = pattern.match(lower, at) if pattern else None
    # "Luật Hội đồng nhân dân" is none on associations, "luật Hội".
    return None if found is None or _COUNCIL.match(lower, at) else found.end()


_COUNCIL: Final = lazy_pattern(rf"hội{SPACE}đồng(?!\w)")


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    capital: bool
    small: bool
    pattern: re.Pattern[str]


@per_choice
def _rules() -> Mapping[str, tuple[_Rule, ...]]:
    found: dict[str, tuple[_Rule, ...]] = {}
    for entry in grammar()["named"]:
        rule = _Rule(
            entry["name"],
            bool(entry.get("capital")),
            bool(entry.get("small")),
            compile_pattern("(?:" + entry["pattern"] + r")(?!\w)"),
        )
        for kind in entry["kinds"]:
            found[kind] = (*found.get(kind, ()), rule)
    return found


@lru_cache(maxsize=4)
def _lexicon(kind: str) -> Mapping[str, re.Pattern[str]]:
    """One pattern for each first syllable of the statutes of a kind."""
    groups: dict[str, list[str]] = {}
    for name in statutes().get(kind, ()):
        groups.setdefault(name.split()[0].rstrip(","), []).append(_loose(name))
    return {first: lazy_pattern("(?:" + "|".join(g) + r")(?!\w)") for first, g in groups.items()}


def _loose(name: str) -> str:
    """A pattern of a name that forgives blanks lost or doubled, commas, and short forms."""
    comma = rf"(?:,|{MAYBE_SPACE}-|{SPACE}và)?"
    pattern = SPACE.join(re.escape(word).replace(",", comma) for word in name.split())
    for full, short in SHORT_WORDS.items():
        long = SPACE.join(full.split())
        pattern = pattern.replace(long, f"(?:{long}|{short})")
    return pattern


def _first(lower: str, at: int) -> str:
    word = _WORD.match(lower, at)
    return word[0] if word else ""


def _statute(
    text: str, lower: str, kind: str, at: int, capital: bool, *, deep: int = 0
) -> Name | None:
    known = after_kind(lower, at, kind)
    about = _ABOUT.match(lower, at) if capital and known is None else None
    if about is not None:
        at = about.end()
        known = after_kind(lower, at, kind)
    if known is None and _is_study(lower, kind, at):
        return None
    amending = _AMENDING.match(lower, at) if known is None else None
    if amending is not None and (capital or _NAMED_LAW.match(text, amending.start("kind"))):
        several = capital and amending["several"] is not None
        whole = capital and not _ITEM.search(text, max(0, at - 16), at)
        return _amending(text, amending, deep, several=several, whole=whole)
    if known is None and capital:
        small = about is not None and (kind == "pháp lệnh" or deep > 0)
        known = _unknown(text, lower, at, small=small)
        if known is None:
            return None
    elif known is None:
        return None
    known = _past_country(text, known)
    aside = _ASIDE.match(text, known)
    tail = _TAIL.match(lower, aside.end() if aside else known)
    this = tail is None and _THIS.match(lower, known)
    if this or not (capital or text[at].isupper() or tail):
        return None
    return Name(tail.end() if tail else known, kind)


def _is_study(lower: str, kind: str, at: int) -> bool:
    """Whether a field of study, an office or the law of a faith follows a kind word."""
    if kind == "luật" and lower.startswith("hiến pháp", at):
        return True
    return lower.startswith(_NO_LAW, at) and not lower.startswith("khoa học", at)


def _past_country(text: str, end: int) -> int:
    """Where the country ends whose law it is: *Luật Quốc tịch Hoa Kỳ*, else ``end``."""
    country = _of_country().match(text, end)
    return country.end() if country else end


@per_choice
def _of_country() -> re.Pattern[str]:
    table = grammar()["laws"]
    return lazy_pattern(
        rf"{SPACE}(?:{any_of(table['countries'])}"
        rf"(?!{SPACE}(?:lệnh|luật|định|và|với|hoặc|hay|-){SPACE}|[-–]|{SPACE}[{UPPER}])"
        rf"|nước{SPACE}{any_of(table['republics'])})(?!\w)"
    )


def _amending(
    text: str, found: re.Match[str], deep: int, *, several: bool = False, whole: bool = False
) -> Name | None:
    """The rest of *Luật sửa đổi, bổ sung một số điều của Luật ...*.

    ``whole`` tells that further laws may follow a semicolon.
    """
    if deep == _DEEPEST:
        return None
    lower, end = found.string, found.end()
    is_law = found["kind"].endswith("luật")
    kind = ("bộ luật" if found["code"] else "luật") if is_law else "pháp lệnh"
    gap = _GAP.match(text, end)
    name = _statute(text, lower, kind, gap.end(), True, deep=deep + 1) if gap else None
    if name is None:
        return Name(end, "amending") if several else None
    end = _numbered(lower, name.end)
    each = end > name.end
    while not _DATED_NAME.search(lower, max(0, end - 5), end):
        more = _AND_LAW.match(lower, end)
        if more is None:
            break
        # In a list of laws that semicolons part, what follows is the next of the list.
        if more["apart"] and not (whole and text[more.start("kind")].isupper()):
            break
        kind = "bộ luật" if more["kind"].startswith("bộ") else "luật"
        if more["kind"].startswith("pháp"):
            kind = "pháp lệnh"
        nxt = _statute(text, lower, kind, more.end(), True, deep=deep + 1)
        if nxt is None or nxt.rule == "amending":
            break
        end = _numbered(lower, nxt.end, last=True) if each else nxt.end
    return Name(end, "amending")


def _numbered(lower: str, end: int, *, last: bool = False) -> int:
    """Where an amended law ends with its own number, where further amended laws follow it."""
    number = _OWN_NUMBER.match(lower, end)
    if number is None:
        return end
    return number.end() if last or _AND_LAW.match(lower, number.end()) else end


_OWN_NUMBER: Final = lazy_pattern(rf"{SPACE}(?:số{SPACE})?\d{{1,3}}/(?:19|20)\d\d/qh\d\d(?!\w)")


_ITEM: Final = lazy_pattern(rf";{SPACE}(?:\w+{SPACE}){{1,2}}$")
_DATED_NAME: Final = lazy_pattern(r"\d{4}\)?$")
_AND_LAW: Final = lazy_pattern(
    rf"(?:,|(?P<apart>;))?{SPACE}(?:và{SPACE})?(?P<kind>(?:bộ{SPACE})?luật|pháp{SPACE}lệnh){SPACE}(?=\w)"
)


# "Luật chống ly khai năm 2005": a name in small letters that its year tells from other words.
_SMALL_DATED: Final = lazy_pattern(
    r"(?P<name>(?!(?:có|được|đã|này|của|do|mới|cũ|hiện|ra|ban|thông|sửa|bổ|số|từ|là|và|trong|vào"
    r"|năm|tại|theo|quốc|ký|chung|gốc|cơ|khung|riêng|đó|trên|nêu|quy|cho|thì|ở|đầu|cuối|giữa|trước"
    r"|sau)[ \n])"
    r"[a-zà-ỹđ]{1,7}(?: (?!(?:được|đã|này|của|do|mới|từ|là|vào|năm|có|ban hành|thông qua|sửa đổi"
    r"|ngày)(?!\w))[a-zà-ỹđ]{1,7}){1,8}?)(?= (?:năm )?(?:1[6-9]|20)\d\d(?!\d))"
)


def _unknown(text: str, lower: str, at: int, *, small: bool = False) -> int | None:
    """A law that the lexicon does not know: a capital and the words up to a stop word."""
    if not (small or text[at : at + 1].isupper()):
        dated = _SMALL_DATED.match(text, at)
        return dated.end("name") if dated else None
    end = None
    for _ in range(_MOST_WORDS):
        word = _WORD.match(lower, at)
        if word is None or stops_at(text, lower, at) or word[0][0].isdigit():
            break
        end = word.end()
        gap = _GAP.match(text, end)
        if gap is None:
            break
        at = gap.end()
    return end
