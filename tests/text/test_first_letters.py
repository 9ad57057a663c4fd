"""What a pattern begins with is told to the matcher, and changes nothing that is found."""

import re

import pytest

from vnpolitext.text import patterns

TEXT = "Đến năm 2025, các xã từng giữ các chức; nguyên lãnh đạo tỉnh, Ban Tổ chức T.Ư họp lần 12"
PATTERNS = [
    (r"(?<!\w)(?:từng|đã) ", True),
    (r"(?:(?:các )?xã|tỉnh)(?!\w)", True),
    (r"(?:lần )?+\d++", True),
    (r"(?=[a-z])(?:ban|b?ộ|họp)", True),
    (r"(?P<word>(?:nă|lần )?[m1]\w+)(?=[,.])", True),
    (r"(?>giữ|ch)\w*", True),
    (r"[^\W\d]+", False),
    (r"(?<=\w)[^\w]", False),
    (r"(?i)(?<!\w)(?:ĐẾN|ban)", False),
    (r"(?<!\w)(?i:ĐẾN|ban)", False),
    (r"^(?:Đến|đã)", False),
    (r"(?:từng|.{2,3}) ", False),
    (r"(?:xã)?", False),
    (r"(?:a|[^b]c)", False),
    (r"(\w)?(?(1)n|m)", False),
]


@pytest.mark.parametrize(("source", "is_told"), PATTERNS)
def test_a_pattern_finds_what_it_found(source, is_told):
    machine = patterns._machine()
    plain = machine._code(machine._parse(source, 0), 0)
    told = machine.translate(source, 0)
    assert (len(told[3]) > 4 * len(plain)) is is_told
    expected = [match.span() for match in re.compile(source).finditer(TEXT)]
    assert [match.span() for match in machine.pattern(source, *told).finditer(TEXT)] == expected
