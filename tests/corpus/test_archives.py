"""Tables of every writing, archives in archives, and what is passed over."""

import gzip
import io
import json
import zipfile
from collections import Counter
from random import Random

import pytest

from vnpolitext.articles import ArticleError
from vnpolitext.corpus.columns import Columns, Unreadable
from vnpolitext.corpus.containers import rows_of
from vnpolitext.corpus.corpus import Corpus
from vnpolitext.corpus.listing import Lister

TEXT = "Sáng nay, xã Suối Mây họp."


def listed(*paths, columns=None):
    lister = Lister(lambda _name, _path: {}, columns or Columns())
    return list(lister.files(paths)), lister.names.passed


def texts(path, columns=None):
    rows = rows_of(path, columns)
    return [row.reason if isinstance(row, Unreadable) else row.get("text") for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_in_text(tmp_path, encoding, mark):
    content = f'id{mark}text\n1{mark}"{TEXT}"\n2{mark}"hai\ndòng"\n'
    (tmp_path / "a.csv").write_bytes(content.encode(encoding))
    assert texts(tmp_path / "a.csv") == [TEXT, "hai\ndòng"]


def test_tables_in_an_old_encoding(tmp_path):
    words = "Héi nghÞ tæng kÕt c«ng t¸c cña huyÖn ñy, ®ång chÝ BÝ th\u00ad TØnh ñy ph¸t biÓu"
    (tmp_path / "a.csv").write_bytes(f'id,text\n1,"{words}"\n'.encode("latin-1"))
    assert texts(tmp_path / "a.csv")[0].startswith("Hội nghị tổng kết công tác của huyện ủy, đồng")


def test_ragged_lines(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("id,text\n1\n\n2,Sáng nay, xã họp\n3,x\n", encoding="utf-8")
    assert texts(file) == [None, "Sáng nay, xã họp", "x"]
    file.write_text("text,id\na,1,2\nb,2\n", encoding="utf-8")
    assert texts(file) == ["row 1 has 3 fields, not 2", "b"]


@pytest.mark.parametrize(
    "value",
    [
        [{"mã": 1, "bài": TEXT}], {"mã": 1, "bài": TEXT}, {"data": [{"mã": 1, "bài": TEXT}]},
        {"1": {"bài": TEXT}},
    ],
)  # fmt: skip
def test_json_with_columns_of_any_name(tmp_path, value):
    (tmp_path / "a.json").write_text(json.dumps(value), encoding="utf-8")
    rows = list(rows_of(tmp_path / "a.json", Columns("bài", "mã")))
    assert [(str(row["id"]), row["text"]) for row in rows] == [("1", TEXT)]
    with pytest.raises(ArticleError, match="no object with a field 'text'"):
        list(rows_of(tmp_path / "a.json"))


def test_excel(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["mã", "bài"])
    book.active.append([7, TEXT])
    book.save(tmp_path / "a.xlsx")
    assert list(rows_of(tmp_path / "a.xlsx", Columns("bài", "mã"))) == [{"id": 7, "text": TEXT}]
    (tmp_path / "b.xlsx").write_bytes(b"x")
    with pytest.raises(ArticleError, match="not a readable Excel file"):
        list(rows_of(tmp_path / "b.xlsx"))


def test_packed_tables(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode()))
    assert texts(tmp_path / "a.jsonl.gz") == [TEXT]


def test_fields_of_other_names(tmp_path):
    (tmp_path / "a.csv").write_text(f"k,bài,ngày\n1,{TEXT[:8]},2021-05-14\n", encoding="utf-8")
    corpus = Corpus.from_files(
        [tmp_path / "a.csv"], text="bài", id="k", columns={"published": "ngày"}
    )
    analysis = next(iter(corpus))
    assert (analysis.id, analysis.metadata["published"]) == ("1", "2021-05-14")


def inner_zip(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return stream.getvalue()


def test_archives_in_archives(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.zip", inner_zip(d__txt=TEXT, e__jsonl=json.dumps({"text": TEXT})))
        archive.writestr("c.jsonl", json.dumps({"id": "c", "text": TEXT}))
        archive.writestr("f.txt.gz", gzip.compress(TEXT.encode()))
        archive.writestr("g.png", b"x")
        archive.writestr("h.zip", b"PK broken")
    sources, passed = listed(tmp_path / "a.zip")
    read = {}
    for source in sources:
        if source.problem is None:
            read[source.id] = source.article(source.load()).text
    assert read == dict.fromkeys(("a/b.zip!/d", "a/b.zip!/e-000001", "c", "a/f"), TEXT)
    assert [source.id for source in sources if source.problem] == ["a/h"]
    assert [over.path.rsplit("/", 1)[1] for over in passed] == ["g.png"]


HIDDEN = ["~$a.txt", "._a.txt", "__MACOSX/._a.txt", ".git/a.txt", "kho/.DS_Store", "__MACOSX/b.txt"]


@pytest.mark.parametrize("name", HIDDEN)
def test_what_systems_keep_in_archives_is_passed_over_and_named(tmp_path, name):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(name, TEXT)
        archive.writestr("kho/a.txt", TEXT)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, TEXT)
        archive.writestr("../a.txt", TEXT)
        archive.writestr("b.zip", inner.getvalue())
    found, passed = listed(tmp_path / "a.zip")
    assert len(found) == 2
    assert [over.reason for over in passed] == ["hidden", "hidden"]
    assert all(over.path.endswith(name) for over in passed)


def test_what_is_passed_over_is_counted(tmp_path):
    for name in ("a.jpg", "b.jpg", "c.rar", ".ẩn.txt", "d"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "e.csv").write_text("id,tên\n1,x\n", encoding="utf-8")
    (tmp_path / "f.txt").write_text(TEXT, encoding="utf-8")
    corpus = Corpus.from_folder(tmp_path)
    assert corpus.ids == ["f"]
    assert Counter(over.reason for over in corpus.passed_over) == {
        "no kind of file that holds articles (.jpg)": 2,
        "no kind of file that holds articles (.rar)": 1,
        "no kind of file that holds articles (no suffix)": 1,
        "a table without texts (.csv)": 1,
        "hidden": 1,
    }


def test_the_results_of_a_run_are_no_documents_of_the_next(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for _ in range(2):
        corpus = Corpus.from_folder(tmp_path)
        corpus.analyze(tmp_path / "results" / "store")
        assert corpus.ids == ["a"]
    assert [over.reason for over in corpus.passed_over] == ["a store: what an analysis has found"]
    assert not corpus.failures


def test_garbled_rows_are_mended_and_texts_at_hand_are_not(tmp_path):
    garbled = "BÝ th\u00ad HuyÖn ñy chñ tr× héi nghÞ triÓn khai nhiÖm vô cña huyÖn."
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": garbled}), encoding="utf-8")
    source = listed(tmp_path / "a.jsonl")[0][0]
    article = source.article(source.load())
    assert article.text.startswith("Bí thư Huyện ủy")
    assert article.metadata["encoding"] == "tcvn3+utf-8"
    held = next(iter(Corpus.from_texts([garbled])._documents.sources()))
    assert held.article(held.load()).text == garbled


def test_web_archives(tmp_path):
    pytest.importorskip("trafilatura")
    writer = pytest.importorskip("warcio.warcwriter").WARCWriter
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    body = "".join(f"<p>{TEXT} Các thôn đều cử cán bộ đến dự họp. {n}</p>" for n in range(4))
    page = f"<html><meta charset=utf-8><body><h1>Xã Mây họp bàn</h1>{body}</body></html>".encode()
    with (tmp_path / "a.warc.gz").open("wb") as stream:
        archive = writer(stream, gzip=True)
        for number, (kind, status) in enumerate(
            [("text/html", "200 OK"), ("image/png", "200 OK"), ("text/html", "404 Not Found")] * 2
        ):
            told = headers(status, [("Content-Type", kind)], protocol="HTTP/1.0")
            archive.write_record(
                archive.create_warc_record(
                    f"https://xa.vn/{number}", "response", payload=io.BytesIO(page),
                    http_headers=told,
                )
            )  # fmt: skip
    sources, passed = listed(tmp_path / "a.warc.gz")
    articles = [source.article(source.load()) for source in sources]
    assert [article.metadata["url"] for article in articles] == [
        "https://xa.vn/0",
        "https://xa.vn/3",
    ]
    assert {article.metadata["title"] for article in articles} == {"Xã Mây họp bàn"}
    assert Counter(over.reason for over in passed) == {
        "no article (image/png)": 2, "an answer with status 404": 2,
    }  # fmt: skip


def test_a_column_may_be_called_as_one_likes(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text(f'id,text,problem\n1,"{TEXT}",thiếu đất\n', encoding="utf-8")
    [document], _ = listed(file)
    assert document.problem is None
    assert document.metadata["problem"] == "thiếu đất"


def test_columns_that_hold_html(tmp_path):
    file = tmp_path / "a.jsonl"
    rows = [
        {"id": "1", "text": "<p>Sáng nay, xã họp.</p><p>Các thôn dự.</p>", "author": "N/A"},
        {"id": "2", "text": "Sáng nay, <b>xã</b> họp.", "author": "Lò Hoa"},
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = [source.article(source.load()) for source in listed(file)[0]]
    assert [article.text for article in found] == [
        "Sáng nay, xã họp.\nCác thôn dự.", rows[1]["text"],
    ]  # fmt: skip
    assert [article.metadata["author"] for article in found] == [None, "Lò Hoa"]


def captured(address: str, page: bytes, length: int | None = None) -> bytes:
    """Return a record of a web archive, which may say another length than it has."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2021-05-14T08:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body) if length is None else length}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("kept", [0.6, 0.8, 0.97])
def test_a_page_cut_off_in_its_archive_is_told(tmp_path, capfd, packed, kept):
    pytest.importorskip("trafilatura")
    pytest.importorskip("warcio")
    lines = "".join(f"<p>{TEXT} Thôn {n} cử cán bộ đến dự họp.</p>" for n in range(9))
    page = f"<html><body><h1>Xã Mây</h1>{lines}</body></html>".encode()
    records = [captured(f"https://xa.vn/{n}", page) for n in range(2)]
    whole = b"".join(gzip.compress(each, mtime=0) if packed else each for each in records)
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(whole[: int(len(whole) * kept)])
    corpus = Corpus.from_files([path])
    assert len(list(corpus)) == 1
    [failure] = corpus.failures
    assert "cut off" in failure.reason or "damaged" in failure.reason
    path.write_bytes(captured("https://xa.vn/0", page, length=len(page) // 2) + records[1])
    list(Corpus.from_files([path]))
    assert capfd.readouterr() == ("", "")


def test_a_record_damaged_inside_is_told(tmp_path, capfd):
    pytest.importorskip("warcio")
    page = "".join(f"<p>Thôn {n * n} cử {n} cán bộ.</p>" for n in range(20_000)).encode()
    packed = bytearray(gzip.compress(captured("https://xa.vn/0", page), mtime=0))
    middle = len(packed) // 2
    packed[middle : middle + 40] = Random(5).randbytes(40)  # noqa: S311
    (tmp_path / "a.warc.gz").write_bytes(packed)
    corpus = Corpus.from_files([tmp_path / "a.warc.gz"])
    assert not list(corpus)
    assert {failure.reason.partition(" (")[0] for failure in corpus.failures} == {
        "a damaged web archive"
    }
    assert capfd.readouterr() == ("", "")


def test_damage_inside_a_packed_table_is_told(tmp_path):
    rows = "".join(f'{{"id": "{n}", "text": "{TEXT} {n * n}"}}\n' for n in range(4000))
    packed = gzip.compress(rows.encode(), mtime=0)
    reasons = set()
    for at in range(200, 2000, 90):
        broken = packed[:at] + b"\xff\x00\xff\x7f" + packed[at + 4 :]
        (tmp_path / "a.jsonl.gz").write_bytes(broken)
        with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
            archive.writestr("a.jsonl.gz", broken)
        for name in ("a.jsonl.gz", "b.zip"):
            corpus = Corpus.from_files([tmp_path / name])
            list(corpus)
            reasons |= {failure.reason for failure in corpus.failures}
    assert any("decompress" in reason for reason in reasons)
    assert all(reason.isprintable() for reason in reasons)


@pytest.mark.parametrize("wrong", ["</row>", "&#0;", "<", '<c t="s"><v>999</v></c>', "]]>"])
def test_a_workbook_damaged_below_its_head_is_told(tmp_path, wrong):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (("id", "text"), *((str(n), TEXT) for n in range(50))):
        book.active.append(row)
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    at = sheet.index(b"<row", len(sheet) // 2)
    members["xl/worksheets/sheet1.xml"] = sheet[:at] + wrong.encode() + sheet[at:]
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    corpus = Corpus.from_files([tmp_path / "a.xlsx"])
    assert list(corpus)
    assert all("not a readable Excel file" in each.reason for each in corpus.failures)
    assert corpus.failures or wrong in {"]]>", "&#0;", '<c t="s"><v>999</v></c>'}
