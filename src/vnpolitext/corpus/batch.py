"""One function for engines that hand out tables: Dask, Ray, Spark, or a loop of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from vnpolitext.analysis import DEFAULT, Choice
from vnpolitext.analysis.schema import STORE_TABLES, store_schema
from vnpolitext.corpus.outcome import outcome_of
from vnpolitext.corpus.settings import MEMORY, SECONDS, Settings
from vnpolitext.corpus.sources import Names, from_rows
from vnpolitext.corpus.tables import Rows
from vnpolitext.progress import under_way

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


@under_way("analyze batch")
def analyze_batch(
    table: pa.Table | pd.DataFrame,
    *,
    as_of: date | str | None = None,
    province: str | None = None,
    timeout: float | None = SECONDS,
    memory: int | None = MEMORY,
    tables: Iterable[str] = STORE_TABLES,
    words: str = DEFAULT,
    persons: str = DEFAULT,
    citations: str = DEFAULT,
    places: str = DEFAULT,
    models: Choice | Mapping[str, str] | None = None,
    categories: bool = True,
) -> dict[str, pa.Table]:
    """Analyse a table of documents and return the tables of the results.

    A pure function of its input: it needs no store, no shared state and no network, so that any
    engine may call it anywhere, twice if it likes. Models are loaded once in a process.

    Args:
        table: An Arrow table or a DataFrame: columns ``text`` and, where there is one, ``id``;
            further columns are metadata. Rows without ``id`` are numbered within the table.
        as_of: As in `Corpus.analyze`.
        province: As in `Corpus.analyze`.
        timeout: As in `Corpus.analyze`.
        memory: As in `Corpus.analyze`.
        tables: Which tables to return, of those of a store.
        words: As in `Corpus.analyze`.
        persons: As in `Corpus.analyze`.
        citations: As in `Corpus.analyze`.
        places: As in `Corpus.analyze`.
        models: As in `Corpus.analyze`.
        categories: As in `store_schema`; without them for engines such as Spark.

    Returns:
        One table for each name, with the schema of a store also where nothing was found; rows
        that fail are in ``failures``.

    Raises:
        ValueError: There is no column ``text``, or no such table.
        TypeError: ``table`` is no table.

    Example:
        >>> import pyarrow as pa
        >>> found = analyze_batch(pa.table({"id": ["a"], "text": ["Theo Chỉ thị 05-CT/TW."]}))
        >>> found["citations"]["number"].to_pylist()
        ['05-CT/TW']
    """
    names = tuple(tables)
    if unknown := set(names).difference(STORE_TABLES):
        raise ValueError(f"no table {', '.join(sorted(unknown))}")
    held = _arrow(table)
    if "text" not in held.column_names:
        raise ValueError(f"no column 'text'; there are {', '.join(held.column_names)}")
    settings = Settings(
        as_of,
        province,
        timeout,
        memory,
        Choice.of(models, words=words, persons=persons, citations=citations, places=places),
    )
    found = Rows(names, settings.choice.words)
    for source in from_rows(held.to_pylist(), "", lambda *_: {}, Names(), "row"):
        found.add(source, outcome_of(source, settings))
    made = found.tables()
    if categories:
        return made
    return {name: it.cast(store_schema(name, categories=False)) for name, it in made.items()}


def _arrow(table: Any) -> pa.Table:
    """Return what an engine hands out as an Arrow table."""
    import pyarrow as pa

    if isinstance(table, pa.RecordBatch):
        return pa.Table.from_batches([table])
    if isinstance(table, pa.Table):
        return table
    if hasattr(table, "to_arrow"):  # polars
        return table.to_arrow()
    if hasattr(table, "columns") and hasattr(table, "to_dict"):
        return pa.Table.from_pandas(table, preserve_index=False)
    raise TypeError(
        f"analyze_batch wants an Arrow table or a DataFrame, not {type(table).__name__}"
    )
