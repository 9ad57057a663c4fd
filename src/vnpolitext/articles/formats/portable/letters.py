"""The letters of a PDF page, as PDFium tells them: which they are, and where they stand."""

from __future__ import annotations

import re
from math import hypot
from typing import Any, Final

from vnpolitext.articles.symbols import SYMBOLS

# What stands for a hyphen: at the end of a line, and in fonts that have one sign for two.
_HYPHEN: Final = frozenset({0x02, 0xAD, 0xFFFE})
_NOTHING: Final = frozenset({0xA0, 0xFEFF, 0x200B})
_UNKNOWN: Final = 0xFFFD
_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_SIGNS: Final = {
    **SYMBOLS, **dict.fromkeys(_HYPHEN, "-"), **dict.fromkeys(_NOTHING, " "), 0: chr(_UNKNOWN),
}  # fmt: skip
_PLAIN: Final = re.compile(r"[^\d*†‡\ufffd\ud800-\udfff]+")
_NUMBERED: Final = re.compile(r"(?:[IVX]{1,6}\.|[a-zđ]\))[^\W\d_]")
_LIGATURE: Final = re.compile("[\ufb00-\ufb04]")
_BROAD: Final = 0.75
_LOW: Final = 0.55
_TALL: Final = 1.8
_SAME: Final = 0.15
_ASCENT: Final = 0.75
_DESCENT: Final = 0.25


def text_of(textpage: Any) -> str:
    """Return the letters of a page, one for each index, in one call where that tells all of them.

    Hyphens are hyphens; halves of a letter beyond the first plane stay halves.
    """
    from ctypes import POINTER, c_ushort, cast

    from pypdfium2 import raw

    count = textpage.count_chars()
    codes = (c_ushort * (count + 1))()
    told = raw.FPDFText_GetText(textpage.raw, 0, count, cast(codes, POINTER(c_ushort)))
    if told == count + 1:
        found = bytes(codes)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(found) < count:
            found = "".join(map(chr, codes[:count]))
    else:
        found = "".join(chr(raw.FPDFText_GetUnicode(textpage.raw, index)) for index in range(count))
    return found.translate(_SIGNS)


class Placing:
    """From the coordinates of a PDF page to those of a reader: y downwards, turned upright."""

    def __init__(self, rotation: int, left: float, bottom: float, right: float, top: float) -> None:
        """Take how a page is turned, and the edges of its paper."""
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


def _spelled(letters: str) -> str:
    """Return letters without ligatures."""
    return letters.translate(_LIGATURES) if _LIGATURE.search(letters) else letters


def _fit(
    first: tuple[float, float, float, float], last: tuple[float, float, float, float], count: int
) -> bool:
    """Whether the first and the last letter are those of one word on one line."""
    height = first[3] - first[1]
    if height <= 0 or not _LOW < (last[3] - last[1]) / height < _TALL:
        return False
    even = abs(last[3] - first[3]) <= _SAME * height
    return even and first[0] <= last[0] and last[2] - first[0] < _BROAD * count * height


class Letters:
    """The places of the letters of a page."""

    def __init__(self, textpage: Any, place: Placing) -> None:
        """Take what PDFium has read of a page, and how it is placed."""
        from ctypes import byref, c_double

        from pypdfium2 import raw

        self._handle = textpage.raw
        self._place = place.box
        self._ask, self._origin = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
        self._turn, self._size = raw.FPDFText_GetMatrix, raw.FPDFText_GetFontSize
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = byref(self._matrix)
        self._generated = raw.FPDFText_IsGenerated
        self._upright = None if place.rotation else (place.left, place.top)
        self._frame, self._x, self._y = raw.FS_RECTF(), c_double(), c_double()
        self._at = byref(self._frame)
        self._point = byref(self._x), byref(self._y)

    def box(self, index: int) -> tuple[float, float, float, float] | None:
        """Return left, top, right and bottom of a letter."""
        if not self._ask(self._handle, index, self._at):
            return None
        frame = self._frame
        if self._upright is None:
            return self._place(frame.left, frame.bottom, frame.right, frame.top)
        across, down = self._upright
        return frame.left - across, down - frame.top, frame.right - across, down - frame.bottom

    def baseline(self, index: int) -> float:
        """Return the height that a letter stands on."""
        self._origin(self._handle, index, *self._point)
        x, y = self._x.value, self._y.value
        return self._place(x, y, x, y)[3]

    def line(self, index: int) -> tuple[float, float]:
        """Return top and bottom of the line of a letter, by its font and what it stands on."""
        self._turn(self._handle, index, self._matrix_at)
        size = self._size(self._handle, index) * hypot(self._matrix.c, self._matrix.d)
        below = self.baseline(index)
        return below - _ASCENT * size, below + _DESCENT * size

    def has_told(self, start: int, stop: int) -> bool:
        """Whether one of some letters stands in the file, and is none that PDFium has put in."""
        return any(self._generated(self._handle, index) == 0 for index in range(start, stop))

    def pieces(
        self, part: re.Match[str]
    ) -> list[tuple[int, str, tuple[float, float, float, float]]]:
        """Return what a stretch without blanks is made of: index, letters, box.

        PDFium parts what stands apart with blanks; of letters alone only the first and the last are
        asked for their places, where these fit together. Figures may be marks of notes.
        """
        start, stop = part.span()
        told = part[0]
        if stop - start > 1 and _PLAIN.fullmatch(told) and not _NUMBERED.match(told):
            first, last = self.box(start), self.box(stop - 1)
            if first and last and _fit(first, last, stop - start):
                box = (first[0], max(first[1], last[1]), last[2], first[3])
                return [(start, _spelled(told), box)]
        return [
            (index, _spelled(letter), place)
            for index, letter in enumerate(told, start)
            if (place := self.box(index)) is not None
        ]
