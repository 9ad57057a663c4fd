"""Tables in plain text: rows, cells and their offsets."""

import time

import pytest

from vnpolitext.layout import find_grids, read_page
from vnpolitext.layout.tables.parting import JOINED, part_cells
from vnpolitext.officials import find_persons
from vnpolitext.text import View


def cells(text: str) -> list[list[list[str]]]:
    return [
        [[text[cell.start : cell.end] for cell in row.cells] for row in grid.rows]
        for grid in find_grids(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| A | B |\n|---|---|\n| 1 | 2 |\n", [[["A", "B"], ["1", "2"]]]),
        ("A | B\n---|---\n1 | 2\n", [[["A", "B"], ["1", "2"]]]),
        ("| 1 | 2 |\n| 3 | 4 |", [[["1", "2"], ["3", "4"]]]),
        # Without a rule the rows that are whole tell how many cells one has.
        (
            "| 1 | A |\n2010 | B |\n| 2 | C | 2012 | D |\n| 3 | E | 2014 | F |",
            [[["1", "A", "2010", "B"], ["2", "C", "2012", "D"], ["3", "E", "2014", "F"]]],
        ),
        (
            "| Nhiệm kỳ | 2010 - |\nBí thư | |\n| Nhiệm kỳ | 2005 |\n| Cấp phó | Lò Văn An |\n"
            "Phó Bí thư | |",
            [
                [
                    ["Nhiệm kỳ", "2010 -"],
                    ["Bí thư", ""],
                    ["Nhiệm kỳ", "2005"],
                    ["Cấp phó", "Lò Văn An"],
                    ["Phó Bí thư", ""],
                ]
            ],
        ),
        (
            "Tên | Vai | Năm\nA | B | 1\nC | D | 2",
            [[["Tên", "Vai", "Năm"], ["A", "B", "1"], ["C", "D", "2"]]],
        ),
        ("Trang chủ | Tin tức | Liên hệ\n\nSở Y tế | Văn bản", []),
        ("Tên trang | Báo Mây\nTên khác | Báo Mây", []),
        (
            "| 1 | Lò Văn An\n(1950 - 2020) |\n2010 | 2015 |\n"
            "| 2 | Mùa A Sơn\n(1951 - 2020) |\n2015 | 2020 |",
            [
                [
                    ["1", "Lò Văn An\n(1950 - 2020)", "2010", "2015"],
                    ["2", "Mùa A Sơn\n(1951 - 2020)", "2015", "2020"],
                ]
            ],
        ),
        (
            "A | B |\n---|---|\n1 |\ntwo\nlines |\n3 | 4 |",
            [[["A", "B"], ["1", "two\nlines"], ["3", "4"]]],
        ),
        (
            "| A | B | C |\n|---|---|---|\n| 1 | 2 |\n|\n| 3 | | 5 |",
            [[["A", "B", "C"], ["1", "2", ""], ["3", "", "5"]]],
        ),
        (
            "| 1 | xã | Lò Văn An | |\n|---|---|---|---|\n| 2 | huyện | Lò Văn Bình | |\n"
            "| | tỉnh | Lò Văn Chi | |",
            [
                [
                    ["1", "xã", "Lò Văn An", ""],
                    ["2", "huyện", "Lò Văn Bình", ""],
                    ["", "tỉnh", "Lò Văn Chi", ""],
                ]
            ],
        ),
        ("Name\tYear\nAn\t1960\nBa\t1970", [[["Name", "Year"], ["An", "1960"], ["Ba", "1970"]]]),
        ("An     1960\nBa     1970", [[["An", "1960"], ["Ba", "1970"]]]),
        ("<table><tr><td>An</td><td>1960</td></tr></table>", [[["An", "1960"]]]),
        ('"An","1960"\n"Ba","1970"', [[["An", "1960"], ["Ba", "1970"]]]),
        ('1;"An";"tổ, xã"\n2;"Ba";"xã"\n', [[["1", "An", "tổ, xã"], ["2", "Ba", "xã"]]]),
        ('"An","1960"\n"Ba","1970","x"', []),
        ('"Sống, học", "làm theo"\nlà hai "nếp" tốt', []),
        (
            '{"name": "An", "office": "xã"},\n{"name": "Ba", "office": null}',
            [[["name", "An"], ["office", "xã"], ["name", "Ba"], ["office", "null"]]],
        ),
        ('{"url": "a.b", "crawl_time": "2026"}', []),
        ("<tr><td>An<td>1960<tr><td>Ba<td>1970", [[["An", "1960"], ["Ba", "1970"]]]),
        (
            "Họ tên: An Ba\nTuổi: 20\n- Chức vụ: x\n\nHết: nay",
            [[["Họ tên", "An Ba"], ["Tuổi", "20"], ["Chức vụ", "x"]]],
        ),
        ("Họ tên\nAn Ba\nChức vụ\nx", [[["Họ tên", "An Ba"], ["Chức vụ", "x"]]]),
        ("Tác giả: An Ba\nNguồn: Báo", []),
        ("An Ba |\nmột |\nBa Tư |\nhai |\n", [[["An Ba", "một"], ["Ba Tư", "hai"]]]),
        ("x |\ny |\nAn Ba |\n", [[["x", "y", "An Ba"]]]),
        (
            "|\nmột\n|\nhai\ndòng\n|\n|\nba\n|\nbốn\n|",
            [[["một", "hai\ndòng"], ["ba", "bốn"]]],
        ),
        (
            "Họ tên; Chức vụ\nAn Ba; x\nBa Tư; y\n\nHết; nay",
            [[["Họ tên", "Chức vụ"], ["An Ba", "x"], ["Ba Tư", "y"]]],
        ),
        (
            'Chức vụ,Họ tên\n"x, y",An Ba\nz,Ba Tư',
            [[["Chức vụ", "Họ tên"], ['"x, y"', "An Ba"], ["z", "Ba Tư"]]],
        ),
        (
            "=====  =======\nHọ tên  Chức vụ\n=====  =======\nAn Ba   x y\nBa Tư   z\n=====  =====",
            [[["Họ tên", "Chức vụ"], ["An Ba", "x y"], ["Ba Tư", "z"]]],
        ),
        ("Họ tên, chức vụ\nMột câu, có dấu phẩy.\nHai câu, cũng có.", []),
        ("Ghi rõ họ tên / chức vụ\nKý tên / đóng dấu\nNgày / tháng", []),
        (
            "Chức vụ: x; Họ tên: An Ba\nChức vụ: y; Họ tên: Ba Tư\n",
            [[["x", "An Ba"], ["y", "Ba Tư"]]],
        ),
        (
            "1. Bí thư; Lò Văn An\n2. Trưởng bản; Mùa A Sơn",
            [[["1. Bí thư", "Lò Văn An"], ["2. Trưởng bản", "Mùa A Sơn"]]],
        ),
        (
            "Lò Văn An & 1970 & Bí thư \\\\\n\\hline\nMùa A Sơn & 1971 & Trưởng bản \\\\ \\hline\n",
            [[["Lò Văn An", "1970", "Bí thư"], ["Mùa A Sơn", "1971", "Trưởng bản"]]],
        ),
        ("Bí thư; Lò Văn An\nXã Mây; Mùa A Sơn", []),
        ("Bí thư; Lò Văn An\n\nHết.\nTrưởng bản; Mùa A Sơn", []),
        ("Bí thư; Chủ tịch xã\nTrưởng bản; Trưởng thôn", []),
        ("Bí thư; Lò Văn An; nay\nTrưởng bản; Mùa A Sơn", []),
        (
            "[Họ tên: An Ba] [Chức vụ: x]\n[Họ tên: Ba Tư] [Chức vụ: y (z)]\n",
            [[["An Ba", "x"], ["Ba Tư", "y (z)"]]],
        ),
        ("(Họ tên) An Ba\n(Chức vụ) x\n", [[["Họ tên", "An Ba"], ["Chức vụ", "x"]]]),
        ("Một câu | có một vạch.", []),
        ("Chỉ một dòng     có khoảng trống", []),
        ("| | |\n|---|---|\n| | |", []),
        ("", []),
    ],
)
def test_rows_and_cells(text: str, expected: list[list[list[str]]]) -> None:
    assert cells(text) == expected


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("Đồng chí Mùa A\n4\fPhình, Bí thư", "Đồng chí Mùa A Phình, Bí thư"),
        ("Đồng chí Mùa A\n\n- 4 -\n\fPhình", "Đồng chí Mùa A Phình"),
        ("Điều 4.\n4\f\nHết", "Điều 4.\n4 \nHết"),
        ("Lò Văn An\tBí thư\nMùa A Sơn\tPhó Bí thư", "Lò Văn An\nBí thư\nMùa A Sơn\nPhó Bí thư"),
        (
            "| A | B |\n|---|---|\n| Lò Văn An | Bí\nthư |",
            "| A | B |\n|---|---|\n| Lò Văn An | Bí thư |",
        ),
        ("| A | B |\n|---|---|\n| Lò Văn An | - Một\n- Hai |", None),
        ("CHỦ TỊCH\nLò Văn An", None),
        ("|\nCHỦ\nTỊCH\nLò Văn An\n|", "|\nCHỦ TỊCH\nLò Văn An\n|"),
        ("|\nTM. ỦY BAN NHÂN\nDÂN\nCHỦ TỊCH\n|", "|\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n|"),
        ("|\nKT. CHỦ TỊCH\nPHÓ\nCHỦ TỊCH\n|", "|\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n|"),
        ("|\nTỈNH ỦY\nVĂN PHÒNG\n|", None),
        (
            "Bí thư\tMùa A\nBí thư\tMùa A\n4\n\fPhình\tXã\nPhình\tXã",
            "Bí thư\nMùa A\nBí thư\nMùa A\n4\n Phình\nXã\nPhình\nXã",
        ),
        ("<td><p>Mùa A Phình</p></td>", f"|\n{2 * JOINED}Mùa A Phình| {3 * JOINED}"),
        ("<b>Mùa A Phình</b><p>Bí thư</p>", "Mùa A Phình\nBí thư\n"),
    ],
)
def test_broken_lines_become_whole(text: str, flat: str | None) -> None:
    page = read_page(View.of(text))
    assert page.text == (text if flat is None else flat)
    assert len(page.text) == len(page.view.text)


LONG = "Sáng nay, tại trung tâm hội nghị của tỉnh, đoàn công tác đã làm việc với"


def test_lines_are_joined_where_most_go_on_in_small_letters() -> None:
    wrapped = "\n".join(
        [LONG, "các sở, ngành và " + LONG, "lãnh đạo các xã; " + LONG, "Huyện ủy Bắc Hà."]
    )
    assert "\n" not in read_page(View.of(wrapped)).text


def test_lines_of_a_list_stay_apart() -> None:
    listed = "\n".join([f"{LONG} Sở Nội vụ", f"{LONG} Sở Y tế", f"{LONG} Sở Tài chính", "Hết"])
    assert read_page(View.of(listed)).text == listed


def test_a_line_that_ends_with_an_open_word_goes_on() -> None:
    assert "\n" not in read_page(View.of(f"{LONG} bà Lục Thị Liễu, Phó\nChủ tịch UBND tỉnh.")).text


@pytest.mark.parametrize(
    "seed",
    [
        *("|", "| a ", "|\n", "---|---\n", "\t", "a\tb\n", "<td>", "   x", "a\n"),
        *(
            "\ta\n",
            "      a\n",
            "x      a\n",
            "Nơi nhận:\tKT. A B\n",
            "a & ",
            "a;\n",
            "[Họ tên: ",
            "[(",
            "x  y\n  z\n",
            "1  An Ba  x\n          y\n",
            "+----+----+\n|  a | b |\n|    | c |\n",
        ),
        *("[1]", "a[1] ", "abcdefgh\n5\nabc ", "x\n\f", "tt\n1\n2\n", "nơi nhận:\n", "phụ lục\n"),
    ],
)
def test_growth_is_in_proportion(seed: str) -> None:
    def seconds(size: int) -> float:
        text = seed * (size // len(seed))
        start = time.process_time()
        page = read_page(View.of(text))
        assert len(page.text) <= len(text)
        assert all(block.text for block in page.blocks)
        return time.process_time() - start

    # What shares the processor makes a measurement longer, but not every time.
    assert any(seconds(80_000) < 10 * seconds(20_000) + 0.1 for _ in range(3))


def test_parting_cells_keeps_the_length_where_tables_overlap() -> None:
    text = "|\n0     ~ \nIo\t?"
    assert len(part_cells(text, find_grids(text))) == len(text)


def test_rows_whose_cells_end_on_a_line_of_their_own_need_no_head():
    text = (
        "| 11 | Lò Văn An | Bí thư Huyện ủy | nghỉ hưu | ||\n"
        "| 12 | |||||\n"
        "| 13 | Mùa A Dơ [5]\n|\n1926-1986 | 1985 | Chủ tịch Hội Nông dân |\n|\n"
        "| 14 | Vàng Thị Chứ | Chỉ huy trưởng Ban Chỉ huy quân sự huyện [11]\n|\n|||\n"
        "| 15 | Hạng Thị Mai [52]\n|\nđã mất | Trưởng phòng Nội vụ huyện | ||\n"
        "| 16 | Lò Thị Hoa | Phó Chủ tịch UBND huyện | |||\n"
    )
    [grid] = find_grids(text)
    rows = [[text[cell.start : cell.end] for cell in row.cells] for row in grid.rows]
    assert [row[0] for row in rows] == ["11", "12", "13", "14", "15", "16"]
    assert rows[2] == ["13", "Mùa A Dơ [5]", "1926-1986", "1985", "Chủ tịch Hội Nông dân", ""]
    assert rows[4][1:4] == ["Hạng Thị Mai [52]", "đã mất", "Trưởng phòng Nội vụ huyện"]
    offices = {
        person.name: [each.text for each in person.positions] for person in find_persons(text)
    }
    assert offices == {
        "Lò Văn An": ["Bí thư Huyện ủy"],
        "Mùa A Dơ": ["Chủ tịch Hội Nông dân"],
        "Vàng Thị Chứ": ["Chỉ huy trưởng Ban Chỉ huy quân sự huyện"],
        "Hạng Thị Mai": ["Trưởng phòng Nội vụ huyện"],
        "Lò Thị Hoa": ["Phó Chủ tịch UBND huyện"],
    }
