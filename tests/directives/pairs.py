"""Invented pairs of documents, their items paired by hand."""

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[1] / "gold" / "alignment"


class Pair(NamedTuple):
    """Two documents, and the items of each that say the same, from 0, with what changed."""

    name: str
    a: str
    b: str
    gold: dict[tuple[int, int], str]


def read_pairs(name="pairs"):
    for part in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n## ")[1:]:
        title, rest = part.split("\nA\n")
        a, rest = rest.split("\nB\n")
        b, told = rest.split("\n= ")
        found = re.findall(r"(\d)-(\d)([<>el]*)", told)
        gold = {(int(one) - 1, int(two) - 1): marks for one, two, marks in found}
        yield Pair(title, a, b, gold)
