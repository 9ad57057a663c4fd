"""The citation network of a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from vnpolitext.citations.records import Citation

if TYPE_CHECKING:
    import networkx


class Cited(Protocol):
    """What the graph needs of an analysed document."""

    @property
    def id(self) -> str:
        """Identifier of the document."""

    @property
    def metadata(self) -> Mapping[str, Any]:
        """Title and other facts of the document."""

    @property
    def citations(self) -> Sequence[Citation]:
        """The citations of the document."""


def citation_graph(analyses: Iterable[Cited]) -> networkx.DiGraph:
    """Return the network of who cites what, a ``networkx.DiGraph``.

    An edge leads from a document to each document it cites, with ``weight`` the number of times.
    Nodes have ``type`` (``"document"`` for the corpus, ``"cited"`` for what is only cited) and
    ``label``; cited ones ``kind``, ``number``, ``issuer`` and ``issued`` where they are known. A
    document of the corpus whose own number line is cited by another is one node. All attributes are
    text or numbers, so that the graph saves as GraphML (``networkx.write_graphml``).

    Args:
        analyses: Objects with ``id``, ``metadata`` and ``citations``, such as a corpus.

    Raises:
        ImportError: networkx is not installed (``pip install vnpolitext[networks]``).
    """
    import networkx

    documents = list(analyses)
    own = {
        citation.key: document.id
        for document in documents
        for citation in document.citations
        if citation.rule == "letterhead"
    }
    graph = networkx.DiGraph()
    for document in documents:
        label = str(document.metadata.get("title") or document.id)
        graph.add_node(document.id, type="document", label=label)
    for document in documents:
        counts: Counter[str] = Counter()
        for citation in document.citations:
            target = own.get(citation.key, citation.key)
            if target == document.id or citation.rule == "letterhead":
                continue
            counts[target] += 1
            if target == citation.key:
                graph.add_node(target, **_facts(citation, graph.nodes.get(target, {})))
        for target, count in counts.items():
            graph.add_edge(document.id, target, weight=count)
    return graph


def _facts(citation: Citation, known: Mapping[str, Any]) -> dict[str, str]:
    """Attributes of a cited node; what an earlier citation gave stays."""
    facts = {
        "type": "cited",
        "label": " ".join(citation.text.split()),
        "kind": citation.kind,
        "number": citation.number,
        "issuer": citation.issuer,
        "issued": citation.issued,
    }
    return {name: value for name, value in facts.items() if value and name not in known}
