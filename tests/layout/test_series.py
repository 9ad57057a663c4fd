"""Which units are items of a list."""

import pytest

from vnpolitext.layout.lines import join_wrapped, split_lines
from vnpolitext.layout.parts.series import Series
from vnpolitext.text import View


def items(text: str) -> list[bool]:
    lines = list(split_lines(View.of(text)))
    units, _ = join_wrapped(lines, [None] * len(lines), [])
    series = Series(units)
    return [series.has(at) for at in range(len(units))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. đất\n2. nước\n4. rừng", [False, True, False]),
        ("2. nước\n1. đất", [False, False]),
        ("a) đất\nb) nước\nd. rừng", [False, True, False]),
        ("(1) đất\n2) nước", [False, False]),
        ("iv) đất\nv) nước", [False, True]),
        ("i) đất\nii) nước\nrừng\niii) suối", [False, True, False, True]),
        ("h) đất\ni) nước\nj) rừng", [False, True, True]),
        ("một là đất\nrừng", [True, False]),
        ("1. đất\n2/ nước", [False, False]),
    ],
)
def test_an_item_has_the_mark_before_its_own_above(text: str, expected: list[bool]) -> None:
    assert items(text) == expected
