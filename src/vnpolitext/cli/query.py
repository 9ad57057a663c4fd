"""``vnpolitext query``: SQL over a store."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vnpolitext.cli.inputs import UsageError
from vnpolitext.cli.output import say, write
from vnpolitext.corpus import Corpus, StoreError
from vnpolitext.corpus.cells import defused_table

if TYPE_CHECKING:
    import pandas as pd


class ResultFormat(StrEnum):
    """How the rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


def query_command(
    store: Annotated[Path, typer.Argument(help="Folder or file that a corpus was analysed into.")],
    sql: Annotated[str, typer.Argument(help="One SELECT statement, in DuckDB's dialect.")],
    form: Annotated[
        ResultFormat, typer.Option("--format", help="A table to read, CSV, or JSON Lines.")
    ] = ResultFormat.table,
) -> None:
    """Ask a store with SQL; its Parquet files are read in place."""
    try:
        found = Corpus.open(store).sql(sql)
    except (StoreError, ImportError) as error:
        raise UsageError(str(error)) from None
    except ValueError as error:
        raise UsageError(str(error).splitlines()[0]) from None
    if form is ResultFormat.csv:
        write(defused_table(found).to_csv(index=False))
    elif form is ResultFormat.json:
        write("".join(_lines(found)))
    else:
        say(found.to_string(index=False))


def _lines(found: pd.DataFrame) -> Iterator[str]:
    """Yield the rows as JSON Lines: dates as in ISO 8601, what JSON has no word for as text."""
    for row in found.astype(object).where(found.notna(), None).to_dict("records"):
        yield json.dumps(_plain(row), ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, float | Decimal):
        return float(value) if math.isfinite(value) else None
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return value.isoformat() if isinstance(value, date | time) else str(value)
