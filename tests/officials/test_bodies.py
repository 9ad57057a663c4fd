"""The bodies of offices in full: from neighbours, sections, letterheads and definitions."""

import pytest

from vnpolitext.officials import find_persons
from vnpolitext.places import find_places

BODIES = [
    (
        "Ông Bùi Khắc Toản, Bí thư Đảng ủy, Hiệu trưởng Trường Đại học Cần Thơ, dự.",
        ["Đảng ủy Trường Đại học Cần Thơ", "Trường Đại học Cần Thơ"],
    ),
    (
        "Ông Bùi Khắc Toản, Phó Bí thư Đảng ủy, Giám đốc Công an tỉnh Sơn La, dự.",
        ["Đảng ủy Công an tỉnh Sơn La", "Công an tỉnh Sơn La"],
    ),
    (
        "Ông Bùi Khắc Toản, Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Công an tỉnh Sơn La, dự.",
        ["Ban Thường vụ Tỉnh ủy Sơn La", "Công an tỉnh Sơn La"],
    ),
    (
        # A steering committee is not the committee of the Party beside it.
        "Ông Bùi Khắc Toản, Phó Bí thư Huyện ủy Suối Vàng, Trưởng Ban Chỉ đạo, dự.",
        ["Huyện ủy Suối Vàng", "Ban Chỉ đạo Huyện ủy Suối Vàng"],
    ),
    (
        "Thủ tướng Bùi Khắc Toản, Trưởng Ban Chỉ đạo, dự.",
        ["Chính phủ", "Ban Chỉ đạo"],
    ),
    (
        "Ông Bùi Khắc Toản, Tư lệnh, Phó Bí thư Đảng ủy Quân khu 4, dự.",
        ["Quân khu 4", "Đảng ủy Quân khu 4"],
    ),
    (
        "Ông Bùi Khắc Toản, Bí thư Ban Cán sự đảng, Bộ trưởng Bộ Y tế, dự.",
        ["Ban Cán sự đảng Bộ Y tế", "Bộ Y tế"],
    ),
    (
        "Ông Bùi Khắc Toản, Ủy viên Trung ương Đảng, Bộ trưởng Ngoại giao, dự.",
        ["Ban Chấp hành Trung ương Đảng", "Bộ Ngoại giao"],
    ),
    (
        "Ông Bùi Khắc Toản, UVTV, Trưởng Ban Tổ chức Tỉnh ủy Lào Cai, dự.",
        ["Ban Thường vụ Tỉnh ủy Lào Cai", "Ban Tổ chức Tỉnh ủy Lào Cai"],
    ),
    (
        "Ông Bùi Khắc Toản, Phó Trưởng Ban Thường trực Ban Nội chính Tỉnh ủy Lào Cai, dự.",
        ["Ban Nội chính Tỉnh ủy Lào Cai"],
    ),
    (
        "Ông Bùi Khắc Toản, Chủ tịch UBND TP HCM, dự.",
        ["Ủy ban nhân dân thành phố Hồ Chí Minh"],
    ),
    (
        "Ông Bùi Khắc Toản, Phó Chủ tịch nước, dự.",
        [None],
    ),
    (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 12/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
        "NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSơn La, ngày 5 tháng 6 năm 2024\n\nQUYẾT "
        "ĐỊNH\nVề việc\n\nĐiều 1. Phê duyệt.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ "
        "CHỦ TỊCH\n\n\nBùi Khắc Toản\n",
        ["Ủy ban nhân dân tỉnh Sơn La"],
    ),
    (
        "UBND TỈNH SƠN LA\nSỞ NỘI VỤ\n\nSố: 12/SNV-CB\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
        "NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSơn La, ngày 5 tháng 6 năm 2024\n\nKính "
        "gửi: các huyện.\nThực hiện kế hoạch.\n\nGIÁM ĐỐC\n\n\nBùi Khắc Toản\n",
        ["Sở Nội vụ tỉnh Sơn La"],
    ),
    (
        "TỈNH ỦY SƠN LA\n*\nSố 12-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, ngày 5 tháng 6 "
        "năm 2024\n\nQUYẾT ĐỊNH\nvề công tác cán bộ\n\nĐiều 1. Phê duyệt.\n\nT/M BAN "
        "THƯỜNG VỤ\nPHÓ BÍ THƯ\n\n\nBùi Khắc Toản\n",
        ["Tỉnh ủy Sơn La"],
    ),
    (
        "Danh sách lãnh đạo xã Tả Van\n\nI. ĐẢNG ỦY XÃ\n\n- Ông Bùi Khắc Toản - Bí thư\n"
        "- Bà Tô Lệ Quyên - Phó Bí thư Thường trực\n\nII. HĐND XÃ\n\n- Ông Hoàng Văn Sự "
        "- Phó Chủ tịch\n- Ông Giàng A Vảng - Trưởng Ban Pháp chế\n",
        [
            "Đảng ủy xã Tả Van",
            "Đảng ủy xã Tả Van",
            "Hội đồng nhân dân xã Tả Van",
            "Ban Pháp chế Hội đồng nhân dân xã Tả Van",
        ],
    ),
    (
        "Ông Bùi Khắc Toản, Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam, dự.",
        ["Hội Liên hiệp Phụ nữ Việt Nam"],
    ),
    (
        "Thành lập Ban Chỉ đạo phòng, chống thiên tai tỉnh Sơn La (gọi tắt là Ban Chỉ "
        "đạo). Ông Bùi Khắc Toản làm Trưởng Ban Chỉ đạo.",
        ["Ban Chỉ đạo phòng, chống thiên tai tỉnh Sơn La"],
    ),
    (
        "Ông Bùi Khắc Toản, Bí thư Đảng ủy, Chủ tịch HĐND xã Tả Van, huyện Bắc Hà, dự.",
        ["Đảng ủy xã Tả Van", "Hội đồng nhân dân xã Tả Van"],
    ),
    (
        "Ông Bùi Khắc Toản, Bí thư Đảng ủy, Tổng Giám đốc Tập đoàn Điện lực Việt Nam, dự.",
        ["Đảng ủy Tập đoàn Điện lực Việt Nam", "Tập đoàn Điện lực Việt Nam"],
    ),
    (
        "Ông Bùi Khắc Toản, Bí thư Chi bộ, Chánh án Tòa án nhân dân tỉnh Sơn La, dự.",
        ["Chi bộ Tòa án nhân dân tỉnh Sơn La", "Tòa án nhân dân tỉnh Sơn La"],
    ),
    (
        "Ông Bùi Khắc Toản, Chính ủy Bộ Chỉ huy Quân sự tỉnh Sơn La, Phó Bí thư Đảng ủy "
        "Quân sự tỉnh, dự.",
        ["Bộ Chỉ huy Quân sự tỉnh Sơn La", "Đảng ủy Quân sự tỉnh Sơn La"],
    ),
    (
        "Ông Bùi Khắc Toản, Thành ủy viên, Bí thư Quận ủy Ba Đình, Hà Nội, dự.",
        ["Thành ủy Hà Nội", "Quận ủy Ba Đình"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text, expected):
    persons = find_persons(text, places=find_places(text))
    found = [position for person in persons for position in person.positions]
    found.sort(key=lambda position: position.start)
    assert [position.organization for position in found] == expected
    for position in found:
        assert position.is_completed == (position.completed_from is not None)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Ông Bùi Khắc Toản, Bí thư Đảng ủy, Giám đốc Học viện Tài chính, dự.",
            ["neighbour", None],
        ),
        ("Tỉnh Lạng Sơn họp. Ông Bùi Khắc Toản, Chủ tịch UBND tỉnh, dự.", ["document"]),
        ("I. ĐẢNG ỦY XÃ TẢ VAN\n\n- Ông Bùi Khắc Toản - Bí thư\n", ["section"]),
        ("Ông Bùi Khắc Toản, Bí thư Tỉnh ủy Lào Cai, dự.", [None]),
    ],
)
def test_where_a_completion_comes_from(text, sources):
    [person] = find_persons(text)
    assert [position.completed_from for position in person.positions] == sources
