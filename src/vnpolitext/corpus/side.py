"""Metadata from outside the documents: a table beside them, or a function of the path."""

import os
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.day_order import DayOrder
from vnpolitext.articles.metadata import tell_misspelt
from vnpolitext.corpus.columns import Columns, Unreadable
from vnpolitext.corpus.containers import rows_of
from vnpolitext.corpus.frames import is_table, rows_of_table
from vnpolitext.corpus.sources import Describe, Pending
from vnpolitext.text.values import is_known, name_of

_SHOWN: Final = 5
_NAMES: Final = ("id", "path", "file")


def describer(metadata: Any) -> Describe:
    """Return the function that tells what is known about a document.

    Args:
        metadata: ``None``; a table, as the path of a file, a DataFrame or a list of mappings, with
            a column ``id`` (or ``path``, or ``file``) and one column for each field; a mapping
            from id to fields; or a function of the path that returns the fields.

    Raises:
        ArticleError: The file is missing, or the table has no column that names the document.
        TypeError: ``metadata`` is something else.
    """
    if metadata is None:
        return _nothing
    if isinstance(metadata, str | os.PathLike):
        return _Lookup(_of_file(Path(metadata)))
    if isinstance(metadata, Mapping):
        _expect_fields(metadata.values())
        return _Lookup({name_of(key): fields for key, fields in metadata.items()})
    if is_table(metadata):
        return _Lookup(_by_name(rows_of_table(metadata)[1], "the table of metadata"))
    if isinstance(metadata, Sequence):
        _expect_fields(metadata)
        return _Lookup(_by_name(metadata, "the table of metadata"))
    if callable(metadata):
        return _OfPath(metadata)
    raise TypeError(f"metadata is a table, a mapping or a function, not {type(metadata).__name__}")


def _expect_fields(rows: Iterable[object]) -> None:
    for row in rows:
        if not isinstance(row, Mapping):
            raise TypeError(
                f"the metadata of a document is a mapping of fields, not {type(row).__name__}"
            )


def telling(sources: Iterator[Pending], describe: Describe) -> Iterator[Pending]:
    """Yield the documents, and warn at the end of what does not fit in what was told of them."""
    yield from sources
    if isinstance(describe, _Lookup | _OfPath):
        describe.tell()


def _nothing(_identifier: str, _path: str) -> dict[str, Any]:
    return {}


class _Lookup:
    """Fields by id, by path, or by the name of the file."""

    def __init__(self, rows: Mapping[str, Mapping[str, Any]]) -> None:
        self.rows = rows
        self.used: set[str] = set()
        self.told = False
        tell_misspelt({field for fields in rows.values() for field in fields})
        order = DayOrder()
        for fields in rows.values():
            order.see(fields)
        order.tell()

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


class _OfPath:
    """Fields from the path of a document, by the caller's function."""

    def __init__(self, function: Callable[[Path], Mapping[str, Any]]) -> None:
        self.function = function
        self.order = DayOrder()

    def __call__(self, identifier: str, path: str) -> Mapping[str, Any]:
        found = self.function(Path(path or identifier)) or {}
        _expect_fields([found])
        self.order.see(found)
        return found

    def tell(self) -> None:
        self.order.tell()
        self.order = DayOrder()


def _of_file(path: Path) -> dict[str, Mapping[str, Any]]:
    """Return the fields by name of a table of any kind that a corpus can be made of."""
    found = []
    for row in rows_of(path, Columns(names=_NAMES)):
        if isinstance(row, Unreadable):
            raise ArticleError(path, row.reason)
        found.append(row)
    return _by_name(found, path)


def _by_name(
    rows: Sequence[Mapping[str, Any]], name: str | os.PathLike[str]
) -> dict[str, Mapping[str, Any]]:
    """Return the fields of every row that say something, by the document that it names."""
    if not rows:
        return {}
    key = next((column for column in _NAMES if any(column in row for row in rows)), None)
    if key is None:
        there = ", ".join(map(str, rows[0])) or "none"
        raise ArticleError(name, f"no column 'id', 'path' or 'file'; there are {there}")
    named = [(name_of(row[key]), row) for row in rows if is_known(row.get(key))]
    _tell_repeated(Counter(document for document, _ in named))
    return {
        document: {
            str(field): value for field, value in row.items() if field != key and is_known(value)
        }
        for document, row in named
    }


def _tell_repeated(counts: Counter[str]) -> None:
    """Warn of documents with several rows, of which the last one counts."""
    repeated = [document for document, count in counts.items() if count > 1]
    if repeated:
        more = ", ..." if len(repeated) > _SHOWN else ""
        told = f"{', '.join(repeated[:_SHOWN])}{more}"
        warnings.warn(
            f"metadata: of several rows of one document the last counts: {told}",
            UserWarning,
            stacklevel=2,
        )
