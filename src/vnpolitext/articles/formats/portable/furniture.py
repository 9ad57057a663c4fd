"""What a PDF page repeats or counts: numbers of pages, running heads, notes at the foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.portable.placed import Page
from vnpolitext.articles.formats.portable.rows import Row
from vnpolitext.layout.furniture import is_page_number, shape_of
from vnpolitext.layout.phrases import phrases
from vnpolitext.text.patterns import lazy_pattern

_NOTE: Final = lazy_pattern(r"\(?(\d{1,3})\)?[.)]?\s?(?=[^\W\d]|[“\"(‘])|\[(\d{1,3})\]\s?")
_ROMAN: Final = lazy_pattern(r"(?=[xvi])x{0,3}(?:ix|iv|v?i{0,3})")
_MARGIN: Final = 0.12
_FOOT: Final = 0.45
_SMALL: Final = 0.93
_EDGES: Final = 3
_BARS: Final = 3
_NUMBERS: Final = 6
_DIGITS: Final = lazy_pattern(r"\d+")


@dataclass(slots=True)
class Note:
    """A note at the foot of a page: its number and its rows."""

    number: str
    rows: list[Row] = field(default_factory=list)


def running_heads(pages: Sequence[Page], rows: Sequence[list[Row]]) -> frozenset[str]:
    """Return the lines that most pages have at the same height in a margin, without digits.

    A number in them is the same on all pages, or counts the pages.
    """
    counts: Counter[tuple[str, str, int]] = Counter()
    for number, (page, found) in enumerate(zip(pages, rows, strict=True)):
        edges = [*range(len(found))[:_EDGES], *range(len(found))[-_EDGES:]]
        keys = {
            (shape, text, round(found[at].middle / 4))
            for at in edges
            if _in_margin(found[at], page)
            and len(shape := shape_of(found[at].text)) > 3
            and not _is_note(found, at)
            for text in _counted(found[at].text, number)
        }
        counts.update(keys)
    enough = max(2, (len(pages) - 1) // 2)
    return frozenset(shape for (shape, _, _), count in counts.items() if count >= enough)


def _counted(text: str, page: int) -> Iterator[str]:
    """Yield a line, and as it is with each of its numbers counted from that of the page."""
    yield text
    for digits in islice(_DIGITS.finditer(text), _NUMBERS):
        first = whole(digits[0], 0) - page
        yield f"{text[: digits.start()]}{first:+}{text[digits.end() :]}"


def without_furniture(
    page: Page, rows: list[Row], heads: frozenset[str]
) -> tuple[list[Row], list[str]]:
    """Return the rows without the page's number and running heads, and those heads."""
    kept: list[Row] = []
    gone: list[str] = []
    last = len(rows) - _EDGES
    for at, row in enumerate(rows):
        text = row.text
        edge = (at < _EDGES or at >= last) and _in_margin(row, page)
        if edge and shape_of(text) in heads:
            gone.append(text)
        elif not ((edge or at in (0, len(rows) - 1)) and _is_number(text)):
            kept.append(row)
    return kept, [text for text in gone if not is_page_number(text)]


def _is_note(rows: Sequence[Row], at: int) -> bool:
    """Whether a row begins with a number that stands raised in the text above."""
    number = _note_number(rows[at])
    return number is not None and _is_marked(rows[:at], number)


def _is_number(text: str) -> bool:
    return is_page_number(text) or _ROMAN.fullmatch(text.strip(" -–[]()")) is not None


def _in_margin(row: Row, page: Page) -> bool:
    """Whether a row stands in a margin; what stands at the foot in a table with lines does not."""
    middle = row.middle
    if middle <= _MARGIN * page.height:
        return True
    if middle < (1 - _MARGIN) * page.height:
        return False
    return sum(top <= middle <= bottom for top, bottom, _ in page.bars) < _BARS


def split_notes(page: Page, rows: list[Row], height: float) -> tuple[list[Row], list[Note]]:
    """Return the rows above the notes, and the notes.

    Notes begin in the lower part of a page with a number that stands raised or glued to a word in
    the text above; they are in smaller letters, or under a short line.

    Args:
        page: The page.
        rows: Its rows.
        height: Height of the letters of the text.
    """
    for at in range(len(rows)):
        row = rows[at]
        if row.middle < (1 - _FOOT) * page.height or at == 0:
            continue
        number = _note_number(row)
        if number is None or not _is_marked(rows[:at], number):
            continue
        small = row.height < _SMALL * height
        ruled = any(
            rows[at - 1].middle < line < row.middle + row.height and right - left < 0.5 * page.width
            for left, right, line in page.rules
        )
        apart = row.middle - rows[at - 1].middle > 2.5 * row.height
        if small or ruled or apart:
            return rows[:at], _notes(rows[at:])
    return rows, []


def mark_notes(rows: list[Row], numbers: frozenset[str]) -> None:
    """Write the marks of notes as ``[1]``, so that they are no part of a word or number."""
    if not numbers:
        return
    for row in rows:
        row.__dict__.pop("text", None)  # its words change
        for at, word in enumerate(row.words):
            if word.raised:
                digits = word.text.strip("()[]")
                before = row.words[at - 1].text if at else ""
                if digits in numbers and before.lower() not in phrases().measures:
                    word.text = f"[{digits}]"
                continue
            match = _glued(word.text)
            if match and match[2] in numbers:
                word.text = f"{match[1]}[{match[2]}]{match[3]}"


_GLUED: Final = lazy_pattern(r"([^\W\d_]{2,30}[”\")]?)(\d{1,2})([.,;:]?)")


def _glued(text: str) -> re.Match[str] | None:
    return _GLUED.fullmatch(text)


def _is_marked(rows: Sequence[Row], number: str) -> bool:
    for row in rows:
        for word in row.words:
            if word.raised and word.text.strip("()[]") == number:
                return True
            match = _glued(word.text)
            if match and match[2] == number:
                return True
    return False


def _note_number(row: Row) -> str | None:
    first = row.words[0]
    if first.raised:
        return first.text.strip("()[]")
    match = _NOTE.match(row.text)
    return (match[1] or match[2]) if match else None


def _notes(rows: list[Row]) -> list[Note]:
    notes: list[Note] = []
    for row in rows:
        number = _note_number(row)
        follows = number is not None and (
            not notes or whole(number, 0) == whole(notes[-1].number, -1) + 1
        )
        if follows and number is not None:
            notes.append(Note(number, [row]))
        else:
            notes[-1].rows.append(row)
    return notes


def note_text(note: Note) -> str:
    """Return a note as one line, its number in square brackets."""
    text = " ".join(row.text for row in note.rows)
    match = re.match(rf"[(\[]?{re.escape(note.number)}[)\].]?\s*", text)
    return f"[{note.number}] {text[match.end() :] if match else text}"
