"""Offices of people whose names are not found: nobody else gets them."""

import pytest

from vnpolitext.officials import find_persons

HOLDERS = [
    ("Lò Văn An", "Bí thư Huyện ủy Sông Mây"),
    ("Mùa A Sơn", "Chủ tịch UBND xã Suối Gió"),
    ("Vì Thị Hoa", "Trưởng phòng Nội vụ huyện Sông Mây"),
    ("Hà Thị Mơ", "Chủ tịch Hội Nông dân xã Suối Gió"),
    ("Lý Văn Tài", "Bí thư Đảng ủy xã Nà Mây"),
]
WRITINGS = {
    "dashes": lambda rows: "\n".join(f"- {name} - {office}" for name, office in rows),
    "brackets": lambda rows: "\n".join(f"{n}. {a} ({b})" for n, (a, b) in enumerate(rows, 1)),
    "office first": lambda rows: "\n".join(f"{office}: {name}" for name, office in rows),
    "semicolons": lambda rows: "Dự họp: " + "; ".join(f"{a} - {b}" for b, a in rows) + ".",
    "lines": lambda rows: "\n".join(f"{n}\n{a}\n{b}" for n, (a, b) in enumerate(rows, 1)),
    "cards": lambda rows: "\n\n".join(f"{office}\n{name}\nĐT: 0912345" for name, office in rows),
    "headings": lambda rows: "\n\n".join(f"### {name}\n{office}" for name, office in rows),
    "labels": lambda rows: "\n".join(f"- Ông (bà): {a}, chức vụ: {b}" for a, b in rows),
    "fields": lambda rows: "\n\n".join(f"Họ và tên: {a}\nChức vụ: {b}" for a, b in rows),
    "bars": lambda rows: "\n".join(f"| {n} | {a} | {b} |" for n, (a, b) in enumerate(rows, 1)),
    "tabs": lambda rows: "\n".join(f"{n}\t{a}\t{b}" for n, (a, b) in enumerate(rows, 1)),
}


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("stranger", ["Blang Ô", "Fwăn Jiêng Kla", "(khuyết)"])
@pytest.mark.parametrize("writing", WRITINGS)
def test_the_office_of_a_stranger_is_nobodys_in_the_list(writing, stranger, place):
    check(writing, stranger, place)


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("writing", ["dashes", "brackets", "office first", "labels", "bars"])
def test_an_office_without_a_holder_is_nobodys(writing, place):
    check(writing, "chưa kiện toàn", place)


def check(writing, stranger, place):
    rows = list(HOLDERS)
    rows[place] = stranger, rows[place][1]
    held = {
        (person.name, office.text)
        for person in find_persons(WRITINGS[writing](rows))
        for office in person.positions
        if person.name != stranger
    }
    assert held == set(rows[:place] + rows[place + 1 :])


def test_a_rank_is_no_name():
    [person] = find_persons(
        "Ông Lò Văn An là Đại tá, Chỉ huy trưởng Bộ CHQS tỉnh Sông Mây; từ năm 2016: Thiếu tướng, "
        "Phó Tư lệnh Quân khu 9; từ năm 2018: Trung tướng, Tư lệnh Quân khu 9."
    )
    assert len(person.positions) == 3


def test_a_sentence_on_a_stranger_tells_nothing_of_the_person_before():
    sentence = "{}, sinh năm 1961, quê Sông Mây, giữ chức {} từ năm 2019."
    rows = [HOLDERS[0], ("Blang Ô", HOLDERS[1][1]), HOLDERS[2]]
    text = " ".join(sentence.format(*row) for row in rows)
    held = {
        (person.name, office.text)
        for person in find_persons(text)
        for office in person.positions
        if person.name != "Blang Ô"
    }
    assert held == {rows[0], rows[2]}
