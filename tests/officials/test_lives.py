"""Lives told from the middle: offices of the person whom the sentences only call *he* or *she*."""

import pytest

from vnpolitext.officials import find_persons

LIFE = (
    "Tháng 2 năm 1979, Bùi Đức Nhã nhập ngũ ở tuổi 18. Tháng 5 năm 2003, ông được bổ nhiệm giữ "
    "chức Chính ủy Quân đoàn 2.[3]\n\n"
    "[4] Tháng 4 năm 2006, ông được Thủ tướng Ngô Quốc Lâm bổ nhiệm làm Thứ trưởng Bộ Thủy lợi.\n\n"
    "Ông là Đại biểu Quốc hội khóa XII. Năm 2011, ông được bầu làm Bí thư Tỉnh ủy Lào Cai."
)
CARD = (
    "- 1965: Chính ủy Sư đoàn 330\n- Năm 1968: Phó Chủ nhiệm Tổng cục Chính trị\n"
    "- Từ năm 1976 đến 1981, là Thứ trưởng Bộ Thủy lợi\n\n"
    "Phan Quốc Trưng nghỉ hưu năm 1982. Ông mất tại Hà Nội."
)
NEWS = (
    "Ngày 9/6/2025, đồng chí Bùi Đức Nhã trình bày quy định mới. Tỉnh ủy gồm:\n"
    "1. Chủ tịch Ủy ban Mặt trận Tổ quốc\n2. Bí thư Tỉnh đoàn\n3. Chủ tịch Hội Nông dân\n"
)


def offices(text: str) -> dict[str, list[str]]:
    return {p.name: [position.text for position in p.positions] for p in find_persons(text)}


def test_offices_go_to_the_person_told_of() -> None:
    assert offices(LIFE) == {
        "Bùi Đức Nhã": [
            "Chính ủy Quân đoàn 2",
            "Thứ trưởng Bộ Thủy lợi",
            "Đại biểu Quốc hội",
            "Bí thư Tỉnh ủy Lào Cai",
        ],
        "Ngô Quốc Lâm": ["Thủ tướng"],
    }


def test_lines_with_dates_need_no_pronoun() -> None:
    assert offices(CARD) == {
        "Phan Quốc Trưng": [
            "Chính ủy Sư đoàn 330",
            "Phó Chủ nhiệm Tổng cục Chính trị",
            "Thứ trưởng Bộ Thủy lợi",
        ]
    }


def test_numbered_offices_of_news_are_no_life() -> None:
    assert offices(NEWS) == {"Bùi Đức Nhã": []}


@pytest.mark.parametrize("other", ["Ngô Quốc Lâm", "Đặng Thị Tuế"])
def test_two_people_named_as_often_leave_it_open(other: str) -> None:
    text = LIFE.replace("Ngô Quốc Lâm", "Ngô Quốc Vinh") + f" Bùi Đức Nhã cùng {other} về quê."
    both = text + f" {other} hát. {other} múa. {other} cười. {other} về."
    assert "Bí thư Tỉnh ủy Lào Cai" in offices(text)["Bùi Đức Nhã"]
    assert "Bí thư Tỉnh ủy Lào Cai" not in offices(both)["Bùi Đức Nhã"]


def test_an_obituary_tells_the_birth_after_the_offices() -> None:
    text = (
        "Đồng chí Bùi Đức Nhã, nguyên Ủy viên Ban Chấp hành Trung ương Đảng, nguyên Bí thư Tỉnh ủy "
        "Lào Cai, nguyên Chủ tịch Hội đồng nhân dân tỉnh, sinh ngày 05 tháng 5 năm 1937; quê quán: "
        "xã Mường Hum. Đồng chí tham gia cách mạng từ tháng 2 năm 1955; Phó Chủ tịch Ủy ban nhân "
        "dân tỉnh từ tháng 2 năm 1987; đại biểu Quốc hội khóa VIII."
    )
    assert offices(text)["Bùi Đức Nhã"][3:] == [
        "Phó Chủ tịch Ủy ban nhân dân tỉnh",
        "đại biểu Quốc hội",
    ]


def test_a_list_of_what_he_held_goes_on_over_whoever_it_names() -> None:
    text = (
        "# Bùi Đức Nhã\n\nBùi Đức Nhã (sinh năm 1950) là chính khách. Sau đó ông đã đảm nhận nhiều "
        "cương vị khác nhau: Trưởng phòng, rồi Trưởng ban Hợp tác xã vào thời do Bí thư Lò Văn An "
        "chủ xướng, Phó Giám đốc Sở Nông nghiệp, Chủ tịch UBND tỉnh (1977 - 1985)."
    )
    assert offices(text) == {
        "Bùi Đức Nhã": [
            "Trưởng phòng",
            "Trưởng ban Hợp tác xã",
            "Phó Giám đốc Sở Nông nghiệp",
            "Chủ tịch UBND tỉnh",
        ],
        "Lò Văn An": ["Bí thư"],
    }


@pytest.mark.parametrize(
    "opening",
    [
        "Bùi Đức Nhã (3 tháng 5 năm 1920 – 9 tháng 12 năm 2002) là một nhà thơ.",
        "**Bùi Đức Nhã**, thường được biết với bút danh **Lê Sậy** (1920 – 2002), là nhà thơ.",
        "Bùi Đức Nhã, bí danh Ba Sậy (1890 – 1962), nguyên Phó Chủ nhiệm báo Sông Mây.",
        "Bùi Đức Nhã (1920 – 2002), hiệu Mây Xa (hay đôi khi là Mây Gần), quê Sông Mây, vốn có "
        "tiếng hay chữ trong vùng từ nhỏ, là một chí sĩ.",
        "Bùi Đức Nhã, sinh ngày 1 tháng 6 năm 1953, là con trai cựu Phó Thủ tướng Ngô Quốc Lâm.",
        "Thông tin cá nhân | |\n| Dân tộc | Kinh |\n\nBùi Đức Nhã là Trung tướng Quân đội.",
    ],
)
def test_a_life_is_of_whom_its_first_paragraph_defines(opening: str) -> None:
    text = (
        f"{opening}\n\n## Sự nghiệp\n\nNgô Quốc Lâm và Đặng Thị Tuế dạy ông hát. Từ đó, ông được "
        "giao những chức vụ sau:\n\n- 1948: Phó Tổng thư ký Hội Văn nghệ Việt Nam.\n- 1954: Thứ "
        "trưởng Bộ Thủy lợi.\n\nÔng còn là Đại biểu Quốc hội khóa II."
    )
    assert offices(text)["Bùi Đức Nhã"][-3:] == [
        "Phó Tổng thư ký Hội Văn nghệ Việt Nam",
        "Thứ trưởng Bộ Thủy lợi",
        "Đại biểu Quốc hội",
    ]


def test_two_who_are_defined_leave_the_life_open() -> None:
    text = (
        "Bùi Đức Nhã (1920 – 2002) là nhà thơ.\n\nNgô Quốc Lâm (1921 – 1999) là nhà báo.\n\n"
        "- 1948: Phó Tổng thư ký Hội Văn nghệ Việt Nam."
    )
    assert offices(text) == {"Bùi Đức Nhã": [], "Ngô Quốc Lâm": []}


def test_a_foreign_last_name_is_of_whom_the_life_is_told() -> None:
    text = (
        "# John Sedley\n\nJohn Sedley (sinh ngày 25 tháng 12 năm 1971 tại Boston), con của Peter "
        "Sedley và Mary Sedley, là chính khách.\n\nSedley trở thành Thủ tướng năm 2015."
    )
    assert offices(text) == {"John Sedley": ["Thủ tướng"], "Peter Sedley": [], "Mary Sedley": []}


@pytest.mark.parametrize("badge", ["Huy hiệu", "- Huy hiệu", "| Danh hiệu |", "Danh hiệu:"])
def test_a_badge_is_no_other_name(badge: str) -> None:
    text = (
        "# Bùi Đức Nhã\n\nBùi Đức Nhã (sinh năm 1920) là nghệ sĩ. Ông được trao tặng:\n\n"
        f"{badge} Thành Đồng Tổ Quốc"
    )
    assert [each.name for each in find_persons(text)] == ["Bùi Đức Nhã"]


UNNAMED = (
    "Năm 1974, ông là Tư lệnh Sư đoàn 30.\n\nTháng 3 năm 1977, ông được cử làm Tư lệnh Quân đoàn 8,"
    " rồi Chính ủy Quân đoàn 8.\n\n{}\n\nNăm 1987, ông được bổ nhiệm làm Thứ trưởng Bộ Thủy lợi."
)


@pytest.mark.parametrize(
    "other",
    [
        "Ông lập gia đình với bà Đặng Thị Tuế và có năm người con.",
        "Năm 1980, ông gặp Đặng Thị Tuế. Ông viết thư cho Đặng Thị Tuế.",
        "Vợ ông tên là Đặng Thị Tuế.",
        "Ông có người bạn tên là Đặng Thị Tuế.",
        "Con gái đầu của ông là Đặng Thị Tuế, sinh năm 1960, quê Lào Cai.",
        "Một đồng đội là Đặng Thị Tuế, đã hy sinh năm 1970 tại quê nhà.",
        "**^**Đặng Thị Tuế (ngày 7 tháng 6 năm 2024). *Báo Thủy lợi*.",
    ],
)
def test_a_life_of_somebody_unnamed_is_nobodys(other: str) -> None:
    assert offices(UNNAMED.format(other)) == {"Đặng Thị Tuế": []}


@pytest.mark.parametrize(
    "own",
    [
        "Để giữ bí mật, ông dùng tên mới là **Bùi Đức Nhã**.",
        "Ông lấy bí danh là Bùi Đức Nhã.",
        "Sau khi chiến tranh kết thúc, Bùi Đức Nhã về quê.",
        "Kể từ tháng 5 năm 1979, Bùi Đức Nhã học tại Hà Nội.",
        '**^**"Thiếu tướng Bùi Đức Nhã". *Báo Thủy lợi*.',
        "Do những cống hiến của mình, Bùi Đức Nhã đã được tặng thưởng Huân chương Lao động.",
    ],
)
def test_a_life_begun_without_a_name_is_of_whom_it_names_later(own: str) -> None:
    found = offices(UNNAMED.format(own))["Bùi Đức Nhã"]
    assert found == [
        "Tư lệnh Sư đoàn 30",
        "Tư lệnh Quân đoàn 8",
        "Chính ủy Quân đoàn 8",
        "Thứ trưởng Bộ Thủy lợi",
    ]


def test_the_rest_of_a_box_tells_whose_life_follows() -> None:
    text = (
        "| Đảng chính trị | Đảng Dân chủ |\n\n**Bùi Đức Nhã** là bác sĩ, Bộ trưởng Bộ Thủy lợi.\n\n"
        "Năm 1946, ông được bầu làm Đại biểu Quốc hội khóa I. Năm 1947, Giám đốc Sở Y tế. "
        "Năm 1948, ông làm Chủ tịch Hội Y học."
    )
    assert offices(text) == {
        "Bùi Đức Nhã": [
            "Bộ trưởng Bộ Thủy lợi",
            "Đại biểu Quốc hội",
            "Giám đốc Sở Y tế",
            "Chủ tịch Hội Y học",
        ]
    }


CUT = (
    "4/1993-4/1995: Trưởng ban Tổ chức Tỉnh ủy Lào Cai.\n\n"
    "1/2001-12/2003: Chủ tịch UBND tỉnh Lào Cai.\n\nNăm 2004, ông được bầu làm Bí thư Tỉnh ủy.\n\n"
)
HELD = ["Trưởng ban Tổ chức Tỉnh ủy Lào Cai", "Chủ tịch UBND tỉnh Lào Cai", "Bí thư Tỉnh ủy"]


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        ("Người thay ông là Ngô Quốc Lâm. Dự án thuộc nhiệm kỳ của ông Nhã.", "Nhã"),
        ("Ngô Quốc Lâm kế nhiệm ông. Báo chí viết nhiều về ông Nhã. Nhà ông Nhã ở đây.", "Nhã"),
        ("Báo chí viết nhiều về ông Nhã. Sau đó có kết luận về ông Bùi Đức Nhã.", "Bùi Đức Nhã"),
        ("Ngô Quốc Lâm kể lại.\n\n- \"Tiểu sử đồng chí Bùi Đức Nhã\". Báo Lào Cai.", "Bùi Đức Nhã"),
        ("Ngô Quốc Lâm viếng.\n\n\"Tóm tắt tiểu sử đồng chí Bùi Đức Nhã\". Báo.", "Bùi Đức Nhã"),
        ("Ngô Quốc Lâm viếng.\n\nTiểu sử ông Bùi Đức Nhã\n", "Bùi Đức Nhã"),
        ("Năm 2006, vào Nam với bí danh Sáu Nhã, công tác ở Tây Ninh.", "Sáu Nhã"),
        ("Tháng 3 năm 2006 lấy tên mới là Bùi Đức Nhã, về nước.", "Bùi Đức Nhã"),
    ],
)  # fmt: skip
def test_a_part_of_a_life_is_of_whom_it_calls_in_passing(rest: str, name: str) -> None:
    assert [who for who, held in offices(CUT + rest).items() if held[:3] == HELD] == [name]


@pytest.mark.parametrize(
    "rest",
    [
        "Người thay ông là Ngô Quốc Lâm. Ông Nhã và ông Lộc kể lại việc ấy.",
        "Vợ ông là bà Nhã. Người thay ông là Ngô Quốc Lâm.",
        "\"Tiểu sử đồng chí Bùi Đức Nhã\". \"Tiểu sử đồng chí Ngô Quốc Lâm\".",
        "Năm 2006, gặp một người bạn với bí danh Sáu Nhã.",
        "Năm 2006, con trai ông vào Nam với bí danh Sáu Nhã.",
        "Xem \"Tiểu sử các vị lãnh đạo\" của Ngô Quốc Lâm.",
    ],
)  # fmt: skip
def test_a_part_of_a_life_is_of_nobody_whom_it_only_mentions(rest: str) -> None:
    assert not any(HELD[0] in held for held in offices(CUT + rest).values())


OPENING = "**Bùi Đức Nhã** (sinh ngày 4 tháng 10 năm 1930) là chính khách Việt Nam.\n\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- Tại Đại hội Đảng lần thứ II (1951): Ủy viên dự khuyết Trung ương.", 1),
        ("- Ở Đại hội tỉnh năm 1991: Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh.", 2),
        ("Sau khi hòa bình lập lại, trong thời gian từ 1956-59: Bí thư Thành đoàn Hà Nội.", 1),
        ("Trong kháng chiến (1947 - 1954): Chính ủy Trung đoàn 9.", 1),
        ("### Bộ trưởng Bộ Thủy lợi (2002-2011)\n\nTháng 8/2002, ông về Hà Nội.", 1),
        ("== Bí thư Tỉnh ủy Lào Cai (1997 – 2006) ==\nNăm 1997, ông về Lào Cai.", 1),
        ("## Phó Chủ tịch nước (2007-nay)\n\n- Ngày 25 tháng 7 năm 2007: về Hà Nội.", 1),
        ("1969-1977: Là cán bộ huyện, rồi Bí thư Huyện đoàn, Phó Bí thư Tỉnh đoàn Lào Cai.", 2),
        ("1/1972 - 7/1973: Chiến sĩ, Tiểu đội phó.", 1),
        ("Từ 1955 đến 1964, ông làm Khu phó Khu Tây Bắc.", 1),
    ],
)
def test_a_line_of_a_life_tells_when_in_many_ways(line: str, told: int) -> None:
    assert len(offices(f"{OPENING}{line}\n")["Bùi Đức Nhã"]) == told


@pytest.mark.parametrize(
    "line",
    [
        "Tại Đại hội năm 1991: Bí thư Tỉnh ủy đọc báo cáo.",
        "Tại Đại hội năm 1991, ông nói: Bí thư Tỉnh ủy phải gương mẫu.",
        "## Bộ trưởng Bộ Thủy lợi qua các thời kỳ (2002-2011)\n\nÔng về Hà Nội.",
        "Trong năm 1991: theo lời Bí thư Tỉnh ủy.",
    ],
)
def test_a_line_of_a_life_that_tells_of_others_gives_nothing(line: str) -> None:
    assert offices(f"{OPENING}{line}\n")["Bùi Đức Nhã"] == []
