"""Rows whose cells go on beside each other in the lines below."""

from itertools import pairwise
from textwrap import wrap

import pytest

import vnpolitext as vp
from vnpolitext.layout import read_page

HEADS = {"TT": 4, "Họ và tên": 18, "Chức vụ": 20, "Năm sinh": 9, "Quê quán": 10}
PEOPLE = (
    ("1", "Lường Văn Hom", "Chủ tịch UBND xã Suối Mây", "1969", "Bản Gió"),
    ("2", "Sùng A Páo", "Phó Giám đốc Sở Xây dựng tỉnh Lai Châu", "1975", "Bản Mây"),
    ("3", "Trịnh Thị Vóc", "Trưởng phòng Nội vụ huyện Bát Xát", "1980", "Bản Suối"),
)
OFFICES = {
    "Lường Văn Hom": "Chủ tịch Ủy ban nhân dân xã Suối Mây",
    "Sùng A Páo": "Phó Giám đốc Sở Xây dựng tỉnh Lai Châu",
    "Trịnh Thị Vóc": "Trưởng phòng Nội vụ huyện Bát Xát",
}


def table(columns, widths, *, gap=3, head=True, middle=False):
    """Write the people down in columns of these widths, each cell broken where it has to be."""
    lines = []
    places = [list(HEADS).index(column) for column in columns]
    for person in [tuple(HEADS), *PEOPLE][not head :]:
        cells = [wrap(person[at], width) for at, width in zip(places, widths, strict=True)]
        height = max(map(len, cells))
        if middle:
            cells = [[""] * ((height - len(cell)) // 2) + cell for cell in cells]
        for number in range(height):
            row = [cell[number] if number < len(cell) else "" for cell in cells]
            padded = (part.ljust(width) for part, width in zip(row, widths, strict=True))
            lines.append((" " * gap).join(padded).rstrip())
    return "\n".join(["DANH SÁCH", "", *lines, ""])


def drawn(columns, widths, bar="|", rule="-", corner="+"):
    """Write the people down in cells with lines drawn around them."""
    line = corner + corner.join(rule * (width + 2) for width in widths) + corner
    lines = [line]
    for row in table(columns, widths, gap=1).split("\n")[2:-1]:
        at, cells = 0, []
        for width in widths:
            cells.append(f" {row[at : at + width]:<{width}} ")
            at += width + 1
        if cells[0].strip() and len(lines) > 1:
            lines.append(line)
        lines.append(bar + bar.join(cells) + bar)
    return "\n".join([*lines, line, ""])


TABLES = {
    "between": table(("TT", "Họ và tên", "Chức vụ", "Năm sinh"), (4, 18, 20, 9)),
    "before the name": table(("TT", "Chức vụ", "Họ và tên"), (4, 22, 18)),
    "first": table(("Chức vụ", "Họ và tên"), (22, 18), gap=4),
    "two blanks": table(("TT", "Họ và tên", "Chức vụ", "Quê quán"), (4, 18, 24, 10), gap=2),
    "no heads": table(("TT", "Họ và tên", "Chức vụ", "Năm sinh"), (4, 18, 20, 9), head=False),
    "names too": table(("TT", "Họ và tên", "Chức vụ", "Năm sinh"), (4, 10, 26, 9)),
    "places too": table(("TT", "Họ và tên", "Chức vụ", "Quê quán"), (4, 18, 20, 5)),
    "heads too": table(("TT", "Họ và tên", "Chức vụ", "Năm sinh"), (4, 18, 14, 6)),
    "years before": table(("TT", "Năm sinh", "Chức vụ", "Họ và tên"), (4, 9, 26, 18)),
    "narrow": table(("TT", "Họ và tên", "Chức vụ", "Năm sinh"), (4, 16, 12, 9)),
    "drawn": drawn(("TT", "Họ và tên", "Chức vụ", "Năm sinh"), (4, 18, 20, 9)),
    "drawn, names too": drawn(("TT", "Chức vụ", "Họ và tên"), (4, 24, 10)),
    "drawn in boxes": drawn(("TT", "Chức vụ", "Họ và tên"), (4, 20, 18), "│", "─", "┼"),
}


@pytest.mark.parametrize("way", TABLES)
def test_an_office_is_read_whole(way):
    text = TABLES[way]
    found = vp.analyze(text)
    assert {p.name: [q.normalized for q in p.positions] for p in found.persons} == {
        name: [office] for name, office in OFFICES.items()
    }
    for person in found.persons:
        for position in person.positions:
            assert text[position.start : position.end] == position.text
    outer = [block for block in found.blocks if block.parent is None]
    assert all(one.end <= other.start for one, other in pairwise(outer))
    assert all(text[block.start : block.end] == block.text for block in found.blocks)


LISTED = (
    ("1", "Lường Văn Hom", ("Bí thư Đảng ủy xã", "Đại biểu HĐND huyện"), "1969"),
    ("2", "Sùng A Páo", ("Trưởng bản",), "1975"),
    ("3", "Trịnh Thị Vóc", ("Tỉnh ủy viên", "Giám đốc Sở Y tế"), "1980"),
)


@pytest.mark.parametrize(
    ("order", "mark", "end"),
    [
        ((0, 1, 2, 3), "", ""),
        ((0, 1, 2, 3), "- ", ""),
        ((0, 1, 2, 3), "+ ", ""),
        ((0, 1, 2, 3), "", ","),
        ((0, 1, 2, 3), "", ";"),
        ((0, 2, 1, 3), "", ""),
        ((0, 2, 1), "- ", ""),
        ((2, 1), "", ""),
        ((2, 1, 3), "", ","),
        ((1, 2, 3), "", ""),
        ((1, 3, 2, 0), "- ", ""),
    ],
)
def test_offices_that_have_a_line_each(order, mark, end):
    widths = (4, 17, 24, 8)
    lines = []
    for person in LISTED:
        ends = [*([end] * (len(person[2]) - 1)), ""]
        offices = [f"{mark}{office}{last}" for office, last in zip(person[2], ends, strict=True)]
        for number, office in enumerate(offices):
            cells = [office if at == 2 else "" if number else person[at] for at in order]
            padded = (c.ljust(widths[at]) for at, c in zip(order, cells, strict=True))
            lines.append("   ".join(padded).rstrip())
    found = vp.find_persons("\n".join(["DANH SÁCH", "", *lines, ""]))
    assert {p.name: tuple(q.text for q in p.positions) for p in found} == {
        name: offices for _, name, offices, _ in LISTED
    }


@pytest.mark.parametrize(
    "text",
    [
        # In the middle of its row a cell begins above the others, which cannot be told apart.
        table(("TT", "Họ và tên", "Chức vụ", "Năm sinh"), (4, 18, 13, 9), middle=True),
        # Two halves of a page.
        "Nơi nhận:            BÍ THƯ\n- Như trên;          (Đã ký)\n- Lưu: VT.\n"
        "                     Lò Văn An\n",
        "TỈNH ỦY LAI CHÂU        ĐẢNG CỘNG SẢN VIỆT NAM\nVĂN PHÒNG               Lai Châu\n"
        "Số 1-TB/VPTU\n",
        # Lines with room for more are lines of their own.
        "1   Lò Văn An     Bí thư xã          1970\n                  Cầu Mây\n"
        "2   Mùa A Sơn     Phó Bí thư huyện   1971\n                  Ghi chú\n",
        # An office begins above the line of its name.
        "TT  Họ và tên     Chức vụ        Năm sinh\n1   Lò Văn An     Bí thư xã      1970\n"
        "                  Phó Chủ tịch\n2   Mùa A Sơn     huyện Mây      1971\n"
        "                  và Bí thư\n",
        # What stands under figures is another row.
        "1   Lò Văn An     Bí thư huyện    1970\n3                 ủy Mây\n"
        "2   Mùa A Sơn     Chủ tịch xã     1971\n",
        # Nobody is named.
        "Xã     Số hộ nghèo năm 2020   50\n       và hộ cận nghèo\n"
        "Bản    Số hộ nghèo năm 2021   60\n       và hộ cận nghèo\n",
        "| 1 | a |\n| 2 | b |\n",
        "+---+---+\n| 1 | a |\n| 2 | b |\n| 3 | c |\n+---+---+\n",
        "+---+---+\n| 1 | a |\n+---+---+\n| 2 | b |\n+---+---+\n",
    ],
)
def test_other_lines_stay_as_they_are(text):
    assert read_page(text).view.text == text.replace("\t", " ")
