"""Capitals after an office or its body that name no holder: patrons and lands.

*Giám đốc Nhà xuất bản Kim Đồng* is of a publisher called after a person; *Đốc học Vĩnh Long Đinh
Thông* has a land before his name.
"""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.elements import Office
from vnpolitext.officials.phrases.full_names import is_name, is_strong_name
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.giving import is_linked, list_opening
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import addresses
from vnpolitext.vocabulary.surnames import surnames

_LONGEST_PREDICATE: Final = 3
_SUBJECT_REACH: Final = 14
_LONGEST_NAME: Final = 7
_LANDS: Final = frozenset({"province", "district", "former"})
_HELD_AS: Final = frozenset({"nguyên", "quyền", "một", "cựu"})
_COPULA: Final = "là"
_ASIDES: Final = frozenset({"(", "|"})  # between a name and its offices
_STOPS: Final = frozenset({".", ";", "\n", ":"})


def patron_end(tokens: Tokens, office: Office, text: str, first: int, stop: int) -> int:
    """Return the end of the name of a person after whom a body is called, or 0.

    What follows the kind of a school or memorial is always its name, and a full name behind it that
    of its head (*Trường THPT Lê Quý Đôn Nguyễn Thị Hoa*). A hospital or firm is called by two words
    (*Bệnh viện Bạch Mai*); more are the name of the head, unless the sentence has named the holder
    before the office (*ông A làm Giám đốc Bệnh viện Nguyễn Tri Phương*).

    Args:
        tokens: The tokens.
        office: The office, as far as it is read.
        text: The last words of its body, folded.
        first: Index of the first of the capitals.
        stop: Index after the last of them.
    """
    school = text in grammar().named_schools or is_memorial(text)
    if school or text in grammar().namesakes:
        words = tokens.words
        holders = [
            at
            for at in range(first + 2 - school, stop - 1)
            if words[at] in surnames().strong and is_strong_name(tokens, at, stop)
        ]
        middle = next((at for at in holders if words[at + 1] in grammar().middle_names), 0)
        if middle:
            return middle
        if school:
            return next((at for at in holders if at - first > 1), stop)
        if stop - first == 2:
            return stop
    kind = office.parts[0][2] if office.parts else None
    if kind is not None and kind.text.startswith("trường"):
        return stop if is_held_before(tokens, office.first) else 0
    if kind is None or kind.text not in grammar().called_after:
        return 0
    numbered = "d" in tokens.kinds[office.first : first]
    return stop if not numbered and is_held_before(tokens, office.first) else 0


def is_memorial(text: str) -> bool:
    """Return whether a body is the memorial of somebody, or looks after one."""
    return text.endswith(tuple(grammar().monuments))


def land_end(tokens: Tokens, first: int, stop: int) -> int:
    """Return the end of the name of a land before that of its official, or 0."""
    for size in range(min(3, stop - first - 2), 1, -1):
        levels = place_levels().get(tuple(tokens.words[first : first + size]), frozenset())
        at = first + size
        if not levels.isdisjoint(_LANDS) and tokens.words[at] in surnames().strong:
            return at if is_strong_name(tokens, at, stop) else 0
    return 0


def is_held_before(tokens: Tokens, at: int) -> bool:
    """Return whether the sentence names the holder of the office at ``at`` before it."""
    words = tokens.words
    while at and words[at - 1] in _HELD_AS:
        at -= 1
    for size in range(1, min(_LONGEST_PREDICATE, at) + 1):
        if " ".join(words[at - size : at]) in grammar().predicates:
            return True
    if is_linked(words, at) and words[at - 1] in {"như", ":"}:
        return True
    if list_opening(words, at) >= 0:
        return True
    if at and words[at - 1] == _COPULA:
        return _has_subject(tokens, at - 1)
    if at > 1 and words[at - 1] in _ASIDES:
        return _ends_name(tokens, at - 1)
    return at > 1 and words[at - 1] == "," and _is_called(tokens, at - 1)


def _has_subject(tokens: Tokens, at: int) -> bool:
    """Return whether a pronoun, form of address or name stands before a copula."""
    words = tokens.words
    for index in range(at - 1, max(-1, at - _SUBJECT_REACH), -1):
        if words[index] in _STOPS:
            return False
        if words[index] in grammar().pronouns or addresses().match(words, index):
            return True
        if tokens.kinds[index] == "U" and _ends_name(tokens, index + 1):
            return True
    return False


def _is_called(tokens: Tokens, stop: int) -> bool:
    """Return whether a name with a form of address, or that opens a sentence, ends at ``stop``."""
    if not _ends_name(tokens, stop):
        return False
    first, words = tokens.run_start(stop), tokens.words
    if not first or words[first - 1] in _STOPS:
        return True
    return any(addresses().match(words, at) for at in range(max(0, first - 2), first + 1))


def _ends_name(tokens: Tokens, stop: int) -> bool:
    """Return whether a full name ends right before ``stop``."""
    first = max(tokens.run_start(stop), stop - _LONGEST_NAME)
    return any(is_name(tokens, at, stop) for at in range(first, stop - 1))
