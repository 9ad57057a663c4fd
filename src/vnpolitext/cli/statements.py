"""``vnpolitext statements``: who says what."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from vnpolitext.cli.inputs import collect, report_failures
from vnpolitext.cli.options import Jobs
from vnpolitext.cli.output import say, write
from vnpolitext.text import fold


class StatementsFormat(StrEnum):
    """How the rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


class Polarity(StrEnum):
    """What is done with words."""

    asserts = "asserts"
    asks = "asks"
    orders = "orders"
    promises = "promises"
    criticises = "criticises"
    praises = "praises"


_SHOWN: Final = ["document", "date", "speaker", "speaker_office", "polarity", "text"]
_WIDTH: Final = 60


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("statements")(statements_command)


def statements_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="STORE|PATHS", help="A store, or files and folders.")
    ],
    form: Annotated[
        StatementsFormat, typer.Option("--format", help="A table to read, CSV, or JSON Lines.")
    ] = StatementsFormat.table,
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
    from vnpolitext.corpus import Corpus
    from vnpolitext.corpus.cells import defused_table

    is_store = len(paths) == 1 and (Path(paths[0]) / "store.json").is_file()
    corpus = Corpus.open(paths[0]) if is_store else collect(paths).analyze(n_jobs=jobs)
    found = corpus.voices()
    if polarity is not None:
        found = found[found["polarity"] == polarity.value]
    if speaker is not None:
        named = found[["speaker", "speaker_office"]].fillna("").agg("\n".join, axis=1)
        found = found[[fold(speaker) in fold(each) for each in named]]
    if form is StatementsFormat.csv:
        write(defused_table(found).to_csv(index=False, date_format="%Y-%m-%d"))
    elif form is StatementsFormat.json:
        days = found["date"].dt.strftime("%Y-%m-%d")
        write(found.assign(date=days).to_json(orient="records", lines=True, force_ascii=False))
    elif len(found):
        say(found[_SHOWN].to_string(index=False, max_colwidth=_WIDTH, na_rep=""))
    report_failures(corpus)
