"""Files of every kind, and everything that can be wrong with one."""

import codecs
import hashlib
import io
import json
import sys
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpolitext.articles import ArticleError, article_from_bytes, read_article
from vnpolitext.articles.decoding import decode
from vnpolitext.articles.formats import converter
from vnpolitext.articles.legacy import NAMES, _table

ROOT = Path(__file__).parents[2]
TEXT = (
    "Hội nghị tổng kết công tác năm 1998\n\n"
    "Đồng chí Bí thư Tỉnh ủy phát biểu khai mạc, nêu rõ những kết quả đã đạt được; đề nghị các "
    "huyện ủy, thị ủy tiếp tục quán triệt nghị quyết của Đảng, đẩy mạnh xóa đói giảm nghèo.\n"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def legacy_bytes(text, name):
    if name == "windows-1258":
        return b"".join(map(_letter_1258, unicodedata.normalize("NFC", text)))
    codes: dict[str, str] = {}
    for code, letter in _table(name).items():
        codes.setdefault(letter, code)
    return "".join(codes.get(letter, letter) for letter in text).encode("latin-1")


def _letter_1258(letter):
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
        return (base + "".join(p for p in parts if p in _TONES)).encode("cp1258")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32-le"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_encodings_give_the_text_and_nothing_else(tmp_path, encoding, name, form):
    text = unicodedata.normalize(form, TEXT).replace("\n", "\r\n") + "Ð\u00a0\u200b hoà uỷ"
    file = tmp_path / "bài 1.txt"
    file.write_bytes(text.encode(encoding))
    article = read_article(file)
    assert article.text == text
    assert article.id == "bài 1"
    assert article.metadata["encoding"] == name
    assert article.metadata["title"] == "Hội nghị tổng kết công tác năm 1998"


def test_only_the_first_byte_order_mark_is_dropped():
    assert decode(codecs.BOM_UTF8 + "a\ufeffb".encode())[0] == "a\ufeffb"


@pytest.mark.parametrize("name", NAMES)
def test_old_encodings_are_recognised(name):
    text, chosen = decode(legacy_bytes(TEXT, name))
    assert (unicodedata.normalize("NFC", text), chosen) == (TEXT, name)
    assert decode(legacy_bytes(TEXT, name), name)[1] == name


@pytest.mark.parametrize("name", ["tcvn3", "vni", "vps", "viscii"])
def test_old_letters_in_utf8_are_recognised(name):
    mojibake = legacy_bytes(TEXT, name).decode("latin-1")
    assert decode(mojibake.encode()) == (TEXT, f"{name}+utf-8")


@pytest.mark.parametrize("name", ["tcvn3", "vni", "vps"])
def test_old_letters_read_as_windows_1252_are_recognised(name):
    mojibake = legacy_bytes(TEXT, name).decode("cp1252", "ignore")
    assert decode(mojibake.encode())[1] == f"{name}+utf-8"


def test_capitals_of_tcvn3_are_capitals():
    data = bytes.fromhex("484ee9492044a74e") + b" " + legacy_bytes("ủY BAN NHâN DâN TỉNH", "tcvn3")
    assert decode(data, "tcvn3")[0].endswith("ỦY BAN NHÂN DÂN TỈNH")


def test_old_tables_have_every_letter():
    marked = {
        unicodedata.normalize("NFC", base + tone)
        for base in "aăâeêioôơuưy"
        for tone in ("", *_TONES)
    } - set("aeiouy")
    for name in NAMES[:-1]:
        assert marked | {"đ"} <= set(_table(name).values()), name


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode()[:60] + b"\xff" + TEXT.encode()[60:],
        TEXT.encode()[:-2] + b"\xe1\xba",
        "Совещание в Москве".encode("cp1251"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4,
        b"\xff\xfe\x41",
        bytes(range(128, 256)) * 5,
    ],
)
def test_undecodable_bytes_name_the_file(tmp_path, data):
    file = tmp_path / "hỏng.txt"
    file.write_bytes(data)
    with pytest.raises(ArticleError, match=r"hỏng\.txt: byte"):
        read_article(file)


def test_western_european_text_is_read_when_nothing_else_fits():
    text = "Réunion générale à Paris, cet été où l’on a décidé"
    assert decode(text.encode("cp1252")) == (text, "windows-1252")


@pytest.mark.parametrize(
    "text", ["Réunion à Paris: été, café, où, naïve, Besançon, élève", "Đà", "a", ""]
)
def test_utf8_stays_utf8(text):
    assert decode(text.encode()) == (text, "utf-8")


@given(st.text())
def test_any_text_survives_utf8_if_it_has_modern_letters(text):
    text = text.encode("utf-8", "ignore").decode() + "ử"
    if not text.startswith("\ufeff") and "\x00" not in text:
        assert decode(text.encode())[0] == text


@given(st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data):
    try:
        text, name = decode(data)
    except ValueError:
        return
    assert isinstance(text, str)
    assert name


def test_unknown_and_wrong_encodings(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    for name, reason in (("klingon", "unknown encoding 'klingon'"), ("ascii", "is not ascii")):
        with pytest.raises(ArticleError, match=reason):
            read_article(file, encoding=name)
    assert read_article(file, encoding="UTF8").text == TEXT


def test_empty_file_is_an_empty_article(tmp_path):
    file = tmp_path / "rỗng.txt"
    file.touch()
    article = read_article(file)
    assert (article.text, article.blocks, article.metadata["title"]) == ("", (), None)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("không có.txt", "no such file"),
        ("a.doc", "save it as .docx"),
        ("a.jsonl", "many articles"),
        ("thư mục", "a folder"),
    ],
)
def test_wrong_paths(tmp_path, monkeypatch, name, reason):
    monkeypatch.setattr(converter.shutil, "which", lambda _: None)
    (tmp_path / "thư mục").mkdir()
    (tmp_path / "a.doc").write_bytes(b"x")
    (tmp_path / "a.jsonl").write_bytes(b"{}")
    with pytest.raises(ArticleError, match=reason) as caught:
        read_article(tmp_path / name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_name_with_a_line_break_stays_on_one_line():
    assert str(ArticleError("a\nb.txt", "no such file")) == "a\\nb.txt: no such file"


def test_too_large(tmp_path):
    file = tmp_path / "lớn.txt"
    with file.open("wb") as stream:
        stream.truncate(200 * 2**20)
    with pytest.raises(ArticleError, match="200 MB, more than the 64 MB"):
        read_article(file)


def test_markdown_front_matter_is_metadata():
    data = '---\ntitle: "Đường mới"\nviews: 12\n---\n\n# Đầu đề khác\n\nXã họp.'.encode()
    article = article_from_bytes(data, path="x/a.md")
    assert (article.metadata["title"], article.metadata["views"]) == ("Đường mới", 12)
    assert article.text == data.decode()


def html(body, head=""):
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


PARAGRAPHS = "".join(
    f"<p>Đoạn {n}: sáng nay, xã Sông Mây họp bàn việc làm đường, các thôn đều cử người đến dự.</p>"
    for n in range(1, 6)
)


def test_html():
    pytest.importorskip("trafilatura")
    head = (
        "<title>Đường mới</title><meta name='author' content='Lê Văn Mây'>"
        "<meta property='article:published_time' content='2021-06-05T08:00:00+07:00'>"
        "<meta property='og:site_name' content='Báo Sông Mây'>"
    )
    menu = "<nav><a href='/'>Trang chủ</a><a href='/a'>Liên hệ</a></nav>"
    article = article_from_bytes(
        html(f"{menu}<article><h1>Đường mới</h1>{PARAGRAPHS}</article>", head), path="a.html"
    )
    assert article.metadata["title"] == "Đường mới"
    assert article.metadata["author"] == "Lê Văn Mây"
    assert article.metadata["published"].startswith("2021-06-05")
    assert article.metadata["source"] == "Báo Sông Mây"
    assert "Đoạn 5" in article.text
    assert "Liên hệ" not in article.text


@pytest.mark.parametrize("data", [b"<html></html>", b"", html("<script>1</script>")])
def test_html_without_text(data):
    pytest.importorskip("trafilatura")
    with pytest.raises(ArticleError, match="without article text"):
        article_from_bytes(data, path="a.html")


def test_docx():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Đường mới", 0)
    document.add_paragraph("Sáng nay, xã Sông Mây họp.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Thôn", "Km"
    stream = io.BytesIO()
    document.save(stream)
    article = article_from_bytes(stream.getvalue(), path="a.docx")
    assert article.text == "# Đường mới\nSáng nay, xã Sông Mây họp.\n| Thôn | Km |"
    assert article.metadata["title"] == "Đường mới"


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted with a password"),
        (OLE + "WordDocument".encode("utf-16-le"), "an old Word file; save it as .docx"),
        (b"PK\x03\x04 broken", "not a readable Word file"),
        (b"", "not a readable Word file"),
    ],
)
def test_bad_docx(monkeypatch, data, reason):
    pytest.importorskip("docx")
    monkeypatch.setattr(converter.shutil, "which", lambda _: None)
    with pytest.raises(ArticleError, match=reason):
        article_from_bytes(data, path="a.docx")


def test_docx_that_is_another_zip():
    pytest.importorskip("docx")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(ArticleError, match="not a readable Word file"):
        article_from_bytes(stream.getvalue(), path="a.docx")


def pdf_bytes(text, *, password=None):
    """A PDF of one page, written by hand."""
    pypdf = pytest.importorskip("pypdf")
    drawn = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET" if text else ""
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\n".encode()
    out += f"startxref\n{start}\n%%EOF\n".encode()
    if password is None:
        return out
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(out))
    writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_pdf():
    assert (
        article_from_bytes(pdf_bytes("Nghi quyet 18"), path="a.pdf").text.strip() == "Nghi quyet 18"
    )


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: pdf_bytes(""), "without a text layer"),
        (lambda: pdf_bytes("x", password="-".join("abc")), "encrypted with a password"),
        (lambda: pdf_bytes("x")[:80], "not a readable PDF"),
        (lambda: b"", "not a readable PDF"),
    ],
)
def test_bad_pdf(make, reason):
    pytest.importorskip("pypdf")
    with pytest.raises(ArticleError, match=reason):
        article_from_bytes(make(), path="a.pdf")


def test_missing_reader_names_the_extra(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(ArticleError, match=r"vnpolitext\[formats\]"):
        article_from_bytes(html(PARAGRAPHS), path="a.html")


def test_annotated_files(shared):
    """Files of archives are read as they are annotated, where they are at hand."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import reading
    finally:
        sys.path.pop(0)
    annotated = json.loads((ROOT / "tests" / "gold" / "files.json").read_text(encoding="utf-8"))
    verdicts = Counter()
    for path in sorted((shared / "data" / "files").glob("*/*")):
        data = path.read_bytes()
        if (wanted := annotated.get(hashlib.sha256(data).hexdigest())) is not None:
            verdicts.update(reading.compare(data, path, wanted))
    if not verdicts:
        pytest.skip("the annotated files are not there")
    for field in ("title", "published", "author", "number", "signature", "captions", "articles"):
        right = verdicts[field, "right"]
        assert right >= 0.93 * sum(count for (name, _), count in verdicts.items() if name == field)
