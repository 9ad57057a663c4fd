"""Metadata from outside the documents: a table beside them, or a function of the path."""

import csv
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Any, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.metadata import FIELDS, is_known
from vnpolitext.corpus.sources import Describe, Pending

_SHOWN: Final = 5
_ALIKE: Final = 0.85
_READ: Final = (*FIELDS, "province")


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


def telling(sources: Iterator[Pending], describe: Describe) -> Iterator[Pending]:
    """Yield the documents, and warn at the end of rows of metadata that no document has used."""
    yield from sources
    if isinstance(describe, _Lookup):
        describe.tell()


def _nothing(_identifier: str, _path: str) -> dict[str, Any]:
    return {}


class _Lookup:
    """Fields by id, by path, or by the name of the file."""

    def __init__(self, rows: Mapping[str, Mapping[str, Any]]) -> None:
        self.rows = rows
        self.used: set[str] = set()
        self.told = False
        _tell_misspelt({field for fields in rows.values() for field in fields})

    def __call__(self, identifier: str, path: str) -> Mapping[str, Any]:
        for key in (identifier, path, PurePath(path).name, PurePath(path).stem):
            if key in self.rows:
                self.used.add(key)
                return self.rows[key]
        return {}

    def tell(self) -> None:
        left = [key for key in self.rows if key not in self.used]
        if left and not self.told:
            self.told = True
            more = ", ..." if len(left) > _SHOWN else ""
            warnings.warn(
                f"metadata: {len(left):,} of {len(self.rows):,} rows match no document: "
                f"{', '.join(left[:_SHOWN])}{more}",
                UserWarning,
                stacklevel=2,
            )


def _tell_misspelt(fields: Iterable[str]) -> None:
    """Warn of fields that look like one that is read, and are none."""
    for field in sorted(set(fields).difference(_READ)):
        for meant in get_close_matches(field, _READ, n=1, cutoff=_ALIKE):
            told = f"metadata: the field {field!r} is kept, but it is {meant!r} that is read"
            warnings.warn(told, UserWarning, stacklevel=2)


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
