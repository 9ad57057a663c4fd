"""Web archives (``.warc``, ``.warc.gz``): the pages that a crawler has kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.reading import LARGEST, open_regular, too_large

_SUFFIXES: Final = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt",
    "application/pdf": ".pdf", "application/msword": ".doc", "application/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt", "application/epub+zip": ".epub",
}  # fmt: skip
_GOOD: Final = ("200", "203", "206")


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
                if record.rec_type not in ("response", "resource"):
                    continue
                yield _capture(record, records.get_record_offset())
        except ArticleError:
            raise
        except Exception as error:  # noqa: BLE001 - damaged archives make it raise nearly anything
            raise ArticleError(path, f"a damaged web archive ({type(error).__name__})") from None


def read_capture(path: str, offset: int) -> bytes:
    """Return the contents of the record that begins at ``offset``.

    Raises:
        ArticleError: It is damaged, or larger than an article.
    """
    iterator = _iterator()
    with open_regular(Path(path)) as stream:
        stream.seek(offset)
        try:
            record = next(iter(iterator(stream)))
            data: bytes = record.content_stream().read(LARGEST + 1)
        except Exception as error:  # noqa: BLE001
            raise ArticleError(path, f"a damaged web archive ({type(error).__name__})") from None
    if len(data) > LARGEST:
        raise ArticleError(path, too_large(len(data)))
    return data


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
    return ArchiveIterator
