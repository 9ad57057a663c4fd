"""Offices on the lines of a life, and in sentences that say what somebody is or did."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from vnpolitext.officials.bonds.resumed import SUBJECTS
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Office
from vnpolitext.officials.words.gaps import joins, past_term, past_years
from vnpolitext.officials.words.giving import SENTENCE_ENDS, before_rank, begins, giving
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import markers

_RECORD_ENDS: Final[tuple[list[str], ...]] = ([","], [";"], ["."], ["\n"], [])
_DEED: Final = 12
_ROW: Final = 24
DATE_WORDS: Final = frozenset(
    {
        "tháng", "năm", "ngày", "từ", "đến", "cuối", "đầu", "giữa", "-", ",", "/", "sau", "đó",
        "trước", "đây", "hiện", "nay", "lúc", "khi", "ấy", "này", "hồi", "thời",
    }
)  # fmt: skip
_TIMES: Final = frozenset({"từ", "đến", "tới", "trong", "khi", "ở", "sau", "trước", "về", "tại"})
_BEFORE_DEED: Final = DATE_WORDS | {":", "•", "+", "*", "–"}
_BULLETS: Final = frozenset({"-", "+", "•", "*", "–"})
_HEADS: Final = frozenset({"#", "="})
_WHEN: Final = frozenset({"tại", "ở", "trong", "sau", "trước", "khi", "từ", "đến", "giai"})
_NEAR_YEAR: Final = 4
_YEAR: Final = 4
_SIGNS: Final = frozenset({"ký", "trao"})
_HAPPENS: Final = frozenset(
    {"được", "bị", "từng", "qua", "nghỉ", "về", "mất", "thôi", "giữ", "làm"}
)
PRONOUNS: Final = tuple([word] for word in SUBJECTS)
"""The pronouns, as slices of a text."""


def reason_of_line(scene: Scene, start: int, index: int, office: Office) -> str:
    """Return the rule for an office of the person a life tells of, by its line, or nothing.

    Args:
        scene: The scene.
        start: The first word of the sentence.
        index: The number of the office.
        office: The office.
    """
    words = scene.tokens.words
    told, end = words[start : before_rank(words, office.first)], chain_end(scene, index)
    if _is_record(words, told, office, end) or _is_dated_heading(words, told, end):
        return "record"
    if _follows_time(scene, start, index):
        return "record"
    is_told = _describes(words, start, office.first) or _follows_deed(scene, start, index)
    return "apposition" if is_told else ""


def chain_end(scene: Scene, index: int) -> int:
    """Return the index after the offices that marks join to the one at ``index``."""
    elements = scene.elements
    while index + 1 < len(elements) and isinstance(elements[index + 1], Office):
        gap = scene.gap(elements[index], elements[index + 1])
        if "\n" in gap or not joins(gap):
            break
        index += 1
    return elements[index].last


def _describes(words: list[str], start: int, first: int) -> bool:
    """Return whether the sentence says what *he* or *she* is (*Ông là ..., Thứ trưởng*)."""
    while start < first and (words[start][0].isdigit() or words[start] in DATE_WORDS):
        start += 1
    lead = words[start:first]
    if not lead or lead[0] not in grammar().pronouns or "là" not in lead[:12]:
        return False
    while len(lead) > 2 and lead[-1] == "]" and "[" in lead[-3:]:
        lead = lead[: len(lead) - 1 - lead[::-1].index("[")]
    return lead[-1] in {",", "và", "kiêm", "nguyên"}


def _follows_deed(scene: Scene, start: int, index: int) -> bool:
    """Return whether offices behind a comma end a sentence that says what somebody did.

    *Năm 1950: Vào bộ đội, Chính trị viên Đại đội 5*; *Ông ra Bắc, công tác ở Bộ X, Vụ phó Vụ Y*.
    """
    words, elements = scene.tokens.words, scene.elements
    first = elements[index].first
    first -= words[first - 1] == "rồi" and words[first - 2] == ","
    if words[first - 1] != "," or (index and elements[index - 1].first >= start):
        return False
    if not _is_sentence(words, chain_end(scene, index)):
        return False
    at, dated = start, False
    while at < first and (words[at][0].isdigit() or words[at] in _BEFORE_DEED):
        dated = dated or words[at][0].isdigit()
        at += 1
    return words[at : at + 1] in PRONOUNS or (dated and bool(begins(words, at, giving().deeds)))


def _follows_time(scene: Scene, start: int, index: int) -> bool:
    """Return whether a colon alone parts an office from the words that tell when it was held.

    *Tại Đại hội Đảng lần thứ IV (1976): Ủy viên Bộ Chính trị*; *Sau hòa bình, từ 1956-59: Bí thư*.
    """
    words, elements = scene.tokens.words, scene.elements
    first = elements[index].first
    lead = words[start : first - 1]
    while lead and lead[0] in _BULLETS:
        lead = lead[1:]
    opens = bool(lead) and lead[0] in _WHEN and words[first - 1] == ":" and ":" not in lead
    if not opens or len(lead) > _ROW or (index and elements[index - 1].last > start):
        return False
    years = [word for word in lead[-_NEAR_YEAR:] if word.isdecimal() and len(word) == _YEAR]
    return bool(years) and _is_sentence(words, chain_end(scene, index))


def _is_dated_heading(words: list[str], lead: list[str], last: int) -> bool:
    """Return whether a heading has offices and their years alone (*## Bí thư (1997-2006)*)."""
    if not lead or not _HEADS.issuperset(lead):
        return False
    termed = past_term(words, last)
    end = past_years(words, termed)
    while words[end : end + 1] == ["="]:
        end += 1
    return end > termed and words[end : end + 1] in ([], ["\n"])


def _is_told_of(following: list[str]) -> bool:
    """Return whether the words after an office tell of it, and not what its holder does."""
    found = markers().match(following, 0) if following else None
    if found is None or following[found[0] : found[0] + 1] in PRONOUNS:
        return False
    return found[1] != "verb" or following[0] in _TIMES


def _acts(words: list[str], at: int, *, alone: bool, opens: bool) -> bool:
    """Return whether the holder of offices that end at ``at`` does something.

    *Tổng Bí thư, Chủ tịch nước khẳng định*; *Năm 1990, Bộ trưởng đã ký*, *trao huy hiệu cho ông*.
    """
    rest = words[at : at + _DEED]
    if not rest or not rest[0][0].isalpha() or _is_told_of(rest):
        return False
    if opens:
        return not alone
    if rest[0] in _SIGNS or (rest[0] == "đã" and _HAPPENS.isdisjoint(rest[1:2])):
        return True
    sentence = rest[: next((n for n, word in enumerate(rest) if word in SENTENCE_ENDS), len(rest))]
    return not grammar().pronouns.isdisjoint(sentence)


def _has_dated_cells(words: list[str], at: int) -> bool:
    """Return whether the cells behind an office hold only times (*Bí thư | 1991 | nay |*)."""
    row = list(takewhile(lambda word: word != "\n", words[at : at + _ROW]))
    told = [word for word in row if word != "|"]
    times = all(word[0].isdigit() or word in DATE_WORDS for word in told)
    return row[:1] == ["|"] and times and any(word[0].isdigit() for word in told)


def _is_sentence(words: list[str], last: int) -> bool:
    """Return whether nothing but a term or years stands between offices and the end of a sentence.

    *Ông làm Giám đốc Sở. Đại biểu Quốc hội khóa I, Phó Chủ tịch Hội Y học (1946 - 1951).*
    """
    at = past_years(words, past_term(words, last))
    return at == len(words) or words[at] in SENTENCE_ENDS


def _is_record(words: list[str], lead: list[str], office: Office, last: int) -> bool:
    """Return whether an office stands on a line of a life: after a date or in a box.

    Args:
        words: The folded words.
        lead: Those of its sentence before it.
        office: The office.
        last: Index after the offices joined to it, behind which its holder may do something.
    """
    if _acts(words, past_term(words, last), alone=last == office.last, opens=not lead):
        return False
    following = words[past_term(words, office.last) :][:2]
    if following == ["|", "|"] and not lead:
        return True
    opening = [word for word in lead if word[0].isalpha() and word not in grammar().record_words]
    if opening or len(lead) > 24:
        return False
    if _has_dated_cells(words, office.last):
        return True
    if not lead:
        before = words[office.first - 1] if office.first else "\n"
        opens = before not in {".", "!", "?"} or _is_sentence(words, last)
        return (opens and following[:1] in _RECORD_ENDS) or _is_told_of(following)
    return any(word[0].isdigit() for word in lead) or lead[-1] in {"nguyên", "-", "+", "•", "là"}
