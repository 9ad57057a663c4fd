"""Tables of units as GeoJSON, for QGIS, Kepler.gl, geopandas and the like."""

import json
import math
import os
from pathlib import Path
from typing import Any, Final

from vnpolitext.errors import expect
from vnpolitext.places.outlines import province_outlines
from vnpolitext.places.units import REFORM

_DIGITS: Final = 6


def to_geojson(counts: Any, path: str | os.PathLike[str] | None = None) -> dict[str, Any]:
    """Turn counts of units into a GeoJSON: provinces with their outlines, other units as points.

    Args:
        counts: A table with ``unit_id``, ``latitude`` and ``longitude``, such as `place_counts`
            and `carry_counts` return.
        path: Where to write it, too.

    Returns:
        A ``FeatureCollection`` in degrees (WGS 84), one feature a row in the order of the table,
        whose properties are the columns. A unit with neither outline nor coordinates, such as a
        province that ended long ago, has no geometry; carry the counts to a later day before.

    Raises:
        ValueError: A column is missing.

    Example:
        >>> from types import SimpleNamespace
        >>> from vnpolitext.places import find_places, place_counts
        >>> text = "huyện Tủa Chùa, tỉnh Điện Biên, tháng 5 năm 2024"
        >>> document = SimpleNamespace(id="a", metadata={}, places=find_places(text))
        >>> map_data = to_geojson(place_counts([document]))
        >>> [(f["properties"]["name"], f["geometry"]["type"]) for f in map_data["features"]]
        [('Điện Biên', 'MultiPolygon'), ('Tủa Chùa', 'Point')]
    """
    if not hasattr(counts, "columns"):
        expect(counts, (), "a table as of place_counts() is wanted")
    for column in ("unit_id", "latitude", "longitude"):
        if column not in counts:
            raise ValueError(f"the table has no column {column!r}; it has {list(counts.columns)}")
    outlines = {
        feature["id"]: feature["geometry"]
        for day in ("2025-06-30", REFORM)
        for feature in province_outlines(day)["features"]
    }
    features = []
    for row in counts.to_dict("records"):
        properties = {str(name): _plain(value) for name, value in row.items()}
        geometry = outlines.get(properties["unit_id"]) or _point(
            properties["longitude"], properties["latitude"]
        )
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    content = {"type": "FeatureCollection", "features": features}
    if path is not None:
        text = json.dumps(content, ensure_ascii=False, allow_nan=False)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text + "\n", encoding="utf-8")
    return content


def _point(longitude: Any, latitude: Any) -> dict[str, Any] | None:
    if longitude is None or latitude is None:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _plain(value: Any) -> Any:
    """The value as JSON has it: no NaN, no number of numpy, days as text."""
    if hasattr(value, "item"):
        value = value.item()
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return round(value, _DIGITS) if math.isfinite(value) else None
    return str(value)
