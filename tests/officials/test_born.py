"""Names of unknown families that a birth or a label makes those of people."""

from __future__ import annotations

import pytest

from vnpolitext import find_persons


def named(text: str) -> list[str]:
    return [person.name for person in find_persons(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Du Bá Hoài (tiếng Trung: 俞; sinh tháng 4 năm 1945) là một chính khách.", "Du Bá Hoài"),
        ("Vi Tư Lâm (sinh ngày 3 tháng 5 năm 1960 tại Ninh Bình) là nhà báo.", "Vi Tư Lâm"),
        ("Khấu Bá Hoài, sinh năm 1951, quê ở Hà Bắc, là Bộ trưởng Xây dựng.", "Khấu Bá Hoài"),
        ("Nghệ An: Thẩm Dị Quân sinh năm 1950 được bầu làm Bí thư Huyện ủy.", "Thẩm Dị Quân"),
        ("Tuất Bá Hoài\nSinh năm 1951\nBộ trưởng Xây dựng", "Tuất Bá Hoài"),
        ("Họ và tên: Khấu Bá Hoài\nChức vụ: Phó Giám đốc Sở Y tế", "Khấu Bá Hoài"),
        ("Họ và tên khai sinh: KHẤU BÁ HOÀI\nNgày sinh: 3/4/1960", "KHẤU BÁ HOÀI"),
        ("Tên gọi: Khấu Bá Hoài", "Khấu Bá Hoài"),
    ],
)
def test_somebody_is_named(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Hoa Sen sinh năm 2001 là công ty lớn.",
        "Lớp Hoa Sen sinh nhiều chuyện.",
        "Khu Vườn Xanh\nSinh năm học mới",
        "Tên gọi: Công ty TNHH Hoa Sen",
        "Tên đầy đủ: Ngân hàng Nông nghiệp",
        "Họ và tên: ....................\nNgày sinh: ......",
        "Họ và tên: ĐHSPHN",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert named(text) == []


def test_the_hero_holds_what_the_life_tells() -> None:
    text = (
        "Du Bá Hoài (bính âm: Yú; sinh tháng 4 năm 1945) là một chính khách Trung Quốc. Ông từng "
        "là Thị trưởng Thanh Đảo rồi làm Bộ trưởng Xây dựng. Trước đó ông là Bí thư Tỉnh ủy Hồ Bắc."
    )
    [hero] = find_persons(text)
    assert [office.text for office in hero.positions] == [
        "Thị trưởng Thanh Đảo",
        "Bộ trưởng Xây dựng",
        "Bí thư Tỉnh ủy Hồ Bắc",
    ]


@pytest.mark.parametrize("place", ["Thiên Tân", "Đại Liên", "Hồ Nam", "Cam Túc", "Liêu Ninh"])
@pytest.mark.parametrize("title", ["Thị trưởng", "Tỉnh trưởng", "Bí thư Tỉnh ủy"])
def test_a_place_abroad_is_no_person(title: str, place: str) -> None:
    assert named(f"Đoàn gặp {title} {place} và dự lễ.") == []
