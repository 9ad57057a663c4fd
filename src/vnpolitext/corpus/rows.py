"""Rows of tables of documents: JSON, JSON Lines, CSV, Parquet, Excel."""

from __future__ import annotations

import io
import itertools
import json
import warnings
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.decoding import decode
from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.articles.metadata import tell_misspelt
from vnpolitext.articles.reading import LARGEST, too_large
from vnpolitext.corpus.columns import HEAD, Columns, Row, Table, Unreadable
from vnpolitext.corpus.csv_rows import MARKS, Joined, csv_rows
from vnpolitext.errors import VnpolitextError

_BATCH: Final = 1000
_DEEPEST: Final = 5
_RECORDS: Final = frozenset({"persons", "citations", "places", "directives", "versions"})
_FOUND: Final = _RECORDS | {"blocks", "statements", "surrogates"}


def is_analysis(row: Mapping[str, Any]) -> bool:
    """Whether a row is what ``Analysis.to_dict`` wrote."""
    return row.keys() >= _RECORDS


def without_records(row: Mapping[str, Any]) -> Row:
    """Return what is known of a document without what an analysis has found in it."""
    return {name: value for name, value in row.items() if name not in _FOUND}


def read_rows(
    name: str, suffix: str, stream: BinaryIO, columns: Columns | None = None
) -> Iterator[Row | Unreadable]:
    """Yield the rows of a table under our names, and which of them cannot be read.

    Args:
        name: What an error calls the table.
        suffix: Which kind of table it is.
        stream: Its contents.
        columns: What its columns are called.

    Raises:
        ArticleError: It is damaged, or has no column of texts.
    """
    columns = columns or Columns()
    table = Table(name, suffix, stream, columns)
    missing = set(columns.wanted)
    count = unfit = 0
    for row in _READERS.get(suffix, csv_rows if columns.names else _jsonl)(table):
        if isinstance(row, Unreadable):
            unfit += 1
            yield row
            continue
        if not count and not columns.names:
            tell_misspelt(columns.renamed(row))
        count += 1
        if missing:
            missing.difference_update(row)
        yield columns.renamed(row)
    if unfit and not count:
        wanted = " or ".join(map(repr, columns.needed))
        warnings.warn(f"{name}: no row has a {wanted}", UserWarning, stacklevel=2)
    if count and missing:
        warnings.warn(f"{name}: no row has a {min(missing)!r}", UserWarning, stacklevel=2)


def _jsonl(table: Table) -> Iterator[Row | Unreadable]:
    number = 0
    stream = _in_utf8(table)
    while line := stream.readline(LARGEST):
        number += 1
        if len(line) == LARGEST and not line.endswith(b"\n"):
            yield Unreadable(f"line {number}: {too_large(LARGEST + 1)}")
            while len(stream.readline(LARGEST)) == LARGEST:
                pass
            continue
        if not line.strip():
            continue
        try:
            row = json.loads(_decoded(line))
        except (ValueError, RecursionError) as error:
            yield Unreadable(f"line {number} is not JSON ({error})")
            continue
        yield _checked(row, f"line {number}", table.columns)


def _in_utf8(table: Table) -> BinaryIO:
    """Return the contents of a table; what a mark shows to be UTF-16 is written anew."""
    head = table.stream.read(2)
    whole: Any = io.BufferedReader(Joined(head, table.stream))
    if head not in MARKS:
        return whole  # type: ignore[no-any-return]
    return io.BytesIO(decode(table.whole(whole))[0].encode())


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(line)[0]


def _json(table: Table) -> Iterator[Row | Unreadable]:
    data, columns = table.whole(), table.columns
    try:
        value = json.loads(decode(data)[0])
    except (ValueError, RecursionError) as error:
        raise ArticleError(table.name, f"not readable JSON ({error})") from None
    if isinstance(value, dict) and any(
        isinstance(value.get(name), list | dict) for name in columns.needed
    ):
        value = _by_row(value)
    elif isinstance(value, dict) and not columns.head(value):
        lists = [item for item in value.values() if isinstance(item, list) and item]
        keyed = value and all(isinstance(item, dict) for item in value.values())
        if len(lists) == 1:
            value = lists[0]
        elif keyed:
            value = [{columns.id: key, **item} for key, item in value.items()]
    rows = value if isinstance(value, list) else [value]
    checked = [_checked(row, f"object {at}", columns) for at, row in enumerate(rows, start=1)]
    if all(isinstance(row, Unreadable) for row in checked):
        told = " or ".join(map(repr, columns.needed))
        raise ArticleError(table.name, f"no object with a field {told}")
    yield from checked


def _by_row(columns: Mapping[str, Any]) -> list[Row]:
    """Return the rows of a table that is written column by column, as lists or by row number."""
    cells = {
        name: list(column.values()) if isinstance(column, dict) else column
        for name, column in columns.items()
        if isinstance(column, list | dict)
    }
    return [dict(zip(cells, row, strict=True)) for row in itertools.zip_longest(*cells.values())]


def _checked(row: object, place: str, columns: Columns) -> Row | Unreadable:
    if isinstance(row, dict) and columns.text not in row and "." in columns.text:
        row = _flat(row)
    if isinstance(row, dict) and columns.fit(row):
        return row
    return Unreadable(f"{place} is no object with a {' or '.join(columns.needed)}")


def _flat(row: Row, before: str = "", depth: int = 0) -> Row:
    """Return an object with those inside it as fields of their own, named with dots."""
    found: Row = {}
    for key, value in row.items():
        if isinstance(value, dict) and depth < _DEEPEST:
            found |= _flat(value, f"{before}{key}.", depth + 1)
        else:
            found[before + key] = value
    return found


def _parquet(table: Table) -> Iterator[Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(table.stream) as file:
            table.need_head(file.schema_arrow.names)
            for batch in file.iter_batches(batch_size=_BATCH):
                yield from batch.to_pylist()
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        if isinstance(error, ArticleError | MemoryError | TimeoutError):
            raise
        raise ArticleError(table.name, f"not a readable Parquet file ({error})") from None


def _xlsx(table: Table) -> Iterator[Row]:
    try:
        import openpyxl
    except ImportError:
        raise ArticleError(
            table.name, "needs openpyxl: pip install 'vnpolitext[formats]'"
        ) from None

    try:
        # Sheets are read as their rows are asked for.
        with read_by_others("Excel file"):
            book = openpyxl.load_workbook(io.BytesIO(table.whole()), read_only=True)
            yield from _rows_of_book(book, table)
    except VnpolitextError:
        raise
    except ValueError as error:
        raise ArticleError(table.name, str(error)) from None


def _rows_of_book(book: Any, table: Table) -> Iterator[Row]:
    seen: list[str] = []
    found = False
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        first, header = _head_of(rows, table.columns)
        seen += first
        if not header:
            continue
        found = True
        table.need_head([key for key in header if key])
        for cells in rows:
            if any(cell is not None for cell in cells):
                yield {key: _plain(cell) for key, cell in zip(header, cells, strict=False) if key}
    if not found:
        table.need_head([key for key in seen if key])


def _head_of(rows: Iterator[Any], columns: Columns) -> tuple[list[str], list[str]]:
    """Return the first row of a sheet, and the names of its columns, which titles may precede."""
    first: list[str] = []
    for cells in itertools.islice(rows, HEAD):
        names = ["" if cell is None else str(cell).strip() for cell in cells]
        first = first or names
        if columns.head(names):
            return first, names
    return first, []


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


_READERS: Final = {
    ".json": _json, ".csv": csv_rows, ".tsv": csv_rows, ".parquet": _parquet, ".xlsx": _xlsx,
    ".jsonl": _jsonl, ".ndjson": _jsonl,
}  # fmt: skip
TABLES: Final = frozenset(_READERS)
"""Suffixes of tables of documents."""
