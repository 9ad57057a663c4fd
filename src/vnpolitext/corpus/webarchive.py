"""Web archives (``.warc``, ``.warc.gz``): the pages that a crawler has kept."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.reading import LARGEST, open_regular, too_large

_SUFFIXES: Final = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt",
    "application/pdf": ".pdf", "application/msword": ".doc", "application/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt", "application/epub+zip": ".epub",
}  # fmt: skip
_GOOD: Final = ("200", "203", "206")
_SILENT: Final = logging.NullHandler()
_PIECE: Final = 1 << 16
_CUT_OFF: Final = "cut off: a record of the web archive is shorter than it says"


@dataclass(frozen=True, slots=True)
class Capture:
    """One page in a web archive: where it stands in the file, its address and kind.

    Attributes:
        offset: Where its record begins.
        url: Its address.
        suffix: Which kind of file it is, or ``""`` for one that holds no article.
        reason: Why it is passed over, or ``""``.
    """

    offset: int
    url: str
    suffix: str
    reason: str = ""


def captures(path: Path) -> Iterator[Capture]:
    """Yield the responses in a web archive.

    Raises:
        ArticleError: The file is missing or damaged, or warcio is not installed.
    """
    iterator = _iterator()
    with open_regular(path) as stream:
        try:
            records = iterator(stream)
            for record in records:
                if not _tells_length(record):
                    raise ArticleError(path, _CUT_OFF)
                told = None
                if record.rec_type in ("response", "resource"):
                    told = _capture(record, records.get_record_offset())
                    yield told
                if _is_cut_off(record):
                    if told is not None and told.suffix:
                        return  # whoever reads the page is told
                    raise ArticleError(path, _CUT_OFF)
            if records.is_open:
                raise ArticleError(path, _CUT_OFF)
        except ArticleError:
            raise
        except Exception as error:  # noqa: BLE001 - damaged archives make it raise nearly anything
            raise ArticleError(path, f"a damaged web archive ({type(error).__name__})") from None


def read_capture(path: str, offset: int) -> bytes:
    """Return the contents of the record that begins at ``offset``.

    Raises:
        ArticleError: It is damaged, cut off, or larger than an article.
    """
    iterator = _iterator()
    with open_regular(Path(path)) as stream:
        stream.seek(offset)
        try:
            record = next(iter(iterator(stream)))
            data: bytes = record.content_stream().read(LARGEST + 1)
            is_whole = len(data) > LARGEST or not _is_cut_off(record)
        except Exception as error:  # noqa: BLE001
            raise ArticleError(path, f"a damaged web archive ({type(error).__name__})") from None
    if len(data) > LARGEST:
        raise ArticleError(path, too_large(len(data)))
    if not is_whole:
        raise ArticleError(path, _CUT_OFF)
    return data


def _tells_length(record: Any) -> bool:
    """Return whether the head of a record is whole: every one tells how long it is."""
    return record.format != "warc" or bool(record.rec_headers.get_header("Content-Length"))


def _is_cut_off(record: Any) -> bool:
    """Return whether a record ends before the length that it says; it is read up to there."""
    stream = record.raw_stream
    while stream.read(_PIECE):
        pass
    return bool(stream.limit > 0)


def _capture(record: Any, offset: int) -> Capture:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    headers = record.http_headers
    told = headers.get_header("Content-Type") if headers is not None else None
    kind = (told or record.rec_headers.get_header("Content-Type") or "").partition(";")[0]
    suffix = _SUFFIXES.get(kind.strip().lower(), "")
    status = headers.get_statuscode() if headers is not None else "200"
    if status not in _GOOD:
        return Capture(offset, url, "", f"an answer with status {status}")
    reason = "" if suffix else f"no article ({kind.strip() or 'unknown kind'})"
    return Capture(offset, url, suffix, reason)


def _iterator() -> Any:
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise ArticleError("warc", "needs warcio: pip install 'vnpolitext[formats]'") from None
    from warcio.bufferedreaders import DecompressingBufferedReader

    # Without a handler Python would print what it logs, addresses with their control characters.
    logging.getLogger("warcio").addHandler(_SILENT)

    class Unpacked(DecompressingBufferedReader):  # type: ignore[misc]
        """Raises where a record is damaged inside, and does not end there without a word."""

        is_open = False

        def _decompress(self, data: bytes) -> Any:
            if data and self.decompressor and self.num_block_read:
                found = self.decompressor.decompress(data)
            else:
                found = super()._decompress(data)
            self.is_open = (
                bool(data) and self.decompressor is not None and not self.decompressor.eof
            )
            return found

    class Records(ArchiveIterator):  # type: ignore[misc]
        """Knows if the last record ends in its head, and tells nobody on the terminal of damage."""

        INC_RECORD = ""

        def __init__(self, stream: BinaryIO) -> None:
            super().__init__(stream)
            self.reader = self._unpacked = Unpacked(self.fh)
            self._has_begun = self._ends_in_head = False

        @property
        def is_open(self) -> bool:
            """Whether the last record has no end."""
            return self._ends_in_head or self._unpacked.is_open

        def _next_record(self, next_line: bytes | None) -> Any:
            try:
                found = super()._next_record(next_line)
            except EOFError:
                is_first = not self._has_begun and self._unpacked.num_read > 0
                self._ends_in_head = bool(next_line) or is_first
                raise
            self._has_begun = True
            return found

    return Records
