"""Rebuild the tables of units from two packages of public facts.

    python models/places/vietnam-units/build.py

needs ``vietnamadminunits==1.0.4`` (its SQLite file) and ``vietnam-provinces`` (the second source),
at build time only. Writes ``provinces.tsv``, ``districts.tsv``, ``communes.tsv``,
``communes_2025.tsv`` and ``spellings.tsv``; reads ``dates.tsv``, which is edited by hand.
"""

import csv
import json
import math
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

from vnpolitext.text.tones import modern_tones

HERE = Path(__file__).parent
REFORM = "2025-07-01"
FARTHEST_PART_KM = 30.0
UNITS_2025 = ("phường", "xã", "đặc khu")
SPELLINGS = {
    "đắk": ("đăk", "đắc", "đak", "đăc", "dak", "đác"),
    "đăk": ("đắk", "đắc", "đak", "đăc", "dak"),
    "đak": ("đắk", "đăk", "đắc"),
    "lắk": ("lăk", "lắc", "lak"),
    "quy": ("qui",),
    "quý": ("quí",),
    "quí": ("quý",),
    "qui": ("quy",),
    "mĩ": ("mỹ",),
    "lí": ("lý",),
    "kì": ("kỳ",),
    "mỹ": ("mĩ",),
    "kỳ": ("kì",),
    "lý": ("lí",),
    "sỹ": ("sĩ",),
    "vỹ": ("vĩ",),
    "kỷ": ("kỉ",),
    "pắc": ("păk", "pắk", "pak", "pắc"),
    "păc": ("pắc", "păk", "pắk", "pak"),
    "kạn": ("cạn",),
    "krông": ("crông",),
}
ALIASES = {
    "hồ chí minh": ("hcm",),
    "thừa thiên huế": ("thừa thiên-huế",),
    "buôn ma thuột": ("buôn mê thuột", "ban mê thuột", "ban ma thuột"),
    "kon tum": ("kontum", "công tum"),
    "pleiku": ("plei ku", "plây ku"),
    "phan rang-tháp chàm": ("phan rang", "tháp chàm"),
    "bà rịa-vũng tàu": ("br-vt", "brvt"),
    "đắk lắk": ("daklak", "đăklăk", "đắclắc"),
    "đắk nông": ("đăknông",),
    "ia h'drai": ("ia hdrai",),
    "phương liên trung tự": ("phương liên-trung tự",),
}


def package_file(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"package {package} is not installed")
    return Path(spec.submodule_search_locations[0]).joinpath("data", *parts)


def tidy(name: str) -> str:
    """Compose, modern tones, one kind of space, dash and apostrophe."""
    name = modern_tones(unicodedata.normalize("NFC", name)).translate({0x2019: "'", 0x2013: "-"})
    return " ".join(name.split())


def short(name: str) -> str:
    """Drop the unit type that a name repeats."""
    name = re.sub(r"\s*\((?:Thị trấn|Xã|Phường|Huyện|Thị xã|Thành phố|Quận)\)$", "", tidy(name))
    name = re.sub(r"^(?:Phường|Quận) (?=\d)", "", name)
    return re.sub(r"(?:^| )[a-zà-ỹ]", lambda match: match[0].upper(), name)


def point(lat: float | None, lon: float | None) -> str:
    return "" if lat is None or lon is None else f"{lat:.3f},{lon:.3f}"


def kilometres(here: str, there: str) -> float:
    lat1, lon1, lat2, lon2 = (math.radians(float(x)) for x in f"{here},{there}".split(","))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def write(name: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)


def successors_of(data: dict[str, Any], new: dict[tuple[str, str], Any]) -> dict[str, list[str]]:
    """Old key to new codes, the main one first."""
    found: dict[str, list[str]] = defaultdict(list)
    for province, wards in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in wards.items():
            for part in sorted(parts, key=lambda p: not p["isDefaultNewWard"]):
                found[old].append(new[province, part["newWardKey"]])
    for province, wards in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                found[old].append(new[province, ward])
    return found


def spellings(names: Iterable[str]) -> list[tuple[str, str]]:
    """Every other spelling of a name that some text uses, paired with the name's key."""
    keys = {name.lower().replace(" - ", "-") for name in names}
    found = set()
    for key in keys:
        options = [
            (s, *SPELLINGS.get(s, ()), *((s.replace("'", ""),) if "'" in s else ()))
            for s in key.split(" ")
        ]
        found.update((" ".join(other), key) for other in product(*options))
    aliases = {(alias, name) for name, others in ALIASES.items() for alias in others}
    return sorted(aliases | {pair for pair in found if pair[0] != pair[1]})


def main() -> None:
    database = sqlite3.connect(package_file("vietnamadminunits", "dataset.db"))
    database.row_factory = sqlite3.Row
    old_rows = database.execute("select * from admin_units_legacy").fetchall()
    new_rows = database.execute("select * from admin_units").fetchall()
    convert = json.loads(package_file("vietnamadminunits", "converter_2025.json").read_text("utf8"))
    second = json.loads(
        package_file("vietnam_provinces", "nested-divisions.json").read_text("utf8")
    )
    second_units = {
        (f"{p['name'].removeprefix('Thành phố ')}", tidy(w["name"]).lower()): f"{w['code']:05d}"
        for p in second
        for w in p["wards"]
    }
    dates = dict(
        line.split("\t")[:2]
        for line in (HERE / "dates.tsv").read_text("utf8").splitlines()
        if not line.startswith(("#", "code"))
    )

    new_codes = {(r["provinceKey"], r["wardKey"]): r["wardCode"] for r in new_rows}
    places = {r["wardCode"]: point(r["wardLat"], r["wardLon"]) for r in new_rows}
    communes_new, agreed = [], 0
    for r in new_rows:
        # The type column is wrong in four rows, the full name never.
        kind = next(u for u in UNITS_2025 if r["ward"].lower().startswith(u + " "))
        name = short(r["wardShort"])
        agreed += second_units.pop((r["provinceShort"], f"{kind} {name}".lower())) == r["wardCode"]
        area = f"{r['wardAreaKm2']:.1f}" if r["wardAreaKm2"] is not None else ""
        communes_new.append(
            (r["wardCode"], name, kind, r["provinceCode"], places[r["wardCode"]], area)
        )

    successors = successors_of(convert, new_codes)
    communes, districts, provinces_old, dropped = [], {}, {}, 0
    for r in old_rows:
        provinces_old[r["provinceCode"]] = (short(r["provinceShort"]), r["provinceKey"], r)
        key = f"{r['provinceKey']}_{r['districtKey']}_{r['wardKey'] or ''}"
        districts[r["districtCode"]] = (
            r["districtCode"],
            short(r["districtShort"]),
            r["districtType"].lower(),
            r["provinceCode"],
            dates.get(r["districtCode"], ""),
            point(r["districtLat"], r["districtLon"]),
            # Only the island districts without communes became a unit as a whole.
            "" if r["wardCode"] else " ".join(successors[key]),
        )
        if r["wardCode"] is None:
            continue
        here = point(r["wardLat"], r["wardLon"])
        heirs = successors[key]
        main_heir = heirs[0]
        near = [
            c for c in heirs if c == main_heir or kilometres(here, places[c]) < FARTHEST_PART_KM
        ]
        dropped += len(heirs) - len(near)
        kind = (r["ward"].split()[0] if r["ward"].split()[0] != "Thị" else "Thị trấn").lower()
        communes.append(
            (r["wardCode"], short(r["wardShort"]), kind, r["districtCode"], here, " ".join(near))
        )

    new_of = {old: new for new, olds in convert["DICT_PROVINCE"].items() for old in olds}
    merged = {new for new, olds in convert["DICT_PROVINCE"].items() if len(olds) > 1}
    provinces_new = {r["provinceKey"]: r for r in new_rows}
    provinces = []
    for code, (name, key, r) in provinces_old.items():
        target = provinces_new[new_of[key]]
        ended = new_of[key] in merged
        kind = "tỉnh" if r["province"].startswith("Tỉnh") else "thành phố"
        heirs = target["provinceCode"] if ended else ""
        start = dates.get(code, "")
        place = point(r["provinceLat"], r["provinceLon"])
        provinces.append((code, name, kind, start, REFORM if ended else "", heirs, place))
    for key in convert["DICT_PROVINCE"]:
        if key in merged:
            r = provinces_new[key]
            kind = "tỉnh" if r["province"].startswith("Tỉnh") else "thành phố"
            place = point(r["provinceLat"], r["provinceLon"])
            provinces.append(
                (r["provinceCode"], short(r["provinceShort"]), kind, REFORM, "", "", place)
            )

    counts = (
        len(provinces_old),
        len(districts),
        len(communes),
        len(provinces_new),
        len(communes_new),
    )
    if counts != (63, 696, 10035, 34, 3321):
        raise SystemExit(f"the sources have {counts} units")
    if second_units:
        raise SystemExit(f"only in the second source: {sorted(second_units)}")
    write(
        "provinces.tsv",
        ("code", "name", "unit", "valid_from", "valid_to", "successors", "location"),
        provinces,
    )
    write(
        "districts.tsv",
        ("code", "name", "unit", "province", "valid_from", "location", "successors"),
        districts.values(),
    )
    write("communes.tsv", ("code", "name", "unit", "district", "location", "successors"), communes)
    write(
        "communes_2025.tsv", ("code", "name", "unit", "province", "location", "area"), communes_new
    )
    rows = [*provinces, *districts.values(), *communes, *communes_new]
    write("spellings.tsv", ("spelling", "name"), spellings(row[1] for row in rows))
    print(f"units: {counts}; far parts dropped: {dropped}; same code in both sources: {agreed}")


if __name__ == "__main__":
    main()
