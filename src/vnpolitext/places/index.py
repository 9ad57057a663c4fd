"""What the gazetteer looks up: units by name and by code, and how their names begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from vnpolitext.places.reading import COMMUNE, REFORM, Columns

# The Provisional Revolutionary Government made the provinces of the South anew.
_UNITED: Final = "1976-02-01"

# The first unit of each key, and the others of those that several units have: two tables are made
# and read in half the time of one of lists.
Groups = tuple[dict[str, int], dict[str, list[int]]]


class Index(NamedTuple):
    """Places in the columns of units, by what is asked.

    Attributes:
        names: Units of each name key.
        codes: Units of each code, of whatever level.
        communes: Communes of 30 June 2025 by the code of their district.
        republican: Districts (*quận*) that ended with the Republic of Vietnam.
        openings: First two syllables of every name of several, and the most syllables that follow.
        thirds: First three syllables of every name of more than two.
    """

    names: Groups
    codes: Groups
    communes: dict[str, list[int]]
    republican: frozenset[int]
    openings: dict[str, int]
    thirds: frozenset[str]


def index_of(columns: Columns, spellings: Iterable[tuple[str, ...]] = ()) -> Index:
    """Return the index of units.

    Args:
        columns: What is told of the units.
        spellings: Pairs of another spelling and a name.
    """
    names = _grouped(_keys(columns.names))
    for spelling, name in spellings:
        _add(names, spelling, members(names, name))
    openings, thirds = _beginnings(names[0])
    return Index(
        names=names,
        codes=_grouped(columns.codes),
        communes=_by_district(columns),
        republican=frozenset(
            index
            for index, kind in enumerate(columns.kinds)
            if kind == "quận" and "" < columns.ends[index] <= _UNITED
        ),
        openings=openings,
        thirds=thirds,
    )


def members(groups: Groups, key: str) -> tuple[int, ...]:
    """Return the units of a key, in the order of the tables."""
    first, others = groups
    return (first[key], *others.get(key, ())) if key in first else ()


def masks_of(groups: Groups, levels: list[int]) -> dict[str, int]:
    """Return the bits of the levels that each key has."""
    first, others = groups
    masks = {key: levels[index] for key, index in first.items()}
    for key, indices in others.items():
        for index in indices:
            masks[key] |= levels[index]
    return masks


def _grouped(keys: list[str]) -> Groups:
    last = len(keys) - 1
    first = dict(zip(reversed(keys), range(last, -1, -1), strict=True))
    others: defaultdict[str, list[int]] = defaultdict(list)
    for index in [index for index, key in enumerate(keys) if first[key] != index]:
        others[keys[index]].append(index)
    return first, dict(others)


def _add(groups: Groups, key: str, new: tuple[int, ...]) -> None:
    """Add units to those of a key that are not among them."""
    first, others = groups
    known = members(groups, key)
    first[key], *more = (*known, *(index for index in new if index not in known))
    if more:
        others[key] = more


def _keys(names: list[str]) -> list[str]:
    keys = "\n".join(names).lower().split("\n")
    return [key.replace(" - ", "-") if "-" in key else key for key in keys]


def _by_district(columns: Columns) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    levels, parents = columns.levels, columns.parents
    for index, end in enumerate(columns.ends):
        if end == REFORM and levels[index] == COMMUNE:
            found[parents[index]].append(index)
    return dict(found)


def _beginnings(names: Iterable[str]) -> tuple[dict[str, int], frozenset[str]]:
    longest: dict[str, int] = {}
    thirds: set[str] = set()
    for name in names:
        parted = name.replace("-", " ") if "-" in name else name
        blanks = parted.count(" ")
        if blanks == 1:
            longest.setdefault(parted, 2)
        elif blanks:
            first, second, third, *_ = parted.split(" ")
            opening = f"{first} {second}"
            longest[opening] = max(longest.get(opening, 2), blanks + 1)
            thirds.add(f"{opening} {third}")
    return longest, frozenset(thirds)
