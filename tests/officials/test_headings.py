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


LIST = (
    "{}Đặng Văn Tuế (1960 - 1964)\nNgô Thị Bích Loan - Ủy viên Dự khuyết khóa III\n"
    "Phan Quốc Trưng: Phụ trách tài chính.\n{}\n== Xem thêm ==\nLê Thị Mận đến thăm."
)


@pytest.mark.parametrize("note", ["", "Sau đó chức vụ này bị bỏ trống một thời gian.\n"])
@pytest.mark.parametrize(
    "heading",
    [
        "=== Phó Giám đốc ===\n",
        "## Phó Giám đốc\n\n[sửa | sửa mã nguồn]Ghi chú[note 1]\n\n",
        "=== Cựu Phó Giám đốc ===\n",
        "Phó Giám đốc qua các thời kỳ\n",
    ],
)
def test_a_sure_heading_holds_over_notes_and_up_to_the_next_one(heading: str, note: str) -> None:
    found = offices(LIST.format(heading + note, note))
    assert [name for name, held in found.items() if "Phó Giám đốc" in held] == [
        "Đặng Văn Tuế",
        "Ngô Thị Bích Loan",
        "Phan Quốc Trưng",
    ]


@pytest.mark.parametrize(
    "item", ["- 1975-1980, {}, Thiếu tướng (1974)", "- Tháng 3/1949 – Tháng 8/1949, GS {}"]
)
def test_dates_and_ranks_stand_before_and_after_the_names_of_a_list(item: str) -> None:
    names = "Đặng Văn Tuế", "Ngô Thị Bích Loan"
    lines = "\n".join(item.format(name) for name in names)
    assert offices(f"## Viện trưởng\n\n{lines}\n") == {name: ["Viện trưởng"] for name in names}


def test_names_alone_below_an_office_are_its_holders() -> None:
    assert offices("Thứ trưởng\n\nĐặng Văn Tuế\nNgô Thị Bích Loan\n") == {
        "Đặng Văn Tuế": ["Thứ trưởng"],
        "Ngô Thị Bích Loan": ["Thứ trưởng"],
    }


def test_a_sentence_below_a_heading_is_no_list() -> None:
    text = "### Bộ trưởng\n\nĐặng Văn Tuế ký nhiều quyết định về đất đai trong năm ấy."
    assert offices(text) == {"Đặng Văn Tuế": []}


MEMBER = "Ủy viên Ban Thường vụ"


@pytest.mark.parametrize(
    "heading",
    [
        f"## {MEMBER.upper()}",
        f"Danh sách các {MEMBER}",
        f"2. {MEMBER} (03 đồng chí)",
        f"{MEMBER}: 3",
        f"**{MEMBER}** gồm 3 đồng chí:",
    ],
)
def test_members_have_the_office_beside_others(heading: str) -> None:
    text = (
        f"{heading}\n\n1. Đặng Văn Tuế, Trưởng Ban Dân vận;\n"
        "2. Ngô Thị Bích Loan, Bí thư Thành ủy Lào Cai;\n3. Phan Quốc Trưng.\n"
    )
    shared = MEMBER.upper() if MEMBER.upper() in heading else MEMBER
    assert offices(text) == {
        "Đặng Văn Tuế": [shared, "Trưởng Ban Dân vận"],
        "Ngô Thị Bích Loan": [shared, "Bí thư Thành ủy Lào Cai"],
        "Phan Quốc Trưng": [shared],
    }


def test_below_a_numbered_section_names_keep_to_offices_of_their_own() -> None:
    text = (
        "II. ỦY VIÊN BAN THƯỜNG VỤ\n\n1. Đặng Văn Tuế, Trưởng Ban Dân vận;\n"
        "2. Ngô Thị Bích Loan, Bí thư Thành ủy Lào Cai.\n"
    )
    assert offices(text) == {
        "Đặng Văn Tuế": ["Trưởng Ban Dân vận"],
        "Ngô Thị Bích Loan": ["Bí thư Thành ủy Lào Cai"],
    }


def test_who_leads_the_body_of_a_heading_has_no_second_office_of_it() -> None:
    text = "Thành viên Ủy ban\n- Đặng Văn Tuế, Chủ tịch Ủy ban\n- Ngô Thị Bích Loan\n"
    assert offices(text) == {
        "Đặng Văn Tuế": ["Chủ tịch Ủy ban"],
        "Ngô Thị Bích Loan": ["Thành viên Ủy ban"],
    }


ROWS = (
    "|---|---|---|\n| Đặng Văn Tuế | 1976 - 1980 | {} |\n| Ngô Thị Bích Loan | 1980 - nay | {} |\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "## Bộ trưởng Bộ Thủy lợi\n\n| Tên | Nhiệm kỳ | Ghi chú |\n" + ROWS.format("", ""),
            {
                "Đặng Văn Tuế": ["Bộ trưởng Bộ Thủy lợi"],
                "Ngô Thị Bích Loan": ["Bộ trưởng Bộ Thủy lợi"],
            },
        ),
        (
            "Danh sách Ủy viên Ban Chấp hành Trung ương Đảng\n\n[sửa | sửa mã nguồn]"
            "| Tên | Nhiệm kỳ | Chức vụ |\n" + ROWS.format("Bí thư Huyện ủy", "Giám đốc Sở Y tế"),
            {
                "Đặng Văn Tuế": ["Ủy viên Ban Chấp hành Trung ương Đảng", "Bí thư Huyện ủy"],
                "Ngô Thị Bích Loan": [
                    "Ủy viên Ban Chấp hành Trung ương Đảng",
                    "Giám đốc Sở Y tế",
                ],
            },
        ),
        (
            "## Bí thư\n\nMột đoạn.\n\n| Tên | Nhiệm kỳ | Ghi chú |\n" + ROWS.format("", ""),
            {"Đặng Văn Tuế": [], "Ngô Thị Bích Loan": []},
        ),
    ],
    ids=["terms", "members", "apart"],
)
def test_a_heading_over_a_table_of_people(text: str, expected: dict[str, list[str]]) -> None:
    assert offices(text) == expected


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


def test_a_heading_that_names_nothing_gives_no_body() -> None:
    [person] = find_persons("Hà Nội\ntỉnh:\n+Trưởngban Đặng Văn Tuế")
    assert [(p.title, p.organization) for p in person.positions] == [("Trưởngban", None)]


@pytest.mark.parametrize("between", [": ", ", Ngô Thị Bích Loan, ", "; "])
def test_who_stands_twice_in_a_list_holds_its_office_once(between: str) -> None:
    persons = find_persons(f"Các Phó Bí thư: K'Tuế{between}K'Tuế.")
    held = {person.name: [p.text for p in person.positions] for person in persons}
    assert held["K'Tuế"] == ["Phó Bí thư"]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("## Các Bộ trưởng\n\n", "### {}\n\n"),
        ("## Các Bộ trưởng\n\n", "### {} (1945–1987)\n\n"),
        ("## Bộ trưởng\n", "### {} (từ 2 tháng 3 năm 1946 đến 3 tháng 11 năm 1987)\n"),
        ("== Bộ trưởng ==\n\n", "=== {} ===\n"),
        ("== Bộ trưởng ==\n", "=== {} (1945-1946, 1947-1987) ===\n"),
        ("== Các Bộ trưởng ==\n\n\n", "=== Các {}: ===\n"),
        ("# Danh sách các Bộ trưởng\n\n", "## {} giai đoạn 1945–1987\n\n"),
        ("## Bộ trưởng các thời kỳ\n\n[sửa | sửa mã nguồn]", "### {} (1945 - nay)\n\n[sửa]"),
    ],
)
def test_the_nearest_heading_gives_its_office(outer: str, inner: str) -> None:
    first, second = "Bộ trưởng Bộ Thủy lợi", "Bộ trưởng Bộ Cứu tế"
    text = (
        f"{outer}{inner.format(first)}- 1945–1946: Đặng Văn Tuế\n- 1946–1965: Ngô Thị Bích Loan"
        f"\n\n{inner.format(second)}- Phan Quốc Trưng (sau về quê, bị bắt và mất ngày 1 tháng 5 "
        "năm 1960)\n"
    )
    assert offices(text) == {
        "Đặng Văn Tuế": [first],
        "Ngô Thị Bích Loan": [first],
        "Phan Quốc Trưng": [second],
    }


def test_a_line_with_a_body_ends_the_list_above_it() -> None:
    text = (
        "Tổng Bí thư\nĐặng Văn Tuế\nBộ Chính trị\nỦy viên chính thức:\nĐặng Văn Tuế\n"
        "Ngô Thị Bích Loan (từ tháng 5-1988)\nBan Bí thư\nBùi Đức Nhã\nPhan Quốc Trưng\n"
    )
    assert offices(text) == {
        "Đặng Văn Tuế": ["Tổng Bí thư", "Ủy viên chính thức"],
        "Ngô Thị Bích Loan": ["Ủy viên chính thức"],
        "Bùi Đức Nhã": [],
        "Phan Quốc Trưng": [],
    }


HEADS = "| {} | Họ và tên | Nhiệm kỳ | {} | ||\n|---|---|---|---|---|---|\n"
PARTS = "| Bắt đầu | Kết thúc | Thời gian tại nhiệm | |||\n"


@pytest.mark.parametrize(
    "heading", ["## {}\n\n", "### {} (1987-2025)\n\n", "{} qua các thời kỳ:\n", "Danh sách {}\n"]
)
@pytest.mark.parametrize("head", [("Thứ tự", "Ghi chú"), ("STT", "Ghi chú")])
def test_a_heading_over_a_table_gives_its_office_with_the_times_of_the_rows(
    heading: str, head: tuple[str, str]
) -> None:
    office = "Bộ trưởng Bộ Công trình và Thủy lợi"
    text = (
        heading.format(office) + HEADS.format(*head) + PARTS + "| 1 | Trung tướng Đặng Văn Tuế "
        "(Lê Hữu Mây) | 16 tháng 2 năm 1987 | 26 tháng 4 năm 1989 | 2 năm 69 ngày | |\n| 2 | "
        "Ngô Thị Bích Loan | 26 tháng 4 năm 1989 | 21 tháng 1 năm 1998 | 8 năm 270 ngày | Chủ "
        "tịch Hội Chữ thập đỏ Việt Nam (2001 - 2006) |\n| 3 | Bùi Đức Nhã (Ba Sậy) | 21 tháng 1 "
        "năm 1998 | 2 tháng 8 năm 2007 | 9 năm 193 ngày | Phó Chủ tịch Quốc hội khóa XIII |\n"
    )
    found = {
        person.name: [(each.text, each.since, each.until) for each in person.positions]
        for person in find_persons(text)
    }
    assert found == {
        "Đặng Văn Tuế": [(office, "1987-02-16", "1989-04-26")],
        "Ngô Thị Bích Loan": [
            (office, "1989-04-26", "1998-01-21"),
            ("Chủ tịch Hội Chữ thập đỏ Việt Nam", "2001", "2006"),
        ],
        "Bùi Đức Nhã": [
            (office, "1998-01-21", "2007-08-02"),
            ("Phó Chủ tịch Quốc hội", None, None),
        ],
    }
    assert [len(person.mentions) for person in find_persons(text)] == [2, 1, 2]
