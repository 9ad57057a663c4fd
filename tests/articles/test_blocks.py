"""Layout: each page is given as (kind, text) pairs, joined by the separator that follows it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.articles import article_from_text, find_blocks
from vnpolitext.text import View

BODY = "Sáng nay, xã Sông Mây họp bàn việc làm đường; các thôn đều cử người đến dự và góp ý kiến."
MORE = "Sau hội nghị, các đại biểu đi xem đoạn đường đã làm xong ở thôn Đầu Nguồn và trao đổi thêm."

PAGES = {
    "party site": [
        ("boilerplate", "TRANG THÔNG TIN ĐIỆN TỬ HUYỆN SÔNG MÂY", "\n • "),
        ("title", "Mười năm một con đường", "\n • "),
        ("byline", "Thời gian đăng: 05/06/2021 09:12:40 AM - Lượt đọc: 1.204", "\n • "),
        ("lead", BODY, "\n\n  "),
        ("image", "z260964_9a590abb.jpg", "\n\n  "),
        ("caption", "Đồng chí Lê Văn Mây, Bí thư Đảng uỷ xã phát biểu tại hội nghị", "\n\n  "),
        ("paragraph", MORE, "\n\n  "),
        ("paragraph", BODY + " ./.", "\n\n  "),
        ("footnote", "1- Văn kiện Đại hội, tập 1, NXB Sông Mây, 2021.", "\n\n   \u00a0"),
        ("signature", "Lê Văn Mây\n\n  Bí thư Đảng uỷ xã", "\n\n • "),
        ("boilerplate", "BẢN ĐỒ HÀNH CHÍNH\n  Liên kết web\n • Tổng truy cập: 1.204", ""),
    ],
    "news": [
        ("title", "Sông Mây: làm đường", "\n"),
        ("byline", "Thứ năm, 20/12/2012 | 09:40 (GMT+7)", "\n\n"),
        ("lead", "(baosongmay.vn) - " + BODY, "\n\n"),
        ("paragraph", MORE, "\n\n"),
        ("paragraph", BODY, "\n\n"),
        ("caption", "Quang cảnh hội nghị. Ảnh: Mây Trắng", "\n\n"),
        ("signature", "Tin, ảnh: Lò Văn Suối", "\n\n"),
        ("boilerplate", "Các tin khác\nXã Mây khánh thành cầu\nXã Gió họp", ""),
    ],
    "markdown": [
        ("title", "Đường về Sông Mây", "\n\n"),
        ("boilerplate", "Nội dung chính", "\n\n"),
        ("lead", BODY, "\n\n"),
        ("image", "![ảnh](https://songmay.vn/a.jpg)", "\n"),
        ("caption", "Con đường mới", "\n\n"),
        ("heading", "Việc còn lại", "\n\n"),
        ("paragraph", MORE, "\n\n"),
        ("quote", "“Có đường là có tất cả, bà con ai cũng mừng”.", "\n\n"),
        ("table", "| Thôn | Km |\n|---|---|\n| Đầu Nguồn | 3 |", "\n\n"),
        ("paragraph", BODY, ""),
    ],
    "document": [
        ("byline", "HUYỆN ỦY SÔNG MÂY\n*\nSố 12-NQ/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
                   "Sông Mây, ngày 18 tháng 10 năm 2019", "\n\n"),
        ("title", "NGHỊ QUYẾT\nvề làm đường ở các thôn vùng cao", "\n"),
        ("boilerplate", "-----", "\n\n"),
        ("paragraph", "Căn cứ Điều lệ Đảng, Huyện ủy quyết nghị:", "\n\n"),
        ("heading", "I. TÌNH HÌNH", "\n\n"),
        ("paragraph", "1. " + BODY, "\n\n"),
        ("heading", "Điều 2. Tổ chức thực hiện", "\n\n"),
        ("paragraph", MORE, "\n\n"),
        ("signature", "Nơi nhận:\n- Như trên;\n- Lưu.", "\n\n"),
        ("signature", "T/M HUYỆN ỦY\nBÍ THƯ\n\nGiàng A Mây", ""),
    ],
    "question and answer": [
        ("title", "“Muốn dân tin thì phải làm”", "\n"),
        ("byline", "20/03/2019 7:30:00 SA", "\n\n"),
        ("lead", "LTS: " + BODY, "\n\n"),
        ("paragraph", "PV: Thưa đồng chí, việc gì khó nhất?", "\n\n"),
        ("paragraph", "Đồng chí Giàng A Mây: " + MORE, "\n\n"),
        ("signature", "Hoàng Mây - Tất Suối (thực hiện)", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_page(name):
    parts = PAGES[name]
    text = "".join(surface + glue for _, surface, glue in parts)
    if name == "markdown":
        text = "# " + text.replace("Việc còn lại", "## Việc còn lại")
    found = [(block.kind, block.text) for block in find_blocks(text) if block.parent is None]
    assert found == [(kind, surface) for kind, surface, _ in parts]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("Đ", "Ð"),
        lambda text: "".join("\u200b" + letter if letter == "h" else letter for letter in text),
        lambda text: __import__("unicodedata").normalize("NFD", text),
    ],
    ids=["crlf", "nbsp", "eth", "zero-width", "nfd"],
)
def test_spelling_of_the_page_does_not_change_its_layout(name, change):
    text = "".join(surface + glue for _, surface, glue in PAGES[name])
    plain, changed = find_blocks(text), find_blocks(change(text))
    assert [block.kind for block in changed] == [block.kind for block in plain]
    assert all(change(text)[b.start : b.end] == b.text for b in changed)


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "Sông Mây họp bàn việc làm đường\n\n"
        "Sáng nay, tại hội trường xã, Đảng ủy và Ủy ban nhân dân xã Sông Mây họp\n"
        "với các thôn để bàn việc làm đường. Các thôn đều cử người đến dự và góp ý\n"
        "kiến.\n\n"
        "Chủ tịch xã cho biết việc này đã bàn từ lâu, nay có tiền mới làm được, nên\n"
        "mong các thôn cùng góp công. Trưởng thôn Đầu Nguồn hứa góp năm trăm ngày\n"
        "công trong mùa khô.\n"
    )
    kinds = [(block.kind, block.text.count("\n")) for block in find_blocks(text)]
    assert kinds == [("title", 0), ("paragraph", 2), ("paragraph", 2)]


def test_items_of_a_list_are_never_notes():
    text = f"Việc phải làm\n\n{BODY}\n\n{MORE}\n\n1. Làm đường.\n\n2. Làm cầu.\n\n3. Trồng rừng."
    assert "footnote" not in {block.kind for block in find_blocks(text)}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", "** **", "•", "#", "|", "---", "\x00", "\ud800", "a", "1."]
)
def test_nearly_nothing(text):
    article = article_from_text(text)
    assert article.text == text
    assert all(text[b.start : b.end] == b.text for b in article.blocks)
    assert len(article.blocks) <= 1


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([p[1] for page in PAGES.values() for p in page]),
            st.text(max_size=40),
            st.sampled_from(["", "  ", "\t", "**", "# ", "• ", "\r", "\u2028", "\x0c", "\ud800"]),
        ),
        max_size=14,
    ).map("\n".join)
)
def test_blocks_cover_the_words_of_any_text(text):
    end = 0
    blocks = find_blocks(text)
    for block in blocks:
        assert text[block.start : block.end] == block.text
        if block.parent is not None:
            outer = blocks[block.parent]
            assert outer.start <= block.start <= block.end <= outer.end
            continue
        assert block.start >= end
        assert block.text == block.text.strip()
        assert not any(c.isalnum() for c in View.of(text[end : block.start]).text)
        end = block.end
    assert not any(letter.isalnum() for letter in text[end:])
    assert find_blocks(text) == find_blocks(text)


@pytest.mark.parametrize(
    "unit",
    ["a", "a b. ", "- ", "|", "(1) ", "1/1/2020 ", "a\n", ".jpg ", "“", "*", "\\*", "é\u0301"],
)
def test_long_input_takes_linear_time(unit):
    import time

    def seconds(count):
        text = unit * count
        best = 9.0
        for _ in range(2):
            start = time.perf_counter()
            article_from_text(text)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(64_000) < 40 * seconds(8_000) + 0.2


BETWEEN = (
    "Xã họp\n\n{line}\n\nNgười dân góp công làm đường qua bảy thôn từ mùa xuân năm nay.\n\nHết."
)


@pytest.mark.parametrize(
    ("line", "kind", "surface"),
    [
        ("Đường qua bảy thôn", "heading", None),
        ("Đường được mở năm 1971.[1][2]", "paragraph", None),
        ("*Người dân thôn Suối Mây đi làm đường*", "caption", None),
        ("*Đường (đoạn một) qua bảy thôn bản*", "heading", None),
        ("[sửa | sửa mã nguồn]Xã có chín thôn.", "paragraph", "Xã có chín thôn."),
        ("[sửa | sửa mã nguồn]### Dân cư", "heading", "Dân cư"),
        ("*Đường qua suối? (Hình từ Internet)*", "caption", None),
        ("(Đổi hướng từ Xã Mây)", "boilerplate", None),
        ("</div><div class='muc'>", "boilerplate", None),
    ],
)
def test_a_line_between_paragraphs(line, kind, surface):
    blocks = find_blocks("Đầu đề\n\nXã Sông Mây mở đường.\n\n" + BETWEEN.format(line=line))
    assert (kind, surface or line) in [(block.kind, block.text) for block in blocks]


def kinds_of(text):
    return [(block.kind, block.text) for block in find_blocks(text)]


def test_a_wrapped_line_that_cannot_end_goes_on():
    lines = [
        "Thực hiện Nghị quyết của Hội đồng nhân dân xã về việc làm đường theo Thông tư số",
        "12/2021/TT-BGTVT và các văn bản khác, Ủy ban nhân dân xã Sông Mây giao cho các",
        "Ban quản lý thôn, các hội và đoàn thể vận động người dân góp công, trong đó của",
        "Hội Nông dân là chín cây số, của Đoàn Thanh niên là hai cây số và một chiếc cầu",
        "treo qua suối Mây.",
    ]
    blocks = kinds_of("Đầu đề của bài\n\nĐoạn mở đầu.\n\n" + "\n".join(lines))
    assert blocks[-1] == ("paragraph", "\n".join(lines))


def test_a_letterhead_whose_lines_are_torn():
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ SÔNG MÂY\n-------\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n-------\n|\nSố:\n16/2021/QĐ-UBND\n|\n*Sông Mây, ngày\n"
        "5 tháng 6 năm 2021*\n|\n\n**QUYẾT ĐỊNH**\n\nBAN HÀNH QUY CHẾ\n\n*Căn cứ Luật Đường bộ;*\n"
    )
    blocks = kinds_of(text)
    assert [kind for kind, _ in blocks[:2]] == ["byline", "title"]
    assert blocks[0][1].endswith("năm 2021*\n|")
    assert blocks[1][1] == "**QUYẾT ĐỊNH**\n\nBAN HÀNH QUY CHẾ"


ITEMS = "Các việc gồm:\n\n(1) Làm đường theo quy định của luật.\n\n(2) Trồng rừng để giữ đất."
NOTES = "Hết bài.\n\n(1) Hồ Chí Minh: Toàn tập, t. 5, tr. 12.\n\n(2) Văn kiện, Nxb Mây, tr. 7."


@pytest.mark.parametrize(("end", "kind"), [(ITEMS, "paragraph"), (NOTES, "footnote")])
def test_notes_have_words_of_bibliography(end, kind):
    blocks = kinds_of("Đầu đề\n\nXã Sông Mây mở đường qua bảy thôn.\n\n" + end)
    assert [found for found, _ in blocks[-2:]] == [kind, kind]


def test_chrome_that_is_longer_than_the_text():
    links = "".join(f"\n\nTin số {number} [10:38]" for number in range(12))
    text = f"Đầu đề\n\n{'Xã Sông Mây mở đường. ' * 12}\n\n**Các tin mới hơn:**{links}"
    blocks = kinds_of("Download on the\n\nApp Store\n\n" + text)
    assert [kind for kind, _ in blocks] == ["boilerplate", "title", "lead", "boilerplate"]
    assert blocks[-1][1].startswith("**Các tin mới hơn:**")


def test_parts_of_a_document():
    text = "".join(surface + glue for _, surface, glue in PAGES["document"])
    text += "\n\nPHỤ LỤC I\nDanh mục đường phải làm\n\n1. Đường Đầu Nguồn."
    parts = dict.fromkeys(block.part for block in find_blocks(text))
    assert list(parts) == [
        *("letterhead", "title", "boilerplate", "preamble"),
        *("body", "recipients", "signature", "annex"),
    ]


def test_rows_and_cells_know_where_they_stand():
    table = "TT | Họ và tên | Chức vụ\n---|---|---\n1 | Lò Văn An | Bí thư\nHuyện ủy\n"
    blocks = find_blocks(f"Đầu đề\n\n{BODY}\n\n{table}\n{MORE}")
    [at] = [number for number, block in enumerate(blocks) if block.kind == "table"]
    rows = [(number, block) for number, block in enumerate(blocks) if block.parent == at]
    assert [(row.kind, row.content) for _, row in rows] == [("row", "head"), ("row", None)]
    cells = [b for b in blocks if b.parent == rows[1][0]]
    assert [(c.text, c.column, c.content) for c in cells] == [
        ("1", 0, "number"),
        ("Lò Văn An", 1, "name"),
        ("Bí thư\nHuyện ủy", 2, "office"),
    ]


def test_a_cell_that_holds_the_whole_page_stands_in_a_row_and_a_table():
    page = " ".join([BODY] * 50)
    blocks = find_blocks(f"| Trang chủ | {page} |\n\n{MORE}")
    assert [(block.kind, block.parent) for block in blocks[:6]] == [
        ("table", None), ("row", 0), ("cell", 1), ("boilerplate", 2), ("cell", 1), ("paragraph", 4),
    ]  # fmt: skip
    assert [block.text for block in blocks[2:6]] == ["Trang chủ", "Trang chủ", page, page]


def test_recipients_and_signature_in_one_row_are_no_table_of_the_body():
    recipients = "- Các sở, ban, ngành; " * 20
    row = f"| Nơi nhận: {recipients}- Lưu: VT. | TM. XÃ CHỦ TỊCH Lò Văn Mây |"
    blocks = find_blocks(f"|\n\nĐầu đề\n\n{BODY}\n\n{row}")
    assert [(b.kind, b.part) for b in (blocks[0], *blocks[-2:])] == [
        ("boilerplate", "boilerplate"),
        ("signature", "recipients"),
        ("signature", "signature"),
    ]
    assert blocks[-1].text == "TM. XÃ CHỦ TỊCH Lò Văn Mây"


def test_a_signature_ends_before_the_title_of_what_it_publishes():
    signed = "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nLò Văn Mây\n\n"
    title = "QUY CHẾ LÀM VIỆC CỦA BAN QUẢN LÝ ĐƯỜNG XÃ SÔNG MÂY"
    blocks = find_blocks(f"Đầu đề\n\n{BODY}\n\n{signed}{title}\n\n{MORE}")
    assert ("signature", "CHỦ TỊCH\nLò Văn Mây") in [(b.kind, b.text) for b in blocks]
    assert ("heading", title) in [(b.kind, b.text) for b in blocks]


@pytest.mark.parametrize(
    "signature",
    [
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Văn An",
        "CHỦ TỊCH QUỐC HỘI\n\n\nLò Văn An",
    ],
)
@pytest.mark.parametrize("annex", ["PHỤ LỤC I\nDANH SÁCH", "Mẫu số 01\nBÁO CÁO"])
def test_a_document_is_signed_before_its_annexes(signature, annex):
    text = (
        "QUYẾT ĐỊNH\nVề việc bổ nhiệm\n\nĐiều 1. Bổ nhiệm ông Vàng A Mây.\n"
        f"Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\n{signature}\n\n{annex}\n\n"
        "1. Nội dung của phần kèm theo gồm nhiều mục khác nhau.\n2. Mục thứ hai của phần này.\n"
    )
    found = [block.text for block in find_blocks(text) if block.part == "signature"]
    assert found == [signature]


def test_a_bracket_behind_the_kind_of_a_document_is_part_of_it():
    text = "ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)\nHỘI NÔNG DÂN XÃ MÂY\n(Kèm theo Quyết định số 12/QĐ-UBND)\n"
    blocks = find_blocks(f"{text}\nChương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Tên gọi\n")
    assert blocks[0].kind == "title"
    assert blocks[0].text == text.rpartition("\n(")[0]


@pytest.mark.parametrize("mark", ["{}.", "{})"])
@pytest.mark.parametrize("marks", ["123", "abc"])
def test_the_last_item_of_a_list_is_no_heading(mark, marks):
    items = ("Rà soát cán bộ các thôn", "Sắp xếp lại các tổ dân phố", "Báo cáo với Huyện ủy")
    listed = (f"{mark.format(at)} {item}\n" for at, item in zip(marks, items, strict=True))
    text = (
        f"Nhiệm vụ của xã:\n\n{''.join(listed)}\nCác thôn có trách nhiệm thực hiện kế hoạch này.\n"
    )
    assert "heading" not in dict(kinds_of(text))
