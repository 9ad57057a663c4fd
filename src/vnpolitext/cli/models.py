"""``vnpolitext models``: the models on the shelf."""

from __future__ import annotations

import typer

from vnpolitext.models import read_toml, shelf

app = typer.Typer(help="The models on the shelf.", rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def models_command(context: typer.Context) -> None:
    """List the models: kind, name, version, what each is."""
    if context.invoked_subcommand is None:
        list_command()


@app.command("list")
def list_command() -> None:
    """List the models: kind, name, version, what each is."""
    for path in sorted(shelf().glob("*/*/model.toml")):
        card = read_toml(path)
        name = f"{card['kind']}/{card['name']}"
        typer.echo(f"{name:32} {card['version']:8} {card['summary']}")
