"""The tables of a corpus: as DataFrames, through SQL, as lazy datasets, as files."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vnpolitext.analysis import to_frame
from vnpolitext.analysis.frames import frame_of
from vnpolitext.corpus.documents import Documents, read
from vnpolitext.corpus.write import write_jsonl, write_tables
from vnpolitext.progress import under_way

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow.dataset as ds


class Tables(ABC):
    """Access to the tables of analysed documents."""

    @property
    @abstractmethod
    def _analysed(self) -> Documents:
        """The documents with their analyses."""

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

    @property
    def statements(self) -> pd.DataFrame:
        """One row a statement: who says what."""
        return self._frame("statements")

    @under_way("sql")
    def sql(self, query: str, parameters: Sequence[Any] = ()) -> pd.DataFrame:
        """Return the result of a SQL query over the tables, through DuckDB.

        The tables of a store are read in place, as far as the query needs them.

        Args:
            query: One statement in DuckDB's dialect.
            parameters: Values for the ``?`` in it.

        Raises:
            ImportError: DuckDB is not installed.
            ValueError: The statement is wrong.
        """
        from vnpolitext.corpus.query import query as run

        return run(self._analysed, query, parameters)

    @under_way("table")
    def table(self, name: str) -> ds.Dataset:
        """Return a table as a pyarrow dataset; of a store nothing is read before it is needed.

        Raises:
            ValueError: There is no such table.
        """
        from vnpolitext.corpus.store import Store

        documents = self._analysed
        if isinstance(documents, Store):
            return documents.dataset(name)
        import pyarrow.dataset as ds

        from vnpolitext.corpus.tables import tables_of

        made = tables_of(read(documents), documents.failures, (name,))
        return ds.dataset(made[name])

    @under_way("to jsonl")
    def to_jsonl(self, path: str | os.PathLike[str]) -> None:
        """Write one analysis a line in the shape of ``Analysis.to_dict``."""
        write_jsonl(read(self._analysed), path)

    @under_way("to parquet")
    def to_parquet(self, folder: str | os.PathLike[str]) -> None:
        """Write one Parquet file for each table."""
        write_tables(read(self._analysed), folder)

    @under_way("to csv")
    def to_csv(self, folder: str | os.PathLike[str]) -> None:
        """Write one CSV file for each table, and ``codebook.csv`` on their columns.

        Lists in a cell are JSON. `vnpolitext.corpus.read_table` reads a table back with its types.
        """
        from vnpolitext.corpus.export import write_csv

        write_csv(read(self._analysed), folder)

    @under_way("to excel")
    def to_excel(self, path: str | os.PathLike[str]) -> None:
        """Write a workbook with one sheet a table, and a sheet ``codebook`` on their columns.

        Codes stay texts, dates are dates, lists in a cell are JSON. A text is cut after the 32,767
        characters that a cell of Excel holds, and ends with ``[…]`` then.

        Raises:
            MissingPackageError: openpyxl is not installed.
            TableError: A table has more rows than a sheet of Excel.
        """
        from vnpolitext.corpus.excel import write_excel

        write_excel(read(self._analysed), path)

    @under_way("to stata")
    def to_stata(self, folder: str | os.PathLike[str]) -> None:
        """Write one Stata file for each table, with labels; columns of lists are left out."""
        from vnpolitext.corpus.stata import write_stata

        write_stata(read(self._analysed), folder)

    @under_way("to conllu")
    def to_conllu(self, path: str | os.PathLike[str]) -> None:
        """Write the words in the CoNLL-U format, with offsets and records in ``MISC``."""
        from vnpolitext.corpus.export import write_conllu

        write_conllu(read(self._analysed), path)

    @under_way("to docbin")
    def to_docbin(self, path: str | os.PathLike[str]) -> None:
        """Write the documents as a spaCy ``DocBin``."""
        from vnpolitext.corpus.export import write_docbin

        write_docbin(read(self._analysed), path)

    @under_way("table")
    def _frame(self, table: str) -> pd.DataFrame:
        from vnpolitext.corpus.store import Store

        documents = self._analysed
        if isinstance(documents, Store):
            return frame_of(documents.table(table), table)
        return to_frame(read(documents), table)
