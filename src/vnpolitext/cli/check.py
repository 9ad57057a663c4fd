"""``vnpolitext check``: whether the files of a store are whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vnpolitext.cli.inputs import UsageError
from vnpolitext.cli.output import say
from vnpolitext.corpus import StoreError
from vnpolitext.corpus.soundness import check, remove
from vnpolitext.corpus.store import Store
from vnpolitext.progress import under_way


def check_command(
    store: Annotated[Path, typer.Argument(help="Folder that a corpus was analysed into.")],
    *,
    repair: Annotated[
        bool, typer.Option("--repair", help="Have analyze make again what is broken.")
    ] = False,
) -> None:
    """Compare every file of a store with its hash; exit code 1 if any is broken."""
    try:
        opened = Store(store)
    except StoreError as error:
        raise UsageError(str(error)) from None
    with under_way("check"):
        found = list(check(opened.layout, opened.tables))
    for fault in found:
        say(f"{fault.path} {fault.reason}")
    if not found:
        say(f"{store}: whole")
        return
    if repair:
        shards = {fault.shard for fault in found if fault.shard is not None}
        for shard in shards:
            remove(opened.layout.record(shard))
        say(f"{store}: the next analyze into it makes {len(shards)} shards again")
    raise typer.Exit(1)
