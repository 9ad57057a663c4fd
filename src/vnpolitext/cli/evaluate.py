"""``vnpolitext evaluate``: the library, or a model of yours, against annotated texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from vnpolitext.analysis import DEFAULT, Choice, analyze
from vnpolitext.cli.options import Citations, Models, Persons, Places, choice_of
from vnpolitext.cli.output import say, write_page, write_sheet
from vnpolitext.evaluation import (
    Floors,
    GoldError,
    Run,
    compare_runs,
    differences_table,
    errors_page,
    errors_table,
    figures_table,
    read_gold,
    read_windows,
    run,
)


def evaluate_command(
    gold: Annotated[Path, typer.Argument(help="A .jsonl file of annotated texts, or a folder.")],
    *,
    by: Annotated[
        str | None, typer.Option(help="Field that groups the texts: genre, year, ...")
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="Errors to list of each kind.")] = 0,
    errors_to: Annotated[
        Path | None, typer.Option(help="Write all errors to a .html page or a .csv table.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    texts: Annotated[
        Path | None, typer.Option(help="Folder of the raw texts that stand-off annotation names.")
    ] = None,
    floors: Annotated[
        Path | None, typer.Option(help="File of floors: exit with 1 if a figure is below its own.")
    ] = None,
    raise_: Annotated[
        bool, typer.Option("--raise", help="Write higher floors where figures are higher.")
    ] = False,
    lower: Annotated[
        str | None, typer.Option(help="Reason for which floors may sink; kept in the file.")
    ] = None,
    persons: Persons = DEFAULT,
    citations: Citations = DEFAULT,
    places: Places = DEFAULT,
    models: Models = None,
) -> None:
    """Score against annotated texts: precision, recall and F1 in per cent, with intervals.

    With another model the library's own is scored too, and the two are compared in pairs.
    """
    if (raise_ or lower) and floors is None:
        raise typer.BadParameter("--raise and --lower need --floors FILE")
    choice = choice_of(models, persons=persons, citations=citations, places=places)
    documents = read_gold(gold) if texts is None else read_windows(gold, texts)
    scored = run(documents, predictor(choice))
    if as_json:
        say(json.dumps(scored.total.to_dict()))
    else:
        say(figures_table(scored, by).to_string(index=False))
        _print_attributes(scored)
    _list_errors(scored, errors)
    if errors_to is not None:
        _write_errors(scored, errors_to)
    if floors is not None:
        _hold(gold, scored, floors, raised=raise_, reason=lower)
    if choice.others and not as_json:
        print_difference(run(documents), scored)


def _hold(gold: Path, scored: Run, path: Path, *, raised: bool, reason: str | None) -> None:
    """Compare the figures with their floors, or write new ones; leave with 1 below a floor."""
    known, figures = Floors.read(path), scored.total.to_dict()
    try:
        if raised or reason:
            for change in known.renew(gold, figures, reason=reason):
                say(change, err=True)
            known.write(path)
        short = known.check(gold, figures)
    except GoldError as error:
        say(str(error), err=True)
        raise typer.Exit(2) from None
    for each in short:
        say(str(each), err=True)
    if short:
        raise typer.Exit(1)


def predictor(choice: Choice) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """Return a function that analyses an annotated document with the chosen models."""
    return lambda document: analyze(document["text"], id=document["id"], models=choice).to_dict()


def print_difference(first: Run, second: Run) -> None:
    """Print the paired comparison of two runs."""
    say("\nBeside the library's own (first), F1 in per cent:")
    say(differences_table(compare_runs(first, second)).to_string(index=False))


def _print_attributes(scored: Run) -> None:
    total, values = scored.total, scored.total.to_dict()
    say("\nAttributes of citations whose span was found, share that is right in per cent:")
    for name, figure in total.attributes.items():
        say(f"{name:12} {values[f'citations.{name}'] or 0:6.2f}   gold {figure.gold}")
    if not any(figure.gold for figure in total.fields.values()):
        return
    say(
        "\nFields of positions whose span and person were found, share that is right in per cent"
        "\n(since and until: F1 of the values given):"
    )
    for name, figure in total.fields.items():
        say(f"{name:12} {values[f'fields.{name}'] or 0:6.2f}   gold {figure.gold}")


def _list_errors(scored: Run, count: int) -> None:
    for name in scored.figures:
        for error in [error for error in scored.errors if error.figure == name][:count]:
            say(f"{name}  {error.document}  {error.sign}: {error.context or error.fact!r}")


def _write_errors(scored: Run, path: Path) -> None:
    if path.suffix == ".csv":
        write_sheet(errors_table(scored.errors), path)
    else:
        write_page(errors_page(scored), path)
