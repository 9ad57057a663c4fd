"""Results to files, whole or not at all."""

import errno
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from vnpolitext.analysis import TABLES, Analysis
from vnpolitext.analysis.frames import arrow_tables
from vnpolitext.analysis.schema import store_schema
from vnpolitext.corpus.batches import batched
from vnpolitext.corpus.errors import TableError
from vnpolitext.errors import documents_with
from vnpolitext.progress import under_way

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a temporary path beside ``path``; rename it to ``path`` at the end, or remove it.

    The folder is made if it is not there. Readers see the old file or the whole new one. What the
    system says of the temporary file, or of a disk without room, names ``path``.
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    except OSError as error:  # of a name that nobody has asked for
        raise OSError(error.errno, error.strerror, str(target)) from None
    os.close(handle)
    temporary = Path(name)
    try:
        with _named(target, temporary):
            yield temporary
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _named(target: Path, temporary: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        unnamed = error.filename is None and error.errno in _NO_ROOM
        if error.errno and (unnamed or error.filename == str(temporary)):
            raise OSError(error.errno, os.strerror(error.errno), str(target)) from error
        raise


def expect_folder(folder: str | os.PathLike[str], suffix: str) -> None:
    """Tell that several files are written, where the name of one is given.

    Raises:
        TableError: The folder has the name of one of the files in it.
    """
    if Path(folder).suffix.lower() == suffix:
        raise TableError(f"{folder}: one {suffix} file a table is written; name a folder for them")


@under_way("write jsonl")
def write_jsonl(analyses: Iterable[Analysis], path: str | os.PathLike[str]) -> int:
    """Write one JSON object a line, in the shape of ``Analysis.to_dict``.

    Args:
        analyses: What to write; taken one by one.
        path: File to write; it appears whole or not at all.

    Returns:
        The number of lines.
    """
    count = 0
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as out:
        for analysis in documents_with(analyses, "to_dict"):
            out.write(json_line(analysis))
            count += 1
    return count


def json_line(analysis: Analysis) -> str:
    """Return one analysis as a line of JSON, readable where UTF-8 can hold its text."""
    record = analysis.to_dict()
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(record)
    return line + "\n"


@under_way("write tables")
def write_tables(
    analyses: Iterable[Analysis],
    folder: str | os.PathLike[str],
    *,
    tables: Iterable[str] = TABLES,
) -> dict[str, int]:
    """Write one Parquet file for each table, ``<table>.parquet``, with its schema also when empty.

    Args:
        analyses: What to write; taken in batches, so that memory stays flat.
        folder: Folder to write to; each file appears whole or not at all.
        tables: Names of the tables.

    Returns:
        The number of rows of each table.

    Raises:
        TableError: ``folder`` has the name of a Parquet file.
    """
    import pyarrow.parquet as pq

    expect_folder(folder, ".parquet")
    names = tuple(tables)
    counts = dict.fromkeys(names, 0)
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(
                pq.ParquetWriter(
                    stack.enter_context(replacing(Path(folder) / f"{name}.parquet")),
                    store_schema(name),
                )
            )
            for name in names
        }
        for batch in batched(documents_with(analyses, "persons", "metadata")):
            for name, table in arrow_tables(batch, names).items():
                writers[name].write_table(table)
                counts[name] += table.num_rows
    return counts
