"""``vnpolitext tasks``: whose task it is, and by when."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vnpolitext.cli.inputs import collect, report_failures
from vnpolitext.cli.options import Jobs
from vnpolitext.cli.output import say, write


class TasksFormat(StrEnum):
    """How the rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


_SHOWN = 60


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("tasks")(tasks_command)


def tasks_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="STORE|PATHS", help="A store, or files and folders.")
    ],
    form: Annotated[
        TasksFormat, typer.Option("--format", help="A table to read, CSV, or JSON Lines.")
    ] = TasksFormat.table,
    jobs: Jobs = 1,
    *,
    by_deadline: Annotated[
        bool, typer.Option("--deadlines", help="One row a deadline, by the day it falls due.")
    ] = False,
) -> None:
    """Print who is told to do what by when: one row an actor and task."""
    from vnpolitext.corpus import Corpus
    from vnpolitext.corpus.cells import defused_table

    is_store = len(paths) == 1 and (Path(paths[0]) / "store.json").is_file()
    corpus = Corpus.open(paths[0]) if is_store else collect(paths).analyze(n_jobs=jobs)
    found = corpus.deadlines() if by_deadline else corpus.assignments()
    if form is TasksFormat.csv:
        write(defused_table(found).to_csv(index=False, date_format="%Y-%m-%d"))
    elif form is TasksFormat.json:
        for name in ("date", "due_day"):
            found[name] = found[name].dt.strftime("%Y-%m-%d")
        write(found.to_json(orient="records", lines=True, force_ascii=False))
    elif len(found):
        say(found.to_string(index=False, max_colwidth=_SHOWN, na_rep=""))
    report_failures(corpus)
