"""The files of a store: where tables, commit records and temporary files stand."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

FORMAT: Final = 2
"""Version of the layout of a store."""


@dataclass(frozen=True, slots=True)
class StorePaths:
    """Paths inside a store.

    A store is a folder with one folder for each table, in it one Parquet file for each shard.
    ``manifest/<shard>.json`` is written last and makes a shard count; ``store.json`` says what the
    store was made with.

    Attributes:
        root: Folder of the store.
        run: Name of the run that writes; its unfinished files have a folder of their own, so that
            a worker which outlives its run writes nothing into the next.
    """

    root: Path
    run: str = ""

    @property
    def about(self) -> Path:
        """What the store was made with."""
        return self.root / "store.json"

    @property
    def order(self) -> Path:
        """The names of the shards in the order of the corpus."""
        return self.root / "order.json"

    @property
    def manifest(self) -> Path:
        """Folder of the commit records."""
        return self.root / "manifest"

    @property
    def temporary(self) -> Path:
        """Folder of the files of all runs that are not finished."""
        return self.root / ".tmp"

    @property
    def workshop(self) -> Path:
        """Folder of the files of this run that are not finished."""
        return self.temporary / self.run

    @property
    def lock(self) -> Path:
        """File that a run holds locked."""
        return self.root / ".lock"

    def is_foreign(self, path: Path) -> bool:
        """Whether a file in the folder is none of those with which a run begins a store."""
        return path.name != self.lock.name and not path.name.startswith(f".{self.about.name}.")

    def record(self, shard: str) -> Path:
        """Return the commit record of a shard."""
        return self.manifest / f"{shard}.json"

    def table(self, table: str, shard: str) -> Path:
        """Return the Parquet file of a shard's rows of a table."""
        return self.root / table / f"{shard}.parquet"

    def journal(self, shard: str, attempt: str) -> Path:
        """Return the file that tells which document of a shard a worker is at."""
        return self.workshop / f"{shard}.{attempt}.at"

    def journals(self, shard: str = "*") -> list[Path]:
        """Return the journals of all attempts at a shard, or at any, that have not ended well."""
        return list(self.workshop.glob(f"{shard}.*.at"))
