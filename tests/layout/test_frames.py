"""Tables that lay out a page: their cells are the parents of its blocks."""

from itertools import pairwise

import pytest

from vnpolitext import analyze
from vnpolitext.layout import Block, find_blocks, read_page

TELLS = (
    "Sáng nay, xã Sông Mây mở con đường dài hơn ba ki-lô-mét qua hai con suối và một khu rừng già."
)
GUESTS = "Đồng chí Lò Văn An, Chủ tịch Ủy ban nhân dân xã Sông Mây, dự lễ mở đường."
PAGE = f"Xã Sông Mây mở đường\n\n{TELLS}\n\n{GUESTS}"
ONE_LINE = f"<h1>Xã Sông Mây mở đường</h1><p>{TELLS}</p><p>{GUESTS}</p>"
BOX = (
    "<table><tr><td>Họ tên</td><td>Chức vụ</td></tr><tr><td>Lò Văn An</td><td>Chủ tịch</td></tr>"
    "<tr><td>Mùa A Sơn</td><td>Bí thư</td></tr></table>"
)
FRAMES = [
    f"<table><tr><td>{PAGE}</td></tr></table>",
    f"<table><tr><td>Trang chủ</td><td>{PAGE}</td></tr></table>",
    f"<TABLE width=100%><TBODY><TR><TD>Trang chủ</TD><TD>{PAGE}</TD></TR></TBODY></TABLE>",
    f"<table><tr><th>Sông Mây</th></tr><tr><td>\n\n{PAGE}\n\n</td></tr></table>",
    f"<table><tr><td>{ONE_LINE}</td></tr></table>",
    f"<table><tr><td colspan=2>Sông Mây</td></tr><tr><td>Tin</td><td>{ONE_LINE}</td></tr></table>",
    f"<table><tr><td><table><tr><td>{PAGE}</td></tr></table></td></tr></table>",
    f"<table><tr><td>{PAGE}\n\n{BOX}</td></tr></table>",
    f"<tr><td>Trang chủ<td>{PAGE}",
    f"| Trang chủ | {PAGE} |",
    f"| {PAGE} |",
    f"|\n**Xã Sông Mây mở đường**\n\n*{TELLS}*\n\n**{GUESTS}** |",
    f"| Trang chủ | {PAGE}\n|",
    f"| {' '.join([TELLS] * 40)} {GUESTS} | Liên hệ |",
]


def holders(blocks: tuple[Block, ...], block: Block) -> list[str]:
    """The kinds of the blocks around a block, from the inside outwards."""
    found = []
    while block.parent is not None:
        block = blocks[block.parent]
        found.append(block.kind)
    return found


@pytest.mark.parametrize("frame", FRAMES)
def test_a_cell_that_holds_the_page_is_the_parent_of_its_blocks(frame: str) -> None:
    text = f"Đọc tiếp\n\n{frame}\n\nTác giả: Lò Thị Suối\n"
    blocks = find_blocks(text)
    assert all(text[block.start : block.end] == block.text for block in blocks)
    told = [block for block in blocks if block.kind not in {"table", "row", "cell"}]
    inside = [block for block in told if block.parent is not None]
    assert {*holders(blocks, inside[0])} == {"cell", "row", "table"}
    assert {blocks[block.parent or 0].kind for block in inside} == {"cell"}
    assert any(block.text.strip("*").endswith(GUESTS) for block in inside)
    assert [b.text for b in told if "<" in b.text or "|" in b.text] == []
    for block in inside:
        holder = blocks[block.parent or 0]
        assert holder.start <= block.start <= block.end <= holder.end


@pytest.mark.parametrize("frame", FRAMES)
def test_people_inside_a_frame_are_found(frame: str) -> None:
    [person] = [p for p in analyze(frame).officials if p.name == "Lò Văn An"]
    assert "Chủ tịch Ủy ban nhân dân xã Sông Mây" in {p.text for p in person.positions}


@pytest.mark.parametrize("frame", FRAMES)
def test_outer_blocks_neither_overlap_nor_lose_their_order(frame: str) -> None:
    outer = [block for block in find_blocks(f"{frame}\n\n{TELLS}") if block.parent is None]
    assert all(one.end <= other.start for one, other in pairwise(outer))
    assert outer[-1].text.endswith(TELLS)


def test_a_table_of_data_inside_a_frame_keeps_its_rows() -> None:
    text = f"<table><tr><td>{PAGE}\n\n{BOX}</td></tr></table>"
    frame, box = analyze(text).tables()
    assert list(box["Chức vụ"]) == ["Chủ tịch", "Bí thư"]
    assert frame.attrs["block"] == 0


@pytest.mark.parametrize(
    "table",
    [
        BOX,
        "<table><tr><td><p>Lò Văn An</p></td><td><p>Bí thư</p><p>Huyện ủy</p></td></tr>"
        "<tr><td><p>Mùa A Sơn</p></td><td><p>Chủ tịch</p></td></tr></table>",
        "<table><tr><td>1</td><td>Lò Văn An</td><td>Bí thư\n\nHuyện ủy</td></tr></table>",
        f"<table><tr><td>1</td><td>Lò Văn An</td><td>{TELLS}</td></tr>"
        f"<tr><td>2</td><td>Mùa A Sơn</td><td>{GUESTS}</td></tr></table>",
        f"| Lò Văn An | {TELLS} |\n|---|---|\n| Mùa A Sơn | {GUESTS} |",
        "| Lò Văn An | Bí\nthư |",
        "| Lò Văn An | Bí thư\n\nMùa A Sơn, Chủ tịch |",
    ],
)
def test_a_table_of_data_is_no_frame(table: str) -> None:
    page = read_page(table)
    assert page.blocks == page.unframed


def test_marks_without_end_are_read_in_one_go() -> None:
    assert find_blocks("<table><tr><td>" * 2000) is not None
    assert find_blocks("| a\n" * 4000) is not None
