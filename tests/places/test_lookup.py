"""Units by code, identity and name; search; history; every numbered ward of every list."""

import re

import pytest

from vnpolitext.errors import VnpolitextError
from vnpolitext.places import UnknownUnitError, find_places, gazetteer, history, search, unit
from vnpolitext.places.units import COMMUNE, DISTRICT

KNOWN = gazetteer()


def test_every_unit_has_an_identity_of_its_own():
    identities = [KNOWN.unit_id(row) for row in range(len(KNOWN.rows))]
    assert len(set(identities)) == len(identities)
    assert all(re.fullmatch(r"[\w-]+@(?:2025|2024|2023|former)", each) for each in identities)
    assert all(KNOWN.by_id(each) == row for row, each in enumerate(identities))


@pytest.mark.parametrize(
    ("asked", "day", "identity"),
    [
        ("098", None, "098@2024"),
        ("098@2024", None, "098@2024"),
        ("Tủa Chùa", "2020-01-01", "098@2024"),
        ("huyện Tủa Chùa", None, "098@2024"),
        ("thị trấn Tủa Chùa", None, "03217@2024"),
        ("Tỉnh Lào Cai", "2020-01-01", "10@2024"),
        ("Lào Cai", "2026-01-01", "15@2025"),
        ("quận 04", "2020-01-01", "773@2024"),
        # What the unit is in stands behind a comma: then, and only else since.
        ("Châu Thành, Tây Ninh", "2020-01-01", "708@2024"),
        ("huyện Châu Thành, tỉnh Long An", "2020-01-01", "808@2024"),
        ("xã Tân Lập, Đan Phượng", "2020-01-01", "09820@2024"),
        ("Tân Lập, huyện Đan Phượng", "2020-01-01", "09820@2024"),
        ("Phường 4, Quận 8", "2020-01-01", "27409@2024"),
        ("Quy Nhơn, Gia Lai", "2026-01-01", "21583@2025"),
        ("thành phố Quy Nhơn, Gia Lai", "2020-01-01", "540@2024"),
        ("Mê Linh, Hà Nội", "2020-01-01", "250@2024"),
        ("Hà Tây", "2000-01-01", "28@former"),
        ("ha-nam-ninh", None, "ha-nam-ninh@former"),
    ],
)
def test_a_unit_is_found(asked, day, identity):
    assert unit(asked, at=day).unit_id == identity
    assert unit(asked, as_of=day).unit_id == identity


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("xyz", "no unit has the code or the name 'xyz'"),
        ("Tủa Chua", "did you mean 'Tủa Chùa'?"),
        ("Tủa Chuà", "did you mean 'Tủa Chùa'?"),
        ("tua chua", "did you mean 'Tủa Chùa'?"),
        ("ha noi", "did you mean 'Hà Nội'?"),
        ("Tân Phú", "several units are called 'Tân Phú'"),
    ],
)
def test_an_unknown_unit_is_told_in_words(asked, says):
    with pytest.raises(UnknownUnitError) as caught:
        unit(asked)
    assert says in str(caught.value)
    assert isinstance(caught.value, VnpolitextError)
    assert isinstance(caught.value, KeyError)


def test_a_wrong_level_is_told():
    with pytest.raises(ValueError, match="level is 'city'"):
        unit("01", level="city")
    with pytest.raises(ValueError, match="level is 'city'"):
        search("mường", level="city")


def test_an_unknown_province_is_told():
    with pytest.raises(ValueError, match="no province is called 'Hà Nam Ninhh'; did you mean"):
        find_places("xã A", province="Hà Nam Ninhh")
    assert find_places("huyện Ý Yên", province="tỉnh Hà Nam Ninh", as_of="1985-01-01")


def test_search_for_units_of_a_type():
    assert [found.unit_id for found in search("quận 4")] == ["773@2024"]
    assert {found.unit for found in search("huyện châu thành")} == {"huyện"}
    assert {found.name for found in search("phường 04")} >= {"4"}
    assert search("thị trấn tủa")[0].unit_id == "03217@2024"


def test_search_with_and_without_marks():
    plain = {found.name for found in search("muong", level="district", at="2020-01-01")}
    assert {"Mường Chà", "Mường Nhé", "Mường Lát", "Mường Khương"} <= plain
    assert search("Mường Chà")[0].name == "Mường Chà"
    assert not search("mường chá")


def test_the_history_of_a_unit():
    table = history(unit("nam-ha"))
    assert table["relation"].tolist() == [*["predecessor"] * 5, "unit", *["successor"] * 3]
    assert set(table["unit_id"][:2]) == {"ha-nam-1965@former", "nam-dinh-1965@former"}
    assert table["unit_id"][4:].tolist() == [
        "ha-nam-ninh@former", "nam-ha@former", "35@2024", "36@2024", "37@2025",
    ]  # fmt: skip


def wards() -> list[tuple[str, str, int]]:
    """District, number and row of every numbered ward of every list."""
    found = []
    for row, (_, name, kind, level, _, *_) in enumerate(KNOWN.rows):
        host = KNOWN.parent(row)
        numbered = level == COMMUNE and kind == "phường" and name.isdigit()
        if numbered and host is not None and KNOWN.rows[host][3] == DISTRICT:
            found.append((f"{KNOWN.rows[host][2]} {KNOWN.rows[host][1]}", name, row))
    return found


@pytest.mark.parametrize("form", ["Phường {n}, {d}", "phường {n:0>2} ({d})", "P.{n}, {d}"])
def test_every_numbered_ward_is_linked_in_its_time(form):
    asked = wards()
    wrong = []
    for district, number, row in asked:
        first, end = KNOWN.rows[row][5:7]
        day = first or {"2021-01-01": "2019-05-01", "2025-01-01": "2023-05-01"}.get(
            end, "2024-06-01"
        )
        text = form.format(n=number, d=district)
        linked = find_places(text, as_of=day)[0].unit_id
        if linked != KNOWN.unit_id(row):
            wrong.append((text, day, linked, KNOWN.unit_id(row)))
    assert len(asked) > 300
    assert not wrong


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("huyện Ia H' Drai, tỉnh Kon Tum", "2020-05-01", ["618", "62"]),
        ("huyện M Đrắk, tỉnh Đắk Lắk", "2020-05-01", ["652", "66"]),
        ("huyện Ea H leo", "2020-05-01", ["645"]),
        ("huyện Đắk R Lấp (Đắk Nông)", "2020-05-01", ["666", "67"]),
        ("huyện Nà Hang, tỉnh Tuyên Quang", "2020-05-01", ["072", "08"]),
        ("xã Albá, huyện Chư Sê", "2020-05-01", ["23953", "633"]),
        ("huyện KrôngBông", "2020-05-01", ["653"]),
        ("xã Đinh Văn - Lâm Hà, tỉnh Lâm Đồng", "2025-10-01", ["24871", "68"]),
        ("xã Phú Sơn-Lâm Hà, tỉnh Lâm Đồng", "2025-10-01", ["24895", "68"]),
        ("xã Đinh Văn - Lâm Hà, tỉnh Lâm Đồng", "2020-10-01", ["24871", "676", "68"]),
        ("phường Xuân Hương Đà Lạt", "2025-10-01", ["24781"]),
        ("Số 1, đường 25, P4, Q4, TP.HCM", "2020-05-01", ["27283", "773", "79"]),
        ("P12 - Q10 - TP.HCM", "2020-05-01", ["27172", "771", "79"]),
        ("Nghệ An, TT-Huế và tỉnh TT Huế", "2020-05-01", ["40", "46", "46"]),
        ("xe qua cao tốc TP.HCM - Trung Lương", "2020-05-01", []),
        ("Q4/2022 tăng 5 %, bảng P4; Q3 và Q4", "2022-05-01", []),
        ("các phường 01, 02, 04 quận 10", "2020-05-01", ["27184", "27190", "27193", "771"]),
        ("Phường 4, Thành phố Hồ Chí Minh", "2020-05-01", [None, "79"]),
        ("Phường 1, thành phố Vị Thanh", "2020-05-01", ["31318", "930"]),
        ("Tỉnh/Thành phố: Kon Tum", "2020-05-01", ["62"]),
        ("từ điểm cầu Điện Biên", "2020-05-01", ["11"]),
        ("hợp tác xã Tân Tiến", "2020-05-01", []),
        ("tổ hợp hóa dầu Nghi Sơn", "2020-05-01", []),
        ("thị trấn Tân\nUyênvàcácxã Trung Đồng", "2020-05-01", ["03598", "03605"]),
    ],
)
def test_names_in_other_forms(text, day, expected):
    assert [place.code for place in find_places(text, as_of=day)] == expected
