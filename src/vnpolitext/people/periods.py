"""Intervals of careers: from when to when somebody held an office, and what tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from importlib import import_module
from typing import Any, Final, Literal

from vnpolitext.people.career import Career, Evidence, as_careers
from vnpolitext.people.days import first_day, last_day
from vnpolitext.people.resolve import NamingDocument
from vnpolitext.progress import under_way
from vnpolitext.text.surface import encodable, holdable

_HELD: Final = frozenset({"current", "acting"})


@dataclass(frozen=True, slots=True)
class Interval:
    """The time one person held one office, as far as the documents tell it.

    Attributes:
        person: Index of the identity in the resolution.
        name: Name of the person.
        office: The office with its body.
        office_key: Key of the office, see `Position.office_key`.
        organization: The body.
        start: First day, or ``None``.
        start_from: ``"since"`` where a text states it, ``"first_seen"`` where it is the date of the
            first document that names the person so, ``None`` without a day.
        end: Last day, or ``None``.
        end_from: ``"until"`` or ``"last_seen"``, or ``None``.
        is_open: Whether no text says that the office has ended.
        sources: All places that tell it, by date.
    """

    person: int
    name: str
    office: str
    office_key: str
    organization: str | None
    start: date | None
    start_from: Literal["since", "first_seen"] | None
    end: date | None
    end_from: Literal["until", "last_seen"] | None
    is_open: bool
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two intervals of one person that follow upon each other lie to each other.

    Attributes:
        kind: ``"gap"`` (days between them) or ``"overlap"`` (days of both).
        first: The interval that begins first.
        second: The other one.
        start: First day of the gap or of the overlap.
        end: Last day.
        is_certain: Whether texts state the days that bound it. A gap is uncertain, too, where an
            office whose end is not known had begun before.
    """

    kind: Literal["gap", "overlap"]
    first: Interval
    second: Interval
    start: date
    end: date
    is_certain: bool = True


@under_way("intervals")
def intervals(rows: Iterable[Career] | Iterable[NamingDocument]) -> list[Interval]:
    """Return the times of offices, one interval for each time that a person held one.

    Times that texts state count before the dates of documents. Two times of one office that share
    no day are two intervals.

    Args:
        rows: Careers, see [`careers`][vnpolitext.people.careers], or analyses that tell them.

    Returns:
        The intervals, by person and by first day.

    Example:
        >>> from types import SimpleNamespace
        >>> from vnpolitext.officials import find_persons
        >>> from vnpolitext.people import careers
        >>> text = "Ông Mùa A Phình, Bí thư Huyện ủy Tủa Chùa (2010 - 5/2015), nói."
        >>> document = SimpleNamespace(id="a", metadata={}, text=text, persons=find_persons(text))
        >>> [found] = intervals(careers([document]))
        >>> found.start.isoformat(), found.end.isoformat(), found.start_from, found.end_from
        ('2010-01-01', '2015-05-31', 'since', 'until')
    """
    held: dict[tuple[int, str], list[Career]] = {}
    for row in as_careers(rows):
        held.setdefault((row.person, row.office_key), []).append(row)
    found = [each for same in held.values() for each in _stints(same)]
    return sorted(found, key=lambda each: (each.person, each.start or date.max, each.office))


@under_way("intervals frame")
def intervals_frame(found: Iterable[Interval] | Iterable[NamingDocument]) -> Any:
    """Return intervals as a pandas ``DataFrame``, one row a time in office.

    ``start`` and ``end`` are ``datetime64`` columns, ``start_from`` and ``end_from`` say what they
    come from; ``documents`` counts the documents, ``sources`` lists the places in them as in
    ``"a:10-34; b:7-31"``.
    """
    found = as_intervals(found)
    names = [each.name for each in fields(Interval) if each.name != "sources"]
    pandas = import_module("pandas")
    frame = pandas.DataFrame(
        [[holdable(getattr(each, name)) for name in names] for each in found], columns=names
    )
    for name in ("start", "end"):
        frame[name] = pandas.to_datetime(frame[name], format="ISO8601")
    frame["documents"] = [len({one.document for one in each.sources}) for each in found]
    frame["sources"] = [
        encodable("; ".join(f"{one.document}:{one.start}-{one.end}" for one in each.sources))
        for each in found
    ]
    return frame


def as_intervals(found: Iterable[Interval] | Iterable[NamingDocument]) -> list[Interval]:
    """Return intervals as they are, and those of analyses: a corpus may stand for them."""
    given: Any = found
    held = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    return held if all(isinstance(each, Interval) for each in held) else intervals(held)


@under_way("relations")
def relations(found: Iterable[Interval] | Iterable[NamingDocument]) -> list[Relation]:
    """Return the gaps and the overlaps between the intervals of each person.

    Args:
        found: Intervals, or analyses that tell them; those without a first or a last day are
            passed over.

    Returns:
        For every interval the overlaps with later ones, and the gap before it if nobody of the
        earlier ones reaches it.
    """
    people: dict[int, list[Interval]] = {}
    for each in as_intervals(found):
        people.setdefault(each.person, []).append(each)
    return [relation for own in people.values() for relation in _relations(own)]


def _stints(rows: list[Career]) -> Iterator[Interval]:
    """Yield the intervals of one person in one office."""
    sources = sorted(
        (each for row in rows for each in row.sources), key=lambda each: each.date or "9999"
    )
    told = [each for each in sources if each.since or each.until]
    groups: list[list[Evidence]] = []
    for each in sorted(told, key=_beginning):
        near = next((group for group in groups if any(_meet(each, one) for one in group)), None)
        if near is None:
            groups.append([each])
        else:
            near.append(each)
    seen = [each for each in sources if not (each.since or each.until)]
    if not groups:
        groups = [[]]
    for number, group in enumerate(groups):
        last = number == len(groups) - 1
        yield _interval(rows[-1], group, seen if last else [], sources)


def _interval(
    row: Career, told: list[Evidence], seen: list[Evidence], sources: list[Evidence]
) -> Interval:
    since = max((each.since for each in told if each.since), key=len, default=None)
    until = max((each.until for each in told if each.until), key=len, default=None)
    dates = sorted(each.date for each in (*told, *seen) if each.date and each.status in _HELD)
    start = first_day(since) if since else (first_day(dates[0][:10]) if dates else None)
    end = last_day(until) if until else (last_day(dates[-1][:10]) if dates else None)
    if start is not None and end is not None and end < start:
        start, since = (None, None) if until else (start, since)
        end = None if not until else end
    ended = until is not None or any(each.status not in _HELD for each in (*told, *seen))
    return Interval(
        person=row.person,
        name=row.name,
        office=row.office,
        office_key=row.office_key,
        organization=row.organization,
        start=start,
        start_from=None if start is None else "since" if since else "first_seen",
        end=end,
        end_from=None if end is None else "until" if until else "last_seen",
        is_open=not ended,
        sources=tuple(each for each in sources if each in told or each in seen),
    )


def _beginning(each: Evidence) -> date:
    return first_day(each.since or each.until or "9999")


def _meet(one: Evidence, other: Evidence) -> bool:
    """Return whether two stated times of one office share a day, or may."""
    left = (_beginning(one), last_day(one.until or "9999"))
    right = (_beginning(other), last_day(other.until or "9999"))
    if not (one.since and other.since):
        return one.until is not None and one.until == other.until
    return max(left[0], right[0]) <= min(left[1], right[1])


def _relations(own: list[Interval]) -> Iterator[Relation]:
    bounded = [each for each in own if each.start is not None and each.end is not None]
    ordered = sorted(bounded, key=lambda each: (each.start or date.max, each.end or date.max))
    lasting = min((each.start for each in own if each.start and not each.end), default=date.max)
    reached: Interval | None = None
    for at, first in enumerate(ordered):
        if reached is not None and reached.end and first.start and reached.end < first.start:
            begin = date.fromordinal(reached.end.toordinal() + 1)
            finish = date.fromordinal(first.start.toordinal() - 1)
            if begin <= finish:
                certain = _is_stated(reached, first) and lasting > finish
                yield Relation("gap", reached, first, begin, finish, certain)
        if reached is None or (reached.end or date.min) < (first.end or date.min):
            reached = first
        for second in ordered[at + 1 :]:
            if not (second.start and first.end and second.end) or second.start > first.end:
                break
            finish = min(first.end, second.end)
            certain = _is_stated(first, second)
            yield Relation("overlap", first, second, second.start, finish, certain)


def _is_stated(first: Interval, second: Interval) -> bool:
    """Return whether texts state when the first office ended and the second one began."""
    return first.end_from == "until" and second.start_from == "since"
