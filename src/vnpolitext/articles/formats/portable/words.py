"""The words of PDF pages with their places, read with PDFium."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final

PDFIUM: Final = threading.Lock()
"""Held while PDFium works: it is not made for threads."""

# What stands for a hyphen: at the end of a line, and in fonts that have one sign for two.
_HYPHEN: Final = frozenset({0x02, 0xAD, 0xFFFE})
_NOTHING: Final = frozenset({0xA0, 0xFEFF, 0x200B})
_UNKNOWN: Final = 0xFFFD
_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_APART: Final = 0.22
_TOUCH: Final = 0.06
_RAISED: Final = 0.82
_CLOSE: Final = 0.35
_BLANK: Final = 0.15
_WIDEST: Final = 0.6
_RISE: Final = 0.1
_LOW: Final = 0.55
_TALL: Final = 1.8
_SAME: Final = 0.15
_PATH: Final = 2
_IMAGE: Final = 3
_NO_PAGES: Final = re.compile(rb"/Pages\s{1,4}/Count\s{1,4}0\b")
_UNREADABLE: Final = "not a readable PDF file"
_SHORT: Final = 8.0
_THIN: Final = 3.0
_MOST_OBJECTS: Final = 20_000


@dataclass(slots=True)
class Word:
    """A word, its box (y grows downwards) and the height of its letters.

    Attributes:
        text: The word.
        left: Left edge.
        right: Right edge.
        top: Upper edge.
        bottom: Lower edge.
        raised: Whether it is the mark of a note.
        begins: Whether the file has a blank between it and a word that touches it on the left.
        ends: The same on the right.
        index: Index of its first letter on the page.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    raised: bool = False
    begins: bool = False
    ends: bool = False
    index: int = -1

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Height of its line."""
        return self.bottom - self.top


@dataclass(slots=True)
class Page:
    """The words of a page in the order of the file, and the lines that are drawn.

    Attributes:
        words: Its words.
        rules: Left, right and height of each horizontal line that is drawn.
        bars: Top, bottom and place of each vertical one.
        width: Its width.
        height: Its height.
        is_scan: Whether it is a picture without words.
    """

    words: list[Word] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    bars: list[tuple[float, float, float]] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0
    is_scan: bool = False


def read_pages(data: bytes) -> Iterator[Page]:
    """Yield the pages of a PDF file.

    Raises:
        ValueError: The file is damaged, or encrypted with a password.
        ImportError: pypdfium2 is not installed.
    """
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if _NO_PAGES.search(data):  # PDFium opens no file without pages
                return
            locked = "password" in str(error).lower()
            reason = "a PDF file that is encrypted with a password" if locked else _UNREADABLE
            raise ValueError(reason) from None
        try:
            pages = [_read(document, number) for number in range(len(document))]
        finally:
            document.close()
    yield from pages


def _read(document: Any, number: int) -> Page:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return Page()
    try:
        rotation = page.get_rotation()
        left, bottom, right, top = page.get_mediabox()
        place = _Placing(rotation, left, bottom, right, top)
        found = Page(width=place.width, height=place.height)
        text = page.get_textpage()
        try:
            found.words = _words(text, place)
        finally:
            text.close()
        _add_objects(page, found, place)
    finally:
        page.close()
    return found


class _Placing:
    """From the coordinates of a PDF page to those of a reader: y downwards, turned upright."""

    def __init__(self, rotation: int, left: float, bottom: float, right: float, top: float) -> None:
        self.rotation = rotation
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        wide, high = right - left, top - bottom
        self.width, self.height = (high, wide) if rotation in (90, 270) else (wide, high)

    def box(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom."""
        if not self.rotation:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom


class _Letters:
    """The places of the letters of a page."""

    def __init__(self, textpage: Any, place: _Placing) -> None:
        from ctypes import byref, c_double

        from pypdfium2 import raw

        self._handle = textpage.raw
        self._place = place.box
        self._ask, self._origin = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
        self._generated = raw.FPDFText_IsGenerated
        self._frame, self._x, self._y = raw.FS_RECTF(), c_double(), c_double()
        self._at = byref(self._frame)
        self._point = byref(self._x), byref(self._y)

    def box(self, index: int) -> tuple[float, float, float, float] | None:
        """Return left, top, right and bottom of a letter."""
        if not self._ask(self._handle, index, self._at):
            return None
        frame = self._frame
        return self._place(frame.left, frame.bottom, frame.right, frame.top)

    def baseline(self, index: int) -> float:
        """Return the height that a letter stands on."""
        self._origin(self._handle, index, *self._point)
        x, y = self._x.value, self._y.value
        return self._place(x, y, x, y)[3]

    def is_told(self, index: int) -> bool:
        """Whether a letter stands in the file, and is none that PDFium has put in."""
        return bool(self._generated(self._handle, index) == 0)


def _words(textpage: Any, place: _Placing) -> list[Word]:
    letters = _Letters(textpage, place)
    words: list[Word] = []
    current: Word | None = None
    spaced = 2
    high = ""
    codes = _codes(textpage)
    for index, code in enumerate(codes):
        if code in _HYPHEN:
            code = 45  # noqa: PLW2901
        elif not code:
            code = _UNKNOWN  # noqa: PLW2901
        elif code <= 32 or code in _NOTHING:
            spaced = 2 if spaced == 2 or letters.is_told(index) else 1
            continue
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        letter = _LIGATURES.get(code) or chr(code)
        if high or 0xDC00 <= code < 0xE000:
            halves = (high + letter).encode("utf-16-le", "surrogatepass")
            letter, high = halves.decode("utf-16-le", "replace"), ""
        if (box := letters.box(index)) is None:
            continue
        left, top, right, bottom = box
        if current is not None and _goes_on(current, left, right, top, bottom, spaced):
            current.text += letter
            current.right = max(current.right, right)
            current.top = max(current.top, top)
        else:
            word = Word(letter, left, right, top, bottom, index=index)
            if spaced and current is not None:
                _mark_blank(current, word, letters, is_told=spaced == 2)
            words.append(word)
            current = word
        spaced = 0
    _mark_raised(words, lambda word: letters.baseline(word.index))
    return words


def _codes(textpage: Any) -> list[int]:
    """Return the code of each letter of a page, in one call where that tells all of them."""
    from ctypes import POINTER, c_ushort, cast

    from pypdfium2 import raw

    count = textpage.count_chars()
    codes = (c_ushort * (count + 1))()
    told = raw.FPDFText_GetText(textpage.raw, 0, count, cast(codes, POINTER(c_ushort)))
    if told == count + 1:
        return list(codes[:count])
    return [raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count)]


def _goes_on(  # noqa: PLR0917 - asked for each letter
    word: Word, left: float, right: float, top: float, bottom: float, spaced: int
) -> bool:
    """Whether a letter belongs to a word: on its line, as high, and no blank between.

    Letters with marks above are higher than others; ``spaced`` is 2 for a blank of the file, 1 for
    one that PDFium has found between two places.
    """
    if spaced == 2:
        return False
    height = word.bottom - word.top
    if height <= 0 or not _LOW < (bottom - top) / height < _TALL:
        return False
    if abs(bottom - word.bottom) > _SAME * height:
        return False
    gap = left - word.right
    if gap < -0.5 * height:
        # A mark that is set over the letter before it moves back, but not beyond the word.
        return right >= word.left and left >= word.left and not spaced
    return gap < (_TOUCH if spaced else _APART) * height


def _mark_blank(before: Word, word: Word, letters: _Letters, *, is_told: bool) -> None:
    """Mark the blank before a word, where the file has one and the word may touch another."""
    if _is_beside(before, word):
        before.ends = word.begins = is_told
    elif (box := letters.box(word.index - 1)) is not None:
        word.begins = _begins(word, *box)


def _is_beside(word: Word, after: Word) -> bool:
    """Whether two words stand so close that only a blank of the file parts them."""
    height = max(word.height, after.height)
    near = abs(after.left - word.right) < _CLOSE * height
    return near and abs(after.middle - word.middle) < height / 2


def _begins(word: Word, left: float, _top: float, right: float, bottom: float) -> bool:
    """Whether a word stands right behind a blank.

    Of one that PDFium has put in itself, the place is where a stretch of text begins: with a blank
    that is not told where the word stands farther on.
    """
    height = word.height
    if abs(word.bottom - bottom) > height / 2:
        return False
    if right > left:
        return abs(word.left - right) < _BLANK * height
    return _BLANK * height < word.left - left < _WIDEST * height


def _mark_raised(words: list[Word], baseline: Callable[[Word], float]) -> None:
    """Mark small digits that stand higher than the word before or after them."""
    if not words:
        return
    usual = median(word.height for word in words)
    for word in words:
        if word.height > _RAISED * usual or len(word.text) > 3:
            continue
        if word.text.strip("()[]").isdigit():
            word.raised = any(
                _is_above(word, beside)
                and baseline(beside) - baseline(word) > _RISE * beside.height
                for beside in words
            )


def _is_above(word: Word, beside: Word) -> bool:
    height = beside.height
    gap = max(word.left - beside.right, beside.left - word.right)
    return (
        abs(gap) < height
        and abs(word.middle - beside.middle) < height
        and word.height < _RAISED * height
        and word.bottom < beside.bottom - 0.1 * height
    )


def _add_objects(page: Any, found: Page, place: _Placing) -> None:
    """Add the lines that are drawn, and tell whether the page is a picture."""
    from ctypes import byref, c_float

    from pypdfium2 import raw

    count = min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    sides = [c_float() for _ in range(4)]
    at = [byref(side) for side in sides]
    images = False
    for index in range(count):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        images = images or kind == _IMAGE
        if kind != _PATH or not raw.FPDFPageObj_GetBounds(item, *at):
            continue
        left, top, right, bottom = place.box(*(side.value for side in sides))
        if right - left > _SHORT:
            found.rules.append((left, right, top))
            if bottom - top > _THIN:
                found.rules.append((left, right, bottom))
        if bottom - top > _SHORT:
            found.bars.append((top, bottom, left))
            if right - left > _THIN:
                found.bars.append((top, bottom, right))
    found.is_scan = images and not found.words
