"""Files that hold many documents: ``.jsonl``, ``.parquet``, ``.csv`` and ``.zip``."""

import csv
import json
import os
import zipfile
import zlib
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.reading import LARGEST, too_large

CONTAINERS: Final = frozenset({".jsonl", ".ndjson", ".parquet", ".csv", ".zip"})
_BATCH: Final = 1000


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table of documents; a row that cannot be read has a ``problem``.

    Raises:
        ArticleError: The file is missing or damaged, or has no column ``text``.
    """
    suffix = path.suffix.lower()
    readers = {".parquet": _parquet, ".csv": _csv}
    try:
        yield from readers.get(suffix, _jsonl)(path)
    except FileNotFoundError:
        raise ArticleError(path, "no such file") from None
    except OSError as error:
        raise ArticleError(path, error.strerror or str(error)) from None


def zip_members(path: Path, suffixes: Collection[str]) -> list[str]:
    """Return the names of the articles in a ``.zip``, sorted.

    Raises:
        ArticleError: The file is missing, truncated or no zip.
    """
    archive = _archive(os.fspath(path), _stamp(path))
    return sorted(
        name
        for name in archive.namelist()
        if PurePath(name).suffix.lower() in suffixes
        and not name.startswith("__MACOSX/")
        and not PurePath(name).name.startswith((".", "~$"))
    )


def read_member(path: str, name: str) -> bytes:
    """Return the contents of one file in a ``.zip``.

    Raises:
        ArticleError: It is damaged, encrypted or larger than an article.
    """
    where = f"{path}/{name}"
    archive = _archive(path, _stamp(Path(path)))
    try:
        info = archive.getinfo(name)
        if info.file_size > LARGEST:
            raise ArticleError(where, too_large(info.file_size))
        if info.flag_bits & 1:
            raise ArticleError(where, "encrypted with a password")
        with archive.open(info) as stream:
            return stream.read(LARGEST)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as error:
        raise ArticleError(where, f"damaged in its zip file ({error})") from None


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError as error:
        raise ArticleError(path, error.strerror or type(error).__name__) from None
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _archive(path: str, _stamp: tuple[int, int]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise ArticleError(path, f"a damaged or truncated zip file ({error})") from None
    except OSError as error:
        raise ArticleError(path, error.strerror or type(error).__name__) from None


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except ValueError as error:
                yield {"problem": f"line {number} is not JSON ({error})"}
                continue
            if isinstance(row, dict) and isinstance(row.get("text"), str):
                yield row
            else:
                yield {"problem": f"line {number} is no object with a text"}


def _parquet(path: Path) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            _need_text(path, file.schema_arrow.names)
            for batch in file.iter_batches(batch_size=_BATCH):
                yield from batch.to_pylist()
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise ArticleError(path, f"not a readable Parquet file ({error})") from None


def _csv(path: Path) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(LARGEST)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            _need_text(path, list(rows.fieldnames or ()))
            for row in rows:
                row.pop(None, None)
                yield {key: value or None for key, value in row.items()}
    except (UnicodeDecodeError, csv.Error) as error:
        raise ArticleError(path, f"not a readable CSV file ({error})") from None


def _need_text(path: Path, columns: list[str]) -> None:
    if "text" not in columns:
        raise ArticleError(path, f"no column 'text'; there are {', '.join(columns) or 'none'}")
