"""A small archive of invented articles."""

from pathlib import Path

import pytest

import vnpolitext as vp
from vnpolitext.corpus.documents import Unread

DEADLY = """
import os, signal
from dataclasses import dataclass
from vnpolitext.corpus.sources import Pending

@dataclass(frozen=True)
class Deadly(Pending):
    def article(self, content):
        if self.id.endswith("08"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().article(content)
"""

PLACES = ["huyện Tủa Chùa", "huyện Mường Nhé", "thị xã Mường Lay", "xã Thanh Nưa", "tỉnh Lai Châu"]
NAMES = ["Lò Văn Mây", "Giàng A Suối", "Nguyễn Thị Gió", "Vàng Seo Núi"]


def text_of(number: int) -> str:
    place, name = PLACES[number % len(PLACES)], NAMES[number % len(NAMES)]
    return (
        f"Chuyện số {number} ở {place}\n"
        f"{number % 28 + 1:02}/06/2021 09:12:40 AM - Lượt đọc: {number}\n\n"
        f"Sáng nay, tại {place}, đồng chí {name}, Bí thư Huyện ủy dự hội nghị lần thứ {number}.\n\n"
        f"Hội nghị nghe báo cáo kết quả thực hiện Nghị quyết số {number}-NQ/TU và bàn các việc:\n\n"
        f"Một là: làm {number} km đường.\n\nHai là: trồng {number} ha rừng.\n\n"
        f"Bài và ảnh: {name}\n"
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of forty articles in two years."""
    folder = tmp_path / "kho bài"
    for number in range(40):
        year = folder / str(2020 + number % 2)
        year.mkdir(parents=True, exist_ok=True)
        (year / f"bài {number:02}.txt").write_text(text_of(number), encoding="utf-8")
    return folder


@pytest.fixture
def deadly(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> vp.Corpus:
    """The archive as a corpus of which one document ends every process that reads it."""
    (tmp_path / "deadly_sources.py").write_text(DEADLY, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    from deadly_sources import Deadly

    plain = vp.Corpus.from_folder(archive)._documents
    assert isinstance(plain, Unread)
    made = lambda names: (Deadly(s.id, s.path, metadata=s.metadata) for s in plain.listed(names))  # noqa: E731
    return vp.Corpus(Unread(made, plain.settings))
