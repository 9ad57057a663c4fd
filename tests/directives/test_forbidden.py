"""What a list forbids is no order to do it; a heading that only names somebody orders nothing."""

import pytest

from vnpolitext.directives import find_directives


@pytest.mark.parametrize(
    ("lead", "word"),
    [
        ("Các hành vi bị nghiêm cấm trong quản lý bến đò gồm:", "bị nghiêm cấm"),
        ("Điều 8 Quy chế chợ nổi quy định các hành vi bị cấm như sau:", "bị cấm"),
        ("Nghiêm cấm các hành vi sau đây:", "Nghiêm cấm"),
        ("Cấm các hành vi:", "Cấm"),
        ("Những việc người giữ rừng không được làm bao gồm:", "không được"),
        ("Chủ bến đò không được:", "không được"),
        ("Người trông kho không được có các hành vi sau:", "không được"),
        ("Điều 7. Các hành vi bị nghiêm cấm", "bị nghiêm cấm"),
    ],
)
def test_what_a_list_forbids_is_forbidden(lead, word):
    acts = "1. Bẻ khóa kho thóc giống.\n2. Nhận quà của người mua.\n3. Các hành vi khác."
    text = f"Quy chế chợ nổi\n{lead}\n{acts}"
    *acts, others = find_directives(text)
    assert [(item.role, item.strength.level) for item in acts] == [("task", 5)] * 2
    assert {item.strength.text for item in acts} == {word}
    assert all(text[i.strength.start : i.strength.end] == word for i in acts)
    assert others.role == "topic"


@pytest.mark.parametrize(
    "lead",
    [
        "Phạt tiền đối với một trong các hành vi bị nghiêm cấm sau:",
        "Xử lý người có hành vi bị nghiêm cấm theo các bước sau:",
        "Các việc không bị cấm trong mùa nước nổi gồm:",
        "Người trông kho không được vắng mặt và có nhiệm vụ:",
        "Xã nghiêm cấm đốt đồng. Các thôn làm những việc sau:",
    ],
)
def test_other_words_above_forbid_nothing(lead):
    items = find_directives(f"{lead}\n1. Mở khóa kho thóc giống.\n2. Nhận quà của người mua.")
    assert all(item.strength is None or item.strength.level < 5 for item in items)


@pytest.mark.parametrize(
    "name", ["Sở Y tế", "Các sở, ban, ngành", "Ủy ban nhân dân các xã", "Đài Phát thanh tỉnh:"]
)
def test_a_heading_that_names_somebody_orders_nothing(name):
    outer, first, second, *_ = find_directives(
        f"1. {name}\na) Tiêm vắc xin cho trẻ.\nb) Báo cáo kết quả.\n"
        "2. Sở Nội vụ\na) Cử cán bộ.\nb) Rà soát."
    )
    assert outer.role == "topic"
    assert not outer.is_directive
    assert first.is_directive
    assert [actor.text for actor in first.actors] == [actor.text for actor in second.actors]
    assert first.actors
