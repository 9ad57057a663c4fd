"""PDF pages: words, columns, tables, notes and paragraphs by their places."""

import io
import re
import sys
import types
from pathlib import Path

import pytest

from vnpolitext.articles import ArticleError, article_from_bytes
from vnpolitext.articles.formats import recognition
from vnpolitext.articles.formats.portable.columns import opens_page
from vnpolitext.articles.formats.portable.paragraphs import lines_of, paragraphs
from vnpolitext.articles.formats.portable.placed import Word
from vnpolitext.articles.formats.portable.rows import Row, signature_run

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from papers import pdf_file

pytest.importorskip("pypdfium2")


ESCAPED, ESCAPE = re.compile("([()])"), r"\\\1"
PICTURE = "q 400 0 0 400 90 200 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"


def pdf(*pages, lines=()):
    """A PDF of words at places: ``(x, y, text)`` or ``(x, y, text, size)``, y from the top.

    A page that is ``None`` is a picture.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont "
               "/Helvetica /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    kids = []
    for items in pages:
        drawn = [
            f"BT /F1 {size[0] if size else 12} Tf {x} {842 - y} Td "
            f"({ESCAPED.sub(ESCAPE, text)}) Tj ET"
            for x, y, text, *size in items or ()
        ]
        drawn += [PICTURE] if items is None else []
        drawn += [f"{a} {842 - b} m {c} {842 - d} l S" for a, b, c, d in lines]
        content = "\n".join(drawn)
        kids.append(f"{len(objects) + 1} 0 R")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return pdf_file(objects)


def read(*pages, **more):
    return article_from_bytes(pdf(*pages, **more), path="a.pdf")


def text(*pages, **more):
    return read(*pages, **more).text


def test_the_number_of_a_page_stands_in_no_sentence():
    first = [(300, 40, "1"), (72, 90, "Chu tri co dong chi Tran Van Binh, Uy vien Ban")]
    second = [(290, 800, "- 2 -"), (72, 90, "Thuong vu, Truong Ban To chuc Tinh uy.")]
    assert text(first, second) == (
        "Chu tri co dong chi Tran Van Binh, Uy vien Ban Thuong vu, Truong Ban To chuc Tinh uy."
    )


@pytest.mark.parametrize(
    ("letter", "first", "told"),
    [
        ("S", "ang nay, xa hop ban viec lam", "Sang nay, xa hop ban viec lam"),
        ("T", "rong nam, xa lam duong moi o", "Trong nam, xa lam duong moi o"),
        ("A", "nh An la can bo cua bon xa tren", "Anh An la can bo cua bon xa tren"),
        ("O", "xa May, ba con gop cong lam", "O xa May, ba con gop cong lam"),
    ],
)
@pytest.mark.parametrize("size", [28, 40])
def test_a_large_letter_at_the_head_of_a_paragraph(letter, first, told, size):
    page = [
        (72, 60, "Xa May mo hoi lon"), (72, 90 + 0.7 * size, letter, size),
        (76 + 0.7 * size, 90, first), (76 + 0.7 * size, 104, "bon ban vung cao va hai thon duoi"),
        (72, 118, "chan nui, ba con cung gop cong."), (72, 150, "Chieu cung ngay, huyen hop."),
    ]  # fmt: skip
    assert text(page) == (
        f"Xa May mo hoi lon\n{told} bon ban vung cao va hai thon duoi chan nui, ba con cung gop "
        "cong.\nChieu cung ngay, huyen hop."
    )


def test_a_large_letter_beside_a_line_of_its_own_is_none_of_it():
    page = [(72, 96, "A", 40), (104, 92, "khoi cac co quan"), (72, 150, "Sang nay, xa hop.")]
    assert "Akhoi" not in text(page)
    assert "khoi cac co quan" in text(page)


def test_paragraphs_that_end_with_their_page_are_parted():
    assert text([(72, 90, "Xa da hop xong.")], [(100, 90, "Sang nay, huyen hop.")]) == (
        "Xa da hop xong.\n\f\nSang nay, huyen hop."
    )


def test_running_heads_are_told_once():
    stories = (
        "Mot cau chuyen cua huyen va",
        "cua xa, ma ai cung biet, nen",
        "nay duoc ke lai o day.",
    )
    pages = [
        [(72, 40, f"Tap chi Song May, so 5 - trang {n}"), (72, 90, story)]
        for n, story in enumerate(stories)
    ]
    article = read(*pages)
    assert article.text.count("Tap chi") == 1
    assert article.blocks[0].kind == "boilerplate"
    assert " ".join(stories) in article.text


@pytest.mark.parametrize("row", ["{} ban o xa so {}", "Ke hoach nam 20{}, phan {}"])
def test_numbers_that_do_not_count_the_pages_are_no_running_head(row):
    last = [row.format(14, 31), row.format(27, 8), row.format(16, 12)]
    pages = [[(72, 90, f"Trang dau co ten rieng {word}"), (72, 790, told)]
             for word, told in zip(("Hoa", "May", "Da"), last, strict=True)]  # fmt: skip
    shown = text(*pages)
    assert all(told in shown for told in last)
    assert read(*pages).blocks[0].kind != "boilerplate"


@pytest.mark.parametrize("foot", ["Trang {}/3", "So {} - Cong bao", "{} thang 5 nam 2021"])
@pytest.mark.parametrize("first", [1, 145])
def test_numbers_that_count_the_pages_are_of_a_running_foot(foot, first):
    pages = [[(72, 90, f"Xa {word} da hop xong."), (72, 800, foot.format(at))]
             for at, word in enumerate(("Hoa", "May", "Da"), start=first)]  # fmt: skip
    shown = text(*pages)
    assert all(f"Xa {word} da hop xong." in shown for word in ("Hoa", "May", "Da"))
    assert sum(foot.format(at) in shown for at in range(first, first + 3)) <= 1


def test_long_lines_at_the_foot_of_pages_are_text():
    words = "cac xa da lam xong duong moi va bao cao ket qua ve huyen de tong hop, gui ve tinh"
    rows = [f"Nam nay {ban} {words}" for ban in ("ban Hoa", "ban May", "ban Da")]
    pages = [[(40, 90, "Xa hop."), (40, 790, row, 8)] for row in rows]
    assert len(rows[0]) > 90
    assert all(row in text(*pages) for row in rows)


def test_words_in_a_table_at_the_foot_of_pages_are_its_cells():
    lines = [(60, 700, 500, 700), (60, 740, 500, 740), (60, 800, 500, 800),
             *((x, 700, x, 800) for x in (60, 100, 300, 500))]  # fmt: skip
    pages = [
        [(64, 720, f"{at}"), (104, 720, name), (304, 720, "Chu tich"), (64, 765, f"{at + 1}"),
         (104, 765, "Lo Van An"), (304, 765, "Pho Chu tich"), (304, 785, "huyen Phin Ho")]
        for at, name in enumerate(("Hoa", "May", "Da"))
    ]  # fmt: skip
    assert text(*pages, lines=lines).count("Pho Chu tich huyen Phin Ho") == 3


@pytest.mark.parametrize("rows", [3, 5])
def test_recipients_below_one_of_two_who_sign(rows):
    left = ["KT. BO TRUONG", "BO TAI CHINH", "THU TRUONG", "Lo Thi May", "Nơi nhận:"]
    told = [Row([Word(text, 72, 72 + 6 * len(text), 14 * at, 14 * at + 10)])
            for at, text in enumerate(left)]  # fmt: skip
    lines = [line.text for line in paragraphs(lines_of(told[-rows:], 1))]
    assert lines[-2:] == ["Lo Thi May", "Nơi nhận:"]


def test_letters_of_old_fonts_are_known_before_the_page_is_parted():
    page = [
        (90, 60, "UÛY BAN NHAÂN DAÂN"), (300, 60, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM"),
        (90, 76, "HUYEÄN PHÌN HOÀ"), (350, 76, "Ñoäc laäp - Töï do - Haïnh phuùc"),
        (90, 92, "Soá: 145/QÑ-UB"), (340, 92, "Phìn Hoà, ngaøy 5 thaùng 3 naêm 2001"),
        (250, 130, "QUYEÁT ÑÒNH"), (200, 146, "Veà vieäc boå nhieäm caùn boä"),
        (72, 180, "Ñieàu 1. Boå nhieäm oâng Giaøng A Söû laøm Tröôûng phoøng Noäi vuï."),
    ]  # fmt: skip
    article = read(page)
    shown = article.text.split("\n")
    assert shown[:3] == ["ỦY BAN NHÂN DÂN", "HUYỆN PHÌN HỒ", "Số: 145/QĐ-UB"]
    assert shown[-1] == "Điều 1. Bổ nhiệm ông Giàng A Sử làm Trưởng phòng Nội vụ."
    assert article.metadata["encoding"] == "vni+utf-8"
    assert (article.metadata["number"], article.metadata["published"]) == (
        "Số: 145/QĐ-UB", "2001-03-05",
    )  # fmt: skip


NOTED = [
    (72, 100, "Thuc hien Nghi quyet so 18-NQ/TW"), (262, 95, "1", 7),
    (268, 100, ", cac xa da sap"),
    (72, 116, "xep xong tren dien tich 12 km"), (232, 111, "2", 7),
    (239, 116, "va bao cao voi Ban"),
    (72, 760, "1", 6), (76, 764, "Nghi quyet so 18-NQ/TW ngay 25/10/2017.", 9),
]  # fmt: skip


def test_marks_of_notes_are_no_digits_of_a_number():
    article = read(NOTED, [(72, 100, "Thuong vu Tinh uy.")])
    assert article.text.split("\n") == [
        "Thuc hien Nghi quyet so 18-NQ/TW[1], cac xa da sap xep xong tren dien tich 12 km2 va bao "
        "cao voi Ban Thuong vu Tinh uy.",
        "[1] Nghi quyet so 18-NQ/TW ngay 25/10/2017.",
    ]
    assert [block.kind for block in article.blocks] == ["paragraph", "footnote"]


ROWS = [
    (72, 100, "TT"), (100, 100, "Ho va ten"), (230, 100, "Chuc vu"), (400, 100, "Don vi"),
    (72, 120, "1"), (100, 120, "Tran Van"), (100, 134, "Binh"), (230, 120, "Bi thu Dang uy,"),
    (230, 134, "Chu tich HDND"), (400, 120, "Xa May"), (72, 154, "2"), (100, 154, "Le Thi Hoa"),
    (230, 154, "Pho Bi thu"), (400, 154, "Xa Da"),
]  # fmt: skip


def test_tables_keep_their_cells():
    article = read(ROWS)
    assert article.text.split("\n") == [
        "| TT | Ho va ten | Chuc vu | Don vi |",
        "| 1 | Tran Van Binh | Bi thu Dang uy, Chu tich HDND | Xa May |",
        "| 2 | Le Thi Hoa | Pho Bi thu | Xa Da |",
    ]
    assert [b.kind for b in article.blocks if b.parent is None] == ["table"]


def test_drawn_lines_part_rows_and_columns():
    words = [
        (75, 112, "3"), (110, 112, "Mua A Son"), (260, 105, "Chu tich UBND"), (260, 119, "xa Suoi"),
        (75, 142, "4"), (110, 142, "Ly May"), (260, 142, "Pho Chu tich"), (430, 142, "nu"),
    ]  # fmt: skip
    across = [(70, y, 540, y) for y in (90, 125, 150)]
    down = [(x, 90, x, 150) for x in (70, 105, 255, 425, 540)]
    assert text(words, lines=across + down) == (
        "| 3 | Mua A Son | Chu tich UBND xa Suoi |  |\n| 4 | Ly May | Pho Chu tich | nu |"
    )


def test_columns_of_text_are_read_one_after_the_other():
    page = [
        (60, 100, "Dong chi Tran Van Binh, Bi thu"), (320, 100, "Ong Le Van Dung, Chu tich UBND"),
        (60, 116, "Huyen uy Tua Chua, chu tri hoi"), (320, 116, "huyen, bao cao ket qua cong tac"),
        (60, 132, "nghi trien khai nhiem vu."), (320, 132, "sau thang dau nam."),
    ]  # fmt: skip
    assert text(page) == (
        "Dong chi Tran Van Binh, Bi thu Huyen uy Tua Chua, chu tri hoi nghi trien khai nhiem vu.\n"
        "Ong Le Van Dung, Chu tich UBND huyen, bao cao ket qua cong tac sau thang dau nam."
    )


def test_items_and_indented_lines_begin_paragraphs():
    long = "cac xa hoan thanh viec sap xep bo may va bao cao ket qua voi huyen uy truoc"
    page = [
        (100, 100, f"Dieu 1. Yeu cau {long[:60]}"), (72, 116, f"{long} thang nay."),
        (100, 132, "1. Cac phong chu tri."), (100, 148, "a) Phong Noi vu bao cao."),
    ]  # fmt: skip
    assert len(text(page).split("\n")) == 3


@pytest.mark.parametrize(
    ("page", "reason"),
    [([], "without a text layer"), ([(72, 100, "x")], "encrypted with a password")],
)
def test_what_cannot_be_read_says_why(page, reason):
    pypdf = pytest.importorskip("pypdf")
    data = pdf(page)
    if page:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
        writer.encrypt("-".join("abc"), algorithm="RC4-128")
        stream = io.BytesIO()
        writer.write(stream)
        data = stream.getvalue()
    with pytest.raises(ArticleError, match=reason):
        article_from_bytes(data, path="a.pdf")


def test_aes_with_an_empty_password_opens():
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("cryptography")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([(72, 100, "Nghi quyet 18")])))
    writer.encrypt("", owner_password="-".join("abc"), algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    assert article_from_bytes(stream.getvalue(), path="a.pdf").text == "Nghi quyet 18"


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("D o n g  c h i  L o", "Dong chi Lo"),
        ("H o a n ho p sa ng nay.", "Hoan hop sang nay."),
        ("Ong A. B. Lo, so 12 QD", "Ong A. B. Lo, so 12 QD"),
    ],
)
def test_letters_that_blanks_part_are_syllables_again(line, read_as):
    assert text([(72, 90, line)]) == read_as


def test_roman_numbers_of_pages():
    first = [(290, 800, "ii"), (72, 90, "Chu tri co dong chi Tran Van Binh, Uy vien Ban")]
    second = [(290, 800, "- iii -"), (72, 90, "Thuong vu, Truong Ban To chuc Tinh uy.")]
    assert "\n" not in text(first, second)


def test_those_addressed_begin_a_line():
    told = ["Về việc thông báo kết quả đại hội", "Kính gửi: UBND tỉnh"]
    rows = [
        Row([Word(line, 150, 440, 110 + 16 * at, 122 + 16 * at)]) for at, line in enumerate(told)
    ]
    assert [line.text for line in paragraphs(lines_of(rows, 1, (72, 520)))] == told


@pytest.mark.parametrize(("pages", "count"), [([None], 1), ([None, None, None], 3)])
def test_scans_are_told_with_their_number(pages, count):
    with pytest.raises(ArticleError, match=rf"a PDF file of {count} scanned pages without a text"):
        read(*pages)


def test_pages_that_are_scanned_among_others_are_counted():
    article = read([(72, 90, "Sang nay, xa hop.")], None, None)
    assert article.text == "Sang nay, xa hop."
    assert article.metadata["pages_without_text"] == 2


TOLD = [
    ("", 100, 100, 900, 40, 1, -1.0),
    ("Sáng", 100, 100, 90, 40, 1, 96.0),
    ("nay,", 200, 104, 80, 40, 1, 95.0),
    ("xã", 290, 100, 50, 36, 1, 93.0),
    ("họp.", 350, 100, 90, 50, 1, 91.0),
    ("~~", 500, 100, 90, 50, 1, 4.0),
]


def engine(told=TOLD, languages=("eng", "vie")):
    """What pytesseract is for us; it says the same of every picture."""
    names = ("text", "left", "top", "width", "height", "line_num", "conf")
    fields = {name: [row[at] for row in told] for at, name in enumerate(names)}
    fields |= {name: [1] * len(told) for name in ("block_num", "par_num")}
    return types.SimpleNamespace(
        Output=types.SimpleNamespace(DICT="dict"),
        TesseractError=RuntimeError,
        get_languages=lambda: list(languages),
        image_to_data=lambda *_, **__: fields,
    )


def recognised(monkeypatch, fake, *pages):
    monkeypatch.setitem(sys.modules, "pytesseract", fake)
    monkeypatch.setattr(recognition, "_picture", lambda *_: object())
    return article_from_bytes(pdf(*pages), path="a.pdf", ocr=True)


def test_scanned_pages_are_recognised_where_this_is_asked(monkeypatch):
    article = recognised(monkeypatch, engine(), [(72, 90, "Xa Suoi da hop.")], None)
    assert article.text == "Xa Suoi da hop.\n\f\nSáng nay, xã họp."
    assert article.metadata["pages_recognised"] == 1
    assert "pages_without_text" not in article.metadata


def no_program():
    raise FileNotFoundError("tesseract is not installed or it's not in your PATH")


@pytest.mark.parametrize(
    ("fake", "reason"),
    [
        (None, r"needs pytesseract: pip install 'vnpolitext\[ocr\]'"),
        (types.SimpleNamespace(get_languages=no_program, TesseractError=RuntimeError), "program"),
        (engine(languages=["eng"]), "Vietnamese data of Tesseract"),
        (engine(told=TOLD[:1]), "1 scanned pages in which no words are recognised"),
    ],
)
def test_what_is_missing_for_recognition_is_told(monkeypatch, fake, reason):
    with pytest.raises(ArticleError, match=reason):
        recognised(monkeypatch, fake, None)


def test_text_needs_no_recognition(monkeypatch):
    assert recognised(monkeypatch, None, [(72, 90, "Xa Suoi da hop.")]).text == "Xa Suoi da hop."


def test_a_page_is_drawn_for_recognition():
    pytest.importorskip("PIL")
    assert recognition._picture(pdf(None), 0).size == (2480, 3509)


def test_a_scan_is_really_read():
    pytesseract = pytest.importorskip("pytesseract")
    try:
        has_data = "vie" in pytesseract.get_languages()
    except OSError:
        has_data = False
    if not has_data:
        pytest.skip("Tesseract with its Vietnamese data is not installed")
    with pytest.raises(ArticleError, match="no words are recognised"):
        article_from_bytes(pdf(None), path="a.pdf", ocr=True)


def test_letters_of_another_font_that_follow_their_line_stand_in_their_words():
    line = [(80.664, 90, "Y BAN NHAN DAN XA MAY"), (72, 90, "U")]
    assert text(line) == "UY BAN NHAN DAN XA MAY"


def test_a_heading_at_the_foot_of_a_page_is_not_read_on():
    first = [(72, 90, "Xa da hop trong thang nay va bao cao huyen ket qua dat duoc"),
             (72, 104, "trong ca nam."), (72, 780, "Trach nhiem cua xa")]  # fmt: skip
    second = [(72, 90, "Cac xa bao cao huyen truoc ngay 30 thang 6 nam nay va gui ban sao.")]
    assert text(first, second).split("\n")[-3:] == [
        "Trach nhiem cua xa", "\f", "Cac xa bao cao huyen truoc ngay 30 thang 6 nam nay va gui "
        "ban sao.",
    ]  # fmt: skip


def row(y, *words):
    """A row of words that begin at places, six points a letter."""
    return Row([Word(word, x, x + 6 * len(word), y, y + 12) for x, word in words])


def test_the_gap_between_recipients_and_signature_is_the_one_of_most_rows():
    rows = [row(90, (72, "Nơi"), (93, "nhận:"), (340, "KT."), (361, "CHỦ")),
            row(110, (72, "-"), (81, "Như"), (102, "trên;")),
            row(117, (340, "PHÓ"), (361, "CHỦ"), (382, "TỊCH")),
            row(130, (72, "-"), (81, "Chủ"), (102, "tịch"), (129, "Ủy"), (144, "ban"),
                (165, "nhân"), (192, "dân"), (213, "tỉnh"), (240, "Nguyễn"), (279, "Minh;")),
            row(150, (72, "-"), (81, "Lưu."), (340, "Nguyễn"), (379, "Minh"))]  # fmt: skip
    start, stop, middle = signature_run(rows, 595)
    assert (start, stop) == (0, 5)
    assert 309 < middle < 340


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Số: 12/UBND-", "NCKS", "Số: 12/UBND-NCKS"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Xã rà soát theo quy định tại khoản 15", "Điều 23 Nghị định này.",
         "Xã rà soát theo quy định tại khoản 15 Điều 23 Nghị định này."),
    ],
)  # fmt: skip
def test_lines_that_go_on_in_spite_of_their_beginning(first, second, whole):
    rows = [row(90, *_spread(first)), row(104, *_spread(second))]
    found = paragraphs(lines_of(rows, 1))
    assert [line.text for line in found] == [whole]


def _spread(text):
    places, at = [], 72
    for word in text.split():
        places.append((at, word))
        at += 6 * len(word) + 3
    return places


def test_an_article_behind_a_full_line_begins_a_paragraph():
    rows = [row(90, *_spread("Trách nhiệm của xã")), row(104, *_spread("Điều 23. Thi hành"))]
    assert len(paragraphs(lines_of(rows, 1))) == 2


def test_drawn_cells_of_a_letterhead_are_columns():
    head = [[row(60, (80, "ỦY"), (95, "BAN"))], [row(60, (300, "CỘNG"), (327, "HÒA")),
            row(80, *_spread("Độc lập - Tự do - Hạnh phúc"))]]  # fmt: skip
    table = [[row(60, (80, "TT")), row(80, (80, "1"))], [row(60, (300, "Tên")),
             row(80, (300, "Lê"))]]  # fmt: skip
    assert opens_page(head)
    assert not opens_page(table)


def test_a_table_may_be_open_on_its_sides_and_at_its_last_column():
    rows = [("STT", "Ho ten", "Que quan", "Ghi chu"), ("1", "Lo Van May", "Xa Gio", "")]
    rows += [("2", "Ha Suoi", "Xa Khe", ""), ("3", "Ca Nuong", "Xa Doi", "")]
    words = [
        (x, 100 + 20 * at, cell)
        for at, row in enumerate(rows[1:])
        for x, cell in zip((62, 102, 222, 402), row, strict=True)
        if cell
    ]
    rules = [(60, y, 500, y) for y in range(85, 165, 20)]
    bars = [(x, 85, x, 145) for x in (100, 220, 400)]
    assert text(words, lines=rules + bars).split("\n") == [
        f"| {' | '.join(row)} |" for row in rows[1:]
    ]


def test_the_head_of_a_narrow_column_is_one_word():
    words = [
        (62, 100, "ST"),
        (62, 112, "T"),
        (102, 100, "Ho ten"),
        (62, 130, "1"),
        (102, 130, "Lo"),
    ]
    rules = [(60, y, 300, y) for y in (85, 118, 140)]
    bars = [(x, 85, x, 140) for x in (60, 100, 300)]
    assert text(words, lines=rules + bars).split("\n") == ["| STT | Ho ten |", "| 1 | Lo |"]


def test_notes_that_look_alike_are_no_running_heads():
    pages = [
        [
            (72, 100, f"Huyen thuc hien nghi quyet thu {word}"), (300, 95, str(number), 7),
            (306, 100, "cua tinh trong nam nay."),
            (72, 780, str(number), 6), (76, 784, f"Ke hoach so {number}7-KH/HU cua Huyen uy.", 9),
        ]
        for number, word in enumerate(("nhat", "hai", "ba"), start=1)
    ]  # fmt: skip
    notes = [block.text for block in read(*pages).blocks if block.kind == "footnote"]
    assert notes == [
        f"[{number}] Ke hoach so {number}7-KH/HU cua Huyen uy." for number in (1, 2, 3)
    ]


MARKS = ["- - -", "+ + +", "1. 2. 3.", "a) b) c)", "1.1. 1.2. 1.3.", "(i) (ii) (iii)", "o o o"]


@pytest.mark.parametrize("left", [72, 90])
@pytest.mark.parametrize("marks", MARKS)
def test_what_hangs_before_the_items_of_a_list_is_no_column(marks, left):
    first, second, third = marks.split()
    right = left + 36
    page = [
        (72, 80, "Xa co ba nhiem vu trong nam nay, tu nay den khi dai hoi dai bieu cua huyen:"),
        (left, 96, first), (right, 96, "Ra soat can bo cac thon trong xa va cac to dan pho, bao"),
        (right, 110, "cao voi Huyen uy truoc thang sau;"),
        (left, 124, second), (right, 124, "Sap xep lai cac to dan pho trong nam nay;"),
        (left, 138, third), (right, 138, "Bao cao ket qua voi Thuong truc."),
        (72, 152, "Xa hop xong."),
    ]  # fmt: skip
    first, second, third = marks.replace("o", "•").split()
    assert text(page).split("\n")[1:] == [
        f"{first} Ra soat can bo cac thon trong xa va cac to dan pho, bao cao voi Huyen uy truoc "
        "thang sau;",
        f"{second} Sap xep lai cac to dan pho trong nam nay;",
        f"{third} Bao cao ket qua voi Thuong truc.",
        "Xa hop xong.",
    ]


def test_numbers_beside_other_columns_are_cells():
    page = [
        (x, 100 + 20 * at, word)
        for at, words in enumerate((["1.", "Lo Van May", "Bi thu"], ["2.", "Ly A Son", "Chu tich"]))
        for x, word in zip((72, 120, 300), words, strict=True)
    ]
    assert text(page) == "| 1. | Lo Van May | Bi thu |\n| 2. | Ly A Son | Chu tich |"


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ([(72, "diem a, b"), (130, "va"), (147, "c khoan 2")], "diem a, b va c khoan 2"),
        ([(72, "nhiem vu"), (126, "c"), (135, "cua xa")], "nhiem vu c cua xa"),
        ([(72, "diem l, m"), (134, "va"), (151, "n khoan 2")], "diem l, m va n khoan 2"),
    ],
)
def test_the_letter_of_an_item_is_no_end_of_a_word(words, whole):
    assert text([(x, 100, word) for x, word in words]) == whole


def test_a_heading_in_capitals_goes_on_where_its_line_is_full():
    page = [
        (72, 80, "BAO VE AN NINH MANG DOI VOI HE THONG THONG TIN QUAN TRONG"),
        (180, 95, "VE AN NINH QUOC GIA"),
        (72, 120, "Xa hop sang nay, ban ve cong tac to chuc can bo cua cac thon trong xa nay."),
        (72, 160, "HOI DONG NHAN DAN"),
        (72, 175, "HUYEN SONG MAY"),
    ]
    lines = text(page).split("\n")
    assert lines[0] == f"{page[0][2]} {page[1][2]}"
    assert lines[-2:] == ["HOI DONG NHAN DAN", "HUYEN SONG MAY"]


def test_a_symbol_that_the_end_of_a_line_parts_is_one():
    page = [
        (72, 100, "Huyen thuc hien Quyet dinh so 20/2021/QD-"),
        (72, 115, "UBND."),
        (72, 130, "Xa hop."),
    ]
    assert "20/2021/QD-UBND." in text(page)


def test_cells_that_take_columns_or_rows_are_told_by_the_lines():
    words = [
        (75, 112, "TT"), (110, 105, "Ho va"), (110, 119, "ten"), (330, 105, "Chuc vu"),
        (270, 119, "Dang"), (420, 119, "Chinh quyen"), (75, 134, "I. Khoi cac phong ban cua xa"),
        (75, 149, "1"), (110, 149, "Lo Van May"), (262, 149, "Pho Bi thu"), (420, 149, "Chu tich"),
        (75, 164, "2"), (110, 164, "Ly A Son"), (262, 164, "Bi thu Doan thanh nien, Uy vien"),
    ]  # fmt: skip
    across = [(70, y, 540, y) for y in (90, 123, 138, 153, 168)] + [(255, 107, 540, 107)]
    down = [(70, 90, 70, 168), (540, 90, 540, 168), (400, 107, 400, 123), (400, 138, 400, 153)]
    down += [(x, top, x, bottom) for x in (100, 255) for top, bottom in ((90, 123), (138, 168))]
    assert text(words, lines=across + down).split("\n") == [
        "| TT | Ho va ten | Chuc vu |  |",
        "|  |  | Dang | Chinh quyen |",
        "| I. Khoi cac phong ban cua xa |  |  |  |",
        "| 1 | Lo Van May | Pho Bi thu | Chu tich |",
        "| 2 | Ly A Son | Bi thu Doan thanh nien, Uy vien |  |",
    ]


def test_boxes_around_words_are_no_table():
    page = [
        (72, 100 + 15 * at, "Dong chi Lo Van May, Bi thu Huyen uy, yeu cau cac xa hoan thanh viec")
        for at in range(3)
    ]
    boxes = [(x, 90 + 15 * at, x, 103 + 15 * at) for at, x in enumerate((120, 250, 380))]
    across = [(100, 90 + 15 * at, 400, 90 + 15 * at) for at in range(4)]
    assert "|" not in text(page, lines=boxes + across)


def test_a_mark_of_signing_stands_alone():
    page = [(72, 100, "THU KY"), (72, 115, "(Da ky xong)"), (72, 130, "Vang Hoa")]
    assert text(page).split("\n") == ["THU KY", "(Da ky xong)", "Vang Hoa"]


@pytest.mark.parametrize(
    ("mark", "width"), [("III.", 13.4), ("1.1", 16.7), ("2.", 10), ("a)", 10.7)]
)
def test_a_number_is_no_part_of_the_word_that_it_stands_close_to(mark, width):
    page = [(72, 100, mark), (72 + width + 1.6, 100, "Ket qua thuc hien")]
    assert text(page) == f"{mark} Ket qua thuc hien"
    assert text([(72, 100, "V.I.Lenin va X.Y.Mac")]) == "V.I.Lenin va X.Y.Mac"


def test_an_address_stands_under_a_letterhead():
    page = [
        (100, 60, "UBND HUYEN"), (300, 60, "CONG HOA XA HOI CHU NGHIA VIET NAM"),
        (100, 75, "So: 5/CV"), (330, 75, "Doc lap - Tu do - Hanh phuc"),
        (80, 90, "V/v phoi hop"), (330, 90, "May, ngay 14 thang 5 nam 2021"),
        (80, 120, "Kinh gui:"), (230, 135, "- Cac phong, ban cua huyen;"), (230, 150, "- Cac xa."),
    ]  # fmt: skip
    lines = text(page).split("\n")
    assert lines.index("Kinh gui:") > lines.index("May, ngay 14 thang 5 nam 2021")
