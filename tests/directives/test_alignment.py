"""How right the pairs of items are, on forty invented pairs of documents paired by hand."""

import pytest

from vnpolitext.directives import align_directives, find_directives

from .pairs import read_pairs

STRENGTHS = {">": "stronger", "<": "weaker"}
DEADLINES = {"e": "earlier", "l": "later"}
BAR = 0.85


@pytest.fixture(scope="module")
def aligned():
    return [
        (pair, align_directives(find_directives(pair.a), find_directives(pair.b)))
        for pair in read_pairs()
    ]


def test_pairs_are_those_of_a_reader(aligned):
    assert len(aligned) >= 20
    wanted = {(pair.name, *pair_) for pair, _ in aligned for pair_ in pair.gold}
    found = {(pair.name, each.a, each.b) for pair, one in aligned for each in one.pairs}
    right = len(wanted & found)
    assert right / len(found) >= BAR
    assert right / len(wanted) >= BAR


def test_orders_in_other_words_find_each_other():
    found, wanted = set(), set()
    for pair in read_pairs("paraphrases"):
        one = align_directives(find_directives(pair.a), find_directives(pair.b))
        found |= {(pair.name, each.a, each.b) for each in one.pairs}
        wanted |= {(pair.name, *pair_) for pair_ in pair.gold}
    right = len(wanted & found)
    assert right / len(found) >= BAR
    assert right / len(wanted) >= BAR


def test_what_has_no_pair_is_new_or_dropped(aligned):
    for pair, one in aligned:
        assert len(one.pairs) + len(one.dropped) == len(one.a), pair.name
        assert len(one.pairs) + len(one.new) == len(one.b), pair.name


def test_how_strength_and_deadline_changed(aligned):
    right, told = 0, 0
    for pair, one in aligned:
        for each in one.pairs:
            marks = pair.gold.get((each.a, each.b))
            if marks is None:
                continue
            deadline = each.deadline if each.deadline in DEADLINES.values() else None
            strength = next((STRENGTHS[m] for m in marks if m in STRENGTHS), None)
            right += strength == each.strength
            right += next((DEADLINES[m] for m in marks if m in DEADLINES), None) == deadline
            told += 2
    assert right / told >= 0.95


DUE = [
    ("trước ngày 30/6/2025", "trước ngày 1/6/2025", "earlier"),
    ("trong quý I/2025", "trước ngày 1/6/2025", "later"),
    ("đến năm 2030", "trước ngày 31/12/2030", "same"),
    ("trong quý I", "trong quý I", "same"),
    ("trong quý I", "trong quý II/2025", None),
    ("", "trước ngày 1/6/2025", "new"),
    ("trước ngày 1/6/2025", "", "dropped"),
    ("", "", None),
    ("hằng năm", "", None),
]


@pytest.mark.parametrize(("first", "second", "change"), DUE)
def test_deadlines_are_compared_by_their_last_day(first, second, change):
    items = [
        find_directives(f"1. Rà soát hộ nghèo ở các xã {words}.\n2. Báo cáo.")
        for words in (first, second)
    ]
    assert align_directives(*items).pairs[0].deadline == change


def test_an_alignment_shows_both_texts_with_changed_words_marked():
    a = find_directives("1. Bảo vệ <rừng> đầu nguồn.\n2. Mở lớp xóa mù chữ.")
    b = find_directives("1. Phải bảo vệ <rừng> đầu nguồn.\n2. Trồng mắc ca.")
    page = align_directives(a, b)._repr_html_()
    assert "Phải</ins>" in page
    assert "&lt;rừng&gt;" in page
    assert "reworded · stronger" in page
    assert page.index("Mở lớp") < page.index("Trồng mắc ca")
    assert "<table>" not in align_directives([], [])._repr_html_()
