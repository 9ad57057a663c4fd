"""Speakers that no table knows: foreign names, and common nouns before strong words of saying."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from vnpolitext.statements.hits import Hit
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Party
from vnpolitext.statements.quotes import CLOSING
from vnpolitext.statements.units import Unit, is_glued

# Words of saying whose subject can be any thing on which words stand.
_OF_THINGS: Final = frozenset({"có nội dung", "có đoạn", "ghi", "ghi rõ", "nêu", "biết rằng"})
MEDIA: Final = frozenset(
    {"báo", "tờ", "hãng", "tin", "đài", "trang", "kênh", "tạp", "chí", "tức", "trên", "thông"}
    | {"từ", "mạng", "của", "web", "chính", "thức", "tấn", "điện", "tử", "truyền", "hình"}
)
"""Words before the name of a newspaper or another medium."""
_MARK: Final = re.compile(r" ?:(?! ?$)|,? (?:rằng|là)?[ :]*[“\"«]|,? rằng(?!\w)")
_TIME: Final = re.compile(
    r"(?:(?<=[ )])(?:sáng|trưa|chiều|tối|đêm|rạng sáng|hôm|ngày|hồi|vào)){1,3}"
    r"(?: (?:sáng|trưa|chiều|tối|ngày|nay|qua|kia|hôm|cùng|đầu|cuối|tháng|tuần|trước))*"
    r"(?: \d{1,2}(?: ?[-/.] ?\d{1,2}(?: ?[-/.] ?\d{4})?)?)?(?:,? (?:tại|ở) [^,;.:]{2,40})?,? \Z"
)
_LONGEST_TIME: Final = 80
_FEWEST: Final = 2
_UNITS: Final = frozenset({"tp", "tx", "tt"})
_LONGEST_NAME: Final = 4
_LONGEST_NOUN: Final = 6
_LONGEST_PHRASE: Final = 14
_FEW: Final = 3
# Words behind which a noun phrase can begin a part of a sentence.
_LEADING: Final = frozenset(
    {"và", "nhưng", "song", "còn", "nhiên", "đó", "nay", "này", "cũng", "theo"}
)
# What is told of and says nothing (*việc cấp giấy*), but not in the word for work.
_MATTER: Final = "việc"
_WORK: Final = "công"
_JOINS: Final = frozenset({"và", "hay", "của", "cùng", "như"})
# Words that are in no noun phrase: a clause ends before the word of saying.
_VERBAL: Final = frozenset(
    {"là", "đã", "sẽ", "đang", "được", "bị", "có", "phải", "cần", "khi", "nếu", "mà", "thì", "rằng"}
    | {"tôi", "ai", "gì", "không", "chưa", "xem", "đó", "cũng", "hơn", "rất", "vẫn", "nên", "này"}
)


def unlisted(unit: Unit, text: str, hit: Hit, left: int) -> Party | None:
    """Return who stands directly before a word of saying without being in any table.

    Args:
        unit: The sentence.
        text: The folded text of the page.
        hit: The word of saying.
        left: Index of the character before which nobody is looked for.
    """
    last = _before_adverbs(unit, hit.first)
    last = _before_adverbs(unit, _before_time(unit, last))
    last = _before_note(unit, text, last)
    first = last
    while first > 0 and unit.starts[first - 1] >= left and last - first < _LONGEST_NAME:
        beside = first == last or text[unit.ends[first - 1] : unit.starts[first]] == " "
        if not (beside and text[unit.starts[first - 1]].isupper()):
            break
        first -= 1
    headed = _headed(unit, text, hit, (left, last))
    if headed is not None:
        return headed
    if first == last:
        return _common(unit, text, hit, (left, last))
    part = is_glued(text, unit.starts[first]) or _is_of_unit(unit, first)
    acts = hit.cue.construction in ("assign", "document")
    if part or acts or _is_attribute(unit.words[first:last], hit):
        return None
    if not _is_name(unit, text, first, last):
        return _phrase(unit, text, hit, (left, last))
    return Party(unit.starts[first], unit.ends[last - 1], "body", first, last)


def _is_of_unit(unit: Unit, first: int) -> bool:
    """Whether a name is that of a unit written in short (*UBND TP. Hồ Chí Minh*)."""
    return first > 0 and unit.words[first - 1] in _UNITS


def _before_adverbs(unit: Unit, last: int) -> int:
    """Return the number of the word before which only adverbs stand."""
    adverbs = speech_rules().adverbs
    while size := adverbs.before(unit.words, last, 3):
        last -= size
    return last


def _before_time(unit: Unit, last: int) -> int:
    """Return the number of the word before which a day or a part of it stands (*sáng 27-5*)."""
    match = _TIME.search(
        unit.lower, max(unit.start, unit.starts[last] - _LONGEST_TIME), unit.starts[last]
    )
    return last if match is None else bisect_left(unit.starts, match.start())


def _before_note(unit: Unit, text: str, last: int) -> int:
    """Return the number of the word before which a note in brackets stands, if one does."""
    if last == 0 or ")" not in text[unit.ends[last - 1] : unit.starts[last]]:
        return last
    opened = text.rfind("(", unit.start, unit.starts[last - 1])
    return last if opened < 0 else bisect_left(unit.starts, opened)


def _is_name(unit: Unit, text: str, first: int, last: int) -> bool:
    """Whether a run of capitals begins a clause and is no word that opens a sentence."""
    words = text[unit.starts[first] : unit.ends[last - 1]]
    gap = text[unit.ends[first - 1] : unit.starts[first]] if first else ","
    begins = bool(gap.strip()) or unit.words[first - 1] in ("như", "báo", "hãng")
    foreign = words.isascii() or words.isupper() or last - first > 1
    goes_on = text[unit.ends[last - 1] : unit.starts[last]] == " "
    short = last - first == 1 and len(words) < 3
    opens = speech_rules().openers.match(unit.words, first) is not None
    return goes_on and begins and foreign and not short and not opens


def _headed(unit: Unit, text: str, hit: Hit, within: tuple[int, int]) -> Party | None:
    """Return the noun phrase headed by a noun of people before a word of saying.

    It begins a part of the sentence (*Một số hộ dân sống gần đó cho biết ...*).
    """
    rules = speech_rules()
    left, last = within
    plain = hit.cue.text in rules.strong or hit.cue.text in rules.spoken or _is_that(hit)
    if not (plain or _is_marked(unit, text, hit, last)):
        return None
    first, found = last, None
    while first > 0 and last - first < _LONGEST_PHRASE and unit.starts[first - 1] >= left:
        if first < last and not _is_beside(unit, text, first):
            break
        first -= 1
        small = not text[unit.starts[first]].isupper()
        said = small and rules.cues.match(unit.words, first) is not None
        if small and (
            unit.words[first] in rules.clausal or (said and not _is_of_head(unit, first))
        ):
            break
        head = _head_at(unit, first)
        if head is not None and first + head <= last and _begins_part(unit, text, first):
            found = first
    if found is None:
        return None
    whole = _head_at(unit, found) == last - found
    if _is_attribute(unit.words[found:last], hit, whole=whole):
        return None
    several = rules.quantities.match(unit.words, found)
    kind = "crowd" if several is not None else "person"
    if rules.studies.match(unit.words, found + (0 if several is None else several[0])):
        if not hit.cue.by_documents or not text[unit.starts[found]].isupper():
            return None
        kind = "document"
    return Party(unit.starts[found], unit.ends[last - 1], kind, found, last)


def _is_of_head(unit: Unit, at: int) -> bool:
    """Whether a word of saying only tells what those do who are named (*hãng phân tích A*)."""
    return speech_rules().people.before(unit.words, at, _FEW) > 0


def _is_beside(unit: Unit, text: str, at: int) -> bool:
    """Whether only a blank stands before word ``at``, or a dot inside a number (*7.000 người*)."""
    gap = text[unit.ends[at - 1] : unit.starts[at]]
    return gap == " " or (gap == "." and unit.words[at - 1].isdigit() and unit.words[at].isdigit())


def _head_at(unit: Unit, at: int) -> int | None:
    """Return the number of words of a noun of people at a word, with how many they are."""
    rules = speech_rules()
    many = rules.quantities.match(unit.words, at)
    size = 0 if many is None else many[0]
    head = rules.people.match(unit.words, at + size) or rules.studies.match(unit.words, at + size)
    return None if head is None else size + head[0]


def _begins_part(unit: Unit, text: str, first: int) -> bool:
    """Whether only an occasion, a time or a word that joins stands before in the sentence."""
    if first == 0:
        return True
    parted = text[unit.ends[first - 1] : unit.starts[first]].strip()
    if not parted:
        return first <= _FEW and unit.words[first - 1] in _LEADING
    rules = speech_rules()
    opens = rules.openers.match(unit.words, 0) or rules.leaving.match(unit.words, 0)
    alone = text.count(",", unit.start, unit.starts[first]) == 1
    return opens is not None and "," in parted and alone


def _phrase(unit: Unit, text: str, hit: Hit, within: tuple[int, int]) -> Party | None:
    """Return the noun phrase that ends in a name and is all of its part of the sentence.

    *Các nước Bắc Âu cho rằng ...*, *Nga và phương Tây cáo buộc ...*: it holds no verb.
    """
    rules = speech_rules()
    bars = rules.bars - rules.quantities.openings
    left, last = within
    if not (hit.cue.text in rules.strong or _is_that(hit) or _is_marked(unit, text, hit, last)):
        return None
    first = last
    while first > 0 and last - first < _LONGEST_PHRASE and unit.starts[first - 1] >= left:
        if first < last and text[unit.ends[first - 1] : unit.starts[first]] != " ":
            break
        first -= 1
        word, small = unit.words[first], not text[unit.starts[first]].isupper()
        if small and (word in _VERBAL or word in rules.clausal or word in bars):
            return None
        if small and (word in rules.oblique or rules.cues.match(unit.words, first)):
            return None
    if last - first < _FEWEST:
        return None
    words = unit.words
    opens = rules.openers.match(words, first) or rules.leaving.match(words, first)
    opens = opens or rules.going_on.match(words, first)
    if opens or not _begins_part(unit, text, first) or words[first] in bars:
        return None
    return Party(unit.starts[first], unit.ends[last - 1], "crowd", first, last)


def _common(unit: Unit, text: str, hit: Hit, within: tuple[int, int]) -> Party | None:
    """Return the common noun that is the subject of a strong word of saying (*lái xe cho biết*)."""
    rules = speech_rules()
    left, last = within
    first = last
    while first > 0 and unit.starts[first - 1] >= left and last - first <= _LONGEST_NOUN:
        if text[unit.ends[first - 1] : unit.starts[first]] != " " or unit.words[first - 1] == "và":
            break
        first -= 1
    words = unit.words[first:last]
    if first < last and is_glued(text, unit.starts[first]):
        return None
    strong = hit.cue.text in rules.strong or _is_marked(unit, text, hit, first)
    if not (strong and 0 < len(words) <= _LONGEST_NOUN):
        return None
    opens = rules.openers.match(unit.words, first) or rules.joining.match(unit.words, first)
    barred = words[-1] in rules.bars or words[-1] in _JOINS or not rules.oblique.isdisjoint(words)
    matter = any(
        word == _MATTER and words[max(0, at - 1)] != _WORK for at, word in enumerate(words)
    )
    barred = barred or matter or _is_attribute(words, hit)
    if unit.starts[first] < left or opens or barred or not _VERBAL.isdisjoint(words):
        return None
    return Party(unit.starts[first], unit.ends[last - 1], "crowd", first, last)


def _is_attribute(words: list[str], hit: Hit, *, whole: bool = False) -> bool:
    """Whether a word of saying only tells which paper, field or applicant is meant.

    A noun of people that is the ``whole`` phrase is no paper (*nguyên đơn*).
    """
    rules = speech_rules()
    ends = {words[-1], " ".join(words[-2:])}
    wanted = hit.cue.polarity in ("orders", "promises")
    paper = not whole and not rules.things.isdisjoint(ends)
    return paper or (wanted and not rules.applicants.isdisjoint(ends))


def _is_that(hit: Hit) -> bool:
    return hit.cue.text.endswith("rằng")


def _is_marked(unit: Unit, text: str, hit: Hit, first: int) -> bool:
    """Whether a mark behind a word of saying, or a quotation before its subject, shows it."""
    if hit.cue.construction in ("assign", "named", "document") or hit.cue.text in _OF_THINGS:
        return False
    before = text[unit.start : unit.starts[first]].rstrip(" -,") if first < hit.first else ""
    return _MARK.match(text, unit.ends[hit.last - 1]) is not None or before.endswith(CLOSING)
