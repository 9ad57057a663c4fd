"""What the lines over a list of people say of their offices: the body, the term; invented lists."""

import pytest

from vnpolitext.layout.headings import BULLET, PLAIN, Headings, HeadingSearch
from vnpolitext.officials import find_persons
from vnpolitext.places import find_places

TERMS = """## Ban Chấp hành Trung ương khóa II (1951 - 1960)

- Ủy viên chính thức: Lò Văn Dũng, Hà Thị Lan
- Ủy viên dự khuyết: Vi Văn Kiên

## Bộ Chính trị khóa III (1960 - 1976)

Ủy viên dự khuyết:

- Cầm Văn Thái
- Quàng Văn Sơn (đến 1970)

Năm 2019.
"""
ARMY = """# Quân khu 8

## Lãnh đạo

- Tư lệnh: Thiếu tướng Lò Văn Dũng

Cục Hậu cần
- Chính ủy: Đại tá Vi Văn Kiên

### Đơn vị trực thuộc

- Bộ Chỉ huy quân sự tỉnh Sơn La

Chỉ huy trưởng: Đại tá Quàng Văn Sơn
"""
PROVINCE = """# Sơn La

| Thành lập | 1895 |
| Chủ tịch UBND | Lò Văn Dũng |
| Chánh án TAND | Hà Thị Lan |

**Sơn La** là một tỉnh ở Tây Bắc.
"""
MINISTRY = """# Bộ Nông nghiệp và Phát triển nông thôn

Ngày 3 tháng 2 năm 1955, Chính phủ thành lập Bộ Nông lâm từ Bộ Canh nông. Bộ trưởng đầu tiên là ông
Lò Văn Dũng.

Bộ trưởng hiện tại là ông Vi Văn Kiên. Viện trưởng đầu tiên là ông Cầm Văn Thái.
"""


def offices(text):
    found = {}
    for person in find_persons(text, places=find_places(text)):
        for each in person.positions:
            found[person.name] = each
    return found


def body(position):
    return position.organization, position.level, position.branch


def time(position):
    return position.status, position.since, position.until


def test_members_are_of_the_body_over_their_list_and_of_its_term():
    found = offices(TERMS)
    centre = ("Ban Chấp hành Trung ương Đảng", "central", "party")
    assert body(found["Hà Thị Lan"]) == body(found["Vi Văn Kiên"]) == centre
    assert body(found["Cầm Văn Thái"]) == ("Bộ Chính trị", "central", "party")
    assert time(found["Vi Văn Kiên"]) == ("former", "1951", "1960")
    assert time(found["Cầm Văn Thái"]) == ("former", "1960", "1976")
    assert time(found["Quàng Văn Sơn"]) == ("former", None, "1970")
    assert found["Hà Thị Lan"].completed_from == "section"


def test_the_nearest_line_that_names_a_body_heads_a_list():
    found = offices(ARMY)
    assert body(found["Lò Văn Dũng"]) == ("Quân khu 8", None, "army")
    assert body(found["Vi Văn Kiên"]) == ("Cục Hậu cần", None, "army")
    assert body(found["Quàng Văn Sơn"]) == ("Bộ Chỉ huy quân sự tỉnh Sơn La", "province", "army")


def test_a_body_without_such_an_office_leaves_it_without_a_body():
    text = "# Quân khu 8\n\n## Sở Nội vụ tỉnh Sơn La\n\n- Chính ủy: Đại tá Lò Văn Dũng\n"
    assert offices(text)["Lò Văn Dũng"].organization is None


def test_the_box_of_a_province_lists_those_who_lead_it():
    found = offices(PROVINCE)
    assert body(found["Lò Văn Dũng"]) == ("Ủy ban nhân dân tỉnh Sơn La", "province", "government")
    assert body(found["Hà Thị Lan"]) == ("Tòa án nhân dân tỉnh Sơn La", "province", "court")
    assert found["Lò Văn Dũng"].place.name == "Sơn La"


def test_the_first_head_is_that_of_the_body_just_founded():
    found = offices(MINISTRY)
    assert found["Lò Văn Dũng"].organization == "Bộ Nông lâm"
    assert found["Vi Văn Kiên"].organization == "Bộ Nông nghiệp và Phát triển nông thôn"
    assert found["Cầm Văn Thái"].organization is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("=== Khóa II (1951 - 1960) ===", ("former", "1951", "1960")),
        ("Khóa II (1951-1960):", ("former", "1951", "1960")),
        ("Nhiệm kỳ (1951 - 1960) có 29 ủy viên.", ("former", "1951", "1960")),
        ("## Đại hội lần thứ II (1951)", ("former", "1951", None)),
        ("1951 - 1960", ("former", "1951", "1960")),
        ("## Giai đoạn 1951 - 1960", ("former", None, None)),
        ("## Kỳ họp thứ 9 (2006 - 2007)", ("current", None, None)),
        ("## Nhiệm kỳ 2020 - 2025", ("current", "2020", "2025")),
        ("## Khóa III", ("current", None, None)),
    ],
)
def test_a_heading_tells_the_term_of_its_list(heading, expected):
    text = (
        f"## Khóa I (1935 - 1951)\n\n{heading}\n\n- Bí thư: Lò Văn Dũng\n\n## Xem thêm\n\n2019.\n"
    )
    text = text if heading[0] in "#=" else text.partition("\n\n")[2]
    assert time(offices(text)["Lò Văn Dũng"]) == expected


def test_another_office_of_a_member_has_no_term_of_the_list():
    text = "## Khóa XIV (2016 - 2021)\n\n- Lò Văn Dũng, Phó Tư lệnh Quân khu 9\n"
    assert time(offices(text)["Lò Văn Dũng"]) == ("current", None, None)


def test_a_label_tells_the_term_or_the_election_before_it():
    text = "Đại hội II (1951) bầu Ban Chấp hành Trung ương gồm ủy viên chính thức: Lò Văn Dũng."
    assert time(offices(text)["Lò Văn Dũng"])[1:] == ("1951", None)
    text = "Bộ Chính trị khóa VI (1986 - 1991) gồm 13 ủy viên chính thức: Lò Văn Dũng. Năm 2019."
    assert time(offices(text)["Lò Văn Dũng"]) == ("former", "1986", "1991")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lò Văn Dũng, phó bí thư Thành ủy TP.HCM. Tỉnh Long An có bí thư Tỉnh ủy Long An.",
            "Thành ủy thành phố Hồ Chí Minh",
        ),
        ("Ông Lò Văn Dũng là Bí thư Sơn La.", "Tỉnh ủy Sơn La"),
        ("Bà Lò Thị Mai là Phó Tổng Kiểm toán nhà nước.", "Kiểm toán nhà nước"),
        (
            "Ông Lò Văn Dũng làm Phó Chủ nhiệm Ủy ban Kiểm tra.\n\nCó tám Phó Chủ nhiệm Ủy ban "
            "Kiểm tra Trung ương.",
            "Ủy ban Kiểm tra Trung ương",
        ),
    ],
)
def test_the_name_of_a_body_in_short(text, expected):
    assert [each.organization for each in offices(text).values()] == [expected]


def test_a_body_of_every_unit_is_of_the_province_beside_it():
    [person] = find_persons("Ông Lò Văn Dũng từng làm chủ tịch UBND, bí thư Tỉnh ủy Sơn La.")
    assert person.positions[0].organization == "Ủy ban nhân dân tỉnh Sơn La"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chủ tịch huyện Mường La", ("Ủy ban nhân dân huyện Mường La", "district", "government")),
        ("Chủ tịch Ủy ban Thanh niên Việt Nam", ("Ủy ban Thanh niên Việt Nam", "central", "other")),
        ("Trưởng Ban Dân nguyện", ("Ban Dân nguyện", "central", "assembly")),
    ],
)
def test_the_whole_name_tells_branch_and_level(words, expected):
    assert body(offices(f"Ông Lò Văn Dũng, {words}, phát biểu.")["Lò Văn Dũng"]) == expected


def test_a_label_in_a_box_is_of_the_office_over_it():
    text = (
        "# Lò Văn Dũng\n\nBí thư Tỉnh ủy Sơn La | |\n| Nhiệm kỳ | 6/2024 - 6/2025 |\n"
        "| Phó Bí thư | Vi Văn Kiên |\nĐại biểu Quốc hội khóa I | |\n| Nhiệm kỳ | 1946 – 1960 |\n"
        "| Chủ tịch | Cầm Văn Thái |\n"
    )
    found = offices(text)
    assert body(found["Vi Văn Kiên"]) == ("Tỉnh ủy Sơn La", "province", "party")
    assert body(found["Cầm Văn Thái"]) == ("Quốc hội", "central", "assembly")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Phó Chủ tịch Hội Phụ nữ Khu 5", ("Hội Phụ nữ Khu 5", None, "mass organisation")),
        ("Khu ủy viên", ("Khu ủy", None, "party")),
        (
            "Phó Chủ tịch Mặt trận Dân tộc Giải phóng miền Nam Việt Nam",
            ("Mặt trận Dân tộc Giải phóng miền Nam Việt Nam", "central", "front"),
        ),
    ],
)
def test_bodies_of_regions_are_of_no_province(words, expected):
    [person] = find_persons(f"Ông Lò Văn Dũng là Tỉnh ủy viên Kon Tum, {words}.")
    assert body(person.positions[1]) == expected
    assert person.positions[1].place is None


def test_headings_close_those_above_them():
    text = "# một\n## hai\n- ba\n### bốn\n## năm\nsáu\nbảy\n"
    over = HeadingSearch(Headings(text), lambda _: True).over(len(text))
    found = [(each.depth, text[each.start : each.end]) for each in over]
    assert found == [(PLAIN, "bảy"), (PLAIN, "sáu"), (2, "năm"), (1, "một")]
    search = HeadingSearch(Headings(text), lambda each: text.startswith("một", each.start))
    assert [each.depth for each in search.over(len(text))] == [1]
    assert [each.depth for each in search.over(len(text) - 4)] == [1]
    assert Headings("- tám\n").at(0).depth == BULLET
    assert Headings("| chín |\n").at(0) is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1. Công ty Cổ phần Đá Xanh", "Công ty Cổ phần Đá Xanh"),
        ("2. Sở Y tế tỉnh Sơn La:", "Sở Y tế tỉnh Sơn La"),
        ("3. Cục trưởng:", None),
        ("4. Sư đoàn 9 bộ binh vào tháng 4/1975, nhân sự được phân bổ như sau:", None),
        ("5. Sở Y tế, Sở Tư pháp:", None),
    ],
)
def test_a_numbered_line_heads_its_list_where_it_names_one_body(heading, expected):
    [(_, _, body)] = [
        (person.name, position.title, position.organization)
        for person in find_persons(f"{heading}\n- Phó Giám đốc: Lò Văn Dũng\n")
        for position in person.positions
    ]
    assert body == expected
