"""Items of two documents that say the same thing."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.directives import align_directives, find_directives

from .outlines import render, trees

CENTRAL = """Các nhiệm vụ:
1. Tăng cường bảo vệ rừng đầu nguồn, xử lý nghiêm hành vi phá rừng.
2. Đẩy mạnh chuyển đổi số trong cơ quan nhà nước, hoàn thành trước năm 2025.
3. Nâng cao chất lượng giáo dục phổ thông ở vùng cao.
4. Phát triển du lịch biển đảo."""

LOCAL = """Tỉnh giao:
a) Nâng cao chất lượng giáo dục phổ thông ở vùng cao.
b) Tăng cường bảo vệ rừng đầu nguồn, rừng phòng hộ, xử lý nghiêm hành vi phá rừng.
c) Đẩy mạnh chuyển đổi số trong cơ quan nhà nước, hoàn thành trước năm 2027.
d) Mở lớp xóa mù chữ cho người Mông."""


@pytest.fixture(scope="module")
def alignment():
    return align_directives(find_directives(CENTRAL), find_directives(LOCAL))


def test_pairs_are_found_across_order_and_style(alignment):
    assert [(p.a, p.b, p.status) for p in alignment.pairs] == [
        (0, 1, "reworded"),
        (1, 2, "reworded"),
        (2, 0, "same"),
    ]
    assert alignment.dropped == (3,)
    assert alignment.new == (3,)
    assert all(0.3 <= p.score <= 1 for p in alignment.pairs)
    assert alignment.pairs[2].score == 1


def test_shared_and_changed_words_are_marked(alignment):
    added, changed, same = alignment.pairs
    assert [s.text for s in added.only_a] == []
    assert [s.text for s in added.only_b] == ["rừng phòng hộ"]
    assert [s.text for s in changed.only_a] == ["2025"]
    assert [s.text for s in changed.only_b] == ["2027"]
    assert same.only_a == same.only_b == ()
    for pair in alignment.pairs:
        for spans, text in (
            ((*pair.shared_a, *pair.only_a), CENTRAL),
            ((*pair.shared_b, *pair.only_b), LOCAL),
        ):
            assert all(text[s.start : s.end] == s.text for s in spans)
        assert [s.text.lower().split() for s in pair.shared_a] == [
            s.text.lower().split() for s in pair.shared_b
        ]


def test_the_table_has_a_row_for_every_item(alignment):
    rows = alignment.rows()
    assert [row["status"] for row in rows] == ["reworded", "reworded", "same", "dropped", "new"]
    assert rows[1]["only_b"] == ["2027"]
    assert rows[3]["text_a"] == "Phát triển du lịch biển đảo"
    assert rows[4]["text_b"] == "Mở lớp xóa mù chữ cho người Mông"


@dataclass(frozen=True)
class Document:
    text: str
    directives: tuple


def test_documents_align_as_their_items_do(alignment):
    a = Document(CENTRAL, tuple(find_directives(CENTRAL)))
    b = Document(LOCAL, tuple(find_directives(LOCAL)))
    assert align_directives(a, b) == alignment


def test_a_threshold_drops_weak_pairs(alignment):
    strict = align_directives(alignment.a, alignment.b, threshold=0.99)
    assert [(p.a, p.b) for p in strict.pairs] == [(2, 0)]
    assert strict.dropped == (0, 1, 3)


def test_old_and_new_spelling_say_the_same():
    old = find_directives("1. Củng cố Tỉnh uỷ, hoà giải ở bản.\n2. Đo đất đồi.")
    new = find_directives("1. **Củng cố** Tỉnh ủy, hòa giải ở bản.\n2. Khơi suối.")
    [pair] = align_directives(old, new).pairs
    assert (pair.a, pair.b, pair.status, pair.score) == (0, 0, "same", 1)


def test_inner_items_are_compared_without_their_frames():
    a = find_directives("1. Về đất:\na) đo đất đồi;\nb) chia ruộng nước.\n2. Về rừng.")
    b = find_directives("a) chia ruộng nước;\nb) đo đất đồi.")
    pairs = align_directives(a, b).pairs
    assert {(a[p.a].marker, b[p.b].marker) for p in pairs} == {("a", "b"), ("b", "a")}


@pytest.mark.parametrize("other", [[], None])
def test_nothing_aligns_with_nothing(other):
    items = find_directives(CENTRAL)
    result = align_directives(items, other or [])
    assert result.pairs == ()
    assert result.dropped == (0, 1, 2, 3)
    assert align_directives([], []).rows() == []


@settings(max_examples=40, deadline=None)
@given(trees(depth=2), trees(depth=2))
def test_the_assignment_is_one_to_one_and_complete(one, other):
    a, b = find_directives(render(one)[0]), find_directives(render(other)[0])
    result = align_directives(a, b)
    left = [p.a for p in result.pairs]
    right = [p.b for p in result.pairs]
    assert sorted([*left, *result.dropped]) == list(range(len(a)))
    assert sorted([*right, *result.new]) == list(range(len(b)))


@settings(max_examples=40, deadline=None)
@given(st.permutations(CENTRAL.splitlines()[1:]))
def test_a_reordered_document_aligns_with_itself(lines):
    bare = [line[3:] for line in lines]
    shuffled = "\n".join(f"{n}. {line}" for n, line in enumerate(bare, 1))
    a, b = find_directives(CENTRAL), find_directives(shuffled)
    result = align_directives(a, b)
    assert {p.status for p in result.pairs} == {"same"}
    assert len(result.pairs) == 4
    for pair in result.pairs:
        assert a[pair.a].text[3:] == b[pair.b].text[3:]
