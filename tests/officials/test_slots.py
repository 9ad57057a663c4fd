"""Names told by the place they fill in a list, and capitals after an office that are none."""

import pytest

from vnpolitext.officials import find_persons

KNOWN = ["Đặng Văn Tuế", "Ngô Thị Bích Loan", "Phan Quốc Trưng", "Lê Thị Mận"]
STRANGE = ["Sa Kim", "Bich Zhan", "Thân Trọng", "Wkrông Zế"]


def mentions(text: str) -> list[str]:
    found = sorted(span for person in find_persons(text) for span in person.mentions)
    return [text[first:last] for first, last in found]


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize(
    "item",
    [
        "- 1975-1980, {}, Thiếu tướng",
        "- {} (1975 - 1980)",
        "Họ và tên: {} - Chức vụ: Giám đốc Sở Y tế",
        "- {} [Giám đốc Sở Y tế]",
        "{} — Giám đốc Sở Y tế",
    ],
)
def test_other_capitals_in_the_place_of_names_are_a_name(item: str, strange: str) -> None:
    people = [*KNOWN[:2], strange, *KNOWN[2:]]
    assert mentions("\n".join(item.format(name) for name in people)) == people


@pytest.mark.parametrize(
    "text",
    [
        "- Đặng Văn Tuế (1975 - 1980)\n- Sa Kim (1980 - 1985)\n- Thân Trọng (1985 - 1990)\n",
        "\n".join(f"- {name}, tỉnh Hà Giang" for name in [*KNOWN, "Việt Nam", "Hà Nội"]),
    ],
)
def test_too_few_names_tell_no_place_and_units_fill_none(text: str) -> None:
    assert set(mentions(text)) <= set(KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "{} (tiếng Trung: 俞; sinh tháng 4 năm 1945) là một chính khách.",
        "**{}** (sinh năm 1950) từng dạy học.",
        "{} (1930–1999) là nhà văn.",
    ],
)
@pytest.mark.parametrize("name", ["Du Chấn Thành", "Fwan Jiêng"])
def test_a_life_in_brackets_tells_a_name(text: str, name: str) -> None:
    text = text.format(name)
    assert mentions(text) == [name]


def test_years_of_a_thing_are_no_life() -> None:
    assert mentions("Hội Tân Dân (1930–1939) là một tổ chức yêu nước.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trước đó ông Vương Kỳ là Bí thư tỉnh ủy Hồ Bắc.", ["Vương Kỳ"]),
        ("Bà Lý Mai làm Thị trưởng Thiên Tân năm 1990.", ["Lý Mai"]),
        ("Ông Hạ Bình từng là Phó Chủ tịch Golden Sax.", ["Hạ Bình"]),
        ("Ông gặp cựu Thủ tướng Thaxin ở Thái Lan.", ["Thaxin"]),
        ("Chủ tịch Ủy ban châu Âu (EC) Ursula von der Mayen nói.", ["Ursula von der Mayen"]),
        ("Công chúa Thái Lan Maha Chakri Sirinthon đến thăm.", ["Maha Chakri Sirinthon"]),
        ("Luật sư Winyat Chartmontri cho biết.", ["Winyat Chartmontri"]),
        ("Phóng viên New York Times đưa tin.", []),
        ("Một nhà ngoại giao Hàn Quốc đến thăm.", []),
    ],
)
def test_what_stands_after_an_office_or_a_calling(text: str, names: list[str]) -> None:
    assert mentions(text) == names
