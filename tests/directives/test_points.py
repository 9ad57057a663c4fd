"""Names of bodies with points and capitals: no sentence ends in them, no word goes on into them."""

import pytest

from vnpolitext.directives import find_directives

BODIES = [
    "Ủy ban nhân dân TP. Mường Khoa",
    "UBND TP. Mường Khoa",
    "UBND TP.Mường Khoa",
    "UBND TP Mường Khoa",
    "UBND Tp. Mường Khoa",
    "UBND TX. Sông Lam",
    "UBND TT. Bản Lầu",
    "UBND Q. 5",
    "UBND H. Mường Khoa",
    "Thành ủy TP. Mường Khoa",
    "Ủy ban Mặt trận Tổ quốc Việt Nam TP. Mường Khoa",
    "Ban Tổ chức T.Ư",
    "Sở Y tế TP.HCM",
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    ("form", "action"),
    [
        ("Giao {} tổ chức thực hiện Nghị quyết", "tổ chức thực hiện"),
        ("{} tổ chức thực hiện Nghị quyết", "tổ chức thực hiện"),
        ("Đề nghị {} phối hợp tuyên truyền", "phối hợp tuyên truyền"),
        ("{} có trách nhiệm báo cáo", "báo cáo"),
    ],
)
def test_a_body_with_a_point_acts(body: str, form: str, action: str) -> None:
    text = f"Tổ chức thực hiện:\n1. {form.format(body)}.\n2. Giao Sở Nội vụ báo cáo."
    first = find_directives(text)[0]
    assert [actor.text for actor in first.actors] == [body]
    assert [found.text for found in first.actions] == [action]


@pytest.mark.parametrize("address", ["đồng chí", "đ/c", "Đ/c"])
def test_a_comrade_acts_however_he_is_addressed(address: str) -> None:
    text = f"Việc cần làm:\n1. Giao {address} Lò Văn An lập danh sách.\n2. Xã họp."
    first = find_directives(text)[0]
    assert [actor.text for actor in first.actors] == [f"{address} Lò Văn An"]
    assert [found.text for found in first.actions] == ["lập"]


def test_bodies_with_points_stand_in_a_row() -> None:
    text = "Giao:\n1. UBND TP. Mường Khoa, UBND H. Nậm Sả và Sở Y tế lập danh sách.\n2. Xã họp."
    first = find_directives(text)[0]
    names = ["UBND TP. Mường Khoa", "UBND H. Nậm Sả", "Sở Y tế"]
    assert [actor.text for actor in first.actors] == names


def test_a_sentence_ends_behind_other_words() -> None:
    text = "Giao:\n1. Sở Y tế lập danh sách. UBND TP. Mường Khoa báo cáo kết quả.\n2. Xã họp."
    first = find_directives(text)[0]
    assert [found.text for found in first.actions] == ["lập", "báo cáo"]


@pytest.mark.parametrize(
    "body",
    [
        "Ban Tổ chức Trung ương",
        "Ban Thường vụ Đảng ủy xã",
        "Ban Quản lý khu công nghiệp",
        "Ban Dân tộc tỉnh",
        "Ban Chỉ huy Quân sự xã",
        "Hội Nông dân tỉnh",
    ],
)
def test_to_charge_a_committee_is_no_briefing(body: str) -> None:
    text = f"Việc cần làm:\n1. Giao {body} lập danh sách.\n2. Sở Y tế giao ban hằng tuần."
    first, second = find_directives(text)
    assert [found.text for found in first.actions] == ["lập"]
    assert [actor.text for actor in first.actors] == [body]
    assert [found.text for found in second.actions] == ["giao ban"]


def test_a_heading_in_capitals_orders_nothing() -> None:
    text = "1. TỔ CHỨC THỰC HIỆN CÁC NHIỆM VỤ\na) Sở Y tế lập danh sách.\n2. GIÁM SÁT\na) Xã họp."
    assert find_directives(text)[0].actions == ()


@pytest.mark.parametrize(
    "order",
    [
        "Học tập văn kiện Đại hội và viết thu hoạch",
        "Thực hiện Nghị quyết T.Ư 4 khóa XII",
        "Tạp chí của tỉnh mở chuyên mục",
        "Nghiên cứu Hồ Chí Minh toàn tập",
    ],
)
def test_orders_below_a_colon_are_no_notes(order: str) -> None:
    text = f"Các chi bộ có hai việc:\n1. {order}.\n2. {order} lần hai."
    assert [item.number for item in find_directives(text)] == [1, 2]


@pytest.mark.parametrize("head", ["Chú thích:", "Tài liệu tham khảo:", "Ghi chú"])
def test_notes_below_their_heading_are_no_orders(head: str) -> None:
    notes = "1. Rừng, Nxb Mây, 2031, tr. 5.\n2. Nước, Nxb Mây, t. II."
    text = f"Xã đã họp và bàn về việc giữ rừng.\n\n{head}\n{notes}"
    assert find_directives(text) == []
