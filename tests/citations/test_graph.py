"""The citation network."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx
import pytest

from vnpolitext.citations import Citation, citation_graph, find_citations


@dataclass
class Document:
    id: str
    citations: list[Citation]
    metadata: dict[str, Any] = field(default_factory=dict)


@pytest.fixture
def graph() -> networkx.DiGraph:
    texts = {
        "plan": "Số: 165/KH-UBND\nHuế, ngày 21 tháng 11 năm 2031\n\nKẾ HOẠCH\n\n"
        "Theo Luật Đất đai 2024",
        "news": "Thực hiện Kế hoạch số 165/KH-UBND ngày 21/11/2031, Nghị quyết 35-NQ/TW khóa XII; "
        "Nghị quyết 35-NQ/TW khóa XII",
        "empty": "không viện dẫn gì",
    }
    return citation_graph(
        Document(name, find_citations(text), {"title": name.upper()})
        for name, text in texts.items()
    )


def test_nodes_are_documents_and_what_they_cite(graph: networkx.DiGraph) -> None:
    types = {node: data["type"] for node, data in graph.nodes(data=True)}
    assert types == {
        "plan": "document",
        "news": "document",
        "empty": "document",
        "31/2024/qh15": "cited",
        "35-nq/tw@2018-10-22": "cited",
    }
    assert graph.nodes["news"]["label"] == "NEWS"
    assert graph.nodes["35-nq/tw@2018-10-22"]["issuer"] == "Bộ Chính trị"


def test_edges_count_citations_and_join_documents_of_the_corpus(graph: networkx.DiGraph) -> None:
    assert sorted(graph.edges(data="weight")) == [
        ("news", "35-nq/tw@2018-10-22", 2),
        ("news", "plan", 1),
        ("plan", "31/2024/qh15", 1),
    ]


def test_the_graph_saves_as_graphml(graph: networkx.DiGraph, tmp_path: Path) -> None:
    path = tmp_path / "citations.graphml"
    networkx.write_graphml(graph, path)
    again = networkx.read_graphml(path)
    assert set(again.nodes) == set(graph.nodes)
    assert again.edges["news", "35-nq/tw@2018-10-22"]["weight"] == 2


def test_an_empty_corpus_gives_an_empty_graph() -> None:
    assert len(citation_graph([])) == 0
