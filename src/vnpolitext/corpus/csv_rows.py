"""Rows of CSV, however it is encoded and whatever parts its fields."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.decoding import decode
from vnpolitext.articles.reading import LARGEST
from vnpolitext.corpus.columns import HEAD, Columns, Row, Table, Unreadable
from vnpolitext.text.patterns import lazy_pattern

MARKS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""What a table in UTF-16 begins with."""
_SAMPLE: Final = 65_536
_DELIMITERS: Final = ",;\t|"
_SEPARATOR: Final = lazy_pattern(r"\ufeff?sep=(.)", re.IGNORECASE)


def csv_rows(table: Table) -> Iterator[Row | Unreadable]:
    """Yield the rows of a table of CSV, and which of them cannot be read."""
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


def _header(table: Table, lines: Iterator[str]) -> tuple[list[str], str]:
    """Return the names of the columns and what parts them; titles over them are passed over."""
    told: list[str] = []
    mark = "\t" if table.suffix == ".tsv" else ""
    for line in itertools.islice(lines, HEAD):
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


def _lines(table: Table) -> Iterator[str]:
    """Yield the lines of a table in UTF-8 as they come, in another encoding after all is read."""
    sample = table.stream.read(_SAMPLE)
    rest = io.BufferedReader(Joined(sample, table.stream))
    encoding = MARKS.get(sample[:2])
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


class Joined(io.RawIOBase):
    """Bytes that were read already, and the stream that they came from."""

    def __init__(self, head: bytes, tail: BinaryIO) -> None:
        """Put ``head`` before what is left of ``tail``."""
        self._head, self._tail = io.BytesIO(head), tail

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer and return how much of it."""
        data = self._head.read(len(buffer)) or self._tail.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
