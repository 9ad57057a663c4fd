"""The words of PDF pages with their places, read with PDFium."""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any, Final

from vnpolitext.articles.formats.portable.items import is_number
from vnpolitext.articles.formats.portable.letters import Letters, Placing, text_of
from vnpolitext.articles.formats.portable.placed import Page, Word

PDFIUM: Final = threading.Lock()
"""Held while PDFium works: it is not made for threads."""

_STRETCH: Final = re.compile(r"[^\x00-\x20]+")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_SLIT: Final = 0.08
_NEAR: Final = 0.14
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
_ASKED: Final = 12
_UNEVEN: Final = 0.1
_PATH: Final = 2
_IMAGE: Final = 3
_NO_PAGES: Final = re.compile(rb"/Pages\s{1,4}/Count\s{1,4}0\b")
_UNREADABLE: Final = "not a readable PDF file"
_SHORT: Final = 8.0
_THIN: Final = 3.0
_MOST_OBJECTS: Final = 20_000


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
        place = Placing(rotation, left, bottom, right, top)
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


def _words(textpage: Any, place: Placing) -> list[Word]:
    """Return the words of a page in the order of the file."""
    letters = Letters(textpage, place)
    words: list[Word] = []
    gaps: list[int] = []  # for each word, where the blanks before it begin; -1 where there are none
    current: Word | None = None
    end = 0
    for part in _STRETCH.finditer(text_of(textpage)):
        spaced = 1
        for index, told, box in letters.pieces(part):
            left, top, right, bottom = box
            on = current is not None and _goes_on(current, left, right, top, bottom, spaced)
            if on and told[0].isalpha() and _ends_number(current, left):
                on = False
            if current is not None and on and not (spaced and letters.has_told(end, index)):
                current.text += told
                current.right = max(current.right, right)
                current.top = max(current.top, top)
            else:
                current = Word(told, left, right, top, bottom, index=index)
                words.append(current)
                gaps.append(end if spaced else -1)
            spaced = 0
        end = part.end()
    if _are_uneven(words, letters):
        for word in words:
            word.top, word.bottom = letters.line(word.index)
    _mark_blanks(words, gaps, letters)
    _mark_raised(words, lambda word: letters.baseline(word.index))
    for word in words:
        if _SURROGATE.search(word.text):
            halves = word.text.encode("utf-16-le", "surrogatepass")
            word.text = halves.decode("utf-16-le", "replace")
    return words


def _are_uneven(words: list[Word], letters: Letters) -> bool:
    """Whether boxes of one size of letters are not of one height.

    Some fonts do not tell how high their lines are; then a box is that of the ink, and a comma
    stands by itself. Some words are asked.
    """
    ratios: list[float] = []
    for word in words[:: max(1, len(words) // _ASKED)]:
        top, bottom = letters.line(word.index)
        if bottom > top:
            ratios.append((word.bottom - word.top) / (bottom - top))
    return bool(ratios) and max(ratios) - min(ratios) > _UNEVEN


def _mark_blanks(words: list[Word], gaps: list[int], letters: Letters) -> None:
    """Mark the blanks between words, where the file has them and words may touch.

    Where the letters of a line follow one another, only words that stand close may touch.
    """
    in_order = not any(_goes_back(before, word) for before, word in itertools.pairwise(words))
    for before, word, end in zip(words, words[1:], gaps[1:], strict=False):
        if end < 0:
            continue
        if not in_order:
            _mark_blank(before, word, letters, end)
        elif word.left - before.right < _NEAR * max(word.height, before.height):
            before.ends = word.begins = letters.has_told(end, word.index)


def _goes_back(before: Word, word: Word) -> bool:
    """Whether a word is set on the line of the one before it, or higher, to the left of it."""
    height = max(word.bottom - word.top, before.bottom - before.top)
    down = (word.top + word.bottom - before.top - before.bottom) / 2
    if down > height / 2:
        return False
    return word.left < before.right - _TOUCH * height or down < -height / 2


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


def _ends_number(word: Word | None, left: float) -> bool:
    """Whether a word numbers what begins behind it, however close: ``1.1`` and ``Phạm vi``."""
    if word is None or not is_number(word.text):
        return False
    return left - word.right > _SLIT * (word.bottom - word.top)


def _mark_blank(before: Word, word: Word, letters: Letters, end: int) -> None:
    """Mark the blank before a word, where the file has one and the word may touch another."""
    if _is_beside(before, word):
        before.ends = word.begins = letters.has_told(end, word.index)
    elif (box := letters.box(word.index - 1)) is not None:
        word.begins = _begins(word, *box)


def _is_beside(word: Word, after: Word) -> bool:
    """Whether two words stand so close that only a blank of the file parts them."""
    height = max(word.bottom - word.top, after.bottom - after.top)
    if abs(after.left - word.right) >= _CLOSE * height:
        return False
    return abs(after.top + after.bottom - word.top - word.bottom) < height


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


def _add_objects(page: Any, found: Page, place: Placing) -> None:
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
