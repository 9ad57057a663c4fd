import datetime
import re

import pytest

from vnpolitext.text.dates import DATE, iso_date, read_any, read_date


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


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("15/03/2020", "2020-03-15"),
        ("15.3.2020", "2020-03-15"),
        ("6-5-2021 10:30", "2021-05-06"),
        ("2021/05/06", "2021-05-06"),
        ("2020-03-15", "2020-03-15"),
        ("2020-03-15T08:30:00", "2020-03-15T08:30:00"),
        ("2020-03-15T00:00:00", "2020-03-15"),
        ("Thứ Hai, 15/3/2020 10:30 GMT+7", "2020-03-15"),
        ("15/3/2020, 8:05 AM", "2020-03-15"),
        ("ngày 15 tháng 3 năm 2020", "2020-03-15"),
        ("2020-03", "2020-03"),
        ("03/2020", "2020-03"),
        ("tháng 5/2021", "2021-05"),
        ("năm 2019", "2019"),
        (2020, "2020"),
        (2020.0, "2020"),
        (datetime.date(2020, 1, 2), "2020-01-02"),
        (datetime.datetime(2020, 1, 2, 3, 4), "2020-01-02T03:04:00"),
        ("31/2/2020", None),
        ("13/13/2020", None),
        ("không rõ", None),
        ("số 15/03/2020/QĐ", None),
        ("", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_dates_of_tables(value, day):
    assert read_any(value) == day
