"""Whether the files of a store are what its commit records say."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

from vnpolitext.corpus.errors import StoreError
from vnpolitext.corpus.manifest import Record, read_order, read_record
from vnpolitext.corpus.paths import StorePaths

_CHUNK: Final = 1 << 20


def seal(path: Path) -> tuple[int, str]:
    """Return the size and the hash of a file, as a commit record keeps them."""
    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return path.stat().st_size, digest.hexdigest()


def fault(layout: StorePaths, record: Record, table: str, *, by_hash: bool = False) -> str | None:
    """Return what is wrong with the file of a table in a shard, or ``None``.

    Args:
        layout: The files of the store.
        record: The commit record of the shard.
        table: The table.
        by_hash: Whether to read the file; else only its size is looked at.
    """
    path = layout.table(table, record.shard)
    try:
        size = path.stat().st_size
    except OSError:
        return "is missing"
    if not size:
        return "is empty"
    if table not in record.files:
        return None
    whole, digest = record.files[table]
    if size != whole:
        return f"has {size} bytes instead of {whole}"
    return "has changed" if by_hash and seal(path)[1] != digest else None


def records_of(layout: StorePaths) -> dict[str, Record]:
    """Return the commit records of all whole shards, in the order of the corpus.

    While a run is not finished, shards that it makes again are passed over.

    Raises:
        StoreError: A record is missing or damaged.
    """
    records: dict[str, Record] = {}
    for name, record in _walk(layout):
        if isinstance(record, str):
            raise broken(layout.record(name), record)
        records[name] = record
    return records


def broken(path: Path, reason: str) -> StoreError:
    """Return the error that names a file of a store and says how to mend it."""
    return StoreError(f"{path}: a part of the store {reason}; analyze into it again to mend it")


def check(layout: StorePaths, tables: tuple[str, ...]) -> Iterator[tuple[str, Path, str]]:
    """Yield the shard, the file and what is wrong with it, of all that is broken in a store."""
    for name, record in _walk(layout):
        if isinstance(record, str):
            yield name, layout.record(name), record
            continue
        for table in tables:
            reason = fault(layout, record, table, by_hash=True)
            if reason is not None:
                yield name, layout.table(table, name), reason


def _walk(layout: StorePaths) -> Iterator[tuple[str, Record | str]]:
    """Yield every shard in the order of the corpus with its record, or with what is wrong with it.

    While a run is not finished, shards that it makes again are passed over.
    """
    there = {path.stem for path in layout.manifest.glob("*.json")}
    for name in dict.fromkeys([*read_order(layout), *sorted(there)]):
        record = read_record(layout, name)
        if record is not None:
            yield name, record
        elif name in there:
            yield name, "is damaged"
        elif not layout.temporary.exists():
            yield name, "is missing"
