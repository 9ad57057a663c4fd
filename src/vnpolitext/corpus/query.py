"""SQL over the tables of a corpus, through DuckDB: the tables can be read, and nothing else.

A table of a store is given to DuckDB as a dataset, not as files: DuckDB itself opens none, so that
all it has for files, networks, extensions and databases can be switched off, and locked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vnpolitext.analysis.schema import STORE_TABLES, store_schema
from vnpolitext.corpus.documents import Documents, read
from vnpolitext.corpus.store import Store
from vnpolitext.corpus.tables import tables_of
from vnpolitext.errors import MissingPackageError

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

_WORD: Final = re.compile(r"\w+")
_UNKNOWN: Final = re.compile(r"Catalog Error: Table with name (\S{1,99}) does not exist")
_TIMES: Final = ("M", "m")
_LISTS: Final = ("list", "array")
# No files, no variables of the calling program, nothing fetched. What is too large for the memory
# is an error, for else it would be written to the working directory. The folders are those that
# DuckDB has in the home of the user, whose name is nobody's business.
_CLOSED: Final[dict[str, str | bool | int | float | list[str]]] = {
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "temp_directory": "",
    "extension_directory": "none",
}


def query(documents: Documents, sql: str, parameters: Sequence[Any] = ()) -> pd.DataFrame:
    """Return the result of a SQL query over the tables of a corpus.

    Args:
        documents: The documents; of a store the Parquet files are read in place, and of these the
            columns and rows that the statement needs.
        sql: One SELECT statement in DuckDB's dialect; the tables have the names of
            ``STORE_TABLES``. What reads anything else, or writes, is refused.
        parameters: Values for the ``?`` in the statement.

    Raises:
        MissingPackageError: DuckDB is not installed.
        ValueError: The statement is wrong, DuckDB says where; or it is refused.
    """
    if not _is_text(sql):
        raise ValueError("a query is text without halves of surrogate pairs")
    try:
        import duckdb
    except ImportError:
        raise MissingPackageError("SQL needs DuckDB: pip install 'vnpolitext[sql]'") from None
    with duckdb.connect(config=_CLOSED) as connection:
        asked = frozenset(_WORD.findall(sql.lower()))
        _register(connection, documents, asked)
        # Versions before 2.0 do not take these when they connect.
        for folder in ("home_directory", "secret_directory"):
            connection.execute(f"SET {folder} = 'none'")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        try:
            statements = connection.extract_statements(sql)
            is_select = [each.type == duckdb.StatementType.SELECT for each in statements]
            # Versions before 2.0 take a PRAGMA that gives a table for a SELECT.
            if is_select != [True] or _first_word(sql, duckdb) == "pragma":
                raise ValueError("a query is one SELECT statement, and nothing else")
            return _with_tuples(*_fetched(connection, statements[0], parameters))
        except duckdb.PermissionException as error:
            reason = str(error).splitlines()[0]
            raise ValueError(f"a query reads the tables of the corpus only: {reason}") from error
        except duckdb.CatalogException as error:
            unknown = _UNKNOWN.match(str(error))
            there = documents.tables if isinstance(documents, Store) else STORE_TABLES
            told = f"no table {unknown[1]!r}; there are {', '.join(there)}" if unknown else error
            raise ValueError(str(told)) from error
        except (duckdb.InvalidInputException, duckdb.IOException, UnicodeError) as error:
            if isinstance(documents, Store):
                documents.expect_whole(asked.intersection(documents.tables))
            raise ValueError(str(error)) from error
        except duckdb.Error as error:
            raise ValueError(str(error)) from error


def _is_text(given: str) -> bool:
    return given.isascii() or given.encode("utf-8", "replace").decode() == given


def _fetched(
    connection: duckdb.DuckDBPyConnection, statement: duckdb.Statement, parameters: Sequence[Any]
) -> tuple[pd.DataFrame, list[Any]]:
    """Return what a statement gives and the types of its columns; Ctrl-C is heard meanwhile."""

    def fetch() -> tuple[pd.DataFrame, list[Any]]:
        given = connection.execute(statement, list(parameters))
        kinds: list[Any] = [kind for _, kind, *_ in given.description or ()]
        found = given.df()
        # Versions before 1.4 say of a list only that it is one.
        if any(isinstance(kind, str) and kind in _LISTS for kind in kinds):
            kinds = connection.sql(statement, params=list(parameters)).types
        return found, kinds

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(fetch)
        try:
            return waiting.result()
        except KeyboardInterrupt:
            connection.interrupt()
            raise


def _with_tuples(found: pd.DataFrame, kinds: Sequence[Any]) -> pd.DataFrame:
    """Return a table with tuples for its lists, as in all tables of a corpus."""
    for at, (stored, kind) in enumerate(zip(found.dtypes, kinds, strict=True)):
        if stored.name == "object":
            labels = _labels(kind)
            plain = _plain if labels is None else partial(_labelled, labels=labels)
            found.isetitem(at, found.iloc[:, at].map(plain).array)
    return found


def _labels(kind: Any) -> list[str] | None:
    """Return the labels of the `ENUM` that a list is of, whose numbers DuckDB gives instead."""
    name = getattr(kind, "id", None)
    while name in _LISTS:
        kind = kind.children[0][1]
        name = kind.id
        if name == "enum":
            return list(kind.children[0][1])
    return None


def _labelled(value: Any, labels: Sequence[str]) -> Any:
    if getattr(value, "ndim", 0) or isinstance(value, list):
        return tuple(_labelled(each, labels) for each in value)
    is_number = hasattr(value, "dtype") and value.dtype.kind in "iu"
    if not is_number:
        return _plain(value)
    return labels[value] if 0 <= value < len(labels) else None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if getattr(value, "ndim", 0) or isinstance(value, list):
        return tuple(map(_plain, value))
    kind = value.dtype.kind if hasattr(value, "dtype") else ""
    if kind in _TIMES:
        import pandas as pd

        return pd.Timestamp(value) if kind == "M" else pd.Timedelta(value)
    return value.tolist() if kind else value  # of what is masked, None


def _first_word(sql: str, duckdb: Any) -> str:
    """Return the word in lower case that opens a statement, behind its comments."""
    tokens = duckdb.tokenize(sql)
    at = next((at for at, kind in tokens if kind != duckdb.token_type.comment), 0)
    word = _WORD.match(sql.encode("utf-8", "replace")[at:].decode("utf-8", "replace").lower())
    return word[0] if word else ""


def _register(
    connection: duckdb.DuckDBPyConnection, documents: Documents, asked: frozenset[str]
) -> None:
    """Give DuckDB the tables that are asked for, of a store as datasets: it reads what it needs."""
    if isinstance(documents, Store):
        for name in asked.intersection(documents.tables):
            whole = documents.files(name)
            held = documents.dataset(name) if whole else store_schema(name).empty_table()
            connection.register(name, held)
        return
    names = tuple(name for name in STORE_TABLES if name in asked)
    for name, table in tables_of(read(documents), documents.failures, names).items():
        connection.register(name, table)
