"""Further kinds of files that archives hold."""

import gzip
import io
import quopri
import zipfile

import pytest

from vnpolitext.articles import ArticleError, article_from_bytes
from vnpolitext.articles.formats import converter

TEXT = "Sáng nay, xã Suối Mây họp bàn về công tác cán bộ của xã."


def packed(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


def escaped(text):
    return "".join(char if char < "\x80" else f"\\u{ord(char)}?" for char in text)


def test_rich_text():
    body = r"{\rtf1\ansi\ansicpg1252\uc1 " + escaped(TEXT) + r"\par " + escaped("Dòng hai") + "}"
    assert article_from_bytes(body.encode(), path="a.rtf").text == f"{TEXT}\nDòng hai"
    assert article_from_bytes(body.encode(), path="a.doc").text == f"{TEXT}\nDòng hai"


ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<text:list-style style:name="L"><text:list-level-style-number text:level="1"
 style:num-format="1" style:num-suffix="."/></text:list-style>
<office:body><office:text><text:h>Kế hoạch</text:h><text:p>Theo <text:span>kế hoạch</text:span>
<text:note><text:note-body><text:p>Số 87.</text:p></text:note-body></text:note> đã duyệt:</text:p>
<text:list text:style-name="L"><text:list-item><text:p>Rà soát;</text:p></text:list-item>
<text:list-item><text:p>Sắp xếp.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>
<table:table-cell/><table:table-cell><text:p>Lò Suối</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>2</text:p></table:table-cell>
<table:table-cell/><table:table-cell><text:p>Mùa A Mây</text:p></table:table-cell>
</table:table-row></table:table></office:text></office:body></office:document-content>"""


def test_a_table_in_a_cell_of_opendocument_is_read_once():
    row = "<table:table-row><table:table-cell{}>{}</table:table-cell></table:table-row>"
    inner = f"<table:table>{row.format('', '<text:p>Bản Lìm</text:p>')}</table:table>"
    rows = row.format("", "<text:p>Xã Mây</text:p>" + inner) + row.format(
        ' table:number-columns-repeated="²"', "<text:p>Xã Gió</text:p>"
    )
    table = f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table>"
    head = ODT[: ODT.index("<text:h>")]
    content = f"{head}{table}</office:text></office:body></office:document-content>"
    text = article_from_bytes(packed(content_xml=content), path="a.odt").text
    assert [text.count(name) for name in ("Xã Mây", "Bản Lìm", "Xã Gió")] == [1, 1, 1]


def test_open_document():
    article = article_from_bytes(packed(content_xml=ODT), path="a.odt")
    assert [" ".join(line.split()) for line in article.text.split("\n") if line.strip()] == [
        "# Kế hoạch", "Theo kế hoạch", "[1] đã duyệt:", "1. Rà soát;", "2. Sắp xếp.",
        "| 1 | | Lò Suối |", "| 2 | | Mùa A Mây |", "[1] Số 87.",
    ]  # fmt: skip


@pytest.mark.parametrize("shape", ["frame><draw:text-box", "custom-shape"])
def test_text_boxes_and_headings_without_words_of_open_documents(shape):
    end = "</draw:".join(reversed(shape.replace("><draw:", " ").split()))
    box = f"<draw:{shape}><text:p>Dự thảo</text:p></draw:{end}>"
    head = ODT[: ODT.index("<text:h>")].replace(
        "<office:document-content", "<office:document-content "
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"', 1
    )  # fmt: skip
    body = f"<text:h/><text:p>{box}Số: 12/QĐ-UBND</text:p>"
    content = f"{head}{body}</office:text></office:body></office:document-content>"
    article = article_from_bytes(packed(content_xml=content), path="a.odt")
    assert article.text == "Số: 12/QĐ-UBND\nDự thảo"


def test_books():
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lịch sử xã</dc:title></metadata>'
        '<manifest><item id="b" href="2.xhtml"/><item id="a" href="1.xhtml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="O/p.opf"/></rootfiles></container>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("O/p.opf", package)
        archive.writestr("O/1.xhtml", f"<html><body><h1>Chương 1</h1><p>{TEXT}</p></body></html>")
        archive.writestr("O/2.xhtml", "<html><body><p>Hết.</p></body></html>")
    article = article_from_bytes(stream.getvalue(), path="a.epub")
    assert article.text == f"# Chương 1\n{TEXT}\n\nHết."
    assert article.metadata["title"] == "Lịch sử xã"


def test_pages_saved_as_one_file():
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{TEXT} Lần {number}.</p>" for number in range(4))
    message = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://xa.vn/tin/1.html\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n"
        f"<html><body><h1>Xã Mây họp bàn</h1><article>{body}</article></body></html>\r\n--x--\r\n"
    )
    article = article_from_bytes(message.encode(), path="a.mhtml")
    assert (article.metadata["title"], article.metadata["url"]) == (
        "Xã Mây họp bàn", "https://xa.vn/tin/1.html",
    )  # fmt: skip
    assert article.text.count(TEXT) == 4


@pytest.mark.parametrize("suffix", ["html", "htm", "doc", "txt", "xml", "mht"])
@pytest.mark.parametrize(
    "head",
    [
        "From: <Saved by Blink>\r\nSubject: a\r\nMIME-Version: 1.0\r\n",
        "MIME-Version: 1.0\r\n",
        "Date: Fri, 14 May 2021 01:30:00 -0000\nMIME-Version: 1.0\n",
    ],
)
def test_a_page_saved_with_its_pictures_is_known_by_any_name(suffix, head):
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{TEXT} Lần {number}.</p>" for number in range(4))
    page = quopri.encodestring(f"<html><body><article>{body}</article></body></html>".encode())
    message = (
        f"{head}Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; "
        "charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    ).encode() + page + b"\n--x--\n"  # fmt: skip
    assert article_from_bytes(message, path=f"a.{suffix}").text.count(TEXT) == 4


@pytest.mark.parametrize("name", ["a.shtml", "a.cms", "a", "a.html_", "a.ashx"])
def test_a_page_is_known_whatever_its_name(name):
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{TEXT} Lần {number}.</p>" for number in range(4))
    page = f"<html><head><title>a</title></head><body><article>{body}</article></body></html>"
    text = article_from_bytes(page.encode(), path=name).text
    assert (text.count(TEXT), "<" in text) == (4, False)


@pytest.mark.parametrize("text", ["From: huyện\nXã họp.", "Date: 14/05/2021\nXã họp multipart/x."])
def test_texts_that_begin_as_messages_do_are_texts(text):
    assert article_from_bytes(text.encode(), path="a.txt").text == text


def test_packed_files():
    article = article_from_bytes(gzip.compress(TEXT.encode()), path="kho/bài 1.txt.gz")
    assert (article.id, article.text) == ("bài 1", TEXT)
    with pytest.raises(ArticleError, match=r"a damaged \.gz file"):
        article_from_bytes(b"\x1f\x8b\x08 broken", path="a.txt.gz")


OLD = bytes.fromhex("d0cf11e0a1b11ae1") + b"W\0o\0r\0d"


def test_old_word_files_need_a_program(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ArticleError, match=r"save it as \.docx, or install LibreOffice, antiword"):
        article_from_bytes(OLD, path="a.doc")
    program = tmp_path / "antiword"
    program.write_text(f"#!/bin/sh\nprintf '%s' '{TEXT}'\n", encoding="utf-8")
    program.chmod(0o755)
    assert article_from_bytes(OLD, path="a.doc").text == TEXT
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    with pytest.raises(ArticleError, match="an old Word file that antiword cannot read"):
        article_from_bytes(OLD, path="a.doc")


def test_a_program_that_hangs_is_ended(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(converter, "_SECONDS", 0.2)
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexec sleep 20\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(ArticleError, match=r"soffice took longer than 0\.2 seconds"):
        article_from_bytes(OLD, path="a.doc")


PRINTED = """|ỦY BAN NHÂN DÂN   |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
|XÃ MÂY            |Độc lập - Tự do - Hạnh phúc         |

                  QUYẾT ĐỊNH
|TT |Họ tên       |Chức vụ            |
|1  |Lò Văn An    |Bí thư Đảng ủy,    |
|   |             |Chủ tịch HĐND      |
|2  |Mùa A Sơn    |Phó Bí thư         |

|Nơi nhận:         |KT. CHỦ TỊCH      |
|- Lưu: VT.        |PHÓ CHỦ TỊCH      |
|                  |                  |
|                  |Vàng Thị Suối     |
"""


def test_tables_that_antiword_prints_are_read_as_those_of_word(monkeypatch, tmp_path):
    (tmp_path / "printed.txt").write_text(PRINTED, encoding="utf-8")
    program = tmp_path / "antiword"
    program.write_text(f"#!/bin/sh\nexec /bin/cat {tmp_path}/printed.txt\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    lines = article_from_bytes(OLD, path="a.doc").text.split("\n")
    assert [line.strip() for line in lines if line.strip()] == [
        "ỦY BAN NHÂN DÂN", "XÃ MÂY", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "QUYẾT ĐỊNH", "| TT | Họ tên | Chức vụ |",
        "| 1 | Lò Văn An | Bí thư Đảng ủy, Chủ tịch HĐND |", "| 2 | Mùa A Sơn | Phó Bí thư |",
        "Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vàng Thị Suối",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("suffix", "data", "reason"),
    [
        ("rtf", b"x", "not a readable Rich Text file"),
        ("odt", b"PK\3\4 x", "not a readable OpenDocument file"),
        ("odt", packed(a_xml="x"), "no text part"),
        ("epub", packed(a_xml="x"), "no package"),
        ("mht", b"", "without text"),
        ("srt", b"x", "without times"),
    ],
)
def test_damaged_files_name_their_kind(suffix, data, reason):
    with pytest.raises(ArticleError, match=reason) as caught:
        article_from_bytes(data, path=f"a.{suffix}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Fri, 14 May 2021 01:05:00 +0000", "2021-05-14T08:05:00"),
        ("Fri, 14 May 2021 08:05:00 +0700", "2021-05-14T08:05:00"),
        ("Thu, 13 May 2021 21:05:00 -0400", "2021-05-14T08:05:00"),
        ("14/5", None),
    ],
)
def test_a_letter_is_dated_in_the_time_of_vietnam(date: str, published: str | None) -> None:
    message = f"Subject: Xã Mây họp\nDate: {date}\nContent-Type: text/plain\n\nSáng nay, xã họp.\n"
    article = article_from_bytes(message.encode(), path="a.eml")
    assert article.metadata["published"] == published


LISTS = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>
 <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-prefix="Điều " style:num-suffix="."/><text:list-level-style-number text:level="2"
 style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>
 </office:automatic-styles><office:body><office:text>
 <text:list text:style-name="L"><text:list-item><text:p>Phạm vi</text:p><text:list><text:list-item>
 <text:p>xã</text:p></text:list-item><text:list-item><text:p>thôn</text:p></text:list-item>
 </text:list></text:list-item></text:list><text:p>Đoạn giữa.</text:p>
 <text:list text:style-name="L"{more}><text:list-item><text:p>Sau</text:p></text:list-item>
 </text:list></office:text></office:body></office:document-content>"""


@pytest.mark.parametrize(
    ("more", "last"), [("", "Điều 1. Sau"), (' text:continue-numbering="true"', "Điều 2. Sau")]
)
def test_numbers_of_lists_in_open_documents(more, last):
    article = article_from_bytes(packed(content_xml=LISTS.format(more=more)), path="a.odt")
    lines = [line.strip() for line in article.text.split("\n") if line.strip()]
    assert lines == ["Điều 1. Phạm vi", "1.1. xã", "1.2. thôn", "Đoạn giữa.", last]


@pytest.mark.parametrize(
    ("more", "item", "last"),
    [
        ('text:continue-list="l1"', "", "Điều 2. Sau"),
        ('text:continue-list="l1"', ' text:start-value="7"', "Điều 7. Sau"),
        ("", ' text:start-value="7"', "Điều 7. Sau"),
    ],
)
def test_a_list_of_another_style_goes_on_where_it_is_told(more, item, last):
    first, rest = LISTS.split("<text:p>Đoạn giữa.</text:p>")
    style = first[first.index("<text:list-style") : first.index("</office:automatic-styles>")]
    first = first.replace(style, style + style.replace('name="L"', 'name="M"'))
    first = first.replace('<text:list text:style-name="L">', '<text:list xml:id="l1" '
                          'text:style-name="L">')  # fmt: skip
    rest = rest.replace('style-name="L"{more}><text:list-item>', f'style-name="M" {more}>'
                        f"<text:list-item{item}>")  # fmt: skip
    article = article_from_bytes(packed(content_xml=first + rest), path="a.odt")
    assert article.text.split("\n")[-1] == last


def test_numbers_of_two_digits_in_open_documents():
    content = LISTS.replace('num-format="1"', 'num-format="01, 02, 03, ..."', 1).format(more="")
    article = article_from_bytes(packed(content_xml=content), path="a.odt")
    assert article.text.split("\n")[-1] == "Điều 01. Sau"


NESTED = """<text:list text:style-name="L"{more}><text:list-item><text:list><text:list-item>
 <text:p>bản</text:p></text:list-item></text:list></text:list-item></text:list>"""


@pytest.mark.parametrize(
    ("before", "number"),
    [("", "1.3."), ('<text:list text:style-name="L" text:continue-numbering="true"/>', "1.3.")],
)
def test_a_list_that_holds_nothing_but_a_list_goes_on_below(before, number):
    more = ' text:continue-numbering="true"'
    content = LISTS.format(more=more)
    content = content.replace("<text:p>Đoạn giữa.</text:p>", before + NESTED.format(more=more))
    lines = article_from_bytes(packed(content_xml=content), path="a.odt").text.split("\n")
    assert [line.strip() for line in lines if line.strip()][3:] == [f"{number} bản", "Điều 2. Sau"]


OUTLINE = """<office:document-styles
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:styles><text:outline-style>
 <text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>
 <text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="."
 text:display-levels="1"/><text:outline-level-style text:level="3" style:num-format=""/>
 </text:outline-style></office:styles></office:document-styles>"""


def test_headings_of_open_documents_have_their_numbers():
    told = [(1, "Mục đích"), (2, "Yêu cầu"), (2, "Thời gian"), (1, "Nội dung"), (2, "Địa điểm")]
    headings = "".join(f'<text:h text:outline-level="{n}">{words}</text:h>' for n, words in told)
    listed = '<text:list text:style-name="L"><text:list-item><text:h>Mục đích</text:h>'
    content = LISTS.format(more="").replace(
        "<text:p>Đoạn giữa.</text:p>", f"{headings}{listed}</text:list-item></text:list>"
    )
    article = article_from_bytes(packed(content_xml=content, styles_xml=OUTLINE), path="a.odt")
    lines = [line.strip("# ") for line in article.text.split("\n") if line.startswith("#")]
    assert lines == [
        "I. Mục đích", "1. Yêu cầu", "2. Thời gian", "II. Nội dung", "1. Địa điểm",
        "Điều 1. Mục đích",
    ]  # fmt: skip


LOOKS = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>
 <style:style style:name="Cap"><style:text-properties fo:text-transform="uppercase"/></style:style>
 <style:style style:name="Low"><style:text-properties fo:text-transform="none"/></style:style>
 <style:style style:name="Not"><style:text-properties text:display="none"/></style:style>
 <style:style style:name="Sub" style:parent-style-name="Cap"/>
 <style:style style:name="Box"><style:table-cell-properties fo:border{side}="0.5pt solid #000"/>
 </style:style></office:automatic-styles><office:body><office:text>{body}</office:text>
 </office:body></office:document-content>"""


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<text:p text:style-name="Cap">Lò Mây</text:p>', "LÒ MÂY"),
        ('<text:p text:style-name="Sub">xã <text:span>Mây</text:span> ấy</text:p>', "XÃ MÂY ẤY"),
        ('<text:p>Lò <text:span text:style-name="Sub">Mây</text:span> họp</text:p>', "Lò MÂY họp"),
        ('<text:p text:style-name="Cap">a<text:span text:style-name="Low">b</text:span></text:p>',
         "Ab"),
        ('<text:p>rõ<text:span text:style-name="Not">ẩn</text:span> ràng</text:p>', "rõ ràng"),
    ],
)  # fmt: skip
def test_words_of_open_documents_are_read_as_they_are_shown(body, shown):
    data = packed(content_xml=LOOKS.format(side="", body=body))
    assert article_from_bytes(data, path="a.odt").text == shown


@pytest.mark.parametrize("side", ["", "-top", "-left"])
def test_a_drawn_table_of_an_open_document_keeps_its_rows(side):
    rows = [("Nội dung", "Phụ trách"), ("Rà soát</text:p><text:p>cán bộ", "Lò Mây")]
    cells = "".join(
        f"<table:table-row>{''.join(cell.format(words) for words in row)}</table:table-row>"
        for cell in ['<table:table-cell table:style-name="Box"><text:p>{}</text:p>'
                     "</table:table-cell>"]
        for row in rows
    )  # fmt: skip
    data = packed(content_xml=LOOKS.format(side=side, body=f"<table:table>{cells}</table:table>"))
    assert article_from_bytes(data, path="a.odt").text.split("\n") == [
        "| Nội dung | Phụ trách |",
        "| Rà soát cán bộ | Lò Mây |",
    ]
