"""An article from a file."""

import os
import stat
from pathlib import Path, PurePath
from typing import BinaryIO, Final

from vnpolitext.articles.article import article_from_reading
from vnpolitext.articles.errors import ArticleError
from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.articles.formats.kinds import CONTAINERS, PACKED, inner_suffix, reader_of, unpack
from vnpolitext.articles.records import Article
from vnpolitext.progress import under_way

LARGEST: Final = 64 * 2**20
"""Bytes of the largest file that is read as one article."""

# Windows has no pipes to wait for among its files, but would read line breaks as text.
_READING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@under_way("reading")
def read_article(
    path: str | os.PathLike[str],
    *,
    id: str | None = None,  # noqa: A002
    encoding: str | None = None,
    ocr: bool = False,
) -> Article:
    r"""Read one article (*bài viết*) from a file.

    Plain text is decoded and nothing else is done to it, so that offsets fit the file: line
    breaks, composed or decomposed letters and invisible characters stay. Only a byte order mark at
    the very start is not part of the text. Of Markdown the front matter is metadata; of HTML, Word
    and PDF the text is what the format's reader gives.

    Args:
        path: A text, Markdown, HTML, Word, PDF, RTF, OpenDocument, EPUB or MHTML file, or one of
            these packed (``.gz``); other suffixes are read as text. Old Word files need a program
            that reads them (LibreOffice, antiword or catdoc).
        id: Identifier; by default the file's name without suffix.
        encoding: Name of the encoding of a text file; by default it is recognised, and the choice
            stands in ``metadata["encoding"]``.
        ocr: Whether scanned pages of a PDF file are recognised; takes seconds a page, and needs
            ``pip install 'vnpolitext[ocr]'`` and Tesseract with its Vietnamese data.

    Raises:
        ArticleError: The file is missing, too large, cannot be decoded or holds no text of its
            kind. An empty text file is an empty article.

    Example:
        >>> import tempfile, pathlib
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> size = (folder / "a1.txt").write_text("Xã Mây họp\n14/05/2021\n", encoding="utf-16")
        >>> article = read_article(folder / "a1.txt")
        >>> article.id, article.metadata["title"], article.metadata["encoding"]
        ('a1', 'Xã Mây họp', 'utf-16-le')
    """
    file = Path(path)
    suffix = inner_suffix(file.name)
    if suffix in CONTAINERS:
        raise ArticleError(path, f"a {suffix} file can hold many articles; read it as a corpus")
    data = read_bytes(file)
    return article_from_bytes(data, path=file, id=id, encoding=encoding, ocr=ocr)


@under_way("reading")
def article_from_bytes(
    data: bytes,
    *,
    path: str | os.PathLike[str],
    id: str | None = None,  # noqa: A002
    encoding: str | None = None,
    ocr: bool = False,
) -> Article:
    """Return the article in the contents of a file; see [`read_article`][vnpolitext.read_article].

    Args:
        data: The contents.
        path: Where they come from; the suffix tells the format.
        id: Identifier; by default the name in ``path`` without suffix.
        encoding: Encoding of a text file, if known.
        ocr: Whether scanned pages of a PDF file are recognised.

    Raises:
        ArticleError: The contents cannot be read.
    """
    file = Path(path)
    suffix = inner_suffix(file.name)
    try:
        with read_by_others(f"{suffix or 'text'} file"):
            if file.suffix.lower() == PACKED:
                data = unpack(data)
            reading = reader_of(data, suffix, ocr=ocr)(data, encoding)
    except ImportError as error:
        reason = f"reading {suffix} needs {error.name}: pip install 'vnpolitext[formats]'"
        raise ArticleError(path, reason) from None
    except ValueError as error:
        raise ArticleError(path, str(error)) from None
    return article_from_reading(reading, stem_of(file.name) if id is None else id)


def stem_of(name: str) -> str:
    """Return a file's name without suffix, and without both of a packed one.

    >>> stem_of("bài 1.html.gz"), stem_of("bài 1.txt")
    ('bài 1', 'bài 1')
    """
    path = PurePath(name)
    return PurePath(path.stem).stem if path.suffix.lower() == PACKED else path.stem


def too_large(size: int) -> str:
    """Return the reason why a file of ``size`` bytes is not read."""
    return f"{size / 2**20:,.0f} MB, more than the {LARGEST / 2**20:.0f} MB of an article"


def read_bytes(file: Path) -> bytes:
    """Return the contents of a file.

    Raises:
        ArticleError: It is missing, unreadable, no regular file or larger than ``LARGEST``.
    """
    with open_regular(file) as stream:
        try:
            data = stream.read(LARGEST + 1)
        except OSError as error:
            raise ArticleError(file, error.strerror or type(error).__name__) from None
        if len(data) > LARGEST:
            raise ArticleError(file, too_large(os.fstat(stream.fileno()).st_size))
        return data


def open_regular(file: Path) -> BinaryIO:
    """Open a file for reading; never wait for a pipe, and never read from a device.

    Raises:
        ArticleError: It is missing, unreadable or no regular file.
    """
    try:
        handle = os.open(file, _READING)
    except FileNotFoundError:
        raise ArticleError(file, "no such file") from None
    except (IsADirectoryError, PermissionError) as error:
        reason = "a folder, not a file" if file.is_dir() else str(error.strerror)
        raise ArticleError(file, reason) from None
    except OSError as error:
        raise ArticleError(file, error.strerror or type(error).__name__) from None
    except ValueError:
        raise ArticleError(file, "no name that a file can have") from None
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise ArticleError(file, "a folder, not a file" if stat.S_ISDIR(mode) else "a pipe or a device")
