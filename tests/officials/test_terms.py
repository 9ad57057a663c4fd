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


@pytest.mark.parametrize("mark", ["¹", "²", "①"])
def test_the_mark_of_a_note_is_no_number_of_people(mark):
    text = f"Đồng chí Lò Văn Pún {mark} Phó Chủ tịch UBND huyện Mường Ảng, phát biểu."
    assert [person.name for person in find_persons(text)] == ["Lò Văn Pún"]
