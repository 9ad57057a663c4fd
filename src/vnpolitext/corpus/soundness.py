"""Whether the files of a store are what its commit records say."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any, Final

from vnpolitext.corpus.errors import StoreError
from vnpolitext.corpus.manifest import Record, read_order, read_record
from vnpolitext.corpus.paths import StorePaths

_CHUNK: Final = 1 << 20
_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class Fault:
    """A file of a store that is not what it should be.

    Attributes:
        path: The file.
        reason: What is wrong with it, as the rest of a sentence.
        shard: The shard that has to be made again, if one has.
    """

    path: Path
    reason: str
    shard: str | None = None

    def error(self) -> StoreError:
        """Return the error that names the file and says how to mend it."""
        told = f"a part of the store {self.reason}; analyze into it again to mend it"
        return StoreError(f"{self.path}: {told}")


def seal(path: Path) -> tuple[int, str, str]:
    """Return the size and the hash of a file, and the hash of its foot, as records keep them.

    The pages of a Parquet file have checksums of their own, its foot has none.
    """
    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
        return stream.tell(), digest.hexdigest(), _foot(stream, stream.tell())


def fault(layout: StorePaths, record: Record, table: str, *, by_hash: bool = False) -> Fault | None:
    """Return what is wrong with the file of a table in a shard, or ``None``.

    Args:
        layout: The files of the store.
        record: The commit record of the shard.
        table: The table.
        by_hash: Whether to read the file; else only its size and its foot are looked at.
    """
    path = layout.table(table, record.shard)
    try:
        reason = _reason(path, record.files.get(table), by_hash=by_hash)
    except FileNotFoundError:
        reason = "is missing"
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
    return None if reason is None else Fault(path, reason, record.shard)


def records_of(layout: StorePaths) -> dict[str, Record]:
    """Return the commit records of all whole shards, in the order of the corpus.

    While a run is not finished, shards that it makes again are passed over.

    Raises:
        StoreError: A record is missing or damaged.
    """
    records: dict[str, Record] = {}
    for found in _walk(layout):
        if isinstance(found, Fault):
            raise found.error()
        records[found.shard] = found
    return records


def is_unfinished(layout: StorePaths) -> bool:
    """Whether a run is writing the store, or has been ended before it had written all."""
    return layout.temporary.exists()


def check(layout: StorePaths, tables: tuple[str, ...]) -> Iterator[Fault]:
    """Yield all that is broken in a store, every file compared with its hash."""
    for found in _walk(layout):
        if isinstance(found, Fault):
            yield found
            continue
        for table in tables:
            broken = fault(layout, found, table, by_hash=True)
            if broken is not None:
                yield broken
    if is_unfinished(layout):
        yield Fault(layout.temporary, "is of a run that has not finished")


def remove(path: Path) -> None:
    """Remove what stands where a file of a store belongs, whatever it is."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _reason(path: Path, sealed: Sequence[Any] | None, *, by_hash: bool) -> str | None:
    size = path.stat().st_size
    if not path.is_file():
        return "is no file"
    if not size:
        return "is empty"
    if sealed is None:
        return None
    whole, digest, *foot = sealed
    if size != whole:
        return f"has {size} bytes instead of {whole}"
    if by_hash:
        return "has changed" if seal(path)[1] != digest else None
    with path.open("rb") as stream:
        return "has changed" if foot and _foot(stream, size) != foot[0] else None


def _foot(stream: IO[bytes], size: int) -> str:
    """Return the hash of the foot of a Parquet file, which tells its own length at its end."""
    stream.seek(max(size - _LENGTH, 0))
    length = int.from_bytes(stream.read(_LENGTH // 2), "little") + _LENGTH
    stream.seek(max(size - length, 0))
    return blake2b(stream.read(), digest_size=16).hexdigest()


def _walk(layout: StorePaths) -> Iterator[Record | Fault]:
    """Yield every shard in the order of the corpus: its record, or what is wrong with it.

    While a run is not finished, shards that it makes again are passed over.
    """
    there = {path.stem for path in layout.manifest.glob("*.json")}
    order = read_order(layout)
    under_way = is_unfinished(layout)
    if not under_way and (order is None or not there.issubset(order)):
        yield Fault(layout.order, "is damaged" if layout.order.exists() else "is missing")
    for name in dict.fromkeys([*(order or ()), *sorted(there)]):
        record = read_record(layout, name)
        if record is not None:
            yield record
        elif name in there:
            yield Fault(layout.record(name), "is damaged", name)
        elif not under_way:
            yield Fault(layout.record(name), "is missing", name)
