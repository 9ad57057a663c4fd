"""Stand-off annotation: texts stay where they are, and only the annotated ones are taken."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from vnpolitext.evaluation import GoldError, evaluate, read_windows

WINDOW = 'Ông Lê Văn An ký Quyết định 12/QĐ-UBND "Về việc mở chợ" tại xã Tân Lập.\n1. Một việc.'
RAW = f"Dòng đầu\r\n{WINDOW}\nDòng cuối"
BEFORE = RAW.index(WINDOW)


def span(part: str) -> list[int]:
    start = WINDOW.index(part)
    return [start, start + len(part)]


def at(part: str, **fields: Any) -> dict[str, Any]:
    start, end = span(part)
    return {"start": start, "end": end, **fields}


@pytest.fixture
def row(tmp_path: Path) -> dict[str, Any]:
    with gzip.open(tmp_path / "raw.jsonl.gz", "wt", encoding="utf-8", newline="\n") as raw:
        for name, text in (("x", "anderer"), ("y", RAW)):
            raw.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
    return {
        "id": "w1",
        "genre": "news",
        "source": "raw.jsonl.gz",
        "document": "y",
        "start": BEFORE,
        "end": BEFORE + len(WINDOW),
        "sha256": hashlib.sha256(WINDOW.encode()).hexdigest(),
        "persons": [{"mentions": [span("Lê Văn An")], "positions": []}],
        "citations": [
            at("Quyết định 12/QĐ-UBND", number="12/QĐ-UBND", title=span("Về việc mở chợ"))
        ],
        "places": [at("xã Tân Lập", level="commune")],
        "directives": [at("1. Một việc.", marker=span("1"), number=1, style="arabic")],
    }


def written(tmp_path: Path, row: dict[str, Any]) -> Path:
    path = tmp_path / "windows.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_words_are_taken_from_the_window(tmp_path: Path, row: dict[str, Any]) -> None:
    [document] = read_windows(written(tmp_path, row), tmp_path)
    assert document["text"] == WINDOW
    assert document["persons"][0]["name"] == "Lê Văn An"
    assert document["citations"][0]["text"] == "Quyết định 12/QĐ-UBND"
    assert document["citations"][0]["title"] == "Về việc mở chợ"
    assert document["directives"][0]["marker"] == "1"
    assert document["genre"] == "news"
    assert evaluate([document], lambda it: it).figures["places.spans"].f1 == 1.0


def test_another_text_is_noticed(tmp_path: Path, row: dict[str, Any]) -> None:
    row["start"] -= 1
    with pytest.raises(GoldError, match="w1 was annotated on another text"):
        read_windows(written(tmp_path, row), tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [({"document": "z"}, "no text z"), ({"source": "none.jsonl"}, "none.jsonl")],
)
def test_missing_texts_are_named(
    tmp_path: Path, row: dict[str, Any], change: dict[str, str], message: str
) -> None:
    with pytest.raises(GoldError, match=message):
        read_windows(written(tmp_path, row | change), tmp_path)


def test_a_row_that_names_no_text(tmp_path: Path, row: dict[str, Any]) -> None:
    del row["sha256"]
    with pytest.raises(GoldError, match="line 1: no object with"):
        read_windows(written(tmp_path, row), tmp_path)
