"""Blocks of signature: marks of delegation (*KT.*, *TM.*), and the space for the hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.layout.forms.pieces import LINE_ENDS
from vnpolitext.layout.phrases import phrases

_LONGEST: Final = 14
_LONGEST_MARK: Final = 4
_LONGEST_LINE: Final = 24
_MARKS: Final = frozenset("./-")
_BRACKETS: Final = frozenset("()[]")


def delegates(words: Sequence[str]) -> bool:
    """Return whether words have a mark by which one signs for another.

    >>> delegates(["kt", ".", "chủ", "tịch"])
    True
    """
    return not phrases().delegations.isdisjoint(words)


def signs_for(words: Sequence[str], first: int) -> bool:
    """Return whether the word at ``first`` begins what somebody else signs for (*TL. ...*).

    Who signs in the name of a body (*TM.*) is of that body.

    >>> signs_for(["tl", ".", "bộ", "trưởng"], 2), signs_for(["t", "/", "m", "ban"], 3)
    (True, False)
    """
    before = words[max(0, first - _LONGEST_MARK) : first]
    letters = ""
    for word in reversed(before):
        if not (word in "./" or (word.isalpha() and word in phrases().delegation_words)):
            break
        letters = word.strip("./") + letters
    return letters in phrases().delegations_for


def opens_line(words: Sequence[str], first: int) -> bool:
    r"""Return whether the word at ``first`` opens its line or cell, or is signed for there.

    Nothing but marks of delegation may stand before it, or what begins with one (*TM. ỦY BAN NHÂN
    DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH*).

    >>> opens_line(["\n", "kt", ".", "chủ", "tịch"], 3), opens_line(["về", "chủ", "tịch"], 1)
    (True, False)
    """
    floor = max(0, first - _LONGEST_LINE)
    start = next(
        (at + 1 for at in range(first - 1, floor - 1, -1) if words[at] in LINE_ENDS), floor
    )
    if start == floor > 0:
        return False
    before = [word for word in words[start:first] if word not in _MARKS]
    if not before:
        return True
    if phrases().delegation_words.issuperset(before):
        return True
    return delegates((before[0], "".join(before[:2])))


def is_signed(gap: Sequence[str]) -> bool:
    r"""Return whether words hold no more than breaks and that it was signed (*(Đã ký)*).

    >>> is_signed(["\n", "(", "đã", "ký", ")", "\n"]), is_signed(["\n", "("])
    (True, False)
    """
    if len(gap) > _LONGEST:
        return False
    inner = [word for word in gap if word not in LINE_ENDS]
    bare = [word for word in inner if word not in _BRACKETS]
    opened = len(inner) - len(bare)
    return not inner or (" ".join(bare) in phrases().signed and opened in {0, 2})
