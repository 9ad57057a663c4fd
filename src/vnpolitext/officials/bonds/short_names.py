"""Offices that a verb gives to somebody who is called by one or two words and not found.

*A làm hội trưởng và Thụy làm bí thư*: the second office is no longer that of A.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.giving import is_told
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import addresses, bodies, heads

_JOINERS: Final = frozenset({",", ";", "và", "còn"})
_TELLS: Final = frozenset({"làm", "là", "giữ", "được", "đảm", "trúng"})
_LONGEST_VERB: Final = 5
_LONGEST_NAME: Final = 2


def offices_of_short_names(scene: Scene) -> Iterator[int]:
    """Yield the numbers of the offices that a clause gives to a short name of another."""
    told = ""
    for number, (before, office) in enumerate(pairwise(scene.elements), 1):
        if isinstance(before, Name):
            told = scene.tokens.words[before.last - 1]
        elif isinstance(office, Office):
            run = _run_before(scene, before.last, office.first)
            if run is not None and _is_unknown(scene, *run, told):
                yield number


def _run_before(scene: Scene, floor: int, office: int) -> tuple[int, int] | None:
    """Return the capitals behind a comma or *và* of which a verb says that they hold an office."""
    words, kinds = scene.tokens.words, scene.tokens.kinds
    last = office
    while last > max(floor, office - _LONGEST_VERB) and kinds[last - 1] == "l":
        last -= 1
    first = last
    while first > floor and kinds[first - 1] == "U":
        first -= 1
    told = last < office and words[last] in _TELLS and is_told(words, office)
    joined = floor < first < last and words[first - 1] in _JOINERS
    return (first, last) if told and joined and last - first <= _LONGEST_NAME else None


def _is_unknown(scene: Scene, first: int, last: int, told: str) -> bool:
    """Return whether capitals may be a short name of another than the one ``told`` of."""
    tokens = scene.tokens
    run = tokens.words[first:last]
    if run[-1] == told or any(tokens.capitals[first:last]) or tuple(run) in place_levels():
        return False
    tables = (addresses(), bodies(), heads())
    return all(map(is_vietnamese, run)) and not any(
        table.match(tokens.words, at) for table in tables for at in range(first, last)
    )
