"""``vnpolitext analyze``: documents to records."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from vnpolitext.analysis import DEFAULT, Analysis
from vnpolitext.cli.inputs import (
    STANDARD_OUTPUT,
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

_FORMATS: Final = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json"}
_OTHERS: Final = frozenset(
    {".csv", ".tsv", ".xlsx", ".xls", ".dta", ".sav", ".parquet", ".gz", ".zip", ".html", ".conllu"}
)


class OutputFormat(StrEnum):
    """How the records are written."""

    jsonl = "jsonl"
    parquet = "parquet"
    json = "json"
    store = "store"


def analyze_command(
    paths: Annotated[list[str], typer.Argument(help="Files and folders, or - for standard input.")],
    form: Annotated[
        OutputFormat | None,
        typer.Option(
            "--format",
            help="One JSON object a line, Parquet tables, one JSON list, or a store to go on with; "
            "by default what the name of the output says.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", help="A .jsonl or .json file, or a folder; by default printed."
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
    output = None if output == STANDARD_OUTPUT else output
    form = form or _form_of(output)
    target = None if output is None else Path(output)
    if target is None and form in (OutputFormat.parquet, OutputFormat.store):
        raise UsageError(f"--format {form.value} writes several tables: name a folder with -o")
    chosen: dict[str, Any] = {
        "models": choice_of(
            models, words=words, persons=persons, citations=citations, places=places
        ),
        "as_of": as_of,
        "province": province,
    }
    store = target if form is OutputFormat.store else None
    try:
        named = Named(text, identifier, column or ())
        many = store is not None
        found = collect(paths, named, metadata=metadata, ocr=ocr, many=many, **chosen)
        corpus = found.analyze(store, n_jobs=jobs, progress=True, **chosen)
    except StoreError as error:
        raise UsageError(str(error)) from None
    except VnpolitextError:
        raise
    except ValueError as error:  # a day or a province that there is not
        raise UsageError(str(error)) from None
    if store is None:
        _deliver(corpus, form, target)
    report_passed_over(found)
    report_failures(corpus)


def _form_of(output: str | None) -> OutputFormat:
    """Return the format that the name of an output says; a folder is a store.

    Raises:
        UsageError: The name is that of a file which other commands write.
    """
    if output is None:
        return OutputFormat.jsonl
    path = Path(output)
    suffix = path.suffix.lower()
    if output.endswith(("/", os.sep)) or path.is_dir() or not (suffix or path.exists()):
        return OutputFormat.store
    if suffix in _OTHERS:
        raise UsageError(
            f"{output}: analyze writes .jsonl and .json files, and folders; "
            "export writes other files of a store"
        )
    return OutputFormat(_FORMATS.get(suffix, "jsonl"))


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
