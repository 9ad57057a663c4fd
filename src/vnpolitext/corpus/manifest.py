"""Commit records: which shards of a store are whole, and what they were made from."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from vnpolitext.corpus.paths import StorePaths


@dataclass(frozen=True, slots=True)
class Record:
    """A whole shard.

    Attributes:
        shard: Name of the shard.
        engine: Hash of the library, models and settings that made it.
        documents: Fingerprint of every document by id, in order.
        rows: Number of rows of each table.
        failures: Reason by id of every document that failed.
        limits: Seconds and bytes that a document could take.
        files: Size and hash of the file of each table.
    """

    shard: str
    engine: str
    documents: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    limits: Sequence[float | None] = ()
    files: Mapping[str, tuple[int, str]] = field(default_factory=dict)


def read_record(layout: StorePaths, shard: str) -> Record | None:
    """Return the record of a shard, or ``None`` if the shard is not whole."""
    try:
        plain = json.loads(layout.record(shard).read_text(encoding="utf-8"))
        return Record(**plain)
    except (OSError, ValueError, TypeError):
        return None


def read_order(layout: StorePaths) -> list[str]:
    """Return the names of the shards as the last whole run listed them."""
    try:
        return list(json.loads(layout.order.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return []


def write_record(layout: StorePaths, record: Record) -> None:
    """Make a shard count. The record appears whole, and stays after a loss of power."""
    write_whole(layout.record(record.shard), json.dumps(asdict(record), ensure_ascii=False))


def write_whole(path: Path, text: str) -> None:
    """Write a small file under another name, flush it to the disk and rename it."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with temporary.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
