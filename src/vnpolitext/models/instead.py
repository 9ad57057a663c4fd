"""Data of another model instead of the library's own: for one call, or for the whole program."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from threading import Lock
from typing import Any, Final, ParamSpec, TypeVar

from vnpolitext.errors import expect
from vnpolitext.models import shelf
from vnpolitext.models.card import CARD_FILE, Card, read_card
from vnpolitext.models.errors import ModelError
from vnpolitext.models.model import Model, is_data
from vnpolitext.models.registry import card

DATA_KINDS: Final = (
    *("directives", "documents", "layout", "lexicon", "names", "offices", "statements"),
)
"""Kinds of plain data that the finders read, of which another model can be chosen."""
DEFAULT: Final = "default"
"""The library's own model, or the one chosen for the whole program."""
P = ParamSpec("P")
T = TypeVar("T")
_VARIABLE: Final = "VNPOLITEXT_{}"


class Data:
    """The models of data that finders read in one call, and what they have made of them.

    Attributes:
        cards: Card of the model chosen for a kind; the other kinds are the program's.
        held: What [`per_choice`][vnpolitext.models.per_choice] keeps.
    """

    __slots__ = ("cards", "held")

    def __init__(self, cards: Mapping[str, Card]) -> None:
        """Take the cards of the chosen models by kind."""
        self.cards = cards
        self.held: dict[Any, Any] = {}


_PROGRAM: Final = Data({})
chosen: Final[ContextVar[Data]] = ContextVar("vnpolitext_data", default=_PROGRAM)
"""The data that finders read now."""
_others: Final[list[Data]] = []
"""One of the choices that calls have made, if any has: most programs make none."""
_only: Final[list[list[Any]]] = []
"""What each function has made of the program's data, while no call has chosen others."""
_choosing: Final = Lock()


@contextmanager
def using(models: Mapping[str, str] | None = None, **named: str) -> Iterator[None]:
    """Let all that is called inside read the data of other models.

    The choice holds for the thread, or task, that makes it; other threads keep theirs. What is made
    of a model's files is kept with the choice, so that changing between models costs nothing.

    Args:
        models: Names of models by kind, such as ``{"offices": "mylab/offices-2"}``; the kinds are
            those of `DATA_KINDS`, and ``"default"`` says nothing.
        named: Names by kind, which go before ``models``.

    Raises:
        ValueError: There is no such kind of data.
        ModelError: There is no such model, its files are not those it was sealed with, or it has a
            file that no finder reads.

    Example:
        >>> from vnpolitext import models, find_persons
        >>> with models.using(offices="offices/vietnam"):
        ...     [person] = find_persons("Đồng chí Mùa A Sơn, Phó Bí thư Tỉnh ủy Điện Biên")
        >>> person.positions[0].normalized
        'Phó Bí thư Tỉnh ủy Điện Biên'
    """
    expect(models, (Mapping, type(None)), "a mapping from kind to the name of a model is wanted")
    names = {**(models or {}), **named}
    for kind in names:
        if kind not in DATA_KINDS:
            raise ValueError(f"no kind of data {kind!r}; there are {', '.join(DATA_KINDS)}")
    cards = {kind: _checked(name, kind) for kind, name in names.items() if name != DEFAULT}
    data = _data_of({**chosen.get().cards, **cards}) if cards else chosen.get()
    if cards:
        with _choosing:
            _others[:] = [data]
            for made in _only:
                made.clear()
    token = chosen.set(data)
    try:
        yield
    finally:
        chosen.reset(token)


def per_choice(read: Callable[[], T]) -> Callable[[], T]:
    """Keep what a function makes of the data that finders read, once a choice of models.

    Args:
        read: A function of nothing that reads files by `model_file`, or calls one that does.

    Example:
        >>> from vnpolitext.models import model_file, read_table
        >>> @per_choice
        ... def offices():
        ...     rows = read_table(model_file("offices", "vietnam", "fits.tsv"), ("head", "bodies"))
        ...     return frozenset(head for head, _ in rows)
        >>> offices() is offices()
        True
    """
    current = chosen.get
    only: list[T] = []
    _only.append(only)

    @wraps(read)
    def kept() -> T:
        try:
            return only[0]
        except IndexError:
            data = current()
        held = data.held
        try:
            found: T = held[read]
        except KeyError:
            found = held.setdefault(read, read())
        if data is _PROGRAM:
            with _choosing:
                only[:] = () if _others else (found,)
        return found

    return kept


def per_choice_of(maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what a function of arguments makes of the data, as `per_choice` does.

    Args:
        maxsize: For how many arguments, in each choice of models.

    Example:
        >>> from vnpolitext.models import model_file, read_table
        >>> @per_choice_of(8)
        ... def terms(name):
        ...     return list(read_table(model_file("lexicon", name, "terms.tsv"), COLUMNS))
        >>> COLUMNS = ("term", "kind", "note")
        >>> terms("politics") is terms("politics")
        True
    """
    current = chosen.get

    def decorate(read: Callable[P, T]) -> Callable[P, T]:
        @wraps(read)
        def kept(*args: P.args, **named: P.kwargs) -> T:
            held = current().held
            try:
                call = held[read]
            except KeyError:
                call = held.setdefault(read, lru_cache(maxsize)(read))
            found: T = call(*args, **named)
            return found

        return kept

    return decorate


def model_file(kind: str, name: str, file: str) -> Path:
    """Return the path of ``file`` of the model ``kind/name``, or of the one chosen instead.

    A model is chosen for a call with [`using`][vnpolitext.models.using], for the whole program and
    all its workers with the variable ``VNPOLITEXT_OFFICES`` (and so on, by kind). Each file that it
    has stands in the place of the library's own of that name.

    Raises:
        ModelError: There is no such file, or no such model.
    """
    for part in (kind, name, file):
        expect(part, str, "the names of a kind, a model and a file are wanted")
    found = instead(kind)
    if found is not None and found.folder is not None and file in found.files:
        return found.folder / file
    return shelf.model_file(kind, name, file)


def instead(kind: str) -> Card | None:
    """Return the card of the model chosen for a kind of data; ``None`` for the library's own.

    Raises:
        ModelError: There is no such model.
    """
    if (found := chosen.get().cards.get(kind)) is not None:
        return found
    variable = _VARIABLE.format(kind.upper())
    name = os.environ.get(variable, "") if kind in DATA_KINDS else ""
    if not name:
        return None
    try:
        return _checked(name, kind)
    except ModelError as error:
        raise ModelError(f"{variable}: {error}") from None


def all_instead() -> list[Card]:
    """Return the cards of all models that were chosen so."""
    return [found for kind in DATA_KINDS if (found := instead(kind)) is not None]


def _data_of(cards: Mapping[str, Card]) -> Data:
    """Return what is kept for a choice; made anew when a card has changed."""
    folders = {kind: found.folder for kind, found in cards.items() if found.folder is not None}
    return _data(tuple(sorted((kind, it, _stamp(it)) for kind, it in folders.items())))


@lru_cache(maxsize=16)
def _data(chosen: tuple[tuple[str, Path, int], ...]) -> Data:
    return Data({kind: read_card(folder) for kind, folder, _ in chosen})


def _checked(name: str, kind: str) -> Card:
    """Return the card of a model of data whose files are those it was sealed with."""
    found = card(name, kind=kind)
    if found.folder is not None:
        _check(found.folder, _stamp(found.folder))
    return found


@lru_cache(maxsize=64)
def _check(folder: Path, _changed: int) -> None:
    model = Model.at(folder)
    model.verify()
    kind = model.card.kind
    known = sorted(path.name for path in shelf.shelf().glob(f"{kind}/*/*") if is_data(path))
    if unknown := sorted(set(model.card.files) - set(known)):
        raise ModelError(
            f"{model.card.full_name}: no finder reads {', '.join(unknown)}; a model of {kind} may "
            f"have {', '.join(known)}"
        )


def _stamp(folder: Path) -> int:
    return (folder / CARD_FILE).stat().st_mtime_ns
