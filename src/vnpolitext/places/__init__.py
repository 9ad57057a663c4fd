"""Administrative units in their time."""

from vnpolitext.places.counts import carry_counts, place_counts
from vnpolitext.places.find import find_places
from vnpolitext.places.geojson import to_geojson
from vnpolitext.places.lookup import UnknownUnitError, history, regions, search, unit
from vnpolitext.places.outlines import province_outlines
from vnpolitext.places.records import Place
from vnpolitext.places.units import Gazetteer, Unit, gazetteer

__all__ = [
    "Gazetteer",
    "Place",
    "Unit",
    "UnknownUnitError",
    "carry_counts",
    "find_places",
    "gazetteer",
    "history",
    "place_counts",
    "province_outlines",
    "regions",
    "search",
    "to_geojson",
    "unit",
]
