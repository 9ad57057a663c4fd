"""Bare names in a row, which are what the others in it are: communes, cities, units of a level."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import Final

from vnpolitext.places.candidates import Candidate
from vnpolitext.places.decoys import phrase_before
from vnpolitext.places.judge import Judge
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text.patterns import lazy_pattern


def read_cities(source: PlaceText, candidates: list[Candidate], judge: Judge) -> None:
    """Read rows of cities of provinces as such, where names of provinces are among them.

    In ``Tam Kỳ, Bắc Ninh, Đồng Hới (2010), Uông Bí`` all have the name of a city, and no province
    is called *Tam Kỳ*.
    """
    for group in _rows(candidates, partial(_is_city, source), partial(_is_row, source)):
        others = sum(not member.mask & PROVINCE for member in group)
        if others >= _SOME_CITIES and 4 * others >= len(group) > others:
            for member in group:
                judge.keep(member, DISTRICT, "list")


_ROW: Final = lazy_pattern(r"(?: \([^()\n]{1,12}\))?(?:, ?| và )")
_SOME_CITIES: Final = 3


def _rows(
    candidates: Iterable[Candidate],
    belongs: Callable[[Candidate], bool],
    follows: Callable[[Candidate, Candidate], bool],
) -> Iterator[list[Candidate]]:
    """Yield the rows of candidates that belong in one, each of which follows the one before."""
    row: list[Candidate] = []
    for candidate in candidates:
        fits = belongs(candidate)
        if fits and row and follows(row[-1], candidate):
            row.append(candidate)
            continue
        if row:
            yield row
        row = [candidate] if fits else []
    if row:
        yield row


def _is_row(source: PlaceText, before: Candidate, candidate: Candidate) -> bool:
    gap = _ROW.fullmatch(source.lower, before.mention.end, candidate.mention.start)
    return gap is not None


def _is_city(source: PlaceText, candidate: Candidate) -> bool:
    known = source.known
    return any(
        known.rows[row][2] in ("thành phố", "thị xã")
        for row in known.find(candidate.mention.key, DISTRICT)
    )


def read_lists(source: PlaceText, candidates: list[Candidate], judge: Judge) -> None:
    """Keep rows of three and more names that are communes of one province in reach."""
    for group in _rows(candidates, _is_commune, partial(_follows_comma, source)):
        if len(group) > 2:
            homes = [judge.homes(member.mention.key) for member in group]
            if set.intersection(*homes):
                for member in group:
                    judge.keep(member, COMMUNE, "list")


def _is_commune(candidate: Candidate) -> bool:
    return not candidate.mention.level and bool(candidate.mask & COMMUNE)


def _follows_comma(source: PlaceText, before: Candidate, candidate: Candidate) -> bool:
    start, end = before.mention.end, candidate.mention.start
    return end - start < 6 and source.lower[start:end].strip() in (",", ";")


def read_pairs(source: PlaceText, candidates: list[Candidate], judge: Judge) -> None:
    """Keep a commune and its district: *Bà Điểm (Hóc Môn)*, *tại Bà Điểm, Hóc Môn*.

    Each name alone may be another thing; that one is in the other is hardly chance.
    """
    known = source.known
    for part, whole in pairwise(candidates):
        gap = _PAIR.fullmatch(source.lower, part.mention.end, whole.mention.start)
        if gap is None or not (part.mask & COMMUNE and whole.mask & DISTRICT):
            continue
        if "(" not in gap[0] and not phrase_before(part, source.words.slots):
            continue
        hosts = known.find(whole.mention.key, DISTRICT)
        if any(known.parent(row) in hosts for row in known.find(part.mention.key, COMMUNE)):
            judge.keep(whole, DISTRICT, "container")
            judge.keep(part, COMMUNE, "contained")


_PAIR: Final = lazy_pattern(r" ?\(|, ")


def coordinate(candidate: Candidate, judge: Judge) -> None:
    """Keep a name that stands in one row with a mention, at its level.

    A commune in the district that follows is one: *An Thượng, Hoài Đức - Tân Phú, Quốc Oai*.
    """
    other = None if candidate.mention.level else judge.neighbour(candidate)
    if candidate.mention.key in judge.source.words.things:
        return
    if other is not None and not judge.reached(candidate.mention.key) & DISTRICT:
        judge.keep(candidate, judge.inside(candidate) & COMMUNE, "contained")
    if other is None or not other.level & candidate.mask or other.rule == "unit-word-unknown-name":
        return
    gap = judge.source.lower[
        min(other.end, candidate.mention.end) : max(other.start, candidate.mention.start)
    ]
    if other.level == COMMUNE and "-" in gap:
        return
    judge.keep(candidate, other.level, "coordination")
    candidate.mention.unit = other.unit
