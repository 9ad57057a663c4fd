"""Figures in the name of a body: *Trung đoàn Thông tin 23*, *Quân khu 9*, *Phòng PC03*."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.full_names import is_strong_name
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.numerals import roman_value

_ENDS: Final = frozenset({",", ";", ".", ")", "|", "-", "("})
# Words after a figure that it counts.
_COUNTED: Final = frozenset(
    {"năm", "tháng", "ngày", "khóa", "nhiệm", "lần", "người", "đồng", "tuổi", "%", "/", "kỳ", "giờ"}
)
_DATED: Final = frozenset({"năm", "tháng", "ngày", "khóa"})
# Words that begin like one that is counted.
_OTHERS: Final = frozenset({("đồng", "thời"), ("đồng", "chí"), ("đồng", "chủ"), ("người", "dân")})
_LONGEST: Final = 3


def counts(tokens: Tokens, at: int) -> bool:
    """Return whether the figure at ``at`` counts what follows it (*Nhà máy 3 năm liền*).

    A time that follows is counted by nobody (*Quân khu 9 năm 2010*).
    """
    word, following = (*tokens.words[at + 1 : at + 3], "", "")[:2]
    if word not in _COUNTED or (word, following) in _OTHERS:
        return False
    figure = following[:1].isdigit()
    if word == "/":
        return figure
    return not (word in _DATED and (figure or roman_value(following) > 0))


def ends_name(tokens: Tokens, at: int) -> bool:
    """Return whether a short figure stands before the end of a phrase, or before a full name.

    *Đoàn Thông tin 23,*, *Giám đốc Bệnh viện Quân y 175 Lò Văn An*.
    """
    words, kinds = tokens.words, tokens.kinds
    if not words[at].isdigit() or len(words[at]) > _LONGEST:
        return False
    if kinds[at + 1 : at + 2] in ([], ["n"]) or words[at + 1] in _ENDS:
        return True
    return kinds[at + 1] == "U" and is_strong_name(tokens, at + 1, tokens.run_end(at + 1))


def is_police_code(tokens: Tokens, at: int) -> bool:
    """Return whether a figure ends the code of a department (*Phòng PC03*, *Cục A13*)."""
    word = tokens.words[at - 1]
    if tokens.ends[at - 1] != tokens.starts[at] or not tokens.capitals[at - 1]:
        return False
    size = len(tokens.words[at])
    return (size == 2 and word in grammar().police_codes) or (size <= 2 and len(word) == 1)
