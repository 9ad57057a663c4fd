"""Names that a birth told after them, or a label before them, makes those of a person."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.decoys import is_decoy
from vnpolitext.officials.phrases.elements import Name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import name_like_words
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import has_vowel
from vnpolitext.vocabulary import addresses, bodies

_LONGEST: Final = 5
_YEAR: Final = 4
_YEARS_OF_LIFE: Final = 2
_REACH: Final = 30  # tokens of a bracket that tells a birth
_LONGEST_LABEL: Final = 6
_TIMES: Final = frozenset({"ngày", "năm", "tháng", "khoảng"})
_MARKS: Final = frozenset({",", "\n", "-", "–", "*"})


def born(run: Run) -> Name | None:
    """Return the name of somebody whose birth is told next (*Du Bá Hoài (sinh năm 1950)*)."""
    if not tells_birth(run.tokens, run.last) or is_decoy(run.tokens, run.first, run.last):
        return None
    return _name(run)


def lived(run: Run) -> Name | None:
    """Return the name before years of life and a calling (*Du Hoài (1930-1999) là nhà văn*)."""
    words = run.tokens.words
    if words[run.last : run.last + 1] != ["("]:
        return None
    inner = words[run.last + 1 : run.last + _REACH]
    inner = inner[: inner.index(")")] if ")" in inner else []
    after = run.last + len(inner) + 2
    if sum(len(word) == _YEAR and word.isdigit() for word in inner) != _YEARS_OF_LIFE:
        return None
    if words[after : after + 1] != ["là"]:
        return None
    after += 1 + (words[after + 1 : after + 2] == ["một"])
    return _name(run) if addresses().match(words, after) is not None else None


def labelled(run: Run) -> Name | None:
    """Return the name that stands behind a label (*Họ và tên: Khấu Bá Hoài*)."""
    return _name(run) if is_labelled(run.tokens, run.first) else None


def tells_birth(tokens: Tokens, last: int) -> bool:
    """Return whether the words from ``last`` on say when or where somebody was born."""
    words = tokens.words
    if words[last : last + 1] == ["("]:
        for at in range(last + 1, min(last + _REACH, len(words))):
            if words[at] in {")", "\n"}:
                return False
            if _is_birth(tokens, at):
                return True
        return False
    while last < len(words) and words[last] in _MARKS:
        last += 1
    return _is_birth(tokens, last)


def is_labelled(tokens: Tokens, first: int) -> bool:
    """Return whether a label of names and its colon stand before ``first`` on the line."""
    words = tokens.words
    at = first - 1
    while at > 0 and words[at] in {":", "|", "*"}:
        at -= 1
    if at == first - 1 or at < 1 or words[at] not in {"tên", "sinh", "dùng", "gọi", "đủ"}:
        return False
    return any(
        " ".join(words[max(0, at + 1 - size) : at + 1]) in grammar().name_labels
        for size in range(2, _LONGEST_LABEL + 1)
    )


def _is_birth(tokens: Tokens, at: int) -> bool:
    words = tokens.words
    if words[at : at + 1] != ["sinh"] or at + 1 >= len(words):
        return False
    after, value = words[at + 1], words[at + 2 : at + 3]
    if after in _TIMES:
        return bool(value) and (value[0][0].isdigit() or value[0] in {":", "|", "đầu", "giữa"})
    return after[0].isdigit() or after in {":", "|", "tại"}


def _name(run: Run) -> Name | None:
    words = run.words
    if not 2 <= len(words) <= _LONGEST or run.mixes_capitals or not all(map(has_vowel, words)):
        return None
    if run.is_high_place or bodies().match(run.tokens.words, run.first) is not None:
        return None
    if words[:2] in name_like_words():
        return None
    return Name(run.first, run.last, run.first, certain=True)
