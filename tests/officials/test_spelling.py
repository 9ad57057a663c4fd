"""One office is written in one way, whatever the text writes."""

import pytest

from vnpolitext import find_persons


@pytest.mark.parametrize(
    ("office", "normalized"),
    [
        ("Ủy viên Bộ Chính trị", "Ủy viên Bộ Chính trị"),
        ("ỦY VIÊN BỘ CHÍNH TRỊ", "Ủy viên Bộ Chính trị"),
        ("Giám đốc Sở TN-MT tỉnh Lào Cai", "Giám đốc Sở TN - MT tỉnh Lào Cai"),
        ("Trưởng phòng Tổ chức cán bộ", "Trưởng phòng Tổ chức cán bộ"),
    ],
)
def test_the_case_of_an_office(office, normalized):
    [person] = find_persons(f"Đồng chí Lò Văn Pún, {office}, phát biểu.")
    assert person.positions[0].normalized == normalized
