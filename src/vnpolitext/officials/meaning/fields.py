"""The field that one of several of a kind is for, between the office and its body."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases import Office
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens

_ASSISTANTS: Final = frozenset({"trợ lý", "chuyên viên", "cố vấn"})
_NAMED: Final = frozenset({"whole", "noun", "unit", "country"})
_BODIES: Final = frozenset({"whole", "noun"})
# Boards have such heads as well, whose field is what the board is for.
_OF_BOARDS: Final = frozenset({"chủ nhiệm", "phó chủ nhiệm"})
_SERVICE: Final = "quân sự"


def field_of(tokens: Tokens, office: Office) -> int:
    """Return how many words behind an office word are its field (*Phó Tư lệnh về chính trị*).

    Args:
        tokens: The tokens that the office stands in.
        office: The office phrase.
    """
    first = end = office.first + office.size
    if office.head.text in _ASSISTANTS:
        for _, last, entry in office.parts:
            if entry is not None and entry.role in _NAMED:
                break
            end = last
        return end - first
    if office.head.text not in grammar().with_fields or not office.parts:
        return 0
    start, end, entry = office.parts[0]
    is_about = tokens.words[first:start] == ["về"]
    is_field = entry is not None and (
        (entry.role == "domain" and entry.level is None) or entry.text == _SERVICE
    )
    if not is_field or not (is_about or start == first):
        return 0
    if len(office.parts) == 1:
        return (end - first) * is_about
    body = office.parts[1][2]
    if body is None or body.role not in _BODIES:
        return 0
    is_of_board = office.head.text in _OF_BOARDS and body.branch != "army"
    return 0 if is_of_board else end - first
