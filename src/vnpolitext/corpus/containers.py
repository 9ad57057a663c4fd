"""Files that hold many documents: tables, ``.zip`` files and web archives."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any, BinaryIO, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.formats.archive import LOCKED, is_locked
from vnpolitext.articles.formats.kinds import inner_suffix, kind_of_table
from vnpolitext.articles.reading import LARGEST, open_regular, too_large
from vnpolitext.corpus.columns import Columns, Row, Unreadable
from vnpolitext.corpus.rows import read_rows

INNER: Final = "!/"
"""What parts a zip file inside of another from its member."""

_DEEPEST: Final = 3
_HEAD: Final = 1 << 16


def rows_of(
    path: Path, columns: Columns | None = None, suffix: str | None = None
) -> Iterator[Row | Unreadable]:
    """Yield the rows of a table of documents; and which of them cannot be read.

    Args:
        path: The table.
        columns: What its columns are called.
        suffix: Its kind, where its name does not say it.

    Raises:
        ArticleError: The file is missing or damaged, or has no column of texts.
    """
    with open_regular(path) as stream:
        packed = path.suffix.lower() == ".gz"
        content: Any = gzip.GzipFile(fileobj=stream) if packed else stream
        try:
            kind = suffix or inner_suffix(path.name)
            yield from read_rows(os.fspath(path), kind, content, columns)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ArticleError(path, reason) from None


def kind_by_content(path: Path) -> str | None:
    """Return the suffix of the kind of table in a file, ``None`` where there is none.

    Raises:
        ArticleError: The file is missing or unreadable.
    """
    with open_regular(path) as stream:
        return kind_of_table(stream.read(_HEAD))


def zip_members(path: Path) -> list[str]:
    """Return the names of the files in a ``.zip``, sorted, those of zip files inside it too.

    Raises:
        ArticleError: The file is missing, truncated or no zip.
    """
    return list(_members(os.fspath(path), "", 0))


def is_hidden(name: str) -> bool:
    """Whether a file, or a folder that it is in, is one that systems keep for themselves.

    >>> [is_hidden(name) for name in ("a/~$b.docx", ".git/a.txt", "__MACOSX/._a", "../a.b")]
    [True, True, True, False]
    """
    parts = PurePath(name.rpartition(INNER)[2]).parts
    return any(part.startswith((".", "~$", "__MACOSX")) and part != ".." for part in parts)


def read_member(path: str, name: str) -> bytes:
    """Return the contents of one file in a ``.zip``.

    Raises:
        ArticleError: It is damaged, encrypted or larger than an article.
    """
    outer, _, member = name.rpartition(INNER)
    archive = _opened(path, outer)
    where = f"{path}/{name}"
    try:
        info = archive.getinfo(member)
        if info.file_size > LARGEST:
            raise ArticleError(where, too_large(info.file_size))
        if is_locked(info):
            raise ArticleError(where, LOCKED)
        with archive.open(info) as stream:
            return stream.read(LARGEST)
    except (ArticleError, MemoryError, TimeoutError):
        raise
    except Exception as error:  # noqa: BLE001 - damaged archives make zipfile raise nearly anything
        raise ArticleError(where, f"damaged in its zip file ({error})") from None


def rows_of_member(
    path: str, name: str, columns: Columns | None = None
) -> Iterator[Row | Unreadable]:
    """Yield the rows of a table in a ``.zip``.

    Raises:
        ArticleError: It is damaged, or has no column of texts.
    """
    data = read_member(path, name)
    stream: Any = io.BytesIO(data)
    if PurePath(name).suffix.lower() == ".gz":
        stream = gzip.GzipFile(fileobj=stream)
    try:
        yield from read_rows(f"{path}/{name}", inner_suffix(name), stream, columns)
    except (OSError, EOFError, zlib.error) as error:
        raise ArticleError(f"{path}/{name}", str(error)) from None


def _members(path: str, outer: str, depth: int) -> Iterator[str]:
    archive = _opened(path, outer)
    for name in sorted(archive.namelist()):
        if name.endswith("/"):
            continue
        inner = f"{outer}{INNER}{name}" if outer else name
        if name.lower().endswith(".zip") and depth < _DEEPEST and not is_hidden(name):
            try:
                yield from _members(path, inner, depth + 1)
            except ArticleError:
                yield inner
        else:
            yield inner


def _opened(path: str, inner: str) -> zipfile.ZipFile:
    stamp = _stamp(Path(path))
    return _archive(path, inner, stamp)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError as error:
        raise ArticleError(path, error.strerror or type(error).__name__) from None
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _archive(path: str, inner: str, _stamp: tuple[int, int]) -> zipfile.ZipFile:
    stream: BinaryIO
    stream = io.BytesIO(read_member(path, inner)) if inner else open_regular(Path(path))
    try:
        return zipfile.ZipFile(stream)
    except (MemoryError, TimeoutError):
        raise
    except Exception as error:  # noqa: BLE001
        stream.close()
        where = f"{path}/{inner}" if inner else path
        raise ArticleError(where, f"a damaged or truncated zip file ({error})") from None
