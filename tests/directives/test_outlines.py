"""A printed outline, parsed, gives itself back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.directives import find_directives, find_lists, outline

from .outlines import render, trees

GAPS = ("\n\n", "\n", "\r\n\r\n")


def found(text):
    return [(d.start, d.end, d.marker, d.number, d.style, d.parent) for d in find_directives(text)]


@settings(max_examples=150, deadline=None)
@given(trees(), st.sampled_from(GAPS), st.sampled_from(["", "  "]), st.booleans())
def test_a_printed_outline_gives_itself_back(tree, gap, indent, bold):
    text, items = render(tree, gap=gap, indent=indent, bold=bold)
    assert found(text) == items


@settings(max_examples=60, deadline=None)
@given(
    trees(), st.sampled_from(["\n\nTrên đây là chương trình của xã.", "\n\nNơi nhận:\n- Như trên;"])
)
def test_what_closes_a_document_is_outside(tree, closing):
    text, items = render(tree)
    assert found("Xã xác định các việc sau:\n\n" + text + closing) == [
        (start + 27, end + 27, *rest) for start, end, *rest in items
    ]


@settings(max_examples=60, deadline=None)
@given(trees())
def test_lists_and_levels_agree_with_the_items(tree):
    text, _ = render(tree)
    items = find_directives(text)
    lists = find_lists(text)
    assert sorted(i for found in lists for i in found.items) == list(range(len(items)))
    for number, found_list in enumerate(lists):
        assert found_list.index == number
        assert not found_list.problems
        for index in found_list.items:
            item = items[index]
            assert item.list == number
            assert item.parent == found_list.parent
            assert item.level == (0 if item.parent is None else items[item.parent].level + 1)
    nodes = list(outline(items).walk())
    assert [node.index for node in nodes] == list(range(len(items)))
    for node in nodes:
        assert all(child.item.parent == node.index for child in node.children)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "1. ",
                "2) ",
                "(1) ",
                "a) ",
                "I. ",
                "Một là, ",
                "Thứ hai, ",
                "\n",
                "**",
                "\\",
                "“",
                "”",
                "|",
                "Điều 1. ",
                "./.",
                "Sở Y tế ",
                "giảm 2-3%/năm ",
                "trước ngày 30/6 ",
                "\u0301",
                "😀",
                "\ud800",
                "\x0b",
                "Nơi nhận:",
                "# ",
                "-----",
                "xã",
                " ",
                ":",
                ";",
                "\r\n",
                "[1]",
                "1.1. ",
            ]
        ),
        max_size=40,
    )
)
def test_every_span_is_the_text_it_points_at(pieces):
    text = "".join(pieces)
    items = find_directives(text)
    assert items == find_directives(text)
    assert [d.start for d in items] == sorted(d.start for d in items)
    for d in items:
        assert text[d.start : d.end] == d.text
        assert text.startswith(d.marker, d.start)
        assert d.level == 0 or items[d.parent].level == d.level - 1
        if d.parent is not None:
            outer = items[d.parent]
            assert outer.start < d.start <= d.end <= outer.end
        strength = (d.strength,) if d.strength else ()
        for span in (*d.actions, *d.targets, *d.deadlines, *strength, *d.actors):
            assert text[span.start : span.end] == span.text != ""
        for span in (*d.actions, *d.targets, *d.deadlines, *strength):
            assert d.start < span.start <= span.end <= d.end


@pytest.mark.parametrize("number", range(1, 21))
def test_spelled_markers_count_to_twenty(number):
    words = [
        "Một",
        "Hai",
        "Ba",
        "Bốn",
        "Năm",
        "Sáu",
        "Bảy",
        "Tám",
        "Chín",
        "Mười",
        "Mười một",
        "Mười hai",
        "Mười ba",
        "Mười bốn",
        "Mười lăm",
        "Mười sáu",
        "Mười bảy",
        "Mười tám",
        "Mười chín",
        "Hai mươi",
    ]
    text = "\n".join(f"{word} là, việc cần làm." for word in words)
    items = find_directives(text)
    assert len(items) == 20
    assert (items[number - 1].marker, items[number - 1].number) == (
        f"{words[number - 1]} là",
        number,
    )
