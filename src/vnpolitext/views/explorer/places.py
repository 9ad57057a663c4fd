"""Units for the explorer: where they lie, what became of them, who names them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.places.outlines import islands, province_outlines
from vnpolitext.places.shares import carry
from vnpolitext.places.units import BITS, PROVINCE, REFORM, Gazetteer, gazetteer

_BEFORE: Final = "2025-06-30"
_MOST: Final = 4000


def gather_places(analyses: Sequence[Analysis], numbers: Mapping[str, int]) -> dict[str, Any]:
    """Return the units that are named, where each counts before and after July 2025, and mentions.

    Returns:
        ``units``, the most named first; ``provinces`` of both days, by day; ``mentions``:
        document, unit, times; ``place``: the number of each unit by its identity; ``open``: for
        each document how many mentions are not linked; ``outlines`` of the provinces of both days.
    """
    known = gazetteer()
    counts: Counter[tuple[str, int]] = Counter()
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    unlinked: Counter[int] = Counter()
    for analysis in analyses:
        for mention in analysis.places:
            if mention.unit_id is None or known.by_id(mention.unit_id) is None:
                unlinked[numbers[analysis.id]] += 1
            else:
                counts[mention.unit_id, numbers[analysis.id]] += 1
                names[mention.unit_id][mention.province or ""] += 1
    totals: Counter[str] = Counter()
    for (unit, _), times in counts.items():
        totals[unit] += times
    order = [unit for unit, _ in totals.most_common(_MOST)]
    place = {unit: at for at, unit in enumerate(order)}
    provinces: dict[str, list[dict[str, Any]]] = {"before": [], "after": []}
    rows: dict[tuple[str, int], int] = {}
    units = []
    for unit in order:
        row = known.by_id(unit)
        if row is None:
            continue
        units.append(
            {
                **_facts(known, row),
                "then": names[unit].most_common(1)[0][0] or None,
                "before": _shares(known, row, _BEFORE, provinces["before"], rows),
                "after": _shares(known, row, REFORM, provinces["after"], rows),
                "history": _history(known, row),
            }
        )
    return {
        "units": units,
        "provinces": provinces,
        "mentions": [
            [document, place[unit], times]
            for (unit, document), times in counts.items()
            if unit in place
        ],
        "outlines": _outlines() if units else {},
        "open": [[document, times] for document, times in unlinked.items()],
        "place": place,
    }


def _outlines() -> dict[str, Any]:
    """Return the outlines of the provinces of both days, and the islands without one."""
    return {
        "before": province_outlines(_BEFORE),
        "after": province_outlines(REFORM),
        "islands": islands(),
    }


def _facts(known: Gazetteer, row: int) -> dict[str, Any]:
    unit = known.unit(row)
    return {
        "id": unit.unit_id,
        "name": unit.name,
        "unit": unit.unit,
        "level": unit.level,
        "code": unit.code,
        "province": unit.province,
        "from": unit.valid_from,
        "to": unit.valid_to,
        "lat": unit.latitude,
        "lon": unit.longitude,
    }


def _shares(
    known: Gazetteer,
    row: int,
    day: str,
    provinces: list[dict[str, Any]],
    rows: dict[tuple[str, int], int],
) -> list[list[float]]:
    """Return the provinces of a day that a unit counts for, each with its share."""
    shares: defaultdict[int, float] = defaultdict(float)
    for unit, share in carry(known, row, day).items():
        host = known.lift(unit, BITS["province"])
        if host is not None and known.rows[host][3] == PROVINCE:
            at = rows.setdefault((day, host), len(provinces))
            if at == len(provinces):
                provinces.append(_facts(known, host))
            shares[at] += share
    return [[at, round(share, 4)] for at, share in shares.items()]


def _history(known: Gazetteer, row: int) -> dict[str, list[str]]:
    unit = known.unit(row)
    return {
        "before": [f"{each.unit} {each.name}" for each in unit.predecessors][:40],
        "after": [f"{each.unit} {each.name}" for each in unit.successors][:40],
    }
