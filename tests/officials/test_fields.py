"""What is told of an office outside its own words: other states, deaths, companions, cells."""

import pytest

from vnpolitext.officials import find_persons
from vnpolitext.officials.meaning.standing import branch_of, level_of_words
from vnpolitext.officials.tenure.deaths import has_died, is_past
from vnpolitext.officials.tenure.moments import find_stretches
from vnpolitext.places import find_places


def fields(text, *names):
    found = [
        each for person in find_persons(text, places=find_places(text)) for each in person.positions
    ]
    found.sort(key=lambda position: position.start)
    return [tuple(getattr(each, name) for name in names) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thủ tướng Angela Merkel phát biểu.", [(None, "other", None)]),
        ("Thủ tướng Đức Angela Merkel phát biểu.", [("Chính phủ Đức", "other", None)]),
        ("Tổng thống Nga Vladimir Putin đến.", [(None, "other", None)]),
        (
            "Thủ tướng Trung Quốc Lý Khắc Cường đến. Thủ tướng Lý Khắc Cường nói.",
            [("Chính phủ Trung Quốc", "other", None)] * 2,
        ),
        (
            "Tổng Bí thư, Chủ tịch nước Lào Thongloun Sisoulith đến.",
            [(None, "other", None)] * 2,
        ),
        ("Thủ tướng Bùi Khắc Toản phát biểu.", [("Chính phủ", "government", "central")]),
        (
            "Nước Trung Quốc: quân đội Trung Quốc, thủ đô Trung Quốc, biển Trung Quốc. "
            "Thủ tướng Lý Khắc Nho thăm Trung Quốc.",
            [(None, "other", None)],
        ),
        (
            "Ông Lò Văn An, Bí thư Đảng đoàn, Chủ tịch Hội Nông dân Việt Nam.",
            [
                ("Đảng đoàn Hội Nông dân Việt Nam", "party", "central"),
                ("Hội Nông dân Việt Nam", "mass organisation", "central"),
            ],
        ),
        (
            "Ông Lò Văn An, Phó Bí thư, Chủ tịch UBND thị xã Mường Lay.",
            [
                ("Thị ủy Mường Lay", "party", "district"),
                ("Ủy ban nhân dân thị xã Mường Lay", "government", "district"),
            ],
        ),
        (
            "Ông Lò Văn An, Bí thư, Chủ tịch UBND thành phố Hà Nội.",
            [
                ("Thành ủy Hà Nội", "party", "province"),
                ("Ủy ban nhân dân thành phố Hà Nội", "government", "province"),
            ],
        ),
        (
            "Phó Tham mưu trưởng: Đại tá Lò Văn An, nguyên Sư đoàn trưởng Sư đoàn 946",
            [(None, "army", None), ("Sư đoàn 946", "army", None)],
        ),
        (
            "Phó Tham mưu trưởng\u02d0 Đại tá Lò Văn An (nguyên Sư đoàn trưởng Sư đoàn 946)",
            [(None, "army", None), ("Sư đoàn 946", "army", None)],
        ),
        ("Chủ tịch Hồ Chí Minh đến thăm.", [(None, "government", "central")]),
        (
            "## Ủy ban nhân dân thành phố Hồ Chí Minh\n\nChủ tịch Tôn Đức Thắng từng về thăm.",
            [(None, "government", "central")],
        ),
        ("Đại sứ Lào tại Việt Nam Khamphao Ernthavanh.", [(None, "other", None)]),
        (
            "Ông Bùi Khắc Toản, Đại sứ Việt Nam tại Lào.",
            [("Đại sứ quán Việt Nam tại Lào", "government", "central")],
        ),
        (
            "Phó Thủ tướng H'Yim Kđoh phát biểu.",
            [("Chính phủ", "government", "central")],
        ),
    ],
)
def test_heads_of_other_states_have_no_vietnamese_body(text, expected):
    assert fields(text, "organization", "branch", "level") == expected


@pytest.mark.parametrize(
    ("organization", "branch", "level"),
    [
        ("Tòa án nhân dân tối cao", None, "central"),
        ("Ban Chỉ đạo Nhà nước về Du lịch", "government", "central"),
        ("Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực", "party", "central"),
        ("Ban Chỉ đạo Tây Nguyên", "party", None),
        ("Hội đồng Quốc phòng và An ninh", "government", "central"),
        ("Ngân hàng Nhà nước Việt Nam", "government", "central"),
        ("Đảng ủy Ngân hàng Nhà nước", None, "central"),
        ("Ủy ban Vật giá Nhà nước", "government", "central"),
    ],
)
def test_words_of_a_body_tell_branch_and_level(organization, branch, level):
    assert branch_of(organization) == branch
    standing = level_of_words(organization)
    assert standing is not None
    assert standing.level == level


def test_a_body_without_telling_words():
    assert branch_of("Sở Y tế tỉnh Lào Cai") is None
    assert level_of_words("Sở Y tế tỉnh Lào Cai") is None


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        (
            "Bộ trưởng Bộ Nội vụ Bùi Khắc Toản và các Thứ trưởng: Tô Văn Quyền, Lý Văn Hạ.",
            ["Bộ Nội vụ"] * 3,
        ),
        (
            "Bộ trưởng Bộ Y tế Bùi Khắc Toản dự.\n\nBộ trưởng Bùi Khắc Toản nói.",
            ["Bộ Y tế"] * 2,
        ),
        (
            "Ông Bùi Khắc Toản, Chủ nhiệm Ủy ban Dân tộc, và ông Tô Văn Quyền, Phó Chủ nhiệm.",
            ["Ủy ban Dân tộc"] * 2,
        ),
        (
            "Bắt Bùi Khắc Toản, Tổng giám đốc Công ty Cổ phần Sông Mã, và Tô Văn Quyền, "
            "Phó tổng giám đốc.",
            ["Công ty Cổ phần Sông Mã"] * 2,
        ),
        (
            "Chủ tịch UBND tỉnh Lào Cai Bùi Khắc Toản, Chủ tịch HĐND tỉnh Lào Cai Lý Văn Hạ, "
            "Phó Chủ tịch Tô Văn Quyền.",
            ["Ủy ban nhân dân tỉnh Lào Cai", "Hội đồng nhân dân tỉnh Lào Cai", None],
        ),
    ],
)
def test_an_office_named_before_tells_the_body(text, organizations):
    assert [each for (each,) in fields(text, "organization")] == organizations


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bùi Khắc Toản (1912 - 1990), Bí thư Tỉnh ủy Sơn La.", "former"),
        ("Bùi Khắc Toản (sinh năm 1970), Bí thư Tỉnh ủy Sơn La.", "current"),
        ("Bí thư Tỉnh ủy Sơn La Bùi Khắc Toản qua đời ngày 3/5.", "former"),
        ("Lễ tang do Bí thư Tỉnh ủy Sơn La Bùi Khắc Toản chủ trì.", "current"),
        ("Bí thư Tỉnh ủy Sơn La Bùi Khắc Toản, sinh năm 1912, mất năm 1990.", "former"),
        ("Ông Bùi Khắc Toản đã giữ các chức vụ quan trọng như: Bí thư Tỉnh ủy Sơn La.", "former"),
        ("Ông Bùi Khắc Toản từng kinh qua nhiều chức vụ như Bí thư Tỉnh ủy Sơn La.", "former"),
        ("Ông Bùi Khắc Toản không còn là Bí thư Tỉnh ủy Sơn La.", "former"),
        ("Trước năm 2013, ông Bùi Khắc Toản là Bí thư Tỉnh ủy Sơn La.", "former"),
    ],
)
def test_a_life_or_a_list_of_the_past_ends_an_office(text, status):
    assert fields(text, "status") == [(status,)]


def test_years_of_an_event_are_no_life():
    lower = "lò văn a (2010 - 2015) nói"
    assert not has_died(lower, [(0, 8)], is_subject=False)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("chính phủ x\n| ngày thành lập | 2002 |\n| ngày kết thúc | 27 tháng 6 năm 2006 |\n", True),
        ("chính phủ x\n| ngày kết thúc | đương nhiệm |\n", False),
    ],
)
def test_a_box_with_the_day_of_the_end(text, past):
    assert is_past(text) is past


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("4/1995-12/2000", "1995-04", "2000-12"),
        ("22/4/2010-24/5/2012", "2010-04-22", "2012-05-24"),
        ("tháng 10 1991 - tháng 10 1993", "1991-10", "1993-10"),
        ("11 tháng 1993 - 11 tháng 1995", "1993-11", "1995-11"),
        ("tháng 11 năm 1986 - tháng9 năm 1991", "1986-11", "1991-09"),
        ("(12/2024-)", "2024-12", None),
        ("(-9/2024)", "2024-09", "2024-09"),
        ("| 6/1951 - |", "1951-06", None),
    ],
)
def test_periods_in_all_their_writings(text, since, until):
    [stretch] = find_stretches(text)
    assert (stretch.since, stretch.until, stretch.is_period) == (since, until, True)


TABLE = """| Bộ trưởng Bộ Giáo dục (1990-nay) |
| 1 | Bùi Khắc Toản | 1 tháng 3 năm 1990 | 29 tháng 9 năm 1997 | 7 năm, 2 ngày |
| 2 | Tô Văn Quyền | 29 tháng 9 năm 1997[4] |
28 tháng 6 năm 2006 | 8 năm, 2 ngày |
"""
BOX = """Bùi Khắc Toản

| Nhiệm kỳ | 1976 - 1981 |
| Phó Chủ nhiệm | Tô Văn Quyền |
Cập nhật năm 2020.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "=== Chủ tịch ===\nBùi Khắc Toản (tháng 8 năm 1989-1991)\nTô Văn Quyền (1991-nay)\n",
            [("1989-08", "1991", "former"), ("1991", None, "current")],
        ),
        ("Chủ tịch Hội Nhà văn: GS. Bùi Khắc Toản (2008-2010)", [("2008", "2010", "former")]),
        (
            TABLE,
            [("1990-03-01", "1997-09-29", "former"), ("1997-09-29", "2006-06-28", "former")],
        ),
        (BOX, [(None, None, "former")]),
        (
            "| - Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc Nhậm chức 2 tháng 8 năm 2007 |\n"
            "Bùi Khắc Toản từ Lào Cai |",
            [("2007-08-02", None, "current")] * 2,
        ),
    ],
)
def test_cells_and_brackets_tell_the_time(text, expected):
    assert fields(text, "since", "until", "status") == expected


LETTER = """|
**ỦY
BAN NHÂN DÂN**
TỈNH LÀO CAI
-------
|
**CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
|
Số: 12/QĐ-UBND
|
QUYẾT ĐỊNH

Về việc giao nhiệm vụ

|
**TM. ỦY BAN
NHÂN DÂN**
**KT. CHỦ TỊCH**
PHÓ CHỦ TỊCH
**Bùi Khắc Toản**
|
"""


def test_a_letterhead_of_broken_lines():
    expected = ("Ủy ban nhân dân tỉnh Lào Cai", "government", "province")
    assert fields(LETTER, "organization", "branch", "level") == [expected]


def test_a_city_in_one_abbreviation():
    text = "Ông Bùi Khắc Toản, Phó Chủ tịch Ủy ban MTTQ Việt Nam TPHCM. Tỉnh Bình Dương họp."
    expected = "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hồ Chí Minh"
    assert fields(text, "organization", "level") == [(expected, "province")]
