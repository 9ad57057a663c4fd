"""Many documents as one object: from files to analyses and tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnpolitext.analysis import Analysis, to_frame
from vnpolitext.articles import ArticleError
from vnpolitext.corpus import sources as listing
from vnpolitext.corpus.documents import Documents, Held, Unread
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.run import outcomes
from vnpolitext.corpus.settings import Settings
from vnpolitext.corpus.side import describer

if TYPE_CHECKING:
    import pandas as pd


class Corpus:
    """Documents with their analyses and tables (*ngữ liệu*).

    A corpus is made from files, texts or analyses. Nothing is read before it is needed; iterating
    yields one [`Analysis`][vnpolitext.analysis.Analysis] after the other in a stable order, and
    the tables are pandas DataFrames over all documents. A document that fails is listed in
    ``failures`` with its reason and left out of the rest.

    Example:
        >>> corpus = Corpus.from_texts(["Thực hiện Chỉ thị 05-CT/TW.", "Xã Mây họp."])
        >>> len(corpus), corpus.ids
        (2, ['text-000001', 'text-000002'])
        >>> corpus.citations["number"].tolist()
        ['05-CT/TW']
    """

    def __init__(self, documents: Documents) -> None:
        """Take the documents; use the ``from_`` methods instead."""
        self._documents = documents

    @classmethod
    def from_folder(cls, path: str | os.PathLike[str], *, metadata: Any = None) -> Corpus:
        """Take every article under a folder, sorted by name.

        The identifier of a document is its path inside the folder without suffix. Articles are
        ``.txt``, ``.md``, ``.html``, ``.docx`` and ``.pdf`` files, and what stands in ``.jsonl``,
        ``.parquet`` and ``.zip`` files; other files and hidden ones are passed over.

        Args:
            path: The folder.
            metadata: What is known about the documents: the path of a CSV file or a DataFrame with
                a column ``id`` (or ``path``, or ``file``), a mapping from id to fields, or a
                function of the path that returns fields. It wins over what the document says.

        Raises:
            ArticleError: The folder is missing or has no articles, or the CSV file is not usable.
        """
        folder = Path(path)
        if not folder.is_dir():
            reason = "no folder, but a file" if folder.exists() else "no such folder"
            raise ArticleError(path, reason)
        made = partial(listing.from_folder, folder, describer(metadata))
        if next(made(), None) is None:
            raise ArticleError(path, "a folder without articles")
        return cls(Unread(made, Settings()))

    @classmethod
    def from_files(cls, paths: Iterable[str | os.PathLike[str]], *, metadata: Any = None) -> Corpus:
        """Take files and folders in the order given.

        Args:
            paths: Files of any kind that ``from_folder`` reads, or folders.
            metadata: As for ``from_folder``.
        """
        kept = [os.fspath(path) for path in paths]
        return cls(Unread(partial(listing.from_files, kept, describer(metadata)), Settings()))

    @classmethod
    def from_jsonl(cls, path: str | os.PathLike[str], *, metadata: Any = None) -> Corpus:
        """Take the objects of a JSON Lines file: ``text``, ``id`` and further fields as metadata.

        Args:
            path: The file.
            metadata: As for ``from_folder``.

        Raises:
            ArticleError: There is no such file.
        """
        return cls._from_container(path, metadata)

    @classmethod
    def from_parquet(cls, path: str | os.PathLike[str], *, metadata: Any = None) -> Corpus:
        """Take the rows of a Parquet file: ``text``, ``id`` and further columns as metadata.

        Args:
            path: The file.
            metadata: As for ``from_folder``.

        Raises:
            ArticleError: There is no such file.
        """
        return cls._from_container(path, metadata)

    @classmethod
    def from_texts(
        cls, texts: Iterable[str] | Mapping[str, str], *, metadata: Any = None
    ) -> Corpus:
        """Take texts that are at hand.

        Args:
            texts: Texts, numbered from ``text-000001``, or a mapping from id to text.
            metadata: As for ``from_folder``; a function gets the id as a path.
        """
        if isinstance(texts, Mapping):
            rows: list[dict[str, Any]] = [{"id": key, "text": text} for key, text in texts.items()]
        else:
            rows = [{"text": text} for text in texts]
        return cls._from_rows(rows, metadata)

    @classmethod
    def from_frame(
        cls,
        frame: pd.DataFrame,
        *,
        text: str = "text",
        id: str = "id",  # noqa: A002
        metadata: Any = None,
    ) -> Corpus:
        """Take the rows of a DataFrame; further columns are metadata.

        Args:
            frame: One document a row.
            text: Column of the text.
            id: Column of the identifier; rows are numbered where it is missing.
            metadata: As for ``from_folder``.

        Raises:
            ValueError: There is no column ``text``.
        """
        if text not in frame.columns:
            raise ValueError(f"no column {text!r}; there are {', '.join(map(str, frame.columns))}")
        named = frame.rename(columns={text: "text", id: "id"})
        rows = [{str(key): value for key, value in row.items()} for row in named.to_dict("records")]
        return cls._from_rows(rows, metadata)

    @classmethod
    def from_analyses(cls, analyses: Iterable[Analysis]) -> Corpus:
        """Take analyses that are at hand."""
        return cls(Held(tuple(analyses)))

    @classmethod
    def _from_container(cls, path: str | os.PathLike[str], metadata: Any) -> Corpus:
        if not Path(path).is_file():
            raise ArticleError(path, "no such file")
        return cls.from_files([path], metadata=metadata)

    @classmethod
    def _from_rows(cls, rows: list[dict[str, Any]], metadata: Any) -> Corpus:
        describe = describer(metadata)

        def made() -> Iterator[listing.Source]:
            return listing.from_rows(rows, "", describe, listing.Names(), "text")

        return cls(Unread(made, Settings()))

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Corpus:
        """Open a store that ``analyze(out=...)`` has written.

        Raises:
            StoreError: There is no store.
        """
        from vnpolitext.corpus.store import Store

        return cls(Store(path))

    def analyze(
        self,
        out: str | os.PathLike[str] | None = None,
        *,
        n_jobs: int | None = 1,
        progress: bool = False,
        as_of: str | None = None,
        province: str | None = None,
        timeout: float | None = None,
        memory: int | None = None,
        tables: Iterable[str] | None = None,
        shard_size: int = 256,
    ) -> Corpus:
        """Analyse every document and return the corpus of the results.

        With ``out`` the results go to a store, a folder of Parquet files, in shards. A run that
        was stopped, however it was stopped, goes on where it was when it is called again; documents
        whose content, metadata, settings and models are those of the last run are not analysed
        again. Without ``out`` the results stay in memory.

        Args:
            out: Folder of the store.
            n_jobs: Number of processes as joblib counts them; ``-1`` is one for each core, ``None``
                what ``joblib.parallel_config`` says.
            progress: Show a bar on a terminal.
            as_of: Date at which units are looked up; the date of publication by default.
            province: Province of the publisher.
            timeout: Seconds after which a document is cut off and recorded as failed.
            memory: Bytes a document may take beyond what the process has.
            tables: Tables of the store; all by default.
            shard_size: Documents in a shard of the store, about.

        Raises:
            StoreError: ``out`` is not a store, another run works on it, or the disk is full.
        """
        if not isinstance(self._documents, Unread):
            return self
        settings = Settings(as_of, province, timeout, memory)
        total = len(self) if progress else None
        if out is None:
            found = outcomes(
                self._documents.sources(), settings, n_jobs=n_jobs, progress=progress, total=total
            )
            return Corpus(Held(tuple(found)))
        from vnpolitext.corpus.execute import execute
        from vnpolitext.corpus.tables import STORE_TABLES, with_needed

        execute(
            self._documents.sources,
            out,
            settings,
            tables=STORE_TABLES if tables is None else with_needed(tables),
            shard_size=shard_size,
            n_jobs=n_jobs,
            progress=progress,
            total=total,
        )
        return Corpus.open(out)

    def __iter__(self) -> Iterator[Analysis]:
        """Yield the analyses, documents that fail left out."""
        return (
            self._analysed.analyses()
            if "_analysed" in self.__dict__
            else self._documents.analyses()
        )

    def __len__(self) -> int:
        """Return the number of documents, of the failed ones too."""
        return len(self._documents.ids())

    def __repr__(self) -> str:
        """Tell how many documents there are."""
        return f"Corpus({len(self):,} documents)"

    @property
    def ids(self) -> list[str]:
        """Identifiers of the documents, in order."""
        return self._documents.ids()

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Documents that could not be analysed, each with its reason."""
        return tuple(self._analysed.failures())

    @property
    def documents(self) -> pd.DataFrame:
        """One row a document: metadata and counts."""
        return self._frame("documents")

    @property
    def blocks(self) -> pd.DataFrame:
        """One row a block of the layout."""
        return self._frame("blocks")

    @property
    def persons(self) -> pd.DataFrame:
        """One row a person in a document."""
        return self._frame("persons")

    @property
    def mentions(self) -> pd.DataFrame:
        """One row a mention of a person."""
        return self._frame("mentions")

    @property
    def positions(self) -> pd.DataFrame:
        """One row a position that a document gives a person."""
        return self._frame("positions")

    @property
    def citations(self) -> pd.DataFrame:
        """One row a cited document, wherever it is cited."""
        return self._frame("citations")

    @property
    def places(self) -> pd.DataFrame:
        """One row a mention of an administrative unit."""
        return self._frame("places")

    @property
    def directives(self) -> pd.DataFrame:
        """One row an item of a numbered list."""
        return self._frame("directives")

    @cached_property
    def _analysed(self) -> Documents:
        return self.analyze()._documents

    def _frame(self, table: str) -> pd.DataFrame:
        return to_frame(self._analysed.analyses(), table)
