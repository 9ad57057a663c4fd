"""Words after an office that no body has: when it was held, after whom, as which one."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.words.giving import begins, giving
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.numerals import roman_value

_TIMES: Final = frozenset(
    {
        ("giai", "đoạn"), ("thời", "kỳ"), ("thời", "gian"), ("nhiệm", "kỳ"), ("nhiệm", "kì"),
        ("trong", "thời"), ("trong", "nhiệm"), ("trong", "giai"),
    }
)  # fmt: skip


def tells_time(tokens: Tokens, at: int, *, is_head: bool) -> bool:
    """Return whether words that tell when an office was held, or after whom, begin at ``at``.

    Args:
        tokens: The tokens.
        at: Index of the first of the words.
        is_head: Whether they stand right after the office word, and its body may follow them.
    """
    words = tokens.words[at : at + 2]
    if words[0] in {",", "thay", "kế"} and begins(
        tokens.words, at + (words[0] == ","), giving().replacing
    ):
        return tokens.kinds[at] != "U"
    if words[0] == "khóa" and tokens.kinds[at] == "U":
        return words[-1].isdigit() or roman_value(words[-1]) > 0
    if words[0] == "thứ":
        counted = not is_head and " ".join(words) in grammar().ordinals
        return words[-1].isdigit() or counted
    return tuple(words) in _TIMES
