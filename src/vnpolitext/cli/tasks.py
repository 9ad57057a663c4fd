"""``vnpolitext tasks``: whose task it is, and by when."""

from __future__ import annotations

from typing import Annotated

import typer

from vnpolitext.cli.inputs import report_failures
from vnpolitext.cli.options import Jobs
from vnpolitext.cli.rows import RowsFormat, StoreOrPaths, open_or_analyze, print_rows


def tasks_command(
    paths: StoreOrPaths,
    form: Annotated[
        RowsFormat, typer.Option("--format", help="A table to read, CSV, or JSON Lines.")
    ] = RowsFormat.table,
    jobs: Jobs = 1,
    *,
    by_deadline: Annotated[
        bool, typer.Option("--deadlines", help="One row a deadline, by the day it falls due.")
    ] = False,
) -> None:
    """Print who is told to do what by when: one row an actor and task."""
    corpus = open_or_analyze(paths, jobs)
    found = corpus.deadlines() if by_deadline else corpus.assignments()
    print_rows(found, form, days=("date", "due_day"))
    report_failures(corpus)
