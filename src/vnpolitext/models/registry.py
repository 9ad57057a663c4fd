"""Models by name: list them, read a card, load one, register an object."""

from __future__ import annotations

from functools import lru_cache
from os import PathLike
from pathlib import Path
from threading import Lock
from typing import Any

from vnpolitext.errors import expect
from vnpolitext.models.card import CARD_FILE, Card, card_faults, read_version
from vnpolitext.models.errors import ModelError
from vnpolitext.models.kinds import KINDS
from vnpolitext.models.model import Model, check_kind
from vnpolitext.models.sources import card_at, surroundings, survey

_registered: dict[str, tuple[Card, Any]] = {}
_changes = 0
_lock = Lock()


def list_models(kind: str | None = None) -> tuple[Card, ...]:
    """Return the cards of all models: the shelf's, installed ones, those of named folders.

    Args:
        kind: Only models of this kind.

    Raises:
        ModelError: There is no such kind.

    Example:
        >>> from vnpolitext import models
        >>> "places/vietnam-units" in [card.full_name for card in models.list("places")]
        True
    """
    _check_kind_name(kind)
    cards = [found for found in survey() if isinstance(found, Card)]
    cards += [card for card, _ in _registered.values()]
    return tuple(
        sorted(
            (card for card in cards if kind in (None, card.kind)),
            key=lambda card: (card.full_name, card.version),
        )
    )


def card(name: str, *, kind: str | None = None) -> Card:
    """Return the card of one model.

    Args:
        name: ``"kind/name"``, the name alone where no other model has it, or the path of a folder.
        kind: The kind it must have.

    Raises:
        ModelError: There is no such model, there are several, or it is of another kind.
    """
    _check_kind_name(kind)
    expect(name, (str, PathLike), "the name of a model is wanted")
    folder = _as_folder(name)
    if folder is not None:
        found = card_at(folder)
        if isinstance(found, ModelError):
            raise ModelError(str(found))
        if kind not in (None, found.kind):
            raise ModelError(f"{folder} is a model of the kind {found.kind}, not {kind}")
        return found
    found = _search(name, kind, surroundings(), _changes)
    if found.folder is not None and card_at(found.folder) != found:
        _search.cache_clear()
        return _search(name, kind, surroundings(), _changes)
    return found


def load(name: str, *, kind: str | None = None) -> Any:
    """Return a model, ready to use; loaded once a process.

    Args:
        name: ``"kind/name"``, the name alone where no other model has it, or the path of a folder.
        kind: The kind it must have.

    Returns:
        An object that fulfils the protocol of its kind; for plain data a
        [`Model`][vnpolitext.models.Model], which reads its files.

    Raises:
        ModelError: There is no such model or several, it is of another kind or for another version
            of this library, a file is missing or not what the card says, or its loader fails.
    """
    found = card(name, kind=kind)
    if found.folder is None:
        return _registered[found.full_name][1]
    return _load(found.folder, (found.folder / CARD_FILE).stat().st_mtime_ns)


def register(
    model: Any,
    *,
    kind: str,
    name: str,
    version: str = "0.0.0",
    summary: str = "registered by hand",
) -> Card:
    """Make an object known by name in this process.

    Other processes do not see it; for work that is spread over processes, give the model a folder.

    Args:
        model: An object that fulfils the protocol of ``kind``.
        kind: A key of `KINDS` that has a protocol.
        name: Its name; no other model of the kind may have it.
        version: Three numbers.
        summary: One sentence.

    Returns:
        The card it got.

    Raises:
        ModelError: The name is taken or no name, the kind is unknown, or the object does not
            fulfil its protocol.

    Example:
        >>> from vnpolitext import models
        >>> class Spaces:
        ...     def segment(self, text):
        ...         at, spans = 0, []
        ...         for word in text.split():
        ...             at = text.index(word, at)
        ...             spans.append((at, at + len(word)))
        ...             at += len(word)
        ...         return spans
        >>> models.register(Spaces(), kind="words", name="example/spaces").full_name
        'words/example/spaces'
        >>> models.load("example/spaces").segment("công tác cán bộ")
        [(0, 4), (5, 8), (9, 12), (13, 15)]
        >>> models.unregister("words/example/spaces")
    """
    global _changes  # noqa: PLW0603 - tells the search that there is something new
    _check_kind_name(kind)
    made = Card(kind, name, version, "none", ("the caller",), summary)
    faults = [
        fault
        for fault in card_faults({"kind": kind, "name": name, "version": version})
        if not fault.endswith("is missing")
    ]
    if faults:
        raise ModelError("; ".join(faults))
    if KINDS[kind].protocol is None:
        raise ModelError(f"a model of the kind {kind} is data in a folder, not an object")
    check_kind(made, model)
    with _lock:
        if any(other.full_name == made.full_name for other in list_models(kind)):
            raise ModelError(f"there is a model {made.full_name} already")
        _registered[made.full_name] = (made, model)
        _changes += 1
    return made


def unregister(full_name: str) -> None:
    """Forget an object that was registered by hand.

    Raises:
        ModelError: No object has this name.
    """
    global _changes  # noqa: PLW0603 - tells the search that something is gone
    with _lock:
        if _registered.pop(full_name, None) is None:
            raise ModelError(f"no model {full_name} was registered by hand")
        _changes += 1


def versions(*names: str) -> dict[str, str]:
    """Return the versions of the named models, or of all on the library's own shelf.

    >>> "layout/vietnamese-layout" in versions()
    True
    """
    if names:
        return {found.full_name: found.version for found in map(card, names)}
    return dict(_shelf_versions())


@lru_cache(maxsize=1)
def _shelf_versions() -> tuple[tuple[str, str], ...]:
    from vnpolitext.models.shelf import shelf

    paths = sorted(shelf().glob(f"*/*/{CARD_FILE}"))
    return tuple(read_version(path.parent) for path in paths)


@lru_cache(maxsize=256)
def _search(name: str, kind: str | None, _places: object, _change: int) -> Card:
    """Return the one card with the name; looking everywhere takes milliseconds."""
    named = [item for item in list_models() if name in (item.full_name, item.name)]
    matches = [item for item in named if kind in (None, item.kind)]
    if not matches:
        raise _nothing(name, kind, named)
    if len(matches) > 1:
        places = ", ".join(f"{item.full_name} in {item.folder or 'memory'}" for item in matches)
        raise ModelError(f"{len(matches)} models have the name {name}: {places}")
    return matches[0]


@lru_cache(maxsize=32)
def _load(folder: Path, _stamp: int) -> Any:
    return Model.at(folder).load()


def _as_folder(name: str) -> Path | None:
    path = Path(name)
    if path.name == CARD_FILE and path.is_file():
        return path.parent
    return path if (path / CARD_FILE).is_file() else None


def _check_kind_name(kind: str | None) -> None:
    if kind is not None:
        expect(kind, str, "the name of a kind is wanted")
    if kind is not None and kind not in KINDS:
        raise ModelError(f"no kind {kind!r}; there are {', '.join(KINDS)}")


def _nothing(name: str, kind: str | None, named: list[Card]) -> ModelError:
    if named:
        return ModelError(f"{named[0].full_name} is of the kind {named[0].kind}, not {kind}")
    known = ", ".join(item.full_name for item in list_models(kind)) or "none"
    broken = "".join(f"; {found}" for found in survey() if isinstance(found, ModelError))
    what = f"of the kind {kind} " if kind else ""
    return ModelError(f"no model {what}is called {name!r}; there are: {known}{broken}")
