"""Administrative units in their time."""

from typing import TYPE_CHECKING, Final

from vnpolitext.late import late_names, offered
from vnpolitext.places.find import find_places
from vnpolitext.places.lookup import UnknownUnitError, history, regions, search, unit
from vnpolitext.places.records import Place
from vnpolitext.places.units import Gazetteer, Unit, gazetteer

if TYPE_CHECKING:
    from vnpolitext.places.counts import carry_counts as carry_counts
    from vnpolitext.places.counts import place_counts as place_counts
    from vnpolitext.places.geojson import to_geojson as to_geojson
    from vnpolitext.places.outlines import province_outlines as province_outlines

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

_LATE: Final = {
    "counts": "carry_counts place_counts",
    "outlines": "province_outlines",
    "geojson": "to_geojson",
}
__getattr__ = late_names(__name__, _LATE)
__dir__ = offered(__name__)
