"""Tables of tasks: invented rows in every writing."""

import pytest

from vnpolitext.directives import find_directives, outline

HEAD = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành")
ROWS = (
    ("1", "Rà soát quy chế làm việc", "Sở Nội vụ", "Sở Tư pháp", "Quy chế", "Tháng 6/2025"),
    ("2", "Xây dựng 12 lớp học", "UBND huyện Mây", "Các xã", "Lớp học", "Quý III/2025"),
)


def bars(head, rows):
    lines = [head, ["---"] * len(head), *rows] if head else rows
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def html(head, rows):
    body = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (head, *rows)
    )
    return f"<table>{body}</table>\n"


def tabs(head, rows):
    return "\n".join("\t".join(line) for line in (head, *rows)) + "\n"


def shown(text):
    found = find_directives(text)
    assert all(text[item.start : item.end] == item.text for item in found)
    assert all(text[a.start : a.end] == a.text for item in found for a in item.actors)
    return [
        (
            item.number,
            [a.text for a in item.actors if a.role == "lead"],
            [a.text for a in item.actors if a.role == "with"],
            [(d.due, d.relation) for d in item.deadlines],
        )
        for item in found
        if item.is_directive
    ]


EXPECTED = [
    (1, ["Sở Nội vụ"], ["Sở Tư pháp"], [("2025-06", "by")]),
    (2, ["UBND huyện Mây"], ["Các xã"], [("2025-Q3", "by")]),
]


@pytest.mark.parametrize("written", [bars, html, tabs])
def test_a_table_of_tasks_in_every_writing(written):
    assert shown("PHỤ LỤC\n\n" + written(HEAD, ROWS)) == EXPECTED


def test_a_row_says_what_an_item_does():
    [first, second] = find_directives(bars(HEAD, ROWS))
    assert (first.marker, first.style, first.role, first.heading) == (
        "1", "row", "task", "Rà soát quy chế làm việc",
    )  # fmt: skip
    assert [a.text for a in first.actions] == ["Rà soát"]
    assert first.strength.level == 2
    assert [(t.value, t.unit) for t in second.targets] == [(12.0, "lớp học")]


HEADS = [
    ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Kết quả", "Thời hạn"),
    ("Số TT", "Nội dung", "Chủ trì", "Phối hợp", "Ghi chú", "Thời hạn hoàn thành"),
    ("TT", "Công việc", "Đơn vị thực hiện", "Phối hợp thực hiện", "Kinh phí", "Hoàn thành"),
    ("TT", "Giải pháp", "Cơ quan chịu trách nhiệm", "Cơ quan phối hợp", "Đầu ra", "Hạn hoàn thành"),
    ("TT", "Tên nhiệm vụ", "Phân công", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn trình"),
    ("TT", "Hoạt động", "Đầu mối", "Cơ quan phối hợp", "Kết quả", "Thời gian trình"),
    ("TT", "Tên đề án", "Cơ quan thực hiện", "Cơ quan, đơn vị phối hợp", "Kết quả", "Thời hạn"),
    ("**TT**", "**NHIỆM VỤ**", "**CHỦ TRÌ**", "**PHỐI HỢP**", "**SẢN PHẨM**", "**THỜI HẠN**"),
]


@pytest.mark.parametrize("head", HEADS)
def test_heads_say_what_stands_in_a_column(head):
    assert shown(bars(head, ROWS)) == EXPECTED


DUE = [
    ("30/6/2025", [("2025-06-30", "by")]),
    ("Trước 30/6/2025", [("2025-06-30", "before")]),
    ("Ngày 30 tháng 6 năm 2025", [("2025-06-30", "by")]),
    ("Quý II", [("Q2", "by")]),
    ("Năm 2025", [("2025", "by")]),
    ("2025", [("2025", "by")]),
    ("2025 - 2030", [("2030", "by")]),
    ("Hằng năm", [("P1Y", "every")]),
    ("Thường xuyên", [(None, "every")]),
    ("Đến năm 2030", [("2030", "by")]),
    ("Theo kế hoạch", []),
    ("0,5 ngày làm việc", [("P0.5D", "by")]),
    ("2.5 ngày", [("P2.5D", "by")]),
    ("1/2 ngày", [("P0.5D", "by")]),
    ("1 - 2 tuần", [("P2W", "by")]),
    ("3/4 ngày", []),
    ("1.000 ngày", []),
]


@pytest.mark.parametrize(("cell", "due"), DUE)
def test_the_cell_of_a_deadline_needs_no_word_of_relation(cell, due):
    rows = [(*ROWS[0][:5], cell), ROWS[1]]
    assert shown(bars(HEAD, rows))[0][3] == due


NAMES = [
    ("Sở Y tế; Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("Sở Y tế, Sở Nội vụ và các xã", ["Sở Y tế", "Sở Nội vụ", "các xã"]),
    ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Sở Giáo dục và Đào tạo", ["Sở Giáo dục và Đào tạo"]),
    ("Trung tâm Hành chính công", ["Trung tâm Hành chính công"]),
]


@pytest.mark.parametrize(("cell", "names"), NAMES)
def test_each_name_of_a_cell_is_an_actor(cell, names):
    rows = [(*ROWS[0][:2], cell, *ROWS[0][3:]), ROWS[1]]
    assert shown(bars(HEAD, rows))[0][1] == names


def test_labels_in_a_cell_say_who_leads():
    head = ("TT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời hạn")
    rows = [
        ("1", "Rà soát", "Chủ trì: Sở Y tế; Phối hợp: Sở Nội vụ", "30/6/2025"),
        ("2", "Báo cáo", "Chủ trì: các xã", "30/7/2025"),
    ]
    assert [each[1:3] for each in shown(bars(head, rows))] == [
        (["Sở Y tế"], ["Sở Nội vụ"]), (["các xã"], []),
    ]  # fmt: skip


def test_a_heading_in_a_table_stands_over_its_rows():
    rows = [
        ("I", "Về thể chế", "", "", "", ""),
        ROWS[0],
        ("II", "Về hạ tầng", "", "", "", ""),
        ROWS[1],
    ]
    found = find_directives(bars(HEAD, rows))
    assert [(item.marker, item.role, item.parent, item.level) for item in found] == [
        ("I", "topic", None, 0), ("1", "task", 0, 1), ("II", "topic", None, 0), ("2", "task", 2, 1),
    ]  # fmt: skip
    assert "Về hạ tầng" in outline(found).to_text()


def test_heads_in_two_rows_and_cells_over_rows():
    text = (
        "<table><tr><th rowspan=2>TT</th><th rowspan=2>Nội dung</th><th colspan=2>Cơ quan thực hiện"
        "</th><th rowspan=2>Thời gian</th></tr><tr><th>Chủ trì</th><th>Phối hợp</th></tr>"
        "<tr><td>1</td><td>Rà soát hộ</td><td rowspan=2>Phòng Nội vụ</td><td>Các xã</td>"
        "<td>Năm 2025</td></tr><tr><td>2</td><td>Lập sổ</td><td>Hội Nông dân</td>"
        "<td>Năm 2026</td></tr></table>"
    )
    assert shown(text) == [
        (1, ["Phòng Nội vụ"], ["Các xã"], [("2025", "in")]),
        (2, ["Phòng Nội vụ"], ["Hội Nông dân"], [("2026", "in")]),
    ]


def test_a_table_goes_on_over_pages():
    again = ("3", "Mở lớp xóa mù chữ", "Phòng Giáo dục", "Các xã", "Lớp", "Quý IV/2025")
    text = bars(HEAD, ROWS) + "\n" + bars(HEAD, [again])
    assert [each[0] for each in shown(text)] == [1, 2, 3]
    more = ("4", "Dạy nghề", "Phòng Nội vụ", "Các xã", "Lớp", "Quý IV/2025")
    text = html(HEAD, ROWS) + "\n" + html(again, [more])
    assert [each[0] for each in shown(text)] == [1, 2, 3, 4]


def test_rows_that_number_the_columns_are_none():
    numbers = ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")
    assert shown(bars(HEAD, [numbers, *ROWS])) == EXPECTED


def test_without_a_head_the_cells_decide():
    text = html(ROWS[0], ROWS[1:])
    assert [each[0] for each in shown(text)] == [1, 2]


DECOYS = [
    (("TT", "Họ và tên", "Chức vụ", "Đơn vị"), [("1", "Lò Văn Nọi", "Bí thư", "Xã Mây")] * 2),
    (("TT", "Nội dung", "Số tiền", "Ghi chú"), [("1", "Chi mua sách", "12 triệu đồng", "")] * 2),
    (("Ngày", "Buổi", "Nội dung"), [("5/6/2025", "Sáng", "Khai mạc")] * 2),
    (("TT", "Tên xã", "Số hộ", "Năm 2024"), [("1", "Xã Mây", "120", "130")] * 2),
]


@pytest.mark.parametrize(("head", "rows"), DECOYS)
def test_other_tables_have_no_tasks(head, rows):
    assert find_directives(bars(head, rows)) == []
    assert find_directives(html(head, rows)) == []


def test_lists_and_tables_stand_in_the_order_of_the_text():
    text = "1. Rà soát.\n2. Báo cáo.\n\n" + bars(HEAD, [("I", "Việc", *[""] * 4), *ROWS])
    found = find_directives(text)
    assert [(item.style, item.parent, item.list) for item in found] == [
        ("arabic", None, 0), ("arabic", None, 0), ("row", None, 1), ("row", 2, 1), ("row", 2, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["|", "| |", "|  | |"])
def test_a_row_ends_with_its_last_mark(end):
    rows = [f"Bước {n} | Rà soát quy chế | Phòng Mây | {n} ngày {end}" for n in (1, 2, 3)]
    found = find_directives("\n".join(rows))
    assert len(found) == len(rows)
    assert all(item.text == item.text.strip() for item in found)
