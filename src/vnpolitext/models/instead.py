"""Data of another model instead of the library's own, chosen for the whole program."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Final

from vnpolitext.errors import expect
from vnpolitext.models import shelf
from vnpolitext.models.card import Card
from vnpolitext.models.errors import ModelError
from vnpolitext.models.registry import card

DATA_KINDS: Final = (
    *("directives", "documents", "layout", "lexicon", "names", "offices", "statements"),
)
"""Kinds of plain data that the finders read, of which another model can be chosen."""
_VARIABLE: Final = "VNPOLITEXT_{}"


def model_file(kind: str, name: str, file: str) -> Path:
    """Return the path of ``file`` of the model ``kind/name``, or of the one chosen instead.

    The variable ``VNPOLITEXT_OFFICES`` (and so on, by kind) names a model: each file that it has
    stands in the place of the library's own of that name. Finders read their data once, so that
    the choice holds for the whole program and all its workers.

    Raises:
        ModelError: There is no such file, or no such model.
    """
    for part in (kind, name, file):
        expect(part, str, "the names of a kind, a model and a file are wanted")
    chosen = instead(kind)
    if chosen is not None and chosen.folder is not None and (chosen.folder / file).is_file():
        return chosen.folder / file
    return shelf.model_file(kind, name, file)


def instead(kind: str) -> Card | None:
    """Return the card of the model chosen for a kind of data; ``None`` for the library's own.

    Raises:
        ModelError: There is no such model.
    """
    name = os.environ.get(_VARIABLE.format(kind.upper()), "") if kind in DATA_KINDS else ""
    return _card(name, kind) if name else None


def all_instead() -> list[Card]:
    """Return the cards of all models that were chosen so."""
    return [found for kind in DATA_KINDS if (found := instead(kind)) is not None]


@lru_cache(maxsize=16)
def _card(name: str, kind: str) -> Card:
    try:
        return card(name, kind=kind)
    except ModelError as error:
        raise ModelError(f"{_VARIABLE.format(kind.upper())}: {error}") from None
