"""SQL over the tables of a corpus, through DuckDB, on the files as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from vnpolitext.corpus.documents import Documents
from vnpolitext.corpus.schema import store_schema
from vnpolitext.corpus.store import Store
from vnpolitext.corpus.tables import STORE_TABLES, tables_of
from vnpolitext.errors import MissingPackageError

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

_WORD: Final = re.compile(r"\w+")


def query(documents: Documents, sql: str, parameters: Sequence[Any] = ()) -> pd.DataFrame:
    """Return the result of a SQL query over the tables of a corpus.

    Args:
        documents: The documents; of a store the Parquet files are read in place.
        sql: One statement in DuckDB's dialect; the tables have the names of ``STORE_TABLES``.
        parameters: Values for the ``?`` in the statement.

    Raises:
        MissingPackageError: DuckDB is not installed.
        ValueError: The statement is wrong; DuckDB says where.
    """
    try:
        import duckdb
    except ImportError:
        raise MissingPackageError("SQL needs DuckDB: pip install 'vnpolitext[sql]'") from None
    with duckdb.connect() as connection:
        if isinstance(documents, Store):
            _views(connection, documents)
        else:
            asked = set(_WORD.findall(sql.lower()))
            names = tuple(name for name in STORE_TABLES if name in asked)
            made = tables_of(documents.analyses(), documents.failures, names)
            for name, table in made.items():
                connection.register(name, table)
        try:
            return connection.execute(sql, list(parameters)).df()
        except duckdb.Error as error:
            raise ValueError(str(error)) from error


def _views(connection: duckdb.DuckDBPyConnection, store: Store) -> None:
    import pyarrow as pa

    if store.chosen is not None:
        connection.register("_chosen", pa.table({"id": sorted(store.chosen)}))
    for name in store.tables:
        files = store.files(name)
        if not files:
            connection.register(name, store_schema(name).empty_table())
            continue
        listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
        where = "" if store.chosen is None else " WHERE id IN (SELECT id FROM _chosen)"
        connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet([{listed}]){where}')  # noqa: S608
