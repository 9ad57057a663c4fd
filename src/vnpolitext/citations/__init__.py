"""Citations of official documents: finding, parsing and resolving them."""

from vnpolitext.citations.find import find_citations
from vnpolitext.citations.records import Citation, Reference
from vnpolitext.citations.resolve import resolve_citations

__all__ = ["Citation", "Reference", "find_citations", "resolve_citations"]
