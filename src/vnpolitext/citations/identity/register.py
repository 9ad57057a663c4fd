"""The register of well-known documents: facts that fill what a text leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.identity.keys import document_key, number_key, serial_of
from vnpolitext.kept import kept
from vnpolitext.models import ModelError, model_file, per_choice, per_choice_of, read_table
from vnpolitext.models.shelf import files_of
from vnpolitext.vocabulary import kinds

_ABOUT: Final = ("", "về ", "về việc ")
_Index = Mapping[Any, Sequence[int]]
_COLUMNS: Final = ("kind", "number", "issuer", "issued", "term", "names", "title")


@dataclass(frozen=True, slots=True)
class RegisteredDocument:
    """A well-known document.

    Attributes:
        kind: Kind in lower case.
        number: Canonical number; ``None`` where the document has none.
        issuer: Body that issued it.
        issued: Date of issue, ISO 8601; a year where no day is known.
        term: Term of the Party's Central Committee or of the Assembly, in Roman numerals.
        names: Names under which it is cited, canonical.
        title: What it is about.
    """

    kind: str
    number: str | None
    issuer: str | None
    issued: str | None
    term: str | None
    names: tuple[str, ...]
    title: str | None

    @property
    def key(self) -> str:
        """Key of the document, equal to that of a full citation of it."""
        if self.number:
            return document_key(self.number, kind=self.kind, issued=self.issued)
        return self.names[0]


@per_choice
def documents() -> tuple[RegisteredDocument, ...]:
    """Return every document of the register, in its order."""
    return tuple(RegisteredDocument(*row) for row in _register()[0])


@per_choice
def _register() -> tuple[list[Any], _Index, _Index, _Index]:
    """The fields of every document, and its row by number, by kind and serial, by name."""
    path = model_file("documents", "vietnam-register", "documents.tsv")
    numerals = model_file("lexicon", "spelling", "numerals.tsv")
    return kept("register", (path, numerals, *files_of("citations", "vietnam-documents")), _read)


def _read() -> tuple[list[Any], _Index, _Index, _Index]:
    path = model_file("documents", "vietnam-register", "documents.tsv")
    rows: list[Any] = []
    by_number: dict[Any, list[int]] = {}
    by_serial: dict[Any, list[int]] = {}
    by_name: dict[Any, list[int]] = {}
    for at, row in enumerate(read_table(path, _COLUMNS)):
        kind, number, *_, names, title = row
        if kind not in kinds() or not (number or names):
            raise ModelError(f"{path}: bad row {kind!r} {number!r}")
        aliases = tuple(canonical_name(name) for name in names.split(";") if name.strip())
        rows.append((kind, *(field or None for field in row[1:5]), aliases, title or None))
        titled = (canonical_name(f"{kind} {about}{title}") for about in _ABOUT)
        for name in dict.fromkeys((*aliases, *(titled if title else ()))):
            by_name.setdefault(name, []).append(at)
        if number:
            by_number.setdefault(number_key(number), []).append(at)
            by_serial.setdefault((kind, serial_of(number)), []).append(at)
    return rows, by_number, by_serial, by_name


def by_number(number: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents with a number, such as the several ``18-NQ/TW``."""
    return _at(_register()[1].get(number_key(number), ()))


def by_serial(kind: str, serial: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents of a kind whose number begins with ``serial``: *Nghị quyết 35*."""
    return _at(_register()[2].get((kind, serial_of(serial)), ()))


def by_name(name: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents that are cited under a canonical name."""
    return _at(_register()[3].get(name, ()))


@per_choice_of(8)
def by_kind(kind: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents of a kind."""
    return tuple(document for document in documents() if document.kind == kind)


def _at(found: Sequence[int]) -> tuple[RegisteredDocument, ...]:
    return tuple(documents()[at] for at in found)
