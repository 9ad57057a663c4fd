"""What stands around a bare name and makes it something else than a unit."""

from collections.abc import Container
from typing import Final

from vnpolitext.places.candidates import Candidate
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.syllables import is_vietnamese

_PERSON: Final = lazy_pattern(r"^\w+ (?:thị|văn) ")
# A noble, and coins of a reign (``Thái Bình hưng bảo``).
_NOBLE: Final = lazy_pattern(
    rf" (?:[Vv]ương|hầu|bá|quận công|(?:hưng|thông|nguyên|trọng) bảo)(?!\w)| công (?=[{UPPER}])"
)
_CLAUSE: Final = lazy_pattern(r"[,;:.()\n\"“”!?|]")
# First words of what a headline without its line break runs into (``tại Hà Nội Sáng 5/6, ...``).
_LEADS: Final = frozenset(("sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm"))
_ITEM_MARKS: Final = frozenset('\n.!?:;-+•|)"“[(/,')


def is_decoy(source: PlaceText, candidate: Candidate) -> bool:
    """Whether what stands next to the name makes it something else than a unit."""
    words, mention = source.words, candidate.mention
    body = phrase_before(candidate, words.bodies)
    decoy = phrase_before(candidate, words.decoys if candidate.mask & PROVINCE else words.lesser)
    if len(decoy) > len(body):
        harmless = max(
            phrase_before(candidate, words.slots),
            phrase_before(candidate, words.compounds),
            key=len,
        )
        if len(decoy) > len(harmless):
            return True
    before = candidate.before
    if candidate.mark == ":" and before and before[-1].rstrip(":") in words.decoys:
        label = " ".join(before[-2:]).rstrip(":")
        if not any(label.endswith(compound) for compound in words.compounds):
            return True
    if _after_house_number(candidate) or _opens_thing(source, candidate):
        return True
    if source.followed_by_foreign(mention.end) or _is_reign(source, candidate):
        return True
    if mention.key in words.namesakes and (
        source.is_foreign or source.near_foreign(mention.start, mention.end)
    ):
        return True
    return (
        _signs(source, candidate)
        or not (body or _ends_name(candidate) or not _inside_longer_name(source, mention.start))
        or _left_is_name(source, candidate, bool(body))
        or _right_is_name(source, candidate, bool(body))
    )


def is_doubtful(source: PlaceText, key: str) -> bool:
    """Whether the name is more often a person's or a common word."""
    words = source.words
    if key in words.ambiguous or " " not in key or _PERSON.search(key):
        return True
    return key.split(" ", 1)[0] in words.frequent and not is_city(source, key)


def honours_person(source: PlaceText, candidate: Candidate) -> bool:
    """Whether a school is called by a name that is more often a person's (``THPT Ngô Quyền``)."""
    if candidate.mask & PROVINCE or not phrase_before(candidate, source.words.schools):
        return False
    return is_doubtful(source, candidate.mention.key)


def is_city(source: PlaceText, key: str) -> bool:
    """Whether a city in a province has the name, as no person is called *Phan Thiết*."""
    rows = source.known.find(key, DISTRICT)
    return any(source.known.rows[row][2] == "thành phố" for row in rows)


def _opens_thing(source: PlaceText, candidate: Candidate) -> bool:
    """Whether the name opens that of a thing: *Sài Gòn Giải phóng*, *Gia Định báo* are papers."""
    mention = candidate.mention
    goes_on = source.text[mention.end + 1 : mention.end + 2].isupper()
    if not goes_on and not source.lower.startswith(_PAPER, mention.end):
        return False
    opening = f"{mention.key} "
    return any(
        thing.startswith(opening) and source.lower.startswith(thing, mention.start)
        for thing in source.words.things
    )


_PAPER: Final = " báo"


def _is_reign(source: PlaceText, candidate: Candidate) -> bool:
    """Whether a noble or a year of a reign is meant, as in ``năm Thái Bình thứ 4``."""
    end = candidate.mention.end
    if _NOBLE.match(source.text, end):
        return True
    is_year = bool(candidate.before) and candidate.before[-1] in _YEARS and not candidate.mark
    return is_year and source.lower.startswith(" thứ ", end)


_YEARS: Final = frozenset(("năm", "hiệu"))


def _signs(source: PlaceText, candidate: Candidate) -> bool:
    """Whether the name is the author's, in capitals on the last line of the text."""
    start, end = candidate.mention.start, candidate.mention.end
    if not candidate.capitals or candidate.mask & PROVINCE or len(source.text) - end > _LAST:
        return False
    if source.text[end:].strip(_FRAME):
        return False
    before = source.text[max(0, start - _LAST) : start].rstrip(_BEFORE_AUTHOR)
    return before.endswith((".", "!", "?", "”", '"'))


_LAST: Final = 30
_FRAME: Final = " \n*_.()"
_BEFORE_AUTHOR: Final = " \n*_("


def _after_house_number(candidate: Candidate) -> bool:
    """Whether a street is meant, as in ``số 25A Trần Phú`` and ``số 02, Trần Phú``."""
    before = candidate.before
    if candidate.mark == "-" and before[-1:] == ["-"]:
        before = before[:-1]
    if candidate.mark not in {"", ",", "-"} or not before or before[-3:-1] == ["đường", "số"]:
        return False
    number = before[-1].rstrip(",").rstrip("abcdefgh")
    if _HOUSES.fullmatch(number):
        return not candidate.mask & PROVINCE
    if candidate.mark and before[-2:-1] not in (["số"], ["(số"]):
        return False
    if not number.isdigit() or len(number) > _LONGEST_NUMBER:
        return False
    return not candidate.mask & PROVINCE or before[-2:-1] in (["số"], ["nhà"], ["-"])


_LONGEST_NUMBER: Final = 3
_HOUSES: Final = lazy_pattern(r"\(?\d{1,3}-\d{1,3}")  # "(384-386, Nguyễn Trãi"


def _inside_longer_name(source: PlaceText, start: int) -> bool:
    """Whether the name belongs to the name of a company, a road, a battle, a newspaper."""
    clause = _CLAUSE.split(source.lower[max(0, start - 64) : start])[-1]
    if not source.words.heads.search(clause):
        return False
    for heads, width in ((source.words.far, 44), (source.words.near, 14)):
        for head in heads:
            at = clause.rfind(head)
            if at < 0 or (at and clause[at - 1].isalnum()) or _is_another(source, clause, head, at):
                continue
            rest = clause[at + len(head) :]
            if len(rest) > width or not rest[:1].isspace():
                continue
            if not source.words.opens.intersection(_HOUSING.sub(" ", rest).split()):
                return True
    return False


# "Công ty Cổ phần Phát triển Nhà ở Hưng Yên": no place is named by this "ở".
_HOUSING: Final = lazy_pattern(r"(?<!\w)(?:nhà|chỗ) ở(?!\w)")


def _is_another(source: PlaceText, clause: str, head: str, at: int) -> bool:
    """Whether the word at ``at`` heads no name: *yêu cầu*, *cầu thủ*, *Cầu Giấy*, *đường số 8*."""
    return (
        " ".join((*clause[:at].split()[-1:], head)) in source.words.compounds
        or clause.startswith(source.words.begun, at)
        or clause[at:].strip(" -") in source.known.masks
        or _NUMBERED.fullmatch(clause, at + len(head)) is not None
    )


_NUMBERED: Final = lazy_pattern(r" số \d{1,3}[a-z]? ?-? ?")


def _left_is_name(source: PlaceText, candidate: Candidate, body: bool) -> bool:
    """Whether a capitalised syllable right before the name makes it a part of a longer name."""
    if not candidate.left or body or _stands_alone(source, candidate):
        return False
    words = source.words
    left, opening = candidate.left[-1], candidate.left[0].lower()
    if candidate.capitals:
        return left.lower() in words.surnames and len(candidate.left) < 3
    previous = " ".join(candidate.left[-2:]).lower()
    if _is_brand(source, left, candidate) and not (
        previous in source.known.masks or source.known.respelled(left.lower(), DISTRICT | COMMUNE)
    ):
        return True
    if candidate.mask & PROVINCE and candidate.mention.key not in words.ambiguous:
        is_person = _opening(candidate.left) in words.surnames or " " not in candidate.mention.key
        return is_person and not _heads_body(candidate, words.bodies)
    if len(candidate.left) == 1 and opening not in words.surnames:
        return not _opens_sentence(source.text, candidate.mention.start - len(left) - 1)
    return " " not in previous or previous not in source.known.masks


def _opening(left: list[str]) -> str:
    """The first syllable before a name, or the first behind an acronym: *Theo GS Ngô Vĩnh Long*."""
    behind = max(
        (at + 1 for at, each in enumerate(left) if len(each) > 1 and each.isupper()), default=0
    )
    return left[behind].lower() if behind < len(left) else left[0].lower()


def _stands_alone(source: PlaceText, candidate: Candidate) -> bool:
    """Whether the syllable before is an acronym or a word that a place follows."""
    left = candidate.left[-1]
    acronym = left.isupper() and len(left) > 1 and not candidate.capitals
    if acronym and left.lower() in source.words.firms:
        return False
    slot = phrase_before(candidate, source.words.slots)
    return acronym or bool(slot) or left.lower() in source.words.weak or _ends_name(candidate)


def _ends_name(candidate: Candidate) -> bool:
    """Whether capitals before a province end a street or a subject: *đường Lê Lợi Hà Nội*."""
    ahead = candidate.before[-len(candidate.left) - 1 : -len(candidate.left)]
    if not candidate.mask & PROVINCE or not ahead:
        return False
    return ahead[0] == "môn" or (ahead[0] in _ROADS and len(candidate.left) > 1)


_ROADS: Final = frozenset(("đường", "phố"))


def _is_brand(source: PlaceText, left: str, candidate: Candidate) -> bool:
    """Whether a foreign word or a firm stands right before, as in ``Samsung Thái Nguyên``."""
    return left.lower() in source.words.firms or (
        candidate.mask & PROVINCE > 0
        and len(left) > 2
        and left.isalpha()
        and left[1:].islower()
        and not is_vietnamese(left.lower())
    )


def _heads_body(candidate: Candidate, bodies: Container[str]) -> bool:
    """Whether the capitals before end the name of a body (``Đại học Nông Lâm Thái Nguyên``)."""
    words = candidate.before[: -len(candidate.left)]
    return any(" ".join(words[-size:]) in bodies for size in (2, 3))


def _opens_sentence(text: str, at: int) -> bool:
    ahead = text[max(0, at - 3) : at].rstrip(" ")
    return not ahead or ahead[-1] in _ITEM_MARKS or ahead[-1].isdigit()


def _right_is_name(source: PlaceText, candidate: Candidate, body: bool) -> bool:
    """Whether capitalised syllables right after the name make it a part of a longer name.

    After a body a family name alone is of a person whose name is cut off (``Tỉnh ủy A Dương ...``).
    """
    if not candidate.right or candidate.capitals:
        return False
    right = [syllable.lower() for syllable in candidate.right]
    if right[0].isdigit():
        return not candidate.mask & PROVINCE
    if right[0] in _LEADS and phrase_before(candidate, source.words.slots):
        return False
    if right[0] in source.words.surnames and (len(right) > 1 or body):
        return False
    if candidate.mask & PROVINCE and len(right) == 1:
        at = candidate.mention.end + 1 + len(right[0])
        native = not right[0].isascii() and source.text[at : at + 1] == " "
        if native and source.text[at + 1 : at + 2].islower():
            return False
    return " ".join(right[:2]) not in source.known.masks and right[0] not in source.words.units


def phrase_before(candidate: Candidate, options: Container[str]) -> str:
    """Longest phrase of ``options`` right before the name, over blanks only."""
    for phrase in candidate.phrases:
        if phrase in options:
            return phrase
    return ""
