"""``vnpolitext analyze``: documents to records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from vnpolitext.analysis import DEFAULT, Analysis
from vnpolitext.cli.inputs import (
    STANDARD_INPUT,
    Named,
    UsageError,
    collect,
    report_failures,
    report_passed_over,
)
from vnpolitext.cli.options import (
    AsOf,
    Citations,
    Column,
    Identifier,
    Jobs,
    Metadata,
    Models,
    Ocr,
    Persons,
    Places,
    Province,
    Text,
    Words,
    choice_of,
)
from vnpolitext.cli.output import write
from vnpolitext.corpus import Corpus, StoreError, write_jsonl, write_tables
from vnpolitext.corpus.write import json_line, replacing
from vnpolitext.errors import VnpolitextError


class OutputFormat(StrEnum):
    """How the records are written."""

    jsonl = "jsonl"
    parquet = "parquet"
    json = "json"
    store = "store"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("analyze")(analyze_command)


def analyze_command(
    paths: Annotated[list[str], typer.Argument(help="Files and folders, or - for standard input.")],
    form: Annotated[
        OutputFormat,
        typer.Option(
            "--format",
            help="One JSON object a line, Parquet tables, one JSON list, or a store to go on with.",
        ),
    ] = OutputFormat.jsonl,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="File, or folder for Parquet and stores; by default printed."
        ),
    ] = None,
    jobs: Jobs = 1,
    *,
    text: Text = "text",
    identifier: Identifier = "id",
    column: Column = None,
    metadata: Metadata = None,
    ocr: Ocr = False,
    as_of: AsOf = None,
    province: Province = None,
    words: Words = DEFAULT,
    persons: Persons = DEFAULT,
    citations: Citations = DEFAULT,
    places: Places = DEFAULT,
    models: Models = None,
) -> None:
    """Find persons, citations, places and directives in documents."""
    if output is None and form in (OutputFormat.parquet, OutputFormat.store):
        raise UsageError(f"--format {form.value} writes several tables: name a folder with -o")
    if form is OutputFormat.store and STANDARD_INPUT in paths:
        raise UsageError("--format store takes files and folders, not standard input")
    chosen: dict[str, Any] = {
        "models": choice_of(
            models, words=words, persons=persons, citations=citations, places=places
        ),
        "as_of": as_of,
        "province": province,
    }
    store = output if form is OutputFormat.store else None
    try:
        named = Named(text, identifier, column or ())
        found = collect(paths, named, metadata=metadata, ocr=ocr, **chosen)
        corpus = found.analyze(store, n_jobs=jobs, progress=True, **chosen)
    except StoreError as error:
        raise UsageError(str(error)) from None
    except VnpolitextError:
        raise
    except ValueError as error:  # a day or a province that there is not
        raise UsageError(str(error)) from None
    if store is None:
        _deliver(corpus, form, output)
    report_passed_over(found)
    report_failures(corpus)


def _deliver(corpus: Corpus, form: OutputFormat, output: Path | None) -> None:
    if output is not None and form is OutputFormat.parquet:
        write_tables(corpus, output)
    elif form is OutputFormat.json:
        _write(_as_list(corpus), output)
    elif output is not None:
        write_jsonl(corpus, output)
    else:
        for analysis in corpus:
            write(json_line(analysis))


def _as_list(analyses: Iterable[Analysis]) -> str:
    return json.dumps([analysis.to_dict() for analysis in analyses], indent=1) + "\n"


def _write(text: str, output: Path | None) -> None:
    if output is None:
        write(text)
        return
    with replacing(output) as temporary:
        temporary.write_text(text, encoding="utf-8")
