"""Who is who: what tells one human from another, and one name from another."""

from types import SimpleNamespace

import pytest

from vnpolitext.evaluation import identity_figure
from vnpolitext.officials import find_persons
from vnpolitext.people import Appearance, resolve_persons
from vnpolitext.people.evidence import career_reasons, human_reasons
from vnpolitext.people.groups import Group
from vnpolitext.people.signs import signs_of
from vnpolitext.people.spelling import is_ordinary, without_baptismal
from vnpolitext.places import find_places


def groups(*texts: str) -> list[list[str]]:
    documents = [
        SimpleNamespace(
            id=chr(97 + number),
            metadata={},
            text=text,
            persons=find_persons(text, places=find_places(text)),
        )
        for number, text in enumerate(texts)
    ]
    found = resolve_persons(documents).identities
    return sorted(sorted({a.document for a in each.appearances}) for each in found)


ONE = {
    "office": (
        "Ông Trần Văn Tám, Chủ tịch UBND tỉnh Cà Mau, nói.",
        "Chủ tịch UBND tỉnh Cà Mau Trần Văn Tám dự.",
    ),
    "two offices of one province": (
        "Chủ tịch HĐND tỉnh Cà Mau Nguyễn Văn Sơn đến thăm các cháu nhỏ.",
        "Chủ tịch UBND tỉnh Cà Mau Nguyễn Văn Sơn làm việc với doanh nghiệp.",
    ),
    "signature in capitals": (
        "Giám đốc Sở Y tế tỉnh Cà Mau Trần Sỹ Quý chỉ đạo.",
        "GIÁM ĐỐC SỞ Y TẾ TỈNH CÀ MAU\n\nTrần Sĩ Quí",
    ),
    "saint before the name": (
        "Giám mục Phaolô Trần Văn Tám (1940 – 2010) cử hành thánh lễ.",
        "Giám mục Phaolô Trần Văn Tám (1940 – 2010) qua đời.",
    ),
    "birth": (
        "Trần Văn Tám (sinh năm 1951) quê ở Cái Nước.",
        "Trần Văn Tám, sinh năm 1951, vào Đảng năm 1975.",
    ),
}
TWO = {
    "time of office": (
        "Ông Trần Văn Tám làm Bí thư Tỉnh ủy Cà Mau từ năm 1951 đến năm 1954.",
        "Ông Trần Văn Tám làm Chủ tịch UBND tỉnh Cà Mau từ năm 2001 đến năm 2004.",
    ),
    "age": (
        "Trần Văn Tám (sinh năm 1902) làm nghề giáo ở Cái Nước.",
        "Ông Trần Văn Tám làm Chủ tịch UBND tỉnh Cà Mau từ năm 2001 đến năm 2004.",
    ),
    "province": (
        "Ông Trần Văn Tám, Bí thư Tỉnh ủy Cà Mau, nói.",
        "Ông Trần Văn Tám, Bí thư Huyện ủy Mường Nhé, tỉnh Điện Biên, nói.",
    ),
    "sex": (
        "Ông Trần Thanh Tâm, Chủ tịch UBND xã Phú Tân, nói.",
        "Bà Trần Thanh Tâm, nhà thơ, đọc thơ.",
    ),
    "birth": (
        "Nhà báo Trần Văn Tám (1882-1936) viết cho Đông Dương tạp chí.",
        "Nhà báo Trần Văn Tám (sinh năm 1975) nhận giải.",
    ),
    "saint before the name": (
        "Ông Tađêô Trần Văn Tám là cha của giám mục.",
        "Giám mục Phaolô Trần Văn Tám cử hành thánh lễ.",
    ),
    "times": (
        "Năm 1803, Trần Văn Tám theo vua đánh giặc.",
        "Năm 2017, Trần Văn Tám là sinh viên.",
    ),
}


@pytest.mark.parametrize("texts", ONE.values(), ids=ONE)
def test_one_human(texts):
    assert groups(*texts) == [["a", "b"]]


@pytest.mark.parametrize("texts", TWO.values(), ids=TWO)
def test_two_humans(texts):
    assert ["a", "b"] not in groups(*texts)


def reasons(*texts):
    found = []
    for text in texts:
        persons = find_persons(f"{text} viết về Mường La.")
        [signs] = signs_of(text, persons)
        found.append(Group.of(Appearance("a", 0, persons[0].name, None, persons[0], signs)))
    return dict(human_reasons(*found)) | dict(career_reasons(*found))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Trần Văn Tám (1920 – 1999)", "từ năm 2003 đến năm 2006", "no age for the office"),
        ("Trần Văn Tám (sinh năm 1951)", "từ năm 1961 đến năm 1964", "no age for the office"),
        ("Trần Văn Tám (sinh năm 1951)", "từ năm 1991 đến năm 1994", None),
        (
            "Ông Trần Văn Tám làm Bí thư Tỉnh ủy Cà Mau từ năm 1951 đến năm 1954,",
            "từ năm 2001 đến năm 2004",
            "other times of office",
        ),
        (
            "Ông Trần Văn Tám làm Bí thư Tỉnh ủy Cà Mau từ năm 1981 đến năm 1984,",
            "từ năm 2001 đến năm 2004",
            None,
        ),
    ],
)
def test_a_career_has_its_ages_and_its_length(one, other, reason):
    found = reasons(one, f"Ông Trần Văn Tám làm Bí thư Tỉnh ủy Sơn La {other},")
    told = {"no age for the office", "other times of office"} & found.keys()
    assert told == ({reason} if reason else set())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nhạc sĩ Trần Văn Tám", "Ông Trần Văn Tám, Bí thư Tỉnh ủy Cà Mau,"),
        ("Linh mục Trần Văn Tám", "Thiếu tướng Trần Văn Tám"),
        ("Cầu thủ Trần Văn Tám", "Sử gia Trần Văn Tám"),
    ],
)
def test_people_of_two_fields_are_two(one, other):
    assert "other field" in reasons(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sử gia Trần Văn Tám", "Nhà sử học Trần Văn Tám"),
        ("Ca sĩ Trần Văn Tám", "Nghệ sĩ ưu tú Trần Văn Tám"),
    ],
)
def test_callings_of_one_field_speak_for_one_human(one, other):
    assert "same field" in reasons(one, other)


def test_one_human_may_be_a_soldier_and_hold_an_office():
    assert "other field" not in reasons(
        "Thiếu tướng Trần Văn Tám", "Ông Trần Văn Tám, Bí thư Tỉnh ủy Cà Mau,"
    )


def test_bodies_named_near_speak_for_one_human():
    texts = (
        "Trần Văn Tám dự họp với Ban Quản lý Khu kinh tế Dung Quất.",
        "Ban Quản lý Khu kinh tế Dung Quất mời Trần Văn Tám.",
    )
    first, second = (signs_of(text, find_persons(text)) for text in texts)
    assert first[0].bodies & second[0].bodies


BOX = (
    "# Lò Văn Nọi\n\n| Lò Văn Nọi | |\n|---|---|\nChủ tịch UBND tỉnh Cà Mau | |\n"
    "| Nhiệm kỳ | 2001 – 2004 |\n| {} | Trần Văn Tám |\n"
)


@pytest.mark.parametrize("label", ["Tiền nhiệm", "Kế nhiệm", "Người kế nhiệm"])
def test_who_stands_in_the_box_of_an_office_has_held_it(label):
    text = BOX.format(label)
    named = find_persons(text)
    [at] = [at for at, each in enumerate(named) if each.name == "Trần Văn Tám"]
    seats = signs_of(text, named)[at].seats
    assert [each.organization for each in seats] == ["Ủy ban nhân dân tỉnh Cà Mau"]
    assert named[at].positions == ()
    assert ["a", "b"] in groups(text, "Chủ tịch UBND tỉnh Cà Mau Trần Văn Tám dự.")


def test_other_rows_of_a_box_give_no_seat():
    text = BOX.format("Phó Chủ tịch")
    assert {each.seats for each in signs_of(text, find_persons(text))} == {()}


@pytest.mark.parametrize(
    "text",
    [
        "Trần Văn Tám 1961, tr. 414 nói rõ việc này.",
        "Xem Trần Văn Tám (1998). Lịch sử Mường La.",
        "Theo sử gia Trần Văn Tám thì việc này có thật.",
        "Trong *Lịch sử Mường La* của Trần Văn Tám có đoạn này.",
    ],
)
def test_who_is_cited_is_an_author(text):
    assert any(each.is_cited for each in signs_of(text, find_persons(text)))


@pytest.mark.parametrize(
    "text",
    ["Ông Trần Văn Tám (1940 - 2010) quê ở Cà Mau.", "Theo ông Trần Văn Tám, việc này có thật."],
)
def test_who_speaks_is_no_author(text):
    assert not any(each.is_cited for each in signs_of(text, find_persons(text)))


def test_company_tells_who_an_office_does_not():
    texts = (
        "Vụ án có các bị cáo Lò Mạnh Khương, Quàng Thị Dín, Trần Văn Tám và Cầm Bá Xuân.",
        "Cùng với Quàng Thị Dín và Cầm Bá Xuân, Trần Văn Tám bị tuyên án.",
        "Trần Văn Tám ghi bàn thắng ở phút cuối.",
    )
    found = [group for group in groups(*texts) if set(group) & {"a", "b"}]
    assert ["a", "b"] in found


def test_somebody_is_found_under_a_nickname():
    texts = (
        "Bí thư Tỉnh ủy Bến Tre Đoàn Văn Mẫn (Mười Nhãn) dự.",
        "Ông Mười Nhãn, Bí thư Tỉnh ủy Bến Tre, kể lại.",
    )
    assert ["a", "b"] in groups(*texts)


def test_a_name_at_birth_has_other_bearers():
    texts = (
        "Ông Lê Quốc Ân (tên khai sinh là Trần Văn Tám), Bí thư Tỉnh ủy Bến Tre, nói.",
        "Cầu thủ Trần Văn Tám ghi bàn.",
    )
    assert ["a", "b"] not in groups(*texts)


def test_doubts_say_why():
    text = "Ông Trần Văn Tám, Phó Chủ tịch UBND {}, nói."
    documents = [
        SimpleNamespace(id=unit, metadata={}, text=text.format(unit), persons=[])
        for unit in ("tỉnh Cà Mau", "tỉnh Lai Châu")
    ]
    for each in documents:
        each.persons = find_persons(each.text, places=find_places(each.text))
    resolution = resolve_persons(documents, decide=lambda *_: False)
    assert resolution.doubts
    assert all("other province" in doubt.reasons for doubt in resolution.doubts)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Lê Văn Tám (1930-2004) là nhạc sĩ.", 1930),
        ("Ông Lê Văn Tám (SN 1958, trú tại thôn Hoành) khai.", 1958),
        ("Lê Văn Tám, sinh năm 1960, quê ở Huế.", 1960),
        ("Lê Văn Tám (sinh ngày 3 tháng 2 năm 1961) nói.", 1961),
        ("Lê Văn Tám (2008 – 2014) là thứ trưởng.", None),
        ("Lê Văn Tám nói năm 1960.", None),
    ],
)
def test_year_of_birth(text, born):
    [signs] = signs_of(text, find_persons(text))
    assert signs.born == born


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("phaolô bùi văn đọc", "bùi văn đọc"),
        ("đa minh lê văn tám", "lê văn tám"),
        ("nguyễn lê hoàng anh", "nguyễn lê hoàng anh"),
        ("y thanh hà niê kđăm", "y thanh hà niê kđăm"),
    ],
)
def test_baptismal_names(name, without):
    assert without_baptismal(name) == without


def test_nicknames_are_no_ordinary_names():
    assert not is_ordinary("mười cúc")
    assert not is_ordinary("sáu dân")
    assert is_ordinary("nguyễn văn cúc")


def test_the_figure_counts_pairs():
    text = "Ông Lò Văn Nọi, Bí thư Tỉnh ủy Sơn La, phát biểu."
    gold = [
        {"id": name, "persons": [{"person": person, "mentions": [[4, 14]]}]}
        for name, person in (("a", 1), ("b", 1), ("c", 2))
    ]
    documents = [
        SimpleNamespace(id=name, metadata={}, text=text, persons=find_persons(text))
        for name in "abc"
    ]
    figure = identity_figure(gold, resolve_persons(documents))
    assert (figure.gold, figure.predicted, figure.right) == (1, 3, 1)
    missed = identity_figure(gold, resolve_persons([]))
    assert (missed.gold, missed.predicted) == (1, 0)
