"""The tables of a corpus as an Excel workbook."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from vnpolitext.analysis import TABLES, Analysis, columns
from vnpolitext.analysis.codebook import codebook
from vnpolitext.analysis.frames import arrow_tables
from vnpolitext.corpus.cells import flat, is_formula, xml_text
from vnpolitext.corpus.errors import TableError
from vnpolitext.corpus.write import replacing
from vnpolitext.errors import MissingPackageError
from vnpolitext.progress import track

_ROWS: Final = 1_048_576
_CELL: Final = 32_767
_CUT: Final = " […]"


def write_excel(
    analyses: Iterable[Analysis],
    path: str | os.PathLike[str],
    *,
    tables: Iterable[str] = TABLES,
) -> None:
    """Write a workbook with one sheet a table, and a sheet ``codebook`` on their columns.

    Codes stay texts, dates are dates; lists and records in a cell are JSON. No cell is calculated.
    A cell of a workbook holds 32,767 characters: what is longer is cut there and ends with
    ``[…]``; the table ``documents`` has the number of characters of each text.

    Raises:
        MissingPackageError: openpyxl is not installed.
        TableError: A table has more rows than a sheet of Excel, or the file another suffix.
    """
    if (suffix := Path(path).suffix.lower()) not in ("", ".xlsx"):
        raise TableError(f"{path}: a workbook is an .xlsx file, not {suffix}")
    names, documents = tuple(tables), list(analyses)

    def sheets() -> Iterator[tuple[str, list[Iterable[Any]]]]:
        for name in track(names, "tables", unit="table"):
            table = arrow_tables(documents, (name,))[name]
            yield name, [columns(name), *(row.values() for row in table.to_pylist())]
        told = codebook(names)
        yield "codebook", [list(told.columns), *told.to_numpy().tolist()]

    save_workbook(path, sheets())


def save_workbook(
    path: str | os.PathLike[str],
    sheets: Mapping[str, Iterable[Iterable[Any]]] | Iterable[tuple[str, Iterable[Iterable[Any]]]],
) -> None:
    """Write rows of cells as sheets of a workbook, the head of each frozen; see `write_excel`.

    Raises:
        MissingPackageError: openpyxl is not installed.
        TableError: A table has more rows than a sheet of Excel.
    """
    try:
        import openpyxl
    except ImportError:
        raise MissingPackageError(
            "an Excel workbook needs openpyxl: pip install 'vnpolitext[formats]'"
        ) from None
    with replacing(path) as temporary:
        book = openpyxl.Workbook(write_only=True)
        with _closed(book, path):
            for name, rows in sheets.items() if isinstance(sheets, Mapping) else sheets:
                _sheet(book, name, list(rows))
            _save(book, temporary)


def _save(book: Any, path: Path) -> None:
    """Write a workbook; its archive is closed also where there is no room, and says so once."""
    from openpyxl.writer.excel import ExcelWriter

    archive = _Undated(path, "w", ZIP_DEFLATED)
    try:
        ExcelWriter(book, archive).save()
    except Exception:
        with suppress(Exception):
            archive.close()
        raise


class _Undated(ZipFile):
    """An archive whose members have no time: a clock may stand before the first it could hold."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        member = zinfo_or_arcname
        if isinstance(member, str):
            member = self._member(member)
        super().writestr(member, data, compress_type, compresslevel)

    def write(self, filename: Any, arcname: Any = None, *_args: Any, **_named: Any) -> None:
        source = Path(filename)
        member = self._member(arcname)
        member.file_size = source.stat().st_size
        with source.open("rb") as sheet, self.open(member, "w") as goal:
            copyfileobj(sheet, goal)

    def _member(self, name: str) -> ZipInfo:
        member = ZipInfo(name)
        member.compress_type = self.compression
        return member


@contextmanager
def _closed(book: Any, path: str | os.PathLike[str]) -> Iterator[None]:
    """Close the sheets of a workbook that cannot be written, and tell what the system says of it.

    Each is written to a file of its own first, by lxml where that is installed, whose errors are
    none of the system: ``IO_ENOSPC``.
    """
    try:
        yield
    except Exception as error:
        for sheet in book.worksheets:
            with suppress(Exception):
                sheet.close()
        told = str(error).partition("IO_")[2]
        if hasattr(errno, told):
            number = getattr(errno, told)
            raise OSError(number, os.strerror(number), os.fspath(path)) from None
        raise


def _sheet(book: Any, name: str, found: list[Iterable[Any]]) -> None:
    from openpyxl.cell import WriteOnlyCell

    if len(found) > _ROWS:
        raise TableError(
            f"{name} has {len(found) - 1:,} rows, a sheet of Excel holds {_ROWS - 1:,}; "
            "write CSV or Parquet, or select fewer documents"
        )
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for row in found:
        cells = []
        for value in row:
            held = value if isinstance(value, datetime) else _short(xml_text(flat(value)))
            cell = WriteOnlyCell(sheet, value=held)
            if isinstance(held, str):
                cell.data_type = "s"  # else a text that begins with = is calculated
                if is_formula(held):
                    cell.quotePrefix = True  # nor when somebody changes the cell
            elif isinstance(held, datetime):
                midnight = held == held.replace(hour=0, minute=0, second=0)
                cell.number_format = "yyyy-mm-dd" if midnight else "yyyy-mm-dd hh:mm:ss"
            cells.append(cell)
        sheet.append(cells)


def _short(value: Any) -> Any:
    if not isinstance(value, str) or len(value.encode("utf-16-le")) // 2 <= _CELL:
        return value
    whole = value.encode("utf-16-le")[: 2 * (_CELL - len(_CUT))]
    return whole.decode("utf-16-le", errors="ignore") + _CUT
