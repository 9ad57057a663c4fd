"""Citations of official documents: finding, parsing and resolving them."""

from vnpolitext.citations.chain import ChainLink, implementation_chain
from vnpolitext.citations.find import find_citations
from vnpolitext.citations.graph import citation_graph
from vnpolitext.citations.records import Citation, Reference, Relation
from vnpolitext.citations.references import find_references
from vnpolitext.citations.resolve import resolve_citations, resolve_corpus

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
