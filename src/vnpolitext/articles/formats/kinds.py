"""Which reader a file takes: by its suffix, and by what it begins with."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from vnpolitext.articles.decoding import decode
from vnpolitext.articles.draft import Reading
from vnpolitext.articles.formats.damage import UNPACKED
from vnpolitext.articles.formats.markdown import has_front_matter, read_text
from vnpolitext.text.patterns import lazy_pattern

CONTAINERS: Final = frozenset(
    {".jsonl", ".ndjson", ".json", ".parquet", ".zip", ".csv", ".tsv", ".xlsx", ".warc"}
)
"""Suffixes of files that hold many documents, packed (``.gz``) or not."""

Reader = Callable[[bytes, str | None], Reading]


def _text(data: bytes, encoding: str | None) -> Reading:
    kind = kind_of_table(data)
    if kind != ".parquet":
        text, chosen = decode(data, encoding)
        if kind is None or has_front_matter(text):
            return read_text(text, chosen)
    raise ValueError(f"{_TABLES[kind]}, which can hold many articles; read it as a corpus")


# A reader is imported when the first file of its kind is read.
def _page(data: bytes, encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.page import read_page

    return read_page(data, encoding)


def _message(data: bytes, encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.mail import read_message

    return read_message(data, encoding)


def _subtitles(data: bytes, encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.subtitles import read_subtitles

    return read_subtitles(data, encoding)


def _docx(data: bytes, _encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.word import read_docx

    return read_docx(data)


def _pdf(data: bytes, _encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.pdf import read_pdf

    return read_pdf(data)


def _scanned_pdf(data: bytes, _encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.pdf import read_pdf

    return read_pdf(data, ocr=True)


def _doc(data: bytes, encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.converter import read_doc

    return read_doc(data, encoding)


def _rtf(data: bytes, encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.richtext.reader import read_rtf

    return read_rtf(data, encoding)


def _odt(data: bytes, encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.opendocument import read_odt

    return read_odt(data, encoding)


def _epub(data: bytes, encoding: str | None) -> Reading:
    from vnpolitext.articles.formats.book import read_epub

    return read_epub(data, encoding)


_TEXTS: Final = (".txt", ".text", ".md", ".markdown")
_READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".php", ".asp", ".aspx", ".jsp"), _page),
    **dict.fromkeys((".mht", ".mhtml", ".eml"), _message),
    **dict.fromkeys((".srt", ".vtt"), _subtitles),
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys((".docx", ".docm"), _docx),
    ".pdf": _pdf,
    ".doc": _doc,
    ".rtf": _rtf,
    ".odt": _odt,
    ".epub": _epub,
}
SUFFIXES: Final = frozenset(_READERS)
"""Suffixes of files that hold one article."""

PACKED: Final = ".gz"
_OTHERS: Final = SUFFIXES - frozenset(_TEXTS)
_MIME: Final = b"mime-version:"
_HEADERS: Final = (_MIME, b"from:", b"content-type:", b"subject:", b"date:")
_OFFICE: Final = frozenset({".doc", ".docx", ".docm", ".rtf", ".odt", ".pdf"})
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_BEGINNINGS: Final = (b"%PDF-", b"{\\rtf", b"PK\3\4", _OLE)
_PARQUET: Final = b"PAR1"
_START: Final = 1024
_ROWS: Final = lazy_pattern(r'\s{0,99}+(?P<list>\[?+)\s{0,99}+\{\s{0,99}+"[^"\n]{0,99}+"\s{0,9}+:')
_TABLES: Final = {".jsonl": "JSON Lines", ".json": "JSON", ".parquet": "a Parquet file"}
_PAGE: Final = re.compile(rb"\s*+(?:<!doctype html|<html[\s>])", re.IGNORECASE)


def reader_of(data: bytes, suffix: str, *, ocr: bool = False) -> Reader:
    """Return the reader for the contents of a file; ``ocr`` has scanned pages recognised.

    Programs save pages and Rich Text as ``.doc``, and others as what they are not: for files of
    office programs, and for all that begin as theirs do, the contents decide; a text that begins
    as a page does is one, and a page that was saved with its pictures is a message by any name.
    """
    if _is_message(data):
        suffix = ".mht"
    elif suffix in _OFFICE or data[:_START].lstrip().startswith(_BEGINNINGS):
        suffix = _shown(data) or suffix
    elif suffix not in _OTHERS and _PAGE.match(data[:_START].removeprefix(codecs.BOM_UTF8)):
        suffix = ".html"
    return _scanned_pdf if ocr and suffix == ".pdf" else _READERS.get(suffix, _text)


def _is_message(data: bytes) -> bool:
    """Whether headers of a message stand over its parts."""
    start = data[:_START].lstrip().lower()
    if not start.startswith(_HEADERS):
        return False
    return b"mime-version:" in start and (b"multipart/" in start or start.startswith(_MIME))


def kind_of_table(data: bytes) -> str | None:
    r"""Return the suffix of the kind of table that begins so, ``None`` for anything else.

    >>> kind_of_table(b'{"text": "a"}\n{"text": "b"}\n'), kind_of_table(b'[\n {"text": "a"}]')
    ('.jsonl', '.json')
    >>> kind_of_table(b"[1] {X}"), kind_of_table(b"PAR1\x15")
    (None, '.parquet')
    """
    if data.startswith(_PARQUET):
        return ".parquet"
    begun = _ROWS.match(data[:_START].decode("utf-8-sig", "replace"))
    if begun is None:
        return None
    first, _, rest = data.strip().partition(b"\n")
    is_whole = not rest or first.rstrip().endswith(b"}")
    return ".jsonl" if is_whole and not begun["list"] else ".json"


def inner_suffix(name: str) -> str:
    """Return the suffix that tells the format of a file, below that of a packed one.

    >>> inner_suffix("a/b.HTML.gz"), inner_suffix("c.docx")
    ('.html', '.docx')
    """
    path = PurePath(name)
    if path.suffix.lower() == PACKED:
        path = PurePath(path.stem)
    return path.suffix.lower()


def unpack(data: bytes) -> bytes:
    """Return the contents of a ``.gz`` file.

    Raises:
        ValueError: It is damaged, or far larger unpacked.
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            found = stream.read(UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(f"a damaged .gz file ({type(error).__name__})") from None
    if len(found) > UNPACKED:
        raise ValueError("more than a document has when it is unpacked")
    return found


def _shown(data: bytes) -> str | None:
    start = data[:_START].lstrip()
    if start.startswith(b"PK\3\4"):
        return _zipped(data)
    if start.startswith(_OLE):
        return ".docx" if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data else ".doc"
    low = start.lower()
    is_page = low.startswith((b"<html", b"<!doctype html")) or b"<html" in low
    shown = (
        (".rtf", start.startswith(b"{\\rtf")), (".pdf", b"%PDF-" in start), (".html", is_page),
    )  # fmt: skip
    return next((suffix for suffix, is_told in shown if is_told), None)


def _zipped(data: bytes) -> str | None:
    import zipfile

    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    if "META-INF/container.xml" in names:
        return ".epub"
    if "content.xml" in names:
        return ".odt"
    return ".docx" if any(name.startswith("word/") for name in names) else None
