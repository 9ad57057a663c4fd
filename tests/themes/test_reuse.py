"""Shared passages: exact offsets, nothing missed, work that stays linear."""

import unicodedata
from itertools import combinations
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.themes import Document, shared_passages
from vnpolitext.themes.fingerprints import longest_run, shared_runs

SLOGAN = "dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng"
TASK = "đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ người dân và doanh nghiệp"


def found(table):
    return [(row.document_a, row.text_a, row.document_b, row.text_b) for row in table.itertuples()]


def test_a_slogan_with_its_offsets():
    texts = {"a": f"Thực hiện phương châm “{SLOGAN}”.", "b": f"{SLOGAN.capitalize()}! Đó là gốc."}
    shared = shared_passages(texts)
    assert found(shared.pairs) == [("a", SLOGAN, "b", SLOGAN.capitalize())]
    row = shared.pairs.iloc[0]
    assert texts["a"][row["start_a"] : row["end_a"]] == row["text_a"]
    assert texts["b"][row["start_b"] : row["end_b"]] == row["text_b"]
    assert (row["syllables"], row["overlap"]) == (15, 1.0)
    assert shared.note == ""


def test_form_makes_no_difference():
    one = "Uỷ ban nhân dân các cấp chủ động hoà giải ở cơ sở"
    two = unicodedata.normalize("NFD", "ủy ban NHÂN DÂN các cấp, chủ động\nhòa giải - ở **cơ sở**")
    row = shared_passages({"a": one, "b": f"x {two} y"}).pairs.iloc[0]
    assert row["text_a"] == one
    assert row["text_b"] == two.removesuffix("**")


def test_a_changed_word_does_not_part_a_passage():
    changed = TASK.replace("chất lượng", "hiệu quả")
    row = shared_passages({"a": TASK, "b": changed}).pairs
    assert len(row) == 1
    assert row.loc[0, "syllables"] == 15
    assert row.loc[0, "overlap"] == pytest.approx(15 / 17)
    assert len(shared_passages({"a": TASK, "b": changed}, max_gap=0).pairs) <= 1


def test_a_cluster_runs_through_the_corpus_and_knows_its_first():
    documents = [
        Document("late", f"Kết luận. {TASK}.", {"published": "2023-05-01"}),
        Document("early", f"{TASK}. Hết.", {"published": "2021-01-01"}),
        Document("undated", f"Mở đầu: {TASK}"),
        Document("other", "Không có gì chung ở đây cả."),
    ]
    shared = shared_passages(documents)
    assert set(shared.clusters["document"]) == {"late", "early", "undated"}
    assert shared.clusters["cluster"].unique().tolist() == [1]
    assert shared.clusters["documents"].unique().tolist() == [3]
    assert shared.clusters.loc[shared.clusters["first"], "document"].tolist() == ["early"]
    assert shared.pairs["cluster"].unique().tolist() == [1]
    for row in shared.clusters.itertuples():
        text = next(d.text for d in documents if d.id == row.document)
        assert text[row.start : row.end] == row.text


def test_two_passages_are_two_clusters_the_most_widespread_first():
    texts = {"a": f"{TASK}. Rồi {SLOGAN}", "b": f"{SLOGAN}. Sau đó {TASK}", "c": SLOGAN}
    shared = shared_passages(texts)
    first = shared.clusters[shared.clusters["cluster"] == 1]
    assert set(first["text"]) == {SLOGAN}
    assert shared.clusters["cluster"].max() == 2


def test_a_crowd_is_chained_and_its_cluster_is_whole():
    texts = {f"d{n}": f"Số {n} riêng{n}. {SLOGAN}. Hết{n}" for n in range(40)}
    shared = shared_passages(texts, crowd=5)
    assert 39 <= len(shared.pairs) < 80  # of 780 pairs of documents
    assert shared.clusters["cluster"].nunique() == 1
    assert shared.clusters["document"].nunique() == 40


def test_page_chrome_is_left_out():
    chrome = "Trang thông tin điện tử của đảng bộ tỉnh nhà số một"
    blocks = (SimpleNamespace(start=0, end=len(chrome), kind="boilerplate"),)
    source = SimpleNamespace(blocks=blocks)
    documents = [Document(n, f"{chrome} riêng {n}", {}, source) for n in ("a", "b")]
    assert shared_passages(documents).pairs.empty
    assert len(shared_passages({"a": chrome, "b": chrome}).pairs) == 1


def test_it_explains_itself_when_it_finds_nothing():
    shared = shared_passages({"a": "Đẩy mạnh cải cách hành chính", "b": "về cải cách hành chính"})
    assert shared.pairs.empty
    assert shared.clusters.empty
    assert "cluster" in shared.pairs.columns
    assert "longest run they share has 4" in shared.note
    assert "“cải cách hành chính” (a, b)" in shared.note
    assert "min_syllables=4" in shared.note
    assert len(shared_passages({"a": "x cải cách hành chính", "b": "cải cách hành chính"},
                               min_syllables=4).pairs) == 1  # fmt: skip
    assert "no syllable in common" in shared_passages({"a": "một", "b": "hai"}).note
    assert "only 1 document" in shared_passages({"a": "một"}).note
    assert "only 0 document" in shared_passages([]).note
    assert shared.note in shared._repr_html_()


def test_a_notebook_shows_the_longest_and_takes_no_text_for_html():
    texts = {f"d{n}": f"Số {n} riêng{n}. <b>{SLOGAN}</b>. Hết{n}" for n in range(9)}
    html = shared_passages(texts)._repr_html_()
    assert "Pairs: 36; clusters: 1." in html
    assert html.count("<tr") == 21
    note = shared_passages({"a": "x<i>cải cách</i>", "b": "y<i>cải cách</i>"})._repr_html_()
    assert "<i>" not in note


def test_nothing_is_shared_with_itself():
    assert shared_passages({"a": f"{SLOGAN}. Nhắc lại: {SLOGAN}"}).pairs.empty


def test_too_short_a_passage_is_refused():
    with pytest.raises(ValueError, match="at least 2"):
        shared_passages({"a": "một", "b": "hai"}, min_syllables=1)


def brute(codes, rows, least):
    """All maximal equal runs of two documents, by trying every pair of places."""
    runs = set()
    for a, b in combinations(range(len(codes)), 2):
        if rows[a] == rows[b]:
            continue
        starts = a == 0 or b == 0 or codes[a - 1] != codes[b - 1] or codes[a - 1] < 0
        starts |= a > 0 and (rows[a - 1] != rows[a] or rows[b - 1] != rows[b])
        if not starts:
            continue
        size = 0
        while (
            b + size < len(codes)
            and codes[a + size] == codes[b + size] >= 0
            and (rows[a + size], rows[b + size]) == (rows[a], rows[b])
        ):
            size += 1
        if size >= least:
            runs.add((a, b, size))
    return runs


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 2), max_size=25), min_size=2, max_size=4), st.integers(2, 9)
)
def test_every_run_is_found(documents, least):
    codes = np.asarray([c for d in documents for c in [*d, -1]])
    rows = np.repeat(np.arange(len(documents)), [len(d) + 1 for d in documents])
    runs = shared_runs(codes, rows, least, crowd=10**6)
    ours = set(zip(runs.a.tolist(), runs.b.tolist(), runs.length.tolist(), strict=True))
    expected = brute(codes, rows, least)
    assert expected <= ours
    assert {run for run in ours if run[2] >= least} == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 2), max_size=15), min_size=2, max_size=3))
def test_the_longest_run(documents):
    codes = np.asarray([c for d in documents for c in [*d, -1]])
    rows = np.repeat(np.arange(len(documents)), [len(d) + 1 for d in documents])
    longest = max((size for *_, size in brute(codes, rows, 1)), default=0)
    run = longest_run(codes, rows, 100)
    assert (int(run.length[0]) if len(run.length) else 0) == longest


def test_work_grows_with_the_texts_not_with_the_pairs():
    counts = []
    for size in (200, 400, 800):
        texts = [f"{SLOGAN}. Tin số {n} của xã thứ {n * 7}." for n in range(size)]
        counts.append(len(shared_passages(texts, crowd=10).pairs) / size)
    assert max(counts) < 2
