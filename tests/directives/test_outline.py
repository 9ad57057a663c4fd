"""The tree of items and its renderings."""

import json

from vnpolitext.directives import find_directives, outline

TEXT = """Xã giao các việc sau:

I. ĐẤT

1. Sở *Tài chính* rà soát đất trước ngày 5/6/2025;

2. Chia đất:

a) ruộng;

b) đồi.

II. NƯỚC

Khơi nguồn cho 12 hộ.
"""


def test_text_is_indented_by_depth():
    assert outline(find_directives(TEXT)).to_text() == (
        "I  ĐẤT\n"
        "  1  Sở Tài chính rà soát đất trước ngày 5/6/2025\n"
        "  2  Chia đất\n"
        "    a  ruộng\n"
        "    b  đồi\n"
        "II  NƯỚC"
    ).join(["Xã giao các việc sau:\n", ""])


def test_markdown_is_a_nested_list():
    lines = outline(find_directives(TEXT)).to_markdown().splitlines()
    assert lines[:3] == ["", "*Xã giao các việc sau:*", ""]
    assert lines[3:] == [
        "- **I** ĐẤT",
        "  - **1** Sở Tài chính rà soát đất trước ngày 5/6/2025",
        "  - **2** Chia đất",
        "    - **a** ruộng",
        "    - **b** đồi",
        "- **II** NƯỚC",
    ]


def test_markdown_marks_in_the_text_are_escaped():
    markdown = outline(find_directives("1. Bản [Nậm] <b>.\n2. Bản_Pá.")).to_markdown()
    assert markdown == "- **1** Bản \\[Nậm\\] \\<b\\>\n- **2** Bản\\_Pá"


def test_plain_values_are_json():
    tree = outline(find_directives(TEXT)).to_dict()
    assert json.loads(json.dumps(tree)) == tree
    first, second = tree["items"]
    assert [child["marker"] for child in first["children"]] == ["1", "2"]
    assert [child["marker"] for child in first["children"][1]["children"]] == ["a", "b"]
    assert first["children"][0]["deadlines"] == ["trước ngày 5/6/2025"]
    assert first["children"][0]["actors"] == ["Sở *Tài chính"]
    assert second["targets"] == ["12 hộ"]
    assert second["children"] == []


def test_every_item_is_in_the_tree_once_in_text_order():
    items = find_directives(TEXT)
    nodes = list(outline(items).walk())
    assert [node.index for node in nodes] == list(range(len(items)))
    assert [node.item for node in nodes] == items


def test_an_empty_document_has_an_empty_outline():
    empty = outline([])
    assert empty.roots == ()
    assert empty.to_text() == empty.to_markdown() == ""
    assert empty.to_dict() == {"items": []}


def test_long_items_are_cut_in_the_renderings_only():
    text = f"1. {'dọn kênh và ' * 30}xong.\n2. Hết."
    items = find_directives(text)
    line = outline(items).to_text().splitlines()[0]
    assert len(line) < 110
    assert line.endswith("…")
    assert items[0].text.endswith("xong.")
