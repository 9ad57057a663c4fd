"""Questions to a whole corpus: careers, tasks, citation network, places on the map."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from vnpolitext.corpus.documents import Documents, read
from vnpolitext.progress import under_way

if TYPE_CHECKING:
    from datetime import date

    import networkx as nx
    import pandas as pd

    from vnpolitext.people import Resolution
    from vnpolitext.places.shares import Weights
    from vnpolitext.places.units import Level


class Studies(ABC):
    """Results over all analysed documents; each reads them one after the other."""

    @property
    @abstractmethod
    def _analysed(self) -> Documents:
        """The documents with their analyses."""

    @under_way("place counts")
    def place_counts(
        self,
        *,
        as_of: date | str | None = None,
        level: Level | None = None,
        period: Literal["year", "month", "day"] | None = None,
        weights: Weights = "equal",
    ) -> pd.DataFrame:
        """Count mentions of units in the units of one day; see `vnpolitext.places.place_counts`.

        Args:
            as_of: Day whose units are counted.
            level: Count lower units for the unit of that level that contains them.
            period: Count years, months or days apart.
            weights: How a unit is parted among the units of that day.
        """
        from vnpolitext.places import place_counts

        counts: pd.DataFrame = place_counts(
            read(self._analysed), as_of=as_of, level=level, period=period, weights=weights
        )
        return counts

    @under_way("to geojson")
    def to_geojson(
        self,
        path: str | os.PathLike[str],
        *,
        as_of: date | str | None = None,
        level: Level | None = None,
        period: Literal["year", "month", "day"] | None = None,
        weights: Weights = "equal",
    ) -> None:
        """Write the counts of units as a GeoJSON, for QGIS, Kepler.gl and their like.

        Provinces have their outlines, other units are points; see `vnpolitext.places.to_geojson`.

        Args:
            path: File to write.
            as_of: Day whose units are counted.
            level: Count lower units for the unit of that level that contains them.
            period: Count years, months or days apart: one feature a unit and period.
            weights: How a unit is parted among the units of that day.
        """
        from vnpolitext.places import to_geojson

        to_geojson(
            self.place_counts(as_of=as_of, level=level, period=period, weights=weights), path
        )

    @under_way("resolve persons")
    def resolve_persons(self) -> Resolution:
        """Tell who is who across the documents; see `vnpolitext.people.resolve_persons`."""
        from vnpolitext.people import resolve_persons

        return resolve_persons(read(self._analysed))

    @under_way("careers")
    def careers(self) -> pd.DataFrame:
        """Return one row a person, office and status, with its evidence, by first date.

        See `vnpolitext.people.careers`.
        """
        from vnpolitext.people import careers, careers_frame

        found: pd.DataFrame = careers_frame(careers(read(self._analysed)))
        return found

    @under_way("personnel events")
    def personnel_events(self) -> pd.DataFrame:
        """Return one row an event (appointed, elected, dismissed ...); see `vnpolitext.people`."""
        from vnpolitext.people import events_frame, personnel_events

        found: pd.DataFrame = events_frame(personnel_events(read(self._analysed)))
        return found

    @under_way("intervals")
    def intervals(self) -> pd.DataFrame:
        """Return one row a time in office, with real dates; see `vnpolitext.people.intervals`."""
        from vnpolitext.people import careers, intervals, intervals_frame

        found: pd.DataFrame = intervals_frame(intervals(careers(read(self._analysed))))
        return found

    @under_way("co office")
    def co_office(self) -> nx.Graph:
        """Return the network of who served in one body at one time; see `vnpolitext.people`."""
        from vnpolitext.people import careers, co_office, intervals

        return co_office(intervals(careers(read(self._analysed))))

    @under_way("citation graph")
    def citation_graph(self) -> nx.DiGraph:
        """Return the network of who cites what; see `vnpolitext.citations.citation_graph`."""
        from vnpolitext.citations import citation_graph

        return citation_graph(read(self._analysed))

    @under_way("implementation chain")
    def implementation_chain(self, key: str) -> pd.DataFrame:
        """Return the documents that carry out the document ``key``, with lags in days.

        One row a document, with the fields of `vnpolitext.citations.ChainLink`; see
        `vnpolitext.citations.implementation_chain`.
        """
        from dataclasses import asdict, fields

        import pandas as pd

        from vnpolitext.citations import ChainLink, implementation_chain

        links = implementation_chain(read(self._analysed), key)
        names = [field.name for field in fields(ChainLink)]
        return pd.DataFrame([asdict(link) for link in links], columns=names)

    @under_way("assignments")
    def assignments(self) -> pd.DataFrame:
        """Return one row an actor and task: who is told to do what, by when, how strongly.

        See `vnpolitext.directives.assignments`.
        """
        from vnpolitext.directives import assignments, assignments_frame

        found: pd.DataFrame = assignments_frame(assignments(read(self._analysed)))
        return found

    @under_way("deadlines")
    def deadlines(self) -> pd.DataFrame:
        """Return one row a deadline of an order, by the day it falls due.

        See `vnpolitext.directives.deadlines`.
        """
        from vnpolitext.directives import deadlines, deadlines_frame

        found: pd.DataFrame = deadlines_frame(deadlines(read(self._analysed)))
        return found

    @under_way("voices")
    def voices(self) -> pd.DataFrame:
        """Return one row a statement: who says what, in which office, how and when.

        See `vnpolitext.statements.voices`.
        """
        from vnpolitext.statements import voices, voices_frame

        found: pd.DataFrame = voices_frame(voices(read(self._analysed)))
        return found

    @under_way("trace")
    def trace(self, document: str, *, threshold: float = 0.2) -> pd.DataFrame:
        """Return which order of one document is taken up where, how literally and how late.

        Args:
            document: Identifier of the document whose orders are followed.
            threshold: Pairs of items with a lower score are none.

        Raises:
            ValueError: There is no such document.
        """
        from vnpolitext.directives import trace, trace_frame

        one = next(iter(self._analysed.select([document]).analyses()), None)
        if one is None:
            raise ValueError(f"no document {document!r}")
        found: pd.DataFrame = trace_frame(trace(one, read(self._analysed), threshold=threshold))
        return found

    @under_way("to graphml")
    def to_graphml(
        self,
        path: str | os.PathLike[str],
        *,
        graph: Literal["citations", "careers", "co-office"] = "citations",
    ) -> None:
        """Write a network in the GraphML format, for Gephi, igraph and their like.

        Args:
            path: File to write.
            graph: Who cites what; who holds an office in which body (``"careers"``); or who held
                offices of one body at one time (``"co-office"``).

        Raises:
            ValueError: There is no such network.
        """
        from vnpolitext.corpus.export import write_graphml
        from vnpolitext.people import careers, network

        made: dict[str, Callable[[], nx.Graph]] = {
            "citations": self.citation_graph,
            "careers": lambda: network(careers(read(self._analysed))),
            "co-office": self.co_office,
        }
        if graph not in made:
            raise ValueError(f"no network {graph!r}; there are {', '.join(made)}")
        write_graphml(made[graph](), path)
