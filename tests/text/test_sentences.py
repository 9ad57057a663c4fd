"""Sentences: one pair table, and properties over any input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.text import sentences

# "‖" stands between two sentences, for the blank or line break there.
PAIRS = [
    "Hội nghị khai mạc.‖Đại biểu dự đông đủ!‖Ai vắng?‖Không ai…‖Tốt.",
    "Bà sinh năm 1950.[1][12]‖Quê ở Huế.[3]",
    "Ông nói: “Phải làm ngay.”‖Mọi người vỗ tay.",
    "(Xem Điều 5.)‖Hết.",
    "TS. Lê An và PGS.TS. Trần Bình dự.‖Th.S. Mai vắng.",
    "Ông ở TP. Vinh.‖Bà ở Tp. Huế, tr. 25 có ghi.",
    "Có gạo, muối v.v.‖Bà con phấn khởi.",
    "Có gạo, muối v.v. và vải.",
    "C. Mác và Ph. Ăng-ghen viết Tuyên ngôn.‖V. I. Lê-nin kế tục.",
    "V.I. Lênin sinh năm 1870.",
    "Nguyễn Văn A.‖Ông là bị can.",
    "Thiếu vitamin C.‖Da khô.",
    "1. Mục tiêu chung.‖2. Mục tiêu cụ thể.",
    "I. Tình hình.‖A. Thuận lợi nhiều.‖1.1. Kết quả tốt.",
    "Ngày 01.7.2025 có hiệu lực.‖Số 1.250.000 đồng.",
    "Theo Nghị quyết 18-NQ/TW.‖Tăng 98,5%.‖Năm 2024.‖Năm 2025.",
    "Xem www.chinhphu.vn.‖Gửi về a.b@c.vn.",
    "Dừng... rồi đi tiếp.‖Xong...‖Đi.",
    "Họp lúc 8 giờ.‖“Tốt lắm”, bà nói.",
    "ĐỒNG CHÍ PHÁT BIỂU.‖HỘI NGHỊ BẾ MẠC.",
    "Điều 5. Tổ chức thực hiện.‖Chương II. Quyền của dân.‖Phụ lục A. Danh mục.",
    "Thi hành Điều 5.‖Các cơ quan làm.",
    "Điều 5a. Trách nhiệm của xã.‖Khoản 12b. Kinh phí.",
    "Đoàn đi lúc 8h.‖Xã đón.",
    "Ông D. Trần nói.‖Bà K. Harris đến Hà Nội.‖Đồng chí Nguyễn V. Hùng vắng.",
    "PGS.TS. Nguyễn V. Mây và ThS. Trần Đ. Gió dự.‖Ông Mây vui.",
    "Họp ở P. Bến Nghé, Q. 1 và P. 5.‖Sau đó, về Khu C.‖Ông nói.",
    "Hội nghị của Khu V.‖Năm sau, họp tiếp.",
    "Họp tại KP. 3, P. Gió Mây, Q. 1.‖Nhân dân KP. Bình Gió phấn khởi.‖Bà ở TDP. 4 vui.",
    "Nhà ở q. 3, p. 5, tx. Sơn Gió.‖Chi bộ kp. 12 họp.‖Cán bộ Q. 3 dự.‖Công an TP. X vào cuộc.",
    "UBND Q. Bình Gió và Công an P. Bến Mây họp.‖H. Sa Gió làm việc với X. Tả Mây.",
    "Số 15/3 Đ. Lê Lợi, KP. 2.‖Trụ sở ở 7 Đ. Trần Gió.‖Cầu qua S. Đà thông xe.‖Xe chạy trên QL. 1.",
    "Trụ sở ở khu I - P. Cầu Gió, gần ĐT. 743.‖Khu I, P. Cầu Mây vui.",
    "Đại hội lần thứ X.‖Ban Chấp hành họp.‖Các khóa VIII, IX, X.‖Ông dự khóa IX và X.‖Năm 1997.",
    "Nông dân X. Gió Mây vui.‖Trung tâm hành chính Q. Gió Núi mở cửa.‖Phòng NN H. Gió Lộc họp.",
    "Thăm nhóm B.‖Thí sinh khối H.‖Thí sinh vui, ở chiến khu Đ.‖Đài Phát thanh đưa tin.",
    "Tìm ông Nguyễn Văn Đ.‖Bà khai về Lê Thị S.‖Bình Gió là quê bà, nơi có KCN.‖Theo bà, tốt.",
]


@pytest.mark.parametrize("text", PAIRS)
@pytest.mark.parametrize("gap", [" ", "\n", "\r\n", " \n\n "])
def test_where_sentences_end(text: str, gap: str) -> None:
    assert [sentence.text for sentence in sentences(text.replace("‖", gap))] == text.split("‖")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nghị lần\nthứ hai họp", ["Hội nghị lần\nthứ hai họp"]),
        ("Họp bàn về\n  đại hội, bầu cử", ["Họp bàn về\n  đại hội, bầu cử"]),
        ("Họp bàn về\nđ) đại hội", ["Họp bàn về", "đ) đại hội"]),
        ("Hội nghị\n\nlần thứ hai", ["Hội nghị", "lần thứ hai"]),
        ("NGHỊ QUYẾT\nVề công tác cán bộ", ["NGHỊ QUYẾT", "Về công tác cán bộ"]),
        ("Gồm:\nsách và vở", ["Gồm:", "sách và vở"]),
        ("Một việc\na) thứ nhất", ["Một việc", "a) thứ nhất"]),
        ("Một việc\n- thứ nhất", ["Một việc", "- thứ nhất"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_line_breaks(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


MESSY = st.text(st.sampled_from('abcĐÂ .!?…"”)\n\r1:;-\ud800\U0001f600\u0301'), max_size=60)


@given(MESSY | st.text(max_size=40))
@settings(max_examples=400, deadline=None)
def test_sentences_cover_all_but_blanks(text: str) -> None:
    place = 0
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert not text[place : sentence.start].strip()
        place = sentence.end
    assert not text[place:].strip()
