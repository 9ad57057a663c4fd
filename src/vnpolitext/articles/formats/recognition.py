"""Optical recognition of scanned PDF pages, through Tesseract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from vnpolitext.articles.formats.portable.placed import Page, Word
from vnpolitext.articles.formats.portable.words import PDFIUM

LANGUAGE: Final = "vie"
_DOTS: Final = 300
_INCH: Final = 72
_SURE: Final = 30.0
_PACKAGE: Final = "optical recognition needs pytesseract: pip install 'vnpolitext[ocr]'"
_PROGRAM: Final = "optical recognition needs the program Tesseract (tesseract-ocr)"
_DATA: Final = "optical recognition needs the Vietnamese data of Tesseract (tesseract-ocr-vie)"


def recognise(data: bytes, pages: Sequence[Page]) -> list[Page]:
    """Return the pages of a PDF file, those that are pictures with the words in the picture.

    Args:
        data: The file.
        pages: Its pages, as they were read.

    Raises:
        ValueError: pytesseract, Tesseract or its Vietnamese data are not installed.
    """
    scans = [at for at, page in enumerate(pages) if page.is_scan]
    if not scans:
        return list(pages)
    engine = _engine()
    found = list(pages)
    for at in scans:
        told = engine.image_to_data(
            _picture(data, at), lang=LANGUAGE, output_type=engine.Output.DICT
        )
        words = list(_words(told))
        found[at] = replace(pages[at], words=words, is_scan=not words)
    return found


def _engine() -> Any:
    try:
        import pytesseract
    except ImportError:
        raise ValueError(_PACKAGE) from None
    try:
        languages = pytesseract.get_languages()
    except (OSError, pytesseract.TesseractError):  # what says that there is no program is the first
        raise ValueError(_PROGRAM) from None
    if LANGUAGE not in languages:
        raise ValueError(_DATA)
    return pytesseract


def _picture(data: bytes, number: int) -> Any:
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            return document[number].render(scale=_DOTS / _INCH).to_pil()
        finally:
            document.close()


def _words(told: dict[str, list[Any]]) -> Iterable[Word]:
    """Yield the words that Tesseract tells, each as high as its line."""
    scale = _INCH / _DOTS
    rows = (
        {key: told[key][at] for key in told}
        for at, text in enumerate(told["text"])
        if str(text).strip() and float(told["conf"][at]) >= _SURE
    )
    for _, line in groupby(rows, key=_line):
        words = list(line)
        top = min(word["top"] for word in words)
        bottom = max(word["top"] + word["height"] for word in words)
        for word in words:
            left, right = word["left"], word["left"] + word["width"]
            box = (left * scale, right * scale, top * scale, bottom * scale)
            yield Word(str(word["text"]).strip(), *box, begins=True, ends=True)


def _line(word: dict[str, Any]) -> tuple[int, int, int]:
    return word["block_num"], word["par_num"], word["line_num"]
