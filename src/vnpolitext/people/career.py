"""Careers: one row a person and office, with the documents that tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING, Any

from vnpolitext.officials.records import Position
from vnpolitext.people.days import first_day, last_day
from vnpolitext.people.groups import Appearance
from vnpolitext.people.offices import office_in_full
from vnpolitext.people.resolve import NamingDocument, Resolution, resolve_persons
from vnpolitext.progress import under_way
from vnpolitext.text import fold
from vnpolitext.text.surface import encodable, holdable

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document gives a person an office.

    Attributes:
        document: Identifier of the document.
        start: Index of the first character of the position in its text.
        end: Index after the last character.
        date: Date of the document, ISO 8601, or ``None``.
        status: What the document says of the office.
        since: First day, month or year of it that the document states, or ``None``.
        until: Last one.
    """

    document: str
    start: int
    end: int
    date: str | None
    status: str = "current"
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Career:
    """One office of one person, as far as the documents show it.

    Attributes:
        person: Index of the identity in the resolution.
        name: Name of the person.
        office: The position, normalised, with its body.
        title: The office alone.
        organization: The body, completed where the documents allow it.
        branch: Branch of power.
        level: Level of government.
        place: Name of the unit, if it is linked.
        code: Official code of the unit, if it is linked.
        status: ``"current"``, ``"former"``, ``"late"`` or ``"acting"`` at the time of the
            documents.
        first: Date of the first document that tells the office, ISO 8601: it was held or had
            been held by then.
        last: Date of the last one.
        sources: All places that tell it, by date.
        since: First day, month or year of holding it that a document states, the most exact one,
            ISO 8601, or ``None``.
        until: Last one.
        office_key: Key of the office, see `Position.office_key`.
    """

    person: int
    name: str
    office: str
    title: str
    organization: str | None
    branch: str
    level: str | None
    place: str | None
    code: str | None
    status: str
    first: str | None
    last: str | None
    sources: tuple[Evidence, ...]
    since: str | None = None
    until: str | None = None
    office_key: str = ""

    @property
    def first_seen(self) -> str | None:
        """Date of the first document, the same as ``first``; no text need state it."""
        return self.first

    @property
    def last_seen(self) -> str | None:
        """Date of the last document, the same as ``last``."""
        return self.last


@under_way("careers")
def careers(
    analyses: Iterable[NamingDocument], *, resolution: Resolution | None = None
) -> list[Career]:
    """Return one row a person, office and status, with its period of evidence.

    Args:
        analyses: Documents with ``id``, ``metadata``, ``text`` and ``persons``.
        resolution: Who is who; by default what
            [`resolve_persons`][vnpolitext.people.resolve_persons] says.

    Returns:
        The rows, by person and by first date.

    Example:
        >>> from types import SimpleNamespace
        >>> from vnpolitext.officials import find_persons
        >>> def document(id, date, text):
        ...     return SimpleNamespace(
        ...         id=id, metadata={"published": date}, text=text, persons=find_persons(text)
        ...     )
        >>> rows = careers([
        ...     document("a", "2019-03-01", "Bí thư Huyện ủy Tủa Chùa Mùa A Phình phát biểu"),
        ...     document("b", "2021-05-02", "Ông Mùa A Phình, Bí thư Huyện ủy Tủa Chùa"),
        ... ])
        >>> [(row.name, row.office, row.first, row.last) for row in rows]
        [('Mùa A Phình', 'Bí thư Huyện ủy Tủa Chùa', '2019-03-01', '2021-05-02')]
    """
    if resolution is None:
        resolution = resolve_persons(analyses)
    rows: list[Career] = []
    for number, identity in enumerate(resolution.identities):
        held: dict[tuple[str, str], list[tuple[Appearance, Position]]] = {}
        for appearance in identity.appearances:
            for position in appearance.person.positions:
                key = (position.office_key, position.status)
                held.setdefault(key, []).append((appearance, position))
        own = [_row(number, identity.name, found) for found in held.values()]
        rows += sorted(own, key=lambda row: (row.first or "9999", row.office))
    return rows


def _row(number: int, name: str, found: list[tuple[Appearance, Position]]) -> Career:
    _, position = found[0]
    dates = sorted(appearance.date for appearance, _ in found if appearance.date)
    place = next((p.place for _, p in found if p.place is not None), None)
    title = position.title or position.normalized
    organization = position.organization
    return Career(
        person=number,
        name=name,
        office=office_in_full(position),
        title=title,
        organization=organization,
        branch=position.branch,
        level=next((p.level for _, p in found if p.level is not None), None),
        place=place.name if place is not None else None,
        code=place.code if place is not None else None,
        status=position.status,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        sources=tuple(
            sorted(
                (
                    Evidence(a.document, p.start, p.end, a.date, p.status, p.since, p.until)
                    for a, p in found
                ),
                key=lambda each: (each.date or "9999", each.document, each.start),
            )
        ),
        since=_most_exact(p.since for _, p in found),
        until=_most_exact(p.until for _, p in found),
        office_key=position.office_key,
    )


def _most_exact(values: Iterable[str | None]) -> str | None:
    """Return the value told most often, of values told equally often the most exact one."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: (counts[value], len(value)), default=None)


def as_careers(rows: Iterable[Career] | Iterable[NamingDocument]) -> list[Career]:
    """Return careers as they are, and those that documents tell: a corpus may stand for them."""
    held: Any = rows
    found = list(held) if isinstance(held, Iterable) and not isinstance(held, str) else [held]
    return found if all(isinstance(row, Career) for row in found) else careers(found)


@under_way("careers frame")
def careers_frame(rows: Iterable[Career] | Iterable[NamingDocument]) -> Any:
    """Return careers as a pandas ``DataFrame``, one row a career.

    ``first_seen`` and ``last_seen`` (also as ``first``, ``last``) are the dates of the documents,
    ``since`` and ``until`` what these state, as exact as they do; ``since_date`` and
    ``until_date`` are the first and the last day of that. Dates are ``datetime64`` columns;
    ``documents`` counts the documents, ``sources`` lists the places in them as in
    ``"a:10-34; b:7-31"``.
    """
    rows = as_careers(rows)
    names = [name for name in Career.__dataclass_fields__ if name != "sources"]
    pandas = import_module("pandas")
    values = [[holdable(getattr(row, name)) for name in names] for row in rows]
    frame = pandas.DataFrame(values, columns=names)
    for name in ("first", "last"):
        frame[name] = pandas.to_datetime(frame[name], format="ISO8601")
        frame[f"{name}_seen"] = frame[name]
    frame["since_date"] = pandas.to_datetime([row.since and first_day(row.since) for row in rows])
    frame["until_date"] = pandas.to_datetime([row.until and last_day(row.until) for row in rows])
    frame["documents"] = [len({each.document for each in row.sources}) for row in rows]
    frame["sources"] = [
        encodable("; ".join(f"{each.document}:{each.start}-{each.end}" for each in row.sources))
        for row in rows
    ]
    return frame


@under_way("network")
def network(rows: Iterable[Career] | Iterable[NamingDocument]) -> nx.Graph:
    """Return the network of persons and the bodies they hold offices in.

    Nodes have ``kind`` (``"person"`` or ``"organization"``) and ``label``, bodies also ``branch``,
    ``level`` and ``place``. Edges have ``titles``, ``statuses``, ``first``, ``last`` and
    ``weight``, the number of places in the documents that tell the office. Values are strings and
    numbers, so that the graph can be written in any format.
    """
    import networkx as nx

    graph = nx.Graph()
    for row in as_careers(rows):
        if row.organization is None:
            continue
        person, body = f"person:{row.person}", f"organization:{fold(row.organization)}"
        graph.add_node(person, kind="person", label=row.name)
        graph.add_node(
            body,
            kind="organization",
            label=row.organization,
            branch=row.branch,
            level=row.level or "",
            place=row.place or "",
        )
        known: dict[str, Any] = graph.get_edge_data(person, body) or {}
        graph.add_edge(
            person,
            body,
            titles=_join(known.get("titles", ""), row.title),
            statuses=_join(known.get("statuses", ""), row.status),
            first=min(filter(None, (known.get("first"), row.first)), default=""),
            last=max(filter(None, (known.get("last"), row.last)), default=""),
            weight=known.get("weight", 0) + len(row.sources),
        )
    return graph


@under_way("write graphml")
def write_graphml(
    rows: Iterable[Career] | Iterable[NamingDocument], path: str | PathLike[str]
) -> None:
    """Write the network of persons and bodies as GraphML, for Gephi, igraph and their like."""
    import networkx as nx

    nx.write_graphml(network(rows), path)


def _join(known: str, value: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, (*known.split("; "), value))))
