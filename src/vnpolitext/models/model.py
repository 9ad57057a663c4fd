"""A model's folder: its card, its files checked against the card, and the object made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vnpolitext._version import __version__
from vnpolitext.models.card import CARD_FILE, Card, read_card
from vnpolitext.models.errors import ModelError
from vnpolitext.models.kinds import KINDS
from vnpolitext.models.shelf import read_table, read_toml

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NOT_DATA: Final = (".py", ".md", ".pyc", ".typed")


@dataclass(frozen=True, slots=True)
class Model:
    """A model's folder, as a loader gets it.

    Attributes:
        card: What ``model.toml`` says.
        folder: Where the files stand.
    """

    card: Card
    folder: Path

    @classmethod
    def at(cls, folder: str | Path) -> Model:
        """Return the model in ``folder``; its files are not looked at yet.

        Raises:
            ModelError: The card is missing or faulty.
        """
        return cls(read_card(Path(folder)), Path(folder))

    def path(self, file: str) -> Path:
        """Return the path of one of the files the card names.

        Raises:
            ModelError: The card does not name the file.
        """
        if file not in self.card.files:
            raise ModelError(f"{self.folder}: the card names no file {file}")
        return self.folder / file

    def table(self, file: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a tab-separated file; see ``read_table``."""
        return read_table(self.path(file), columns)

    def toml(self, file: str) -> dict[str, Any]:
        """Return the contents of a TOML file."""
        return read_toml(self.path(file))

    def arrays(self, file: str) -> dict[str, NDArray[np.generic]]:
        """Return the arrays of a ``.npz`` file. Pickled objects in it are refused."""
        import numpy as np

        with np.load(self.path(file), allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}

    def verify(self) -> None:
        """Compare the files with the card.

        Raises:
            ModelError: The library's version does not suit, a file is missing, or a file is not
                the one the card was written for.
        """
        check_version(self.card)
        for file, digest in self.card.files.items():
            path = self.folder / file
            if not path.is_file():
                raise ModelError(f"{self.card.full_name}: the file {path} is missing")
            if file_digest(path) != digest:
                raise ModelError(
                    f"{self.card.full_name}: {path} is not the file the card was written for "
                    "(its SHA-256 differs)"
                )

    def load(self) -> Any:
        """Return the object the loader makes of the files; for plain data the folder itself.

        Raises:
            ModelError: The files do not agree with the card, the loader cannot be found or fails,
                or what it makes does not fulfil the protocol of its kind.
        """
        self.verify()
        if self.card.loader is None:
            return self
        made = _loader(self.card)(self)
        check_kind(self.card, made)
        return made


def check_kind(card: Card, made: object) -> None:
    """Raise a ModelError unless ``made`` fulfils the protocol of the card's kind."""
    protocol = KINDS[card.kind].protocol
    if protocol is not None and not isinstance(made, protocol):
        raise ModelError(
            f"{card.full_name}: {type(made).__name__} is no {protocol.__name__}, which a model of "
            f"the kind {card.kind} must be"
        )


def check_version(card: Card) -> None:
    """Raise a ModelError unless this version of the library is one the card asks for."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        suits = SpecifierSet(card.requires).contains(__version__, prereleases=True)
    except InvalidSpecifier:
        raise ModelError(f"{card.full_name}: requires is {card.requires!r}, no versions") from None
    if not suits:
        raise ModelError(
            f"{card.full_name} {card.version} works with vnpolitext {card.requires}; "
            f"this is {__version__}"
        )


def data_files(folder: Path) -> list[str]:
    """Return the paths within ``folder`` of what a card must name: all but code, notes, itself."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if is_data(path)
        and not any(part.startswith((".", "__")) for part in path.relative_to(folder).parts)
    )


def is_data(path: Path) -> bool:
    """Return whether a path in a model's folder is a file that its card must name."""
    return path.is_file() and path.name != CARD_FILE and path.suffix not in _NOT_DATA


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _loader(card: Card) -> Any:
    module, _, function = str(card.loader).partition(":")
    try:
        return getattr(import_module(module), function)
    except (ImportError, AttributeError) as error:
        raise ModelError(
            f"{card.full_name}: no loader {card.loader} ({error}); is its package installed?"
        ) from None
