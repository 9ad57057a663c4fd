"""The commands that print rows of what a store, or texts read now, say."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from vnpolitext.cli.inputs import collect
from vnpolitext.cli.output import say, write

if TYPE_CHECKING:
    import pandas as pd

    from vnpolitext.corpus import Corpus

_WIDTH: Final = 60

StoreOrPaths = Annotated[
    list[str],
    typer.Argument(metavar="STORE|PATHS", help="A store, analyses, or files and folders."),
]


class RowsFormat(StrEnum):
    """How the rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


def open_or_analyze(paths: list[str], jobs: int) -> Corpus:
    """Return the corpus of a store or of analyses, or that of files and folders, read now."""
    from vnpolitext.corpus import Corpus

    if len(paths) == 1 and is_analysed(Path(paths[0])):
        return Corpus.open(paths[0])
    return collect(paths).analyze(n_jobs=jobs)


def is_analysed(path: Path) -> bool:
    """Whether a path is a store, or a file of analyses."""
    from vnpolitext.corpus.readback import holds_analyses

    return is_store(path) or holds_analyses(path)


def is_store(path: Path) -> bool:
    """Whether a path is a store."""
    return (path / "store.json").is_file()


def print_rows(
    found: pd.DataFrame,
    form: RowsFormat,
    *,
    days: Sequence[str],
    shown: Sequence[str] | None = None,
) -> None:
    """Print the rows of a frame.

    Args:
        found: The rows.
        form: How they are printed.
        days: The columns that hold days.
        shown: The columns of the table; all of them with ``None``.
    """
    from vnpolitext.corpus.cells import defused_table

    if form is RowsFormat.csv:
        write(defused_table(found).to_csv(index=False, date_format="%Y-%m-%d"))
    elif form is RowsFormat.json:
        written = {name: found[name].dt.strftime("%Y-%m-%d") for name in days}
        write(found.assign(**written).to_json(orient="records", lines=True, force_ascii=False))
    elif len(found):
        table = found if shown is None else found[list(shown)]
        say(table.to_string(index=False, max_colwidth=_WIDTH, na_rep=""))
