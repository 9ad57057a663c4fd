"""The register of well-known documents: facts that fill what a text leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from vnpolitext.citations.grammar.names import canonical_name
from vnpolitext.citations.identity.keys import document_key, number_key, serial_of
from vnpolitext.models import ModelError, model_file, read_table
from vnpolitext.vocabulary import kinds

_ABOUT: Final = ("", "về ", "về việc ")
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


@lru_cache(maxsize=1)
def documents() -> tuple[RegisteredDocument, ...]:
    """Return every document of the register, in its order."""
    path = model_file("documents", "vietnam-register", "documents.tsv")
    found: list[RegisteredDocument] = []
    for kind, number, issuer, issued, term, names, title in read_table(path, _COLUMNS):
        if kind not in kinds() or not (number or names):
            raise ModelError(f"{path}: bad row {kind!r} {number!r}")
        aliases = tuple(canonical_name(name) for name in names.split(";") if name.strip())
        found.append(
            RegisteredDocument(
                kind, number or None, issuer or None, issued or None, term or None, aliases,
                title or None,
            )
        )  # fmt: skip
    return tuple(found)


def by_number(number: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents with a number, such as the several ``18-NQ/TW``."""
    return _numbers().get(number_key(number), ())


def by_serial(kind: str, serial: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents of a kind whose number begins with ``serial``: *Nghị quyết 35*."""
    return _serials().get((kind, serial_of(serial)), ())


def by_name(name: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents that are cited under a canonical name."""
    return _names().get(name, ())


@lru_cache(maxsize=8)
def by_kind(kind: str) -> tuple[RegisteredDocument, ...]:
    """Return the documents of a kind."""
    return tuple(document for document in documents() if document.kind == kind)


@lru_cache(maxsize=1)
def _numbers() -> Mapping[str, tuple[RegisteredDocument, ...]]:
    found: dict[str, tuple[RegisteredDocument, ...]] = {}
    for document in documents():
        if document.number:
            key = number_key(document.number)
            found[key] = (*found.get(key, ()), document)
    return found


@lru_cache(maxsize=1)
def _serials() -> Mapping[tuple[str, str], tuple[RegisteredDocument, ...]]:
    found: dict[tuple[str, str], tuple[RegisteredDocument, ...]] = {}
    for document in documents():
        if document.number:
            key = document.kind, serial_of(document.number)
            found[key] = (*found.get(key, ()), document)
    return found


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[RegisteredDocument, ...]]:
    found: dict[str, tuple[RegisteredDocument, ...]] = {}
    for document in documents():
        title = document.title or ""
        titled = (canonical_name(f"{document.kind} {about}{title}") for about in _ABOUT)
        for name in dict.fromkeys((*document.names, *(titled if title else ()))):
            found[name] = (*found.get(name, ()), document)
    return found
