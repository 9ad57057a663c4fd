"""Offices in tables: rows of lists, rows of an office and its holders, bands, infoboxes."""

import time

import pytest

from vnpolitext.officials import find_persons

LIST = """
## Lãnh đạo qua các thời kỳ

| STT | Họ và tên | Nhiệm kỳ | Chức vụ | Ghi chú |
|---|---|---|---|---|
| 1 | Đặng Văn Tuế | Tháng 3/1976 - 1982 | Bí thư Tỉnh ủy | |
| 2 | Ngô Thị Bích Loan | 1982 - 1986 | Ủy viên Bộ Chính trị Bí thư Tỉnh ủy (từ 1984) |
|
| 3 | Phan Quốc Trưng | 1986 - 1991 | ||
| 4 | Bùi Đức Nhã
(1931-2007) |
1991 - 1996 | Phó Chủ tịch HĐND tỉnh | |
"""

SPANNED = """| STT | Chức danh | Họ và tên | Năm sinh |
|---|---|---|---|
| 1 | Bí thư | Đặng Văn Tuế | 1955 |
| 2 | Phó Bí thư | Ngô Thị Bích Loan | 1958 |
| 3 | Phan Quốc Trưng | 1960 |
"""

BANDS = """| STT | Họ và tên | Nhiệm kỳ | Ghi chú |
|---|---|---|---|
| Chủ tịch Ủy ban Hành chính (1945 – 1975) | |||
| 1 | Đặng Văn Tuế | 1945 - 1950 | |
–
|
Ngô Thị Bích Loan |
1950 - 1951 | Quyền Chủ tịch sau khi Đặng Văn Tuế mất |
Chủ tịch Ủy ban nhân dân (1976 – nay)[2]
| |||
| 2 | Phan Quốc Trưng | 1976 - 1981 | |
"""

INFOBOX = """# Bùi Đức Nhã

Bùi Đức Nhã | |
|---|---|
Chức vụ | |
Bộ trưởng Bộ Thủy lợi | |
| Nhiệm kỳ | 1976 – 1981 |
| Thủ tướng | Phan Quốc Trưng |
| Tiền nhiệm | Đặng Văn Tuế |
Giám đốc Sở Thủy lợi, Bí thư Đảng ủy (1970 – 1976) | |
| Phó Giám đốc | |
| Vị trí | Việt Nam |
"""

HOLDERS = """| Tổ chức lãnh đạo | |||
|---|---|---|---|
| Chủ tịch UBND | Đặng Văn Tuế | ||
| Hội đồng nhân dân | 50 đại biểu | ||
| Phó Chủ tịch HĐND | Ngô Thị Bích Loan (1999-2004) Phan Quốc Trưng | ||
| • Bí thư Tỉnh ủy | Bùi Đức Nhã | ||
"""


def offices(text: str) -> dict[str, set[str]]:
    return {p.name: {position.text for position in p.positions} for p in find_persons(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            LIST,
            {
                "Đặng Văn Tuế": {"Bí thư Tỉnh ủy"},
                "Ngô Thị Bích Loan": {"Ủy viên Bộ Chính trị", "Bí thư Tỉnh ủy"},
                "Phan Quốc Trưng": {"Ủy viên Bộ Chính trị", "Bí thư Tỉnh ủy"},
                "Bùi Đức Nhã": {"Phó Chủ tịch HĐND tỉnh"},
            },
        ),
        (
            SPANNED,
            {
                "Đặng Văn Tuế": {"Bí thư"},
                "Ngô Thị Bích Loan": {"Phó Bí thư"},
                "Phan Quốc Trưng": {"Phó Bí thư"},
            },
        ),
        (
            BANDS,
            {
                "Đặng Văn Tuế": {"Chủ tịch Ủy ban Hành chính"},
                "Ngô Thị Bích Loan": {"Chủ tịch Ủy ban Hành chính", "Chủ tịch"},
                "Phan Quốc Trưng": {"Chủ tịch Ủy ban nhân dân"},
            },
        ),
        (
            INFOBOX,
            {
                "Bùi Đức Nhã": {
                    "Bộ trưởng Bộ Thủy lợi",
                    "Giám đốc Sở Thủy lợi",
                    "Bí thư Đảng ủy",
                },
                "Phan Quốc Trưng": {"Thủ tướng"},
                "Đặng Văn Tuế": set(),
            },
        ),
        (
            HOLDERS,
            {
                "Đặng Văn Tuế": {"Chủ tịch UBND"},
                "Ngô Thị Bích Loan": {"Phó Chủ tịch HĐND"},
                "Phan Quốc Trưng": {"Phó Chủ tịch HĐND"},
                "Bùi Đức Nhã": {"Bí thư Tỉnh ủy"},
            },
        ),
    ],
    ids=["list", "spanned", "bands", "infobox", "holders"],
)
def test_cells_give_their_offices(text: str, expected: dict[str, set[str]]) -> None:
    assert offices(text) == expected


def test_an_office_in_a_row_of_someone_else_is_not_taken() -> None:
    row = "| Tiền nhiệm | Đặng Văn Tuế |\n| Kế nhiệm | Ngô Thị Bích Loan |\n| Thủ tướng | |\n"
    assert offices("| Lĩnh vực | Thủy lợi |\n|---|---|\n" + row) == {
        "Đặng Văn Tuế": set(),
        "Ngô Thị Bích Loan": set(),
    }


@pytest.mark.parametrize("text", ["|" * 3000, "|\n" * 3000, "\n|---|\n" * 500, "| Bí thư |\n|"])
def test_empty_cells_are_harmless(text: str) -> None:
    assert find_persons(text) == []


def test_a_long_table_takes_time_in_proportion() -> None:
    row = "| 1 | Đặng Văn Tuế | Bí thư Tỉnh ủy |\n"
    seconds = []
    for rows in (500, 4000):
        start = time.process_time()
        assert len(find_persons(row * rows)[0].positions) == rows
        seconds.append(time.process_time() - start)
    assert seconds[1] < 24 * seconds[0] + 0.2


def test_a_cell_after_the_name_has_more_of_their_offices() -> None:
    text = (
        "|\nPhó Chủ tịch Quốc hội\n|\nĐặng Văn Tuế | - Ủy viên Trung ương Đảng\n"
        "- Ủy viên BTV Đảng ủy Quốc hội |\n|\nTổng Thư ký Quốc hội\n|\nPhan Quốc Trưng | |\n"
    )
    found = {p.name: [each.text for each in p.positions] for p in find_persons(text)}
    assert found == {
        "Đặng Văn Tuế": [
            "Phó Chủ tịch Quốc hội",
            "Ủy viên Trung ương Đảng",
            "Ủy viên BTV Đảng ủy Quốc hội",
        ],
        "Phan Quốc Trưng": ["Tổng Thư ký Quốc hội"],
    }


def test_an_empty_cell_behind_a_name_is_no_office() -> None:
    text = (
        "| Họ tên | Năm sinh | Chức vụ |\n|---|---|---|\n"
        "| Đặng Văn Tuế | 1960 | Thứ trưởng Bộ Y tế |\n| Ngô Thị Bích Loan | 1962 | |\n"
    )
    assert offices(text) == {"Đặng Văn Tuế": {"Thứ trưởng Bộ Y tế"}, "Ngô Thị Bích Loan": set()}


def bodies(text: str) -> dict[str, set[tuple[str, str | None]]]:
    return {p.name: {(x.text, x.organization) for x in p.positions} for p in find_persons(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Bộ trưởng |\nBộ Thủy lợi |\nĐặng Văn Tuế |\n",
        "Đặng Văn Tuế |\nBộ trưởng |\nBộ Thủy lợi |\n",
        "Bộ Thủy lợi |\nBộ trưởng |\nĐặng Văn Tuế |\n1931 |\n",
        "Họ tên: Đặng Văn Tuế\nChức vụ: Bộ trưởng\nĐơn vị: Bộ Thủy lợi\n",
        "Đơn vị công tác: Bộ Thủy lợi\nChức vụ: Bộ trưởng\n\nHọ và tên: Đặng Văn Tuế\n",
        "**Cơ quan** – Bộ Thủy lợi\n**Họ tên** – Đặng Văn Tuế\n**Chức danh** – Bộ trưởng\n",
        "| Họ tên | Đặng Văn Tuế |\n|---|---|\n| Chức vụ | Bộ trưởng |\n| Đơn vị | Bộ Thủy lợi |",
        "HỌ VÀ TÊN\nĐặng Văn Tuế\nCHỨC VỤ\nBộ trưởng\nCƠ QUAN\nBộ Thủy lợi\n",
        "<tr><td>Họ tên</td><td>Đặng Văn Tuế</td></tr>\n"
        "<tr><td>Chức vụ</td><td>Bộ trưởng</td></tr><tr><td>Đơn vị</td><td>Bộ Thủy lợi</td></tr>",
    ],
)
def test_a_record_has_its_office_and_body_in_fields(text: str) -> None:
    assert bodies(text) == {"Đặng Văn Tuế": {("Bộ trưởng", "Bộ Thủy lợi")}}


def test_a_record_in_cells_with_bars_behind_them_comes_again() -> None:
    text = (
        "Đặng Văn Tuế |\nBộ trưởng |\nBộ Thủy lợi |\nNgô Thị Bích Loan |\nThứ trưởng |\nBộ Y tế |\n"
    )
    assert bodies(text) == {
        "Đặng Văn Tuế": {("Bộ trưởng", "Bộ Thủy lợi")},
        "Ngô Thị Bích Loan": {("Thứ trưởng", "Bộ Y tế")},
    }


@pytest.mark.parametrize(
    "text",
    [
        "Họ tên: ..............\nChức vụ: Bộ trưởng\n\nĐặng Văn Tuế đến thăm.",
        "Đồng chí Đặng Văn Tuế: phát biểu\nChức vụ: không có\n",
        "Người dự: Đặng Văn Tuế\n\n\nMột đoạn văn.\n\nChức vụ: Bộ trưởng\n",
    ],
)
def test_fields_apart_make_no_record(text: str) -> None:
    assert offices(text) == {"Đặng Văn Tuế": set()}


@pytest.mark.parametrize("mark", ["KT.", "TL.", "TUQ.", "K/T", "KT", "T.L"])
@pytest.mark.parametrize("joint", [" ", " - ", "\n"])
def test_who_signs_for_somebody_has_their_own_office_only(mark: str, joint: str) -> None:
    signed = f"| Nơi nhận: - Lưu: VT. | {mark} BỘ TRƯỞNG{joint}THỨ TRƯỞNG Đặng Văn Tuế |"
    assert offices(signed) == {"Đặng Văn Tuế": {"THỨ TRƯỞNG"}}


@pytest.mark.parametrize(
    "form",
    [
        "{name} ........................ {office}",
        "{office}................{name}",
        "{name} . . . . . . . {office}",
        "{office} ………… {name}",
        "{name} = {office}",
        "{office} = {name}",
        "{name} ~ {office}",
        '"{name}","{office}"',
        '1;"{office}";"{name}"',
        '"{name}"\t"{office}"',
        '{{"họ tên": "{name}", "chức vụ": "{office}"}},',
        '{{"ho_ten": "{name}", "chuc_vu": "{office}"}},',
        '{{"office": "{office}", "year": 1965, "name": "{name}"}}',
        "{name}<br>{office}<br/>",
        "<p>{office}: {name}</p>",
        "<dt>{name}</dt><dd>{office}</dd>",
    ],
)
def test_what_programs_and_typists_write_for_a_table(form: str) -> None:
    people = {
        "Đặng Văn Tuế": "Bí thư Tỉnh ủy",
        "Ngô Thị Bích Loan": "Phó Giám đốc Sở Y tế",
        "Phan Quốc Trưng": "Chủ tịch UBND huyện Sông Mây",
    }
    text = "\n".join(form.format(name=name, office=office) for name, office in people.items())
    found = {p.name: [position.text for position in p.positions] for p in find_persons(text)}
    assert found == {name: [office] for name, office in people.items()}


@pytest.mark.parametrize("mark", ["(Đã ký)", ""])
def test_two_who_sign_side_by_side_have_the_office_above_their_own_name(mark: str) -> None:
    rows = ["KT. CHỦ TỊCH\tTM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH\tPHÓ BÍ THƯ", f"{mark}\t{mark}"]
    text = "\n".join([*rows[: 3 if mark else 2], "Lương Trọng Quý\tCao Thị Hải"])
    found = {p.name: [position.text for position in p.positions] for p in find_persons(text)}
    assert found == {"Lương Trọng Quý": ["PHÓ CHỦ TỊCH"], "Cao Thị Hải": ["PHÓ BÍ THƯ"]}


def test_a_signature_in_a_cell_with_marks_that_break_lines() -> None:
    cell = "TM. ỦY BAN NHÂN DÂN<br>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br/><br/>Lưu Minh Huân"
    [person] = find_persons(f"| Nơi nhận:<br>- Như trên. | {cell} |\n|---|---|\n")
    [position] = person.positions
    assert (position.text, position.organization) == ("PHÓ CHỦ TỊCH", "Ủy ban nhân dân")


def test_the_heads_of_a_table_are_nobody() -> None:
    heads = ["STT", "HỌ VÀ TÊN", "CHỨC VỤ HIỆN NAY", "ĐƠN VỊ CÔNG TÁC", "QUÊ QUÁN"]
    text = f"| {' | '.join(heads)} |\n| 1 | Lò Văn An | Bí thư Huyện ủy | | Xuân Trường |\n"
    assert [p.name for p in find_persons(text)] == ["Lò Văn An"]


def test_dots_of_a_form_and_of_a_quotation_lead_to_nobody() -> None:
    text = (
        "Số: ......./QĐ-UBND\nHọ và tên: ....................\nÔng nói: “Rồi sẽ... Bí thư xã ...”\n"
        "Đặng Văn Tuế......\n"
    )
    assert [p.positions for p in find_persons(text)] in ([], [()])


LIFE = "# Bùi Khắc Toản\n\nBùi Khắc Toản (sinh năm 1960) là chính khách.\n\n"
HELD = [
    ("Giám đốc Sở Y tế Lào Cai", "1991", "1995"),
    ("Bí thư Tỉnh ủy Lào Cai", "2001", None),
]


@pytest.mark.parametrize(
    "text",
    [
        LIFE + "| Chức vụ | Từ | Đến |\n|---|---|---|\n| Giám đốc Sở Y tế Lào Cai | 1991 | 1995 |\n"
        "| Bí thư Tỉnh ủy Lào Cai | 2001 | nay |",
        LIFE + "| Chức vụ | Thời gian |\n|---|---|\n| Giám đốc Sở Y tế Lào Cai | 1991 - 1995 |\n"
        "| Bí thư Tỉnh ủy Lào Cai | 2001 - nay |",
        LIFE + "| Thời gian | Chức vụ |\n|---|---|\n| 1991 - 1995 | Giám đốc Sở Y tế Lào Cai |\n"
        "| 2001 - nay | Bí thư Tỉnh ủy Lào Cai |",
        LIFE + "Thời gian\tChức vụ\n1991 - 1995\tGiám đốc Sở Y tế Lào Cai\n"
        "2001 - nay\tBí thư Tỉnh ủy Lào Cai",
        LIFE
        + "Từ năm      Đến năm     Chức danh, chức vụ\n1991        1995        Giám đốc Sở Y tế "
        "Lào Cai\n2001        nay         Bí thư Tỉnh ủy Lào Cai",
        "SƠ YẾU LÝ LỊCH\nHọ và tên: Bùi Khắc Toản\nSinh ngày: 3/5/1960\n\n"
        "| Từ năm đến năm | Chức danh, chức vụ, đơn vị công tác |\n| --- | --- |\n"
        "| 1991 - 1995 | Giám đốc Sở Y tế Lào Cai |\n| Từ 2001 đến nay | Bí thư Tỉnh ủy Lào Cai |",
        "| Họ và tên | Bùi Khắc Toản |\n|---|---|\n| Sinh ngày | 3/5/1960 |\n\n"
        "| Năm | Chức vụ |\n|---|---|\n| 1991 - 1995 | Giám đốc Sở Y tế Lào Cai |\n"
        "| 2001 - nay | Bí thư Tỉnh ủy Lào Cai |",
    ],
)
def test_a_table_of_a_life_has_its_offices_and_their_times(text):
    [person] = [each for each in find_persons(text) if each.positions]
    assert [(each.text, each.since, each.until) for each in person.positions] == HELD


def test_a_form_of_two_names_is_no_life():
    text = (
        "Họ và tên: Bùi Khắc Toản\nSinh ngày: 3/5/1960\nHọ và tên: Lò Văn Khánh\n\n"
        "| Chức vụ | Năm |\n|---|---|\n| Giám đốc Sở Y tế Lào Cai | 1991 - 1995 |"
    )
    assert [each for each in find_persons(text) if each.positions] == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("I | SỞ TƯ PHÁP | ; 1 | A | Giám đốc; II | SỞ Y TẾ | ; 2 | B | Phó Giám đốc",
         "SỞ TƯ PHÁP; SỞ Y TẾ"),
        ("I | SỞ TƯ PHÁP | ; 1 | A | Giám đốc; II | ỦY VIÊN | ; 2 | B | Chủ tịch",
         "SỞ TƯ PHÁP; None"),
        ("Sở Y tế | A | Giám đốc;  | B | Phó Giám đốc", "Sở Y tế; Sở Y tế"),
        ("Sở Y tế | A | Giám đốc; Xã Mây | B | Chủ tịch", "Sở Y tế; None"),
        ("A | Giám đốc | Sở Y tế; B | Phó Giám đốc | Sở Tư pháp", "Sở Y tế; Sở Tư pháp"),
    ],
)  # fmt: skip
def test_a_body_over_rows_is_that_of_their_offices(rows: str, expected: str) -> None:
    named = rows.replace("| A |", "| Lưu Minh Huân |").replace("| B |", "| Lò Văn An |")
    named = named.replace("A | G", "Lưu Minh Huân | G").replace("; B |", "; Lò Văn An |")
    lines = ["TT | Họ và tên | Chức vụ", "---|---|---", *named.split("; ")]
    found = find_persons("".join(f"| {line} |\n" for line in lines))
    told = [str(position.organization) for person in found for position in person.positions]
    assert "; ".join(told) == expected


def test_an_office_of_the_board_that_is_listed_is_not_of_the_place_of_work() -> None:
    rows = ["Họ và tên | Chức vụ | Đơn vị | Chức danh trong Ban", "---|---|---|---"]
    rows += ["Lò Văn An | Giám đốc | Sở Y tế | Trưởng ban"]
    [person] = find_persons("".join(f"| {row} |\n" for row in rows))
    assert [position.organization for position in person.positions] == ["Sở Y tế", None]


NAMES = ("Đặng Văn Tuế", "Ngô Thị Bích Loan", "Phan Quốc Trưng", "Lý Minh Khuê")
BOX = """Chức vụ | |
|---|---|
Phó Chính ủy Quân khu 9 | |
| Nhiệm kỳ | 2019 – 2021 |
| Chính ủy | |
| Nhiệm kỳ | 2014 – 2019 |
| Tiền nhiệm | Thiếu tướng Đặng Văn Tuế |
"""


@pytest.mark.parametrize(
    "text",
    [
        "# Bùi Đức Nhã (tướng Quân đội)\n\n" + BOX,
        BOX + "Thông tin cá nhân | |\n\n**Bùi Đức Nhã** là Thiếu tướng Quân đội nhân dân Việt Nam.",
        BOX + "\n**Bùi Đức Nhã** (sinh năm 1968) là Thiếu tướng Quân đội nhân dân Việt Nam.",
        "# Bùi Đức Nhã\n\nBùi Đức Nhã Anh Hùng Lao Động | |\n|---|---|\n" + BOX,
    ],
)
def test_the_box_of_a_page_is_of_the_one_it_is_about(text: str) -> None:
    assert offices(text) == {"Bùi Đức Nhã": {"Phó Chính ủy Quân khu 9"}, "Đặng Văn Tuế": set()}


@pytest.mark.parametrize("bar", ["", "| "])
def test_a_box_with_bars_before_all_heads_has_its_offices(bar: str) -> None:
    text = (
        f"{bar}Bùi Đức Nhã | |\n|---|---|\n{bar}Bộ trưởng Bộ Thủy lợi | |\n"
        f"| Nhiệm kỳ | 1976 – 1981 |\n{bar}Thứ trưởng Bộ Thủy lợi | |\n| Nhiệm kỳ | 1970 – 1976 |\n"
    )
    assert offices(text) == {"Bùi Đức Nhã": {"Bộ trưởng Bộ Thủy lợi", "Thứ trưởng Bộ Thủy lợi"}}


def test_an_office_of_a_box_is_not_of_the_one_in_the_row_above() -> None:
    row = (
        "| Nhiệm kỳ | 19{}0 – 19{}0 |\n| Thứ trưởng | {} |\n| Tiền nhiệm | không có (thành lập) |\n"
    )
    rows = [row.format(n, n + 1, name) for n, name in enumerate(NAMES, 5)]
    bodies = ("Bộ Thủy lợi", "Bộ Lâm nghiệp", "Bộ Lao động", "Bộ Vật tư")
    text = "Bùi Đức Nhã | |\n|---|---|\n" + "".join(
        f"Bộ trưởng {body} | |\n{each}" for body, each in zip(bodies, rows, strict=True)
    )
    assert offices(text)["Bùi Đức Nhã"] == {f"Bộ trưởng {body}" for body in bodies}


@pytest.mark.parametrize("title", ["", "PGS.TS. ", "GS. "])
def test_a_box_of_a_body_names_its_head(title: str) -> None:
    text = (
        "# Bộ Thủy lợi\n\n| Bộ Thủy lợi | |\n|---|---|\n| Chính phủ Việt Nam | |\n"
        f"Bộ trưởng đương nhiệm | |\n{title}Bùi Đức Nhã | |\n| từ 8 tháng 4 năm 2021 | |\n"
    )
    [person] = find_persons(text)
    assert [(p.text, p.organization) for p in person.positions] == [("Bộ trưởng", "Bộ Thủy lợi")]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("| Phó Tư lệnh | Thanh Phong |", ["Thanh Phong"]),
        ("| Phó Bí thư thường trực (1) | U Hoan |", ["U Hoan"]),
        ("| Tiền nhiệm | Hoàng Cương |", ["Hoàng Cương"]),
        ("| Chính ủy | Quân khu Bốn |", []),
        ("| Chủ tịch | Thanh Sơn |", []),
        ("| Chủ tịch | Khóa Mười |", []),
        ("| Mục tiêu | Thanh Phong |", []),
    ],
)
def test_a_name_of_any_family_fills_the_cell_behind_an_office(row, names):
    text = f"Ông Lò Văn Côn, sinh năm 1929 tại Lạng Sơn.\n\n{row}\n"
    assert [person.name for person in find_persons(text)][1:] == names
