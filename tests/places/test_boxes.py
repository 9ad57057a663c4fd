"""Boxes of links to all provinces are no places of a text; lists that it gives are."""

import pytest

from vnpolitext.places import find_places, gazetteer
from vnpolitext.places.units import PROVINCE

ABOVE = "Sáng 5/3/2024, Chủ tịch UBND tỉnh Lào Cai tiếp đoàn.\n\n"
BELOW = "\n\nBản quyền thuộc Báo Mới\n"
PROVINCES = [row for row in gazetteer().rows if row[3] == PROVINCE]
NEW = sorted(row[1] for row in PROVINCES if not row[6])
OLD = sorted({row[1] for row in PROVINCES if row[6] in ("", "2025-07-01")})
BOXES = [
    "\n".join(OLD),
    "\n\n".join(NEW),
    "Chọn tỉnh/thành phố:\n" + "\n".join(OLD),
    "\n".join(f"* {name}" for name in OLD),
    "\n".join(f"- [{name}](https://example.org/{at})" for at, name in enumerate(OLD)),
    "\n \n".join(f"Đảng bộ tỉnh {name}\n\n{name}" for name in OLD),
    "\n".join(name.upper() for name in OLD),
    "Trang chủ\nThời sự\n" + "\n".join(("TP.HCM", "TP. Hà Nội", *OLD)) + "\nQuảng cáo",
]
LISTS = [
    "Các tỉnh sau:\n" + "\n".join(f"- {name}" for name in OLD),
    "\n".join(f"{at}. {name}" for at, name in enumerate(OLD, 1)),
    "Danh sách các tỉnh, thành phố\n" + "\n".join(OLD),
    "\n".join(f"| {name} | {at * 3} |" for at, name in enumerate(OLD)),
    "\n".join(f"{name}\n{at * 7}" for at, name in enumerate(OLD)),
    f"Dự hội nghị có {', '.join(OLD)}.",
    "\n".join(NEW[:12]),
]


@pytest.mark.parametrize("box", BOXES)
def test_a_box_has_no_places(box: str) -> None:
    text = ABOVE + box + BELOW
    assert [place.text for place in find_places(text)] == ["tỉnh Lào Cai"]


@pytest.mark.parametrize("told", LISTS)
def test_a_list_has_places(told: str) -> None:
    assert len(find_places(ABOVE + told + BELOW)) > 10


def test_what_stands_behind_a_box_keeps_its_place() -> None:
    text = ABOVE + BOXES[0] + "\n\nHọp ở tỉnh Sơn La.\n\n" + BOXES[1] + "\n\nVà ở tỉnh Gia Lai."
    found = find_places(text)
    assert [text[place.start : place.end] for place in found] == [
        "tỉnh Lào Cai",
        "tỉnh Sơn La",
        "tỉnh Gia Lai",
    ]
