"""Twenty invented pairs of documents, their items paired by hand."""

import re
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).parents[1] / "gold" / "alignment" / "pairs.txt"


class Pair(NamedTuple):
    """Two documents, and the items of each that say the same, from 0, with what changed."""

    name: str
    a: str
    b: str
    gold: dict[tuple[int, int], str]


def read_pairs():
    for part in PATH.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, rest = part.split("\nA\n")
        a, rest = rest.split("\nB\n")
        b, told = rest.split("\n= ")
        found = re.findall(r"(\d)-(\d)([<>el]*)", told)
        gold = {(int(one) - 1, int(two) - 1): marks for one, two, marks in found}
        yield Pair(name, a, b, gold)
