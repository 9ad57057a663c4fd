"""``vnpolitext demo``: the main job on a folder of articles, from text to tables and a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from vnpolitext.cli.inputs import collect, report_failures
from vnpolitext.cli.language import Lang, language, tell
from vnpolitext.cli.output import say, write_page
from vnpolitext.corpus import write_jsonl, write_tables
from vnpolitext.views import report_html
from vnpolitext.views.terminal import print_to_terminal, summary_table

_TABLES: Final = ("documents", "persons", "positions", "citations", "places", "directives")


def demo_command(
    folder: Annotated[str, typer.Argument(help="Folder of articles.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.")],
    lang: Lang = None,
) -> None:
    """Analyse a folder: JSON Lines, Parquet tables, a report, and a summary in the terminal."""
    chosen = language(lang)
    corpus = collect([folder]).analyze(progress=True)
    analyses = list(corpus)
    write_jsonl(analyses, output / "analyses.jsonl")
    write_tables(analyses, output, tables=_TABLES)
    write_page(report_html(analyses, language=chosen), output / "report.html")
    print_to_terminal(summary_table(analyses, language=chosen))
    written = tell(
        "Written to {folder}: analyses.jsonl, {count} tables, report.html",
        folder=output,
        count=len(_TABLES),
    )
    say(f"\n{written}")
    report_failures(corpus)
