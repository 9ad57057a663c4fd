"""Bodies of a province that the text does not name are the publisher's. Invented sentences."""

import pytest

import vnpolitext as vp
from vnpolitext.officials import find_persons


def bodies(text, **arguments):
    """Body and origin of each office of a text."""
    return [
        (position.organization, position.completed_from)
        for person in find_persons(text, **arguments)
        for position in person.positions
    ]


@pytest.mark.parametrize(
    ("text", "province", "body"),
    [
        ("Chủ tịch UBND tỉnh Mùa A Sơn dự.", "Điện Biên", "Ủy ban nhân dân tỉnh Điện Biên"),
        ("Chủ tịch UBND tỉnh Mùa A Sơn dự.", "tỉnh Điện Biên", "Ủy ban nhân dân tỉnh Điện Biên"),
        ("Bí thư Tỉnh ủy Mùa A Sơn dự.", "Điện Biên", "Tỉnh ủy Điện Biên"),
        ("Giám đốc Sở Y tế Mùa A Sơn dự.", "Điện Biên", "Sở Y tế tỉnh Điện Biên"),
        ("Giám đốc Sở Y tế Mùa A Sơn dự.", "Hà Nội", "Sở Y tế thành phố Hà Nội"),
        ("Bí thư Thành ủy Mùa A Sơn dự.", "Hà Nội", "Thành ủy Hà Nội"),
    ],
)
def test_a_body_of_a_province_is_the_publishers(text, province, body):
    assert bodies(text, province=province) == [(body, "argument")]
    assert bodies(text) != [(body, "argument")]


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Tỉnh ủy Sơn La Lò Văn Nọi tiếp Chủ tịch UBND tỉnh Mùa A Sơn.",
        "Tại tỉnh Lai Châu và tỉnh Sơn La, Chủ tịch UBND tỉnh Mùa A Sơn phát biểu.",
        "Bộ trưởng Bộ Y tế Mùa A Sơn dự.",
        "Bí thư Huyện ủy Mùa A Sơn dự.",
        "Bí thư Tỉnh ủy Sơn La Mùa A Sơn dự.",
        "Giám đốc Công ty Than Mùa A Sơn dự.",
        "Bí thư Thành ủy Mùa A Sơn dự.",
    ],
)
def test_never_against_what_the_text_tells(text):
    assert "argument" not in {origin for _, origin in bodies(text, province="Điện Biên")}
    assert bodies(text, province="Điện Biên") == bodies(text)


@pytest.mark.parametrize(
    ("province", "day", "body"),
    [
        ("Bắc Giang", "2020-01-01", "Tỉnh ủy Bắc Giang"),
        ("Bắc Giang", "2026-01-01", "Tỉnh ủy Bắc Ninh"),
    ],
)
def test_the_day_decides_what_the_province_is_called(province, day, body):
    text = "Bí thư Tỉnh ủy Mùa A Sơn dự."
    assert bodies(text, province=province, as_of=day) == [(body, "argument")]


@pytest.mark.parametrize(("day", "code"), [("2022-05-01", "098"), ("2026-01-01", None)])
def test_the_day_decides_what_unit_is_linked(day, code):
    [person] = find_persons("Bí thư Huyện ủy huyện Tủa Chùa Mùa A Sơn dự.", as_of=day)
    place = person.positions[0].place
    assert place is not None
    assert place.name == "Tủa Chùa"
    assert code is None or place.code == code


def test_a_signature_for_the_committee_of_the_province():
    text = "Nơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN TỈNH\nCHỦ TỊCH\n\n\nMùa A Sơn"
    assert bodies(text, province="Điện Biên") == [("Ủy ban nhân dân tỉnh Điện Biên", "argument")]


def test_analyze_hands_on_what_it_is_told():
    text = "Chủ tịch UBND tỉnh Mùa A Sơn dự hội nghị."
    for analysis in (
        vp.analyze(text, province="Điện Biên"),
        vp.analyze(text, metadata={"province": "Điện Biên"}),
    ):
        [position] = analysis.persons[0].positions
        assert position.organization == "Ủy ban nhân dân tỉnh Điện Biên"
        assert position.completed_from == "argument"


@pytest.mark.parametrize("arguments", [{"province": "Điện Biênn"}, {"as_of": "gestern"}])
def test_a_wrong_argument_is_said(arguments):
    with pytest.raises(ValueError, match=r"province|date|day"):
        find_persons("Ông Mùa A Sơn nói.", **arguments)
