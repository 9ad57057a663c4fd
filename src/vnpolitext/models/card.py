"""The card of a model: what it is, who made it from what, how good it is, which files it has."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import UnionType
from typing import Any, Final

from vnpolitext.errors import expect
from vnpolitext.models.errors import ModelError
from vnpolitext.models.kinds import KINDS

CARD_FILE: Final = "model.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """Something a model was made from.

    Attributes:
        name: Name of the source.
        url: Where it is found.
        licence: Under which terms it may be used.
        note: What was taken from it.
    """

    name: str
    url: str = ""
    licence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure and the command that gives it.

    Attributes:
        measure: What was measured, such as ``"spans F1"``.
        data: On what.
        value: The figure; per cent where the measure is a share.
        command: How to get it again.
        seen: Whether the model was made with the data in view; ``None`` where the card is silent.
            A figure on data that nobody had seen is the fairer one.
    """

    measure: str
    data: str
    value: float
    command: str
    seen: bool | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What ``model.toml`` says of a model.

    Attributes:
        kind: Kind of the model, a key of `KINDS`.
        name: Name within the kind; a third party's begins with its own, ``"mylab/names-2"``.
        version: Version of the model, three numbers.
        licence: Licence of its files.
        authors: Who made it.
        summary: One sentence.
        intended_use: What it is for.
        limits: What it cannot do.
        rebuild: The command that makes it again, or how it is edited.
        requires: The versions of this library it works with, ``">=0.1,<1"``.
        loader: ``"module:function"`` that makes an object of its files; ``None`` for plain data.
        options: What the loader wants to know besides.
        sources: What it was made from.
        figures: What was measured.
        files: SHA-256 of every data file, by path within the folder.
        folder: Where the card stands; ``None`` for an object registered by hand.
    """

    kind: str
    name: str
    version: str
    licence: str
    authors: tuple[str, ...]
    summary: str
    intended_use: str = ""
    limits: str = ""
    rebuild: str = ""
    requires: str = ""
    loader: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None

    def __repr__(self) -> str:
        """Tell which model it is."""
        return f"Card({self.full_name!r}, version {self.version})"

    @property
    def full_name(self) -> str:
        """Kind and name, ``"words/default"``: what tells it from all others."""
        return f"{self.kind}/{self.name}"


def read_card(folder: Path) -> Card:
    """Return the card of the model in ``folder``.

    Raises:
        ModelError: There is no card, it is no TOML, or it does not have the shape of a card. The
            message names the file and every fault.
    """
    expect(folder, Path, "the path of a folder is wanted")
    path = folder / CARD_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"{folder}: no {CARD_FILE}") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ModelError(f"{path}: {error}") from None
    faults = card_faults(table)
    if faults:
        raise ModelError(f"{path}: {'; '.join(faults)}")
    return Card(
        **{
            **table,
            "authors": tuple(table["authors"]),
            "sources": tuple(Source(**source) for source in table.get("sources", ())),
            "figures": tuple(Figure(**figure) for figure in table.get("figures", ())),
            "files": dict(table.get("files", {})),
            "folder": folder,
        }
    )


def read_version(folder: Path) -> tuple[str, str]:
    """Return the full name and the version of the model in ``folder``, without reading all of it.

    Raises:
        ModelError: As `read_card`.
    """
    try:
        # The keys of a card stand before its tables.
        head = (folder / CARD_FILE).read_text(encoding="utf-8").split("\n[", 1)[0]
        table = tomllib.loads(head)
        return f"{table['kind']}/{table['name']}", str(table["version"])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError):
        card = read_card(folder)
        return card.full_name, card.version


def card_faults(table: Mapping[str, Any]) -> list[str]:
    """Return what keeps ``table`` from being a card, one line a fault; empty if nothing does.

    >>> card_faults({"kind": "words", "name": "x", "version": "1", "licence": "MIT"})[:2]
    ['authors is missing', 'summary is missing']
    """
    faults = [f"{key} is missing" for key in _REQUIRED if key not in table]
    faults += [f"unknown key {key}" for key in table if key not in _SHAPES]
    for key, value in table.items():
        if key in _SHAPES:
            test, wanted = _SHAPES[key]
            faults += [] if test(value) else [f"{key} must be {wanted}, not {value!r}"]
    return faults


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_text, value))


def _matches(pattern: str) -> Callable[[Any], bool]:
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _records(record: type) -> Callable[[Any], bool]:
    known = {item.name for item in fields(record)}
    needed = known - {"seen"} if record is Figure else {"name"}
    kinds: dict[str, type | UnionType] = {"value": int | float, "seen": bool}

    def test(value: Any) -> bool:
        return isinstance(value, list) and all(
            isinstance(row, dict)
            and needed <= row.keys() <= known
            and all(isinstance(cell, kinds.get(key, str)) for key, cell in row.items())
            for row in value
        )

    return test


def _hashes(value: Any) -> bool:
    digest = _matches(r"[0-9a-f]{64}")
    return isinstance(value, dict) and all(
        _is_inside(file) and digest(item) for file, item in value.items()
    )


def _is_inside(file: str) -> bool:
    """Whether a name can only be that of a file below the model's folder, on any system."""
    return (
        file.isprintable() and not set(file) & {"\\", ":"} and not set(file.split("/")) & {"", ".."}
    )


_NAME: Final = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
_SHAPES: Final[dict[str, tuple[Callable[[Any], bool], str]]] = {
    "kind": (lambda value: value in KINDS, f"one of {', '.join(KINDS)}"),
    "name": (_matches(rf"{_NAME}(/{_NAME})?"), "a name like default or mylab/names-2"),
    "version": (_matches(r"\d{1,9}\.\d{1,9}\.\d{1,9}"), "three numbers like 1.0.0"),
    "licence": (_text, "a licence"),
    "authors": (_texts, "a list of names"),
    "summary": (_text, "a sentence"),
    "intended_use": (_text, "a text"),
    "limits": (_text, "a text"),
    "rebuild": (_text, "a text"),
    "requires": (_matches(r"[<>=!~0-9., ]{1,64}"), "versions like >=0.1,<1"),
    "loader": (_matches(r"[A-Za-z_][\w.]{0,199}:[A-Za-z_]\w{0,99}"), "module:function"),
    "options": (lambda value: isinstance(value, dict), "a table"),
    "sources": (_records(Source), "tables with name, url, licence, note"),
    "figures": (_records(Figure), "tables with measure, data, value, command and perhaps seen"),
    "files": (_hashes, "SHA-256 digests by file in the folder"),
}
_REQUIRED: Final = (
    *("kind", "name", "version", "licence", "authors"),
    *("summary", "intended_use", "limits", "rebuild", "files"),
)
