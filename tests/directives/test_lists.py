"""Lists as a whole: the problems of their numbering, the structure of legal texts, known blocks."""

import pytest

from vnpolitext.directives import find_directives, find_lists
from vnpolitext.text import View

PROBLEMS = [
    ("1. A.\n2. B.\n3. C.", []),
    ("1. A.\n2. B.\n4. D.", [("missing", 3, 2)]),
    ("1. A.\n2. B.\n2. C.\n3. D.", [("doubled", 2, 2)]),
    ("1. A.\n2. B.\n5. E.\n6. F.", [("missing", 3, 2), ("missing", 4, 2)]),
    ("4. D.\n5. E.", [("late", 4, 0)]),
    ("a) A;\nb) B;\nd) D;\nđ) E.", [("missing", 3, 2)]),
    ("Một là, A.\nHai là, B.\nBốn là, D.", [("missing", 3, 2)]),
    ("Một là, A.\nThứ hai, B.", [("mixed", 2, 1)]),
    ("I. A\nII. B\nIV. D\nV. E", [("missing", 3, 2)]),
]


@pytest.mark.parametrize(("text", "problems"), PROBLEMS)
def test_problems_of_the_numbering_are_reported(text, problems):
    [found] = find_lists(text)
    assert [(p.kind, p.number, p.item) for p in found.problems] == problems


def test_a_list_knows_its_place():
    text = "Hai việc sau:\n1. Đất:\na) đo;\nb) chia.\n2. Nước."
    outer, inner = find_lists(text)
    assert (outer.items, outer.level, outer.parent, outer.style) == ((0, 3), 0, None, "arabic")
    assert (inner.items, inner.level, inner.parent, inner.style) == ((1, 2), 1, 0, "letter")
    assert outer.lead_in == "Hai việc sau:"
    assert inner.lead_in == "Đất:"
    for found in (outer, inner):
        assert text[found.start : found.end] == found.text
    assert outer.text == text[14:]


def test_no_text_has_no_lists():
    assert find_lists("") == []
    assert find_lists("Bản có ba mươi hộ.") == []


LAW = """Phần thứ nhất
ĐẤT
Chương I
QUY ĐỊNH CHUNG
Mục 1. PHẠM VI
Điều 1. Phạm vi điều chỉnh
1. Đất của xã.
2. Đất của thôn:
a) đất ruộng;
b) đất đồi.
Mục 2. ĐỐI TƯỢNG
Điều 2. Đối tượng áp dụng
Mọi hộ trong xã.
Chương II
THI HÀNH
Điều 3. Hiệu lực
Luật này có hiệu lực từ ngày công bố.
"""


def test_the_structure_of_a_law_has_styles_of_its_own():
    items = find_directives(LAW, legal=True)
    assert [(d.marker, d.style, d.level, d.parent) for d in items] == [
        ("Phần thứ nhất", "part", 0, None),
        ("Chương I", "chapter", 1, 0),
        ("Mục 1", "section", 2, 1),
        ("Điều 1", "article", 3, 2),
        ("1", "clause", 4, 3),
        ("2", "clause", 4, 3),
        ("a", "point", 5, 5),
        ("b", "point", 5, 5),
        ("Mục 2", "section", 2, 1),
        ("Điều 2", "article", 3, 8),
        ("Chương II", "chapter", 1, 0),
        ("Điều 3", "article", 2, 10),
    ]
    assert items[9].text == "Điều 2. Đối tượng áp dụng\nMọi hộ trong xã."
    assert [d.number for d in items if d.style == "article"] == [1, 2, 3]


def test_without_the_structure_only_clauses_and_points_are_items():
    items = find_directives(LAW)
    assert [(d.marker, d.style, d.level) for d in items] == [
        ("1", "arabic", 0),
        ("2", "arabic", 0),
        ("a", "letter", 1),
        ("b", "letter", 1),
    ]


def test_no_item_begins_in_a_table_or_in_notes():
    text = "1. Đất.\n2. Nước.\n\n| 1. Bảng một | A |\n| 2. Bảng hai | B |"
    assert [d.text for d in find_directives(text)] == ["1. Đất.", "2. Nước."]
    noted = "1. Đất.\n2. Nước.\n\n**Chú thích**\n\n1. Lò An, sđd.\n\n2. Lò Bình, sđd."
    assert [d.text for d in find_directives(noted)] == ["1. Đất.", "2. Nước."]


def test_references_are_no_items():
    text = (
        "1. Lò An: Đất, Nxb Mây, 2018, tr. 5.\n2. Lò Bình, sđd, tr. 6.\n3. Lò Châu, tr. 7.\n\nHết."
    )
    assert find_directives(text) == []
    assert len(find_directives("1. Xem đất.\n2. Tr. 6 của sổ.\n3. Đo.")) == 3


def test_a_view_and_its_text_give_the_same_items():
    text = "**1\\.** Đất\u200b ho\u00e0ng.\n**2\\.** Nước."
    assert find_directives(View.of(text)) == find_directives(text)
    assert [d.marker for d in find_directives(text)] == ["1", "2"]
