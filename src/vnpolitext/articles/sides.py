"""Recipients beside a signature where tabs part them, as the columns that they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import phrases
from vnpolitext.text.patterns import lazy_pattern

_GAP: Final = lazy_pattern(r"[ ]*\t[ \t]*| {5,}")
_MOST: Final = 30
_LONGEST: Final = 200
_ITEMS: Final = ("-", "+", "–", "•", "*")


def in_columns(lines: Sequence[str]) -> list[str]:
    r"""Return lines with the columns of signatures one after the other.

    A line that has recipients or a signature on both sides of a tab begins them; what follows is
    parted at its tab, an item of a list is on the left, a name or a line of capitals on the right.

    >>> in_columns(["Nơi nhận:\tKT. CHỦ TỊCH", "- Lưu: VT.\tPHÓ CHỦ TỊCH", "Lò Văn An"])
    ['Nơi nhận:', '- Lưu: VT.', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lò Văn An']
    """
    found: list[str] = []
    at = 0
    while at < len(lines):
        if _opens(lines[at]):
            end, columns = _read(lines, at)
            found += columns
            at = end
        else:
            found.append(lines[at])
            at += 1
    return found


def _opens(line: str) -> bool:
    sides = _sides(line)
    if len(sides) != 2 or len(line) > _LONGEST:
        return False
    opening = phrases().signature_prefixes
    left, right = (side.lower() for side in sides)
    told = left.startswith((*phrases().recipients, *opening))
    return told and (right.startswith(opening) or sides[1].isupper())


def _read(lines: Sequence[str], start: int) -> tuple[int, list[str]]:
    left: list[str] = []
    right: list[str] = []
    end = start
    for at in range(start, min(start + _MOST, len(lines))):
        line = lines[at]
        sides = _sides(line)
        if not line.strip():
            continue
        if len(line) > _LONGEST or len(sides) > 2:
            break
        if len(sides) == 2:
            left.append(sides[0])
            right.append(sides[1])
        elif sides[0].startswith(_ITEMS):
            left.append(sides[0])
        elif sides[0].isupper() or is_name(sides[0]) or sides[0].startswith("("):
            right.append(sides[0])
        else:
            break
        end = at + 1
    return end, [side for side in (*left, *right) if side]


def _sides(line: str) -> list[str]:
    return [side.strip() for side in _GAP.split(line.strip())]
