"""Administrative units in their time."""

from vnpolitext.places.counts import place_counts
from vnpolitext.places.find import find_places
from vnpolitext.places.lookup import UnknownUnitError, history, search, unit
from vnpolitext.places.records import Place
from vnpolitext.places.units import Gazetteer, Unit, gazetteer

__all__ = [
    "Gazetteer",
    "Place",
    "Unit",
    "UnknownUnitError",
    "find_places",
    "gazetteer",
    "history",
    "place_counts",
    "search",
    "unit",
]
