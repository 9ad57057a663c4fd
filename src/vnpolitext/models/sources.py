"""Where models are looked for: the shelf, installed packages, folders named by the user."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vnpolitext.models.card import CARD_FILE, Card, read_card
from vnpolitext.models.errors import ModelError
from vnpolitext.models.shelf import shelf

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from importlib.metadata import EntryPoint

ENTRY_POINTS: Final = "vnpolitext.models"
VARIABLE: Final = "VNPOLITEXT_MODELS"


def survey() -> list[Card | ModelError]:
    """Return every card that can be found, and for every one that cannot be read the error."""
    found: dict[Path, Card | ModelError] = {}
    problems: list[Card | ModelError] = []
    for folder in _folders():
        if isinstance(folder, ModelError):
            problems.append(folder)
        elif (place := folder.resolve()) not in found:
            found[place] = card_at(folder)
    return [*found.values(), *problems]


def surroundings() -> tuple[str, ...]:
    """Return what decides where models are looked for; equal while that stays the same."""
    return (os.environ.get(VARIABLE, ""), *sys.path)


def card_at(folder: Path) -> Card | ModelError:
    """Return the card in ``folder``, or the error that reading it gave."""
    try:
        stamp = (folder / CARD_FILE).stat().st_mtime_ns
    except OSError:
        stamp = 0
    return _card_at(folder, stamp)


@lru_cache(maxsize=256)
def _card_at(folder: Path, _stamp: int) -> Card | ModelError:
    try:
        return read_card(folder)
    except ModelError as error:
        return error


def _folders() -> Iterator[Path | ModelError]:
    yield from _within(shelf())
    yield from _installed()
    for name in os.environ.get(VARIABLE, "").split(os.pathsep):
        if name and not Path(name).is_dir():
            yield ModelError(f"{VARIABLE} names {name}, which is no folder")
        elif name:
            yield from _within(Path(name))


def _within(folder: Path) -> Iterator[Path]:
    """Yield ``folder`` itself if it is a model, else the models one to three levels below."""
    for pattern in (CARD_FILE, f"*/{CARD_FILE}", f"*/*/{CARD_FILE}", f"*/*/*/{CARD_FILE}"):
        yield from (card.parent for card in sorted(folder.glob(pattern)))


def _installed() -> Iterator[Path | ModelError]:
    """Yield the folders of installed packages; no code of theirs is run."""
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        yield _package_folder(point)


def _package_folder(point: EntryPoint) -> Path | ModelError:
    folders = _folders_of(point.value)
    if not folders:
        return ModelError(
            f"the entry point {point.name} of the group {ENTRY_POINTS} names {point.value}, which "
            "is no package"
        )
    return Path(folders[0])


def _folders_of(package: str) -> list[str]:
    """Return the folders of a package. `importlib.util.find_spec` would import its parents."""
    places: Sequence[str] | None = None
    done = ""
    for part in package.split("."):
        done = f"{done}.{part}" if done else part
        spec = _spec(done, places)
        if spec is None or spec.submodule_search_locations is None:
            return []
        try:
            places = list(spec.submodule_search_locations)
        except KeyError:  # a folder without __init__ in one, whose parent would have to be imported
            return []
    return list(places or ())


def _spec(name: str, places: Sequence[str] | None) -> ModuleSpec | None:
    for finder in sys.meta_path:
        try:
            spec = finder.find_spec(name, places, None)
        except (ImportError, ValueError):
            continue
        if spec is not None:
            return spec
    return None
