"""Lines that a wrap has broken: decided for the whole text, the same for every reader."""

import textwrap

import pytest

from vnpolitext.directives import find_directives
from vnpolitext.layout import read_page
from vnpolitext.officials import find_persons

LONG = "Sáng nay, tại trung tâm hội nghị của tỉnh, đoàn công tác đã làm việc với"
WRAPPED = (
    f"{LONG}\nlãnh đạo các xã và các bản vùng cao về việc sửa kênh, mương và\nhồ, {LONG}\n"
    "bà con trong bản.\n"
)


def joined(before: str, after: str, *, wrapped: bool = True) -> bool:
    text = f"{WRAPPED if wrapped else ''}{before}\n{after}"
    return len(text) - len(after) - 1 in read_page(text).wraps


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trưa cùng ngày, cả đoàn đã về đến nhà khách cũ của Văn phòng cùng với ông Lò", "Văn An"),
        ("Đoàn đã về đến", "nhà khách"),
        ("Điều", "5. Hiệu lực thi hành"),
        ("2.", "Sở Nội vụ chủ trì"),
        ("Căn cứ Quyết định số", "12/QĐ-UBND ngày 5/6/2020"),
        ("có hiệu lực từ năm", "2020 trở đi"),
        ("Thư gửi về hòm thư có tên miền là", "@may.example; hoặc"),
    ],
)
def test_a_line_goes_on_in_a_wrapped_text(before: str, after: str) -> None:
    assert joined(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG, "- các xã"),
        (LONG, "a) các xã"),
        (f"{LONG} các khoản", "3. Các xã"),
        (LONG, "Điều 5. Các xã"),
        (LONG, "| các xã | các bản |"),
        (LONG, "KẾ HOẠCH PHÁT TRIỂN"),
        (LONG, "# các xã"),
        ("Lò Văn An", "Bí thư Huyện ủy"),
        ("Đoàn đã về đến nhà khách.", "Ngày mai, đoàn đi tiếp"),
        ("-" * 60, "các xã"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("PHÓ CHỦ TỊCH", "Mùa A Sơn"),
        ("Phó Chủ tịch Hội", "Mùa A Sơn"),
    ],
)
def test_a_line_ends_there_in_any_text(before: str, after: str) -> None:
    assert not joined(before, after)
    assert not joined(before, after, wrapped=False)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (LONG, "lãnh đạo các xã", True),
        (f"{LONG} bà Lục Thị Liễu, Phó", "Chủ tịch", True),
        ("Lò Văn An", "phó bí thư", False),
        (f"{LONG} việc giảm dân số", "Tỉnh ủy Mây", False),
        (f"{LONG} Sở Nội vụ", "Sở Y tế", False),
        (f"{LONG} các cơ quan gồm", "Sở Y tế", False),
    ],
)
def test_a_text_that_is_not_wrapped(before: str, after: str, expected: bool) -> None:
    assert joined(before, after, wrapped=False) is expected


def test_lines_of_front_matter_stay_apart() -> None:
    text = f"title: {LONG}\nslug: cac-xa-vung-cao\ncontent:\n{LONG}"
    assert read_page(text).wraps == []
    assert joined(f"{LONG} các xã như", "sau: Xã Mây")


def test_blocks_and_items_end_at_the_same_lines() -> None:
    item = "1. Giao Ủy ban nhân dân các xã vùng cao, các bản và các trường nội"
    text = f"{WRAPPED}\n{item}\ntrú tổ chức thực hiện\n\n2. Báo cáo.\n"
    page = read_page(text)
    [first, _] = find_directives(page)
    assert first.text == item + "\ntrú tổ chức thực hiện"
    assert first.text in [block.text for block in page.blocks]


def test_paragraphs_are_walked_from_their_lines() -> None:
    first = f"{LONG}\nlãnh đạo các xã."
    page = read_page(f"{first}\n\nHết")
    paragraphs, end, below = page.paragraphs, len(first), len(first) + 2
    assert paragraphs.end(0, 999) == end
    assert paragraphs.following(end + 1, 999) == below
    assert paragraphs.above(below) == (len(LONG) + 1, end)
    assert paragraphs.start(len(LONG) + 1) == 0
    assert paragraphs.is_apart(0, below)
    assert not paragraphs.is_apart(0, end - 1)


# Many words with a capital, provisions and dashes: whatever a line may begin with.
FILLED = (
    "Đồng chí Lò Thị Mây, Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch Hội đồng nhân dân tỉnh Mường "
    "Khoa, Trưởng Ban Chỉ đạo Chương trình Nước sạch Vùng cao giai đoạn 2026 - 2030, đã thay mặt "
    "Thường trực Hội đồng nhân dân tỉnh Mường Khoa tiếp Đoàn Đại biểu Quốc hội đơn vị số 4",
    "Theo quy định tại khoản 1 Điều 5, khoản 2 Điều 7 và khoản 3 Điều 9 Nghị định số 99/2031/NĐ-CP "
    "ngày 5/6/2031 thì Ủy ban nhân dân các huyện Nậm Sả, Tà Lùng, Pá Hu và Thị xã Mường Khoa phải "
    "nộp cho Sở Tài chính và Kho bạc Nhà nước khu vực XXI từ 40 - 50 triệu đồng một công trình",
    "Sở Nông nghiệp và Môi trường cùng Chi cục Thủy lợi trả lời Ủy ban Mặt trận Tổ quốc Việt "
    "Nam tỉnh Mường Khoa, Hội Nông dân, Hội Liên hiệp Phụ nữ và Đoàn Thanh niên Cộng sản Hồ Chí "
    "Minh về việc sửa kênh Bản Lầu - Nà Sản - Pá Hu trong Quý III và Quý IV",
)


@pytest.mark.parametrize("width", [58, 64, 72, 80, 97, 118])
@pytest.mark.parametrize("end", ["", ".", ";"])
def test_one_width_tells_which_lines_go_on(width: int, end: str) -> None:
    filled = [
        textwrap.fill(paragraph + end, width, break_on_hyphens=False)
        for paragraph in (*FILLED, LONG, *FILLED[::-1])
    ]
    wraps: list[int] = []
    at = 0
    for paragraph in filled:
        wraps += (at + place for place, mark in enumerate(paragraph) if mark == "\n")
        at += len(paragraph) + 2
    assert read_page("\n\n".join(filled)).wraps == wraps


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("quy định tại các điểm a, b, c và d", "khoản 3 Điều này", True),
        ("theo quy định tại khoản 3 và khoản 4", "Điều 12 của Nghị định này", True),
        ("theo quy định tại khoản 3 và khoản 4", "Điều 12. Hiệu lực thi hành", False),
        ("theo quy định tại khoản 3 và khoản 4", "khoản 3. Hồ sơ gồm có", False),
        ("theo quy định tại khoản 3 và khoản 4", "Mục II. Nhiệm vụ và giải pháp", False),
    ],
)
def test_a_provision_is_a_heading_with_a_mark(before: str, after: str, expected: bool) -> None:
    assert joined(f"{LONG} các xã vùng cao {before}", after) is expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{LONG} lãnh đạo các xã và các bản của tỉnh, huyện", "Cập nhật lúc 08:12, 5/6/2031"),
        (f"{LONG} lãnh đạo các xã theo Nghị quyết 5-NQ/TW", "25/10/2031 17:55"),
        ("                                Mường Khoa, ngày 5 tháng 6 năm 2031", "Số: 7-CTr/TU"),
    ],
)
def test_the_lines_of_a_page_stay_apart_in_a_wrapped_text(before: str, after: str) -> None:
    assert not joined(before, after)


def test_a_line_that_is_longer_than_the_others_is_not_wrapped() -> None:
    filled = "\n\n".join(textwrap.fill(each, 60, break_on_hyphens=False) for each in FILLED)
    title = "Chủ tịch Hội đồng nhân dân tỉnh Mường Khoa làm việc với Sở Nông nghiệp"
    text = f"{title}\nMùa A Sơn\n\n{filled}"
    assert len(title) > 60
    assert read_page(text).wraps[0] > len(title)


def test_the_number_of_a_document_begins_no_item() -> None:
    assert joined(f"{LONG} các xã theo Luật Đất đai và Nghị định", "64/CP ngày 27-9-2031 về đất")


def test_terms_in_a_wrapped_sentence_are_those_of_their_own_office() -> None:
    text = (
        f"{WRAPPED}\nTại kỳ họp thứ mười, Hội đồng nhân dân tỉnh Mường Khoa\nkhóa XI, nhiệm kỳ "
        "2031 - 2036 đã bầu ông Lò Văn An,\nTỉnh ủy viên, Giám đốc Sở Y tế, giữ chức Phó\nChủ tịch "
        "UBND tỉnh."
    )
    [person] = find_persons(text)
    assert [(each.title, each.since) for each in person.positions][:2] == [
        ("Tỉnh ủy viên", None),
        ("Giám đốc", None),
    ]
