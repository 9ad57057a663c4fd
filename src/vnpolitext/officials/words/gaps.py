"""The words between an office and a name: do they only join the two?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import markers, peoples
from vnpolitext.text.numerals import roman_value
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import Address, addresses

_MARKS: Final = frozenset({",", "-", ":", "(", ")", "/", ";", "[", "]", "+"})
_AND: Final = frozenset({"và", "kiêm", "đồng", "rồi"})
_JOINING: Final = _MARKS | _AND
_ALONE: Final = _JOINING - {"]"}
_NEWLY: Final = [",", "tân"]
_ALL: Final = (["khóa"], ["nhiệm"], ["đồng"])
_COUNTS: Final = frozenset({"hai", "ba", "bốn", "năm", "sáu", "nhiều", "liên", "tiếp"})
_PAIRS: Final = (["quân", "hàm"], ["cấp", "hàm"], ["cũng", "như"])
_FORCES: Final = (
    ["quân", "đội", "nhân", "dân", "việt", "nam"], ["công", "an", "nhân", "dân", "việt", "nam"],
    ["quân", "đội", "nhân", "dân"], ["công", "an", "nhân", "dân"], ["quân", "đội"], ["công", "an"],
    ["qđnd"], ["cand"], ["an", "ninh"], ["cảnh", "sát"],
)  # fmt: skip
_LONGEST: Final = 22
_LONGEST_LIFE: Final = 120
# What is told of the birth of a person before the offices (*sinh năm 1970, quê Lào Cai*).
_BIRTH: Final = frozenset({"sinh", "sn", "quê"})
_PEOPLE: Final = ["dân", "tộc"]
_SEXES: Final = (("nam",), ("nữ",), ("giới", "tính", "nam"), ("giới", "tính", "nữ"))
_UNITS: Final = frozenset({"xã", "huyện", "tỉnh", "thành", "phường", "quận", "thị", "làng", "thôn"})
_ITEM: Final = 18
_SCIENCE: Final = 7
_LONGEST_OCCUPATION: Final = 3
_FORMERLY: Final = frozenset({"nguyên", "cựu"})
_BEFORE_YEARS: Final = frozenset(
    {
        "thời",
        "gian",
        "kỳ",
        "khoảng",
        "trong",
        "suốt",
        "những",
        "các",
        "hết",
        "cho",
        "t",
        "th",
        "điểm",
    }
)
_BETWEEN_YEARS: Final = _BEFORE_YEARS | {"-", "→", "~", ",", ";", "/", "và", "giai", "đoạn", "hiện"}
_OPENING: Final = (["("], ["["])
_CLOSING: Final = ([")"], ["]"])
_YEARS: Final = lazy_pattern(r"(?:\d{1,2}[/.-]){0,2}\d{4}")
_PARTS: Final = frozenset({",", ";", "(", ")"})


def joins(gap: list[str]) -> bool:
    """Return whether the words of a gap only join what stands on both sides.

    Marks, conjunctions, terms of office, dates, remarks in brackets and markers such as *nguyên*
    join; a verb does not, nor a bracket that closes what began before.
    """
    if not gap or (len(gap) == 1 and gap[0] in _ALONE):
        return True
    if closes(gap):
        return False
    if len(gap) > _LONGEST and (len(gap) > _LONGEST_LIFE or _BIRTH.isdisjoint(gap)):
        return False
    at = 0
    while at < len(gap):
        step = _step(gap, at)
        if not step:
            return False
        at += step
    return True


def closes(gap: list[str]) -> bool:
    """Return whether a bracket in a gap closes what began before it, as that of a label does."""
    return "]" in gap and "[" not in gap[: gap.index("]")]


def goes_on(gap: list[str]) -> bool:
    """Return whether a list of offices goes on over an item between commas that is none it knows.

    *Phó Tư lệnh Cảnh sát cơ động, Bộ Công an; Giám đốc ...*: no other person is spoken of, and
    no verb begins another sentence.
    """
    if not 2 < len(gap) <= _ITEM or gap[0] not in _PARTS or gap[-1] not in _PARTS | _AND:
        return False
    return grammar().other_clauses.isdisjoint(gap) and grammar().pronouns.isdisjoint(gap)


def without_remarks(gap: list[str]) -> list[str]:
    """Return the words of a gap but those in brackets, which are of what stands before them.

    >>> without_remarks(["(", "mất", "năm", "1929", ")", ","])
    [',']
    """
    kept: list[str] = []
    at = 0
    while "(" in gap[at:]:
        opening = gap.index("(", at)
        if ")" not in gap[opening:]:
            break
        kept += gap[at:opening]
        at = gap.index(")", opening) + 1
    return kept + gap[at:]


def past_term(words: list[str], at: int) -> int:
    """Return the index after a term of office at ``at`` (*khóa VI*, *nhiệm kỳ 1*)."""
    if words[at : at + 1] == ["các"] and words[at + 1 : at + 2] == ["khóa"]:
        at += 1
    if at < len(words) and words[at] in grammar().term:
        while at < len(words) and (_is_term(words[at]) or words[at].isdigit()):
            at += 1
    return at


def is_term(words: list[str], at: int) -> bool:
    """Return whether the numeral of a term of office is at ``at`` (*khóa X*)."""
    return at > 0 and words[at - 1] in grammar().term and roman_value(words[at]) > 0


def heading_size(words: Sequence[str], at: int) -> int:
    """Return how many words at ``at`` make an office the heading of its holders, 0 without them.

    >>> heading_size(["bí", "thư", "qua", "các", "thời", "kỳ"], 2)
    4
    """
    known = grammar().headings
    return next((size for size in (4, 3, 2, 1) if " ".join(words[at : at + size]) in known), 0)


def past_years(words: Sequence[str], at: int) -> int:
    """Return the index after the years of an office at ``at``, in brackets or not.

    >>> past_years(["bí", "thư", "(", "1945", "-", "1987", ")"], 2)
    7
    """
    first = end = at + (words[at : at + 1] in _OPENING)
    known = grammar().dates | _BETWEEN_YEARS
    while end < len(words) and (words[end][0].isdigit() or words[end] in known):
        end += 1
    while end > first and words[end - 1] in _BEFORE_YEARS:
        end -= 1
    dated = any(_YEARS.fullmatch(word) for word in words[first:end])
    if not dated or (first > at and words[end : end + 1] not in _CLOSING):
        return at
    return end + (first > at)


def _step(gap: list[str], at: int) -> int:
    """Return how many words from ``at`` only join, 0 if the first does not."""
    word = gap[at]
    if _tells_birth(gap, at):
        return _item(gap, at)
    if word == "(":
        return _up_to(gap, ")", at) + 1
    if word == "\n":
        return int(at > 0 and gap[at - 1] in {",", ";", "-"})
    counted = _is_later(gap, at) or (word == "các" and gap[at + 1 : at + 2] in _ALL)
    counted = counted or gap[at - 1 : at + 1] == _NEWLY
    counted = counted or (word in _COUNTS and _is_counted(gap, at + 1))
    if counted or word in _JOINING or word[0].isdigit() or _is_term(word):
        return 1
    if word in grammar().dates and any(each[0].isdigit() for each in gap):
        return 1
    return _origin(gap, at) or _phrase(gap, at)


def _is_later(gap: list[str], at: int) -> bool:
    """Return whether *sau* before an office or a rank tells what somebody was later."""
    if at == 0 or gap[at - 1 : at + 1] != [",", "sau"]:
        return False
    form = addresses().match(gap, at + 1) if at + 1 < len(gap) else None
    return at + 1 == len(gap) or (form is not None and form[1].kind == "military")


def _tells_birth(gap: list[str], at: int) -> bool:
    """Return whether an item at ``at`` tells when or where somebody was born, or goes on so."""
    before = gap[at - 1] if at else ","
    if gap[at] in _UNITS:
        return at > 0 and before == "," and not _BIRTH.isdisjoint(gap[:at])
    return gap[at] in _BIRTH and before in {",", "(", "-"}


def _origin(gap: list[str], at: int) -> int:
    """Return how many words of an item say of what people or sex somebody is (*dân tộc Mông*)."""
    if not at or gap[at - 1] not in _PARTS | {"-"}:
        return 0
    size = next((n for n, word in enumerate(gap[at:]) if word in _PARTS or word == "-"), 0)
    lead = 2 * (gap[at : at + 2] == _PEOPLE)
    words = tuple(gap[at + lead : at + size])
    return size if words in peoples() or (words in _SEXES and not lead) else 0


def _item(gap: list[str], at: int) -> int:
    """Return how many words of an item that tells of a birth stand before its mark, 0 without one.

    *quê làng Vĩnh Ninh, xã Vĩnh Quỳnh;*
    """
    size = next((n for n, word in enumerate(gap[at:]) if word in {",", ";"}), 0)
    return size if size <= _LONGEST and "\n" not in gap[at : at + size] else 0


def _up_to(gap: list[str], mark: str, at: int) -> int:
    """Return how many words stand before the next mark, 0 if there is none."""
    return gap.index(mark, at) - at if mark in gap[at:] else 0


def _phrase(gap: list[str], at: int) -> int:
    """Return the length of a rank, of *cũng như* or of a marker that is no verb, else 0."""
    if gap[at : at + 2] in _PAIRS:
        return 2
    form = _form(gap, at)
    if form is not None and form[1].is_secular_rank:
        last = at + form[0]
        if form[1].kind == "academic" and at and gap[at - 1] in _MARKS:
            return form[0] + (gap[last : last + 1] == ["."]) + _science(gap, last)
        return form[0] + (gap[last : last + 1] == ["."]) + _force(gap, last)
    size = _occupation(gap, at)
    if size:
        size += _science(gap, at + size)
        return size if at + size < len(gap) else 0
    found = markers().match(gap, at)
    return 0 if found is None or found[1] == "verb" else found[0]


def _form(gap: list[str], at: int) -> tuple[int, Address] | None:
    """Return the form of address at ``at``, which ends before a force (*Thượng tướng Quân đội*)."""
    form = addresses().match(gap, at)
    last = at + form[0] if form is not None else 0
    cut = form is not None and gap[last - 1 : last + 1] == ["quân", "đội"]
    return addresses().match(gap[: last - 1], at) if cut else form


def _occupation(gap: list[str], at: int) -> int:
    """Return the length of an occupation that is an item of a list of offices, else 0."""
    before = gap[at - 1] if at else ""
    if before not in _MARKS | _FORMERLY | {"và"}:
        return 0
    sizes = range(_LONGEST_OCCUPATION, 0, -1)
    return next((n for n in sizes if " ".join(gap[at : at + n]) in grammar().occupations), 0)


def _science(gap: list[str], at: int) -> int:
    """Return how many words up to the next mark say what a degree is in (*Cử nhân Luật*)."""
    stop = next((n for n in range(at, min(at + _SCIENCE, len(gap))) if gap[n] in _MARKS), at)
    return 0 if any(markers().match(gap, n) for n in range(at, stop)) else stop - at


def _force(gap: list[str], at: int) -> int:
    """Return the length of the name of the force after a rank (*Đại tá Quân đội nhân dân*)."""
    return next((len(force) for force in _FORCES if gap[at : at + len(force)] == force), 0)


def _is_term(word: str) -> bool:
    """Return whether a word belongs to a term of office (*khóa XIII*)."""
    return word in grammar().term or roman_value(word) > 0


def _is_counted(gap: list[str], at: int) -> bool:
    """Return whether a term of office is counted (*ba khóa*, *hai nhiệm kỳ liên tiếp*)."""
    while at < len(gap) and gap[at] in _COUNTS:
        at += 1
    return at < len(gap) and gap[at] in grammar().term
