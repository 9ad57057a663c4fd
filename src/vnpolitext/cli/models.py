"""``vnpolitext models``: the models that can be found, and the way to one of your own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vnpolitext import models
from vnpolitext.cli.options import say_whose_code
from vnpolitext.cli.output import say
from vnpolitext.models.card import CARD_FILE
from vnpolitext.models.scaffold import new_package
from vnpolitext.models.seal import seal_all

app = typer.Typer(help="The models that can be found, and the way to one of your own.")


Name = Annotated[str, typer.Argument(help="kind/name, a name alone, or a folder.")]


@app.callback(invoke_without_command=True)
def models_command(context: typer.Context) -> None:
    """List the models, or do one of the things below."""
    if context.invoked_subcommand is None:
        list_command()


@app.command("list")
def list_command(
    kind: Annotated[str | None, typer.Argument(help="Only models of this kind.")] = None,
) -> None:
    """List the models: kind and name, version, what each is."""
    for card in models.list(kind):
        say(f"{card.full_name:32} {card.version:8} {card.summary}")
    for problem in models.survey():
        if isinstance(problem, models.ModelError):
            say(f"vnpolitext: {problem}", err=True)


@app.command("show")
def show_command(name: Name) -> None:
    """Show the card of a model, and where it stands."""
    card = models.card(name)
    if card.folder is None:
        say(f"{card.full_name} {card.version}: {card.summary} (registered by hand)")
        return
    path = card.folder / CARD_FILE
    say(f"# {path}\n{path.read_text(encoding='utf-8').rstrip()}")


@app.command("new")
def new_command(
    kind: Annotated[str, typer.Argument(help="words, persons, citations, places, themes, ...")],
    name: Annotated[str, typer.Argument(help="Whose it is and what it is called: mylab/cutter-2")],
    folder: Annotated[Path | None, typer.Option("-o", "--output", help="Where to.")] = None,
) -> None:
    """Write a package with a small working model: card, data, code, tests, README."""
    say(f"written: {new_package(kind, name, folder)}")


@app.command("check")
def check_command(
    folder: Annotated[Path, typer.Argument(help="The folder of model.toml.")],
) -> None:
    """Check a model: card, files, and what it loads, with the test kit of its kind."""
    from vnpolitext.testing import CheckError, advice, check_model

    say_whose_code(str(folder))
    try:
        say(str(check_model(folder)))
    except CheckError as error:
        say(str(error), err=True)
        raise typer.Exit(1) from None
    for line in advice(folder):
        say(f"note: {line}")


@app.command("seal")
def seal_command(
    folder: Annotated[Path, typer.Argument(help="A model's folder, or one that holds several.")],
) -> None:
    """Write the SHA-256 of every data file into the card."""
    for changed in seal_all(folder):
        say(f"sealed {changed}")


@app.command("evaluate")
def evaluate_command(
    name: Name,
    gold: Annotated[
        Path,
        typer.Argument(help="Annotated texts (.jsonl) or a folder; CoNLL-U for word segmenters."),
    ],
) -> None:
    """Score a model against annotated texts, and compare it with the library's own."""
    from vnpolitext.analysis import Choice
    from vnpolitext.cli.evaluate import predictor, print_difference
    from vnpolitext.cli.inputs import UsageError
    from vnpolitext.evaluation import figures_table, read_gold, run
    from vnpolitext.testing import measure_model

    kind = models.card(name).kind
    say_whose_code(name)
    if kind == "words":
        measured, _ = measure_model(name, gold)
        say(figures_table(measured).to_string(index=False))
        return
    if kind not in ("persons", "citations", "places", *models.DATA_KINDS):
        raise UsageError(f"{name} is of the kind {kind}, which annotated texts do not measure")
    documents = read_gold(gold)
    scored = run(documents, predictor(Choice.of({kind: name})))
    table = figures_table(scored)
    if kind not in models.DATA_KINDS:
        table = table[table["figure"].str.startswith(f"{kind}.")]
    say(table.to_string(index=False))
    print_difference(run(documents), scored)
