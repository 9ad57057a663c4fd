"""What a text tells of mergers, splits and past years decides which units it names."""

import pytest

from vnpolitext.places import find_places, gazetteer
from vnpolitext.places.units import PROVINCE, REFORM

TOLD = [
    ("tỉnh Bình Định và tỉnh Gia Lai thành tỉnh Gia Lai", ["52@2024", "64@2024", "52@2025"]),
    ("chia tỉnh Hậu Giang thành tỉnh Cần Thơ và tỉnh Sóc Trăng",
     ["hau-giang-1976@former", "can-tho-tinh@former", "94@2024"]),
    ("chia tỉnh Cần Thơ thành thành phố Cần Thơ và tỉnh Hậu Giang",
     ["can-tho-tinh@former", "92@2024", "93@2024"]),
    ("tách tỉnh Hà Nam Ninh thành hai tỉnh Nam Hà và Ninh Bình",
     ["ha-nam-ninh@former", "nam-ha@former", "37@2024"]),
    ("tách tỉnh Nghệ Tĩnh thành 2 tỉnh: Nghệ An và Hà Tĩnh",
     ["nghe-tinh@former", "40@2024", "42@2024"]),
    ("chia tỉnh Quảng Nam - Đà Nẵng thành tỉnh Quảng Nam và thành phố Đà Nẵng",
     ["quang-nam-da-nang@former", "49@2024", "48@2024"]),
    ("ba tỉnh Quảng Bình, Quảng Trị và Thừa Thiên hợp nhất thành tỉnh Bình Trị Thiên",
     ["quang-binh-1976@former", "quang-tri-1976@former", "thua-thien@former",
      "binh-tri-thien@former"]),
    ("sáp nhập hai tỉnh Nghệ An và Hà Tĩnh thành tỉnh Nghệ Tĩnh",
     ["nghe-an-1975@former", "ha-tinh-1975@former", "nghe-tinh@former"]),
    ("Ngày 23 tháng 4 năm 2018, đoàn thăm tỉnh Quảng Ngãi. Tỉnh Quảng Ngãi nay có 96 xã.",
     ["51@2024", "51@2025"]),
    ("Từ tháng 4 năm 2008, ông là Bí thư Tỉnh ủy Quảng Ngãi.", ["51@2024"]),
    ("Bảng giá theo Luật Đất đai năm 2013 của tỉnh Quảng Ngãi", ["51@2025"]),
    ("Tỉnh Hà Tây được thành lập ngày 1 tháng 7 năm 1965", ["ha-tay-1975@former"]),
    ("Bí thư Tỉnh ủy Cần Thơ và Thành ủy Cần Thơ", ["can-tho-tinh@former", "92@2025"]),
    ("gồm 13 tỉnh, thành phố: Cần Thơ, Vĩnh Long", ["92@2025", "86@2025"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told_decides(text: str, expected: list[str]) -> None:
    assert [place.unit_id for place in find_places(text, as_of="2025-09-01")] == expected


def test_all_mergers_of_2025() -> None:
    known = gazetteer()
    for heir, row in enumerate(known.rows):
        olds = [i for i in known.origins(heir) if known.rows[i][3] == PROVINCE]
        if row[3] != PROVINCE or row[5] != REFORM or len(olds) < 2:
            continue
        names = [f"{known.rows[old][2]} {known.rows[old][1]}" for old in olds]
        text = f"Hợp nhất {', '.join(names[:-1])} và {names[-1]} thành {row[2]} {row[1]}."
        found = [place.unit_id for place in find_places(text, as_of="2025-09-01")]
        assert found == [*map(known.unit_id, olds), known.unit_id(heir)], text


@pytest.mark.parametrize(
    "row",
    [
        "| phường Phước Mỹ, phường Bảo An và xã Thành Hải | phường Bảo An |",
        "| phường Bảo An | phường Phước Mỹ, phường Bảo An, xã Thành Hải |",
    ],
)
def test_rows_of_tables(row: str) -> None:
    places = find_places(f"Các đơn vị sau sắp xếp năm 2025, tỉnh Khánh Hòa\n{row}")
    assert sorted(str(place.unit_id) for place in places[1:]) == [
        "22741@2024", "22741@2025", "22744@2024", "22774@2024",
    ]  # fmt: skip


KINDS = [
    # text, levels of its places
    ("Trùng Khánh là xã thuộc tỉnh Cao Bằng.", ["commune", "province"]),
    ("Thanh Trì là một huyện ngoại thành của Hà Nội", ["district", "province"]),
    ("Tân Yên là huyện đội trưởng", []),
    ("Vị Thanh, Cam Ranh, Bảo Lộc (2010), Hà Giang, Lai Châu", ["district"] * 5),
    ("Hà Nội, Hải Phòng, Nha Trang, Quảng Ninh",
     ["province", "province", "district", "province"]),
    ("các thôn Tân Lập, Tân Hòa, Hòa Bình của xã Tân Lập, tỉnh Thái Bình",
     ["commune", "province"]),
    ("20 tổ dân phố: Bà Triệu 4, Cửa Bắc 1, Cửa Bắc 12. Tỉnh Nam Định", ["province"]),
    ("Các bản: Huổi Lếch, Nậm Kè (xã Nậm Kè, huyện Mường Nhé)", ["commune", "district"]),
    ("các văn bản Hà Nội, Điện Biên gửi", ["province", "province"]),
    ("Thị xã Phú Mỹ: 3 phường hiện có (Mỹ Xuân, Phú Mỹ, Phước Hòa), Bà Rịa - Vũng Tàu",
     ["district", "commune", "commune", "commune", "province"]),
    ("dự án FLC Sầm Sơn", []),
    ("đất feralit ở cánh cung Đông Triều", []),
    ("ở vùng Thuận Hóa xưa", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "levels"), KINDS)
def test_levels_and_what_is_no_place(text: str, levels: list[str]) -> None:
    assert [place.level for place in find_places(text, as_of="2024-09-01")] == levels


def test_the_units_tell_the_time_of_a_text() -> None:
    new = "Lê Đại Hành là một phường thuộc thành phố Hải Phòng. Nghị quyết ngày 16/6/2025."
    assert find_places(new)[-1].unit_id == "31@2025"
    assert find_places("Bí thư thăm TP.HCM và tỉnh Bình Dương.")[0].unit_id == "79@2024"
    assert find_places("TP.HCM sáp nhập với tỉnh Bình Dương.")[0].unit_id == "79@2025"
