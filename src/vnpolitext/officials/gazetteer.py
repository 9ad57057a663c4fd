"""Names of administrative units, to tell the end of a place from the beginning of a name."""

from __future__ import annotations

import csv
from functools import lru_cache

from vnpolitext.models import model_file
from vnpolitext.text import fold

_TABLES = (
    ("provinces.tsv", "province"),
    ("districts.tsv", "district"),
    ("communes.tsv", "commune"),
    ("communes_2025.tsv", "commune"),
    ("former.tsv", "former"),
)


@lru_cache(maxsize=1)
def place_levels() -> dict[tuple[str, ...], frozenset[str]]:
    """Return the levels at which each name, as a tuple of folded words, is a unit."""
    levels: dict[tuple[str, ...], set[str]] = {}
    for table, level in _TABLES:
        path = model_file("places", "vietnam-units", table)
        with path.open(encoding="utf-8", newline="") as stream:
            lines = (line for line in stream if not line.startswith("#"))
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                words = tuple(fold(row["name"].replace("-", " ")).split())
                levels.setdefault(words, set()).add(row.get("level") or level)
    return {words: frozenset(found) for words, found in levels.items()}
