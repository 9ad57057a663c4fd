"""Invented sentences with titles: every second one was left out when the ends were learnt."""

import re
import zlib
from pathlib import Path

import pytest

from vnpolitext.citations import find_citations
from vnpolitext.citations.grammar.clauses import Setting
from vnpolitext.citations.grammar.endings import places, title_end

LINES = [
    line
    for line in (Path(__file__).parent / "titles.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
QUOTES = re.compile(r"^[\"“]([^\"“”]+)[\"”]$")


def read(line: str) -> tuple[str, dict[int, str]]:
    """A sentence without its marks, and the title of the document at each place."""
    text, at, titles = "", 0, {}
    start, opened = 0, []
    for mark in re.finditer(r"\[\[|\]\]|\{\{|\}\}", line):
        text, at = text + line[at : mark.start()], mark.end()
        if mark[0] == "[[":
            start = len(text)
        elif mark[0] == "{{":
            opened.append((start, len(text)))
        elif mark[0] == "}}":
            document, begin = opened.pop()
            if title := text[begin:]:
                titles[document] = QUOTES.sub(r"\1", title)
    return (text + line[at:]).replace("⏎", "\n"), titles


def plain(title: str | None) -> str:
    return re.sub(r"^(?:về việc|về) ", "", " ".join((title or "").split()).lower())


def share_right(lines: list[str]) -> float:
    """The share of the titles that are read as annotated."""
    right = total = 0
    for text, titles in map(read, lines):
        found = {each.start: each for each in find_citations(text, resolve=False)}
        total += len(titles)
        right += sum(
            document in found and plain(found[document].title) == plain(title)
            for document, title in titles.items()
        )
    return right / total


def is_measured(line: str) -> bool:
    return zlib.crc32(line.encode()) % 2 == 1


def test_titles_end_as_annotated_where_the_ends_were_learnt() -> None:
    assert share_right([line for line in LINES if not is_measured(line)]) > 0.76


def test_titles_end_as_annotated_in_sentences_left_out() -> None:
    assert share_right([line for line in LINES if is_measured(line)]) > 0.52  # by rules alone 0.40


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("về giảm nghèo bền vững trong giai đoạn mới", " đặt ra yêu cầu cao"),
        ("về sắp xếp thôn, bản trong tình hình mới", " đi vào cuộc sống"),
        ("về nuôi trồng thủy sản trên biển", ", nhiều hộ dân đã đầu tư lồng bè"),
        ("về quản lý chợ nông thôn", " ra đời nhằm siết lại việc thu phí"),
    ],
)
def test_what_is_said_behind_a_title_ends_it(title: str, more: str) -> None:
    words = title + more
    assert words[: title_end(words, Setting())] == title


def test_nothing_is_cut_where_only_the_title_can_stand() -> None:
    words = "về phát triển cây chè đặt mục tiêu"
    assert title_end(words, Setting(governed="wholly", closed=True)) == len(words)


def test_no_place_lies_inside_quotation_marks_or_brackets() -> None:
    words = 'về Đề án "Mỗi xã một sản phẩm" (OCOP) của tỉnh'
    ends = [words[:end] for end, _ in places(words, Setting(), len(words))]
    assert not any(end.count('"') % 2 or end.count("(") > end.count(")") for end in ends)
    assert ends[-1] == words
