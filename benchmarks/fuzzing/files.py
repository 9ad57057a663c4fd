"""Files of every format, whole and damaged, and what must be true of reading one."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from fuzzing.invariants import demand
from vnpolitext import Corpus
from vnpolitext.articles import Article, ArticleError, read_article

TEXT: Final = (
    "Xã Mây họp bàn việc giữ rừng\n14/05/2021\n\nÔng Nguyễn Văn An, Bí thư Đảng ủy xã, nói về Nghị "
    "quyết số 18-NQ/TW.\n1. Giao Sở Y tế lập kế hoạch trước ngày 5/6/2022;\n2. Giao xã Mây rà soát."
)
_CONTAINERS: Final = (".zip", ".jsonl", ".parquet", ".csv")
_NASTY: Final = (
    b"\x00", b"\xff", b"\r", b"<", b">", b"&", b"]]>", b"<!--", b"&#0;", b"&#x110000;",
    b"\xed\xa0\x80",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"/Length 99999999999", b"<< /Type /Pages /Kids [1 0 R] >>",
    b"endobj", b"stream\n", b"-1", b"99999999999999999999", b"(", b"[", b"{", b'"', b"%PDF-1.7",
    b"PK",
    b"<meta charset=utf-7>", b"<meta charset=rot13>", b"<meta charset=idna>", b"../", b"/0 0 R",
    b"<w:tbl>", b"</w:p>", b"w:val=''", b"0 0 R", b"<?xml version='1.0' encoding='x'?>", b"null",
    b"1e999",
)  # fmt: skip


def whole_files() -> dict[str, bytes]:
    """Return one good file of each format, by a name whose suffix is the format's."""
    paragraphs = "".join(f"<p>{line} Cán bộ và nhân dân làm theo.</p>" for line in TEXT.split("\n"))
    head = '<head><meta charset="utf-8"><title>Xã Mây họp</title></head>'
    page = f"<!DOCTYPE html><html>{head}<body><article>{paragraphs}</article></body></html>"
    row = json.dumps({"id": "a", "text": TEXT, "views": 5, "metadata": {"title": "Xã Mây"}})
    return {
        "utf8.txt": TEXT.encode(),
        "utf16.txt": TEXT.encode("utf-16"),
        "front.md": f"---\ntitle: Xã Mây\nviews: 12\n---\n{TEXT}".encode(),
        "page.html": page.encode(),
        "letter.docx": _docx(),
        "paper.pdf": _pdf(),
        "many.zip": _zip({"a/one.txt": TEXT.encode(), "two.html": page.encode()}),
        "many.jsonl": f"{row}\n{row}\n".encode(),
        "many.csv": f'id,text,title\na,"{TEXT}",Xã\nb,"{TEXT}",\n'.encode(),
        "many.parquet": _parquet(),
    }


def damaged(random: Random, data: bytes) -> bytes:
    """Return a file after an accident, in one of its members where it is an archive."""
    if data.startswith(b"PK") and random.random() < 0.7:
        return _damaged_member(random, data)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        data = random.choice(_ACCIDENTS)(random, data)
    return data


def check_file(path: Path) -> None:
    """A file gives articles, or an error of ours that is one line."""
    if path.suffix in _CONTAINERS:
        corpus = Corpus.from_files([path])
        made = list(corpus)
        demand(all(failure.reason.strip() for failure in corpus.failures), "failure without reason")
        for failure in corpus.failures:
            _one_line(failure.reason)
        demand(len(made) + len(corpus.failures) == len(corpus), "documents are lost")
        return
    try:
        article = read_article(path)
    except ArticleError as error:
        _one_line(str(error))
    else:
        demand(isinstance(article, Article), "no article")


def _one_line(message: str) -> None:
    demand(message.isprintable(), f"a message that is not one plain line: {message!r}")
    demand(len(message) < 1000, "a message that is very long")


def _somewhere(random: Random, data: bytes) -> int:
    return random.randrange(len(data) + 1)


def _cut(random: Random, data: bytes) -> bytes:
    return data[: _somewhere(random, data)]


def _flip(random: Random, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(random.choice((1, 2, 10))):
        if found:
            found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def _remove(random: Random, data: bytes) -> bytes:
    at = _somewhere(random, data)
    return data[:at] + data[at + random.choice((1, 4, 20, 200)) :]


def _insert(random: Random, data: bytes) -> bytes:
    at = _somewhere(random, data)
    return data[:at] + random.choice(_NASTY) + data[at:]


def _repeat(random: Random, data: bytes) -> bytes:
    at = _somewhere(random, data)
    end = at + random.choice((1, 10, 100))
    return data[:end] + data[at:end] * random.choice((1, 2, 50)) + data[end:]


def _overwrite(random: Random, data: bytes) -> bytes:
    at, nasty = _somewhere(random, data), random.choice(_NASTY)
    return data[:at] + nasty + data[at + len(nasty) :]


_ACCIDENTS: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    _cut, _flip, _flip, _remove, _insert, _insert, _repeat, _overwrite,
)  # fmt: skip


def _damaged_member(random: Random, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    name = random.choice(sorted(members))
    action = random.random()
    if action < 0.1:
        del members[name]
    elif action < 0.2:
        members[name + random.choice((".txt", "/../../x.txt", "\n.txt", "\x1b[31m.txt"))] = b"a"
    else:
        for _ in range(random.choice((1, 1, 3))):
            members[name] = random.choice(_ACCIDENTS)(random, members[name])
    return _zip(members)


def _zip(members: dict[str, bytes]) -> bytes:
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
