"""Metadata from outside the documents: a table beside them, or a function of the path."""

import csv
import os
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import Any

from vnpolitext.articles import ArticleError
from vnpolitext.articles.metadata import is_known
from vnpolitext.corpus.sources import Describe


def describer(metadata: Any) -> Describe:
    """Return the function that tells what is known about a document.

    Args:
        metadata: ``None``; the path of a CSV file or a DataFrame, with a column ``id`` (or
            ``path``, or ``file``) and one column for each field; a mapping from id to fields; or a
            function of the path that returns the fields.

    Raises:
        ArticleError: The CSV file is missing or has no column that names the document.
        TypeError: ``metadata`` is something else.
    """
    if metadata is None:
        return _nothing
    if isinstance(metadata, str | os.PathLike):
        return _Lookup(_read_csv(Path(metadata)))
    if isinstance(metadata, Mapping):
        return _Lookup({str(key): dict(fields) for key, fields in metadata.items()})
    if hasattr(metadata, "to_dict") and hasattr(metadata, "columns"):
        rows = metadata.to_dict("records")
        return _Lookup(_by_name(rows, list(map(str, metadata.columns)), "the table of metadata"))
    if callable(metadata):
        return _OfPath(metadata)
    raise TypeError(f"metadata is a table, a mapping or a function, not {type(metadata).__name__}")


def _nothing(_identifier: str, _path: str) -> dict[str, Any]:
    return {}


class _Lookup:
    """Fields by id, by path, or by the name of the file."""

    def __init__(self, rows: Mapping[str, Mapping[str, Any]]) -> None:
        self.rows = rows

    def __call__(self, identifier: str, path: str) -> Mapping[str, Any]:
        for key in (identifier, path, PurePath(path).name, PurePath(path).stem):
            if key in self.rows:
                return self.rows[key]
        return {}


class _OfPath:
    """Fields from the path of a document, by the caller's function."""

    def __init__(self, function: Callable[[Path], Mapping[str, Any]]) -> None:
        self.function = function

    def __call__(self, identifier: str, path: str) -> Mapping[str, Any]:
        return self.function(Path(path or identifier))


def _read_csv(path: Path) -> dict[str, dict[str, Any]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            rows = list(reader)
    except FileNotFoundError:
        raise ArticleError(path, "no such file") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ArticleError(path, f"not a readable CSV file ({error})") from None
    return _by_name(rows, list(reader.fieldnames or ()), path)


def _by_name(
    rows: list[dict[str, Any]], columns: list[str], name: str | os.PathLike[str]
) -> dict[str, dict[str, Any]]:
    key = next((column for column in ("id", "path", "file") if column in columns), None)
    if key is None:
        there = ", ".join(columns) or "none"
        raise ArticleError(name, f"no column 'id', 'path' or 'file'; there are {there}")
    return {
        str(row[key]): {
            str(field): value
            for field, value in row.items()
            if field not in (key, None) and is_known(value)
        }
        for row in rows
    }
