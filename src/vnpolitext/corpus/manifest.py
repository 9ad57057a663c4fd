"""Commit records: which shards of a store are whole, and what they were made from."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from vnpolitext.analysis.schema import STORE_TABLES
from vnpolitext.corpus.errors import StoreError
from vnpolitext.corpus.paths import FORMAT, StorePaths

_SHARD: Final = re.compile("[0-9a-f]{16}")
_SEAL: Final = "seal"


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
        files: Size of the file of each table, its hash, and the hash of its foot.
    """

    shard: str
    engine: str
    documents: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    limits: Sequence[float | None] = ()
    files: Mapping[str, Sequence[Any]] = field(default_factory=dict)


def read_about(layout: StorePaths) -> dict[str, Any]:
    """Return what ``store.json`` says.

    Raises:
        StoreError: There is no store, or one of another format, or it cannot be read.
    """
    about = _about(layout)
    if isinstance(about, str):
        raise StoreError(f"{layout.root}: not a readable store ({about})")
    if about.get("format") != FORMAT:
        raise StoreError(f"{layout.root}: a store of another format than {FORMAT}")
    return about


def is_readable(layout: StorePaths) -> bool:
    """Whether ``store.json`` says anything."""
    return not isinstance(_about(layout), str)


def _about(layout: StorePaths) -> dict[str, Any] | str:
    """Return what ``store.json`` says, or why it cannot be read."""
    try:
        about = _plain(layout.about)
    except FileNotFoundError:
        raise StoreError(f"{layout.root}: no store, it has no store.json") from None
    except NotADirectoryError:
        raise StoreError(f"{layout.root}: a file, not a store") from None
    except (OSError, ValueError, RecursionError) as error:
        return str(error)
    return about if isinstance(about, dict) else "it does not say what it is"


def read_tables(layout: StorePaths) -> tuple[str, ...]:
    """Return the names of the tables that a store says it has; none before its first run.

    Raises:
        StoreError: There is no store, or one of another format, or it cannot be read, or does
            not name tables of a store.
    """
    about = read_about(layout)
    if "tables" not in about and not any(layout.manifest.glob("*.json")):
        return ()
    names = about.get("tables")
    if not isinstance(names, list) or any(name not in STORE_TABLES for name in names):
        raise StoreError(f"{layout.root}: not a readable store (its tables are not known)")
    return tuple(name for name in STORE_TABLES if name in names)


def read_record(layout: StorePaths, shard: str) -> Record | None:
    """Return the record of a shard, or ``None`` if the shard is not whole.

    A name that no shard has is never made a path.
    """
    if not _SHARD.fullmatch(shard):
        return None
    try:
        plain = _plain(layout.record(shard))
        seal = plain.pop(_SEAL, None)
        if seal is not None and seal != _hash(plain):
            return None
        record = Record(**plain)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return record if record.shard == shard and _is_sound(record) else None


def _is_sound(record: Record) -> bool:
    """Whether the fields of a record have the types that are written."""
    texts = (record.documents, record.failures)
    return (
        all(isinstance(table, dict) for table in (*texts, record.rows, record.files))
        and all(isinstance(value, str) for table in texts for value in table.values())
        and all(isinstance(count, int) for count in record.rows.values())
        and all(_is_seal(value) for value in record.files.values())
        and isinstance(record.limits, list | tuple)
    )


def _is_seal(value: object) -> bool:
    if not isinstance(value, list) or len(value) not in (2, 3):
        return False
    size, *hashes = value
    return isinstance(size, int) and all(isinstance(each, str) for each in hashes)


def read_order(layout: StorePaths) -> list[str] | None:
    """Return the names of the shards as the last whole run listed them, or ``None`` if damaged."""
    try:
        names = _plain(layout.order)
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(names, list):
        return None
    sound = all(isinstance(name, str) and _SHARD.fullmatch(name) for name in names)
    return names if sound else None


def write_record(layout: StorePaths, record: Record) -> None:
    """Make a shard count. The record appears whole, and stays after a loss of power."""
    plain = asdict(record)
    text = json.dumps({**plain, _SEAL: _hash(plain)}, ensure_ascii=False)
    write_whole(layout.record(record.shard), text)


def _plain(path: Path) -> Any:
    """Return what a file of JSON holds; a pipe that nobody writes to would hold us up."""
    if path.exists() and not path.is_file():
        raise OSError("no file")
    return json.loads(path.read_text(encoding="utf-8"))


def _hash(plain: Mapping[str, Any]) -> str:
    text = json.dumps(plain, sort_keys=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def write_whole(path: Path, text: str) -> None:
    """Write a small file under another name, flush it to the disk and rename it."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with temporary.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
