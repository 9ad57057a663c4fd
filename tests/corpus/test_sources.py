"""Where documents come from, and what is wrong with some of them."""

import json
import os
import sys
import threading
import zipfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import vnpolitext as vp
from vnpolitext.articles import ArticleError
from vnpolitext.corpus.limits import limited

ARTICLE = "Xã họp\n05/06/2021\n\nSáng nay, xã họp theo Chỉ thị 05-CT/TW.\n"


def failures(corpus):
    return {failure.id: failure.reason for failure in corpus.failures}


def test_folder_gives_documents_sorted_by_name(archive):
    (archive / ".ẩn.txt").write_text("x", encoding="utf-8")
    (archive / "ảnh.jpg").write_bytes(b"\xff\xd8")
    corpus = vp.Corpus.from_folder(archive)
    assert corpus.ids[:2] == ["2020/bài 00", "2020/bài 02"]
    assert len(corpus) == 40
    assert corpus.ids == sorted(corpus.ids)
    assert [analysis.id for analysis in corpus] == corpus.ids
    first = next(iter(corpus))
    assert first.metadata["views"] == 0
    assert first.metadata["path"].endswith("2020/bài 00.txt")
    assert corpus.failures == ()


def test_all_kinds_of_containers(tmp_path):
    row = {"id": "j1", "text": ARTICLE, "source": "Báo Mây"}
    lines = [json.dumps(row), "", json.dumps({"text": ARTICLE}), "{", '{"id": 3}', "[1]"]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    pq.write_table(pa.table({"id": [7, 8], "text": [ARTICLE, None]}), tmp_path / "b.parquet")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("sâu/d.txt", ARTICLE)
        archive.writestr("__MACOSX/d.txt", "x")
        archive.writestr("e.png", "x")
    (tmp_path / "f.md").write_text(ARTICLE, encoding="utf-8-sig")
    corpus = vp.Corpus.from_folder(tmp_path)
    good = ["j1", "a-000002", "7", "c/sâu/d", "f"]
    assert [analysis.id for analysis in corpus] == good
    assert {a.citations[0].number for a in corpus} == {"05-CT/TW"}
    assert next(iter(corpus)).metadata["source"] == "Báo Mây"
    assert list(failures(corpus)) == ["a-000003", "a-000004", "a-000005", "8"]
    assert failures(corpus)["a-000003"].startswith("line 4 is not JSON")
    assert failures(corpus)["8"] == "row 2 has no text"


def test_equal_names_are_told_apart(tmp_path):
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    assert vp.Corpus.from_folder(tmp_path).ids == ["a", "a#2"]
    assert vp.Corpus.from_files([tmp_path / "a.txt"] * 2).ids == ["a", "a#2"]
    rows = pd.DataFrame({"id": ["x", "x"], "text": [ARTICLE, ARTICLE]})
    assert vp.Corpus.from_frame(rows).ids == ["x", "x#2"]


def test_frames_texts_and_analyses(archive):
    frame = pd.DataFrame({"mã": [1], "nội dung": [ARTICLE], "nguồn": [None], "source": ["Báo Mây"]})
    corpus = vp.Corpus.from_frame(frame, text="nội dung", id="mã")
    assert corpus.ids == ["1"]
    assert corpus.documents["source"].tolist() == ["Báo Mây"]
    with pytest.raises(ValueError, match="no column 'text'"):
        vp.Corpus.from_frame(frame)
    analyses = list(vp.Corpus.from_folder(archive))
    assert list(vp.Corpus.from_analyses(analyses)) == analyses
    assert vp.Corpus.from_texts({"k": ARTICLE}).ids == ["k"]


@pytest.mark.parametrize("kind", ["csv", "frame", "mapping", "function"])
def test_metadata_from_outside_wins(tmp_path, kind):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    table = pd.DataFrame({"id": ["a"], "title": ["Khác"], "province": ["Lai Châu"], "views": [5]})
    table.to_csv(tmp_path / "side.csv", index=False)
    metadata = {
        "csv": tmp_path / "side.csv",
        "frame": table,
        "mapping": {"a": {"title": "Khác", "province": "Lai Châu", "views": 5}},
        "function": lambda path: {"title": "Khác", "views": 5} if path.stem == "a" else {},
    }[kind]
    corpus = vp.Corpus.from_folder(tmp_path, metadata=metadata)
    assert corpus.documents["title"].tolist() == ["Khác", "Xã họp"]
    assert int(corpus.table("documents").to_table()["views"][0].as_py()) == 5


def test_wrong_side_tables(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "side.csv").write_text("tên,năm\na,2021\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"side\.csv: no column 'id', 'path' or 'file'"):
        vp.Corpus.from_folder(tmp_path, metadata=tmp_path / "side.csv")
    with pytest.raises(ArticleError, match="no such file"):
        vp.Corpus.from_folder(tmp_path, metadata=tmp_path / "none.csv")
    with pytest.raises(TypeError, match="not int"):
        vp.Corpus.from_folder(tmp_path, metadata=3)


def test_missing_and_empty_folders(tmp_path):
    (tmp_path / "x.png").touch()
    with pytest.raises(ArticleError, match="a folder without articles"):
        vp.Corpus.from_folder(tmp_path)
    with pytest.raises(ArticleError, match="no such folder"):
        vp.Corpus.from_folder(tmp_path / "none")
    with pytest.raises(ArticleError, match="but a file"):
        vp.Corpus.from_folder(tmp_path / "x.png")
    with pytest.raises(ArticleError, match="no such file"):
        vp.Corpus.from_jsonl(tmp_path / "none.jsonl")


def test_bad_input_is_recorded_with_its_reason(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    pypdf = pytest.importorskip("pypdf")
    folder = tmp_path / "kho"
    folder.mkdir()
    (folder / "tốt.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "xuống\ndòng.txt").write_text(ARTICLE, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "whole.zip", "w") as archive:
        archive.writestr("a.txt", ARTICLE * 50)
    whole = (tmp_path / "whole.zip").read_bytes()
    (folder / "cụt.zip").write_bytes(whole[: len(whole) // 2])
    broken = bytearray(whole)
    broken[80:200] = bytes(120)
    (folder / "hỏng.zip").write_bytes(bytes(broken))
    (folder / "trống.html").write_text("<html><body></body></html>", encoding="utf-8")
    (folder / "ảnh.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    pypdf.PdfWriter().write(folder / "trắng.pdf")
    locked = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    (folder / "khóa.docx").write_bytes(locked)
    (folder / "cũ.doc").write_bytes(b"x")
    (folder / "byte.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "sai.parquet").write_bytes(b"PAR1")
    pq.write_table(pa.table({"nội dung": ["x"]}), folder / "cột.parquet")
    with (folder / "lớn.txt").open("wb") as stream:
        stream.truncate(200 * 2**20)
    (folder / "vòng").symlink_to(folder, target_is_directory=True)
    (folder / "mất.txt").symlink_to(folder / "không có")
    corpus = vp.Corpus.from_folder(folder).analyze()
    reasons = {
        "cụt": "damaged or truncated zip", "hỏng/a": "damaged in its zip file",
        "trống": "without article text", "trắng": "without a text layer",
        "ảnh": "not a readable PDF", "cũ": "save it as .docx",
        "khóa": "encrypted with a password", "byte": "byte 0", "sai": "not a readable Parquet",
        "cột": "no column 'text'; there are nội dung", "lớn": "200 MB, more than",
        "vòng": "leads back into its own folder", "mất": "no such file",
    }  # fmt: skip
    found = failures(corpus)
    assert found.keys() == reasons.keys()
    for name, reason in reasons.items():
        assert reason in found[name], name
        assert "\n" not in found[name]
    assert sorted(analysis.id for analysis in corpus) == ["tốt", "xuống\ndòng"]


def test_csv_with_the_wrong_columns_is_a_recorded_failure(tmp_path):
    (tmp_path / "a.csv").write_text("id,text\n1,Xã họp.\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("id,body\n1,Xã họp.\n", encoding="utf-8")
    corpus = vp.Corpus.from_files([tmp_path / "a.csv", tmp_path / "b.csv"])
    assert [analysis.text for analysis in corpus] == ["Xã họp."]
    assert failures(corpus) == {"b": "no column 'text'; there are id, body"}


def test_a_file_that_vanishes(archive):
    corpus = vp.Corpus.from_folder(archive)
    assert len(corpus) == 40
    sources = list(corpus._documents.sources())
    (archive / "2020" / "bài 00.txt").unlink()
    from vnpolitext.corpus.outcome import Failure, outcome_of
    from vnpolitext.corpus.settings import Settings

    outcome = outcome_of(sources[0], Settings())
    assert isinstance(outcome, Failure)
    assert outcome.reason == "no such file"
    assert outcome.path.endswith("bài 00.txt")


def spin():
    while True:
        pass


@pytest.fixture
def untraced():
    """Stop the measuring of coverage, which a cut-off in its midst leaves locked for ever."""
    tracer = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(tracer)


def spin_after_another_limit():
    with limited(60, None):
        pass
    spin()


@pytest.mark.skipif(os.name != "posix", reason="no limits outside of Unix")
@pytest.mark.usefixtures("untraced")
def test_time_and_memory_are_cut_off():
    with pytest.raises(TimeoutError), limited(0.05, None):
        spin()
    with pytest.raises(TimeoutError), limited(0.05, None):
        spin_after_another_limit()
    with limited(None, 2**20 * 512):
        block = bytearray(2**20)
    assert len(block) == 2**20
    with pytest.raises(MemoryError), limited(None, 2**20 * 64):
        bytearray(2**30)
    bytearray(2**20 * 100)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="limits memory as Linux does")
def test_threads_leave_the_limit_of_the_process_alone():
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    seen = []

    def work():
        with limited(None, 2**30):
            seen.append(resource.getrlimit(resource.RLIMIT_AS))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [before] * 3
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.mark.usefixtures("untraced")
def test_a_document_over_its_time_is_recorded():
    slow = "1. Sông Mây. " * 1_000_000
    vp.analyze(ARTICLE)  # reads the models, which takes its time once
    corpus = vp.Corpus.from_texts({"nhanh": ARTICLE, "chậm": slow}).analyze(timeout=0.6)
    assert [analysis.id for analysis in corpus] == ["nhanh"]
    assert failures(corpus) == {"chậm": "took longer than 0.6 seconds"}


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="limits memory as Linux does")
@pytest.mark.usefixtures("untraced")
def test_a_document_over_its_memory_is_recorded(tmp_path):
    large = "Xã Mây họp. " * 1_500_000
    corpus = vp.Corpus.from_texts({"nhỏ": ARTICLE, "lớn": large})
    store = corpus.analyze(tmp_path / "store", memory=64 * 2**20, tables=["sentences"])
    assert [analysis.id for analysis in store] == ["nhỏ"]
    assert failures(store) == {"lớn": "took more memory than it may"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "sep=;\nid;text\n1;Xã Mây họp.\n"),
        ("a.csv", "Danh sách bài\n\nid,text\n1,Xã Mây họp.\n"),
        ("a.csv", "id,text\n1,Xã Mây họp.,,\n"),
        ("a.jsonl", '{"id": "1", "text": "Xã Mây họp."}\n'.encode("utf-16")),
        ("a.json", '{"id": ["1"], "text": ["Xã Mây họp."]}'),
        ("a.json", '{"id": {"0": "1"}, "text": {"0": "Xã Mây họp."}}'),
    ],
)
def test_tables_in_the_ways_programs_write_them(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    corpus = vp.Corpus.from_files([path])
    assert [(document.id, document.text) for document in corpus] == [("1", "Xã Mây họp.")]


def test_a_field_inside_an_object_is_named_with_a_dot(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "article": {"body": "Xã Mây họp."}}\n', encoding="utf-8")
    corpus = vp.Corpus.from_files([path], text="article.body")
    assert [document.text for document in corpus] == ["Xã Mây họp."]


def test_titles_over_the_head_of_a_sheet(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Danh sách bài"], [], ["id", "text"], ["1", "Xã Mây họp."]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert [document.text for document in vp.Corpus.from_files([tmp_path / "a.xlsx"])] == [
        "Xã Mây họp."
    ]


FRAME = pd.DataFrame({"id": [7, 8], "text": ["Xã họp.", "Xã làm đường."]})


@pytest.mark.parametrize(
    "frame",
    [
        FRAME,
        FRAME.set_index("id"),
        FRAME.astype({"id": float}),
        pa.Table.from_pandas(FRAME),
        pa.RecordBatch.from_pandas(FRAME),
    ],
    ids=["pandas", "index", "gaps", "arrow", "batch"],
)
def test_a_frame_of_any_library(frame):
    corpus = vp.Corpus.from_frame(frame)
    assert corpus.ids == ["7", "8"]
    assert [analysis.text for analysis in corpus] == FRAME["text"].tolist()


def test_a_frame_of_polars():
    frame = pytest.importorskip("polars").DataFrame(FRAME.to_dict("list"))
    assert vp.Corpus.from_frame(frame).ids == ["7", "8"]
    with pytest.raises(ValueError, match="no column 'bài'; there are id, text"):
        vp.Corpus.from_frame(frame, text="bài")


def test_texts_with_labels_and_texts_that_are_none():
    assert vp.Corpus.from_texts(FRAME.set_index("id")["text"]).ids == ["7", "8"]
    assert vp.Corpus.from_texts(FRAME["text"]).ids == ["text-000001", "text-000002"]
    with pytest.raises(TypeError, match=r"texts is a table; Corpus\.from_frame takes it"):
        vp.Corpus.from_texts(FRAME)
    with pytest.raises(TypeError, match="a DataFrame is wanted, not list"):
        vp.Corpus.from_frame(["Xã họp."])
    with pytest.raises(ValueError, match="no column 'mã'; there are id, text"):
        vp.Corpus.from_frame(FRAME, id="mã")
