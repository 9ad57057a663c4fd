"""Citations of official documents: finding, parsing and resolving them."""

from typing import TYPE_CHECKING, Final

from vnpolitext.citations.find import find_citations
from vnpolitext.citations.records import Citation, Reference, Relation
from vnpolitext.late import late_names, offered

if TYPE_CHECKING:
    from vnpolitext.citations.chain import ChainLink as ChainLink
    from vnpolitext.citations.chain import implementation_chain as implementation_chain
    from vnpolitext.citations.graph import citation_graph as citation_graph
    from vnpolitext.citations.references import find_references as find_references
    from vnpolitext.citations.resolve import resolve_citations as resolve_citations
    from vnpolitext.citations.resolve import resolve_corpus as resolve_corpus

__all__ = [
    "ChainLink",
    "Citation",
    "Reference",
    "Relation",
    "citation_graph",
    "find_citations",
    "find_references",
    "implementation_chain",
    "resolve_citations",
    "resolve_corpus",
]

_LATE: Final = {
    "chain": "ChainLink implementation_chain",
    "graph": "citation_graph",
    "references": "find_references",
    "resolve": "resolve_citations resolve_corpus",
}
__getattr__ = late_names(__name__, _LATE)
__dir__ = offered(__name__)
