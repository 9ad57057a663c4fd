"""An article from a file."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from vnpolitext.articles.article import article_from_reading
from vnpolitext.articles.decoding import decode
from vnpolitext.articles.draft import Reading
from vnpolitext.articles.errors import ArticleError
from vnpolitext.articles.formats.markdown import with_front_matter
from vnpolitext.articles.formats.page import read_page
from vnpolitext.articles.formats.pdf import read_pdf
from vnpolitext.articles.formats.subtitles import read_subtitles
from vnpolitext.articles.formats.word import read_docx
from vnpolitext.articles.records import Article

LARGEST: Final = 64 * 2**20
"""Bytes of the largest file that is read as one article."""

SUFFIXES: Final = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"}
)
"""Suffixes of files that hold one article."""

_CONTAINERS: Final = frozenset({".jsonl", ".ndjson", ".parquet", ".zip", ".csv"})
UNREADABLE: Final = {
    ".doc": "an old Word file; save it as .docx",
    ".rtf": "a Rich Text file; save it as .docx or .txt",
    ".odt": "an OpenDocument file; save it as .docx or .txt",
}


def read_article(
    path: str | os.PathLike[str],
    *,
    id: str | None = None,  # noqa: A002
    encoding: str | None = None,
) -> Article:
    r"""Read one article (*bài viết*) from a file.

    Plain text is decoded and nothing else is done to it, so that offsets fit the file: line
    breaks, composed or decomposed letters and invisible characters stay. Only a byte order mark at
    the very start is not part of the text. Of Markdown the front matter is metadata; of HTML, Word
    and PDF the text is what the format's reader gives.

    Args:
        path: A ``.txt``, ``.md``, ``.html``, ``.docx`` or ``.pdf`` file; other suffixes are read
            as text.
        id: Identifier; by default the file's name without suffix.
        encoding: Name of the encoding of a text file; by default it is recognised, and the choice
            stands in ``metadata["encoding"]``.

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
    suffix = file.suffix.lower()
    if suffix in _CONTAINERS:
        raise ArticleError(path, f"a {suffix} file can hold many articles; read it as a corpus")
    data = read_bytes(file)
    return article_from_bytes(data, path=file, id=id, encoding=encoding)


def article_from_bytes(
    data: bytes,
    *,
    path: str | os.PathLike[str],
    id: str | None = None,  # noqa: A002
    encoding: str | None = None,
) -> Article:
    """Return the article in the contents of a file; see [`read_article`][vnpolitext.read_article].

    Args:
        data: The contents.
        path: Where they come from; the suffix tells the format.
        id: Identifier; by default the name in ``path`` without suffix.
        encoding: Encoding of a text file, if known.

    Raises:
        ArticleError: The contents cannot be read.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix in UNREADABLE:
        raise ArticleError(path, UNREADABLE[suffix])
    try:
        reading = _reader(suffix)(data, encoding)
    except ImportError as error:
        reason = f"reading {suffix} needs {error.name}: pip install 'vnpolitext[formats]'"
        raise ArticleError(path, reason) from None
    except ValueError as error:
        raise ArticleError(path, str(error)) from None
    return article_from_reading(reading, file.stem if id is None else id)


def too_large(size: int) -> str:
    """Return the reason why a file of ``size`` bytes is not read."""
    return f"{size / 2**20:,.0f} MB, more than the {LARGEST / 2**20:.0f} MB of an article"


def read_bytes(file: Path) -> bytes:
    """Return the contents of a file.

    Raises:
        ArticleError: It is missing, unreadable or larger than ``LARGEST``.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise ArticleError(file, too_large(size))
        return file.read_bytes()
    except FileNotFoundError:
        raise ArticleError(file, "no such file") from None
    except IsADirectoryError:
        raise ArticleError(file, "a folder, not a file") from None
    except OSError as error:
        raise ArticleError(file, error.strerror or type(error).__name__) from None


def _reader(suffix: str) -> Callable[[bytes, str | None], Reading]:
    if suffix in (".html", ".htm", ".xhtml"):
        return read_page
    if suffix == ".docx":
        return lambda data, _: read_docx(data)
    if suffix == ".pdf":
        return lambda data, _: read_pdf(data)
    return read_subtitles if suffix in (".srt", ".vtt") else _read_text


def _read_text(data: bytes, encoding: str | None) -> Reading:
    return with_front_matter(*decode(data, encoding))
