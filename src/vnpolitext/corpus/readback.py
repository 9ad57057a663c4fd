"""What was written, read back as it was: tables, and analyses of JSON Lines."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.analysis.frames import arrow_columns, frame_of
from vnpolitext.analysis.schema import STORE_TABLES, store_schema
from vnpolitext.articles.formats.kinds import kind_of_table
from vnpolitext.corpus.cells import fused
from vnpolitext.corpus.errors import StoreError, TableError
from vnpolitext.corpus.rows import is_analysis
from vnpolitext.progress import track, under_way

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_HEAD: Final = 1 << 16


@under_way("read table")
def read_table(path: str | os.PathLike[str]) -> pd.DataFrame:
    """Return a table that ``to_csv``, ``to_parquet`` or a store has written, as the corpus has it.

    Columns have the types that they have in memory, also of a CSV file, which itself knows none:
    codes keep their zeros, dates are dates, lists are tuples.

    Args:
        path: A CSV or Parquet file named after its table, or the folder of a table of a store.

    Raises:
        TableError: The file is missing, or is no table of a corpus.
    """
    source = Path(path)
    table = source.stem if source.suffix else source.name
    if table not in STORE_TABLES:
        raise TableError(f"{path}: no table of a corpus; there are {', '.join(STORE_TABLES)}")
    if not source.exists():
        raise TableError(f"{path}: no such file or folder")
    try:
        if source.suffix == ".csv":
            return _of_csv(source, table)
        import pyarrow.parquet as pq

        return frame_of(pq.read_table(source), table)
    except (ValueError, KeyError) as error:
        raise TableError(f"{path}: no readable table {table} ({error})") from None


def holds_analyses(path: str | os.PathLike[str]) -> bool:
    """Whether a file has analyses, one a line, as ``to_jsonl`` writes them."""
    source = Path(path)
    if not source.is_file():
        return False
    with source.open("rb") as stream:
        if kind_of_table(stream.peek(_HEAD)) != ".jsonl":
            return False
        try:
            first = json.loads(stream.readline())
        except (ValueError, RecursionError):
            return False
    return isinstance(first, dict) and is_analysis(first)


def read_analyses(path: str | os.PathLike[str]) -> Iterator[Analysis]:
    """Yield the analyses that ``to_jsonl`` wrote into a file.

    Raises:
        StoreError: A line is no analysis.
    """
    with Path(path).open(encoding="utf-8") as stream:
        for number, line in enumerate(track(stream, "documents"), start=1):
            try:
                yield Analysis.from_dict(json.loads(line))
            except (ValueError, TypeError, RecursionError) as error:
                raise StoreError(f"{path}: line {number} is no analysis ({error})") from None


def _of_csv(path: Path, table: str) -> pd.DataFrame:
    import pandas as pd

    raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    shape = store_schema(table)
    read = {field.name: _reader(field.type) for field in shape}
    columns = {
        name: [reader(cell) if cell else None for cell in raw[name]]
        for name, reader in read.items()
    }
    return frame_of(arrow_columns(columns, table), table)


def _reader(kind: pa.DataType) -> Callable[[str], Any]:
    import pyarrow as pa

    if pa.types.is_nested(kind):
        return json.loads
    if pa.types.is_timestamp(kind):
        return datetime.fromisoformat
    if pa.types.is_boolean(kind):
        return lambda cell: cell == "True"
    if pa.types.is_integer(kind):
        return int
    return float if pa.types.is_floating(kind) else fused
