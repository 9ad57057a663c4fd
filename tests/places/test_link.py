"""Linking: the right unit of its time, from dates, containment and the places around."""

import pytest

from vnpolitext.places import Place, find_places

CASES = [
    # text, as_of, province, index of the mention, code, valid_to
    ("các xã An Hòa, An Tân (huyện An Lão)", "2022-05-01", None, 2, "542", "2025-07-01"),
    ("UBND huyện Tủa Chùa họp.", "2022-05-01", None, 0, "098", "2025-07-01"),
    ("Người huyện Tủa Chùa cũ.", "2026-05-01", None, 0, "098", "2025-07-01"),
    ("xã Mường Nhé, huyện Mường Nhé, tỉnh Điện Biên", "2022-05-01", None, 0, "03160", "2025-07-01"),
    ("xã Mường Nhé, tỉnh Điện Biên", "2026-05-01", None, 0, "03160", None),
    ("xã Si Pa Phìn, huyện Nậm Pồ", "2022-05-01", None, 0, "03199", "2025-07-01"),
    ("huyện Châu Thành (An Giang)", "2022-05-01", None, 0, "892", "2025-07-01"),
    ("huyện Châu Thành", "2022-05-01", "Kiên Giang", 0, "905", "2025-07-01"),
    ("tỉnh Sóc Trăng: huyện Châu Thành", "2022-05-01", None, 1, "942", "2025-07-01"),
    ("huyện Kỳ Anh, tỉnh Hà Tĩnh", "2022-05-01", None, 0, "447", "2025-07-01"),
    ("thị xã Kỳ Anh, tỉnh Hà Tĩnh", "2022-05-01", None, 0, "449", "2025-07-01"),
    ("thành phố Cao Lãnh và huyện Cao Lãnh", "2022-05-01", None, 0, "866", "2025-07-01"),
    ("huyện Thuận An, tỉnh Bình Dương", "2008-05-01", None, 0, "725", "2025-07-01"),
    ("tỉnh Lào Cai", "2020-01-01", None, 0, "10", "2025-07-01"),
    ("tỉnh Lào Cai", "2026-01-01", None, 0, "15", None),
    ("tỉnh Lào Cai (cũ)", "2026-01-01", None, 0, "10", "2025-07-01"),
    ("tỉnh Hà Tây", "2005-01-01", None, 0, "28", "2008-08-01"),
    ("tỉnh Hà Tây", "2020-01-01", None, 0, "28", "2008-08-01"),
    ("tỉnh Hậu Giang", "1985-01-01", None, 0, "hau-giang-1976", "1991-12-26"),
    ("tỉnh Hậu Giang", "2015-01-01", None, 0, "93", "2025-07-01"),
    ("tỉnh Lai Châu", "1999-01-01", None, 0, "lai-chau-2003", "2004-01-01"),
    ("tỉnh Lai Châu", "2009-01-01", None, 0, "12", None),
    ("tỉnh Thừa Thiên Huế", "2015-01-01", None, 0, "46", "2025-01-01"),
    ("thành phố Huế", "2026-01-01", None, 0, "46", None),
    ("thành phố Huế", "2015-01-01", None, 0, "474", "2025-01-01"),
    ("quận 9, Thành phố Hồ Chí Minh", "2015-01-01", None, 0, "9-ho-chi-minh", "2021-01-01"),
    ("huyện Mỹ Lộc, tỉnh Nam Định", "2015-01-01", None, 0, "358", "2024-09-01"),
    (
        "Sắp xếp xã Na Sang, xã Mường Mươn và xã Ma Thì Hồ thành xã mới có tên gọi là xã Na Sang",
        "2025-06-16",
        "Điện Biên",
        3,
        "03172",
        None,
    ),
    (
        "Sắp xếp xã Na Sang, xã Mường Mươn và xã Ma Thì Hồ thành xã mới có tên gọi là xã Na Sang",
        "2025-06-16",
        "Điện Biên",
        0,
        "03201",
        "2025-07-01",
    ),
    (
        "xã Quang Trung, huyện Trùng Khánh, tỉnh Cao Bằng",
        "2022-05-01",
        None,
        0,
        "01465",
        "2025-07-01",
    ),
]


@pytest.mark.parametrize(("text", "as_of", "province", "index", "code", "valid_to"), CASES)
def test_link(  # noqa: PLR0917 - one argument a column of the table
    text: str, as_of: str, province: str | None, index: int, code: str, valid_to: str | None
) -> None:
    place = find_places(text, as_of=as_of, province=province)[index]
    assert (place.code, place.valid_to) == (code, valid_to)
    assert place.candidates == ()


def test_what_stays_open_stays_in_candidates() -> None:
    (place,) = find_places("huyện Châu Thành", as_of="2022-05-01")
    assert place.code is None
    assert place.level == "district"
    assert len(place.candidates) >= 8
    assert place.resolve() is None
    assert place.at("2026-01-01") == ()


ABOUT = "Quận Gò Vấp đông dân, quận Gò Vấp ở {}; quận Gò Vấp có chợ, quận Gò Vấp giáp quận 12. "


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Sau đó sáp nhập Phường 5 vào Phường 3.", ["26887@2024", "26902@2024"]),
        ("Các phường 1, 3 và 5 có chợ.", ["26896@2023", "26902@2024", "26887@2024"]),
        ("Trường ở Phường 7 cũ.", [None]),
        ("Phường 5, quận 10 có chợ.", ["27199@2023", "771@2024"]),
        ("Xã Mường Phăng ở xa.", [None]),
    ],
)
def test_open_wards_are_of_the_district_that_a_text_is_about(
    text: str, units: list[str | None]
) -> None:
    about = ABOUT.format("TP Hồ Chí Minh") + "Quận Gò Vấp lập năm 1976. Tỉnh An Giang thăm quận. "
    before = len(find_places(about, as_of="2020-01-01"))
    found = find_places(about + text, as_of="2020-01-01")[before:]
    assert [place.unit_id for place in found] == units


def test_units_already_linked_decide() -> None:
    text = "Tại tỉnh Kiên Giang, đoàn thăm huyện Tân Hiệp. Hôm sau, đoàn đến huyện Châu Thành."
    assert find_places(text, as_of="2022-05-01")[-1].province == "Kiên Giang"


def test_a_contradicted_link_is_taken_back() -> None:
    stranger, _ = find_places("xã Si Pa Phìn, tỉnh Cà Mau", as_of="2022-05-01")
    assert stranger.code is None
    assert stranger.level == "commune"


def test_a_prefecture_is_linked_only_inside_its_province() -> None:
    inside, _ = find_places("phủ Điện Bàn, tỉnh Quảng Nam", as_of="2020-01-01")
    assert inside.unit_id == "507@2024"
    for text in ("phủ Tân Bình", "hai châu Văn Chấn, Văn Bàn", "phủ Tân Bình, tỉnh Quảng Trị"):
        alone = find_places(text, as_of="2020-01-01")[0]
        assert (alone.level, alone.unit_id, alone.candidates) == ("district", None, ())


def test_unknown_unit_has_no_code() -> None:
    unknown, _, _ = find_places("xã Cổ Chử, huyện Nam Trực, tỉnh Nam Định", as_of="1999-01-01")
    assert (unknown.code, unknown.candidates, unknown.level) == (None, (), "commune")
    assert unknown.rule == "unit-word-unknown-name"


def test_the_date_of_the_text_counts_without_as_of() -> None:
    text = "Điện Biên, ngày 5 tháng 3 năm 2026. Xã Mường Nhé, tỉnh Điện Biên."
    assert find_places(text)[1].valid_from == "2025-07-01"
    text = "Điện Biên, ngày 5/3/2021. Xã Mường Nhé, huyện Mường Nhé, tỉnh Điện Biên."
    assert find_places(text)[1].valid_to == "2025-07-01"


def test_place_knows_its_successors() -> None:
    (place,) = find_places("huyện Mường Nhé", as_of="2022-05-01")
    assert place.unit == "huyện"
    assert place.name == "Mường Nhé"
    assert place.province == "Điện Biên"
    assert set(place.successors) == {unit.code for unit in place.at("2025-07-01")}
    assert place.at("2024-01-01") == (place.resolve(),)


def test_bad_date_is_refused() -> None:
    with pytest.raises(ValueError, match="is no date; give one such as"):
        find_places("tỉnh Lào Cai", as_of="spring")


def test_rules_are_shown() -> None:
    text = (
        "Tỉnh ủy Bến Tre và các huyện Ba Tri, Bình Đại. Có mặt Thạnh Phú (Bến Tre); "
        "huyện đảo Phú Quý. Về Ba Tri."
    )
    rules = {place.text: place.rule for place in find_places(text, as_of="2022-05-01")}
    assert rules["Bình Đại"] == "coordination"
    assert rules["Bến Tre"] in {"body", "province-name"}
    assert rules["Thạnh Phú"] == "contained"
    assert rules["huyện đảo Phú Quý"] == "described"
    assert rules["Ba Tri"] in {"plural", "named-elsewhere"}


def test_record_is_plain() -> None:
    (place,) = find_places("tỉnh Lào Cai", as_of="2026-01-01")
    assert place == Place(
        0,
        12,
        "tỉnh Lào Cai",
        name="Lào Cai",
        unit="tỉnh",
        level="province",
        code="15",
        unit_id="15@2025",
        province="Lào Cai",
        valid_from="2025-07-01",
        rule="unit-word",
    )


@pytest.mark.parametrize(
    ("text", "as_of", "province"),
    [
        ("huyện Ba Vì", "1985-01-01", "Hà Nội"),
        ("huyện Ba Vì", "1999-01-01", "Hà Tây"),
        ("huyện Ba Vì", "2020-01-01", "Hà Nội"),
        ("huyện Thường Tín", "1985-01-01", "Hà Sơn Bình"),
        ("huyện Mê Linh", "1995-01-01", "Vĩnh Phú"),
        ("huyện Mê Linh", "2005-01-01", "Vĩnh Phúc"),
        ("huyện Ý Yên", "1995-01-01", "Nam Hà"),
        ("huyện Cẩm Giàng", "1995-01-01", "Hải Hưng"),
        ("huyện Mường Nhé", "2003-01-01", "Lai Châu"),
        ("huyện A Lưới", "2021-01-01", "Thừa Thiên Huế"),
        ("huyện A Lưới", "2025-03-01", "Huế"),
    ],
)
def test_the_province_is_that_of_the_time_of_the_text(text: str, as_of: str, province: str) -> None:
    [place] = find_places(text, as_of=as_of)
    assert place.province == province


def test_a_link_that_contradicts_the_text_names_no_province() -> None:
    text = "tỉnh Cao Bằng: phường Thuận Thành"
    _, ward = find_places(text, as_of="2022-05-01")
    assert (ward.code, ward.province) == (None, None)
    assert ward.candidates


def test_the_mark_of_an_item_is_no_ward() -> None:
    text = "tại các xã An Hòa, An Tân; 2) thực hiện quy chế; các phường Tân Lập, 3 và 5"
    assert [p.text for p in find_places(text)] == ["An Hòa", "An Tân", "Tân Lập", "3", "5"]
