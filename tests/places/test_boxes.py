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


CITIES = ["Hà Nội", "TP Hải Phòng", "TP Hồ Chí Minh", "Cần Thơ", "Đà Nẵng"]
AFTER_CITIES = sorted(set(OLD) - {name.removeprefix("TP ") for name in CITIES})
CUT_OFF = [
    "\n".join(OLD[:9]),
    "\n\n\n".join((*CITIES, *AFTER_CITIES[:4])),
    "\n".join(f"Đảng bộ tỉnh {name}\n\n{name}" for name in AFTER_CITIES[:12]),
    "Báo Lao động\nTin nhanh\n" + "\n".join(OLD[:15]) + "\n\n",
    "\n".join(f"* [{name}](https://example.org/{at})" for at, name in enumerate(OLD[:8])),
    "\n".join(name.upper() for name in OLD[:18]),
]
ENDINGS = [
    "Các tỉnh sau:\n" + "\n".join(OLD[:12]),
    "\n".join(OLD[:7]),
    "\n".join(reversed(OLD[:12])),
    "\n".join(f"{name}: {at}" for at, name in enumerate(OLD[:12])),
    "\n".join(OLD[20:32]),
    f"Dự hội nghị có {', '.join(OLD[:12])}.",
    "\n".join(OLD[:12]) + "\n1\n2\n3\nBản quyền",
]


@pytest.mark.parametrize("box", CUT_OFF)
def test_a_box_in_which_the_text_breaks_off_has_no_places(box: str) -> None:
    assert [place.text for place in find_places(ABOVE + box)] == ["tỉnh Lào Cai"]


@pytest.mark.parametrize("told", ENDINGS)
def test_a_list_at_the_end_has_places(told: str) -> None:
    assert len(find_places(ABOVE + told)) > 6
