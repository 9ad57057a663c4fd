"""Orders followed over documents: whose task, by when. Invented sentences."""

import pytest

import vnpolitext as vp
from vnpolitext.directives import (
    Deadline,
    assignments,
    assignments_frame,
    deadlines,
    deadlines_frame,
    trace,
    trace_frame,
)
from vnpolitext.directives.falling_due import last_day


def document(text, day=None, identifier="a"):
    return vp.analyze(text, id=identifier, metadata={"published": day})


def told(text, day=None):
    return [
        (row.actor, row.role, row.action, row.due, row.deadline_from)
        for row in assignments([document(text, day)])
    ]


def test_each_actor_has_the_verbs_and_the_deadline_that_follow_it():
    text = (
        "1. Sở Y tế rà soát trạm xá trước ngày 30/6/2025; Sở Tài chính bố trí kinh phí.\n"
        "2. UBND các xã và Hội Nông dân vận động bà con xong trước ngày 1/5/2025."
    )
    assert told(text) == [
        ("Sở Y tế", "lead", "rà soát", "2025-06-30", "item"),
        ("Sở Tài chính", "lead", "bố trí", None, None),
        ("UBND các xã", "lead", "vận động", "2025-05-01", "item"),
        ("Hội Nông dân", "lead", "vận động", "2025-05-01", "item"),
    ]


def test_who_cooperates_has_a_row():
    text = "1. Giao Công an tỉnh chủ trì, phối hợp với Sở Tư pháp, Sở Nội vụ điều tra.\n2. Bản Hạ."
    assert [(actor, role) for actor, role, *_ in told(text)][:3] == [
        ("Công an tỉnh", "lead"),
        ("Sở Tư pháp", "with"),
        ("Sở Nội vụ", "with"),
    ]


def test_a_heading_gives_its_actor_and_its_deadline():
    text = (
        "1. Sở Tài chính, trước ngày 5/6/2025:\na) Báo cáo kết quả thu.\nb) Rà soát số chi.\n"
        "2. Về nước."
    )
    assert told(text) == [
        ("Sở Tài chính", "lead", "Báo cáo", "2025-06-05", "heading"),
        ("Sở Tài chính", "lead", "Rà soát", "2025-06-05", "heading"),
    ]


def test_an_order_to_nobody_is_a_row_without_an_actor():
    [first, _] = told("1. Kiểm tra đập và cống.\n2. Rà soát kênh.")
    assert first == (None, None, "Kiểm tra", None, None)


def test_what_orders_nothing_has_no_row():
    assert told("Kết quả:\n1. Trồng ba ha mắc ca.\n2. Mở hai lớp học.") == []


DUE = [
    ("2025-06-30", "trước ngày 30/6/2025", "", "before", ("2025-06-30", "stated")),
    ("2025-06", "trong tháng 6/2025", "", "in", ("2025-06-30", "stated")),
    ("2024-02", "đến tháng 2/2024", "", "by", ("2024-02-29", "stated")),
    ("2025-Q1", "trong quý I/2025", "", "in", ("2025-03-31", "stated")),
    ("2030", "đến năm 2030", "", "by", ("2030-12-31", "stated")),
    ("--04", "trong tháng 4", "", "in", ("2025-04-30", "next")),
    ("--01", "trong tháng 01", "", "in", ("2026-01-31", "next")),
    ("--02-10", "trước ngày 10/2", "", "before", ("2025-02-10", "next")),
    ("--02-09", "trước ngày 9/2", "", "before", ("2026-02-09", "next")),
    ("Q1", "trong quý I", "", "in", ("2025-03-31", "next")),
    ("P30D", "trong 30 ngày", " kể từ ngày ban hành", "in", ("2025-03-12", "length")),
    ("P2W", "trong 2 tuần", " kể từ ngày ký", "in", ("2025-02-24", "length")),
    ("P1M", "trong 1 tháng", ", kể từ ngày ký ban hành.", "in", ("2025-03-10", "length")),
    ("P1Y", "trong 1 năm", " từ ngày Luật này được ban hành", "in", ("2026-02-10", "length")),
    ("P30D", "trong 30 ngày", " kể từ ngày nhận đủ hồ sơ", "in", (None, None)),
    ("P30D", "trong 30 ngày", ".", "in", (None, None)),
    ("P5D", "trong 5 ngày làm việc", " kể từ ngày ký", "in", (None, None)),
    ("PT24H", "trong 24 giờ", " kể từ ngày ký", "in", (None, None)),
    (None, "cuối năm nay", "", "by", ("2025-12-31", "term")),
    (None, "trong quý này", "", "in", ("2025-03-31", "term")),
    (None, "hết nhiệm kỳ", "", "by", (None, None)),
    ("P1Y", "hằng năm", "", "every", (None, None)),
    ("2025-02-31", "trước ngày 31/2/2025", "", "before", (None, "stated")),
]  # fmt: skip


@pytest.mark.parametrize(("due", "words", "after", "relation", "expected"), DUE)
def test_the_last_day_of_a_deadline(due, words, after, relation, expected):
    deadline = Deadline(0, len(words), words, due=due, relation=relation)
    assert last_day(deadline, words + after, "2025-02-10") == expected


@pytest.mark.parametrize("due", ["--04", "Q1", "P30D", None])
def test_without_a_day_of_the_document_nothing_is_counted(due):
    words = "cuối năm nay"
    deadline = Deadline(0, len(words), words, due=due, relation="by")
    assert last_day(deadline, f"{words} kể từ ngày ký", None) == (None, None)


def test_deadlines_stand_by_the_day_they_fall_due():
    one = document("1. Báo cáo trước ngày 5/6/2025.\n2. Kiểm tra hằng năm.", identifier="a")
    other = document("1. Rà soát trong quý I.\n2. Báo cáo.", "2025-02-10", identifier="b")
    found = deadlines([one, other])
    assert [(row.document, row.due_day) for row in found] == [
        ("b", "2025-03-31"), ("a", "2025-06-05"), ("a", None),
    ]  # fmt: skip


def test_the_number_line_says_the_day_of_the_document():
    text = (
        "UBND TỈNH A\nSố: 12/KH-UBND\nA, ngày 3 tháng 2 năm 2025\nKẾ HOẠCH\n"
        "1. Báo cáo trong tháng 3.\n2. Rà soát."
    )
    assert [row.due_day for row in deadlines([document(text, "2026-01-01")])] == ["2025-03-31"]


def test_tables_take_rows_or_documents():
    analysis = document("1. Sở Y tế báo cáo trước ngày 5/6/2025.\n2. Rà soát.", "2025-01-02")
    for frame, rows in ((assignments_frame, assignments), (deadlines_frame, deadlines)):
        table = frame([analysis])
        assert table.equals(frame(rows([analysis])))
        assert str(table["due_day"].dtype).startswith("datetime64")
    assert list(assignments_frame([]).columns) == list(assignments_frame([analysis]).columns)


def test_what_is_no_analysis_is_said():
    with pytest.raises(TypeError, match="analyses are wanted"):
        assignments(["Xã họp."])
    with pytest.raises(TypeError, match="analyses are wanted"):
        deadlines(["Xã họp."])


def traced(rows):
    return [(r.item, r.document, r.lag, r.taken, r.status, r.strength, r.deadline) for r in rows]


def test_an_order_is_traced_through_documents():
    first = document(
        "1. Bảo vệ rừng đầu nguồn.\n2. Rà soát hộ nghèo trước ngày 30/6/2025.\n"
        "3. Mở lớp xóa mù chữ.",
        "2025-01-10",
        "central",
    )
    one = document(
        "1. Phải bảo vệ rừng đầu nguồn.\n2. Rà soát hộ nghèo trước ngày 31/5/2025.",
        "2025-03-11",
        "b",
    )
    other = document("1. Trồng mắc ca.\n2. Bảo vệ rừng đầu nguồn.", "2025-02-09", "a")
    early = document("1. Bảo vệ rừng đầu nguồn.\n2. Trồng quế.", "2024-02-09", "early")
    undated = document("1. Trồng quế.\n2. Mở lớp xóa mù chữ.", None, "u")
    rows = trace(first, [early, one, other, undated, first])
    assert traced(rows) == [
        (0, "a", 30, 1, "same", None, None),
        (0, "b", 60, 0, "reworded", "stronger", None),
        (1, "b", 60, 1, "reworded", None, "earlier"),
        (2, "u", None, 1, "same", None, None),
    ]
    assert traced(trace(first, [])) == [
        (n, None, None, None, "dropped", None, None) for n in range(3)
    ]
    table = trace_frame(rows)
    assert list(table["lag"].dropna()) == [30, 60, 60]
    corpus = vp.Corpus.from_analyses([first, one, other])
    assert list(corpus.trace("central")["document"].dropna()) == ["a", "b", "b"]
    with pytest.raises(ValueError, match="no document 'x'"):
        corpus.trace("x")
