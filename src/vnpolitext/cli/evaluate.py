"""``vnpolitext evaluate``: the library against annotated texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from vnpolitext.evaluation import Evaluation, evaluate, read_gold


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("evaluate")(evaluate_command)


def evaluate_command(
    gold: Annotated[Path, typer.Argument(help="A .jsonl file of annotated texts, or a folder.")],
    errors: Annotated[int, typer.Option(min=0, help="Errors to list of each kind.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score the library against annotated texts: precision, recall and F1 in per cent."""
    evaluation = evaluate(read_gold(gold))
    if as_json:
        typer.echo(json.dumps(evaluation.to_dict()))
        return
    _print_figures(evaluation)
    for name in evaluation.figures:
        listed = [error for error in evaluation.errors if error.figure == name][:errors]
        for error in listed:
            shown = error.context or error.fact
            typer.echo(f"{name}  {error.document}  {error.sign}: {shown!r}")


def _print_figures(evaluation: Evaluation) -> None:
    for name, figure in evaluation.figures.items():
        typer.echo(
            f"{name:20} P {100 * figure.precision:6.2f}  R {100 * figure.recall:6.2f}  "
            f"F1 {100 * figure.f1:6.2f}   gold {figure.gold}  predicted {figure.predicted}"
        )
    for name, figure in evaluation.attributes.items():
        typer.echo(f"citations.{name:10} accuracy {100 * figure.recall:6.2f}   gold {figure.gold}")
