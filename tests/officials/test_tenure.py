"""When offices were held, and what their status says: invented sentences, lines and tables."""

import pytest

from vnpolitext.officials import find_persons

# A text, and of each of its offices the first word, the status, since and until.
TENURES = [
    (
        "Năm 2006, ông Bùi Khắc Toản trở thành Phó Chủ tịch UBND huyện Bắc Hà rồi Chủ tịch huyện.",
        [("Phó", "former", "2006", None), ("Chủ", "current", None, None)],
    ),
    (
        "Năm 1993 ông Bùi Khắc Toản làm Phó Giám đốc Sở Y tế Lào Cai, sau đó là Giám đốc Sở Y tế.",
        [("Phó", "former", "1993", None), ("Giám", "current", None, None)],
    ),
    (
        "Đầu năm 2016, tạp chí bình chọn bà Bùi Thị Toản khi đang giữ cương vị Phó Chủ tịch Quốc "
        "hội.",
        [("Phó", "former", None, None)],
    ),
    (
        "Ban Bí thư kỷ luật ông Bùi Khắc Toản, cách chức ủy viên Ban Thường vụ Tỉnh ủy nhiệm kỳ "
        "2005 - 2010 và 2010 - 2015, bao gồm cách chức cả các chức vụ Phó Bí thư Tỉnh "
        "ủy, Bí thư Tỉnh "
        "ủy Lào Cai.",
        [
            ("ủy", "former", None, None),
            ("Phó", "former", None, None),
            ("Bí", "former", None, None),
        ],
    ),
    (
        "Đại hội Hội Khuyến học lần thứ VI, nhiệm kỳ 2021 - 2026 đã bầu các chức "
        "danh:\n\n- Chủ tịch "
        "Hội: TS Bùi Thị Toản - Nguyên Ủy viên Trung ương Đảng\n- Phó Chủ tịch Hội: Lò Văn Khánh - "
        "Nguyên Giám đốc Sở Y tế Lào Cai",
        [
            ("Chủ", "current", "2021", "2026"),
            ("Ủy", "former", None, None),
            ("Phó", "current", "2021", "2026"),
            ("Giám", "former", None, None),
        ],
    ),
    (
        "## Tư lệnh qua các thời kỳ\n\n- 2015 - 5/11/2022 Trung tướng Bùi Khắc Toản, "
        "nguyên Phó Tổng "
        "Giám đốc Tổng công ty Sông Sậy",
        [("Tư", "former", "2015", "2022-11-05"), ("Phó", "former", None, None)],
    ),
    (
        "Ông Bùi Khắc Toản vào Trung ương ở Đại hội IV (1976: Dự khuyết; tháng 11/1981: Chính "
        "thức), hai khóa được bầu là Ủy viên Bộ Chính trị.",
        [("Ủy viên", "current", None, None)],
    ),
    (
        "Năm 1818, Bùi Khắc Toản được bổ nhiệm làm Tổng đốc Sơn Tây.",
        [("Tổng", "former", "1818", None)],
    ),
    (
        "Bầu cử diễn ra ngày 26 tháng 3 năm 2000 và ông Bùi Khắc Toản trước đây được bổ nhiệm làm "
        "Thủ tướng.",
        [("Thủ", "former", None, None)],
    ),
    (
        "Cách đây hơn 2000 năm, ông Bùi Khắc Toản được bầu làm Thủ lĩnh Hội Nông dân.",
        [("Thủ", "former", None, None)],
    ),
    (
        "Tiểu sử đồng chí Bùi Khắc Toản\nSinh năm 1920\n- 1945: Bí thư Huyện ủy Bắc Hà; 1947: Tỉnh "
        "ủy viên Lào Cai; 1950: Bí thư Tỉnh ủy Lào Cai.",
        [
            ("Bí thư", "former", "1945", None),
            ("Tỉnh", "former", "1947", None),
            ("Bí thư", "former", "1950", None),
        ],
    ),
    (
        "# Bùi Khắc Toản\n\nBùi Khắc Toản (1920 - 1990) là nhà cách mạng. Năm 1945-1946 ông là Bí "
        "thư Huyện ủy Bắc Hà, 1947-1950 là Bí thư Tỉnh ủy Lào Cai.",
        [("Bí thư", "former", "1945", "1946"), ("Bí thư", "former", "1947", "1950")],
    ),
    (
        "# Bùi Khắc Toản\n\nBùi Khắc Toản (sinh năm 1950) là chính khách. Ngày 5 tháng 6 năm 2015, "
        "ông thay Lò Văn Khánh làm Bí thư Tỉnh ủy Lào Cai.",
        [("Bí thư", "current", "2015-06-05", None)],
    ),
    (
        "Ông Bùi Khắc Toản giữ vị trí ủy viên Ban Cán sự đảng Chính phủ, chủ nhiệm Văn phòng Chính "
        "phủ nhiệm kỳ 2016 - 2021.",
        [("ủy viên", "current", "2016", "2021"), ("chủ nhiệm", "current", "2016", "2021")],
    ),
    (
        "Ông Bùi Khắc Toản làm Giám đốc Sở Y tế kiêm Bí thư Đảng ủy Sở Y tế từ tháng 5/2022.",
        [("Giám đốc", "current", "2022-05", None), ("Bí thư", "current", "2022-05", None)],
    ),
    (
        "Ông Bùi Khắc Toản là Bí thư Huyện ủy Bắc Hà, Giám đốc Sở Y tế tỉnh Lào Cai (2010 - 2015).",
        [("Bí thư", "current", None, None), ("Giám đốc", "former", "2010", "2015")],
    ),
    (
        "Tổng tuyển cử 6-1-1946, ông Bùi Khắc Toản được bầu làm đại biểu Quốc hội.",
        [("đại biểu", "former", "1946-01-06", None)],
    ),
    (
        "Tháng 5 năm 2011, bà Lò Thị Mai tái đắc cử vị trí Đại biểu Quốc hội.",
        [("Đại biểu", "current", "2011-05", None)],
    ),
    (
        "Ông Bùi Khắc Toản làm Phó Bí thư rồi Bí thư Huyện ủy Bắc Hà.",
        [("Phó", "former", None, None), ("Bí thư", "current", None, None)],
    ),
    (
        "Năm 2020, ông Lê Văn Phúc bàn giao chức Bí thư Tỉnh ủy Lào Cai cho ông Bùi Khắc Toản.",
        [("Bí thư", "current", "2020", None)],
    ),
    (
        "Khóa I (1976 - 1980)\n1. Bùi Khắc Toản, Bí thư Tỉnh ủy\n2. Lò Thị Mai, Phó Bí thư Tỉnh ủy",
        [("Bí thư", "former", "1976", "1980"), ("Phó", "former", "1976", "1980")],
    ),
    (
        "| 1 | Bùi Khắc Toản\n(1920–1990) | Lào Cai | Bí thư Tỉnh ủy |\n"
        "| 2 | Lò Thị Mai\n(1922–1995) | Sơn La | Giám đốc Sở Y tế |",
        [("Bí thư", "current", None, None), ("Giám đốc", "current", None, None)],
    ),
    (
        "Cụ Bùi Khắc Toản (sinh 16-2-1905 tại Quảng Trị, mất 23-4-1992 tại Huế). Ông là Đại biểu "
        "Quốc hội.",
        [("Đại biểu", "former", None, None)],
    ),
    (
        "# Bùi Khắc Toản\n\nBùi Khắc Toản (sinh năm 1950) là Bí thư Huyện ủy Bắc Hà. Ông là Tỉnh "
        "ủy viên Lào Cai. Sau khi nghỉ hưu, ông làm Chủ tịch Hội Nông dân tỉnh Lào Cai.",
        [
            ("Bí thư", "former", None, None),
            ("Tỉnh", "former", None, None),
            ("Chủ tịch", "current", None, None),
        ],
    ),
    (
        "# Bùi Khắc Toản\n\nBùi Khắc Toản (sinh năm 1950) là Bí thư Huyện ủy Bắc Hà. Ông sắp nghỉ "
        "hưu.",
        [("Bí thư", "current", None, None)],
    ),
    (
        "| 1 | Bùi Khắc Toản | 1960 | Bí thư Tỉnh ủy Lào Cai |\n"
        "| 2 | Lò Thị Mai | 12/5/1961 | Giám đốc Sở Y tế |",
        [("Bí thư", "current", None, None), ("Giám đốc", "current", None, None)],
    ),
    (
        "Ông Bùi Khắc Toản làm Bí thư Huyện ủy Bắc Hà, từ năm 1950 đến năm 1953 làm Phó Bí thư "
        "Tỉnh ủy Lào Cai.",
        [("Bí thư", "former", None, None), ("Phó", "former", "1950", "1953")],
    ),
    (
        "Năm 1949, ông Bùi Khắc Toản vào Nam Bộ làm Bí thư Khu ủy, năm 1950, làm Phó Bí thư Xứ ủy.",
        [("Bí thư", "former", "1949", None), ("Phó", "former", "1950", None)],
    ),
    (
        "Ông Bùi Khắc Toản là Bí thư Huyện ủy Bắc Hà, tháng 5-1950 về làm Phó Bí thư Tỉnh ủy "
        "Lào Cai, tháng 8-1952 thì nghỉ hưu.",
        [("Bí thư", "former", None, None), ("Phó", "former", "1950-05", None)],
    ),
    (
        "Ông Bùi Khắc Toản được bầu làm Bí thư Huyện ủy Bắc Hà, năm 1948, rồi làm Phó Bí thư "
        "Tỉnh ủy Lào Cai.",
        [("Bí thư", "former", "1948", None), ("Phó", "former", None, None)],
    ),
    (
        "Ông Bùi Khắc Toản, Bí thư Huyện ủy Bắc Hà nhiệm kỳ 2010-2015 và 2015-2020, phát biểu.",
        [("Bí thư", "current", "2010", "2020")],
    ),
    (
        "Ông Bùi Khắc Toản làm Bí thư Huyện ủy hai nhiệm kỳ 2010-2015, 2015-2020.",
        [("Bí thư", "current", "2010", "2020")],
    ),
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
        "| TT | Họ và tên | Từ | Đến | Thời gian | Chức vụ |\n|---|---|---|---|---|---|\n"
        "| 1 | Bùi Khắc Toản\n(1920–1995) |\n4 tháng 7 năm 1971 | 17 tháng 6 năm 1977[3]\n|\n"
        "5 năm, 348 ngày | Bí thư Tỉnh ủy |\n| 2 | Tô Lệ Quyên\n(1931) |\n17 tháng 6 năm 1977"
        "\n(Lần hai) |\n10 tháng 3 năm 1978 | 267 ngày | Bí thư Tỉnh ủy |\n| 3 | Vi Văn Sách |"
        "\n10 tháng 3 năm 1978 | đương nhiệm |\n20 năm | Bí thư Tỉnh ủy |",
        [
            ("Bí", "former", "1971-07-04", "1977-06-17"),
            ("Bí", "former", "1977-06-17", "1978-03-10"),
            ("Bí", "current", "1978-03-10", None),
        ],
    ),
    (
        "Bí thư Tỉnh ủy Lào Cai | |\n| Nhiệm kỳ | 1976 – 1981 |\n| Phó Bí thư | Bùi Khắc Toản "
        "(từ 11/08/1979) Tô Lệ Quyên (đến 2/1980) |",
        [("Phó", "current", "1979-08-11", None), ("Phó", "former", None, "1980-02")],
    ),
    (
        "Ông Bùi Khắc Toản sinh năm 1960. Từ năm 1994 đến năm 1996, ông học ở Hà Nội. Sau khi tốt "
        "nghiệp, ông làm Bí thư Huyện ủy Bắc Hà.",
        [("Bí", "current", None, None)],
    ),
    (
        "Ông Bùi Khắc Toản (sinh năm 1980) học nghề thú y (2004) sau đó được bầu làm Bí thư Huyện "
        "ủy Bắc Hà.",
        [("Bí", "current", None, None)],
    ),
    (
        "Tại Đại hội lần thứ XI (9/2000), ông Bùi Khắc Toản được bầu làm Bí thư Huyện ủy Bắc Hà.",
        [("Bí", "current", "2000-09", None)],
    ),
    (
        "Tiểu sử đồng chí Bùi Khắc Toản\nSinh ngày 12/3/1940\nTháng 1/2003: Thôi giữ chức Bí thư "
        "Huyện ủy, Chủ tịch HĐND huyện Bắc Hà.",
        [("Bí", "former", None, "2003-01"), ("Chủ", "former", None, "2003-01")],
    ),
    (
        "Ông Bùi Khắc Toản, Bí thư Tỉnh ủy Lào Cai cho tới ngày 24 tháng 10 năm 2014, kể lại.",
        [("Bí", "former", None, "2014-10-24")],
    ),
    (
        "Ông Bùi Khắc Toản là Bí thư Tỉnh ủy Lào Cai cho đến khi nghỉ hưu năm 1992.",
        [("Bí", "former", None, "1992")],
    ),
    (
        "Ông Bùi Khắc Toản là Chủ tịch Ủy ban Thể thao Đông Nam Á (UTA) từ năm 1999-2004.",
        [("Chủ", "former", "1999", "2004")],
    ),
    (
        "Ông Bùi Khắc Toản giữ chức Bí thư Tỉnh ủy Lào Cai trong 18 năm, giai đoạn 1983-2001.",
        [("Bí", "former", "1983", "2001")],
    ),
    (
        "Ông Bùi Khắc Toản từng là Bộ trưởng phụ trách công tác Thanh niên (1992 - 1997).",
        [("Bộ", "former", "1992", "1997")],
    ),
    (
        "## Sự nghiệp\n\n[sửa | sửa mã nguồn]Tháng 8/2002: Tại kỳ họp thứ nhất, ông Bùi Khắc Toản "
        "được bầu giữ chức Bí thư Tỉnh ủy Lào Cai",
        [("Bí", "current", "2002-08", None)],
    ),
    (
        "Lịch sử\n**Ngày 26 tháng 7 năm 1960:** Chủ tịch Hồ Chí Minh ký lệnh công bố Luật.",
        [("Chủ", "current", None, None)],
    ),
    (
        "Tháng 4/2019, ông Bùi Khắc Toản về Lào Cai. Ngày 6/6, ông được bầu làm Bí thư Tỉnh ủy Lào "
        "Cai.",
        [("Bí", "current", "2019-06-06", None)],
    ),
    (
        "Tháng 9/2019, ông Bùi Khắc Toản về Lào Cai. Ngày 6/6, ông được bầu làm Bí thư Tỉnh ủy Lào "
        "Cai.",
        [("Bí", "current", None, None)],
    ),
    (
        "## Chính phủ lâm thời\n\n[sửa | sửa mã nguồn]Ngày 11 tháng 1 năm 1954, Quốc trưởng giao "
        "Bùi Khắc Toản làm Thủ tướng.\n\n| STT | Chức vụ | Tên |\n|---|---|---|\n| 1 | Phó thủ "
        "tướng | Vi Văn Sách |\n\n## Chính phủ hiện nay\n\nNăm 2021, Quốc hội bầu Tô Lệ Quyên "
        "làm Thủ tướng.",
        [
            ("Thủ", "former", "1954-01-11", None),
            ("Phó", "former", None, None),
            ("Thủ", "current", "2021", None),
        ],
    ),
    (
        "## Tổ chức\n\nThành lập năm 1960. Hiện nay, Viện trưởng là ông Bùi Khắc Toản.",
        [("Viện", "current", None, None)],
    ),
    (
        "Trước khi được cho thôi các chức vụ, bà Tô Lệ Quyên là Bí thư Tỉnh ủy Lào Cai.",
        [("Bí", "former", None, None)],
    ),
    (
        "Bí thư Tỉnh ủy Lào Cai khi đó là ông Bùi Khắc Toản.",
        [("Bí", "former", None, None)],
    ),
    (
        "Chủ tịch Quốc hội Bùi Khắc Toản lúc bấy giờ đã tổng kết.",
        [("Chủ", "former", None, None)],
    ),
    (
        "Tiểu sử ông Bùi Khắc Toản\nSinh năm 1960\nChức vụ: Giám đốc Sở Nội vụ (2001 - 2005)\n"
        "Năm 2001, ông được bổ nhiệm làm Giám đốc Sở Nội vụ.",
        [("Giám", "former", "2001", "2005"), ("Giám", "former", "2001", None)],
    ),
    (
        "Người bị truất quyền Đại biểu Quốc hội là ông Bùi Khắc Toản.",
        [("Đại", "current", None, None)],
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
    (
        "Ông Bùi Khắc Toản bị cách chức Giám đốc Sở Y tế vào tháng 7 năm 2019.",
        [("Giám", "former", None, "2019-07")],
    ),
    (
        "Tháng 7 năm 2019, bà Lò Thị Mai đã bị cách chức Giám đốc Sở Y tế.",
        [("Giám", "former", None, "2019-07")],
    ),
    (
        "Ông Bùi Khắc Toản làm Bí thư Tỉnh ủy Lào Cai từ năm 2015 cho đến khi bị cách chức vào "
        "tháng 2 năm 2019.",
        [("Bí", "former", "2015", "2019-02")],
    ),
    (
        "Ông Bùi Khắc Toản làm Bí thư Tỉnh ủy Lào Cai từ tháng 3/2015 đến khi thôi giữ chức năm "
        "2019.",
        [("Bí", "former", "2015-03", "2019")],
    ),
    (
        "Tháng 6 năm 2010, bà Lò Thị Mai được bầu làm Bí thư Tỉnh ủy Lào Cai, và giữ chức vụ này "
        "cho đến khi qua đời vào tháng 2 năm 2019.",
        [("Bí", "former", "2010-06", "2019-02")],
    ),
    (
        "Tháng 1 năm 2010, bà Lò Thị Mai giữ chức Bí thư Tỉnh ủy Lào Cai đến tháng 5 năm 2015.",
        [("Bí", "former", "2010-01", "2015-05")],
    ),
    (
        "Năm 1953, Bùi Khắc Toản trở thành Giám đốc Sở Y tế (1953-1975), rồi Bí thư Tỉnh ủy Lào "
        "Cai đến năm 1981.",
        [("Giám", "former", "1953", "1975"), ("Bí", "former", None, "1981")],
    ),
    (
        "Ngày 3 tháng 8 năm 2011, ông Bùi Khắc Toản được bổ nhiệm làm Bộ trưởng Bộ Y tế nhiệm kỳ "
        "2010–2015.",
        [("Bộ", "current", "2011-08-03", "2015")],
    ),
    (
        "Ông Bùi Khắc Toản được bầu làm Bí thư Tỉnh ủy Lào Cai nhiệm kỳ 2010–2015 vào ngày 3 tháng "
        "8 năm 2011.",
        [("Bí", "current", "2011-08-03", "2015")],
    ),
    (
        "Năm 2012, ông Bùi Khắc Toản là Bí thư Tỉnh ủy Lào Cai nhiệm kỳ 2010–2015.",
        [("Bí", "current", "2010", "2015")],
    ),
    (
        "Đại biểu Quốc hội khóa II (1960 - 1964): Bùi Khắc Toản, Lò Thị Mai. Năm 2019 dựng bia.",
        [("Đại", "former", "1960", "1964"), ("Đại", "former", "1960", "1964")],
    ),
    (
        "Đại biểu HĐND tỉnh Lào Cai khóa XVI, nhiệm kỳ 1999 - 2004: Bùi Khắc Toản, Lò Thị Mai.",
        [("Đại", "former", "1999", "2004"), ("Đại", "former", "1999", "2004")],
    ),
    (
        "Danh sách Đại biểu Quốc hội khóa I (1946 - 1960)\n- Bùi Khắc Toản\n- Lò Thị Mai",
        [("Đại", "former", "1946", "1960"), ("Đại", "former", "1946", "1960")],
    ),
    (
        "Quốc hội khóa II (nhiệm kỳ 1960–1964) là Quốc hội thứ hai.\n\n== Ủy ban ==\n\n=== Phó Chủ "
        "tịch Quốc hội ===\nBùi Khắc Toản\nLò Thị Mai\n\n== Tham khảo ==\nVăn kiện. 2006",
        [("Phó", "former", None, None), ("Phó", "former", None, None)],
    ),
    (
        "Quốc hội khóa XV (nhiệm kỳ 2021–2026) là Quốc hội thứ mười lăm.\n\n== Ủy ban ==\n\n=== "
        "Phó Chủ tịch Quốc hội ===\nBùi Khắc Toản\nLò Thị Mai\n",
        [("Phó", "current", None, None), ("Phó", "current", None, None)],
    ),
    (
        "Chính phủ lâm thời (1945 - 1946) là chính phủ đầu tiên.\n\n## Thành viên\nBộ trưởng Bộ "
        "Nội vụ: Bùi Khắc Toản\n\n## Ngày nay\nHiện nay Giám đốc bảo tàng là ông Lò Văn Khánh, năm "
        "2020.",
        [("Bộ", "former", None, None), ("Giám", "current", None, None)],
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


HOLDERS = [
    ("Lò Văn An", "Bí thư Huyện ủy", "2010", "2015"),
    ("Mùa A Sơn", "Chủ tịch UBND huyện", "2015", "2020"),
    ("Vì Thị Hoa", "Phó Chủ tịch HĐND huyện", "2016", "2021"),
]
TOGETHER = [
    ["Họ và tên", "Chức vụ", "Thời gian"],
    *([n, o, f"{a} - {b}"] for n, o, a, b in HOLDERS),
]
APART = [["Chức vụ", "Họ tên", "Từ", "Đến"], *([o, n, a, b] for n, o, a, b in HOLDERS)]


def marked(rows):
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


@pytest.mark.parametrize("rows", [TOGETHER, APART], ids=["period", "from-to"])
@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda rows: "\n".join(" | ".join(row) for row in rows), id="bars"),
        pytest.param(lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in rows), id="edges"),
        pytest.param(lambda rows: "\n".join("\t".join(row) for row in rows), id="tabs"),
        pytest.param(
            lambda rows: "\n".join("    ".join(f"{cell:26}" for cell in row) for row in rows),
            id="blanks",
        ),
        pytest.param(marked, id="html"),
    ],
)
def test_years_in_columns_of_every_writing(write, rows):
    persons = find_persons(write(rows))
    assert [
        (person.name, office.text, office.since, office.until)
        for person in persons
        for office in person.positions
    ] == HOLDERS


@pytest.mark.parametrize(
    "text",
    [
        # Years of birth and of joining the Party are no term of office.
        "Họ tên | Chức vụ | Sinh | Vào Đảng\nLò Văn An | Bí thư Huyện ủy | 1960 | 1985\n"
        "Mùa A Sơn | Chủ tịch UBND huyện | 1965 | 1990",
        # A life is longer than any office is held.
        "Họ tên | Chức vụ | Cuộc đời\nLò Văn An | Bí thư Huyện ủy | 1900 - 1975\n"
        "Mùa A Sơn | Chủ tịch UBND huyện | 1905 - 1980",
    ],
)
def test_other_years_in_columns_are_no_tenure(text):
    offices = [office for person in find_persons(text) for office in person.positions]
    assert len(offices) == 2
    assert {(office.since, office.until) for office in offices} == {(None, None)}


def test_a_year_of_birth_is_that_of_no_other_day():
    text = (
        "Ông Lò Văn Nọi (SN 1960, quê ở Sơn La) là kỹ sư. Ngày 6-3, Tỉnh ủy điều động ông "
        "Lò Văn Nọi giữ chức Trưởng ban Tuyên giáo Tỉnh ủy Sơn La."
    )
    assert {each.since for person in find_persons(text) for each in person.positions} == {None}
