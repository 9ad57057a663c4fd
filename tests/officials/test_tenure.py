"""When offices were held, and what their status says: invented sentences, lines and tables."""

import pytest

from vnpolitext.officials import find_persons

# A text, and of each of its offices the first word, the status, since and until.
TENURES = [
    (
        "Ông Bùi Khắc Toản, Bí thư Tỉnh ủy Sơn La (2010 - 2015)",
        [("Bí thư", "former", "2010", "2015")],
    ),
    (
        "Ông Bùi Khắc Toản, Bí thư Tỉnh ủy Sơn La nhiệm kỳ 2020 - 2025",
        [("Bí thư", "current", "2020", "2025")],
    ),
    (
        "Ông Bùi Khắc Toản, Bí thư Tỉnh ủy Sơn La khóa XV, nhiệm kỳ 2020-2025, phát biểu.",
        [("Bí thư", "current", "2020", "2025")],
    ),
    (
        "Tiểu sử đồng chí Bùi Khắc Toản\nSinh ngày 12/3/1960\nNgày vào Đảng: 3/2/1985\n"
        "Quá trình công tác:\nTừ 5/1987 đến 4/1991: Bí thư Huyện đoàn Bắc Hà.\n5/1991 - "
        "7/1995: Phó Bí thư Huyện ủy Bắc Hà, Chủ tịch UBND huyện Bắc Hà\nTháng 8/1995 - "
        "nay: Bí thư Huyện ủy Bắc Hà, tỉnh Lào Cai",
        [
            ("Bí thư Huyện đoàn", "former", "1987-05", "1991-04"),
            ("Phó Bí thư", "former", "1991-05", "1995-07"),
            ("Chủ tịch", "former", "1991-05", "1995-07"),
            ("Bí thư Huyện ủy", "current", "1995-08", None),
        ],
    ),
    (
        "Tiểu sử đồng chí Bùi Khắc Toản\nSinh ngày 12/3/1960\nQuá trình công tác:\n+ "
        "5/2003 - 3/2006: Giám đốc Sở Nội vụ tỉnh Lào Cai;\n+ Từ năm 2006 đến nay: Bí "
        "thư Huyện ủy Bắc Hà,\nỦy viên Ban Chấp hành Đảng bộ tỉnh Lào Cai",
        [
            ("Giám", "former", "2003-05", "2006-03"),
            ("Bí", "current", "2006", None),
            ("Ủy", "current", "2006", None),
        ],
    ),
    (
        "Tiểu sử đồng chí Bùi Khắc Toản\nSinh ngày 12/3/1960\nQuá trình công tác:\n1987 "
        "- 1991:\n- Bí thư Huyện đoàn Bắc Hà\n- Ủy viên Ban Thường vụ Tỉnh đoàn Lào "
        "Cai\n1991 - 1995:\n- Phó Bí thư Huyện ủy Bắc Hà",
        [
            ("Bí", "former", "1987", "1991"),
            ("Ủy", "former", "1987", "1991"),
            ("Phó", "former", "1991", "1995"),
        ],
    ),
    (
        "Ngày 21/10/2024, ông Bùi Khắc Toản được bầu làm Chủ tịch UBND tỉnh Sơn La.",
        [("Chủ", "current", "2024-10-21", None)],
    ),
    (
        "Ngày 21 tháng 10 năm 2024, Quốc hội đã bầu ông Bùi Khắc Toản làm Phó Chủ tịch Quốc hội.",
        [("Phó", "current", "2024-10-21", None)],
    ),
    (
        "Ông Bùi Khắc Toản thôi giữ chức Bí thư Tỉnh ủy Sơn La từ ngày 1/7/2025.",
        [("Bí", "former", None, "2025-07-01")],
    ),
    (
        "Từ ngày 1/7/2025, ông Bùi Khắc Toản thôi giữ chức Bí thư Tỉnh ủy Sơn La.",
        [("Bí", "former", None, "2025-07-01")],
    ),
    (
        "Ông Bùi Khắc Toản (sinh năm 1960), vào Đảng năm 1985, là Bí thư Tỉnh ủy Sơn La.",
        [("Bí", "current", None, None)],
    ),
    (
        "Sáng 12/5/2024, ông Bùi Khắc Toản, Bí thư Tỉnh ủy Sơn La, dự hội nghị.",
        [("Bí", "current", None, None)],
    ),
    (
        "Ngày 12/5/2024, Bí thư Tỉnh ủy Sơn La Bùi Khắc Toản đã ký Quyết định số "
        "12-QĐ/TU ngày 10/5/2024.",
        [("Bí", "current", None, None)],
    ),
    (
        "Ông Bùi Khắc Toản từng giữ các chức vụ: Bí thư Huyện ủy Bắc Hà; Giám đốc Sở Nội "
        "vụ tỉnh Lào Cai; hiện là Phó Chủ tịch UBND tỉnh Lào Cai.",
        [
            ("Bí", "former", None, None),
            ("Giám", "former", None, None),
            ("Phó", "current", None, None),
        ],
    ),
    (
        "Đồng chí Bùi Khắc Toản, nguyên: Ủy viên Ban Thường vụ Tỉnh ủy Lào Cai, Chủ tịch "
        "UBND tỉnh Lào Cai",
        [("Ủy", "former", None, None), ("Chủ", "former", None, None)],
    ),
    (
        "Đồng chí Bùi Khắc Toản, nguyên Phó Bí thư Tỉnh ủy Lào Cai, Chủ tịch Hội Khuyến "
        "học tỉnh Lào Cai",
        [("Phó", "former", None, None), ("Chủ", "current", None, None)],
    ),
    (
        "Đồng chí Bùi Khắc Toản, Phó Chủ tịch UBND tỉnh Lào Cai phụ trách khối văn xã",
        [("Phó", "current", None, None)],
    ),
    (
        "Đồng chí Bùi Khắc Toản, Quyền Chủ tịch UBND tỉnh Lào Cai, Phó Bí thư Tỉnh ủy Lào Cai",
        [("Chủ", "acting", None, None), ("Phó", "current", None, None)],
    ),
    (
        "Đồng chí Bùi Khắc Toản làm Bí thư Tỉnh ủy Lào Cai đến năm 1990.",
        [("Bí", "former", None, "1990")],
    ),
    (
        "Trong thời gian giữ chức Bí thư Tỉnh ủy Lào Cai, ông Bùi Khắc Toản đã đi khắp các xã.",
        [("Bí", "former", None, None)],
    ),
    (
        "Ông Bùi Khắc Toản giữ chức Bí thư Tỉnh ủy Lào Cai từ năm 1991 đến năm 1996.",
        [("Bí", "former", "1991", "1996")],
    ),
    (
        "Từ năm 1991 đến năm 1996, ông Bùi Khắc Toản giữ chức Bí thư Tỉnh ủy Lào Cai.",
        [("Bí", "former", "1991", "1996")],
    ),
    (
        "Ông Bùi Khắc Toản là Bí thư Tỉnh ủy Lào Cai từ tháng 3/2021 đến nay.",
        [("Bí", "current", "2021-03", None)],
    ),
    (
        "Ông Bùi Khắc Toản được bổ nhiệm làm Giám đốc Sở Nội vụ tỉnh Lào Cai vào tháng 3 năm 2021.",
        [("Giám", "current", "2021-03", None)],
    ),
    (
        "Tháng 3 năm 2021, ông Bùi Khắc Toản được bổ nhiệm làm Giám đốc Sở Nội vụ tỉnh Lào Cai.",
        [("Giám", "current", "2021-03", None)],
    ),
    (
        "| TT | Họ và tên | Chức vụ | Thời gian |\n|---|---|---|---|\n| 1 | Bùi Khắc "
        "Toản | Bí thư Tỉnh ủy | 1976 - 1981 |\n| 2 | Tô Lệ Quyên | Bí thư Tỉnh ủy | "
        "1981 - nay |",
        [("Bí", "former", "1976", "1981"), ("Bí", "current", "1981", None)],
    ),
    (
        "| TT | Họ và tên | Năm sinh | Chức vụ |\n|---|---|---|---|\n| 1 | Bùi Khắc Toản "
        "| 1965 | Bí thư Tỉnh ủy |",
        [("Bí", "current", None, None)],
    ),
    (
        "| Họ và tên | Chức vụ | Từ | Đến |\n|---|---|---|---|\n| Bùi Khắc Toản | Bí thư "
        "Tỉnh ủy | 1976 | 1981 |",
        [("Bí", "former", "1976", "1981")],
    ),
    (
        "Bùi Khắc Toản (sinh năm 1920) là nhà cách mạng.\n\nBí thư Tỉnh ủy Lào Cai\n"
        "Nhiệm kỳ | 1976 – 1981\nTiền nhiệm | Hoàng Văn Sự\n\nÔng sinh năm 1920 tại Bắc "
        "Hà.",
        [("Bí", "former", "1976", "1981")],
    ),
    (
        "Năm 1939 ông Bùi Khắc Toản là Bí thư Xứ ủy Trung Kỳ. Ông mất năm 1990.",
        [("Bí", "former", "1939", None)],
    ),
    (
        "Đồng chí Bùi Khắc Toản được bầu giữ chức Bí thư Tỉnh ủy Lào Cai, nhiệm kỳ 2025 - 2030.",
        [("Bí", "current", "2025", "2030")],
    ),
    (
        "Đồng chí Bùi Khắc Toản, Bí thư kiêm Chủ tịch UBND xã Tả Van (2010-2015)",
        [("Bí", "former", "2010", "2015"), ("Chủ", "former", "2010", "2015")],
    ),
    (
        "Quốc hội đã phê chuẩn bổ nhiệm ông Bùi Khắc Toản giữ chức Bộ trưởng Bộ Y tế "
        "nhiệm kỳ 2021-2026 vào ngày 8/4/2021.",
        [("Bộ", "current", "2021-04-08", "2026")],
    ),
    (
        "Ông Bùi Khắc Toản, cố Bí thư Tỉnh ủy Lào Cai, nguyên Ủy viên Trung ương Đảng",
        [("Bí", "late", None, None), ("Ủy", "former", None, None)],
    ),
    (
        "Các Bí thư Tỉnh ủy qua các thời kỳ:\n- Bùi Khắc Toản (1976 - 1981)\n- Tô Lệ "
        "Quyên (1981 - 1986)",
        [("Bí", "former", "1976", "1981"), ("Bí", "former", "1981", "1986")],
    ),
    (
        "Trước khi được bầu làm Chủ tịch UBND tỉnh Lào Cai, ông Bùi Khắc Toản là Giám "
        "đốc Sở Nội vụ tỉnh Lào Cai.",
        [("Chủ", "current", None, None), ("Giám", "former", None, None)],
    ),
    (
        "Lào Cai, ngày 5 tháng 6 năm 2024\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nBùi Khắc Toản",
        [("CHỦ", "current", None, None)],
    ),
    (
        "Ông Bùi Khắc Toản, Phó Trưởng phòng phụ trách Phòng Nội vụ huyện Bắc Hà",
        [("Phó", "acting", None, None)],
    ),
    (
        "Từ tháng 3-1991 đến tháng 6-1996, ông Bùi Khắc Toản lần lượt giữ các chức vụ "
        "Phó Giám đốc Sở Nội vụ, Giám đốc Sở Nội vụ tỉnh Lào Cai.",
        [("Phó", "former", "1991-03", "1996-06"), ("Giám", "former", "1991-03", "1996-06")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TENURES)
def test_tenure_and_status(text, expected):
    found = [position for person in find_persons(text) for position in person.positions]
    found.sort(key=lambda position: position.start)
    told = [(p.status, p.since, p.until) for p in found]
    assert told == [tuple(each) for _, *each in expected]
    for position, (begins, *_) in zip(found, expected, strict=True):
        assert position.text.startswith(begins)


@pytest.mark.parametrize("text", [text for text, _ in TENURES])
def test_spans_are_the_dates(text):
    for person in find_persons(text):
        for position in person.positions:
            for value, span in (
                (position.since, position.since_span),
                (position.until, position.until_span),
            ):
                assert (value is None) == (span is None)
                if span is not None:
                    assert text[span[0] : span[1]][:1].isdigit()
                    assert set(value.split("-")[0]) <= set(text)
