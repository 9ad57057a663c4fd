"""The day a text is of, by what stands in it."""

import pytest

from vnpolitext.places.dating import day_of
from vnpolitext.text import View

OPENED = "Trường lập ngày 3/10/1977." + " Lớp học." * 200 + " Ngày "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Điện Biên, ngày 5 tháng 3 năm 2021", "2021-03-01"),
        ("Hà Nội, ngày 16 tháng 6 năm 2025. Hạn: 31/12/2030", "2025-06-01"),
        ("Thứ Hai, 28/08/2017. Theo quy định ngày 01-02-2003", "2017-08-28"),
        ("Cà Mau, 5/3/2021. " + "Văn bản dài. " * 200 + "Hạn cuối: 31/12/2030.", "2021-03-05"),
        ("Văn bản dài. " * 200 + "Ký ngày 9.6.2016.", "2016-06-09"),
        ("Ngày 45/13/2021 không có thật.", None),
        ("UBND huyện Tủa Chùa họp.", "2025-06-30"),
        ("Căn cứ Luật ngày 1/2/2020; năm 2025, đặc khu Phú Quý ra đời.", "2025-07-01"),
        ("Đặc khu Vũng Tàu họp ngày 1/2/1986.", "1986-02-01"),
        ("Không có ngày nào.", None),
        ("Đề thi năm học 2025-2026: bài thơ viết ngày 3/2/1948.", "2025-01-01"),
        ("Nhà thơ sinh ngày 3/2/1930, dạy từ năm học 1956 - 1957 đến năm 1990.", "1990-01-01"),
        ("Người dân đón tết năm 2016, khác hẳn năm 2015.", "2016-12-31"),
        ("Quý 3/2019 tỉnh xây hai trường.", "2019-12-31"),
        ("Năm 1998 ông về quê.", None),
        ("Từ năm 2019 đến năm 2030, tỉnh trồng rừng.", None),
        ("Năm 2017 duyệt, năm 2019 khởi công, năm 2025 dùng.", "2019-12-31"),
        ("Năm 2017 duyệt, năm 2024 khởi công, năm 2025 dùng.", None),
        ("Theo Luật của năm 2017, năm 2025 sẽ dùng.", None),
        ("Năm 2019, năm 2020 và năm 2025: chính quyền địa phương hai cấp", "2025-07-01"),
        # No text is older than what it cites.
        ("Luật ngày 1/7/2006; xem Nghị định 151/2025/NĐ-CP.", "2025-07-01"),
        ("Khởi công ngày 23/2/2021. Nghị quyết 202/2025/QH15 sắp xếp các tỉnh.", "2025-07-01"),
        ("Thông tư ngày 3/4/2015; Luật Đất đai 2024 đã sửa.", "2024-12-31"),
        ("Thông tư ngày 3/4/2015; Luật Nhà ở năm 2023 đã sửa.", "2023-12-31"),
        ("Quyết định ngày 5/6/2012, nay theo Nghị định 15/2020/NĐ-CP.", "2020-12-31"),
        ("Quyết định ngày 5/6/2012, nay theo Nghị định 15/2025/NĐ-CP.", "2012-06-05"),
        ("Quyết định ngày 5/6/2022 theo Nghị định 15/2020/NĐ-CP.", "2022-06-05"),
        ("Ngày 14/6/2025 thông qua Nghị quyết 202/2025/QH15.", "2025-06-14"),
        ("Hà Nội, ngày 5 tháng 3 năm 2012. Theo Luật Đất đai 2024", "2012-03-01"),
        ("Thông tư 20/2026/TT-BNV thay Thông tư ngày 1/2/2014.", "2025-07-01"),
        # What opens with a day of years before is of its last one, not beyond the reform.
        (
            "Trường lập ngày 3/10/1977." + " Lớp học." * 200 + " Ngày 4/5/2016 có tiệc.",
            "2016-05-04",
        ),
        (
            "Trường lập ngày 3/10/1977." + " Lớp học." * 200 + " Ngày 4/5/1978 có tiệc.",
            "1977-10-03",
        ),
        (
            "Trường lập ngày 3/10/1977." + " Lớp học." * 200 + " Ngày 4/5/2026 có tiệc.",
            "2024-12-31",
        ),
        ("Trường lập ngày 3/10/1977. Năm 2011, trường có 900 học sinh.", "2011-12-31"),
        ("Họp ngày 3/10/2009. Năm 2015, tỉnh có 900 trường.", "2009-10-03"),
        # Some weeks before, the reform is only planned.
        ("Ngày 7/5/2025, theo đề án tổ chức chính quyền địa phương 2 cấp", "2025-05-07"),
        ("Ngày 7/5/2025. Nay chính quyền địa phương 2 cấp đã chạy", "2025-07-01"),
    ],
)
def test_day_of(text: str, day: str | None) -> None:
    assert day_of(View.of(text)) == day
