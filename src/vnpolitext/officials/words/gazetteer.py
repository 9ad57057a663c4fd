"""Names of administrative units, to tell the end of a place from the beginning of a name."""

from __future__ import annotations

import csv
from functools import cache
from itertools import filterfalse
from operator import methodcaller
from typing import Final

from vnpolitext.kept import kept
from vnpolitext.models import model_file, per_choice, read_table
from vnpolitext.text.view import fold_all

_TABLES = (
    ("provinces.tsv", "province"),
    ("districts.tsv", "district"),
    ("communes.tsv", "commune"),
    ("communes_2025.tsv", "commune"),
    ("former.tsv", "former"),
)
_NONE: Final[frozenset[str]] = frozenset()


@per_choice
def place_levels() -> dict[tuple[str, ...], frozenset[str]]:
    """Return the levels at which each name, as a tuple of folded words, is a unit."""
    tables = (*(table for table, _ in _TABLES), "spellings.tsv")
    sources = [model_file("places", "vietnam-units", table) for table in tables]
    return kept("levels", sources, _levels)


def _levels() -> dict[tuple[str, ...], frozenset[str]]:
    levels: dict[tuple[str, ...], frozenset[str]] = {}
    for table, level in _TABLES:
        header, rows = _read(table)
        names = fold_all(row[header.index("name")].replace("-", " ") for row in rows)
        own = header.index("level") if "level" in header else None
        for name, row in zip(names, rows, strict=True):
            words = tuple(name.split())
            levels[words] = _joined(levels.get(words, _NONE), level if own is None else row[own])
    path = model_file("places", "vietnam-units", "spellings.tsv")
    for spelling, name in read_table(path, ("spelling", "name")):
        words = tuple(spelling.split())
        for level in levels.get(tuple(name.split()), ()):
            levels[words] = _joined(levels.get(words, _NONE), level)
    for words in [words for words in levels if words[0] == "đắk"]:
        for first in ("đăk", "đak"):
            other = (first, *words[1:])
            levels[other] = levels.get(other, _NONE) | levels[words]
    return levels


@cache
def _joined(levels: frozenset[str], level: str) -> frozenset[str]:
    """One set for all names of the same levels."""
    return levels | {level}


def _read(table: str) -> tuple[list[str], list[list[str]]]:
    """Return the columns and the rows of a table of units."""
    with model_file("places", "vietnam-units", table).open(encoding="utf-8", newline="") as stream:
        lines = filterfalse(methodcaller("startswith", "#"), stream)
        header, *rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return header, rows
