"""Administrative units in their time."""

from vnpolitext.places.counts import place_counts
from vnpolitext.places.find import find_places
from vnpolitext.places.records import Place
from vnpolitext.places.units import Gazetteer, Unit, gazetteer, unit

__all__ = ["Gazetteer", "Place", "Unit", "find_places", "gazetteer", "place_counts", "unit"]
