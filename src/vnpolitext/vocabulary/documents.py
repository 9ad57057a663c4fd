"""Kinds of documents (*loại văn bản*), and what a text that is none calls itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from vnpolitext.models import ModelError, model_file, per_choice, read_table

_MODEL: Final = ("citations", "vietnam-documents")
_ALONE: Final = {"bare", "so", "no"}


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind of document, such as *nghị quyết*, and how it may be cited.

    Attributes:
        name: The kind in lower case.
        codes: Abbreviations of the kind in a number, the usual one first; ``*`` stands for any.
        alone: Whether a number without letters is enough: ``"bare"`` (*Nghị quyết 18*), ``"so"``
            (*Kế hoạch số 5*) or ``"no"``.
        lower: Whether ``"bare"`` also holds for the kind in lower case.
        named: Whether documents of this kind are cited by name.
    """

    name: str
    codes: tuple[str, ...]
    alone: str
    lower: bool
    named: bool


@per_choice
def kinds() -> Mapping[str, DocumentKind]:
    """Return the kinds of documents by name."""
    path = model_file(*_MODEL, "kinds.tsv")
    found: dict[str, DocumentKind] = {}
    for name, codes, alone, lower, named in read_table(
        path, ("kind", "codes", "alone", "lower", "named")
    ):
        if alone not in _ALONE or {lower, named} - {"yes", "no"} or name in found:
            raise ModelError(f"{path}: bad row for {name!r}")
        found[name] = DocumentKind(
            name, tuple(filter(None, codes.split(","))), alone, lower == "yes", named == "yes"
        )
    return found


@per_choice
def genres() -> frozenset[str]:
    """Return what texts call themselves on a line of its own: also speeches, notices, lists."""
    rows = read_table(model_file(*_MODEL, "genres.tsv"), ("genre",))
    return frozenset({*kinds(), *(genre for (genre,) in rows)})
