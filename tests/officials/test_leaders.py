"""Pages that list who led a body in turn, and bare offices beside the name of a body."""

import pytest

from vnpolitext.officials import find_persons
from vnpolitext.officials.completion.named_bodies import fits
from vnpolitext.officials.meaning.abroad import land_of
from vnpolitext.places import find_places

CORPS = """# Quân đoàn 9

## Tư lệnh qua các thời kỳ

| STT | Họ và tên | Thời gian đảm nhiệm | Cấp bậc | Chức vụ cuối cùng |
|---|---|---|---|---|
| 1 | Bùi Khắc Toản
(1920–1995) | 1975-1978 | Thiếu tướng | Thứ trưởng Bộ Quốc phòng |
| 2 | Tô Lệ Quyên | 1978-1980 | Thiếu tướng | |
| 3 | Vi Văn Sách | 2020-nay | Thiếu tướng | |
"""
REGION = """# Quân khu 9

## Chỉ huy qua các thời kỳ

[sửa | sửa mã nguồn]### Tư lệnh

[sửa | sửa mã nguồn]- 1961–1963: Đại tá Bùi Khắc Toản
- 2020–nay: Thiếu tướng Vi Văn Sách

### Chính ủy

[sửa | sửa mã nguồn]- Đại tá Lò Văn Hặc
"""
COUNCIL = """| Khóa | Chủ tịch | Tổng thư ký |
|---|---|---|
| I | Bùi Khắc Toản | Tô Lệ Quyên |
| II | Vi Văn Sách | Lò Văn Hặc |
"""
COMMITTEE = """| STT | Họ và tên | Chức vụ khi được bầu | Chức vụ trong khóa | Thời gian |
|---|---|---|---|---|
| 1 | Bùi Khắc Toản | Bí thư Tỉnh ủy Sơn La | Bộ trưởng Bộ Thủy lợi | 2/1987-6/1991 |
| 2 | Tô Lệ Quyên | Bí thư Tỉnh ủy Lào Cai | Bộ trưởng Bộ Lương thực | 2/1987-6/1991 |
"""


def held(text, *names):
    return [
        (person.name.split()[0], each.title, *(getattr(each, name) for name in names))
        for person in find_persons(text, places=find_places(text))
        for each in person.positions
    ]


def test_the_office_over_a_table_is_that_of_the_name_of_each_row():
    assert held(CORPS, "organization", "since", "until", "status") == [
        ("Bùi", "Tư lệnh", "Quân đoàn 9", "1975", "1978", "former"),
        ("Bùi", "Thứ trưởng", "Bộ Quốc phòng", None, None, "former"),
        ("Tô", "Tư lệnh", "Quân đoàn 9", "1978", "1980", "former"),
        ("Vi", "Tư lệnh", "Quân đoàn 9", "2020", None, "current"),
    ]


def test_a_section_of_those_who_came_before_is_past_down_to_its_parts():
    assert held(REGION, "organization", "since", "status") == [
        ("Bùi", "Tư lệnh", "Quân khu 9", "1961", "former"),
        ("Vi", "Tư lệnh", "Quân khu 9", "2020", "current"),
        ("Lò", "Chính ủy", "Quân khu 9", None, "former"),
    ]


def test_offices_head_columns_of_names():
    assert held(COUNCIL) == [
        ("Bùi", "Chủ tịch"),
        ("Tô", "Tổng thư ký"),
        ("Vi", "Chủ tịch"),
        ("Lò", "Tổng thư ký"),
    ]


def test_the_time_of_a_row_is_that_of_the_office_beside_it():
    assert held(COMMITTEE, "since") == [
        ("Bùi", "Bí thư", None),
        ("Bùi", "Bộ trưởng", "1987-02"),
        ("Tô", "Bí thư", None),
        ("Tô", "Bộ trưởng", "1987-02"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Các đời Bí thư Tỉnh ủy\n\n- Bùi Khắc Toản (1945 - 1950)\n- Tô Lệ Quyên (1950 - 1955)",
        "Các đồng chí Bí thư Tỉnh ủy qua các thời kỳ:\n1945 - 1950: Bùi Khắc Toản\n"
        "1950 - 1955: Tô Lệ Quyên",
        "Danh sách Bí thư Tỉnh ủy\n| Tên | Nhậm chức | Rời chức |\n|---|---|---|\n"
        "| Bùi Khắc Toản | 1945 | 1950 |\n| Tô Lệ Quyên | 1950 | 1955 |",
        "| Tên | Từ | Tới | Chức vụ |\n|---|---|---|---|\n| Bùi Khắc Toản | 1945 | 1950 | Bí thư "
        "Tỉnh ủy |\n| Tô Lệ Quyên | 1950 | 1955 | Bí thư Tỉnh ủy |",
    ],
)
def test_lists_of_those_who_held_an_office_in_turn(text):
    assert held(text, "since", "until", "status") == [
        ("Bùi", "Bí thư", "1945", "1950", "former"),
        ("Tô", "Bí thư", "1950", "1955", "former"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ủy ban Kiểm tra Trung ương có 20 thành viên, do ông Bùi Khắc Toản làm Chủ nhiệm.",
            ["Ủy ban Kiểm tra Trung ương"],
        ),
        (
            "Ông Bùi Khắc Toản từng là Phó Giám đốc, Giám đốc Nhà máy Sữa Sông Mã.",
            ["Nhà máy Sữa Sông Mã"] * 2,
        ),
        (
            "# Hội đồng Quốc phòng và An ninh Việt Nam\n\n| Chủ tịch | Bùi Khắc Toản |\n|---|---|\n"
            "| Phó Chủ tịch | Tô Lệ Quyên |",
            ["Hội đồng Quốc phòng và An ninh Việt Nam"] * 2,
        ),
        (
            "Liên đoàn Bóng đá Việt Nam họp. Chủ tịch Liên đoàn là ông Bùi Khắc Toản.",
            ["Liên đoàn Bóng đá Việt Nam"],
        ),
        (
            "Trung tâm Trọng tài Sông Mã (TTSM) cho biết ông Bùi Khắc Toản, chủ tịch TTSM, đã mất.",
            ["Trung tâm Trọng tài Sông Mã"],
        ),
        ("Ông Bùi Khắc Toản, Tổng Giám đốc VTV, phát biểu.", ["Đài Truyền hình Việt Nam"]),
        ("Ông Bùi Khắc Toản là Chủ tịch. Hội Nhà văn Việt Nam họp.", [None]),
        (
            "Hội Nhà văn Việt Nam và Hội Nhạc sĩ Việt Nam họp, ông Bùi Khắc Toản là Chủ tịch.",
            [None],
        ),
    ],
)
def test_a_bare_office_is_of_the_body_that_its_sentence_or_page_names(text, expected):
    assert [body for *_, body in held(text, "organization")] == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Tổng biên tập", "Báo Sông Mã", True),
        ("Phó Tổng biên tập", "Tạp chí Sông Mã", True),
        ("Tổng biên tập", "Sở Y tế", False),
        ("Tư lệnh", "Quân khu 9", True),
        ("Hoa tiêu", "Quân khu 9", False),
    ],
)
def test_which_bodies_an_office_fits(title, body, expected):
    assert fits(title, body) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hungary họp. Quân đội Hungary, Quốc hội Hungary và Thủ đô Hungary.", "Hungary"),
        ("Hungary và Việt Nam. Hungary, Hungary, Hungary gặp Việt Nam.", ""),
        ("Luật pháp, pháp lý, pháp chế, tư pháp, biện pháp.", ""),
        ("Huyện Mỹ Đức, huyện Mỹ Đức, huyện Mỹ Đức, huyện Mỹ Đức.", ""),
    ],
)
def test_texts_about_another_country(text, expected):
    assert land_of(text, text.lower()) == expected


def test_offices_of_a_text_about_another_country_are_of_its_state():
    text = (
        "Hungary họp. Quân đội Hungary và Quốc hội Hungary. Ở Hungary, Thủ tướng Lý Quang Hòa nói."
    )
    assert held(text, "level", "branch") == [("Lý", "Thủ tướng", None, "other")]
