import re

import pytest

from vnpolitext.text.dates import DATE, iso_date, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 3 tháng 02 năm 2025", "2025-02-03"),
        ("ngày 3, tháng 2, năm 2025", "2025-02-03"),
        ("22 -10- 2018", "2018-10-22"),
        ("01/8/22", "2022-08-01"),
        ("1.8.87", "1987-08-01"),
        ("29/2/2024", "2024-02-29"),
        ("29/2/2023", None),
        ("31/4/2023", None),
        ("12/13/2023", None),
    ],
)
def test_full_dates(text, day):
    assert read_date(re.search(DATE, text)) == day


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (("2025",), "2025"),
        (("2025", "4"), "2025-04"),
        (("2025", "0"), None),
        (("2025", "4", "0"), None),
        ((None, "2", "29"), "--02-29"),
        ((None, "2", "30"), None),
        (("49", "9", "2"), "2049-09-02"),
        (("50", "9", "2"), "1950-09-02"),
    ],
)
def test_a_date_is_as_exact_as_its_parts(parts, day):
    assert iso_date(*parts) == day
