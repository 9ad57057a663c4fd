"""What stands in the columns of a table: told by their heads, else by their cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import is_motto, phrases
from vnpolitext.layout.tables.grid import Grid, Line, Row
from vnpolitext.models import per_choice
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation
from vnpolitext.text.tones import without_marks

_NUMBER: Final = lazy_pattern(r"\(?[\d.,]{1,12}\)?[.)]?|[ivxlc]{1,6}[.)]?", re.IGNORECASE)
_DATE: Final = (
    r"(?:(?:ngày|tháng|năm) ){0,2}(?:\d{1,2}(?:[/.-]| tháng | năm )){0,2}(?:năm )?(?:1[89]|20)\d\d"
)
_YEAR: Final = lazy_pattern(
    rf"(?:từ |nhiệm kỳ |giai đoạn )?{_DATE}"
    rf"(?:(?:\s?[-–]\s?| (?:đến|tới) )(?:{_DATE}|(?:hiện )?nay))?",
    re.IGNORECASE,
)
_LONGEST_HEAD: Final = 60
_WIDEST_HEAD: Final = 200
_LONGEST_FIGURE: Final = 23
_LONGEST_YEAR: Final = 60
LONGEST_CELL: Final = 3000
"""A longer cell is a part of the page, laid out in a table."""
_LETTERHEAD: Final = 4
_SHARE: Final = 0.8
_FEWEST: Final = 2
_PLACE: Final = "place"


def read_columns(text: str, grid: Grid) -> tuple[int, tuple[str | None, ...]]:
    r"""Return how many rows of a table are its head, and what stands in each column.

    That is ``"number"``, ``"name"``, ``"office"``, ``"unit"``, ``"year"``, ``"place"`` or ``None``.
    The cells alone tell numbers, years and names by their shape; the rest a head must tell.

    >>> from vnpolitext.layout.tables import find_grids
    >>> table = "TT | Họ và tên | Chức vụ\n---|---|---\n1 | Lò Văn An | Bí thư\n"
    >>> read_columns(table, find_grids(table)[0])
    (1, ('number', 'name', 'office'))
    """
    width = max((cell.column + 1 for row in grid.rows for cell in row.cells), default=0)
    head = grid.head or int(_is_head(text, grid.rows[0]))
    told: list[str | None] = [*grid.told, *[None] * width][:width]
    for row in grid.rows[:head]:
        for cell in row.cells:
            told[cell.column] = told[cell.column] or head_kind(text[cell.start : cell.end])
    shapes: list[Counter[str | None]] = [Counter() for _ in range(width)]
    for row in grid.rows[head:]:
        for cell in row.cells:
            if cell.start < cell.end:
                shapes[cell.column][cell_kind(text[cell.start : cell.end])] += 1
    return head, tuple(kind or _usual(found) for kind, found in zip(told, shapes, strict=True))


def find_nameless(text: str, grid: Grid) -> list[Line]:
    r"""Return where a table names nobody: its heads, and the cells under the head of a place.

    >>> from vnpolitext.layout.tables import find_grids
    >>> table = "HỌ TÊN | CHỨC VỤ | QUÊ QUÁN\n---|---|---\nLò Văn An | Bí thư | Xuân Trường\n"
    >>> [table[start:end] for start, end in find_nameless(table, find_grids(table)[0])]
    ['HỌ TÊN | CHỨC VỤ | QUÊ QUÁN', 'Xuân Trường']
    """
    found: list[Line] = []
    places: set[int] = set()
    for row in grid.rows[:_FEWEST]:
        kinds = {cell.column: label_kind(text[cell.start : cell.end]) for cell in row.cells}
        if sum(kind is not None for kind in kinds.values()) >= _FEWEST:
            found.append((row.start, row.end))
            places |= {column for column, kind in kinds.items() if kind == _PLACE}
    below = grid.rows[len(found) :] if places else ()
    return found + [(c.start, c.end) for row in below for c in row.cells if c.column in places]


def column_heads(text: str, grid: Grid) -> tuple[str, ...]:
    r"""Return the head over each column in lower case, empty where there is none.

    A second row may part one head of the first, of which the page has lost how wide it was.

    >>> from vnpolitext.layout.tables import find_grids
    >>> head = "| Tên | Nhiệm kỳ | Ghi chú | |\n|---|---|---|---|\n| Bắt đầu | Kết thúc |\n"
    >>> rows = head + "| Lò Văn An | 1990 | 1994 | |\n"
    >>> column_heads(rows, find_grids(rows)[0])
    ('tên', 'nhiệm kỳ bắt đầu', 'nhiệm kỳ kết thúc', 'ghi chú')
    """
    width = max((cell.column + 1 for row in grid.rows for cell in row.cells), default=0)
    top = _labels(text, grid.rows[0], width)
    below = _labels(text, grid.rows[1], width) if len(grid.rows) > _FEWEST else []
    upper, lower = _filled(top), _filled(below)
    fits = len(lower) >= _FEWEST and len(upper) + len(lower) - 1 == width
    if fits and not any(map(_has_digit, lower)):
        parted = next((at for at, each in enumerate(upper) if head_kind(each) == "year"), None)
        if parted is not None:
            inner = [f"{upper[parted]} {each}" for each in lower]
            return (*upper[:parted], *inner, *upper[parted + 1 :])
    return tuple(top)


def holds_data(text: str, grid: Grid) -> bool:
    """Return whether a table has rows of data, and is no way to lay out a page in columns."""
    rows = [sum(cell.start < cell.end for cell in row.cells) for row in grid.rows]
    longest = max(cell.end - cell.start for row in grid.rows for cell in row.cells)
    if sum(filled >= _FEWEST for filled in rows) < _FEWEST or longest > LONGEST_CELL:
        return False
    if grid.kind == "columns":
        told = read_columns(text, grid)
        if not told[0] and len(told[1]) - told[1].count(None) < _FEWEST:
            return False
    return not any(is_motto(text[row.start : row.end]) for row in grid.rows[:_LETTERHEAD])


def head_kind(head: str) -> str | None:
    """Return what the head of a column says that stands in it; programs write it without marks.

    >>> head_kind("Chức vụ, đơn vị công tác"), head_kind("ho_ten"), head_kind("ten")
    ('office', 'name', None)
    """
    if len(head) > _WIDEST_HEAD:
        return None
    words = " ".join(head.lower().replace("_", " ").split()).strip(" .:*#()")
    pattern, kinds = _heads()
    found = pattern.match(words) if len(words) <= _LONGEST_HEAD else None
    return kinds[found[0]] if found else None


def label_kind(label: str) -> str | None:
    """Return what the label of a field says that stands behind it: a head and no name in it.

    >>> label_kind("Chức vụ hiện nay"), label_kind("Đồng chí Lò Văn An"), label_kind("Năm 2010")
    ('office', None, None)
    """
    kind = head_kind(label)
    if kind is None:
        return None
    first, _, rest = label.strip(" .:*_#()").partition(" ")
    loud = first.isupper()
    plain = all(char.isupper() == loud if char.isalpha() else not char.isdigit() for char in rest)
    return kind if plain else None


@per_choice
def name_labels() -> tuple[str, ...]:
    """Return the labels of a name, in lower case."""
    return tuple(phrase for phrase, kind in phrases().columns.items() if kind == "name")


def cell_kind(cell: str) -> str | None:
    """Return ``"number"``, ``"year"`` or ``"name"`` for a cell of that shape, else ``None``."""
    bare = cell.strip(" *_")
    if len(bare) <= _LONGEST_YEAR and _YEAR.fullmatch(bare):
        return "year"
    if len(bare) <= _LONGEST_FIGURE and _NUMBER.fullmatch(bare):
        return "number"
    return "name" if is_name(bare) and not bare.isupper() and len(bare.split()) > 1 else None


def _labels(text: str, row: Row, width: int) -> list[str]:
    """Return what stands in each column of a row, in lower case."""
    found = [""] * width
    for cell in row.cells:
        found[cell.column] = text[cell.start : cell.end].lower().strip(" *_")
    return found


def _filled(labels: Sequence[str]) -> list[str]:
    """Return labels without the empty ones at the end, none where one is empty before that."""
    last = max((at + 1 for at, each in enumerate(labels) if each), default=0)
    return [] if "" in labels[:last] else list(labels[:last])


def _has_digit(label: str) -> bool:
    return any(char.isdigit() for char in label)


@per_choice
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the beginnings of heads, those of several words without their marks too."""
    known = phrases().columns
    plain = {without_marks(words): kind for words, kind in known.items() if " " in words}
    kinds = plain | known
    return lazy_pattern(rf"{alternation(kinds.keys())}(?!\w)"), kinds


def _is_head(text: str, row: Row) -> bool:
    """Return whether a first row without a rule below it is a head: two of its cells say so."""
    told = [head_kind(text[cell.start : cell.end]) for cell in row.cells]
    return len(told) - told.count(None) >= min(_FEWEST, len(told))


def _usual(shapes: Counter[str | None]) -> str | None:
    if not shapes:
        return None
    kind, count = shapes.most_common(1)[0]
    return kind if count >= _SHARE * sum(shapes.values()) else None
