"""An office over the list of those who hold it."""

import pytest

from vnpolitext.officials import find_persons


def offices(text: str) -> dict[str, list[str]]:
    return {p.name: [position.text for position in p.positions] for p in find_persons(text)}


@pytest.mark.parametrize(
    "heading",
    ["### Phó Chủ tịch\n\n", "- Phó Chủ tịch\n\n", "**Phó Chủ tịch**\n", "Các Phó Chủ tịch:\n"],
)
def test_each_name_below_has_the_office(heading: str) -> None:
    text = f"{heading}- Đặng Văn Tuế\n- Ngô Thị Bích Loan (1960-1964)\n\nPhan Quốc Trưng đến thăm."
    assert offices(text) == {
        "Đặng Văn Tuế": ["Phó Chủ tịch"],
        "Ngô Thị Bích Loan": ["Phó Chủ tịch"],
        "Phan Quốc Trưng": [],
    }


def test_names_with_offices_of_their_own_keep_to_them() -> None:
    text = (
        "II. ỦY VIÊN BAN THƯỜNG VỤ\n\n1. Đặng Văn Tuế, Trưởng Ban Dân vận;\n"
        "2. Ngô Thị Bích Loan, Bí thư Thành ủy Lào Cai.\n"
    )
    assert offices(text) == {
        "Đặng Văn Tuế": ["Trưởng Ban Dân vận"],
        "Ngô Thị Bích Loan": ["Bí thư Thành ủy Lào Cai"],
    }


def test_a_list_of_offices_heads_nobody() -> None:
    assert offices("- Trưởng ban\n- Phó Trưởng ban\n\nĐặng Văn Tuế nói.") == {"Đặng Văn Tuế": []}


def test_a_marked_heading_holds_beside_offices_of_their_own() -> None:
    text = "### Phó Chủ tịch\n\n- Đặng Văn Tuế - kiêm Tổng Thư ký\n- Pháp sư Thích Minh Độ\n"
    assert offices(text) == {
        "Đặng Văn Tuế": ["Phó Chủ tịch", "Tổng Thư ký"],
        "Thích Minh Độ": ["Phó Chủ tịch"],
    }


def test_names_over_their_years_need_no_bullets() -> None:
    text = "Chủ tịch Hội đồng\nĐặng Văn Tuế\n(1931–1935)\nHà Huy Tập\n(1936–1938)\nThể loại\n"
    assert offices(text) == {
        "Đặng Văn Tuế": ["Chủ tịch Hội đồng"],
        "Hà Huy Tập": ["Chủ tịch Hội đồng"],
    }
