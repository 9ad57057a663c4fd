"""How a unit is shared among the units that hold its land on another day."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from vnpolitext.models import model_file, read_table
from vnpolitext.places.units import DISTRICT, FOLDER, REFORM, Gazetteer

Weights = Literal["equal", "area", "population"]
WEIGHTS: Final = ("equal", "area", "population")


def carry(known: Gazetteer, row: int, when: str, weights: Weights = "equal") -> dict[int, float]:
    """Return the shares in which the unit of ``row`` counts for the units of the day ``when``.

    Args:
        known: The gazetteer.
        row: Row of a unit.
        when: Day in ISO 8601.
        weights: What parts are as large as: ``"equal"``, or the area or population of each part
            where all have a figure and each is wholly a part, else equal.

    Returns:
        The share of each row; they sum to one.
    """
    first, end = known.rows[row][5:7]
    if end and end <= when:
        step = _forward(known, row, weights)
    elif first > when:
        origins = [origin for origin in known.origins(row) if known.rows[origin][6] > when]
        step = _parted(known, origins, weights if _is_union(known, row) else "equal")
    else:
        return {row: 1.0}
    if not step:
        return {row: 1.0}
    shares: dict[int, float] = defaultdict(float)
    for other, weight in step.items():
        for unit, share in carry(known, other, when, weights).items():
            shares[unit] += weight * share
    return shares


def _forward(known: Gazetteer, row: int, weights: Weights) -> dict[int, float]:
    heirs = known.heirs(row)
    parts = known.communes_of(row) if known.rows[row][3] == DISTRICT else ()
    if not parts or known.rows[row][6] != REFORM:
        return _parted(known, heirs, weights if _is_split(known, row) else "equal")
    shares: dict[int, float] = defaultdict(float)
    for part in parts:
        for heir in known.heirs(part):
            shares[heir] += 1 / len(parts) / len(known.heirs(part))
    return shares


def _parted(known: Gazetteer, parts: Sequence[int], weights: Weights) -> dict[int, float]:
    """The shares of parts, by their size where all have one."""
    sizes = [_size(known, part, weights) for part in parts]
    known_sizes = [size for size in sizes if size]
    if len(known_sizes) < len(parts):
        return dict.fromkeys(parts, 1 / len(parts)) if parts else {}
    whole = sum(known_sizes)
    return {part: size / whole for part, size in zip(parts, known_sizes, strict=True)}


def _size(known: Gazetteer, row: int, weights: Weights) -> float | None:
    """What the sources say of a unit, or of all the units that it was parted into or made of."""
    if weights == "equal":
        return None
    figures = _figures(weights)
    found = figures.get(known.unit_id(row))
    if found is not None:
        return found
    for parts, is_whole in (
        (known.heirs(row), _is_split(known, row)),
        (known.origins(row), _is_union(known, row)),
    ):
        sizes = [figures[unit] for unit in map(known.unit_id, parts) if unit in figures]
        if parts and is_whole and len(sizes) == len(parts):
            return sum(sizes)
    return None


def _is_split(known: Gazetteer, row: int) -> bool:
    """Whether the heirs of a unit were made of it, and of nothing else."""
    end = known.rows[row][6]
    return all(
        known.origins(heir) == (row,) and known.rows[heir][5] == end for heir in known.heirs(row)
    )


def _is_union(known: Gazetteer, row: int) -> bool:
    """Whether the units that a unit took the place of went into it as a whole."""
    return all(known.heirs(origin) == (row,) for origin in known.origins(row))


@lru_cache(maxsize=2)
def _figures(weights: Weights) -> dict[str, float]:
    """Sizes by identity."""
    column = 1 if weights == "population" else 2
    path = model_file("places", FOLDER, "figures.tsv")
    rows = read_table(path, ("unit_id", "population", "area"))
    sizes = {row[0]: float(row[column]) for row in rows if row[column]}
    if weights == "area":
        columns = ("code", "name", "unit", "province", "location", "area")
        communes = read_table(model_file("places", FOLDER, "communes_2025.tsv"), columns)
        sizes |= {f"{code}@2025": float(area) for code, *_, area in communes if area}
    return sizes
