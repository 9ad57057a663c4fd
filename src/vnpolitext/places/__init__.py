"""Administrative units in their time."""

from vnpolitext.places.find import find_places
from vnpolitext.places.gazetteer import Gazetteer, Unit, gazetteer, unit
from vnpolitext.places.records import Place

__all__ = ["Gazetteer", "Place", "Unit", "find_places", "gazetteer", "unit"]
