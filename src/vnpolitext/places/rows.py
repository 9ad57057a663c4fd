"""Bare names in a row, which are what the others in it are: communes, cities, units of a level."""

from typing import Final

from vnpolitext.places.candidates import Candidate
from vnpolitext.places.judge import Judge
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text.patterns import lazy_pattern


def read_cities(source: PlaceText, candidates: list[Candidate], judge: Judge) -> None:
    """Read rows of cities of provinces as such, where names of provinces are among them.

    In ``Tam Kỳ, Bắc Ninh, Đồng Hới (2010), Uông Bí`` all have the name of a city, and no province
    is called *Tam Kỳ*.
    """
    group: list[Candidate] = []
    for candidate in [*candidates, None]:
        if candidate is not None and _is_city(source, candidate):
            if not group or _ROW.fullmatch(
                source.lower, group[-1].mention.end, candidate.mention.start
            ):
                group.append(candidate)
                continue
            following = [candidate]
        else:
            following = []
        others = sum(not member.mask & PROVINCE for member in group)
        if others >= _SOME_CITIES and 4 * others >= len(group) > others:
            for member in group:
                judge.keep(member, DISTRICT, "list")
        group = following


_ROW: Final = lazy_pattern(r"(?: \([^()\n]{1,12}\))?(?:, ?| và )")
_SOME_CITIES: Final = 3


def _is_city(source: PlaceText, candidate: Candidate) -> bool:
    known = source.known
    return any(
        known.rows[row][2] in ("thành phố", "thị xã")
        for row in known.find(candidate.mention.key, DISTRICT)
    )


def read_lists(source: PlaceText, candidates: list[Candidate], judge: Judge) -> None:
    """Keep rows of three and more names that are communes of one province in reach."""
    group: list[Candidate] = []
    for candidate in [*candidates, None]:
        if candidate is not None and not candidate.mention.level and candidate.mask & COMMUNE:
            if group and _comma(source.lower, group[-1].mention.end, candidate.mention.start):
                group.append(candidate)
                continue
            following = [candidate]
        else:
            following = []
        if len(group) > 2:
            homes = [judge.homes(member.mention.key) for member in group]
            if set.intersection(*homes):
                for member in group:
                    judge.keep(member, COMMUNE, "list")
        group = following


def _comma(lower: str, start: int, end: int) -> bool:
    return end - start < 6 and lower[start:end].strip() in (",", ";")


def coordinate(candidate: Candidate, judge: Judge) -> None:
    """Keep a name that stands in one row with a mention, at its level."""
    other = None if candidate.mention.level else judge.neighbour(candidate)
    if candidate.mention.key in judge.source.words.things:
        return
    if other is None or not other.level & candidate.mask or other.rule == "unit-word-unknown-name":
        return
    gap = judge.source.lower[
        min(other.end, candidate.mention.end) : max(other.start, candidate.mention.start)
    ]
    if other.level == COMMUNE and "-" in gap:
        return
    judge.keep(candidate, other.level, "coordination")
    candidate.mention.unit = other.unit
