"""The gazetteer: complete, consistent, right in time, small."""

import gzip
import tracemalloc
from collections import Counter
from datetime import date

import pytest

from vnpolitext.models import ModelError, model_file, shelf
from vnpolitext.places import Gazetteer, Unit, find_places, gazetteer, unit
from vnpolitext.places.units import BITS, COMMUNE, DISTRICT, PROVINCE, REFORM, name_key

FOLDER = shelf() / "places" / "vietnam-units"


def test_counts_of_both_systems() -> None:
    rows = gazetteer().rows
    before = Counter(row[3] for i, row in enumerate(rows) if gazetteer().is_valid(i, "2025-06-30"))
    after = Counter(row[3] for i, row in enumerate(rows) if gazetteer().is_valid(i, "2025-07-01"))
    assert before == {PROVINCE: 63, DISTRICT: 696, COMMUNE: 10035}
    assert after == {PROVINCE: 34, COMMUNE: 3321}


def test_types_after_the_reform() -> None:
    kinds = Counter(row[2] for row in gazetteer().rows if row[5] == REFORM and row[3] == COMMUNE)
    assert kinds == {"xã": 2621, "phường": 687, "đặc khu": 13}


@pytest.mark.parametrize("level", [PROVINCE, DISTRICT, COMMUNE])
def test_codes_are_unique_on_any_day(level: int) -> None:
    known = gazetteer()
    for day in ("1980-01-01", "1995-01-01", "2010-01-01", "2025-06-30", "2025-07-01"):
        codes = [
            row[0] for i, row in enumerate(known.rows) if row[3] == level and known.is_valid(i, day)
        ]
        assert len(codes) == len(set(codes)), day


def test_every_unit_has_a_record_and_a_province() -> None:
    known = gazetteer()
    for index in range(len(known.rows)):
        record = known.unit(index)
        assert record.name
        assert record.province
        assert (
            record.valid_from is None
            or record.valid_to is None
            or record.valid_from < record.valid_to
        )


def test_every_ended_unit_has_heirs_that_follow() -> None:
    known = gazetteer()
    lost = []
    for index, row in enumerate(known.rows):
        if not row[6]:
            continue
        heirs = known.heirs(index)
        if not heirs:
            lost.append(row[0])
        assert all(not known.rows[heir][6] or known.rows[heir][6] > row[6] for heir in heirs), row
    assert len(lost) < 35
    assert {"chau-thanh-dong-nai", "vinh-chau-bac-lieu"} <= set(lost)


def test_every_new_commune_has_predecessors_in_its_province() -> None:
    known = gazetteer()
    for index, row in enumerate(known.rows):
        if row[5] == REFORM and row[3] == COMMUNE:
            origins = known.origins(index)
            assert origins, row
            province = known.rows[known.province_of(index)][1]
            assert all(province in known.homes(origin) for origin in origins), row


def test_names_are_tidy() -> None:
    """Traps of the sources: casing noise, doubled types, decomposed letters, small letters."""
    for row in gazetteer().rows:
        name = row[1]
        assert name == " ".join(name.split())
        assert "(" not in name
        assert not name.startswith(("Phường ", "Quận ")) or name == "Phường Đúc"
        assert all(part[0].isupper() or part[0].isdigit() or part == "-" for part in name.split())
        assert row[2] == row[2].lower()


def test_known_traps() -> None:
    known = gazetteer()
    hue = unit("46", as_of="2020-01-01")
    assert (hue.name, hue.unit, hue.valid_to) == ("Thừa Thiên Huế", "tỉnh", "2025-01-01")
    assert [later.name for later in hue.at("2025-02-01")] == ["Huế"]
    shared = Counter(row[1] for row in known.rows if row[3] == DISTRICT and row[6] == REFORM)
    assert sum(count > 1 for count in shared.values()) >= 16
    assert known.find(name_key("Đăk Glei"), DISTRICT) == known.find(name_key("Đắk Glei"), DISTRICT)
    assert known.find(name_key("Qui Nhơn")) == known.find(name_key("Quy Nhơn"))


@pytest.mark.parametrize(
    ("code", "as_of", "name", "kind", "province"),
    [
        ("01", "1990-01-01", "Hà Nội", "thành phố", "Hà Nội"),
        ("10", "2020-01-01", "Lào Cai", "tỉnh", "Lào Cai"),
        ("15", "2020-01-01", "Yên Bái", "tỉnh", "Yên Bái"),
        ("15", "2026-01-01", "Lào Cai", "tỉnh", "Lào Cai"),
        ("98", "2026-01-01", None, None, None),
        ("098", None, "Tủa Chùa", "huyện", "Điện Biên"),
        ("00004", "2025-06-30", "Trúc Bạch", "phường", "Hà Nội"),
        ("00004", "2025-07-01", "Ba Đình", "phường", "Hà Nội"),
        ("474", "2020-01-01", "Huế", "thành phố", "Thừa Thiên Huế"),
        ("474", "2025-05-01", "Thuận Hóa", "quận", "Huế"),
        ("769", "2022-01-01", "Thủ Đức", "thành phố", "Hồ Chí Minh"),
        ("ha-bac", None, "Hà Bắc", "tỉnh", "Hà Bắc"),
        ("26732", None, "Côn Đảo", "đặc khu", "Hồ Chí Minh"),
    ],
)
def test_unit_by_code(
    code: str, as_of: str | None, name: str | None, kind: str | None, province: str | None
) -> None:
    if name is None:
        with pytest.raises(KeyError):
            unit(code, as_of=as_of)
        return
    found = unit(code, as_of=as_of)
    assert (found.name, found.unit, found.province) == (name, kind, province)


@pytest.mark.parametrize(
    ("code", "day", "names"),
    [
        ("ha-nam-ninh", "1995-01-01", ["Nam Hà", "Ninh Bình"]),
        ("ha-nam-ninh", "2010-01-01", ["Hà Nam", "Nam Định", "Ninh Bình"]),
        ("ha-nam-ninh", "2026-01-01", ["Ninh Bình"]),
        ("minh-hai", "2000-01-01", ["Bạc Liêu", "Cà Mau"]),
        ("28", "2009-01-01", ["Hà Nội"]),
        ("song-be", "2026-01-01", ["Hồ Chí Minh", "Đồng Nai"]),
        ("60", "2026-01-01", ["Lâm Đồng"]),
        ("11", "2026-01-01", ["Điện Biên"]),
        ("11", "1999-01-01", ["Lai Châu"]),
    ],
)
def test_provinces_through_time(code: str, day: str, names: list[str]) -> None:
    assert [
        later.name for later in unit(code, as_of="2020-01-01").at(date.fromisoformat(day))
    ] == names


def test_a_commune_merged_before_the_reform() -> None:
    ended = unit("00010", as_of="2020-01-01")
    assert (ended.name, ended.unit, ended.province) == ("Nguyễn Trung Trực", "phường", "Hà Nội")
    assert [later.name for later in ended.at("2025-05-01")] == ["Trúc Bạch"]
    assert [later.name for later in ended.at("2026-01-01")] == ["Ba Đình"]


def test_a_district_becomes_communes_and_back() -> None:
    district = unit("096")
    communes = district.at("2025-07-01")
    assert {later.level for later in communes} == {"commune"}
    assert "Mường Nhé" in {later.name for later in communes}
    island = unit("536").at("2026-01-01")
    assert [(later.unit, later.name) for later in island] == [("đặc khu", "Lý Sơn")]


def test_commune_before_and_after_are_two_units() -> None:
    before = unit("03160", as_of="2025-06-30")
    after = unit("03160", as_of="2025-07-01")
    assert before != after
    assert after in before.successors
    assert before in after.predecessors


def test_coordinates_lie_in_vietnam() -> None:
    known = gazetteer()
    for index, row in enumerate(known.rows):
        record = known.unit(index)
        if record.latitude is not None and record.longitude is not None:
            assert 7 < record.latitude < 24, row
            assert 102 < record.longitude < 116, row
        else:
            assert not known.is_valid(index, "2025-06-30"), row
            assert not known.is_valid(index, "2025-07-01"), row


def test_bad_days_and_unknown_codes() -> None:
    with pytest.raises(ValueError, match="is no date; give one such as"):
        unit("01").at("yesterday")
    with pytest.raises(KeyError):
        unit("nowhere")


def test_unit_is_a_value() -> None:
    assert unit("01") == unit("01")
    assert hash(unit("01")) == hash(unit("01"))
    with pytest.raises(AttributeError):
        unit("01").name = "Thăng Long"  # type: ignore[misc]


def test_size_of_the_data() -> None:
    packed = sum(
        len(gzip.compress(path.read_bytes()))
        for path in FOLDER.iterdir()
        if path.suffix in {".tsv", ".toml"}
    )
    assert packed < 1_000_000


def test_memory_of_the_gazetteer() -> None:
    gazetteer.cache_clear()
    tracemalloc.start()
    known = gazetteer()
    assert known.masks
    assert known.openings
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 15_000_000


def test_a_broken_table_is_refused() -> None:
    rows = list(gazetteer().rows[:2])
    orphan = ("99999", "Nowhere", "xã", COMMUNE, "zz", REFORM, "", "", "")
    known = Gazetteer([*rows, orphan])
    with pytest.raises(ModelError, match="no parent"):
        known.unit(2)


def test_tables_have_the_columns_and_levels() -> None:
    levels = {line.split("\t")[0] for line in former_lines()}
    assert levels <= set(BITS)
    assert all(len(line.split("\t")) == 9 and line.split("\t")[8] for line in former_lines())


def former_lines() -> list[str]:
    text = model_file("places", "vietnam-units", "former.tsv").read_text("utf-8")
    return [line for line in text.splitlines()[1:] if not line.startswith("#")]


def test_records_are_plain() -> None:
    record = unit("098")
    assert isinstance(record, Unit)
    assert record.parent == "11"
    assert record.level == "district"


@pytest.mark.parametrize("day", ["15/03/2020", "2020-03", "tháng 3/2020", "2020", 2020])
def test_a_day_in_any_form(day) -> None:
    assert unit("096").at(day) == (unit("096"),)
    [place] = find_places("huyện Tủa Chùa", as_of=day)
    assert place.code == "098"
    with pytest.raises(ValueError, match=r"^in 2025 the units changed, on 2025-07-01"):
        unit("096").at("2025")
