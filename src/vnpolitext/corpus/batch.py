"""One function for engines that hand out tables: Dask, Ray, Spark, or a loop of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vnpolitext.analysis import DEFAULT
from vnpolitext.corpus.outcome import outcome_of
from vnpolitext.corpus.settings import MEMORY, SECONDS, Settings
from vnpolitext.corpus.sources import Names, from_rows
from vnpolitext.corpus.tables import STORE_TABLES, Rows

if TYPE_CHECKING:
    import pyarrow as pa


def analyze_batch(
    table: pa.Table,
    *,
    as_of: str | None = None,
    province: str | None = None,
    timeout: float | None = SECONDS,
    memory: int | None = MEMORY,
    tables: Iterable[str] = STORE_TABLES,
    words: str = DEFAULT,
    persons: str = DEFAULT,
    citations: str = DEFAULT,
    places: str = DEFAULT,
) -> dict[str, pa.Table]:
    """Analyse a table of documents and return the tables of the results.

    A pure function of its input: it needs no store, no shared state and no network, so that any
    engine may call it anywhere, twice if it likes. Models are loaded once in a process.

    Args:
        table: Columns ``text`` and, where there is one, ``id``; further columns are metadata. Rows
            without ``id`` are numbered within the table.
        as_of: As in `Corpus.analyze`.
        province: As in `Corpus.analyze`.
        timeout: As in `Corpus.analyze`.
        memory: As in `Corpus.analyze`.
        tables: Which tables to return, of those of a store.
        words: As in `Corpus.analyze`.
        persons: As in `Corpus.analyze`.
        citations: As in `Corpus.analyze`.
        places: As in `Corpus.analyze`.

    Returns:
        One table for each name, with the schema of a store also where nothing was found; rows
        that fail are in ``failures``.

    Raises:
        ValueError: There is no column ``text``, or no such table.

    Example:
        >>> import pyarrow as pa
        >>> found = analyze_batch(pa.table({"id": ["a"], "text": ["Theo Chỉ thị 05-CT/TW."]}))
        >>> found["citations"]["number"].to_pylist()
        ['05-CT/TW']
    """
    names = tuple(tables)
    if unknown := set(names).difference(STORE_TABLES):
        raise ValueError(f"no table {', '.join(sorted(unknown))}")
    if "text" not in table.column_names:
        raise ValueError(f"no column 'text'; there are {', '.join(table.column_names)}")
    settings = Settings(
        as_of,
        province,
        timeout,
        memory,
        words=words,
        persons=persons,
        citations=citations,
        places=places,
    )
    found = Rows(names, words)
    for source in from_rows(table.to_pylist(), "", lambda *_: {}, Names(), "row"):
        found.add(source, outcome_of(source, settings))
    return found.tables()
