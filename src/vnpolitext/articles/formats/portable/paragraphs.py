"""From the lines of PDF pages to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from vnpolitext.articles.formats.portable.items import begins_item, marks_before
from vnpolitext.articles.formats.portable.rows import Row
from vnpolitext.layout.phrases import is_motto, phrases
from vnpolitext.layout.wrapping import is_left_open
from vnpolitext.text.patterns import lazy_pattern

# In a sentence, words follow the number of an article without a stop.
_CITED: Final = lazy_pattern(r"(?:Điều|Chương|Mục|Phần) [\dIVXLC]{1,6},? [^\W\d_]{1,20} [^\W\d_]")

# A symbol such as NĐ-CP that the end of a line has parted behind its hyphen.
_BROKEN: Final = lazy_pattern(r"[^\W_]-$")
_REST: Final = lazy_pattern(r"[A-ZĐ][A-ZĐa-z0-9&]{1,20}(?:-[A-ZĐa-z0-9&]{1,20}){0,3}")
# What a signature has between office and name: (Đã ký).
_WHOLE: Final = lazy_pattern(r"\([^()]{1,40}\)")
_HEADED: Final = lazy_pattern(r"(?:Điều|Chương|Mục|Phần) [\dIVXLC]{1,6}[.:]?\s")
_SUBJECT: Final = lazy_pattern(r"v/v |về việc ", re.IGNORECASE)
_SIGN: Final = lazy_pattern(r"(?:v/v |(?:[^\W\d]+ ){0,2}số\s?:)", re.IGNORECASE)
_ADDRESS: Final = lazy_pattern(r"kính (?:gửi|thưa|trình)\b", re.IGNORECASE)
_ENDS: Final = (".", "!", "?", ":", ";", "…", "./.")
_NUMBER_OF: Final = (" số", " so")
_INDENT: Final = 0.8
_HANGING: Final = 0.3
_LONG: Final = 40
_APART: Final = 1.6
_LOOSE: Final = 1.2
_CENTRED: Final = 3.0
_WIDE: Final = 0.75


@dataclass(slots=True)
class Line:
    """One line of a page or a column, with the edges of the column.

    Attributes:
        text: Its words.
        row: Where they stand; ``None`` for a row of a table.
        page: Number of the page.
        left: Left edge of the column.
        right: Right edge of the column.
        pitch: Usual step from line to line.
        kind: Kind of block, where it is known.
    """

    text: str
    row: Row | None
    page: int
    left: float = 0.0
    right: float = 0.0
    pitch: float = 0.0
    kind: str | None = None


def lines_of(
    rows: Sequence[Row], page: int, edges: tuple[float, float] | None = None
) -> list[Line]:
    """Return the rows of one column as lines.

    Args:
        rows: The rows.
        page: Number of their page.
        edges: Edges of the column, where they are known from more rows than these.
    """
    if not rows:
        return []
    left, right = edges or (min(row.left for row in rows), max(row.right for row in rows))
    steps = [after.middle - before.middle for before, after in pairwise(rows)] or [
        1.6 * rows[0].height
    ]
    pitch = median(steps)
    return [Line(row.text, row, page, left, right, pitch) for row in rows]


def paragraphs(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those joined that go on, as far as places and words tell.

    The text of a joined line has blanks in place of the breaks.
    """
    found: list[Line] = []
    last: Line | None = None
    for line in lines:
        if (
            found
            and last is not None
            and (
                _is_parted(last.text, line.text)
                or _is_parted_heading(last, line)
                or _goes_on(last, line, is_subject=bool(_SUBJECT.match(found[-1].text)))
            )
        ):
            blank = "" if _BROKEN.search(last.text) else " "
            found[-1].text = f"{found[-1].text}{blank}{line.text}"
        else:
            found.append(
                Line(line.text, line.row, line.page, line.left, line.right, line.pitch, line.kind)
            )
        last = line
    return found


def _is_parted(line: str, after: str) -> bool:
    """Whether two lines of a narrow column are a number or the name of the state."""
    number = _SIGN.match(line) and _BROKEN.search(line) and _REST.fullmatch(after)
    return bool(number) or f"{line} {after}".lower() in phrases().mottos


def _goes_on(line: Line, after: Line, *, is_subject: bool) -> bool:
    if line.row is None or after.row is None:
        return False
    ended = line.text.endswith(_ENDS)
    open_ = not ended and is_left_open(line.text, after.text)
    if _begins(line, after, is_open=open_):
        return False
    indented = after.row.left - after.left > _INDENT * after.row.height
    if line.page != after.page or after.row.middle < line.row.middle:
        whole = indented or _is_short(line, after.row)
        return not ended and (after.text[0].islower() or open_ or not whole)
    step = after.row.middle - line.row.middle
    far = step > (_LOOSE if ended and after.text[0].isupper() else _APART) * line.pitch
    if far or (_is_centred(line) and _is_centred(after)):
        return is_subject and not far and not ended
    hangs = _hangs(line.row, after.row, is_ended=ended)
    if _is_short(line, after.row):
        lower = after.text[0].islower() and len(line.text) > _LONG
        return lower and not ended and (hangs or not indented)
    opens = indented and line.row.left - line.left <= _INDENT * after.row.height
    return hangs or (is_subject and not ended) or not opens


def _hangs(row: Row, after: Row, *, is_ended: bool) -> bool:
    """Whether a row stands under the words of an item whose mark hangs before them.

    A mark wider than its place pushes the words on; then rows stand farther to the left.
    """
    marks = marks_before(row.words)
    if not marks:
        return False
    words, near = row.words[marks].left, _HANGING * after.height
    within = row.left + near < after.left < words and not is_ended
    return within or abs(after.left - words) < near


def _begins(line: Line, after: Line, *, is_open: bool) -> bool:
    """Whether the words alone tell that a line begins something new."""
    broken = _BROKEN.search(line.text) and _REST.match(after.text)
    capitals = not broken and (line.text.isupper() or after.text.isupper())
    full = after.row is not None and not _is_short(line, after.row)
    # The number of a document has more than a stop behind it.
    number_of = is_open and full and not line.text.lower().endswith(_NUMBER_OF)
    item = begins_item(after.text) and not (number_of and after.text[0].isdigit())
    if item and _CITED.match(after.text) and not line.text.endswith(_ENDS) and after.row:
        item = _is_short(line, after.row)
    number = _SIGN.match(line.text) and not _SUBJECT.match(line.text)
    address = _ADDRESS.match(after.text)
    whole = is_motto(line.text) or _WHOLE.fullmatch(line.text)
    lower = after.text.lower()
    base = line.text.endswith(_ENDS) and lower.startswith(phrases().preambles)
    told = lower.startswith(phrases().recipients) and lower.endswith(":")
    begun = capitals or item or number or address or whole or base or told
    return bool(begun or _SIGN.match(after.text))


def _is_parted_heading(line: Line, after: Line) -> bool:
    """Whether a line in capitals as wide as its column goes on in the next.

    A letterhead parts its lines itself, and they are short.
    """
    words = _HEADED.sub("", line.text)
    capitals = len(line.text) > _LONG and words.isupper() and after.text.isupper()
    if line.row is None or after.row is None or not capitals:
        return False
    near = 0 < after.row.middle - line.row.middle <= _APART * line.pitch
    wide = line.row.right - line.row.left > _WIDE * (line.right - line.left)
    item = begins_item(after.text) or line.text.endswith(_ENDS)
    return near and wide and not item and not _is_short(line, after.row)


def _is_short(line: Line, after: Row) -> bool:
    """Whether the first word of the next line would have had room at the end of a line."""
    right = line.row.right if line.row is not None else line.right
    room = line.right - right - 0.8 * after.height
    return after.words[0].right - after.words[0].left < room


def _is_centred(line: Line) -> bool:
    row = line.row
    if row is None:
        return False
    before, behind = row.left - line.left, line.right - row.right
    return min(before, behind) > _CENTRED * row.height and abs(before - behind) < 2 * row.height
