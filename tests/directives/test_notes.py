"""Numbered notes are no orders: those under their heading, and those that explain a form."""

import pytest

from vnpolitext import find_directives

NOTES = "(1) Ghi tên cơ quan.\n\n(2) Ghi ngày tháng.\n"


@pytest.mark.parametrize(
    "heading", ["Chú thích:", "**Chú thích:**", "*Ghi chú:*", "_Chú thích:_", "GHI CHÚ", "Chú giải"]
)
def test_notes_under_their_heading(heading):
    assert find_directives(f"{heading}\n\n{NOTES}") == []


def test_notes_with_bullets():
    assert find_directives("Ghi chú:\n\n- (1) Ghi tên cơ quan.\n- (2) Ghi ngày tháng.\n") == []


@pytest.mark.parametrize("blank", ["……({})……", ".... ({})", "____({})", "xã ({})......"])
def test_notes_of_the_blanks_of_a_form(blank):
    head = f"Kính gửi: {blank.format(1)}\nTên tôi là: {blank.format(2)}\n\nNGƯỜI LÀM ĐƠN\n\n"
    assert find_directives(head + NOTES) == []


def test_a_list_that_a_sentence_announced_by_its_numbers_is_one():
    text = "Ba việc (1), (2) và (3) là:\n(1) Rà soát biên chế.\n(2) Báo cáo kết quả.\n"
    assert [item.number for item in find_directives(text)][-2:] == [1, 2]
