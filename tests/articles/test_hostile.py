"""Files that mean harm: what never ends, what unpacks without end, names that steer a terminal."""

import io
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from vnpolitext.articles import ArticleError, article_from_bytes, read_article
from vnpolitext.articles.formats.html import tree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/"


def saved(build: Callable[[object], None]) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def packed_anew(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
    return stream.getvalue()


def in_document(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, part: part.replace(old, new) if name == "word/document.xml" else part


def paragraph(document: object) -> None:
    document.add_paragraph("Xã Mây họp.")  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["pipe.txt", "zero.html", "loop.txt", "folder.txt", "socket.docx"])
def test_what_is_no_file_is_told_at_once(tmp_path: Path, name: str) -> None:
    import socket

    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.html").symlink_to("/dev/zero")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as bound:
        try:
            bound.bind(str(tmp_path / "socket.docx"))
        except OSError:
            pytest.skip("the path is too long for a socket")
        with pytest.raises(ArticleError) as told:
            read_article(tmp_path / name)
    assert str(told.value).isprintable()


@pytest.mark.parametrize("name", ["a\0b.txt", "a\n\x1b[31mb.txt", "\udcff.txt", "\x9b2J\u202e.txt"])
def test_messages_name_odd_files_on_one_plain_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArticleError) as told:
        read_article(tmp_path / name)
    assert str(told.value).isprintable()


def test_vietnamese_names_are_told_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="bài về xã Mây: no such file"):
        read_article(tmp_path / "bài về xã Mây")


@pytest.mark.parametrize("codec", ["rot13", "hex", "zlib", "undefined", "a\0b", "", "idna"])
def test_codecs_that_are_for_no_text_are_refused(codec: str) -> None:
    with pytest.raises(ArticleError):
        article_from_bytes(b"\xff", path="a.txt", encoding=codec)


@pytest.mark.parametrize("digits", ["²", "٣٤", "9" * 5000, "9" * 30])
def test_front_matter_may_say_any_number(digits: str) -> None:
    data = f"---\nviews: {digits}\n---\nXã Mây họp.".encode()
    assert article_from_bytes(data, path="a.md").metadata["views"] in (digits, None)


def test_an_archive_that_unpacks_without_end_is_not_unpacked(monkeypatch) -> None:
    monkeypatch.setattr("vnpolitext.articles.formats.damage.UNPACKED", 2**22)
    bomb = packed_anew(
        saved(paragraph),
        lambda name, part: b" " * 2**23 if name == "word/document.xml" else part,
    )
    assert len(bomb) < 2**17
    with pytest.raises(ArticleError, match="unpacked"):
        article_from_bytes(bomb, path="a.docx")


def test_entities_of_a_word_file_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    declared = f"?><!DOCTYPE a [<!ENTITY n SYSTEM '{secret.as_uri()}'>]>".encode()
    data = packed_anew(saved(paragraph), in_document(b"?>", declared))
    data = packed_anew(data, in_document("Mây".encode(), b"&n;"))
    try:
        text = article_from_bytes(data, path="a.docx").text
    except ArticleError as told:
        text = str(told)
    assert "geheim" not in text


def test_strict_open_xml_is_read() -> None:
    def strict(_: str, part: bytes) -> bytes:
        for root in (b"officeDocument", b"wordprocessingml", b"drawingml"):
            usual = b"http://schemas.openxmlformats.org/" + root + b"/2006/"
            part = part.replace(usual, b"http://purl.oclc.org/ooxml/" + root + b"/")
        return part

    data = packed_anew(saved(paragraph), strict)
    assert article_from_bytes(data, path="a.docx").text == "Xã Mây họp."


def table(document: object) -> None:
    made = document.add_table(rows=3, cols=3)  # type: ignore[attr-defined]
    for row, words in enumerate(("abc", "def", "ghi")):
        for column, word in enumerate(words):
            made.cell(row, column).text = word
    made.cell(0, 0).merge(made.cell(1, 0))
    made.cell(2, 1).merge(made.cell(2, 2))
    made.cell(1, 1).add_table(1, 1).cell(0, 0).text = "inside"


@pytest.mark.parametrize("span", ["999999999", "-1", "x", ""])
def test_absurd_cells_are_read(span: str) -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="{span}"/>'.encode()
    data = packed_anew(saved(table), in_document(b"<w:tcPr>", wide))
    assert "| " in article_from_bytes(data, path="a.docx").text


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
@pytest.mark.parametrize("password", ["", "geheim"])
def test_encrypted_pdf_files(algorithm: str, password: str) -> None:
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("cryptography")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt(password, "owner", algorithm=algorithm)
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(ArticleError, match="password" if password else "without a text layer"):
        article_from_bytes(stream.getvalue(), path="a.pdf")


@pytest.mark.parametrize("page", [b"<div>" * 50_000, b"<p><table><tr><td>" * 5_000, b"<!" * 50_000])
def test_deep_pages_are_read_or_refused(page: bytes) -> None:
    pytest.importorskip("trafilatura")
    told = ""
    try:
        article_from_bytes(b"<html><body>" + page + "Xã Mây họp.".encode(), path="a.html")
    except ArticleError as error:
        told = str(error)
    assert told.isprintable()


@pytest.mark.parametrize("tag", ["font", "div", "b", "ul><li"])
@pytest.mark.parametrize("closed", [True, False])
def test_nothing_is_lost_below_tags_that_nobody_closed(tag: str, closed: bool) -> None:
    pytest.importorskip("trafilatura")
    line = "<p>Xã Mây họp bàn việc giữ rừng và mở chợ phiên.</p>"
    close = "".join(f"</{part}>" for part in reversed(tag.split("><")))
    page = f"<{tag}>" * 400 + line + close * 400 * closed + line * 3 + "<p>Cuối cùng, xã nghỉ.</p>"
    head = "<html><head><meta charset='utf-8'><title>Xã</title></head><body>"
    text = article_from_bytes(f"{head}{page}</body></html>".encode(), path="a.html").text
    assert text.endswith("Cuối cùng, xã nghỉ.")


@pytest.mark.parametrize(
    "between", ["<script></script>", "<nav>y</nav>", "<svg></svg>", "<a name=z></a>", "<a>"]
)
def test_what_is_taken_out_thousands_of_times_costs_no_more_each_time(between: str) -> None:
    """Put together anew each time, the text of such a page took the square of its length."""
    words = [f"xã Mây {number}" for number in range(30_000)]
    root = tree.parse(f"<html><body><h1>Tin</h1><p>{between.join(words)}</p></body></html>")
    tree.drop_chrome(root)
    assert root.text_content().startswith("Tinxã Mây 0xã Mây 1xã")
    assert root.text_content().endswith(words[-1])


def test_what_lies_too_deep_is_told() -> None:
    page = b"<html><body>" + b"<div>" * 5_000 + "<p>Xã Mây họp.</p>".encode()
    with pytest.raises(ArticleError, match="too deep"):
        article_from_bytes(page, path="a.html")
