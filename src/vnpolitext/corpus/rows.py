"""Rows of tables of documents: JSON, JSON Lines, CSV, Parquet, Excel."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import warnings
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, BinaryIO, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.decoding import decode
from vnpolitext.articles.metadata import tell_misspelt
from vnpolitext.articles.reading import LARGEST, too_large
from vnpolitext.text.patterns import lazy_pattern

Row = dict[str, Any]

_BATCH: Final = 1000
_SAMPLE: Final = 65_536
_LARGEST_TABLE: Final = 4 * LARGEST
_DELIMITERS: Final = ",;\t|"
_SEPARATOR: Final = lazy_pattern(r"\ufeff?sep=(.)", re.IGNORECASE)
_HEAD: Final = 10
_DEEPEST: Final = 5
_MARKS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


_RECORDS: Final = frozenset({"persons", "citations", "places", "directives", "versions"})
_FOUND: Final = _RECORDS | {"blocks", "statements", "surrogates"}


def is_analysis(row: Mapping[str, Any]) -> bool:
    """Whether a row is what ``Analysis.to_dict`` wrote."""
    return row.keys() >= _RECORDS


def without_records(row: Mapping[str, Any]) -> Row:
    """Return what is known of a document without what an analysis has found in it."""
    return {name: value for name, value in row.items() if name not in _FOUND}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """In place of a row that cannot be read: why not, with its number."""

    reason: str


@dataclass(frozen=True)
class Columns:
    """What the columns of a table are called that hold our fields.

    Attributes:
        text: Column of the text.
        id: Column of the identifier.
        others: Our name of a field of metadata, to theirs.
        names: In place of texts, columns one of which names the document that a row is about.
    """

    text: str = "text"
    id: str = "id"
    others: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns of which one must be there."""
        return self.names or (self.text,)

    def head(self, cells: Collection[str]) -> bool:
        """Whether these are the names of the columns of such a table."""
        return any(name in cells for name in self.needed)

    def fit(self, row: Row) -> bool:
        """Whether a row has what it needs: a text, or the name of a document."""
        if self.names:
            return self.head(row)
        return isinstance(row.get(self.text), str)

    def renamed(self, row: Mapping[str, Any]) -> Row:
        """Return a row under our names; other columns keep theirs.

        >>> Columns("bài", others={"published": "ngày"}).renamed({"bài": "x", "ngày": "y"})
        {'text': 'x', 'published': 'y'}
        """
        return {self._ours.get(key, key): value for key, value in row.items()}

    @property
    def wanted(self) -> frozenset[str]:
        """The columns that were named by the caller, but for that of the text."""
        named = {self.id} if self.id != "id" else set()
        return frozenset(named.union(self.others.values()))

    @cached_property
    def _ours(self) -> Mapping[str, str]:
        names = {theirs: ours for ours, theirs in self.others.items()}
        return names if self.names else names | {self.text: "text", self.id: "id"}


@dataclass(frozen=True, slots=True)
class _Table:
    """One table to read: what an error calls it, its kind, its contents, its columns."""

    name: str
    suffix: str
    stream: BinaryIO
    columns: Columns

    def whole(self, stream: Any = None) -> bytes:
        data: bytes = (stream or self.stream).read(_LARGEST_TABLE + 1)
        if len(data) > _LARGEST_TABLE:
            size = _LARGEST_TABLE / 2**20
            raise ArticleError(self.name, f"more than {size:.0f} MB, too much to read at once")
        return data

    def need_head(self, found: list[str]) -> None:
        if not self.columns.head(found):
            told = ", ".join(found) or "none"
            *others, last = map(repr, self.columns.needed)
            wanted = f"{', '.join(others)} or {last}" if others else last
            raise ArticleError(self.name, f"no column {wanted}; there are {told}")
        if missing := self.columns.wanted.difference(found):
            told = ", ".join(found)
            raise ArticleError(self.name, f"lacks the column {min(missing)!r}; there are {told}")


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
    table = _Table(name, suffix, stream, columns)
    missing = set(columns.wanted)
    count = unfit = 0
    for row in _READERS.get(suffix, _csv if columns.names else _jsonl)(table):
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


def _jsonl(table: _Table) -> Iterator[Row | Unreadable]:
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


def _in_utf8(table: _Table) -> BinaryIO:
    """Return the contents of a table; what a mark shows to be UTF-16 is written anew."""
    head = table.stream.read(2)
    whole: Any = io.BufferedReader(_Joined(head, table.stream))
    if head not in _MARKS:
        return whole  # type: ignore[no-any-return]
    return io.BytesIO(decode(table.whole(whole))[0].encode())


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(line)[0]


def _json(table: _Table) -> Iterator[Row | Unreadable]:
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


def _parquet(table: _Table) -> Iterator[Row]:
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


def _csv(table: _Table) -> Iterator[Row | Unreadable]:
    csv.field_size_limit(max(LARGEST, csv.field_size_limit()))  # of the process; never lowered
    try:
        lines = _lines(table)
        header, mark = _header(table, lines)
        for number, cells in enumerate(csv.reader(lines, delimiter=mark), start=1):
            if cells:
                yield _fields(number, cells, header, mark, table.columns)
    except (UnicodeError, csv.Error, ValueError) as error:
        if isinstance(error, ArticleError):
            raise
        raise ArticleError(table.name, f"not a readable CSV file ({error})") from None


def _header(table: _Table, lines: Iterator[str]) -> tuple[list[str], str]:
    """Return the names of the columns and what parts them; titles over them are passed over."""
    told: list[str] = []
    mark = "\t" if table.suffix == ".tsv" else ""
    for line in itertools.islice(lines, _HEAD):
        if named := _SEPARATOR.fullmatch(line.strip()):
            mark = named[1]
            continue
        parted = mark or max(_DELIMITERS, key=line.count)
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=parted), [])]
        if table.columns.head(cells):
            table.need_head(cells)
            return cells, parted
        told = told or cells
    table.need_head(told)
    return told, mark


def _fields(
    number: int, cells: list[str], header: list[str], mark: str, columns: Columns
) -> Row | Unreadable:
    """Return the fields of a row; marks that stand in an unquoted text at its end are text."""
    while len(cells) > len(header) and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > len(header):
        if header[-1] != columns.text:
            return Unreadable(f"row {number} has {len(cells)} fields, not {len(header)}")
        last = len(header) - 1
        cells = [*cells[:last], mark.join(cells[last:])]
    cells += [""] * (len(header) - len(cells))
    return {key: value or None for key, value in zip(header, cells, strict=True)}


def _lines(table: _Table) -> Iterator[str]:
    """Yield the lines of a table in UTF-8 as they come, in another encoding after all is read."""
    sample = table.stream.read(_SAMPLE)
    rest = io.BufferedReader(_Joined(sample, table.stream))
    encoding = _MARKS.get(sample[:2])
    if encoding is None and _is_utf8(sample):
        encoding = "utf-8-sig"
    if encoding is not None:
        yield from io.TextIOWrapper(rest, encoding=encoding, newline="")
        return
    yield from io.StringIO(decode(table.whole(rest))[0], newline="")


def _is_utf8(sample: bytes) -> bool:
    for end in range(4):
        try:
            sample[: len(sample) - end].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return sample.count(0) * 10 < len(sample) + 1
    return False


class _Joined(io.RawIOBase):
    """Bytes that were read already, and the stream that they came from."""

    def __init__(self, head: bytes, tail: BinaryIO) -> None:
        self._head, self._tail = io.BytesIO(head), tail

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head.read(len(buffer)) or self._tail.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _xlsx(table: _Table) -> Iterator[Row]:
    try:
        import openpyxl
    except ImportError:
        raise ArticleError(
            table.name, "needs openpyxl: pip install 'vnpolitext[formats]'"
        ) from None

    try:
        book = openpyxl.load_workbook(io.BytesIO(table.whole()), read_only=True)
    except Exception as error:  # noqa: BLE001 - damaged files make it raise nearly anything
        raise ArticleError(
            table.name, f"not a readable Excel file ({type(error).__name__})"
        ) from None
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
    for cells in itertools.islice(rows, _HEAD):
        names = ["" if cell is None else str(cell).strip() for cell in cells]
        first = first or names
        if columns.head(names):
            return first, names
    return first, []


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


_READERS: Final = {
    ".json": _json, ".csv": _csv, ".tsv": _csv, ".parquet": _parquet, ".xlsx": _xlsx,
    ".jsonl": _jsonl, ".ndjson": _jsonl,
}  # fmt: skip
TABLES: Final = frozenset(_READERS)
"""Suffixes of tables of documents."""
