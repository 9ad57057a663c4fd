"""``vnpolitext query``: SQL over a store."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vnpolitext.cli.inputs import UsageError
from vnpolitext.cli.output import say, write
from vnpolitext.corpus import Corpus, StoreError
from vnpolitext.corpus.cells import defused_table


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
        write(found.to_json(orient="records", lines=True, force_ascii=False))
    else:
        say(found.to_string(index=False))
