"""Texts that end anywhere: no place in a text is so awkward that reading fails there."""

import pytest

from vnpolitext.officials import find_persons

TEXTS = [
    "Từ Tân Lập (1945) đến nay, ông Lò Văn Mây (Bí thư Huyện ủy Mường Nhé) và bà Vàng Thị Suối dự.",
    "Thị xã Quảng Yên (từ năm 2011), đồng chí Giàng A Gió - Chủ tịch UBND xã Thanh Nưa (bên trái).",
    "Khấu Bá Hoài (1930-1999) là một nhà văn, nguyên Bí thư Chi bộ bản Mây.",
    "Ông Lò Văn An, Trưởng ban GS. TS. Mùa A Sơn, PGS Vàng Thị Suối và Giám đốc TS dự.",
    "NGUYỄN THỊ NÚI, Phó Trưởng ban, nguyên Bí thư Đảng ủy phường Bình An (2015 - 2020), dự.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_beginning_can_be_read(text):
    for end in range(len(text) + 1):
        for person in find_persons(text[:end]):
            assert all(end >= stop > start >= 0 for start, stop in person.mentions)
