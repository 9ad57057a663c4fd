"""``vnpolitext compare``: what documents talk about, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vnpolitext.cli.inputs import UsageError, report_failures
from vnpolitext.cli.language import Lang, language, tell
from vnpolitext.cli.options import Jobs
from vnpolitext.cli.output import say, write_page, write_sheet
from vnpolitext.cli.rows import StoreOrPaths, open_or_analyze
from vnpolitext.views import report_html


def compare_command(
    paths: StoreOrPaths,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.")],
    by: Annotated[
        str | None,
        typer.Option(help="Metadata field, or year, quarter, month: what groups the documents."),
    ] = None,
    lexicon: Annotated[
        str, typer.Option(help="Theme lexicon: a name, or a TOML, CSV or YAML file.")
    ] = "political",
    jobs: Jobs = 1,
    *,
    lang: Lang = None,
) -> None:
    """Compare themes, words, similarity and shared passages; write tables and a report."""
    from vnpolitext.themes import compare

    chosen = language(lang)
    corpus = open_or_analyze(paths, jobs)
    analyses = list(corpus)
    if not analyses:
        report_failures(corpus)
    try:
        comparison = compare(analyses, by=by, lexicon=lexicon)
    except ValueError as error:
        raise UsageError(str(error)) from None
    for name, table in comparison.tables().items():
        write_sheet(table, output / f"{name}.csv", index=name == "similarity")
    write_page(report_html(analyses, comparison, language=chosen), output / "report.html")
    page = output / "report.html"
    say(tell("{count} documents compared: {path}", count=len(analyses), path=page))
    report_failures(corpus)
