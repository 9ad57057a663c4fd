"""One office is written in one way, whatever the text writes."""

import pytest

from vnpolitext import find_persons


@pytest.mark.parametrize(
    ("office", "normalized"),
    [
        ("Ủy viên Bộ Chính trị", "Ủy viên Bộ Chính trị"),
        ("ỦY VIÊN BỘ CHÍNH TRỊ", "Ủy viên Bộ Chính trị"),
        ("Giám đốc Sở TN-MT tỉnh Lào Cai", "Giám đốc Sở Tài nguyên và Môi trường tỉnh Lào Cai"),
        ("Trưởng phòng Tổ chức cán bộ", "Trưởng phòng Tổ chức cán bộ"),
    ],
)
def test_the_case_of_an_office(office, normalized):
    [person] = find_persons(f"Đồng chí Lò Văn Pún, {office}, phát biểu.")
    assert person.positions[0].normalized == normalized


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("Tổng thống Mỹ J. Sto-nơ gọi điện.", "Tổng thống Mỹ"),
        ("Phó Tổng thống Mỹ K. Ha-rít thăm xã.", "Phó Tổng thống Mỹ"),
        ("Tổng Giám đốc Công ty Mây Vũ Văn An nói.", "Tổng Giám đốc Công ty Mây"),
        ("Chủ tịch Hội đồng châu Âu S. Mi-sen thăm xã.", "Chủ tịch Hội đồng châu Âu"),
        ("Tổng thư ký LHQ A. Mi-tê-rét phát biểu.", "Tổng Thư ký Liên hợp quốc"),
        ("Tổng Giám đốc WHO T. Mi-trê-sút phát biểu.", "Tổng Giám đốc WHO"),
    ],
)
def test_the_case_of_foreign_offices(text, normalized):
    [person] = find_persons(text)
    assert person.positions[0].normalized == normalized


@pytest.mark.parametrize("kind", ["chính thức", "dự khuyết"])
def test_kinds_of_members_belong_to_the_title(kind):
    [person] = find_persons(f"Ông Lò Văn Pún, Ủy viên {kind} Bộ Chính trị, nói.")
    position = person.positions[0]
    assert (position.title, position.organization) == (f"Ủy viên {kind}", "Bộ Chính trị")


@pytest.mark.parametrize(
    ("office", "title", "organization"),
    [
        ("CHÁNH VĂN PHÒNG TỈNH ỦY", "Chánh Văn phòng", "Văn phòng Tỉnh ủy"),
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Phó Chủ tịch Thường trực", None),
        ("GIÁM ĐỐC SỞ TÀI CHÍNH TỈNH MÂY", "Giám đốc", "Sở Tài chính tỉnh Mây"),
    ],
)
def test_an_office_in_capitals_has_parts_in_one_case(office, title, organization):
    [person] = find_persons(f"{office}\n\nLò Văn Pún")
    position = person.positions[0]
    assert (position.title, position.organization) == (title, organization)
