"""Outlines and counts as GeoJSON: other programs read it, and places lie where they are."""

import json
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from vnpolitext.places import (
    find_places,
    gazetteer,
    place_counts,
    province_outlines,
    to_geojson,
    unit,
)
from vnpolitext.places.outlines import islands

TEXT = "tỉnh Điện Biên: huyện Tủa Chùa (xã Sính Phình), thành phố Hà Nội, tỉnh Hà Sơn Bình"
DOCUMENT = SimpleNamespace(
    id="a", metadata={"published": "2022-05-01"}, places=find_places(TEXT, as_of="2022-05-01")
)


def rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    return [ring for part in geometry["coordinates"] for ring in part]


def is_inside(geometry: dict[str, Any], longitude: float, latitude: float) -> bool:
    """Whether a line from the point to the east crosses the rings an odd number of times."""
    crossings = 0
    for ring in rings(geometry):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > latitude) != (y2 > latitude):
                crossings += longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


@pytest.mark.parametrize(("day", "number"), [("2008-08-01", 63), ("2025-06-30", 63),
                                             ("2025-07-01", 34), ("2030-01-01", 34)])  # fmt: skip
def test_every_province_has_one_outline(day: str, number: int) -> None:
    features = province_outlines(day)["features"]
    known = gazetteer()
    found = {feature["id"] for feature in features}
    assert len(features) == len(found) == number
    for feature in features:
        province = unit(feature["id"])
        assert province.level == "province"
        assert province.name == feature["properties"]["name"]
        for ring in rings(feature["geometry"]):
            assert ring[0] == ring[-1]
            assert len(ring) > 3
            assert all(102 < x < 110 and 8 < y < 24 for x, y in ring)
    last = "2025-06-30" if number == 63 else "2025-07-01"
    alive = [i for i, row in enumerate(known.rows) if row[3] == 1 and known.is_valid(i, last)]
    assert {known.unit_id(i) for i in alive} == found


@pytest.mark.parametrize("day", ["2025-06-30", "2025-07-01"])
def test_districts_and_zones_lie_in_their_province(day: str) -> None:
    outlines = {f["id"]: f["geometry"] for f in province_outlines(day)["features"]}
    known = gazetteer()
    right = wrong = 0
    for index, row in enumerate(known.rows):
        if row[3] == 1 or not row[8] or not known.is_valid(index, day) or index % 7:
            continue
        latitude, longitude = map(float, row[8].split(","))
        own = outlines[known.unit_id(known.province_of(index))]
        right += is_inside(own, longitude, latitude)
        wrong += not is_inside(own, longitude, latitude)
    assert right / (right + wrong) > 0.95


def test_the_merged_are_made_of_the_old() -> None:
    before = province_outlines("2025-06-30")["features"]
    after = {f["id"]: f["geometry"] for f in province_outlines()["features"]}
    for feature in before:
        (heir,) = unit(feature["id"]).at("2025-07-01")
        ring = max(rings(feature["geometry"]), key=len)
        middle = (sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring))
        if is_inside(feature["geometry"], *middle):
            assert is_inside(after[heir.unit_id], *middle), feature["properties"]["name"]


def test_islands_without_land_in_the_source() -> None:
    found = {f["properties"]["name"]: f["properties"]["provinces"] for f in islands()["features"]}
    assert found == {
        "Cồn Cỏ": ["45@2024", "44@2025"],
        "Hoàng Sa": ["48@2024", "48@2025"],
        "Trường Sa": ["56@2024", "56@2025"],
    }


def test_counts_become_outlines_and_points(tmp_path: Any) -> None:
    counts = place_counts([DOCUMENT], period="year")
    written = to_geojson(counts, tmp_path / "counts.geojson")
    read = json.loads((tmp_path / "counts.geojson").read_text(encoding="utf-8"))
    assert read == written
    kinds = {
        feature["properties"]["name"]: feature["geometry"] and feature["geometry"]["type"]
        for feature in read["features"]
    }
    assert kinds == {
        "Hà Nội": "MultiPolygon",
        "Điện Biên": "MultiPolygon",
        "Hà Sơn Bình": None,
        "Tủa Chùa": "Point",
        "Sính Phình": "Point",
    }
    first = read["features"][0]["properties"]
    assert list(first) == list(counts.columns)
    assert (first["period"], first["unit_id"], first["count"]) == ("2022", "01@2024", 1.0)


def test_values_that_json_has_not() -> None:
    table = pd.DataFrame(
        {
            "unit_id": ["098@2024"],
            "latitude": [float("nan")],
            "longitude": [103.3],
            "day": [pd.Timestamp("2024-05-01")],
            "share": [1 / 3],
            "is_new": [True],
        }
    )
    (feature,) = to_geojson(table)["features"]
    assert feature["geometry"] is None
    properties = feature["properties"]
    assert (properties["day"], properties["share"]) == ("2024-05-01 00:00:00", 0.333333)
    assert (properties["latitude"], properties["is_new"]) == (None, True)
    with pytest.raises(ValueError, match="no column 'longitude'"):
        to_geojson(table.drop(columns="longitude"))
    assert to_geojson(table[:0])["features"] == []


def test_days_without_outlines_are_told() -> None:
    with pytest.raises(ValueError, match="since 2008-08-01, not on 1995-01-01"):
        province_outlines("1995-01-01")
    with pytest.raises(ValueError, match="is no date; give one such as"):
        province_outlines("some day")


def test_geopandas_reads_it(tmp_path: Any) -> None:
    geopandas = pytest.importorskip("geopandas")
    to_geojson(place_counts([DOCUMENT]), tmp_path / "counts.geojson")
    frame = geopandas.read_file(tmp_path / "counts.geojson")
    assert len(frame) == 5
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.dropna().is_valid.all()
