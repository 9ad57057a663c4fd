"""Items of lists with any mark: who gives an office does not hold it."""

import pytest

from vnpolitext.officials import find_persons


@pytest.mark.parametrize("blanks", ["", " ", "   "])
@pytest.mark.parametrize("mark", ["-", "+", "*", "–", "•", "●", "▪", "■", "➢", "✓"])
def test_the_mark_of_an_item_does_not_matter(mark: str, blanks: str) -> None:
    text = (
        f"Bộ Chính trị quyết định:\n{blanks}{mark} Điều động đồng chí Lò Văn An, Bí thư Huyện ủy "
        f"Nậm Sả, giữ chức Phó Trưởng ban.\n{blanks}{mark} Theo quyết định của Thủ tướng Chính "
        "phủ, đồng chí Mùa A Sơn giữ chức Chủ tịch UBND tỉnh Mường Khoa."
    )
    found = find_persons(text)
    assert {person.name: [each.text for each in person.positions] for person in found} == {
        "Lò Văn An": ["Bí thư Huyện ủy Nậm Sả", "Phó Trưởng ban"],
        "Mùa A Sơn": ["Chủ tịch UBND tỉnh Mường Khoa"],
    }
    assert all(text[e.start : e.end] == e.text for person in found for e in person.positions)
