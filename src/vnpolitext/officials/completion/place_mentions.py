"""The place mentions of a text, as the units that bodies belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.completion.neighbours import Nearest
from vnpolitext.officials.records import Position
from vnpolitext.places.records import Place

SAIGON: Final = "Hồ Chí Minh"
"""The name of the city that texts shorten to *HCM*."""


class PlaceMentions:
    """The place mentions of a text, by where they stand and by name."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Prepare for the places of a text."""
        self._all = sorted(places, key=lambda place: place.start)
        names: dict[tuple[str, str | None], list[Place]] = {}
        for place in self._all:
            name = SAIGON if place.name == "HCM" else place.name
            names.setdefault((name, place.level), []).append(place)
        self._named = {
            key: Nearest(same, (place.start for place in same)) for key, same in names.items()
        }

    def of(self, position: Position, name: str, level: str | None) -> Place | None:
        """Return the last place of that level inside a position, or else the nearest so named."""
        at = bisect_right(self._all, position.end, key=lambda place: place.end) - 1
        inside = []
        while at >= 0 and self._all[at].start >= position.start:
            inside.append(self._all[at])
            at -= 1
        if inside:
            return next((place for place in inside if place.level == level), inside[0])
        same = self._named.get((name, level)) if name else None
        return same.to(position.start) if same else None
