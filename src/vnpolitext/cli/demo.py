"""``vnpolitext demo``: the main job on a folder of articles, from text to tables and a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from vnpolitext.cli.inputs import collect, report_failures
from vnpolitext.cli.output import say, write_page
from vnpolitext.corpus import write_jsonl, write_tables
from vnpolitext.views import report_html
from vnpolitext.views.terminal import print_to_terminal, summary_table

_TABLES: Final = ("documents", "persons", "positions", "citations", "places", "directives")


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("demo")(demo_command)


def demo_command(
    folder: Annotated[str, typer.Argument(help="Folder of articles.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.")],
) -> None:
    """Analyse a folder: JSON Lines, Parquet tables, a report, and a summary in the terminal."""
    from vnpolitext.themes import compare

    corpus = collect([folder]).analyze(progress=True)
    analyses = list(corpus)
    write_jsonl(analyses, output / "analyses.jsonl")
    write_tables(analyses, output, tables=_TABLES)
    comparison = compare(analyses) if analyses else None
    write_page(report_html(analyses, comparison), output / "report.html")
    print_to_terminal(summary_table(analyses))
    say(f"\nWritten to {output}: analyses.jsonl, {len(_TABLES)} tables, report.html")
    report_failures(corpus)
