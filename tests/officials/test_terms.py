"""Terms of office beside an office: every Roman numeral is one, however high."""

import pytest

from vnpolitext import find_persons


@pytest.mark.parametrize("term", ["IX", "XVI", "XVII", "XVIII", "XXIV", "17", "XL"])
def test_offices_go_on_after_a_term(term):
    text = (
        f"Đồng chí Lò Văn Pún, Ủy viên Ban Chấp hành Đảng bộ tỉnh khóa {term}, "
        "Chủ tịch UBND huyện Mường Ảng, phát biểu."
    )
    [person] = find_persons(text)
    assert [position.title for position in person.positions] == ["Ủy viên", "Chủ tịch"]
