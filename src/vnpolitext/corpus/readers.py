"""The ways to make a corpus of what one has: folders, files, tables, texts, analyses."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeGuard

from vnpolitext.analysis import Analysis
from vnpolitext.articles import ArticleError
from vnpolitext.articles.metadata import tell_misspelt
from vnpolitext.corpus.columns import Columns, Unreadable
from vnpolitext.corpus.documents import Documents, Held, Unread
from vnpolitext.corpus.frames import is_table, rows_of_table
from vnpolitext.corpus.listing import Lister
from vnpolitext.corpus.settings import Settings
from vnpolitext.corpus.side import describer, telling
from vnpolitext.corpus.sources import Names, Pending, from_rows

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


class Readers:
    """What a corpus can be made of."""

    def __init__(self, documents: Documents) -> None:
        """Take the documents."""
        self._documents = documents

    @classmethod
    def from_folder(
        cls,
        path: str | os.PathLike[str],
        *,
        metadata: Any = None,
        text: str = "text",
        id: str = "id",  # noqa: A002
        columns: Mapping[str, str] | None = None,
        ocr: bool = False,
    ) -> Self:
        """Take every article under a folder, sorted by name.

        The identifier of a document is its path inside the folder without suffix. Taken are files
        of all kinds that [`read_article`][vnpolitext.read_article] reads, tables with a column of
        texts (JSON Lines, JSON, CSV, TSV, Excel, Parquet), and what stands in ``.zip`` files and
        web archives. What is passed over stands in ``passed_over``.

        Args:
            path: The folder.
            text: Column of the text in tables.
            id: Column of the identifier in tables.
            columns: Further names of fields, to the columns that hold them.
            ocr: Whether scanned pages of PDF files are recognised; see
                [`read_article`][vnpolitext.read_article].
            metadata: What is known about the documents: a table with a column ``id`` (or
                ``path``, or ``file``), as the path of a file of any of these kinds, a DataFrame or
                a list of mappings; a mapping from id to fields; or a function of the path that
                returns fields. It wins over what the document says.

        Raises:
            ArticleError: The folder is missing or has no articles, or the table is not usable.
        """
        folder = Path(path)
        if not folder.is_dir():
            reason = "no folder, but a file" if folder.exists() else "no such folder"
            raise ArticleError(path, reason)
        named, describe = Columns(text, id, columns or {}), describer(metadata)

        def listed(names: Names) -> Iterator[Pending]:
            found = telling(Lister(describe, named, names).folder(folder), describe)
            return _recognised(found) if ocr else found

        if next(listed(Names()), None) is None:
            raise ArticleError(path, "a folder without articles")
        return cls(Unread(listed, Settings()))

    @classmethod
    def from_files(
        cls,
        paths: Iterable[str | os.PathLike[str]],
        *,
        metadata: Any = None,
        text: str = "text",
        id: str = "id",  # noqa: A002
        columns: Mapping[str, str] | None = None,
        ocr: bool = False,
    ) -> Self:
        """Take files and folders in the order given.

        Args:
            paths: Files of any kind that ``from_folder`` reads, or folders.
            metadata: As for ``from_folder``.
            text: As for ``from_folder``.
            id: As for ``from_folder``.
            columns: As for ``from_folder``.
            ocr: As for ``from_folder``.
        """
        kept = [os.fspath(path) for path in paths]
        named, describe = Columns(text, id, columns or {}), describer(metadata)

        def listed(names: Names) -> Iterator[Pending]:
            found = telling(Lister(describe, named, names).files(kept), describe)
            return _recognised(found) if ocr else found

        return cls(Unread(listed, Settings()))

    @classmethod
    def from_jsonl(
        cls,
        path: str | os.PathLike[str],
        *,
        metadata: Any = None,
        text: str = "text",
        id: str = "id",  # noqa: A002
        columns: Mapping[str, str] | None = None,
    ) -> Self:
        """Take the objects of a JSON Lines file: ``text``, ``id`` and further fields as metadata.

        Args:
            path: The file.
            metadata: As for ``from_folder``.
            text: Column of the text.
            id: Column of the identifier.
            columns: Further names of fields, to the columns that hold them.

        Raises:
            ArticleError: There is no such file.
        """
        kept = [_existing(path)]
        return cls.from_files(kept, metadata=metadata, text=text, id=id, columns=columns)

    @classmethod
    def from_parquet(
        cls,
        path: str | os.PathLike[str],
        *,
        metadata: Any = None,
        text: str = "text",
        id: str = "id",  # noqa: A002
        columns: Mapping[str, str] | None = None,
    ) -> Self:
        """Take the rows of a Parquet file: ``text``, ``id`` and further columns as metadata.

        Args:
            path: The file.
            metadata: As for ``from_folder``.
            text: Column of the text.
            id: Column of the identifier.
            columns: Further names of fields, to the columns that hold them.

        Raises:
            ArticleError: There is no such file.
        """
        kept = [_existing(path)]
        return cls.from_files(kept, metadata=metadata, text=text, id=id, columns=columns)

    @classmethod
    def from_texts(cls, texts: Iterable[str] | Mapping[str, str], *, metadata: Any = None) -> Self:
        """Take texts that are at hand.

        Args:
            texts: Texts, numbered from ``text-000001``, or a mapping from id to text; the labels
                of a Series are identifiers where they are no mere numbers of rows.
            metadata: As for ``from_folder``; a function gets the id as a path.

        Raises:
            TypeError: ``texts`` is one string, or a table.
        """
        if isinstance(texts, str | bytes):
            raise TypeError("texts is one string; pass a list of texts or a dict of id to text")
        if is_table(texts):
            raise TypeError("texts is a table; Corpus.from_frame takes it")
        if isinstance(texts, Mapping) or _is_labelled(texts):
            rows: list[dict[str, Any]] = [{"id": key, "text": text} for key, text in texts.items()]
        else:
            rows = [{"text": text} for text in texts]
        return cls.from_rows(rows, metadata=metadata)

    @classmethod
    def from_frame(
        cls,
        frame: pd.DataFrame | pa.Table,
        *,
        text: str = "text",
        id: str = "id",  # noqa: A002
        metadata: Any = None,
    ) -> Self:
        """Take the rows of a DataFrame; further columns are metadata.

        Args:
            frame: One document a row; of pandas, polars or Arrow. An index of pandas that has a
                name is a column.
            text: Column of the text.
            id: Column of the identifier; rows are numbered where there is no column ``id``.
            metadata: As for ``from_folder``.

        Raises:
            ValueError: There is no column ``text``, or none of another name that ``id`` says.
            TypeError: ``frame`` is no table.
        """
        if not is_table(frame):
            raise TypeError(f"a DataFrame is wanted, not {type(frame).__name__}")
        names, rows = rows_of_table(frame)
        for column in (text, *([id] if id != "id" else [])):
            if column not in names:
                raise ValueError(f"no column {column!r}; there are {', '.join(names) or 'none'}")
        columns = Columns(text, id)
        return cls.from_rows([columns.renamed(row) for row in rows], metadata=metadata)

    @classmethod
    def from_analyses(cls, analyses: Iterable[Analysis]) -> Self:
        """Take analyses that are at hand."""
        return cls(Held(tuple(analyses)))

    @classmethod
    def from_rows(
        cls, rows: Iterable[Mapping[str, Any] | Unreadable], *, metadata: Any = None
    ) -> Self:
        """Take rows: mappings with ``text``, and ``id`` where there is one; the rest is metadata.

        Args:
            rows: One mapping a document; those without ``id`` are numbered.
            metadata: As for ``from_folder``; a function gets the id as a path.

        Example:
            >>> from vnpolitext import Corpus
            >>> Corpus.from_rows([{"id": "a", "text": "Xã họp."}, {"text": "Tỉnh họp."}]).ids
            ['a', 'text-000002']
        """
        kept, describe = list(rows), describer(metadata)
        tell_misspelt({field for row in kept if isinstance(row, Mapping) for field in row})

        def listed(names: Names) -> Iterator[Pending]:
            return telling(from_rows(kept, "", describe, names, "text"), describe)

        return cls(Unread(listed, Settings()))


def _is_labelled(texts: Iterable[str]) -> TypeGuard[Mapping[str, str]]:
    """Whether this is a Series of pandas whose labels are more than the numbers of its rows."""
    index = getattr(texts, "index", None)
    return hasattr(texts, "items") and index is not None and getattr(index, "start", None) != 0


def _recognised(pending: Iterable[Pending]) -> Iterator[Pending]:
    return (replace(document, ocr=True) for document in pending)


def _existing(path: str | os.PathLike[str]) -> str | os.PathLike[str]:
    """Return the path of a file; an `ArticleError` tells that there is none."""
    if not Path(path).is_file():
        raise ArticleError(path, "no such file")
    return path
