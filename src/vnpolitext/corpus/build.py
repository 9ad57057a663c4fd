"""Making one shard of a store: analyse what is new, keep what is not, commit."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, islice
from pathlib import Path
from typing import Final, TextIO
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from vnpolitext.analysis import Analysis
from vnpolitext.analysis.schema import store_schema
from vnpolitext.articles import ArticleError
from vnpolitext.corpus.manifest import Record, read_record, write_record
from vnpolitext.corpus.outcome import Failure, outcome_of
from vnpolitext.corpus.paths import StorePaths
from vnpolitext.corpus.plan import Shard
from vnpolitext.corpus.settings import Settings
from vnpolitext.corpus.soundness import fault, remove, seal
from vnpolitext.corpus.sources import Pending
from vnpolitext.corpus.tables import Rows
from vnpolitext.garbage import fewer_collections

_MISSING: Final = "unreadable"
_BATCH: Final = 64

_END: Final = "-"


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a shard.

    Attributes:
        shard: Its name.
        documents: Number of documents, of the failed ones too.
        failures: Number of documents that failed.
        analysed: Number of documents that were analysed in this run.
    """

    shard: str
    documents: int
    failures: int
    analysed: int


@dataclass(frozen=True, slots=True)
class Work:
    """What all shards of a run have in common.

    Attributes:
        root: Folder of the store.
        engine: Hash of the library, models and settings.
        settings: How to analyse.
        tables: Names of the tables to write.
        run: Name of the run.
    """

    root: str
    engine: str
    settings: Settings
    tables: tuple[str, ...]
    run: str

    @property
    def layout(self) -> StorePaths:
        """Where the files stand."""
        return StorePaths(Path(self.root), self.run)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a shard.

    Attributes:
        shard: The shard.
        work: What all shards have in common.
        journal: Gets the number of each document before it is analysed, and a last line when all
            have been.
        struck: Documents that are not tried again.
    """

    shard: Shard
    work: Work
    journal: TextIO
    struck: frozenset[str]


def build(shard: Shard, work: Work) -> Built:
    """Bring one shard of a store up to date; run in a worker.

    Documents whose content, metadata and engine are those of the last run keep their rows. The
    files are written beside the store and renamed; the commit record comes last. A worker may be
    killed at any point, and two may do the same shard: the outcome is the same. A document at
    which two attempts have ended is not tried a third time, but recorded as failed.
    """
    layout = work.layout
    record = read_record(layout, shard.name)
    if record is not None and (record.engine != work.engine or _is_broken(layout, record, work)):
        record = None
    kept = _kept(shard, record, work.settings)
    same_order = record is not None and list(record.documents) == [s.id for s in shard.sources]
    if record is not None and same_order and len(kept) == len(shard.sources):
        return Built(shard.name, len(shard.sources), len(record.failures), 0)
    fingerprints = dict(kept)
    pieces: dict[str, list[pa.Table]] = {name: [] for name in work.tables}
    struck = _struck(shard, layout)
    place = layout.journal(shard.name, uuid4().hex)
    with fewer_collections(), place.open("w", encoding="ascii", buffering=1) as journal:
        attempt = Attempt(shard, work, journal, struck)
        for tables in _pieces(attempt, kept, fingerprints):
            for name, table in tables.items():
                pieces[name].append(table)
        journal.write(f"{_END}\n")
    whole = {name: _joined(name, found) for name, found in pieces.items()}
    failed = whole["failures"]
    made = Record(
        shard.name,
        work.engine,
        documents={source.id: fingerprints[source.id] for source in shard.sources},
        rows={name: table.num_rows for name, table in whole.items()},
        failures=dict(zip(failed["id"].to_pylist(), failed["reason"].to_pylist(), strict=True)),
        limits=work.settings.limits,
    )
    _commit(layout, made, whole)
    for path in layout.journals(shard.name):
        path.unlink(missing_ok=True)
    return Built(shard.name, len(shard.sources), len(made.failures), len(shard.sources) - len(kept))


def _is_broken(layout: StorePaths, record: Record, work: Work) -> bool:
    return any(fault(layout, record, name, by_hash=True) is not None for name in work.tables)


def _kept(shard: Shard, record: Record | None, settings: Settings) -> dict[str, str]:
    """Return the fingerprints of the documents whose rows can stay.

    Other limits of time and memory touch only the documents that failed.
    """
    if record is None:
        return {}
    failed = record.failures if list(record.limits) != settings.limits else {}
    kept: dict[str, str] = {}
    for source in shard.sources:
        if source.id in record.documents and source.id not in failed:
            fingerprint = _fingerprint(source)[0]
            if fingerprint == record.documents[source.id]:
                kept[source.id] = fingerprint
    return kept


def _fingerprint(source: Pending) -> tuple[str, bytes | str | None]:
    try:
        content = source.load()
    except (ArticleError, OSError):
        return _MISSING, None
    return source.fingerprint(content), content


def _struck(shard: Shard, layout: StorePaths) -> frozenset[str]:
    """Return the documents at which two earlier attempts of this run have ended."""
    ends: Counter[str] = Counter()
    for path in layout.journals(shard.name):
        lines = path.read_text(encoding="ascii").split()
        ends.update(lines[-1:])
    return frozenset(
        shard.sources[int(number)].id
        for number, count in ends.items()
        if count > 1 and number != _END
    )


def _pieces(
    attempt: Attempt, kept: Mapping[str, str], fingerprints: dict[str, str]
) -> Iterator[dict[str, pa.Table]]:
    """Yield the rows of the documents in order, kept or made; note their fingerprints."""
    work, shard = attempt.work, attempt.shard
    old = _old_tables(work.layout, shard.name, work.tables) if kept else {}
    numbered = enumerate(shard.sources)
    for is_kept, run in groupby(numbered, key=lambda item: item[1].id in kept):
        if is_kept:
            for _, source in run:
                of_it = pc.field("id") == source.id
                yield {name: table.filter(of_it) for name, table in old.items()}
            continue
        while batch := list(islice(run, _BATCH)):
            rows = Rows(work.tables, work.settings.choice.words)
            for number, source in batch:
                attempt.journal.write(f"{number}\n")
                rows.add(source, _outcome(source, attempt, fingerprints))
            yield rows.tables()


def _joined(name: str, pieces: list[pa.Table]) -> pa.Table:
    """Return the pieces of a table as one, of those with rows, so that its categories are whole."""
    found = [piece for piece in pieces if piece.num_rows] or [store_schema(name).empty_table()]
    return pa.concat_tables(found).unify_dictionaries()


def _outcome(source: Pending, attempt: Attempt, fingerprints: dict[str, str]) -> Analysis | Failure:
    fingerprints[source.id], content = _fingerprint(source)
    if source.id in attempt.struck:
        return Failure(source.id, source.name, "ended the process that analysed it")
    return outcome_of(source, attempt.work.settings, content)


def _old_tables(layout: StorePaths, shard: str, names: tuple[str, ...]) -> dict[str, pa.Table]:
    return {name: pq.read_table(layout.table(name, shard)) for name in names}


def _commit(layout: StorePaths, record: Record, tables: Mapping[str, pa.Table]) -> None:
    """Put the files of a shard in place, the commit record last."""
    folder = Path(tempfile.mkdtemp(prefix=f"{record.shard}.", dir=layout.workshop))
    try:
        files: dict[str, tuple[int, str, str]] = {}
        for name, table in tables.items():
            path = folder / f"{name}.parquet"
            pq.write_table(table, path, compression="zstd", write_page_checksum=True)
            _flush(path)
            files[name] = seal(path)
        remove(layout.record(record.shard))
        for name in tables:
            place = layout.table(name, record.shard)
            if place.is_dir():
                remove(place)
            (folder / f"{name}.parquet").replace(place)
        write_record(layout, replace(record, files=files))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _flush(path: Path) -> None:
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
