"""Who served in the same body at the same time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vnpolitext.people.periods import Interval, as_intervals
from vnpolitext.people.resolve import NamingDocument
from vnpolitext.progress import under_way
from vnpolitext.text import fold

if TYPE_CHECKING:
    import networkx as nx


@under_way("co office")
def co_office(found: Iterable[Interval] | Iterable[NamingDocument]) -> nx.Graph:
    """Return the network of people who held offices of one body in the same days.

    An interval without a first or a last day joins nobody: nothing tells that they met.

    Args:
        found: Intervals, see [`intervals`][vnpolitext.people.intervals], or analyses.

    Returns:
        A graph whose nodes are people (``"person:3"``, with ``label``), and whose edges have
        ``bodies`` (joined by ``"; "``), ``start`` and ``end`` of the first to the last common day,
        ISO 8601, their years ``first_year`` and ``last_year``, ``days`` in common and ``weight``,
        the number of bodies. Values are strings and numbers, so that the graph can be written in
        any format.

    Example:
        >>> from types import SimpleNamespace
        >>> from vnpolitext.officials import find_persons
        >>> from vnpolitext.people import careers, intervals
        >>> text = (
        ...     "Ông Mùa A Phình, Bí thư Huyện ủy Tủa Chùa (2010 - 2015); "
        ...     "ông Lò Văn Nọi, Phó Bí thư Huyện ủy Tủa Chùa (2013 - 2018)."
        ... )
        >>> document = SimpleNamespace(id="a", metadata={}, text=text, persons=find_persons(text))
        >>> graph = co_office(intervals(careers([document])))
        >>> [(edge["start"], edge["last_year"]) for _, _, edge in graph.edges(data=True)]
        [('2013-01-01', 2015)]
    """
    import networkx as nx

    graph = nx.Graph()
    bodies: dict[str, list[Interval]] = {}
    for each in as_intervals(found):
        if each.organization is not None and each.start is not None and each.end is not None:
            bodies.setdefault(fold(each.organization), []).append(each)
    for body in sorted(bodies):
        _join(graph, sorted(bodies[body], key=lambda each: (str(each.start), each.person)))
    return graph


def _join(graph: nx.Graph, members: list[Interval]) -> None:
    """Add the pairs of one body that share days."""
    for at, one in enumerate(members):
        for other in members[at + 1 :]:
            if not (one.start and one.end and other.start and other.end):
                continue
            if other.start > one.end:
                break
            if other.person == one.person:
                continue
            _add(graph, one, other)


def _add(graph: nx.Graph, one: Interval, other: Interval) -> None:
    if not (one.start and one.end and other.start and other.end):
        return
    start, end = max(one.start, other.start), min(one.end, other.end)
    left, right = f"person:{one.person}", f"person:{other.person}"
    for node, each in ((left, one), (right, other)):
        graph.add_node(node, kind="person", label=each.name)
    known = graph.get_edge_data(left, right) or {}
    bodies = dict.fromkeys(filter(None, (*known.get("bodies", "").split("; "), one.organization)))
    first = min(known.get("start", "9999"), start.isoformat())
    last = max(known.get("end", ""), end.isoformat())
    graph.add_edge(
        left,
        right,
        bodies="; ".join(bodies),
        start=first,
        end=last,
        first_year=int(first[:4]),
        last_year=int(last[:4]),
        days=known.get("days", 0) + (end - start).days + 1,
        weight=len(bodies),
    )
