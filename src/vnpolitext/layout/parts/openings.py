"""Where parts of an official document begin that have a word of their own at the head of a line."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.tables import GridIndex
from vnpolitext.models import per_choice
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

Stretch = tuple[int, int]

_LONGEST_LINE: Final = 200
_MOST_LINES: Final = 60
_WIDE: Final = "  "
_ITEM: Final = lazy_pattern(r"[ *_|]*+[-+•]|[^\n]*;")
_BULLETS: Final = " *_#>|-+•.\t"


def find_recipients(view: View, grids: GridIndex) -> list[Stretch]:
    r"""Return the lists of those who get a document (*nơi nhận*), in folded offsets.

    A list ends with its cell, with the line that says where the document is filed (*lưu*), or
    before a line in capitals, of another part or too long for one of its items.

    >>> from vnpolitext.layout import read_page
    >>> page = read_page("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nLò Văn An")
    >>> [page.view.text[slice(*stretch)] for stretch in page.recipients]
    ['Nơi nhận:\n- Như trên;\n- Lưu: VT.']
    """
    if not any(opening in view.lower for opening in _openings()):
        return []
    found: list[Stretch] = []
    for match in _recipients().finditer(view.lower):
        start = match.start("opening")
        if not found or start >= found[-1][1]:
            cell = grids.cell(start)
            found.append((start, _end(view, start, cell[1] if cell else len(view.text))))
    return found


def find_annexes(view: View) -> list[int]:
    """Return where the annexes (*phụ lục*) of a document begin, in folded offsets."""
    return [match.start("opening") - 1 for match in _annexes().finditer("\n" + view.lower)]


def _end(view: View, start: int, limit: int) -> int:
    text, lower = view.text, view.lower
    at = end = start
    for _ in range(_MOST_LINES):
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        words = lower[at:stop].strip(_BULLETS)
        if at > start and (
            stop - at > _LONGEST_LINE
            or (text[at:stop].isupper() and " " in words and not _ITEM.match(lower, at, stop))
            or words.startswith(phrases().annexes)
        ):
            break
        end = stop if words else end
        if stop == limit or words.startswith(phrases().filed):
            break
        at = stop + 1
    return end


@per_choice
def _openings() -> tuple[str, ...]:
    """Return the openings of recipients, each also with two blanks for one."""
    known = phrases().recipients
    return (*known, *(phrase.replace(" ", _WIDE) for phrase in known))


@per_choice
def _recipients() -> re.Pattern[str]:
    return lazy_pattern(
        rf"(?:^|\n|[|>]| {{3}})[ *_#>-]{{0,12}}(?P<opening>{_any(phrases().recipients)})"
        r"(?=[ *_]{0,4}(?:[:.;|\n-]|<| {3}|\Z))"
    )


@per_choice
def _annexes() -> re.Pattern[str]:
    return lazy_pattern(
        rf"\n[ *_#|]{{0,8}}(?P<opening>{_any(phrases().annexes)})(?: [ivx0-9]{{1,5}})?"
        r"[ :*_]{0,4}(?=\n|\Z)"
    )


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(each).replace(r"\ ", " {1,2}") for each in words)
