"""``vnpolitext statements``: who says what."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

import typer

from vnpolitext.cli.inputs import report_failures
from vnpolitext.cli.options import Jobs
from vnpolitext.cli.rows import RowsFormat, StoreOrPaths, open_or_analyze, print_rows
from vnpolitext.text import fold


class Polarity(StrEnum):
    """What is done with words."""

    asserts = "asserts"
    asks = "asks"
    orders = "orders"
    promises = "promises"
    criticises = "criticises"
    praises = "praises"


_SHOWN: Final = ["document", "date", "speaker", "speaker_office", "polarity", "text"]


def statements_command(
    paths: StoreOrPaths,
    form: Annotated[
        RowsFormat, typer.Option("--format", help="A table to read, CSV, or JSON Lines.")
    ] = RowsFormat.table,
    jobs: Jobs = 1,
    *,
    speaker: Annotated[
        str | None,
        typer.Option(help="Only those whose speaker has these words in the name or the office."),
    ] = None,
    polarity: Annotated[
        Polarity | None, typer.Option(help="Only those that assert, ask, order and so on.")
    ] = None,
) -> None:
    """Print who says what: one row a statement."""
    corpus = open_or_analyze(paths, jobs)
    found = corpus.voices()
    if polarity is not None:
        found = found[found["polarity"] == polarity.value]
    if speaker is not None:
        named = found[["speaker", "speaker_office"]].fillna("").agg("\n".join, axis=1)
        found = found[[fold(speaker) in fold(each) for each in named]]
    print_rows(found, form, days=("date",), shown=_SHOWN)
    report_failures(corpus)
