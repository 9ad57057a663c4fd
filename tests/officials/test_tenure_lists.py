"""Offices of lists, tables and tales: the time a list tells, and what is long past."""

import pytest

from vnpolitext.officials import find_persons

NAMES = ["Lò Văn Khánh", "Bùi Khắc Toản", "Hà Văn Mơ", "Lý Công Tài"]
YEARS = [("1976", "1979"), ("1979", "1983"), ("1983", "1988"), ("1988", "1991")]

# How a list writes the time of each of those who held an office.
HELD = {
    "bracket": "{n} ({a} - {b})",
    "alias": "{n} (Ba {s}) ({a} - {b})",
    "comma": "{n}, {a} - {b}",
    "blank": "{n} {a} - {b}",
    "dash": "{n} - {a}-{b}",
    "colon": "{n}: {a} - {b}",
    "from-to": "{n} từ năm {a} đến năm {b}",
    "before": "{a} - {b}: {n}",
    "before-blank": "{a}-{b} {n}",
    "before-bracket": "({a} - {b}) {n}",
    "short": "{n} ({a}-{c})",
}
LISTS = {
    "row": ("Hiệu trưởng: ", "; "),
    "sentence": ("Các Hiệu trưởng của trường gồm: ", ", "),
    "items": ("## Hiệu trưởng\n\n- ", "\n- "),
    "lines": ("Hiệu trưởng:\n", "\n"),
}


def told(text):
    return [
        (person.name, office.since, office.until, office.status)
        for person in find_persons(text)
        for office in person.positions
    ]


@pytest.mark.parametrize("layout", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("form", HELD.values(), ids=HELD)
def test_each_holder_has_the_time_beside_the_name(form, layout):
    opening, joint = layout
    items = [
        form.format(n=n, s=n.split()[-1], a=a, b=b, c=b[2:])
        for n, (a, b) in zip(NAMES, YEARS, strict=True)
    ]
    assert told(opening + joint.join(items)) == [
        (name, *years, "former") for name, years in zip(NAMES, YEARS, strict=True)
    ]


@pytest.mark.parametrize(
    "period",
    [
        "{a} - {b}",
        "Từ năm {a} đến năm {b}",
        "Tháng 5 năm {a} - tháng 8 năm {b}",
    ],
)
@pytest.mark.parametrize(
    "columns", [["Thời gian", "Họ và tên", "Chức vụ"], ["Họ và tên", "Chức vụ", "Thời gian"]]
)
def test_a_row_written_one_cell_a_line_keeps_its_time(columns, period):
    lines = [*columns]
    for name, (a, b) in zip(NAMES, YEARS, strict=True):
        cells = {
            "Thời gian": period.format(a=a, b=b),
            "Họ và tên": name,
            "Chức vụ": "Giám đốc Sở Thủy lợi Lào Cai",
        }
        lines += [cells[column] for column in columns]
    found = [(name, since[:4], until[:4]) for name, since, until, _ in told("\n".join(lines))]
    assert found == [(name, *years) for name, years in zip(NAMES, YEARS, strict=True)]


# A text, and of each office the name of its holder, since, until and status.
ANNOUNCED = {
    "founded": (
        "Tháng 3 năm 1948, Tỉnh ủy lâm thời được thành lập gồm các đồng chí: Lò Văn Khánh - Bí thư"
        ", Bùi Khắc Toản - Phó Bí thư.",
        [
            ("Lò Văn Khánh", "1948-03", None, "former"),
            ("Bùi Khắc Toản", "1948-03", None, "former"),
        ],
    ),
    "items": (
        "Ngày 5/6/2021, HĐND xã Nậm Mòn bầu các chức danh chủ chốt như sau:\n"
        "- Lò Văn Khánh - Chủ tịch\n- Bùi Khắc Toản - Phó Chủ tịch",
        [
            ("Lò Văn Khánh", "2021-06-05", None, "current"),
            ("Bùi Khắc Toản", "2021-06-05", None, "current"),
        ],
    ),
    "term": (
        "Ban Chấp hành Công đoàn khóa I, nhiệm kỳ 1975 - 1978 gồm: đồng chí Lò Văn Khánh, Thư ký; "
        "đồng chí Bùi Khắc Toản, Phó Thư ký.",
        [
            ("Lò Văn Khánh", "1975", "1978", "former"),
            ("Bùi Khắc Toản", "1975", "1978", "former"),
        ],
    ),
    # The last day of a meeting is not the day of an election in it.
    "meeting": (
        "**Kỳ họp thứ nhất** (từ 24 tháng 6 - 3 tháng 7 năm 1976) bầu:\n\n"
        "- Chủ tịch: Lò Văn Khánh\n- Phó Chủ tịch: Bùi Khắc Toản",
        [("Lò Văn Khánh", "1976", None, "former"), ("Bùi Khắc Toản", "1976", None, "former")],
    ),
    # What the members of a body are beside it was given to them at another time.
    "members": (
        "Tháng 3 năm 2021, Ban Chỉ đạo được thành lập gồm: Lò Văn Khánh, Giám đốc Sở Y tế tỉnh Lào "
        "Cai; Bùi Khắc Toản, Chánh Văn phòng Sở Y tế tỉnh Lào Cai.",
        [("Lò Văn Khánh", None, None, "current"), ("Bùi Khắc Toản", None, None, "current")],
    ),
    "guests": (
        "Chiều 3/5/2024, dự lễ ra mắt có: đồng chí Lò Văn Khánh, Bí thư; đồng chí Bùi Khắc Toản, "
        "Phó Bí thư.",
        [("Lò Văn Khánh", None, None, "current"), ("Bùi Khắc Toản", None, None, "current")],
    ),
    "candidates": (
        "Năm 2023, các ứng cử viên sáng giá bao gồm: ông Lò Văn Khánh - Phó Giám đốc; ông Bùi Khắc "
        "Toản - Trưởng phòng.",
        [("Lò Văn Khánh", None, None, "current"), ("Bùi Khắc Toản", None, None, "current")],
    ),
    "leaders": (
        "Năm 1947, Ủy ban kháng chiến huyện Bắc Hà được thành lập do ông Lò Văn Khánh làm Chủ tịch"
        ", ông Bùi Khắc Toản làm Phó Chủ tịch.",
        [("Lò Văn Khánh", "1947", None, "former"), ("Bùi Khắc Toản", "1947", None, "former")],
    ),
    "former leaders": (
        "Dự lễ có các đồng chí nguyên lãnh đạo tỉnh: Lò Văn Khánh, Bí thư Tỉnh ủy; Bùi Khắc Toản, "
        "Chủ tịch UBND tỉnh.",
        [("Lò Văn Khánh", None, None, "former"), ("Bùi Khắc Toản", None, None, "former")],
    ),
    "leaders of both times": (
        "Dự lễ có các đồng chí nguyên lãnh đạo tỉnh và lãnh đạo tỉnh: Lò Văn Khánh, Bí thư Tỉnh ủy"
        "; Bùi Khắc Toản, Chủ tịch UBND tỉnh.",
        [("Lò Văn Khánh", None, None, "current"), ("Bùi Khắc Toản", None, None, "current")],
    ),
    # A line has the time of the office in its heading, not of what its holder was otherwise.
    "otherwise": (
        "## Tư lệnh qua các thời kỳ\n\n- 2011 - 2014: Lò Văn Khánh, nguyên Phó Tư lệnh\n"
        "- 2014 - 2018: Bùi Khắc Toản, sau là Chính ủy Quân khu 2",
        [
            ("Lò Văn Khánh", None, None, "former"),
            ("Lò Văn Khánh", "2011", "2014", "former"),
            ("Bùi Khắc Toản", None, None, "former"),
            ("Bùi Khắc Toản", "2014", "2018", "former"),
        ],
    ),
    # The section has no years of its own.
    "parts": (
        "# Tỉnh ủy lâm thời\n\nTỉnh ủy ra mắt ngày 1 tháng 1 năm 1946.\n\n## Thành viên\n\n"
        "- Bí thư: Lò Văn Khánh\n- Ủy viên: Bùi Khắc Toản",
        [("Lò Văn Khánh", None, None, "former"), ("Bùi Khắc Toản", None, None, "former")],
    ),
    "fallen": (
        "Liệt sĩ Lò Văn Khánh, Xã đội trưởng xã Nậm Mòn, được an táng tại quê nhà.",
        [("Lò Văn Khánh", None, None, "former")],
    ),
    "meeting behind": (
        "Ông Lò Văn Khánh được bầu làm Bí thư Huyện ủy Bắc Hà tại Đại hội Đảng bộ huyện lần thứ "
        "XXI, tháng 8-2020.",
        [("Lò Văn Khánh", "2020-08", None, "current")],
    ),
    "leaves": (
        "Ông Lò Văn Khánh thôi giữ chức Bí thư Huyện ủy Bắc Hà nhiệm kỳ 2020 - 2025 từ ngày "
        "1/7/2023.",
        [("Lò Văn Khánh", None, "2023-07-01", "former")],
    ),
    "tale": (
        "Sau Cách mạng tháng Tám năm 1945, ông Lò Văn Khánh được cử làm Bí thư Huyện ủy Bắc Hà. "
        "Năm 2019, huyện dựng bia.",
        [("Lò Văn Khánh", None, None, "former")],
    ),
    "speaker at a jubilee": (
        "Trong lễ kỷ niệm 60 năm ngày 2/9/1945, ông Lò Văn Khánh giữ chức Trưởng ban Tổ chức. "
        "Năm 2006, cuốn sách ra mắt.",
        [("Lò Văn Khánh", None, None, "current")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED.values(), ids=ANNOUNCED)
def test_times_of_lists_and_tales(text, expected):
    assert sorted(told(text), key=str) == sorted(expected, key=str)


def test_lines_of_a_life_with_a_comma_behind_the_date():
    text = (
        "Tóm tắt tiểu sử đồng chí Lò Văn Khánh\nNgày sinh: 5/5/1970\n* Quá trình công tác\n"
        "- Tháng 6-1999 đến tháng 7-2004, Phó Trưởng phòng Ngân sách, Sở Tài chính;\n"
        "- Tháng 8-2004, Trưởng phòng Ngân sách, Sở Tài chính;\n"
        "- Từ tháng 6-2016, Giám đốc Sở Tài chính tỉnh Lào Cai."
    )
    assert told(text) == [
        ("Lò Văn Khánh", "1999-06", "2004-07", "former"),
        ("Lò Văn Khánh", "2004-08", None, "former"),
        ("Lò Văn Khánh", "2016-06", None, "current"),
    ]


def test_categories_of_a_page_are_former_offices():
    text = (
        "# Lò Văn Khánh\n\nLò Văn Khánh (sinh năm 1951) là chính khách. Ông là Bí thư Tỉnh ủy Lào "
        "Cai.\n\n- Sinh năm 1951\n- Nhân vật còn sống\n- Người Lào Cai\n- Bí thư Tỉnh ủy Lào Cai"
        "\n- Giám đốc Sở Y tế Lào Cai"
    )
    at = text.index("- Sinh năm")
    [person] = find_persons(text)
    below = [office for office in person.positions if office.start > at]
    assert [office.status for office in below] == ["former", "former"]


@pytest.mark.parametrize(
    ("item", "since", "until"),
    [
        ("{a}, {b} (1985-1988).", "1985", "1988"),
        ("- {a}, {b} (1985 - 1988)", "1985", "1988"),
        ("+ {a} kiêm {b} (từ 1985 đến 1988);", "1985", "1988"),
        ("- {a}, {b} (từ tháng 5/1985 đến tháng 6/1988)", "1985-05", "1988-06"),
        ("* {a}, {b} tỉnh Mây Xa (1985-1988).", "1985", "1988"),
        ("Giám đốc Sở Y tế (1980 - 1985); {a}, {b} (1985-1988).", "1985", "1988"),
        ("- {a}, {b}, từ năm 1985 đến năm 1988.", "1985", "1988"),
    ],
)
def test_a_time_behind_the_offices_that_fill_an_item_is_of_all_of_them(
    item: str, since: str, until: str
) -> None:
    first, second = "Phó Bí thư Huyện ủy", "Chủ tịch Hội đồng nhân dân huyện"
    line = item.format(a=first, b=second)
    text = f"Bùi Khắc Toản, sinh năm 1953, quê ở xã Sông Mây.\n\nCác chức vụ đã giữ:\n{line}\n"
    [person] = find_persons(text)
    times = {each.text: (each.since, each.until) for each in person.positions}
    assert times[first] == (since, until)
    assert [each for name, each in times.items() if name.startswith(second)] == [(since, until)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông từng là {a}, {b} (1985-1988).",
        "Từng giữ: {a} (1983-1985), {b} (1985-1988).",
        "{a}, {b} (1985-1988), đại biểu nhiều kỳ họp ở Sông Mây.",
    ],
)
def test_a_time_behind_the_last_of_others_is_its_own(sentence: str) -> None:
    first, second = "Phó Bí thư Huyện ủy", "Chủ tịch Hội đồng nhân dân huyện"
    line = sentence.format(a=first, b=second)
    text = f"Bùi Khắc Toản, sinh năm 1953, quê ở xã Sông Mây.\n\n{line}\n"
    [person] = find_persons(text)
    times = {each.text: (each.since, each.until) for each in person.positions}
    assert times[second] == ("1985", "1988")
    assert times[first] != ("1985", "1988")


@pytest.mark.parametrize("line", ["{a}, {b}", "{a} và {b}", "{a} kiêm {b}", "{a} - {b}"])
def test_the_term_of_a_box_is_of_all_offices_on_the_line_over_it(line: str) -> None:
    first, second = "Tư lệnh", "Bí thư Quân khu ủy Quân khu Sông Mây"
    text = (
        f"Bùi Khắc Toản | |\n|---|---|\nChức vụ | |\n{line.format(a=first, b=second)} | |\n"
        "| Nhiệm kỳ | 1 tháng 7, 1956 – 1975 |\n| Tiền nhiệm | Chức vụ thành lập |\n"
    )
    [person] = find_persons(text)
    assert [(each.text, each.since, each.until) for each in person.positions] == [
        (first, "1956-07-01", "1975"),
        (second, "1956-07-01", "1975"),
    ]


def test_the_end_of_a_term_tells_no_day_its_year() -> None:
    text = (
        "Ngày 16/5/2017, ông Lò Văn Khánh được bầu làm thành viên Hội đồng quản trị nhiệm kỳ "
        "2013-2018. "
        "Ngày 31/5, ông Mùa A Sơn thôi giữ chức Chủ tịch Hội đồng quản trị."
    )
    [held] = find_persons(text)[1].positions
    assert held.until == "2017-05-31"


@pytest.mark.parametrize(
    "heading",
    [
        "Danh sách người ứng cử đại biểu HĐND nhiệm kỳ 2021 - 2026:",
        "Danh sách đại biểu Quốc hội khóa XV, nhiệm kỳ 2021 - 2026:",
        "Phục vụ bầu cử đại biểu HĐND\n\nnhiệm kỳ 2021 - 2026\n\nĐiều 1. Tổ gồm các ông, bà:",
        "Ban Chấp hành Đảng bộ huyện nhiệm kỳ 2020 - 2025 gồm:",
    ],
)
def test_a_term_is_not_that_of_what_deputies_and_members_are_besides(heading: str) -> None:
    items = "1. Bà Khúc Thị Hòa - Phó Giám đốc Sở Y tế.\n2. Ông Lò Văn An - Giám đốc Sở Tư pháp."
    text = f"{heading}\n{items}"
    found = [p for person in find_persons(text) for p in person.positions]
    assert [(p.since, p.until) for p in found] == [(None, None), (None, None)]


def test_a_term_is_that_of_the_offices_of_the_committee() -> None:
    heading = "Ban Chấp hành Đảng bộ huyện nhiệm kỳ 2020 - 2025 gồm:"
    text = f"{heading}\n1. Lò Văn An - Bí thư.\n2. Mùa A Sơn - Ủy viên."
    found = [p for person in find_persons(text) for p in person.positions]
    assert [(p.since, p.until) for p in found] == [("2020", "2025"), ("2020", "2025")]
