"""Word documents: what the page shows is read, in its order, with its numbers."""

import io
import time
import zipfile

import pytest

from vnpolitext.articles import article_from_bytes

pytest.importorskip("lxml")

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(body, namespace=WORD, **parts):
    """A .docx whose body is ``body``, with further parts such as ``numbering``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        root = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{root}</Relationships>'
        )
        inner = "".join(
            f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
            for name in parts
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
        )
        for name, content in parts.items():
            archive.writestr(
                f"word/{name}.xml", f'<w:{name} xmlns:w="{namespace}">{content}</w:{name}>'
            )
    return stream.getvalue()


def read(body, *args, **parts):
    return article_from_bytes(word(body, *args, **parts), path="a.docx")


def p(*runs, properties=""):
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def broken(before, after, font):
    """A run with a place at which its word may be broken."""
    properties = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    return f"<w:r>{properties}<w:t>{before}</w:t><w:softHyphen/><w:t>{after}</w:t></w:r>"


def symbol(code):
    return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'


def table(*rows, borders=False):
    lines = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' if borders else ""
    inner = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{lines}</w:tblPr>{inner}</w:tbl>"


def cell(*paragraphs, properties=""):
    inner = "".join(text if text.startswith("<") else p(text) for text in paragraphs or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (["Bí thư ", f"<w:ins>{r('Lò Mây')}</w:ins>"], "Bí thư Lò Mây"),
        (["Bí thư", "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"], "Bí thư"),
        (["xã ", f"<w:smartTag>{r('Sông Mây')}</w:smartTag>", " họp"], "xã Sông Mây họp"),
        (["Tên: ", f"<w:sdt><w:sdtContent>{r('Lò Suối')}</w:sdtContent></w:sdt>"], "Tên: Lò Suối"),
        (["Số: ", f"<w:fldSimple>{r('12')}</w:fldSimple>", "/QĐ"], "Số: 12/QĐ"),
        (["Trang ", "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>", "3"], "Trang 3"),
        (["a", f"<w:moveTo>{r('b')}</w:moveTo>", f"<w:moveFrom>{r('c')}</w:moveFrom>"], "ab"),
        (["thấy", r("ẩn", "<w:vanish/>"), r("rõ", '<w:vanish w:val="0"/>')], "thấyrõ"),
        (["dòng một", "<w:r><w:br/></w:r>", "dòng hai"], "dòng một\ndòng hai"),
        (["18", "<w:r><w:noBreakHyphen/></w:r>", "NQ/TW"], "18-NQ/TW"),
        (["Nam ", symbol("F0A8"), " Nữ ", symbol("FE")], "Nam ☐ Nữ ☑"),
        (["a ", symbol("F0E0"), " b", symbol("x"), symbol("5")], "a → b"),
        (["xem ", f"<w:hyperlink>{r('Nghị quyết')}</w:hyperlink>"], "xem Nghị quyết"),
    ],
)  # fmt: skip
def test_all_words_of_a_paragraph(runs, text):
    assert read(p(*runs)).text == text


def test_a_deleted_paragraph_mark_joins_the_paragraphs():
    gone = "<w:rPr><w:del/></w:rPr>"
    assert read(p("Chủ trì: ", properties=gone) + p("đồng chí Mây.")).text == (
        "Chủ trì: đồng chí Mây."
    )


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ('<w:framePr w:dropCap="drop" w:lines="3"/>', "Sáng nay, xã họp."),
        ('<w:framePr w:dropCap="margin"/>', "Sáng nay, xã họp."),
        ('<w:framePr w:dropCap="none"/>', "S\náng nay, xã họp."),
        ("<w:framePr/>", "S\náng nay, xã họp."),
    ],
)
def test_a_large_letter_at_the_head_of_a_paragraph(frame, text):
    assert read(p("S", properties=frame) + p("áng nay, xã họp.")).text == text


def test_a_large_letter_that_is_a_word():
    frame = '<w:framePr w:dropCap="drop"/>'
    assert (
        read(p("Ở", properties=frame) + p(" xã Mây, bà con họp.")).text == "Ở xã Mây, bà con họp."
    )


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{p('Dự thảo lần 2')}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        f'2006"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    )
    assert read(p("Kế hoạch", f"<w:r>{both}</w:r>")).text == "Kế hoạch\nDự thảo lần 2"


def test_strict_files():
    assert read(p("Xã Mây họp"), STRICT).text == "Xã Mây họp"


SIGNATURE = table(
    [
        cell("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT."),
        cell("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Vàng Thị Suối"),
    ]
)


def test_columns_of_a_page_are_read_one_after_the_other():
    text = read(p("Điều 2. Có hiệu lực từ ngày ký.") + SIGNATURE).text
    assert text.split("\n")[1:] == [
        "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vàng Thị Suối",
    ]  # fmt: skip


@pytest.mark.parametrize("borders", [True, False])
def test_cells_of_data_keep_their_column(borders):
    row = [cell("2"), cell("Vàng A Mây"), cell("Không"), cell("Không"), cell(), cell("Xã Suối")]
    assert read(table(row, row, borders=borders)).text.split("\n")[0] == (
        "| 2 | Vàng A Mây | Không | Không |  | Xã Suối |"
    )


def test_a_cell_over_two_columns_leaves_the_second_empty():
    wide = cell("Khối Đảng", properties='<w:gridSpan w:val="2"/>')
    rows = ([wide, cell("x")], [cell("1"), cell("a"), cell("b")])
    article = read(table(*rows, borders=True))
    assert article.text == "| Khối Đảng |  | x |\n| 1 | a | b |"
    assert [b.kind for b in article.blocks if b.parent is None] == ["table"]


def test_lines_of_a_cell_of_data_are_one():
    rows = ([cell("1"), cell("Bí thư,", "Chủ tịch"), cell("Xã Mây")],) * 2
    assert read(table(*rows, borders=True)).text.startswith("| 1 | Bí thư, Chủ tịch | Xã Mây |")


def test_tables_in_tables():
    inner = table([cell("a"), cell("b")], borders=True)
    assert "| a | b |" in read(table([cell("trên", inner, "<w:p/>")], borders=True)).text


@pytest.mark.parametrize("borders", [True, False])
def test_a_table_in_a_cell_leaves_the_columns_of_its_row(borders):
    inner = table([cell("Tổ 1"), cell("Lò Mây")], [cell("Tổ 2"), cell("Giàng Sử")], borders=borders)
    head = [cell("Thôn"), cell("Phân công"), cell("Ghi chú")]
    rows = table(head, [cell("Suối"), cell("Gồm:", inner, "<w:p/>"), cell("")], borders=True)
    assert read(rows).text.split("\n") == [
        "| Thôn | Phân công | Ghi chú |",
        "| Suối | Gồm: Tổ 1 Lò Mây Tổ 2 Giàng Sử |  |",
    ]


def test_long_vertical_merges_take_linear_time():
    down = cell(properties="<w:vMerge/>")
    first = [cell("Huyện", properties='<w:vMerge w:val="restart"/>'), cell("xã 0")]

    def seconds(count):
        data = word(table(first, *([down, cell("xã")] for _ in range(count)), borders=True))
        start = time.perf_counter()
        from vnpolitext.articles.formats.word import read_docx

        assert read_docx(data).text.count("\n") == count
        return time.perf_counter() - start

    seconds(10)
    assert seconds(1500) < 5


def level(depth, form, text, more=""):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "upperRoman", "%1.")}'
    f"{level(1, 'decimal', '%2.')}"
    f"{level(2, 'lowerLetter', '%3)')}{level(3, 'decimal', '%2.%4')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "Điều %1.")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "-")}{level(1, "bullet", "&#xF0B7;")}'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def item(text, number, depth=0):
    return p(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def test_automatic_numbers_are_text():
    body = "".join(
        [
            item("Nhiệm vụ", 1), item("Việc a", 1, 1), item("nhỏ", 1, 2), item("nhỏ nữa", 1, 2),
            item("Việc b", 1, 1), item("con", 1, 3), item("Giải pháp", 1), item("Việc c", 1, 1),
            item("Tên gọi", 2), item("Trụ sở", 2), item("xã", 3), item("chấm", 3, 1),
            item("Từ đầu", 4), item("", 1),
        ]
    )  # fmt: skip
    assert read(body, numbering=LISTS).text.split("\n") == [
        "I. Nhiệm vụ", "1. Việc a", "a) nhỏ", "b) nhỏ nữa", "2. Việc b", "2.1 con",
        "II. Giải pháp", "1. Việc c", "Điều 1. Tên gọi", "Điều 2. Trụ sở", "- xã", "• chấm",
        "I. Từ đầu",
    ]  # fmt: skip


@pytest.mark.parametrize("over", ["none", "bullet"])
def test_levels_without_numbers_begin_those_below_anew(over):
    level = '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        '<w:abstractNum w:abstractNumId="9">'
        + level.format(0, over, "-" if over == "bullet" else "")
        + level.format(1, "decimal", "%2)")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>'
    )
    body = item("Đầu", 1) + item("a", 1, 1) + item("b", 1, 1) + item("Sau", 1) + item("c", 1, 1)
    mark = "- " if over == "bullet" else ""
    assert read(body, numbering=numbering).text.split("\n") == [
        f"{mark}Đầu", "1) a", "2) b", f"{mark}Sau", "1) c",
    ]  # fmt: skip


STYLES = (
    '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="heading 2"/><w:pPr><w:numPr>'
    '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="K"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="V"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
    "</w:style>"
)


def test_numbers_and_headings_of_styles():
    body = p("Tên gọi", properties='<w:pStyle w:val="L"/>') + p(
        "Không số", properties='<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    article = read(p("Điều lệ") + body, numbering=LISTS, styles=STYLES)
    assert article.text == "Điều lệ\n# Điều 1. Tên gọi\n# Không số"
    assert [block.kind for block in article.blocks][1:] == ["heading", "heading"]


def test_notes_follow_the_text():
    notes = f'<w:footnote w:id="5">{p("Công văn số 12.")}</w:footnote>'
    body = p("Theo kế hoạch", '<w:r><w:footnoteReference w:id="5"/></w:r>', " đã duyệt.")
    article = read(body, footnotes=notes)
    assert article.text == "Theo kế hoạch[1] đã duyệt.\n[1] Công văn số 12."
    assert article.blocks[-1].kind == "footnote"


@pytest.mark.parametrize(
    ("runs", "style", "text"),
    [
        ([r("BÝ th­ HuyÖn ñy", '<w:rFonts w:ascii=".VnTime"/>'), " họp"], "", "Bí thư Huyện ủy họp"),
        ([r("tØnh ñy", '<w:rFonts w:hAnsi=".VnTimeH"/>')], "", "TỈNH ỦY"),
        (["héi nghÞ"], '<w:pStyle w:val="V"/>', "hội nghị"),
        ([r("hội nghị", '<w:rFonts w:ascii=".VnTime"/>')], "", "hội nghị"),
        ([r("Huyeän uûy", '<w:rFonts w:ascii="VNI-Times"/>')], "", "Huyện ủy"),
        ([broken("Tr", "ëng ban", ".VnTime")], "", "Trưởng ban"),
        ([broken("tr", "ëng ban", ".VnTimeH")], "", "TRƯỞNG BAN"),
        ([broken("Tröôû", "ng ban", "VNI-Times")], "", "Trưởng ban"),
        ([broken("Trưở", "ng ban", "Times New Roman")], "", "Trưởng ban"),
    ],
)  # fmt: skip
def test_fonts_of_old_encodings(runs, style, text):
    assert read(p(*runs, properties=style), styles=STYLES).text == text


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="{}"/></w:lvl>'
)


def numbering(text):
    return (
        f'<w:abstractNum w:abstractNumId="0">{LEVEL.format(text)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def test_a_cell_with_a_number_and_no_word_shows_it():
    empty = p(properties=NUMBERED)
    rows = [cell(empty), cell("Lò A"), cell("Bí thư")], [cell(empty), cell("Lò B"), cell("Ủy viên")]
    found = read(table(*rows, borders=True), numbering=numbering("%1"))
    assert found.text == "| 1 | Lò A | Bí thư |\n| 2 | Lò B | Ủy viên |"


def test_a_numbered_paragraph_without_words_counts():
    body = p("một", properties=NUMBERED) + p(properties=NUMBERED) + p("ba", properties=NUMBERED)
    assert read(body, numbering=numbering("Điều %1.")).text == "Điều 1. một\n\nĐiều 3. ba"


def test_a_list_may_borrow_the_levels_of_a_style():
    borrowed = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>'
        f"{LEVEL.format('Điều %1.')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert read(p("Phạm vi", properties=NUMBERED), numbering=borrowed).text == "Điều 1. Phạm vi"


@pytest.mark.parametrize(
    ("style", "run", "text"),
    [
        ("", "<w:caps/>", "QUYẾT ĐỊNH"),
        ("<w:caps/>", "", "QUYẾT ĐỊNH"),
        ("<w:caps/>", '<w:caps w:val="0"/>', "quyết định"),
        ("", "<w:smallCaps/>", "quyết định"),
    ],
)
def test_capitals_are_read_as_the_page_shows_them(style, run, text):
    styles = (
        f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:rPr>{style}</w:rPr>'
        "</w:style>"
    )
    body = p(r("quyết định", run), properties='<w:pStyle w:val="S"/>')
    assert read(body, styles=styles).text == text


SIGNED = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nGiàng A Chư"
TAB = "<w:r><w:tab/></w:r>"


@pytest.mark.parametrize(
    "signature",
    [
        table(
            [cell("Nơi nhận:"), cell("KT. CHỦ TỊCH")],
            [cell("- Như trên;"), cell("PHÓ CHỦ TỊCH")],
            [cell("- Lưu: VT."), cell("Giàng A Chư")],
        ),
        p(r("Nơi nhận:"), TAB, r("KT. CHỦ TỊCH"))
        + p(r("- Như trên;"), TAB, TAB, r("PHÓ CHỦ TỊCH"))
        + p("- Lưu: VT.")
        + p(TAB, r("Giàng A Chư")),
    ],
)
def test_a_signature_beside_recipients_is_read_column_by_column(signature):
    found = read(p("Điều 1. Bổ nhiệm ông Lò Văn An.") + signature)
    assert found.text.endswith(SIGNED)
    assert found.metadata["author"] == "Giàng A Chư"
    assert found.blocks[-1].text == SIGNED.partition("VT.\n")[2]


def test_two_who_sign_side_by_side():
    body = p(r("TM. ĐẢNG ỦY"), TAB, r("TM. UBND")) + p(r("BÍ THƯ"), TAB, r("CHỦ TỊCH"))
    found = read(body + p(r("Lò Văn An"), TAB, r("Vàng Thị Mây")))
    assert found.text.split("\n") == [
        "TM. ĐẢNG ỦY", "BÍ THƯ", "Lò Văn An", "TM. UBND", "CHỦ TỊCH", "Vàng Thị Mây",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "text"),
    [("BÝ th­ HuyÖn ñy", "Bí thư Huyện ủy\nông Bình"), ("Bí thư Huyện ủy", None)],
)
def test_an_old_font_may_hold_unicode(first, text):
    old = '<w:rFonts w:ascii=".VnTime"/>'
    second = "«ng B×nh" if text else "ông Bình"
    found = read(p(r(first, old)) + p(r(second, old)))
    assert found.text == (text or "Bí thư Huyện ủy\nông Bình")


def test_what_follows_a_table_is_no_row_of_it():
    rows = [cell("TT"), cell("Họ tên"), cell("Xã")], [cell("1"), cell("Lò A"), cell("Mây")]
    found = read(table(*rows, borders=True) + p("Sáng nay, xã Mây họp bàn về công tác cán bộ."))
    assert [block.kind for block in found.blocks if block.parent is None] == ["table", "paragraph"]


def test_an_item_that_is_deleted_does_not_count():
    gone = item("", 1).replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    gone = gone.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    text = read(item("Một", 1) + gone + item("Hai", 1), numbering=LISTS).text
    assert text.split("\n") == ["I. Một", "II. Hai"]


PAGE = (
    "<html><head><meta charset=utf-8></head><body><h2>Kết quả</h2><p>Xã Mây họp.</p></body></html>"
)
MESSAGE = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: "
    f"text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{PAGE}\n--x--\n"
)


@pytest.mark.parametrize("page", [PAGE, MESSAGE])
@pytest.mark.parametrize("name", ["page", "other"])
def test_a_page_inside_of_a_document_is_text(page, name):
    chunk = f'<w:altChunk xmlns:r="{OFFICE}" r:id="{name}"/>'
    data = word(p("Trước.") + chunk + p("Sau."), page="")
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/page.xml", page)
    lines = article_from_bytes(stream.getvalue(), path="a.docx").text.split("\n")
    inner = ["# Kết quả", "Xã Mây họp."] if name == "page" else []
    assert lines == ["Trước.", *inner, "Sau."]
