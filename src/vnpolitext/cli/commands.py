"""The commands, each imported when it is asked for: showing one file needs no tables."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_group

from vnpolitext.cli.language import translated

COMMANDS: Final = (
    *("analyze", "check", "compare", "demo", "evaluate", "export", "outline", "query"),
    *("report", "schema", "show", "statements", "tasks", "tokenize", "models"),
)
"""Names of the commands, in the order of the help; each has a module beside this one."""


class LateGroup(TyperGroup):
    """A group of commands that imports the module of a command when the command is wanted."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command; ``None`` where no command has the name, and all are there to guess."""
        del ctx
        for name in (cmd_name,) if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.commands[name] = _imported(name)
        return self.commands.get(cmd_name)


def _imported(name: str) -> Any:
    alone = typer.Typer(rich_markup_mode=None)
    module = import_module(f"vnpolitext.cli.{name}")
    if hasattr(module, "app"):
        alone.add_typer(module.app, name=name)
    else:
        alone.command(name)(getattr(module, f"{name}_command"))
    return translated(get_group(alone).commands[name])
