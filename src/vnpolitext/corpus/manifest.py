"""Commit records: which shards of a store are whole, and what they were made from."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from vnpolitext.corpus.errors import StoreError
from vnpolitext.corpus.paths import FORMAT, StorePaths

_SHARD: Final = re.compile("[0-9a-f]{16}")


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


def read_about(layout: StorePaths) -> dict[str, Any]:
    """Return what ``store.json`` says.

    Raises:
        StoreError: There is no store, or one of another format, or it cannot be read.
    """
    try:
        about = json.loads(layout.about.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StoreError(f"{layout.root}: no store, it has no store.json") from None
    except NotADirectoryError:
        raise StoreError(f"{layout.root}: a file, not a store") from None
    except (OSError, ValueError, RecursionError) as error:
        raise StoreError(f"{layout.root}: not a readable store ({error})") from None
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise StoreError(f"{layout.root}: a store of another format than {FORMAT}")
    return about


def read_record(layout: StorePaths, shard: str) -> Record | None:
    """Return the record of a shard, or ``None`` if the shard is not whole.

    A name that no shard has is never made a path.
    """
    if not _SHARD.fullmatch(shard):
        return None
    try:
        record = Record(**json.loads(layout.record(shard).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    tables = (record.documents, record.rows, record.failures, record.files)
    sound = record.shard == shard and all(isinstance(table, dict) for table in tables)
    return record if sound else None


def read_order(layout: StorePaths) -> list[str]:
    """Return the names of the shards as the last whole run listed them."""
    try:
        names = json.loads(layout.order.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


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
