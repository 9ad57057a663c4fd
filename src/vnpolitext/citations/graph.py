"""The citation network of a corpus: who cites what, and what is done with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from vnpolitext.citations.records import MENTIONS, SELF, Citation, Relation
from vnpolitext.errors import documents_with
from vnpolitext.progress import under_way
from vnpolitext.text.dates import day_published

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


@under_way("citation graph")
def citation_graph(analyses: Iterable[Cited]) -> networkx.DiGraph:
    """Return the network of who cites what, a ``networkx.DiGraph``.

    An edge leads from a document to each document it cites, with ``weight`` the number of times.
    ``relation`` is what is done with it most often, ``relations`` all of that, the most frequent
    first (``"basis;implements"``), ``date`` the day of the citing document where it is known.
    Where a text says that one cited document does something with another (*Nghị định A sửa đổi
    Nghị định B*), an edge leads from the one to the other, ``said_by`` the document.

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

    documents = list(documents_with(analyses, "citations", "metadata"))
    own = own_keys(documents)
    graph = networkx.DiGraph()
    for document in documents:
        label = str(document.metadata.get("title") or document.id)
        graph.add_node(document.id, type="document", label=label)
    edges: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    told: dict[tuple[str, str], dict[str, str]] = {}
    for document in documents:
        day = day_of(document)
        for citation in document.citations:
            target = own.get(citation.key, citation.key)
            if citation.is_own or target == document.id:
                continue
            if target == citation.key:
                graph.add_node(target, **_facts(citation, graph.nodes.get(target, {})))
            done = MENTIONS
            for said in reversed(citation.relations):
                doer = doer_of(document, said, own)
                if doer is None or doer in (document.id, target):
                    done = said.relation
                else:
                    edges[doer, target][said.relation] += 1
                    told.setdefault((doer, target), {"said_by": document.id})
            edges[document.id, target][done] += 1
            if day:
                told.setdefault((document.id, target), {"date": day})
    for (source, target), counts in edges.items():
        names = [name for name, _ in counts.most_common() if name != MENTIONS] or [MENTIONS]
        graph.add_edge(
            source,
            target,
            weight=counts.total(),
            relation=names[0],
            relations=";".join(names),
            **told.get((source, target), {}),
        )
    return graph


def own_keys(documents: Iterable[Cited]) -> dict[str, str]:
    """Return the identifiers of documents by the key of their own number line."""
    return {
        citation.key: document.id
        for document in documents
        for citation in document.citations
        if citation.is_own
    }


def day_of(document: Cited) -> str | None:
    """Return the day of a document: of its own number line, or of its publication."""
    dates = [c.issued for c in document.citations if c.is_own and c.issued]
    return dates[0] if dates else day_published(document.metadata)


def doer_of(document: Cited, said: Relation, own: Mapping[str, str]) -> str | None:
    """Return what does something with a cited document: a document of the corpus, or a key.

    ``None`` where the text names a body only.
    """
    if said.source is None:
        return None if said.actor else document.id
    return document.id if said.source == SELF else own.get(said.source, said.source)


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
