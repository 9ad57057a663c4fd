"""The body of who signs a page without its letterhead, from what the page says of its issuer."""

import pytest

from vnpolitext.officials import Person, find_persons

SIGNED = "|\n**KT. CHỦ TỊCH**\n**PHÓ CHỦ TỊCH**\n**Lò Văn Khánh**\n|\n\n"
ANNEX = "**PHỤ LỤC I**\n\n*(Kèm theo Quyết định số 12/QĐ-UBND ngày 20/11/2025 của {})*\n"


def only(found: list[Person]) -> tuple[str | None, str | None]:
    [person] = [each for each in found if each.positions]
    return person.positions[-1].organization, person.positions[-1].level


@pytest.mark.parametrize(
    ("issuer", "organization"),
    [
        ("Chủ tịch Ủy\nban nhân dân tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La"),
        ("UBND tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La"),
        ("Ủy ban nhân dân thành phố Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"),
    ],
)
def test_an_annex_tells_who_issued_the_document(issuer: str, organization: str) -> None:
    assert only(find_persons(SIGNED + ANNEX.format(issuer))) == (organization, "province")


def test_a_resolution_tells_who_passed_it() -> None:
    text = (
        "Nghị quyết này đã được Hội đồng nhân dân thành\nphố Hải Phòng khoá XVI, kỳ họp thứ 5 "
        "thông qua ngày 5/5/2025./.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nLò Văn Khánh\n"
    )
    organization = "Hội đồng nhân dân thành phố Hải Phòng"
    assert only(find_persons(text)) == (organization, "province")


def test_two_issuers_tell_nothing() -> None:
    text = SIGNED + ANNEX.format("UBND tỉnh Sơn La") + ANNEX.format("UBND tỉnh Lai Châu")
    assert "Sơn La" not in str(only(find_persons(text)))


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("BỘ TRƯỞNG", "Bộ Lao động - Thương binh và Xã hội"),
        ("GIÁM ĐỐC", "Bảo hiểm xã hội Việt Nam"),
    ],
)
def test_society_is_no_commune(office: str, body: str) -> None:
    text = f"(Kèm theo Công văn số 5/CV ngày 5/5/2025 của {body})\n\n{office}\nLò Văn Khánh\n"
    assert only(find_persons(text)) == (body, "central")


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        (
            "Thủ tướng gặp Tổng Bí thư, Chủ tịch nước Trung Quốc Tập Cận Bình. Tổng Bí thư Tập Cận "
            "Bình cảm ơn.",
            [None, None, None],
        ),
        (
            "Ủy viên Bộ Chính trị, Bộ trưởng Ngoại giao Trung Quốc Vương Nghị nói.",
            ["Bộ Chính trị", "Bộ Ngoại giao Trung Quốc"],
        ),
    ],
)
def test_who_leads_another_country_holds_nothing_of_this(
    text: str, organizations: list[str | None]
) -> None:
    [person] = [each for each in find_persons(text) if each.positions]
    assert [each.organization for each in person.positions] == organizations
    assert {each.branch for each in person.positions} == {"other"}
    assert {each.level for each in person.positions} == {None}


def test_a_city_committee_is_not_of_a_province_beside_it() -> None:
    text = "Ông Lò Văn Khánh làm Phó Bí thư Thành ủy. Trước đó ông là Bí thư Tỉnh ủy Kiên Giang."
    [person] = find_persons(text)
    assert person.positions[0].organization == "Thành ủy"
    assert person.positions[0].level is None


def test_a_body_pointed_at_is_no_name() -> None:
    text = "Bộ trưởng Bộ Nội vụ thăm. Sở này họp. Giám đốc Lò Văn Khánh nói."
    assert only(find_persons(text)) == (None, None)


@pytest.mark.parametrize(
    "verb", ["Báo cáo về kết quả", "Phát biểu tại hội nghị", "Trả lời báo chí"]
)
def test_a_verb_with_a_capital_ends_a_name(verb: str) -> None:
    assert [each.name for each in find_persons(f"Ông Lò Văn Khánh {verb}.")] == ["Lò Văn Khánh"]


def test_a_dash_before_a_number_stays_as_it_is() -> None:
    [person] = find_persons("Ủy viên Ban Chỉ đạo phòng, chống COVID-19 Lò Văn Khánh nói.")
    assert person.positions[0].normalized == "Ủy viên Ban Chỉ đạo phòng, chống COVID-19"


@pytest.mark.parametrize(
    "head",
    [
        "TỈNH ỦY NGHỆ AN\n*\nSố 12-NQ/TU\n\nNội dung.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\n",
        "ĐẢNG BỘ TỈNH NGHỆ AN\nTỈNH ỦY\n*\nSố 12-NQ/TU\n\nNội dung.\n\nT/M TỈNH ỦY\nBÍ THƯ\n\n",
    ],
)
def test_a_letterhead_needs_no_motto_where_nothing_else_stands_over_the_number(head: str) -> None:
    assert only(find_persons(f"{head}Lò Văn Khánh\n")) == ("Tỉnh ủy Nghệ An", "province")


@pytest.mark.parametrize(
    ("head", "body", "level"),
    [
        ("TỈNH ỦY GIA LAI          ĐẢNG CỘNG SẢN VIỆT NAM\n*", "Tỉnh ủy Gia Lai", "province"),
        ("TỈNH ỦY GIA LAI\tĐẢNG CỘNG SẢN VIỆT NAM\n*", "Tỉnh ủy Gia Lai", "province"),
        ("ĐẢNG BỘ TỈNH GIA LAI\nHUYỆN ỦY ĐỨC CƠ\n*", "Huyện ủy Đức Cơ", "district"),
        ("ĐẢNG BỘ TỈNH GIA LAI\nĐẢNG ỦY XÃ ĐỨC CƠ\n*", "Đảng ủy xã Đức Cơ", "commune"),
        ("TỈNH ỦY GIA LAI\n*", "Tỉnh ủy Gia Lai", "province"),
    ],
)
def test_a_board_signs_for_the_body_of_the_letterhead(head: str, body: str, level: str) -> None:
    text = (
        f"{head}\nSố: 12-KH/TU\n\nKẾ HOẠCH\nvề trồng rừng\n\nGiao các xã trồng rừng.\n\n"
        "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\n(Đã ký)\n\nVũ Trọng Bằng\n"
    )
    [position] = [p for person in find_persons(text) for p in person.positions]
    assert (position.organization, position.level) == (body, level)
    assert position.completed_from == "letterhead"


def test_a_board_of_nobody_named_is_no_body() -> None:
    text = "KẾ HOẠCH\nvề trồng rừng\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\n(Đã ký)\n\nVũ Trọng Bằng\n"
    [position] = [p for person in find_persons(text) for p in person.positions]
    assert position.organization is None
