"""Exports to a disk that is full end with one line, not with a traceback."""

import errno
import gc
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import vnpolitext as vp

resource = pytest.importorskip("resource", reason="limits of the size of files are those of Unix")
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from vnpolitext.cli import main
sys.argv = ["vnpolitext", "export", *sys.argv[1:]]
main()
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full") / "store"
    line = "Ông Lò Văn An, Bí thư xã Mây, nói về Nghị quyết số 18-NQ/TW. "
    vp.Corpus.from_texts([line * (number + 9) for number in range(20)]).analyze(folder)
    return folder


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "graphml", "conllu", "excel"])
def test_an_export_that_finds_no_room(store: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    done = subprocess.run(  # noqa: S603 - our own interpreter on the program above
        [sys.executable, "-c", LIMITED, str(store), "--format", form, "-o", str(out)],
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("vnpolitext: ")
    assert done.stderr.count("\n") == 1
    assert out.name in done.stderr


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_a_workbook_that_finds_no_room_at_its_end(tmp_path, monkeypatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def closed_without_room(archive: zipfile.ZipFile) -> None:
        if archive.fp is not None:
            archive.fp = None
            no_room()

    corpus = vp.Corpus.from_texts(["Xã họp."]).analyze()
    gc.collect()  # archives that other tests have left must not be closed without room
    monkeypatch.setattr(zipfile.ZipFile, "writestr", no_room)
    monkeypatch.setattr(zipfile.ZipFile, "close", closed_without_room)
    with pytest.raises(OSError, match="No space") as told:
        corpus.to_excel(tmp_path / "out.xlsx")
    assert told.value.filename == str(tmp_path / "out.xlsx")
    assert not list(tmp_path.iterdir())
    del told
    gc.collect()


def test_a_folder_that_is_none_is_named_and_not_the_file_to_be_renamed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "out.xlsx"
    with pytest.raises(OSError, match="file") as told:
        vp.Corpus.from_texts(["Xã họp."]).analyze().to_excel(path)
    assert told.value.filename in (str(path), str(path.parent))
