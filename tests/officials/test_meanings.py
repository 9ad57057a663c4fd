"""What positions say: office, body, branch, level, place; what is completed and from where."""

from pathlib import Path

import pytest

from vnpolitext.models import read_table
from vnpolitext.officials import find_persons
from vnpolitext.places import find_places

COLUMNS = ("text", "title", "organization", "branch", "level", "completed")
MEANINGS = [
    (text, tuple(meaning))
    for text, *meaning in read_table(Path(__file__).parent / "meanings.tsv", COLUMNS)
]


@pytest.mark.parametrize(("text", "meaning"), MEANINGS)
def test_meaning(text, meaning):
    [person] = find_persons(text)
    [position] = person.positions
    assert meaning == (
        position.title,
        position.organization or "-",
        position.branch,
        position.level or "-",
        "yes" if position.is_completed else "no",
    )


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        (
            "Ông Bùi Khắc Toản, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy Sơn La",
            ["Ban Thường vụ Tỉnh ủy Sơn La", "Ban Dân vận Tỉnh ủy Sơn La"],
        ),
        (
            "Ông Bùi Khắc Toản, Bí thư Đảng ủy, Chủ tịch UBND xã Tả Van",
            ["Đảng ủy xã Tả Van", "Ủy ban nhân dân xã Tả Van"],
        ),
        (
            "Tỉnh Hà Giang họp. Ông Bùi Khắc Toản, Phó Bí thư, Chủ tịch UBND tỉnh",
            ["Tỉnh ủy Hà Giang", "Ủy ban nhân dân tỉnh Hà Giang"],
        ),
    ],
)
def test_neighbours_complete_each_other(text, organizations):
    [person] = find_persons(text)
    assert [position.organization for position in person.positions] == organizations


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("", "current"),
        ("nguyên ", "former"),
        ("cựu ", "former"),
        ("cố ", "late"),
        ("Quyền ", "acting"),
        ("từng là ", "former"),
    ],
)
def test_status(before, status):
    [person] = find_persons(f"Ông Bùi Khắc Toản, {before}Bí thư Tỉnh ủy Sơn La")
    [position] = person.positions
    assert (position.text, position.status) == ("Bí thư Tỉnh ủy Sơn La", status)


def test_a_signature_takes_its_body_from_the_lines_above():
    text = "TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH\n\nĐào Anh Tuân\n"
    [person] = find_persons(text)
    [position] = person.positions
    assert position.organization == "Ủy ban nhân dân"
    assert position.is_completed
    assert position.branch == "government"


def test_places_link_the_bodies():
    text = (
        "Về huyện Bắc Hà, gặp ông Bùi Khắc Toản, Chủ tịch UBND huyện; "
        "Bí thư Tỉnh ủy Lào Cai Tô Lệ Quyên"
    )
    first, second = find_persons(text, places=find_places(text))
    [chair], [secretary] = first.positions, second.positions
    assert (chair.place.text, chair.place.level) == ("huyện Bắc Hà", "district")
    assert text[chair.place.start : chair.place.end] == chair.place.text
    assert (secretary.place.name, secretary.place.level) == ("Lào Cai", "province")


def test_units_that_bear_a_name_are_no_people_where_places_are_known():
    text = "Mưa lớn ở các phường: Trần Phú, Lê Lợi. Dân Trần Phú và Lê Lợi sơ tán."
    places = find_places(text)
    assert {"Trần Phú", "Lê Lợi"} <= {place.name for place in places}
    assert find_persons(text, places=places) == []


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Bà Siu H'Yên phát biểu.", "female"),
        ("Ông Siu Blâm phát biểu.", "male"),
        ("Đồng chí Tô Lệ Quyên (nữ) phát biểu.", "female"),
        ("Đồng chí Tô Lệ Quyên phát biểu.", None),
    ],
)
def test_sex_is_told_by_the_text(text, sex):
    assert find_persons(text)[0].sex == sex


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ông Triệu Tài Phấu, người Dao ở bản trên.", "Dao"),
        ("Bà Y Mửi Hoa (nữ, dân tộc Xơ Đăng) dự họp.", "Xơ Đăng"),
        ("Ông Giàng A Vảng, dân tộc Mông, kể chuyện.", "Mông"),
        ("Ông Giàng A Vảng kể chuyện người Mông.", None),
        ("Bà Y Mửi Hoa dự họp.", None),
    ],
)
def test_people_only_where_the_text_states_it(text, people):
    assert find_persons(text)[0].ethnicity == people


def test_ranks_degrees_and_other_names():
    text = "Đại tá, TS. Lê Quốc Bảng (bí danh Ba Trực), Chính ủy. Đồng chí Bảng nói."
    [person] = find_persons(text)
    assert person.ranks == ("Đại tá", "Tiến sĩ")
    assert person.honorifics == ("đồng chí",)
    assert person.aliases == ("Ba Trực",)
    assert [position.text for position in person.positions] == ["Chính ủy"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông được biên chế vào Sư đoàn 308 (còn gọi là Đoàn Quân Tiên Phong).",
        "Ông sống ở làng Vạn Phúc (tên cũ Vạn Bảo).",
        "Ông thoát chết nhờ điệp viên Hai Sậy (tên thật là Hà Văn Tám).",
    ],
)
def test_the_other_name_of_something_else_before_brackets(text):
    told = f"# Lò Văn Nọi\n\nLò Văn Nọi sinh năm 1950, quê ở Sơn La. Lò Văn Nọi nhập ngũ. {text}"
    assert [each.aliases for each in find_persons(told) if each.name == "Lò Văn Nọi"] == [()]


@pytest.mark.parametrize(
    ("text", "holder", "status", "rule"),
    [
        ("Thôi giữ chức Giám đốc Sở Nội vụ đối với ông Bùi Khắc Toản.", 0, "former", "object"),
        ("Chính quyền Tổng thống Bùi Khắc Toản sụp đổ.", 0, "current", "before"),
        ("Quyền Giám đốc Sở Y tế Bùi Khắc Toản ký.", 0, "acting", "before"),
        ("Phó Chủ nhiệm:\n- Bùi Khắc Toản\n", 0, "current", "heading"),
        ("Thủ tướng Bùi Khắc Toản bổ nhiệm bà Tô Lệ Quyên làm Vụ trưởng.", 1, "current", "link"),
    ],
)
def test_who_holds_what_in_which_way(text, holder, status, rule):
    persons = find_persons(text)
    last = persons[holder].positions[-1]
    assert (last.status, last.rule) == (status, rule)
    assert len(persons[holder].positions) == 1


def test_lists_give_the_office_above_beside_own_ones():
    text = "Các Phó Chủ tịch:\n\n- Bùi Khắc Toản, Bí thư Đảng ủy xã\n- Tô Lệ Quyên\n\nHết."
    first, second = find_persons(text)
    assert [p.title for p in first.positions] == ["Phó Chủ tịch", "Bí thư"]
    assert [p.title for p in second.positions] == ["Phó Chủ tịch"]
