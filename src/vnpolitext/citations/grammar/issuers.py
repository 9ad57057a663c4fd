"""Issuing bodies: reading their names in running text, and deriving them from a number."""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.citations.grammar.numbers import (
    Number,
)
from vnpolitext.citations.grammar.rules import (
    MAYBE_SPACE,
    SPACE,
    any_of,
    bodies,
    body_names,
    grammar,
    spaced,
    stops_at,
)
from vnpolitext.models import per_choice
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import single_spaced
from vnpolitext.vocabulary import kinds
from vnpolitext.vocabulary.surnames import surnames

_MOST_WORDS: Final = 14
_WORD: Final = lazy_pattern(r"[\w&.'/-]+")
_SYLLABLE: Final = lazy_pattern(r"\w[\w'&-]*")
_GAP: Final = lazy_pattern(SPACE)
_ENDERS: Final = ".'-/"
_JOINING: Final = frozenset({"và", "-"})


@per_choice
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of central bodies, local bodies and other bodies, over lower-case text."""
    parts = grammar()["bodies"]
    names = any_of(body_names(), MAYBE_SPACE)
    office, meeting = (spaced(parts[part]) for part in ("office", "meeting"))
    office = rf"(?:bộ{SPACE}trưởng,{SPACE}(?=chủ{SPACE}nhiệm))?{office}"
    central = lazy_pattern(rf"(?:{meeting}|{office}{names})(?!\w)")
    local = lazy_pattern(office + spaced(parts["local"]) + spaced(parts["unit"]))
    return central, local, lazy_pattern(office + spaced(parts["other"]))


def read_issuer(text: str, lower: str, start: int) -> int | None:
    """Return the end of the name of a body that begins at ``start``, or ``None``.

    Args:
        text: Folded text.
        lower: The same text in lower case.
        start: Index of the first letter of the name.
    """
    central, local, free = _patterns()
    found = central.match(lower, start)
    named = found.end() if found else None
    if found is not None and _OF_SOCIETY.match(lower, found.end()) and _CENTRE.fullmatch(found[0]):
        end = _free(text, lower, found.end())
        return max(end, found.end())
    found = local.match(lower, start)
    if found is not None:
        end = _capitals(text, lower, found.end())
        if found[0].startswith(_HEADS):
            end = _without_holder(text, lower, found.end(), end)
        return end if named is None else max(end, named)
    if named is not None:
        country = _OF_COUNTRY.match(lower, named)
        last = country.end() if country else _past_country(text, lower, named)
        return last or _branch(text, lower, start, named)
    found = free.match(lower, start)
    if found is None or not (text[start].isupper() or lower.startswith("liên ", start)):
        return None
    end = _free(text, lower, found.end())
    if found[0].startswith(_HEADS) or lower.startswith(" trưởng ", found.end()):
        end = _without_holder(text, lower, found.end(), end)
    return end if end > found.end() or _WHOLE.fullmatch(found[0]) else None


# "Trung ương Hội Liên hiệp Thanh niên Việt Nam"
_OF_SOCIETY: Final = lazy_pattern(rf"{SPACE}(?:hội|đoàn){SPACE}")
_WHOLE: Final = lazy_pattern(r"ban chỉ đạo (?:trung ương|quốc gia|nhà nước)")


# "Chủ tịch nước Việt Nam Dân chủ Cộng hòa", "Thủ tướng Chính phủ Quốc gia Việt Nam",
# "Ban Bí thư Trung ương Đảng Cộng sản Việt Nam"
_OF_COUNTRY: Final = lazy_pattern(
    rf"(?:{SPACE}nước)?{SPACE}(?:việt{SPACE}nam{SPACE}dân{SPACE}chủ{SPACE}cộng{SPACE}hòa"
    rf"|cộng{SPACE}hòa{SPACE}xã{SPACE}hội{SPACE}chủ{SPACE}nghĩa{SPACE}việt{SPACE}nam"
    rf"|cộng{SPACE}sản{SPACE}(?:việt{SPACE}nam|đông{SPACE}dương))(?!\w)"
    rf"|(?<!đảng)(?:{SPACE}quốc{SPACE}gia)?{SPACE}việt{SPACE}nam(?:{SPACE}cộng{SPACE}hòa)?(?!\w)"
)


def past_committee(lower: str, start: int, end: int) -> int:
    """Return where a body ends with the committee that chose it, as it is called in full.

    *Bộ Chính trị Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam*.
    """
    whole = _OF_CENTRE.match(lower, end) if lower.startswith(_CHOSEN, start) else None
    return whole.end() if whole else end


_CHOSEN: Final = ("bộ chính trị", "ban bí thư")
_OF_CENTRE: Final = lazy_pattern(
    rf"(?:,?{SPACE}(?:ban{SPACE}chấp{SPACE}hành|bch){SPACE}(?:trung{SPACE}ương|tw))?"
    rf"{SPACE}đảng(?:{SPACE}(?:cộng{SPACE}sản|lao{SPACE}động){SPACE}(?:việt{SPACE}nam|đông{SPACE}dương))?"
    rf"(?!\w|{SPACE}(?:bộ|ủy|đoàn|viên))"
    rf"|,?{SPACE}(?:ban{SPACE}chấp{SPACE}hành|bch){SPACE}(?:trung{SPACE}ương|tw)(?!\w)"
)


def _past_country(text: str, lower: str, end: int) -> int | None:
    """Where the country of a body abroad ends: *Quốc hội Hoa Kỳ*, but not *Sở Y tế Lào Cai*."""
    country = _abroad().match(lower, end)
    if country is None:
        return None
    named = " " in country["country"] or _CAPITAL.match(text, country.end()) is None
    return country.end() if named else None


@per_choice
def _abroad() -> re.Pattern[str]:
    countries = spaced(grammar()["macros"]["country"])
    return lazy_pattern(rf"{SPACE}(?:của{SPACE})?(?P<country>{countries})(?!\w)")


_CAPITAL: Final = lazy_pattern(rf"{SPACE}[{UPPER}]")


def _without_holder(text: str, lower: str, begin: int, end: int) -> int:
    """The end of an office without the name of who holds it: *Giám đốc Sở Y tế Trần Văn A*."""
    if "trường" in lower[begin:end]:
        return end
    for word in _SYLLABLE.finditer(text, begin, end):
        rest = text[word.start() : end]
        if rest.istitle() and _person(rest.lower()):
            before = text[begin : word.start()].rstrip(" ,-")
            return begin if before.strip().lower() == "trưởng" else begin + len(before)
    return end


def read_joint(text: str, lower: str, end: int, most: int) -> int:
    """Return the end of the last of up to ``most`` bodies that issue together: *Bộ A và Bộ B*.

    Args:
        text: Folded text.
        lower: The same text in lower case.
        end: End of the first body.
        most: How many bodies the number or the kind has room for.
    """
    for _ in range(most - 1):
        joint = _TOGETHER.match(lower, end)
        last = read_issuer(text, lower, joint.end()) if joint else None
        if joint is None or last is None:
            break
        end = last
    return end


_TOGETHER: Final = lazy_pattern(rf"{MAYBE_SPACE},{SPACE}(?:và{SPACE})?|{SPACE}(?:và|-){SPACE}")


def _branch(text: str, lower: str, start: int, end: int) -> int:
    """Extend a central body's name over the office before a comma, and a branch over its place.

    *Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ*; *Cục Thuế tỉnh Gia Lai*.
    """
    unit = _IN_PLACE.match(lower, end) if lower.startswith(_WITH_BRANCHES, start) else None
    if unit is None and lower.startswith(_LOCAL, start):
        return _without_holder(text, lower, end, _capitals(text, lower, end))
    if unit is None:
        return end
    last = _capitals(text, lower, unit.end())
    return last if last > unit.end() else end


_WITH_BRANCHES: Final = (
    "cục", "chi cục", "kho bạc", "bảo hiểm xã hội", "ngân hàng", "tòa án", "viện kiểm sát",
    "liên đoàn lao động", "công an", "ủy ban mặt trận", "ban thường trực", "sở", "giám đốc sở",
    "phó giám đốc sở",
)  # fmt: skip
# Of one province each, which may stand without its word: "Sở Nội vụ Lào Cai".
_LOCAL: Final = ("sở", "giám đốc sở", "phó giám đốc sở")
_IN_PLACE: Final = lazy_pattern(
    rf"{SPACE}(?:tỉnh|thành{SPACE}phố|tp\.?|huyện|quận|thị{SPACE}xã)(?!\w)"
)
_HEADS: Final = ("chủ tịch", "phó", "giám đốc", "trưởng")


def _person(name: str) -> bool:
    """Whether the capitals after an office are its holder's name, not a place."""
    syllables = name.split()
    parts = grammar()["bodies"]
    places = tuple(parts["places_like_people"])
    return (
        len(syllables) > 2
        and syllables[0] in surnames().strong
        and not " ".join(syllables).startswith(places)
    )


def known_spelling(issuer: str) -> str:
    """Return ``issuer`` with the blanks it lost, if it is a known body's name without them.

    >>> known_spelling("Ban Tuyêngiáo Trung ương")
    'Ban Tuyên giáo Trung ương'
    """
    return _squeezed().get("".join(issuer.lower().split()), issuer) if issuer else issuer


def written(surface: str) -> str:
    """Return the name of a body as it is written, with the blanks it lost."""
    issuer = single_spaced(surface)
    known = known_spelling(issuer)
    return known if known.count(" ") > issuer.count(" ") else issuer


@per_choice
def _squeezed() -> dict[str, str]:
    names = {"".join(body.issuer.lower().split()): body.issuer for body in bodies().values()}
    names["bộchínhtrị"] = "Bộ Chính trị"
    return {key: name for key, name in names.items() if " " in name}


def issuers_in(text: str, lower: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bodies named between ``start`` and ``end``, in order, without overlaps."""
    at = start
    while at < end:
        word = _WORD.search(lower, at, end)
        if word is None:
            return
        last = read_issuer(text, lower, word.start()) if lower[word.start()] in _FIRST else None
        whole = last is not None and not _is_tail(lower, word.start(), last)
        if last is not None and last <= end and whole:
            yield word.start(), last
            at = last
        else:
            at = word.end()


def subjects_in(text: str, lower: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the bodies between two places that can be who does what follows.

    One after *của* is part of the name before it (*Ủy ban Pháp luật của Quốc hội*), or says whose
    group or order it is; it acts where what is its is a document (*Kế hoạch của Chính phủ*) or a
    session (*kỳ họp thứ 8 của Quốc hội*).
    """
    spans: list[tuple[int, int]] = []
    for first, last in issuers_in(text, lower, start, end):
        of = _OF.search(lower, max(start, first - 8), first)
        if of is not None and spans and spans[-1][1] == of.start():
            spans[-1] = spans[-1][0], last
        elif of is None or _its_own().search(lower, max(start, of.start() - 24), of.start()):
            spans.append((first, last))
    return spans


@per_choice
def _its_own() -> re.Pattern[str]:
    """The pattern of a document or a session before *của*."""
    session = r"(?<!\w)(?:kỳ|phiên) họp(?: thứ \w{1,6}(?: \w{1,4})?)?"
    return lazy_pattern(rf"(?:{any_of(kinds(), begin=True)}|{session})$")


_OF: Final = lazy_pattern(rf"{SPACE}của{SPACE}$")


def _is_tail(lower: str, start: int, end: int) -> bool:
    """Whether *Trung ương* is the end of another name: *Tiểu ban Văn kiện Trung ương*."""
    if not _CENTRE.fullmatch(lower, start, end):
        return False
    return _ENDS_NAME.search(lower, max(0, start - 8), start) is None


_CENTRE: Final = lazy_pattern(r"trung ương(?: đảng)?|tw")
_ENDS_NAME: Final = lazy_pattern(
    r"(?:^|[^\w ] {0,2}|\n|\d |(?<!\w)(?:của|do|được|và|khi|vừa|rằng|để|là|theo|từ|thì|mà|bởi"
    r"|năm|sau) )$"
)
_FIRST: Final = frozenset("bcđghklmnpqstuvxủ")


def agrees(number: Number | None, issuer: str) -> bool:
    """Whether ``issuer`` can have issued a document with this number, for all the number tells."""
    body = bodies().get(number.body) if number else None
    if body is None:
        return True
    stated = " ".join(issuer.lower().split())
    if any(word in stated for word in body.also):
        return True
    initials = "".join(word[0] for word in stated.split())
    return body.shared and body.code.lower() in initials


def _capitals(text: str, lower: str, at: int) -> int:
    """Extend a name over the capitalised syllables that follow: the place of a local body."""
    end = begin = at
    for _ in range(6):
        gap = _GAP.match(text, at) or _DOT.match(text, at)
        if gap is None:
            break
        at = gap.end()
        if text[at : at + 2] == "- " and end > 0 and text[at + 2 : at + 3].isupper():
            at += 2
        word = _SYLLABLE.match(text, at)
        if word is None or not word[0][0].isupper():
            break
        if "\n" in gap[0] and " " in text[begin:end].strip() and not _SYLLABLE_LEFT.match(text, at):
            break
        one = len(text[begin:end].split()) == 1 and lower[begin:end].strip() not in _SHORT_NAMES
        if stops_at(text, lower, at, inside=one) or lower.startswith(_OTHER_BODY, at):
            break
        end = at = word.end()
        if text.startswith(".", at) and word[0].lower() in {"tp", "tx", "h", "q", "p"}:
            at += 1
    return end


# What a name may have left for the next line, where a new sentence would have more capitals:
# "tỉnh Thừa Thiên⏎Huế về ...", but "huyện Mường Khương⏎Bà Hà Thị Mơ ...".
_SYLLABLE_LEFT: Final = lazy_pattern(
    rf"(?!(?:Ngày|Theo|Trong|Tại|Sau|Để|Do|Từ|Khi|Về|Căn|Các|Ông|Bà)\s)\w+"
    rf"(?!{MAYBE_SPACE}[{UPPER}\d])"
)
# "UBND TP.Hà Nội"
_DOT: Final = lazy_pattern(rf"(?<=TP|Tp|TX|Tx)\.(?=[{UPPER}])")
# Units of one syllable; all others have more.
_SHORT_NAMES: Final = frozenset({"huế", "vinh", "lắk", "lak"})
_OTHER_BODY: Final = ("ủy ban", "hội đồng")


def _free(text: str, lower: str, at: int) -> int:
    """Extend a name over the words that follow, up to a stop word or punctuation."""
    end = at
    joint = _JOINT.match(lower, max(0, at - 9), at) is not None
    for _ in range(_MOST_WORDS):
        gap = _GAP.match(text, at) or _inner_comma(text, lower, at)
        if gap is None:
            break
        at = gap.end()
        word = _WORD.match(lower, at)
        if word is None:
            break
        this = "-" if word[0] == "-" else word[0].rstrip(_ENDERS)
        if this in _JOINING:
            if "\n" in gap[0] or not (
                (joint and this == "-") or _continues(text, lower, word.end())
            ):
                break
        elif not this or stops_at(text, lower, at) or this[0].isdigit():
            break
        at += len(this)
        end = at if this not in _JOINING else end
        if at != word.end():
            break
    return end


def _inner_comma(text: str, lower: str, at: int) -> re.Match[str] | None:
    """The comma inside a name at ``at``: *Ban Chỉ huy Phòng, chống thiên tai*."""
    comma = _COMMA.match(text, at) if text.startswith(",", at) else None
    if comma is None:
        return None
    known = _commas().search(lower, max(0, at - 12), comma.end() + 12)
    if known is not None and known.start() < at < known.end():
        return comma
    body = _kind_start().match(lower, comma.end()) or _patterns()[2].match(lower, comma.end())
    return comma if body is None and _NAME_GOES_ON.match(text, comma.end()) else None


@per_choice
def _commas() -> re.Pattern[str]:
    return lazy_pattern(any_of(grammar()["bodies"]["commas"]))


_COMMA: Final = lazy_pattern(rf",{SPACE}")
_NAME_GOES_ON: Final = lazy_pattern(
    rf"[{UPPER}]\w*(?:{SPACE}[^\W{UPPER}]\w*){{1,2}}{SPACE}và{SPACE}[{UPPER}]"
)
# "Liên Sở Tài chính - Sở Y tế"
_JOINT: Final = lazy_pattern(r"\w{0,3}[^\w]?liên (?:bộ|sở|ngành)$|liên (?:bộ|sở|ngành)$")


def _continues(text: str, lower: str, at: int) -> bool:
    """Whether the name goes on after *và* or a dash: a capital that begins no kind or body."""
    gap = _GAP.match(text, at)
    if gap is None or not text[gap.end() : gap.end() + 1].isupper():
        return False
    at = gap.end()
    return not _kind_start().match(lower, at) and _patterns()[2].match(lower, at) is None


@per_choice
def _kind_start() -> re.Pattern[str]:
    return lazy_pattern(any_of(kinds()))
