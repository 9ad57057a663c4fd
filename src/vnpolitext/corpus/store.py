"""A finished store, read lazily: tables as datasets, documents shard by shard."""

import json
import os
import warnings
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from vnpolitext.analysis import Analysis
from vnpolitext.analysis.schema import store_schema
from vnpolitext.analysis.tables import plain_row
from vnpolitext.corpus.manifest import Record, read_tables
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.paths import StorePaths
from vnpolitext.corpus.soundness import fault, is_unfinished, records_of

_SPANS = ("blocks", "citations", "places", "directives", "statements")
_OF_PERSONS = ("mentions", "positions")
_FOUND = (*_SPANS, "persons", *_OF_PERSONS)
_ANALYSES = ("documents", *_FOUND)


class Store:
    """The documents of a store; nothing is read before it is asked for, and nothing is kept."""

    def __init__(
        self, folder: str | os.PathLike[str], chosen: frozenset[str] | None = None
    ) -> None:
        """Open the store in ``folder``, or of it the documents ``chosen``.

        Raises:
            StoreError: There is no store, or one of another format.
        """
        self.layout = StorePaths(Path(folder))
        self.chosen = chosen
        self.tables = read_tables(self.layout)

    @cached_property
    def shards(self) -> tuple[str, ...]:
        """The names of the whole shards with chosen documents, in the order of the corpus."""
        if self.chosen is None:
            return tuple(self._records)
        records = self._records.values()
        return tuple(r.shard for r in records if not self.chosen.isdisjoint(r.documents))

    @cached_property
    def _records(self) -> dict[str, Record]:
        records = records_of(self.layout)
        if is_unfinished(self.layout):
            told = "a run into this store has not finished; documents may be missing"
            warnings.warn(f"{self.layout.root}: {told}", UserWarning, stacklevel=2)
        return records

    def ids(self) -> list[str]:
        """Return the identifiers of all documents, of the failed ones too."""
        names = (name for record in self._records.values() for name in record.documents)
        return [name for name in names if self.chosen is None or name in self.chosen]

    def count(self) -> int:
        """Return the number of documents, of the failed ones too."""
        if self.chosen is not None:
            return len(self.chosen)
        return sum(len(record.documents) for record in self._records.values())

    def select(self, ids: Collection[str]) -> "Store":
        """Return the documents with these identifiers."""
        return Store(self.layout.root, frozenset(ids) & frozenset(self.ids()))

    def files(self, table: str) -> list[str]:
        """Return the Parquet files of a table, in the order of the corpus.

        Raises:
            StoreError: A file is missing or cut off.
            ValueError: The store has no such table.
        """
        if table not in self.tables:
            raise ValueError(f"no table {table!r}; there are {', '.join(self.tables)}")
        return [str(self._file(table, shard)) for shard in self.shards]

    def _file(self, table: str, shard: str) -> Path:
        broken = fault(self.layout, self._records[shard], table)
        if broken is not None:
            raise broken.error()
        return self.layout.table(table, shard)

    def expect_whole(self, tables: Iterable[str], shards: Iterable[str] | None = None) -> None:
        """Compare the files of tables with their hashes, of these shards or of all.

        Raises:
            StoreError: A file has changed; the message names it.
        """
        for shard in self.shards if shards is None else shards:
            for table in tables:
                broken = fault(self.layout, self._records[shard], table, by_hash=True)
                if broken is not None:
                    raise broken.error()

    @contextmanager
    def _read_whole(self, *tables: str, shards: Iterable[str] | None = None) -> Iterator[None]:
        """Name the broken file where what is read of these tables makes no sense."""
        try:
            yield
        except (pa.ArrowException, OSError, ValueError, TypeError, OverflowError):
            self.expect_whole(tables, shards)
            raise

    def _read(self, table: str, shard: str) -> pa.Table:
        return pq.read_table(self._file(table, shard), page_checksum_verification=True)

    def dataset(self, table: str) -> ds.Dataset:
        """Return a table as a pyarrow dataset, of which nothing has been read.

        Raises:
            ValueError: The store has no such table.
        """
        whole = ds.dataset(self.files(table), schema=store_schema(table), format=_checked())
        return whole if self.chosen is None else whole.filter(ds.field("id").isin(self.chosen))

    def table(self, name: str) -> pa.Table:
        """Return a whole table.

        Raises:
            StoreError: A file is missing or damaged.
            ValueError: The store has no such table.
        """
        with self._read_whole(name):
            return self.dataset(name).to_table()

    def analyses(self) -> Iterator[Analysis]:
        """Yield the analyses, one shard in memory at a time."""
        for shard in self.shards:
            with self._read_whole(*_ANALYSES, shards=(shard,)):
                yield from self._of_shard(shard)

    def failures(self) -> list[Failure]:
        """Return the documents that failed."""
        rows = self.table("failures").to_pylist()
        return [Failure(row["id"], row["path"], row["reason"]) for row in rows]

    def _of_shard(self, shard: str) -> Iterator[Analysis]:
        found = {name: self._grouped(name, shard) for name in _FOUND}
        documents = self._read("documents", shard).to_pylist()
        for row in documents:
            name = row["id"]
            if self.chosen is not None and name not in self.chosen:
                continue
            plain: dict[str, Any] = {table: found[table].get(name, []) for table in _SPANS}
            plain["persons"] = _persons(
                *(found[t].get(name, []) for t in ("persons", *_OF_PERSONS))
            )
            yield Analysis.from_dict(
                {
                    **plain,
                    "id": name,
                    "text": row["text"],
                    "metadata": json.loads(row["metadata"]),
                    "versions": json.loads(row["versions"]),
                }
            )

    def _grouped(self, table: str, shard: str) -> dict[str, list[dict[str, Any]]]:
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self._read(table, shard).to_pylist():
            groups[row["id"]].append(plain_row(row, table))
        return groups


def _checked() -> ds.ParquetFileFormat:
    """Return how files are read: each page is compared with its checksum."""
    options = ds.ParquetFragmentScanOptions(page_checksum_verification=True)
    return ds.ParquetFileFormat(default_fragment_scan_options=options)


def _persons(
    persons: list[dict[str, Any]], mentions: list[dict[str, Any]], positions: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Put the mentions and positions of one document back into its persons."""
    spans = _by_person(mentions, lambda mention: [mention["start"], mention["end"]])
    held = _by_person(positions, lambda position: position)
    return [
        {**person, "mentions": spans.get(index, []), "positions": held.get(index, [])}
        for index, person in enumerate(persons)
    ]


def _by_person(
    rows: list[dict[str, Any]], part: Callable[[dict[str, Any]], Any]
) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row["person"]].append(part(row))
    return groups
