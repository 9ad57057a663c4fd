"""Old Word files (``.doc``), through a program that is found on the machine."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from vnpolitext.articles.decoding import decode
from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.formats.grid import Cell, Row, is_page, table_lines
from vnpolitext.articles.formats.word import read_docx

_SECONDS: Final = 120
_OFFICES: Final = ("soffice", "libreoffice")
_PRINTERS: Final = (("antiword", "-m", "UTF-8.txt", "-w", "0"), ("catdoc", "-d", "utf-8", "-w"))
_REASON: Final = (
    "an old Word file; save it as .docx, or install LibreOffice, antiword or catdoc to read it here"
)


def read_doc(data: bytes, _encoding: str | None = None) -> Reading:
    """Return the text of an old Word file.

    LibreOffice makes it a ``.docx`` file, which is read as such; antiword and catdoc print its
    text.

    Raises:
        ValueError: None of these programs is installed, or they cannot read the file.
    """
    with tempfile.TemporaryDirectory(prefix="vnpolitext-") as folder:
        source = Path(folder) / "a.doc"
        source.write_bytes(data)
        for name in _OFFICES:
            if (program := shutil.which(name)) is not None:
                return read_docx(_converted(program, source))
        for name, *options in _PRINTERS:
            if (program := shutil.which(name)) is not None:
                text, _ = decode(_output([program, *options, str(source)], name))
                draft = Draft()
                for line, kind in _printed(text.split("\n")):
                    draft.add(line, kind)
                return draft.reading()
    raise ValueError(_REASON)


def _printed(lines: list[str]) -> Iterator[tuple[str, str | None]]:
    """Yield the lines, those between bars as tables: antiword prints a row on several."""
    for is_table, run in groupby((line.rstrip() for line in lines), key=_has_bars):
        if not is_table:
            yield from ((line, None) for line in run)
            continue
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in run]
        for width, part in groupby(cells, key=len):
            rows = list(part)
            whole = Row([Cell([row[at] for row in rows if row[at]]) for at in range(width)])
            if is_page([whole], drawn=False):
                yield from table_lines([whole], drawn=False)
            else:
                yield from table_lines(_rows(rows), drawn=True)


def _has_bars(line: str) -> bool:
    return len(line) > 2 and line[0] == line[-1] == "|"


def _rows(lines: list[list[str]]) -> list[Row]:
    """Return the rows of a table; one begins where its first cell has words."""
    rows: list[Row] = []
    for cells in lines:
        if cells[0] or not rows:
            rows.append(Row([Cell() for _ in cells]))
        for cell, words in zip(rows[-1].cells, cells, strict=True):
            cell.lines += [words] if words else []
    return rows


def _converted(program: str, source: Path) -> bytes:
    profile = source.parent / "profile"
    _output(
        [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", str(source.parent), str(source),
        ],
        Path(program).name,
    )  # fmt: skip
    made = source.with_suffix(".docx")
    if not made.is_file():
        raise ValueError(f"an old Word file that {Path(program).name} cannot read")
    return made.read_bytes()


def _output(command: list[str], name: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - the program is found by its name, the file is ours
            command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise ValueError(f"{name} took longer than {_SECONDS} seconds") from None
    except OSError as error:
        raise ValueError(f"{name} cannot be run ({error.strerror})") from None
    if done.returncode:
        raise ValueError(f"an old Word file that {name} cannot read")
    return done.stdout
