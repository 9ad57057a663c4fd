r"""Rich Text: tables of a page and of data, numbers, notes, fonts, and what is not shown."""

import pytest

from vnpolitext.articles import ArticleError, article_from_bytes

FONTS = (
    r"{\fonttbl{\f0\fnil\fcharset0 Times New Roman;}{\f1\fnil\fcharset0 .VnTime;}"
    r"{\f2\fnil\fcharset163 Arial;}{\f3\fnil\fcharset2 Symbol;}}"
)


def rtf(body):
    told = "".join(char if char < "\x80" else f"\\u{ord(char)}?" for char in body)
    return rf"{{\rtf1\ansi\ansicpg1252\deff0\uc1{FONTS}{told}}}".encode("ascii")


def read(body):
    return article_from_bytes(rtf(body), path="a.rtf")


def text(body):
    return read(body).text


def row(*cells):
    told = "".join(rf"\pard\intbl {cell}\cell " for cell in cells)
    return rf"\trowd\cellx1\cellx2\cellx3 {told}\row "


def test_a_row_whose_cells_have_paragraphs():
    rows = r"\trowd TT\cell Ph\'f2ng,\par ban\cell X\'e3\cell\row \trowd 1\cell M\cell A\cell\row "
    assert text(rows) == "| TT | Phòng, ban | Xã |\n| 1 | M | A |"


def test_letterhead_and_signature_are_read_cell_by_cell():
    head = row(r"ỦY BAN NHÂN DÂN\par XÃ MÂY\par Số: 12/QĐ-UBND",
               r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\par Mây, ngày 14 tháng 5 năm 2021")  # fmt: skip
    tail = row(r"Nơi nhận:\line - Lưu: VT.", r"KT. CHỦ TỊCH\par PHÓ CHỦ TỊCH\par\par Lò Thị Hoa")
    article = read(head + r"\pard QUYẾT ĐỊNH\par Về việc khen thưởng\par " + tail)
    assert article.text.split("\n")[-5:] == [
        "Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Thị Hoa",
    ]  # fmt: skip
    assert article.metadata["number"] == "Số: 12/QĐ-UBND"
    assert (article.metadata["published"], article.metadata["author"]) == (
        "2021-05-14", "Lò Thị Hoa",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "right"),
    [
        (r"{\listtext 1.\tab}Rà soát;\par{\listtext\'b7\tab}Sắp xếp.", "1. Rà soát;\n• Sắp xếp."),
        (r"{\pntext a)\tab}Rà soát", "a) Rà soát"),
        (r"{\listtext\f3\'b7\tab}Rà soát\par {\listtext \endash\tab}Sắp", "• Rà soát\n- Sắp"),
        (r"Họ tên: {\field{\*\fldinst MERGEFIELD a}{\fldrslt Lò Văn An}}.", "Họ tên: Lò Văn An."),
        (r"Chủ trì: {\deleted ông Lê}{\v ẩn}bà Hoa.", "Chủ trì: bà Hoa."),
        (r"Chủ trì: {\deleted\par }bà Hoa.\par Hết.", "Chủ trì: bà Hoa.\nHết."),
        (r"{\caps huyện} Mây", "HUYỆN Mây"),
        (r"{\header Trang 1\par}Xã họp.{\pict\wmetafile8 0102}", "Xã họp."),
        (r"\uc2\u7841??i h\uc0\u7885p", "ại họp"),
        (r"{\f2 x\'e3 \'f0\'fd\par}", "xă đư"),
        (r"Kèm {\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Dự thảo\par}}}theo",
         "Kèm theo\nDự thảo"),
        (r"18\_NQ/TW\~ngày {\*\unknown x}14\-/5", "18-NQ/TW\xa0ngày 14/5"),
        (r"\outlinelevel0 Kết quả\par\pard Xã họp.", "# Kết quả\nXã họp."),
        (r"{\stylesheet{\s3\outlinelevel1 Heading;}}\pard\s3 Kết quả\par\pard Xã họp.",
         "# Kết quả\nXã họp."),
    ],
)  # fmt: skip
def test_what_a_page_shows(body, right):
    assert text(body) == right


def test_notes_follow_the_text():
    article = read(r"Theo kế hoạch{\footnote\pard Số 87.\par thông qua} đã duyệt.\par Hết.")
    assert article.text == "Theo kế hoạch[1] đã duyệt.\nHết.\n[1] Số 87. thông qua"
    assert article.blocks[-1].kind == "footnote"


def test_old_fonts_are_converted_where_they_hold_no_unicode():
    old = r"{\f1 BÝ th\'ad HuyÖn \'f1y }Lò An".replace("Ý", r"\'dd").replace("Ö", r"\'d6")
    article = read(old)
    assert (article.text, article.metadata["encoding"]) == ("Bí thư Huyện ủy Lò An", "tcvn3")
    assert text(r"{\f1 Bí thư Huyện ủy}") == "Bí thư Huyện ủy"
    assert text(r"{\f1 Tr\-\'ebng ban}") == "Trưởng ban"
    assert text(r"{\f0 Ban\- {\v a\-}Mây}") == "Ban Mây"


def test_cells_keep_their_columns():
    table = row("TT", "Họ tên", "Nơi ở") + row("1", "", "Xã Mây") + row("2", "Lò An", "Lò An")
    assert text(table + r"\pard Hết.") == (
        "| TT | Họ tên | Nơi ở |\n| 1 |  | Xã Mây |\n| 2 | Lò An | Lò An |\n\nHết."
    )


def test_a_table_in_a_cell_is_read_in_its_cell():
    inner = (
        r"\pard\intbl\itap2 Lò An\nestcell Bí thư\nestcell{\*\nesttableprops\trowd\cellx1\cellx2"
        r"\nestrow}{\nonesttables\par}"
    )
    outer = (
        row("TT", "Họ tên", "Nơi ở")
        + r"\trowd\cellx1\cellx2 "
        + (rf"\pard\intbl 1\cell {inner}\pard\intbl Sau\cell Xã\cell\row ")
    )
    assert text(outer) == "| TT | Họ tên | Nơi ở |\n| 1 | Lò An Bí thư Sau | Xã |"


def test_the_edges_of_a_table_in_a_cell_are_not_those_of_its_row():
    inner = (
        r"{\pard\intbl\itap2 Thu\nestcell 12\nestcell{\*\nesttableprops\trowd\cellx5100\cellx6000"
        r"\nestrow}}"
    )
    head = r"\trowd\cellx600\cellx4600\cellx8600 "
    rows = (
        rf"{head}\pard\intbl TT\cell Nội dung\cell Số liệu\cell\row "
        rf"{head}\pard\intbl 1\cell Ngân sách\cell {inner}\pard\intbl\cell\row "
        rf"{head}\pard\intbl 2\cell Đường bản\cell 350\cell\row "
    )
    assert text(rows) == (
        "| TT | Nội dung | Số liệu |\n| 1 | Ngân sách | Thu 12 |\n| 2 | Đường bản | 350 |"
    )


@pytest.mark.parametrize(
    "body",
    ["{" * 3000, "}" * 50 + "x", r"\cell\row\nestrow\nestcell x", r"{\footnote {\shptxt x",
     r"\u99999999999 x", r"\ansicpg77 x\'81", r"\bin-5 x", r"\itap99999 x\nestcell y"],
)  # fmt: skip
def test_damage_is_read_or_refused_in_one_line(body):
    try:
        told, reason = text(body), ""
    except ArticleError as error:
        told, reason = "", str(error)
    assert "\x00" not in told
    assert "\n" not in reason


def told_row(edges, words, left=0):
    cells = "".join(rf"\clbrdrt\brdrs\cellx{edge}" for edge in edges)
    return rf"\trowd\trleft{left}{cells}\pard\intbl " + "".join(rf"{w}\cell " for w in words) + (
        r"\row"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            [([1840, 9746], ["Ngay", "Han"], 0), ([1845, 3819, 9746], ["", "Xa", "Huyen"], 0)],
            ["| Ngay | Han |  |", "|  | Xa | Huyen |"],
        ),
        (
            [([900, 4000, 6000], ["TT", "Ten", "Chuc vu"], 0), ([6000], ["I. Khoi xa"], 0)],
            ["| TT | Ten | Chuc vu |", "| I. Khoi xa |  |  |"],
        ),
        (
            [([900, 4000, 6000], ["TT", "Ten", "Chuc vu"], 0), ([4000, 6000], ["An", "xa"], 905)],
            ["| TT | Ten | Chuc vu |", "|  | An | xa |"],
        ),
        (
            [([2000, 4000], ["Ten", "Chuc vu"], -108), ([2000, 4000], ["An", "xa"], -70)],
            ["| Ten | Chuc vu |", "| An | xa |"],
        ),
    ],
)
def test_cells_stand_in_the_columns_that_their_edges_tell(rows, lines):
    body = "".join(told_row(edges, words, left) for edges, words, left in rows)
    assert read(body + r"\pard Het.\par").text.split("\n")[: len(lines)] == lines


@pytest.mark.parametrize(
    ("mark", "shown"),
    [(r"\f1 v", "•"), (r"\f1\'a7", "•"), (r"\f1\'d8", "•"), ("o", "•"), ("a)", "a)"), ("1.", "1.")],
)
def test_bullets_of_symbol_fonts_are_no_letters(mark, shown):
    fonts = r"{\fonttbl{\f0 Times;}{\f1\fcharset2 Wingdings;}}"
    body = rf"{fonts}\pard{{\listtext {mark}\tab}}Ra soat\par\pard Xa hop \f1\u-3872?\par"
    assert read(body).text.split("\n") == [f"{shown} Ra soat", "Xa hop →"]


def test_a_number_without_words_is_shown_in_a_cell_alone():
    told = (
        r"\pard{\listtext 1.\tab}Ra soat\par\pard{\listtext 2.\tab}{\deleted gone}\par\pard xa\par"
    )
    assert text(told).split("\n") == ["1. Ra soat", "", "xa"]
