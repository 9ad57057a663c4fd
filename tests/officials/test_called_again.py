"""People called by their given name after the office they were named with."""

import pytest

from vnpolitext import find_persons


@pytest.mark.parametrize(
    ("text", "mentions", "offices"),
    [
        (
            "Bộ trưởng Bộ Thủy lợi Lò Văn Tuấn nói. Bộ trưởng Tuấn cho biết thêm.",
            ["Lò Văn Tuấn", "Tuấn"],
            ["Bộ trưởng Bộ Thủy lợi", "Bộ trưởng"],
        ),
        (
            "Chủ tịch UBND xã Vàng A Sinh đến. Chủ tịch Sinh nhấn mạnh hai việc.",
            ["Vàng A Sinh", "Sinh"],
            ["Chủ tịch UBND xã", "Chủ tịch"],
        ),
        (
            "Chủ tịch UBND huyện Lò Văn Hội nói. Chủ tịch Hội Nông dân huyện vắng.",
            ["Lò Văn Hội"],
            ["Chủ tịch UBND huyện"],
        ),
        (
            "Chủ tịch UBND xã Lê Văn Thanh nói. Chủ tịch Thanh Hóa gửi thư.",
            ["Lê Văn Thanh"],
            ["Chủ tịch UBND xã"],
        ),
        ("Ông Lò Văn Tuấn nói. Bộ trưởng Tuấn cho biết.", ["Lò Văn Tuấn"], []),
    ],
)
def test_a_given_name_after_the_office(text, mentions, offices):
    [person] = [each for each in find_persons(text) if each.name == mentions[0]]
    assert [text[start:end] for start, end in person.mentions] == mentions
    assert [position.text for position in person.positions] == offices
