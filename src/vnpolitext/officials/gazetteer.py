"""Names of administrative units, to tell the end of a place from the beginning of a name."""

from __future__ import annotations

import csv
from functools import lru_cache

from vnpolitext.models import model_file, read_table
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
    path = model_file("places", "vietnam-units", "spellings.tsv")
    for spelling, name in read_table(path, ("spelling", "name")):
        usual = levels.get(tuple(name.split()))
        if usual:
            levels.setdefault(tuple(spelling.split()), set()).update(usual)
    for words in [words for words in levels if words[0] == "đắk"]:
        levels.setdefault(("đăk", *words[1:]), set()).update(levels[words])
        levels.setdefault(("đak", *words[1:]), set()).update(levels[words])
    return {words: frozenset(found) for words, found in levels.items()}
