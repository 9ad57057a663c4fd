"""Bodies that an office named before tells, and those it does not."""

import pytest

from vnpolitext import find_persons

ROWS = "| Họ tên | Chức vụ |\n|---|---|\n| Lò Văn An | Bộ trưởng Bộ Thủy lợi |\n| Vũ Thị Mơ | {} |"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (ROWS.format("Thứ trưởng"), "Bộ Thủy lợi"),
        (ROWS.format("Bộ trưởng"), None),
        ("- Lò Văn An, Giám đốc Sở Y tế\n- Vũ Thị Mơ, Phó Giám đốc", "Sở Y tế"),
        ("- Lò Văn An, Giám đốc Sở Y tế\n- Vũ Thị Mơ, Giám đốc", None),
        ("Bộ trưởng Bộ Thủy lợi Lò Văn An nói. Bà Vũ Thị Mơ, Bộ trưởng, nói.", None),
        ("Bộ trưởng Bộ Thủy lợi Vũ Thị Mơ nói. Bà Vũ Thị Mơ, Bộ trưởng, nói.", "Bộ Thủy lợi"),
    ],
)
def test_a_body_has_one_chief(text, body):
    [person] = [each for each in find_persons(text) if each.name == "Vũ Thị Mơ"]
    assert person.positions[-1].organization == body
