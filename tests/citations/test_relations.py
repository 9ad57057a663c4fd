"""What a text says is done with a document, and chains of implementation."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from vnpolitext.citations import Citation, citation_graph, find_citations, implementation_chain


@pytest.mark.parametrize(
    ("text", "relation", "source"),
    [
        ("Nghị định số 5/2031/NĐ-CP được sửa đổi, bổ sung bởi {}", "amends", "6/2032/nđ-cp"),
        ("Nghị định số 5/2031/NĐ-CP sửa đổi bởi khoản 2 Điều 3 {}", "amends", "6/2032/nđ-cp"),
        ("Nghị định số 5/2031/NĐ-CP được thay thế bằng {}", "replaces", "6/2032/nđ-cp"),
        ("Nghị định số 5/2031/NĐ-CP bãi bỏ bởi khoản 5 Điều 2 {}", "repeals", "6/2032/nđ-cp"),
    ],
)
def test_what_stands_behind_does_it(text: str, relation: str, source: str) -> None:
    first, second = find_citations(text.format("Nghị định số 6/2032/NĐ-CP"))
    assert (first.relation, first.source) == (relation, source)
    assert second.relation == "mentions"


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Căn cứ Nghị định số 5/2031/NĐ-CP được sửa đổi bởi Nghị định số 6/2032/NĐ-CP;",
            [("basis", "self"), ("amends", "6/2032/nđ-cp")],
        ),
        (
            "theo Điều 5 Nghị định số 5/2031/NĐ-CP ngày 1/2/2031 của Chính phủ về chợ "
            "(sửa đổi, bổ sung tại khoản 2 Điều 1 Nghị định số 6/2032/NĐ-CP)",
            [("basis", None), ("amends", "6/2032/nđ-cp")],
        ),
        (
            "Thực hiện Luật Nhà ở năm 2014, sửa đổi, bổ sung năm 2018",
            [("implements", None), ("amends", "luật nhà ở sửa đổi 2018")],
        ),
        (
            "Quyết định số 7/QĐ-TTg triển khai Nghị định số 5/2031/NĐ-CP đã hết hiệu lực",
            [("implements", "7/qđ-ttg"), ("repeals", None)],
        ),
    ],
)
def test_a_document_has_every_relation_that_is_said(
    text: str, relations: list[tuple[str, str | None]]
) -> None:
    found = [c for c in find_citations(text) if c.further]
    assert len(found) == 1
    assert [(each.relation, each.source) for each in found[0].relations] == relations
    cues = [text[each.cue_start : each.cue_end] for each in found[0].relations]
    assert all(cues)


def test_what_amends_a_basis_is_an_edge_of_its_own() -> None:
    text = "Căn cứ Nghị định số 5/2031/NĐ-CP được sửa đổi bởi Nghị định số 6/2032/NĐ-CP;"
    graph = citation_graph([Document("a", find_citations(text))])
    assert graph.edges["a", "5/2031/nđ-cp"]["relation"] == "basis"
    assert graph.edges["6/2032/nđ-cp", "5/2031/nđ-cp"]["relation"] == "amends"
    assert graph.edges["6/2032/nđ-cp", "5/2031/nđ-cp"]["said_by"] == "a"


@dataclass
class Document:
    id: str
    citations: list[Citation]
    metadata: dict[str, Any] = field(default_factory=dict)


HEAD = "{}\nSố: {}\n{}, ngày {}\n\n{}\n"
TEXTS = {
    "programme": HEAD.format("TỈNH ỦY HUẾ", "5-CTr/TU", "Huế", "1 tháng 3 năm 2031", "CHƯƠNG TRÌNH")
    + "Thực hiện Nghị quyết số 968-NQ/TW ngày 1/2/2031 của Bộ Chính trị về chợ\n",
    "plan": HEAD.format("HUYỆN ỦY A LƯỚI", "12-KH/HU", "A Lưới", "11 tháng 3 năm 2031", "KẾ HOẠCH")
    + "Triển khai Chương trình số 5-CTr/TU ngày 1/3/2031 của Tỉnh ủy Huế\n",
    "early": HEAD.format(
        "HUYỆN ỦY NAM ĐÔNG", "7-KH/HU", "Nam Đông", "11 tháng 1 năm 2031", "KẾ HOẠCH"
    )
    + "Thực hiện Nghị quyết số 968-NQ/TW ngày 1/2/2031 của Bộ Chính trị\n",
    "news": "Thông tư số 9/2032/TT-BXD ngày 5/6/2032 hướng dẫn thi hành "
    "Nghị quyết số 968-NQ/TW ngày 1/2/2031 của Bộ Chính trị",
}


@pytest.fixture
def documents() -> list[Document]:
    return [Document(name, find_citations(text)) for name, text in TEXTS.items()]


def test_a_chain_leads_from_the_resolution_to_the_plan(documents: list[Document]) -> None:
    chain = implementation_chain(documents, "968-nq/tw@2031-02-01")
    assert [(link.depth, link.key, link.id, link.lag, link.total) for link in chain] == [
        (0, "968-nq/tw@2031-02-01", None, None, None),
        (1, "5-ctr/tu@2031-03-01@huế", "programme", 28, 28),
        (1, "9/2032/tt-bxd", None, 490, 490),
        (2, "12-kh/hu@2031-03-11@a lưới", "plan", 10, 38),
    ]
    assert [link.parent for link in chain] == [
        None,
        "968-nq/tw@2031-02-01",
        "968-nq/tw@2031-02-01",
        "5-ctr/tu@2031-03-01@huế",
    ]


def test_a_chain_of_an_unknown_document_is_empty(documents: list[Document]) -> None:
    assert implementation_chain(documents, "1-nq/tw") == []
    assert implementation_chain([], "968-nq/tw@2031-02-01") == []


def test_edges_have_a_relation_a_day_and_who_says_so(documents: list[Document]) -> None:
    graph = citation_graph(documents)
    resolution = "968-nq/tw@2031-02-01"
    assert graph.edges["programme", resolution] == {
        "weight": 1,
        "relation": "implements",
        "relations": "implements",
        "date": "2031-03-01",
    }
    assert graph.edges["plan", "programme"]["relation"] == "implements"
    assert graph.edges["9/2032/tt-bxd", resolution]["relation"] == "guides"
    assert graph.edges["9/2032/tt-bxd", resolution]["said_by"] == "news"
    assert graph.edges["news", resolution]["relation"] == "mentions"
