"""``vnpolitext report``: one page to explore what was found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from vnpolitext.cli.inputs import report_failures
from vnpolitext.cli.language import Lang, language, tell
from vnpolitext.cli.options import Jobs
from vnpolitext.cli.output import say, write_page
from vnpolitext.cli.rows import StoreOrPaths, is_store, open_or_analyze
from vnpolitext.views import report_html


def report_command(
    paths: StoreOrPaths,
    output: Annotated[Path, typer.Option("-o", "--output", help="Page to write.")],
    title: Annotated[str | None, typer.Option(help="Heading of the page.")] = None,
    jobs: Jobs = 1,
    lang: Lang = None,
) -> None:
    """Write one HTML page to explore a corpus: people, documents, places, directives, themes."""
    chosen = language(lang)
    corpus = open_or_analyze(paths, jobs)
    store = _way(Path(paths[0]), output) if is_store(Path(paths[0])) else None
    page = report_html(corpus, title=title, language=chosen, store=store)
    write_page(page, output)
    say(tell("Written: {path}", path=output))
    report_failures(corpus)


def _way(store: Path, page: Path) -> str:
    """Return the way from a page to a store, as a link in the page has it."""
    try:
        way = os.path.relpath(store.resolve(), page.resolve().parent)
    except ValueError:  # on another drive
        return store.resolve().as_uri()
    return f"./{Path(way).as_posix()}/"
