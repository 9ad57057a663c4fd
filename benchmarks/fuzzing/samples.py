"""One good file of each format, to be damaged."""

import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from typing import Final

TEXT: Final = (
    "Xã Mây họp bàn việc giữ rừng\n14/05/2021\n\nÔng Nguyễn Văn An, Bí thư Đảng ủy xã, nói về Nghị "
    "quyết số 18-NQ/TW.\n1. Giao Sở Y tế lập kế hoạch trước ngày 5/6/2022;\n2. Giao xã Mây rà soát."
)


def whole_files() -> dict[str, bytes]:
    """Return one good file of each format, by a name whose suffix is the format's."""
    paragraphs = "".join(f"<p>{line} Cán bộ và nhân dân làm theo.</p>" for line in TEXT.split("\n"))
    head = '<head><meta charset="utf-8"><title>Xã Mây họp</title></head>'
    page = f"<!DOCTYPE html><html>{head}<body><article>{paragraphs}</article></body></html>"
    line = TEXT.replace("\n", " ")
    row = json.dumps({"id": "a", "text": TEXT, "views": 5, "metadata": {"title": "Xã Mây"}})
    return {
        "utf8.txt": TEXT.encode(),
        "utf16.txt": TEXT.encode("utf-16"),
        "front.md": f"---\ntitle: Xã Mây\nviews: 12\n---\n{TEXT}".encode(),
        "page.html": page.encode(),
        "letter.docx": _docx(),
        "paper.pdf": _pdf(),
        "many.zip": packed({"a/one.txt": TEXT.encode(), "two.html": page.encode()}),
        "many.jsonl": f"{row}\n{row}\n".encode(),
        "many.csv": f'id,text,title\na,"{TEXT}",Xã\nb,"{TEXT}",\n'.encode(),
        "many.parquet": _parquet(),
        "many.json": f"[{row}, {row}]".encode(),
        "many.tsv": f"id\ttext\na\t{line}\nb\t{line}\n".encode(),
        "many.xlsx": _workbook(),
        "many.warc": _crawl(page.encode()),
        "many.jsonl.gz": gzip.compress(f"{row}\n{row}\n".encode(), mtime=0),
        "page.html.gz": gzip.compress(page.encode(), mtime=0),
        "letter.rtf": _rich(),
        "letter.odt": _odt(),
        "book.epub": _book(page),
        "mail.eml": _mail(page),
        "saved.mht": _saved(page),
        "film.srt": f"1\n00:00:01,000 --> 00:00:04,000\n{line}\n\n".encode() * 3,
        "film.vtt": b"WEBVTT\n\n" + f"00:01.000 --> 00:04.000\n<v An>{line}\n\n".encode() * 3,
    }


def packed(members: dict[str, bytes]) -> bytes:
    """Return a ZIP archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _docx() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("Xã Mây họp", level=1)
    for line in TEXT.split("\n"):
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "Nguyễn Văn An"
    table.cell(0, 1).merge(table.cell(1, 1)).text = "Bí thư"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _pdf() -> bytes:
    content = b"BT /F1 12 Tf 72 700 Td (Resolution 18-NQ/TW of the Politburo) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))
    return data + head + tail


def _parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    stream = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], "text": [TEXT, TEXT], "views": [1, 2]}), stream)
    return stream.getvalue()


def _workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (("id", "text", "title"), ("a", TEXT, "Xã Mây"), ("b", TEXT, None)):
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _crawl(page: bytes) -> bytes:
    """Two pages as a crawler keeps them."""
    record = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    found = b""
    for number in range(2):
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            f"WARC-Target-URI: http://xa-may.vn/{number}\r\nWARC-Date: 2021-05-14T08:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(record)}\r\n\r\n"
        )
        found += head.encode() + record + b"\r\n\r\n"
    return found


def _rich() -> bytes:
    words = "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in TEXT)
    lines = words.replace("\n", "\\par\n")
    table = "\\trowd\\cellx2000\\cellx4000\\intbl An\\cell\\intbl Xa\\cell\\row"
    return f"{{\\rtf1\\ansi\\ansicpg1258{{\\fonttbl\\f0 Arial;}}\n{lines}\\par{table}}}".encode()


_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns"


def _odt() -> bytes:
    lines = "".join(f"<text:p>{line}</text:p>" for line in TEXT.split("\n"))
    table = (
        "<table:table><table:table-row><table:table-cell><text:p>Lò Văn An</text:p>"
        "</table:table-cell><table:table-cell><text:p>Bí thư</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    content = (
        f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" '
        f'xmlns:text="{_OFFICE}:text:1.0" xmlns:table="{_OFFICE}:table:1.0">'
        f"<office:body><office:text>{lines}{table}</office:text></office:body>"
        "</office:document-content>"
    )
    mimetype = b"application/vnd.oasis.opendocument.text"
    return packed({"mimetype": mimetype, "content.xml": content.encode()})


def _book(page: str) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    members = {"META-INF/container.xml": container, "a.opf": opf, "a.xhtml": page, "b.xhtml": page}
    return packed({name: text.encode() for name, text in members.items()})


def _mail(page: str) -> bytes:
    message = _message()
    message.set_content(TEXT)
    message.add_alternative(page, subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png")
    message.set_boundary("b")
    return message.as_bytes()


def _saved(page: str) -> bytes:
    message = _message()
    message.set_content(page, subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    message.set_boundary("b")
    return message.as_bytes()


def _message() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Xã Mây họp"
    message["Date"] = "Fri, 14 May 2021 08:00:00 +0700"
    return message
