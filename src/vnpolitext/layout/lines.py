"""Lines of a page, and the units that hard-wrapped lines make together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from vnpolitext.layout.phrases import phrases
from vnpolitext.text.view import View

_MARKS: Final = re.compile(
    r"\s*+(?:[•●▪■◦➢❖✓»►]\s*+|#{1,6}(?=\s)\s*+|>(?=\s)\s*+|\[sửa \| sửa mã nguồn\]\s*+)*+"
)
_ITEM: Final = re.compile(
    r"[-+–]\s|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[ivx]{1,6})\s?[.)/:-](?:\s|(?=[^\W\d]))"
    r"|(?:điều|chương|mục|phần|khoản) (?:\d|[ivxlc]{1,6}\b)"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\b"
    r"|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b"
)
_END: Final = (".", "!", "?", "…", ":", ";", "”", '"', "/.")
_SHORT: Final = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line without blanks and marks around it.

    ``first`` and ``last`` are indices into the folded text, ``start`` and ``end`` into the source.
    ``mark`` is what stood before the line's words: a bullet, ``#`` signs, ``>``. ``words`` is the
    line in lower case with single spaces.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    lower: str
    words: str
    mark: str
    gap: bool
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """One line, or several that a hard wrap has split.

    ``text`` are the folded words with single spaces, case kept.
    """

    lines: tuple[Line, ...]
    text: str

    @property
    def head(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def start(self) -> int:
        """Index of the first character in the source."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Index after the last character in the source."""
        return self.lines[-1].end


def split_lines(view: View) -> Iterator[Line]:
    """Yield the lines that have words or rules in them, in order."""
    text, lower, source = view.text, view.lower, view.source
    at, gap = 0, True
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        body = text[at:stop]
        stripped = body.rstrip()
        match = _MARKS.match(stripped)
        skip = match.end() if match else 0
        if skip >= len(stripped):
            skip = len(stripped) - len(stripped.lstrip())
        if stripped.strip():
            first, last = at + skip, at + len(stripped)
            start, end = view.span(first, last)
            start, end = _with_emphasis(source, start, end)
            bold = source.startswith("**", start) and source.endswith("**", start, end)
            leaning = source.startswith("*", start) and source.endswith("*", start, end)
            yield Line(
                first,
                last,
                start,
                end,
                text[first:last],
                lower[first:last],
                " ".join(lower[first:last].split()),
                stripped[:skip].strip(),
                gap,
                bold and end - start > 4,
                leaning and not bold and end - start > 2,
            )
            gap = False
        else:
            gap = True
        at = stop + 1


def _with_emphasis(source: str, start: int, end: int) -> tuple[int, int]:
    """Take in the emphasis marks that touch a stretch."""
    while start and source[start - 1] == "*":
        start -= 1
    while source.startswith("*", end):
        end += 1
    return start, end


def wrap_width(lines: list[Line]) -> int:
    """Return the width at which the lines were wrapped, or 0 for a text that was not.

    A text is wrapped when most lines that are followed by another without a gap break in the
    middle of a sentence, and none is much longer than the others.
    """
    inner = [line for line, after in pairwise(lines) if not after.gap and len(line.text) > _SHORT]
    if len(inner) < 4:
        return 0
    broken = sum(not line.text.endswith(_END) for line in inner)
    lengths = sorted(len(line.text) for line in inner)
    width = lengths[int(len(lengths) * 0.95)]
    return width if broken * 2 > len(inner) and width <= 140 else 0


def join_wrapped(lines: list[Line], alone: list[bool]) -> list[Unit]:
    """Return the units of ``lines``; lines marked ``alone`` are never joined to others."""
    width = wrap_width([line for line, single in zip(lines, alone, strict=True) if not single])
    units: list[list[Line]] = []
    for index, line in enumerate(lines):
        joins = (
            index > 0
            and not line.gap
            and not alone[index]
            and not alone[index - 1]
            and _continues(lines[index - 1], line, width)
        )
        if joins:
            units[-1].append(line)
        else:
            units.append([line])
    return [
        Unit(tuple(unit), " ".join(word for line in unit for word in line.text.split()))
        for unit in units
    ]


def begins_item(line: Line) -> bool:
    """Whether a line begins with the mark of a list item or of an article of a law."""
    return bool(_ITEM.match(line.lower))


def _continues(line: Line, after: Line, width: int) -> bool:
    if after.mark or begins_item(after):
        return False
    lower_start = after.text[0].islower()
    if width and line.words.rpartition(" ")[2] in phrases().open_words:
        return True
    if not width:
        return lower_start and len(line.text) >= _SHORT and not line.text.endswith(_END)
    word = len(after.text.split(None, 1)[0])
    full = len(line.text) + 1 + word > width - 2
    if line.text.endswith((".", "!", "?", ":", ";", "./.")):
        return full and not after.text.isupper() and len(line.text) > width * 0.8
    if after.bold != line.bold and not lower_start and not full:
        return False
    return lower_start or (full and len(line.text) > width * 0.6)
