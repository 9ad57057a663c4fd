"""Any input: linear, deterministic, in any thread; and the model's files are checked."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from vnpolitext.directives import find_directives, lexicon, rules
from vnpolitext.models import ModelError

UNITS = {
    "plain": "Tiếp tục thực hiện nghị quyết của Đảng. ",
    "items": "1. Rà soát.\n2. Báo cáo.\n",
    "counting": "1. a\n2. b\n3. c\n4. d\n5. e\n",
    "in a line": "gồm: (1) đất; (2) nước. ",
    "spelled": "có: một là đất; hai là nước. ",
    "nested": "I. A\n1. B\na) c\n(1) d\nb) e\n2. F\nII. G\n",
    "quotations": "“1. đất\n",
    "bars": "|\n1. đất\n|\n",
    "bold": "**đất**\n",
    "articles": "Điều 1. Đất\n1. a\n2. b\n",
    "announcements": "1. đất:\nnước:\n",
    "figures": "giảm 2-3%/năm trước ngày 1/1/2020; ",
    "control": "\x00\x01\x0b1. a\n2. b\n",
    "astral": "😀1. a\n\ud8002. b\n",
    "decomposed": "1. a\u0301\u0302\n2. e\u0323\n",
}
FRAMES = {
    "an open heading": ("I. A\nII. B\n", "Một đoạn văn\n1. x\n"),
    "a long item": ("1. Tập trung ", "rà soát; Sở Y tế và các sở, "),
    "a long name": ("1. Sở ", "Y tế "),
    "verbs that are no orders": ("1. Học.\n2. ", "yêu cầu các xã giao các sở "),
    "bodies and verbs": ("1. Học.\n2. ", "đơn vị gửi đơn vị nộp "),
    "bullets": ("1. A:\n2. B:\n", "- x\n"),
    "hard-wrapped lines": ("1. A\n2. B\n", "abc def ghi\nabc def\n"),
}


def seconds(text):
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        find_directives(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(
    ("head", "unit"),
    [("", unit) for unit in UNITS.values()] + list(FRAMES.values()),
    ids=[*UNITS, *FRAMES],
)
def test_eight_times_the_text_takes_no_sixty_four_times_the_work(head, unit):
    short = head + unit * (3_000 // len(unit))
    long = head + unit * (24_000 // len(unit))
    assert seconds(long) < 24 * max(seconds(short), 1e-3)


def test_one_very_long_line_is_no_trouble():
    text = "gồm: (1) đất; (2) nước, " + "rừng và nương, " * 200_000
    assert [d.number for d in find_directives(text)] == [1, 2]


def test_threads_give_what_one_gives():
    texts = [f"1. Đất {n}.\n2. Nước {n}.\nMột là, a.\nHai là, b." for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(find_directives, texts)) == [find_directives(t) for t in texts]


@pytest.mark.parametrize(
    ("file", "content", "load"),
    [
        ("markers.toml", "ranks = []", rules.marker_rules),
        ("bounds.toml", "closing = []", rules.bound_rules),
    ],
)
def test_a_broken_list_model_is_named(file, content, load, tmp_path, monkeypatch):
    (tmp_path / file).write_text(content, encoding="utf-8")
    monkeypatch.setattr(rules, "model_file", lambda *_: tmp_path / file)
    with pytest.raises(ModelError, match=file):
        load.__wrapped__()


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("actions.tsv", "phrase\tkind\tends\nđo\tthing\tyes\n", "thing"),
        ("strength.tsv", "phrase\tlevel\nphải\tvery\n", "vietnamese-tasks"),
        ("roles.toml", "[context]\n", "vietnamese-tasks"),
        ("units.tsv", "unit\nha\n", "columns"),
    ],
)
def test_a_broken_task_model_is_named(file, content, message, tmp_path, monkeypatch):
    real = lexicon.model_file
    (tmp_path / file).write_text(content, encoding="utf-8")
    monkeypatch.setattr(
        lexicon, "model_file", lambda k, n, f: tmp_path / f if f == file else real(k, n, f)
    )
    with pytest.raises(ModelError, match=message):
        lexicon.task_rules.__wrapped__()
